"""What publishers say: every release of a value, for many values in one question to the engine.

Made for whoever holds the figures of a text against what was published. Nothing is chosen and nothing computed: all
releases of all publishers are there, those believed first (``publishers``), each publisher's newest first, whatever the
age or the further dimension, which the caller can tell apart. Only yearly periods are read.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.dimensions import code_of, word_of
from stocktake.statistics.measures.publishers import places, publisher_of
from stocktake.statistics.measures.request import Holdings
from stocktake.statistics.measures.result import ResultSource
from stocktake.statistics.measures.series import place_in
from stocktake.statistics.model import TOTAL
from stocktake.values.interval import decimals_among

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

YEAR_LENGTH = 4
WHOM = ("indicator", "area", "sex", "location")
_READ = (*WHOM, "age", "breakdown", "period", "value", "unit", "status", "code", "vintage", "source", "row")
Whom = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose value is wanted.

    Attributes:
        indicator: Its code in the observations.
        area: The code of an area or group.
        sex: ``female`` or ``male``; None for both together.
        location: ``urban`` or ``rural``; None for everywhere.
        period: A year; None for every year held.
    """

    indicator: str
    area: str
    sex: str | None = None
    location: str | None = None
    period: str | None = None

    @property
    def whom(self) -> Whom:
        """Indicator, area, sex and location as coded in the observations."""
        return self.indicator, self.area, code_of(self.sex), code_of(self.location)


@dataclass(frozen=True, slots=True)
class Published:
    """One value as one release has it.

    Attributes:
        value: In ``unit``.
        unit: The canonical unit; None where none is known.
        period: The year.
        vintage: The day of the release; None where the file prints none.
        publisher: What the publisher is called; None where the file names none.
        source: Where it stands.
        status: SDMX OBS_STATUS.
        code: The publisher's code of the series.
        decimals: With how many places the file prints the values of this series that were looked at.
        age: Of whom, as coded; None for all ages.
        breakdown: The further dimension; None for the total.
    """

    value: float
    unit: str | None
    period: str
    vintage: date | None
    publisher: str | None
    source: ResultSource
    status: str
    code: str
    decimals: int
    age: str | None = None
    breakdown: str | None = None


def published_values(
    holdings: Holdings, wanted: Collection[Wanted], as_of: date | None = None
) -> dict[Wanted, tuple[Published, ...]]:
    """Every published value of each one wanted; an empty tuple where none is held.

    The publisher believed first, then the newest release, the latest year, all ages and no further dimension. A value
    that two files of one release have alike is there once.

    Args:
        holdings: What may be read.
        wanted: Whose values.
        as_of: Leave out releases after this day; None for all.
    """
    whom = {each.whom for each in wanted}
    rows = holdings.engine.ask(
        published_rows, (), {"observations": holdings.observations, "series": _series(whom)}
    ).to_pylist()
    held: dict[Whom, list[dict[str, Any]]] = {each: [] for each in whom}
    for row in rows:
        if as_of is None or row["vintage"] is None or row["vintage"] <= as_of:
            held[row["indicator"], row["area"], row["sex"], row["location"]].append(row)
    ranks = {indicator: places(indicator, holdings) for indicator, *_ in whom}
    decimals = _decimals(rows)
    found = {each: _once(_in_order(held[each], ranks[each[0]])) for each in whom}
    return {
        each: tuple(
            _published(row, decimals, holdings) for row in found[each.whom] if each.period in (None, row["period"])
        )
        for each in wanted
    }


def published_rows(*, observations: "ibis.Table", series: "ibis.Table") -> "ibis.Table":
    """The yearly values of the series wanted, in no order."""
    rows = observations.semi_join(series, list(WHOM))
    return rows.filter(rows.value.notnull(), rows.period.length() == YEAR_LENGTH).select(*_READ)


def _series(whom: Iterable[Whom]) -> "pa.Table":
    import pyarrow as pa

    rows = [dict(zip(WHOM, each, strict=True)) for each in sorted(whom)]
    return pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in WHOM]))


def _in_order(rows: Iterable[dict[str, Any]], ranks: dict[str, int]) -> list[dict[str, Any]]:
    last = len(ranks)
    by_whom = sorted(rows, key=lambda row: (row["source"], row["row"]))
    by_whom.sort(key=lambda row: (row["age"] != TOTAL, row["age"], row["breakdown"] != TOTAL, row["breakdown"]))
    by_whom.sort(key=lambda row: (row["vintage"] or date.min, row["period"]), reverse=True)
    return sorted(by_whom, key=lambda row: ranks.get(row["source"], last))


def _once(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without those that an earlier one of the same release says too."""
    told: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        release = row["vintage"] or row["source"]
        key = (release, *(row[name] for name in ("code", "unit", "age", "breakdown", "period", "value")))
        told.setdefault(key, row)
    return list(told.values())


def _decimals(rows: Iterable[dict[str, Any]]) -> dict[tuple[str, str], int]:
    """With how many places each file prints each code, by checksum and code."""
    printed: dict[tuple[str, str], set[float]] = {}
    for row in rows:
        printed.setdefault((row["source"], row["code"]), set()).add(row["value"])
    return {key: decimals_among(values) for key, values in printed.items()}


def _published(row: dict[str, Any], decimals: dict[tuple[str, str], int], holdings: Holdings) -> Published:
    source = holdings.sources.get(row["source"])
    return Published(
        row["value"],
        row["unit"],
        row["period"],
        row["vintage"],
        publisher_of(source, holdings.facts(row["indicator"])) if source and source.publisher else None,
        place_in(holdings, row["source"], row["row"]),
        row["status"],
        row["code"],
        decimals[row["source"], row["code"]],
        word_of(row["age"]),
        word_of(row["breakdown"]),
    )
