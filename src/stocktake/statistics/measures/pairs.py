"""Two values of the same people, year and release side by side: women and men, urban and rural, young and all.

Knows that only values of one release, in one unit, may be compared. An Ibis expression; computes nothing.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.aggregate import Judged, judge, result_of, since_last_published
from stocktake.statistics.measures.cells import Cell, cells_of
from stocktake.statistics.measures.extract import SPLITS, areas_given, extracted, strings_of
from stocktake.statistics.measures.members import groups_of
from stocktake.statistics.measures.request import By, Holdings, IndicatorFacts, Request
from stocktake.statistics.measures.result import MemberCoverage, ResultSource
from stocktake.statistics.measures.series import combined_status, release_words, where
from stocktake.statistics.model import NORMAL, TOTAL
from stocktake.values.interval import Interval, decimals_among, rounded

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

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
        held_back: Why it is not published; empty where it is.
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
    held_back: str = ""
    doubled: bool = False

    def interval(self, code: str) -> Interval:
        """What the value can have been before it was rounded."""
        return rounded(self.values[code], self.decimals)

    @property
    def words(self) -> str:
        """The release in words, and what makes the pair doubtful."""
        words = f"Both of one {release_words(self.vintage, self.release)}."
        if self.classified:
            words += " Our aggregate, made from the members of the group, each with its own denominator."
        if self.held_back:
            words = f"{self.held_back} {words}"
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
    import pyarrow.compute as pc

    holdings, extract = extracted(request, holdings, (by,))
    found = extract.once(
        (side_by_side, by, codes, request.areas),
        lambda: extract.ask(side_by_side, (by, codes), areas_given(request.areas)),
    )
    if request.periods:
        found = found.filter(pc.is_in(found["period"], strings_of(request.periods)))
    return _kept(found, request, holdings, codes)


def side_by_side(
    by: By, codes: tuple[str, ...], *, rows: "ibis.Table", areas: "ibis.Table | None" = None
) -> "ibis.Table":
    """One row per area, year, breakdown and release that holds all the codes, in order."""
    column = rows[by]
    rows = rows.filter(rows.is_main, rows.is_asked, column.isin((*codes, TOTAL)))
    rows = rows.filter(*(rows[name] == TOTAL for name in SPLITS if name != by))
    if areas is not None:
        rows = rows.semi_join(areas, "area")
    column = rows[by]
    wide = rows.group_by(["area", "breakdown", "period", *RELEASE]).agg(
        vintage=rows.vintage.max(),
        source=rows.source.min(),
        last_source=rows.source.max(),
        estimated=(rows.status != NORMAL).any(),
        **{f"low_{at}": rows.value.min(where=column == code) for at, code in enumerate((*codes, TOTAL))},
        **{f"high_{at}": rows.value.max(where=column == code) for at, code in enumerate((*codes, TOTAL))},
    )
    return wide.filter(*(wide[f"low_{at}"].notnull() for at in range(len(codes)))).order_by(
        ["area", "breakdown", "period", *RELEASE]
    )


def _kept(found: "pa.Table", request: Request, holdings: Holdings, codes: tuple[str, ...]) -> tuple[Pair, ...]:
    """The pairs of the newest release of each area, at its latest year where none is asked."""
    import pyarrow as pa

    names = [found[name].to_pylist() for name in ("area", "breakdown", "vintage", "release", "unit", "period")]
    places: dict[tuple[Any, ...], list[int]] = {}
    newest: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for at, (area, breakdown, vintage, *edition, period) in enumerate(zip(*names, strict=True)):
        whom, age = (area, breakdown), (vintage or date.min, period, *edition)
        newest[whom] = max(newest.get(whom, age), age)
        places.setdefault((*whom, vintage or date.min, *edition), []).append(at)
    if request.vintage != "all":
        chosen = {(*whom, day, *edition) for whom, (day, _, *edition) in newest.items()}
        places = {key: each for key, each in places.items() if key in chosen}
    kept = sorted(at for each in places.values() for at in (each if request.periods else each[-1:]))
    decimals = _decimals(found, codes)
    records = found.take(pa.array(kept, pa.int64())).to_pylist()
    return tuple(_pair(record, holdings, codes, decimals) for record in records)


def _decimals(found: "pa.Table", codes: tuple[str, ...]) -> dict[str, int]:
    """The places with which each release prints."""
    import pyarrow.compute as pc

    printed = {}
    for release in found["release"].unique().to_pylist():
        rows = found.filter(pc.equal(found["release"], release))
        values = [value for at in range(len(codes)) for value in rows[f"low_{at}"].unique().to_pylist()]
        printed[release] = decimals_among(values)
    return printed


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
    """The pairs of groups, made from members: all ``codes`` of one release, each weighed by its own denominator.

    Of several releases the newest that the gate lets through, else the newest; the latest published year where none is
    asked, and what was held back since. The total comes with them where the release has it.
    """
    asked = replace(request, by=by)
    facts = holdings.facts(request.indicator)
    if not groups_of(request, holdings) or facts.aggregator in ("none", "sum"):
        return ()
    if facts.aggregator == "weighted mean" and facts.denominator is None:
        return ()
    holdings, _ = extracted(request, holdings, (by,))
    found: dict[tuple[Any, ...], dict[str, Cell]] = {}
    for cell in cells_of(asked, holdings):
        column = cell.column
        key = (cell.group, cell.classified, cell.period, column["breakdown"], column["release"], column["unit"])
        held = found.setdefault(key, {})
        # Two codes of one release are two definitions: that with the more members is taken.
        rival = held.get(column[by])
        if rival is None or rival.parts.with_data < cell.parts.with_data:
            held[column[by]] = cell
    whole = [cells for cells in found.values() if all(code in cells for code in codes)]
    made = [GroupPair({code: judge(cells[code], asked, holdings, facts) for code in codes}, by) for cells in whole]
    chosen = _newest_published(made, request)
    kept = chosen if request.periods else since_last_published(chosen, GroupPair.whom)
    return tuple(_group_pair(each, holdings, facts) for each in kept)


@dataclass(frozen=True, slots=True)
class GroupPair:
    """The cells of one group and year by code, all of one release."""

    judged: dict[str, Judged]
    by: By

    @property
    def first(self) -> Cell:
        """The cell of the first code."""
        return next(iter(self.judged.values())).cell

    @property
    def period(self) -> str:
        """The year."""
        return self.first.period

    @property
    def published(self) -> bool:
        """Whether the gate lets all through and all count the same members."""
        return all(each.published for each in self.judged.values()) and self.is_of_the_same

    @property
    def is_of_the_same(self) -> bool:
        """Whether all count the same members: else what differs may be the members and not the people."""
        return len({each.cell.counted() for each in self.judged.values()}) == 1

    def whom(self) -> tuple[str, ...]:
        """Group, classification and breakdown."""
        return self.first.group, self.first.classified, self.first.column["breakdown"]

    def age(self) -> tuple[Any, ...]:
        """By which the newest release is found, those that are published last."""
        column = self.first.column
        return self.published, self.first.vintage or date.min, column["release"], column["unit"]


def _newest_published(made: list[GroupPair], request: Request) -> list[GroupPair]:
    """One release for each group, year and breakdown, unless all are asked; in order."""
    if request.vintage == "all":
        return sorted(made, key=lambda each: (*each.whom(), each.period, each.first.column["release"]))
    best: dict[tuple[str, ...], GroupPair] = {}
    for each in sorted(made, key=GroupPair.age):
        best[*each.whom(), each.period] = each
    return [best[key] for key in sorted(best)]


def _group_pair(made: GroupPair, holdings: Holdings, facts: IndicatorFacts) -> Pair:
    results = {code: result_of(each, holdings, facts) for code, each in made.judged.items()}
    first, column = next(iter(results.values())), made.first.column
    held_back = list(dict.fromkeys(each.held_back for each in made.judged.values() if each.held_back))
    if not made.is_of_the_same:
        held_back.append("Held back: the two are not counted in the same members.")
    values = {code: each.value for code, each in results.items() if each.value is not None}
    return Pair(
        first.area,
        str(first.period),
        values,
        first.unit or "",
        decimals_among(values.values()),
        first.vintage,
        column["release"],
        column["breakdown"],
        combined_status(each.status or NORMAL for each in results.values()),
        first.source if len({each.source for each in results.values()}) == 1 else None,
        first.classified,
        first.coverage,
        published=not held_back,
        held_back=" ".join(held_back),
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
