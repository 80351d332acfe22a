"""Two values of the same people, year and release side by side: women and men, urban and rural, young and all.

Knows that only values of one release, in one unit, may be compared. An Ibis expression; computes nothing.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures import aggregate
from stocktake.statistics.measures.editions import annual
from stocktake.statistics.measures.request import By, Holdings, Request
from stocktake.statistics.measures.result import MemberCoverage, Result, ResultSource
from stocktake.statistics.measures.series import combined_status, release_words, where
from stocktake.statistics.model import NORMAL, TOTAL
from stocktake.values.interval import Interval, decimals_among, rounded

if TYPE_CHECKING:
    import ibis

RELEASE = ("release", "unit")


@dataclass(frozen=True, slots=True)
class Pair:
    """The values of one area and year by code of the split dimension, all of one release.

    Attributes:
        area: The code of the area or group.
        period: The year.
        values: The values by code, those that are held.
        unit: Their unit; empty where none is known.
        decimals: With how many places the release prints them.
        vintage: The day of the release.
        release: That day or the file's checksum.
        breakdown: The further dimension's value.
        status: A where all are A, else E.
        source: The file, where it is one.
        classified: For a group made from members.
        coverage: The same.
        published: The same.
        doubled: Whether the release holds two different values for one code.
    """

    area: str
    period: str
    values: dict[str, float]
    unit: str
    decimals: int
    vintage: date | None
    release: str
    breakdown: str = TOTAL
    status: str = NORMAL
    source: ResultSource | None = None
    classified: str | None = None
    coverage: MemberCoverage | None = None
    published: bool = True
    doubled: bool = False

    def interval(self, code: str) -> Interval:
        """What the value can have been before it was rounded."""
        return rounded(self.values[code], self.decimals)

    @property
    def words(self) -> str:
        """The release in words, and what makes the pair doubtful."""
        words = f"Both of one {release_words(self.vintage, self.release)}."
        if self.classified:
            words += " Made from the members of the group, each sex or place with its own denominator."
        return words + (
            " The release holds two values for one of them; the lower is taken." if self.doubled else ""
        )


def read_pairs(request: Request, holdings: Holdings, by: By, codes: tuple[str, ...]) -> tuple[Pair, ...]:
    """The pairs of areas: all ``codes`` in one release, the newest that has them; the latest year where none is asked.

    Args:
        request: What is asked.
        holdings: What may be read.
        by: The dimension whose codes are compared.
        codes: The codes that must be held; others of the dimension come with them where the release has them.
    """
    asked = replace(request, by=by)
    rows = annual(asked, holdings)
    if request.vintage not in (None, "all"):
        rows = rows.filter(rows.release == str(request.vintage))
    if request.periods:
        rows = rows.filter(rows.period.isin(request.periods))
    if request.areas:
        rows = rows.filter(rows.area.isin(request.areas))
    table = _side_by_side(rows, by, codes)
    records = holdings.engine.collect(table).to_pylist()
    return _kept(records, request, holdings, codes)


def _side_by_side(rows: "ibis.Table", by: str, codes: tuple[str, ...]) -> "ibis.Table":
    """One row per area, year, breakdown and release that holds all the codes."""
    column = rows[by]
    wide = (
        rows.filter(column.isin((*codes, TOTAL)))
        .group_by(["area", "breakdown", "period", *RELEASE])
        .agg(
            vintage=rows.vintage.max(),
            source=rows.source.min(),
            last_source=rows.source.max(),
            estimated=(rows.status != NORMAL).any(),
            **{f"low_{at}": rows.value.min(where=column == code) for at, code in enumerate((*codes, TOTAL))},
            **{f"high_{at}": rows.value.max(where=column == code) for at, code in enumerate((*codes, TOTAL))},
        )
    )
    return wide.filter(*(wide[f"low_{at}"].notnull() for at in range(len(codes)))).order_by(
        ["area", "breakdown", "period", *RELEASE]
    )


def _kept(
    records: list[dict[str, Any]], request: Request, holdings: Holdings, codes: tuple[str, ...]
) -> tuple[Pair, ...]:
    """The pairs of the newest release of each area, at its latest year where none is asked."""
    decimals = _decimals(records, codes)
    pairs = [_pair(record, holdings, codes, decimals) for record in records]
    if request.vintage != "all":
        newest: dict[tuple[str, str], tuple[Any, ...]] = {}
        for pair in pairs:
            key = (pair.area, pair.breakdown)
            newest[key] = max(newest.get(key, _age(pair)), _age(pair))
        pairs = [pair for pair in pairs if _age(pair)[::2] == newest[pair.area, pair.breakdown][::2]]
    if request.periods:
        return tuple(pairs)
    last: dict[tuple[str, str, str], Pair] = {}
    for pair in pairs:
        last[pair.area, pair.breakdown, pair.release] = pair
    return tuple(last.values())


def _age(pair: Pair) -> tuple[Any, ...]:
    return pair.vintage or date.min, pair.period, pair.release, pair.unit


def _decimals(records: list[dict[str, Any]], codes: tuple[str, ...]) -> dict[str, int]:
    """The places with which each release prints."""
    values: dict[str, list[float]] = {}
    for record in records:
        values.setdefault(record["release"], []).extend(record[f"low_{at}"] for at in range(len(codes)))
    return {release: decimals_among(each) for release, each in values.items()}


def _pair(record: dict[str, Any], holdings: Holdings, codes: tuple[str, ...], decimals: dict[str, int]) -> Pair:
    lows = {code: record[f"low_{at}"] for at, code in enumerate((*codes, TOTAL))}
    highs = {code: record[f"high_{at}"] for at, code in enumerate((*codes, TOTAL))}
    return Pair(
        record["area"],
        record["period"],
        {code: value for code, value in lows.items() if value is not None},
        record["unit"],
        decimals[record["release"]],
        record["vintage"],
        record["release"],
        record["breakdown"],
        combined_status(["E"] if record["estimated"] else []),
        where(holdings, record["source"] if record["source"] == record["last_source"] else None),
        doubled=lows != highs,
    )


def group_pairs(request: Request, holdings: Holdings, by: By, codes: tuple[str, ...]) -> tuple[Pair, ...]:
    """The values of groups by code, each weighed by its own denominator; at least the first code is there."""
    words = {"F": "female", "M": "male", "U": "urban", "R": "rural"}
    asked = replace(request, by=by)
    if not _is_held(asked, holdings, by, codes[:1]):
        return ()
    found: dict[tuple[Any, ...], dict[str, Result]] = {}
    for each in aggregate.compute(asked, holdings):
        key = (each.area, each.classified, each.period, each.breakdown, each.vintage)
        label = getattr(each, by)
        code = next((code for code in codes if words.get(code, code) == label), TOTAL)
        if each.value is not None and (code != TOTAL or label is None):
            found.setdefault(key, {})[code] = each
    return tuple(_group_pair(each, codes) for each in found.values() if codes[0] in each)


def _is_held(request: Request, holdings: Holdings, by: By, codes: tuple[str, ...]) -> bool:
    """Whether anything is held for one of the codes; without it no group is worth counting."""
    rows = annual(request, holdings)
    rows = rows.filter(rows[by].isin(codes)).select("area").limit(1)
    return bool(holdings.engine.collect(rows).num_rows)


def _group_pair(results: dict[str, Result], codes: tuple[str, ...]) -> Pair:
    first = results[codes[0]]
    values = {code: each.value for code, each in results.items() if each.value is not None}
    return Pair(
        first.area,
        str(first.period),
        values,
        first.unit or "",
        decimals_among(values.values()),
        first.vintage,
        first.vintage.isoformat() if first.vintage else "without a day",
        first.breakdown or TOTAL,
        combined_status(each.status or NORMAL for each in results.values()),
        first.source,
        first.classified,
        first.coverage,
        all(each.published for each in results.values()),
    )


def pair_fields(pair: Pair) -> dict[str, Any]:
    """The fields of a result that are the pair's own."""
    return {
        "classified": pair.classified,
        "period": pair.period,
        "coverage": pair.coverage,
        "published": pair.published,
        "vintage": pair.vintage,
        "source": pair.source,
        "status": pair.status,
        "breakdown": None if pair.breakdown == TOTAL else pair.breakdown,
    }
