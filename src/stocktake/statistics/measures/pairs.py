"""Two values of the same people, year and release side by side: women and men, urban and rural, young and all.

Knows that only values of one release, in one unit, may be compared. An Ibis expression; computes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.aggregate import (
    Judged,
    held_back_words,
    judge,
    result_of,
    since_last_published,
)
from stocktake.statistics.measures.cells import Cell, cells_of
from stocktake.statistics.measures.dimensions import SPLITS, By, word_of
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.marked import TIER, areas_given, strings_of
from stocktake.statistics.measures.members import groups_of
from stocktake.statistics.measures.request import Holdings, IndicatorFacts, Request
from stocktake.statistics.measures.result import Detail, MemberCoverage, ResultSource
from stocktake.statistics.measures.series import combined_status, place_in, release_words
from stocktake.statistics.model import NORMAL, TOTAL
from stocktake.values.interval import Interval, decimals_among, rounded

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

RELEASE = ("place", "release", "unit")


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
        sources: Where each value stands, by code; None for one from several files.
        classified: For a group made from members.
        coverage: The same.
        published: The same.
        held_back: Why it is not published, each reason a clause; empty where it is.
        doubled: Whether the release holds two different values for one code.
        note: What else is to be said of a group; empty where nothing is.
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
    sources: Mapping[str, ResultSource | None] = field(default_factory=dict)
    classified: str | None = None
    coverage: MemberCoverage | None = None
    published: bool = True
    held_back: tuple[str, ...] = ()
    doubled: bool = False
    note: str = ""

    def interval(self, code: str) -> Interval:
        """What the value can have been before it was rounded."""
        return rounded(self.values[code], self.decimals)

    @property
    def words(self) -> str:
        """The release in words, and what makes the pair doubtful."""
        words = f"Both of one {release_words(self.vintage, self.release)}{self._files()}."
        if self.classified:
            words += " Our aggregate, made from the members of the group, each with its own denominator."
        words = " ".join(each for each in (*held_back_words(*self.held_back), words, self.note) if each)
        return words + (
            " The release holds two values for one of them; the lower is taken." if self.doubled else ""
        )

    def only(self, codes: tuple[str, ...]) -> "Pair":
        """The pair that is said to stand where the values of these codes do."""
        return replace(self, sources={code: self.sources[code] for code in codes if code in self.sources})

    @property
    def source(self) -> ResultSource | None:
        """The file that all values are in, with the row that all are in; None where there are several."""
        found = set(self.sources.values())
        first = next(iter(found), None)
        if first is None or None in found or len({each.sha256 for each in found if each}) > 1:
            return None
        return first if len(found) == 1 else replace(first, row=None)

    @property
    def details(self) -> dict[str, Detail]:
        """Details of a result: where each value stands, and the first reason why the pair is held back."""
        known = ((code, each) for code, each in self.sources.items() if each)
        places: Detail = [
            {"of": word_of(code) or "all", "file": each.file, "row": each.row, "sha256": each.sha256}
            for code, each in known
        ]
        return {"sources": places, **({"held_back": self.held_back[0]} if self.held_back else {})}

    def _files(self) -> str:
        """The files, where they are several, in words."""
        names = dict.fromkeys(each.file or each.sha256[:10] for each in self.sources.values() if each)
        return f", in the files {' and '.join(names)}" if self.source is None and len(names) > 1 else ""


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
    else:
        found = found.filter(pc.less_equal(found["period"], str(request.as_of.year)))
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
    told: dict[str, Any] = {}
    for at, code in enumerate((*codes, TOTAL)):
        of_it = column == code
        told |= {
            f"low_{at}": rows.value.min(where=of_it),
            f"high_{at}": rows.value.max(where=of_it),
            f"source_{at}": rows.source.min(where=of_it),
            f"row_{at}": rows.row.min(where=of_it),
        }
    wide = rows.group_by(["area", "breakdown", "period", *RELEASE]).agg(
        vintage=rows.vintage.max(), estimated=(rows.status != NORMAL).any(), **told
    )
    return wide.filter(*(wide[f"low_{at}"].notnull() for at in range(len(codes)))).order_by(
        ["area", "breakdown", "period", *RELEASE]
    )


def _kept(found: "pa.Table", request: Request, holdings: Holdings, codes: tuple[str, ...]) -> tuple[Pair, ...]:
    """The pairs of one release of each area, the newest of whom is believed first; its latest year if none is asked."""
    import pyarrow as pa

    names = [found[name].to_pylist() for name in ("area", "breakdown", "vintage", *RELEASE, "period")]
    held: dict[tuple[Any, ...], list[int]] = {}
    newest: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for at, (area, breakdown, vintage, *edition, period) in enumerate(zip(*names, strict=True)):
        place, *rest = edition
        whom, age = (area, breakdown), (-(place // TIER), vintage or date.min, period, -place, *rest)
        newest[whom] = max(newest.get(whom, age), age)
        held.setdefault((*whom, *edition), []).append(at)
    if request.vintage != "all":
        chosen = {(*whom, -back, *rest) for whom, (_, _, _, back, *rest) in newest.items()}
        held = {key: each for key, each in held.items() if key in chosen}
    kept = sorted(at for each in held.values() for at in (each if request.periods else each[-1:]))
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
    lows, highs, files, rows = (
        {
            code: record[f"{name}_{at}"]
            for at, code in enumerate((*codes, TOTAL))
            if record[f"low_{at}"] is not None
        }
        for name in ("low", "high", "source", "row")
    )
    doubled = lows != highs
    # Of a value that stands in two files only the file is told.
    sources = {code: place_in(holdings, files[code], None if doubled else rows[code]) for code in lows}
    return Pair(
        record["area"],
        record["period"],
        lows,
        record["unit"],
        decimals[record["release"]],
        record["vintage"],
        record["release"],
        record["breakdown"],
        combined_status(["E"] if record["estimated"] else []),
        sources,
        doubled=doubled,
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
        key = (cell.group, cell.classified, cell.period, column["breakdown"], *(column[each] for each in RELEASE))
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
        """By which the release that is taken is found, the last one: published, of whom is believed first, newest."""
        column = self.first.column
        day = self.first.vintage or date.min
        place, release = column["place"], (column["release"], column["unit"])
        return self.published, -(place // TIER), day, column["reaches"], -place, *release


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
        held_back.append("the two are not counted in the same members")
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
        {code: each.source for code, each in results.items()},
        classified=first.classified,
        coverage=first.coverage,
        published=not held_back,
        held_back=tuple(held_back),
        note=next(iter(made.judged.values())).note,
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
