"""The store of observations: one Parquet file per file of a publisher, none ever overwritten by another.

Knows how readings are kept, which of several releases of a series is the newest, and where each value came from. A
newer release stands beside the older one; files without a date of release are told apart by their checksum. Knows no
format and no measure. Nothing here reads the clock.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from stocktake.errors import NotFoundError, RequestError, nearest
from stocktake.findings import Code, Finding
from stocktake.statistics.model import Reading, Source
from stocktake.tables import SERIES, Engine, observation_schema, open_engine, read_note, write_table

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

SUFFIX = ".parquet"
Vintage = date | Literal["newest", "all"]
_DATES = ("vintage", "retrieved")
_NEVER = date(1000, 1, 1)


class ObservationStore:
    """The observations of a workspace.

    Attributes:
        folder: Where the Parquet files lie, named by the checksums of the files they were read from.
    """

    def __init__(self, folder: Path, engine: Engine | None = None) -> None:
        self.folder = folder
        self._engine = engine

    @property
    def engine(self) -> Engine:
        """The engine; DuckDB where none was given. It is opened at the first question."""
        if self._engine is None:
            self._engine = open_engine()
        return self._engine

    def record(self, reading: Reading, beside: Mapping[str, Any] | None = None) -> bool:
        """Whether the reading is new here; it is now kept, whole, under its file's checksum.

        The same file with the same vintage is left as it is. With another vintage said by the user it is written
        anew: the file is the same, and what is known of it has changed.

        Args:
            reading: The observations of one file.
            beside: What else is to be noted of it, as JSON's own types; ``note`` gives it back.
        """
        path = self._path(reading.source.sha256)
        note = json.dumps({**_record(reading), **(beside or {})}, sort_keys=True, ensure_ascii=False)
        if path.is_file() and read_note(path) == note:
            return False
        self.folder.mkdir(parents=True, exist_ok=True)
        write_table(path, reading.observations, note)
        return True

    def remove(self, source: str) -> None:
        """Forget the observations of one file.

        Raises:
            NotFoundError: There is none with this checksum.
        """
        self._held(source).unlink()

    def sources(self) -> tuple[Source, ...]:
        """The files whose observations are here, in the order of their checksums."""
        return tuple(self.provenance(path.stem) for path in self._paths())

    def provenance(self, source: str) -> Source:
        """The file with this checksum: name, publisher, data set, vintage, licence.

        Raises:
            NotFoundError: There is none.
        """
        return _source(self.note(source))

    def findings(self, source: str) -> tuple[Finding, ...]:
        """What there was to say when the file with this checksum was read.

        Raises:
            NotFoundError: There is none.
        """
        return tuple(
            Finding(Code(each["code"]), each["place"], each["message"], each["advice"])
            for each in self.note(source)["findings"]
        )

    def observations(self, vintage: Vintage = "newest", as_of: date | None = None) -> "ibis.Table":
        """The observations, columns as in ``tables.schema``, in no order.

        Args:
            vintage: ``all``: of every release. A date: of the release of that day. ``newest``: of each series the
                newest release alone, never joined with an older one; a release without a date counts only where a
                series has none with a date, and then each such file stands beside the others.
            as_of: Leave out releases after this day; those without a date stay.

        Raises:
            RequestError: The vintage is neither a date nor one of the two words.
        """
        if not isinstance(vintage, date) and vintage not in ("newest", "all"):
            raise RequestError(
                expected="a vintage: a date, newest or all",
                came=f"{vintage!r} is none",
                advice="Write the day of the release, such as 2025-07-01.",
            )
        sources = {
            source.sha256: source
            for source in self.sources()
            if (as_of is None or source.vintage is None or source.vintage <= as_of)
            and (not isinstance(vintage, date) or source.vintage == vintage)
        }
        if vintage != "newest":
            return self._rows(list(sources))
        alone = self._alone(list(sources))
        shared = [source for source in sources.values() if source.sha256 not in alone]
        if not shared:
            return self._rows(alone)
        newest = _newest(self._rows([source.sha256 for source in shared]), shared)
        return self._rows(alone).union(newest) if alone else newest

    def _rows(self, sources: list[str]) -> "ibis.Table":
        if sources:
            return self.engine.parquet(map(self._path, sources))
        schema = observation_schema()
        return self.engine.table(schema.empty_table().cast(_nullable(schema)))

    def _alone(self, sources: list[str]) -> list[str]:
        """The files none of whose series stands in another one: there is no older release to leave out."""
        codes = {source: self.note(source)["codes"] for source in sources}
        files = Counter(code for each in codes.values() for code in each)
        return [source for source in sources if all(files[code] == 1 for code in codes[source])]

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob(f"[0-9a-f]*{SUFFIX}"))

    def _path(self, source: str) -> Path:
        return self.folder / f"{source}{SUFFIX}"

    def _held(self, source: str) -> Path:
        path = self._path(source)
        if path.is_file():
            return path
        held = [each.stem for each in self._paths()]
        raise NotFoundError(
            expected="the checksum of a file of statistics that is held",
            came=f"{source!r} is none",
            choices=nearest(source, held),
            advice="See which are held: stocktake status",
        )

    def note(self, source: str) -> dict[str, Any]:
        """All that is noted of the file with this checksum, and what was noted beside it.

        The parts: ``source``, ``findings``, ``codes`` of its series, its ``indicators``, how many ``observations``, of
        how many ``areas``, the ``first`` and the ``last`` period.

        Raises:
            NotFoundError: There is none.
            InputError: It is damaged.
        """
        note: dict[str, Any] = json.loads(read_note(self._held(source)))
        return note


def _newest(rows: "ibis.Table", sources: list[Source]) -> "ibis.Table":
    """Of each series the rows of its newest release; the same value of the same release in two files once.

    Where no release has a date, the newest is none, and all stay: a null never equals a null, so both sides are
    given a day before all releases.
    """
    import ibis

    named = rows.mutate(_unit=rows.unit.fill_null(""), _day=rows.vintage.fill_null(ibis.literal(_NEVER)))
    series = ["_unit" if name == "unit" else name for name in SERIES]
    newest = named.group_by(series).agg(_newest=named["_day"].max())
    matches = [named[name] == newest[name] for name in series]
    kept = named.join(newest, [*matches, named["_day"] == newest["_newest"]], how="semi")
    days = [source.vintage for source in sources]
    if len(set(days)) < len(days):
        kept = _once(kept, [*series, "period", "_day"])
    return kept.select(*rows.columns)


def _once(rows: "ibis.Table", key: list[str]) -> "ibis.Table":
    """The rows without those that another file of the same release has too, with the same value."""
    same = rows.group_by([*key, "value"]).agg(_first=rows.source.min())
    alike = [rows[name] == same[name] for name in key]
    first = [rows.value.identical_to(same.value), rows.source == same["_first"]]
    return rows.join(same, [*alike, *first], how="semi")


def _nullable(schema: "pa.Schema") -> "pa.Schema":
    """The schema as Parquet gives it back: every column may be null."""
    import pyarrow as pa

    return pa.schema([field.with_nullable(nullable=True) for field in schema])


def _record(reading: Reading) -> dict[str, Any]:
    source = {
        name: str(value) if value and name in _DATES else value for name, value in asdict(reading.source).items()
    }
    rows = reading.observations
    distinct = {name: sorted(rows[name].unique().to_pylist()) for name in ("area", "period", "indicator", "code")}
    return {
        "source": source,
        "observations": rows.num_rows,
        "areas": len(distinct["area"]),
        "first": distinct["period"][0],
        "last": distinct["period"][-1],
        "indicators": distinct["indicator"],
        "codes": distinct["code"],
        "findings": [asdict(finding) for finding in reading.findings],
    }


def _source(note: dict[str, Any]) -> Source:
    parts = dict(note["source"])
    for name in _DATES:
        parts[name] = date.fromisoformat(parts[name]) if parts[name] else None
    return Source(**parts)
