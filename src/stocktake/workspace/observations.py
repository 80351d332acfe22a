"""Observations as read from the statistics held: one Parquet file each, its facts beside it; made anew at need.

Knows when what was read before still holds: the same file, name and vintage, read by the same readers with the same
reference data. The facts are written after the Parquet file and taken away before it changes, so a file of facts
vouches for the observations beside it. Deleting the folder costs time, nothing else.
"""

import json
import shutil
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from stocktake.atomic import write_whole
from stocktake.findings import Code, Finding
from stocktake.statistics.model import Reading, Source
from stocktake.statistics.store import SUFFIX, ObservationStore
from stocktake.tables import Engine
from stocktake.workspace.fingerprint import code_fingerprint
from stocktake.workspace.index import Holding

FOLDER = "observations"
_LIBRARIES = ("pyarrow",)
_READERS = ("statistics/sources", "statistics/reading.py", "statistics/model.py", "tables", "frameworks", "values")


@dataclass(frozen=True, slots=True)
class Dataset:
    """What one file of statistics holds.

    Attributes:
        holding: The file.
        publisher: Who published it; None where neither file nor format says.
        title: What the publisher calls it; None where the file does not say.
        format: The reader that read it.
        vintage: The day of the release, printed or given; None where neither.
        observations: How many there are.
        areas: Of how many areas and groups.
        first: The first period.
        last: The last period.
        indicators: The codes of what is measured.
        series: The publisher's codes.
        findings: What a person should look at.
    """

    holding: Holding
    publisher: str | None
    title: str | None
    format: str
    vintage: date | None
    observations: int
    areas: int
    first: str
    last: str
    indicators: tuple[str, ...]
    series: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


class ObservationCache:
    """The folder of observations read before.

    Attributes:
        folder: That of these very readers; others stand beside it until the next file is added.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER / reader_fingerprint()[:16]

    def get(self, holding: Holding) -> Dataset | None:
        """The facts of a file whose observations are here; None where it has to be read."""
        try:
            kept = json.loads(self._facts(holding).read_bytes())
            whole = self._table(holding).stat().st_size == kept.pop("size")
            same = kept.pop("name") == holding.name and kept.pop("said") == _day(holding.vintage)
            return _dataset(holding, kept) if whole and same else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, holding: Holding, reading: Reading) -> Dataset:
        """The facts of a file whose observations are kept now."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._facts(holding).unlink(missing_ok=True)
        self._table(holding).unlink(missing_ok=True)
        ObservationStore(self.folder).record(reading)
        dataset = facts_of(holding, reading)
        kept = {
            **{name: value for name, value in asdict(dataset).items() if name != "holding"},
            "name": holding.name,
            "said": _day(holding.vintage),
            "size": self._table(holding).stat().st_size,
        }
        write_whole(self._facts(holding), json.dumps(kept, ensure_ascii=False, default=_day).encode())
        return dataset

    def store(self, holdings: Collection[Holding], engine: Engine | None = None) -> ObservationStore:
        """The observations of these files and of no others; each was put here."""
        return _HeldStore(self.folder, engine, [each.sha256 for each in holdings])

    def tidy(self, holdings: Collection[Holding]) -> None:
        """Remove what belongs to other readers or to no file that is held; call it with the lock of the workspace.

        Half-written files stay: who only looks writes here too, without the lock.
        """
        if not self.folder.parent.is_dir():
            return
        for other in self.folder.parent.iterdir():
            if other != self.folder and other.is_dir():
                shutil.rmtree(other)
        if self.folder.is_dir():
            held = {each.sha256 for each in holdings}
            for stray in [each for each in self.folder.glob("[0-9a-f]*") if each.stem not in held]:
                stray.unlink()

    def _table(self, holding: Holding) -> Path:
        return self.folder / f"{holding.sha256}{SUFFIX}"

    def _facts(self, holding: Holding) -> Path:
        return self.folder / f"{holding.sha256}.json"


class _HeldStore(ObservationStore):
    """A store that sees only some of the files of its folder: a run that was killed may have left others."""

    def __init__(self, folder: Path, engine: Engine | None, held: Collection[str]) -> None:
        super().__init__(folder, engine)
        self._seen = sorted(held)

    def sources(self) -> tuple[Source, ...]:
        """The files it sees, in the order of their checksums."""
        return tuple(map(self.provenance, self._seen))


def facts_of(holding: Holding, reading: Reading) -> Dataset:
    """What the observations of one file come to."""
    rows, source = reading.observations, reading.source
    distinct = {name: sorted(rows[name].unique().to_pylist()) for name in ("area", "period", "indicator", "code")}
    return Dataset(
        holding,
        source.publisher,
        source.dataset,
        source.format,
        source.vintage,
        rows.num_rows,
        len(distinct["area"]),
        distinct["period"][0],
        distinct["period"][-1],
        tuple(distinct["indicator"]),
        tuple(distinct["code"]),
        reading.findings,
    )


@cache
def reader_fingerprint() -> str:
    """A checksum of the code, the reference data and the libraries that turn bytes into observations."""
    return code_fingerprint(_LIBRARIES, _READERS)


def _day(vintage: date | None) -> str | None:
    return vintage.isoformat() if vintage else None


def _dataset(holding: Holding, kept: dict[str, Any]) -> Dataset:
    made: dict[str, Any] = {
        **kept,
        "vintage": date.fromisoformat(kept["vintage"]) if kept["vintage"] else None,
        "indicators": tuple(kept["indicators"]),
        "series": tuple(kept["series"]),
        "findings": tuple(Finding(**{**each, "code": Code(each["code"])}) for each in kept["findings"]),
    }
    return Dataset(holding=holding, **made)
