"""What each group is made of: for each group, year, part of the people and edition the members that have a value.

A group is a choice of rows of ``member_values``. Sums are taken in the order of the areas' codes, so that the same
observations give the same digits on every engine, in any order. Knows no formula but sums.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from stocktake.statistics.measures.dimensions import By
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.member_values import PART, Counted, Members, Year, read_members
from stocktake.statistics.measures.members import RECENT, groups_of, members_in
from stocktake.statistics.measures.request import Classified, Holdings, IndicatorFacts, Request
from stocktake.statistics.model import TOTAL

NAMED_MISSING = 5
"""How many of the missing members are named: those with the largest denominator."""
Missing = tuple[tuple[str, float | None], ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What an aggregate is made of.

    Attributes:
        members: How many members the group has.
        with_data: How many have a value and a denominator.
        weight: The denominator of all members that have one.
        seen: That of the members with data.
        total: sum(w v) over the members with data.
        median: The median of the values.
        unweighted: How many members have no denominator.
    """

    members: int
    with_data: int
    weight: float
    seen: float
    total: float
    median: float | None = None
    unweighted: int = 0

    @property
    def share(self) -> float:
        """The share of the denominators held that has data, from 0 to 1."""
        return self.seen / self.weight if self.weight else 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One group in one year, for one part of the people, from one edition.

    Attributes:
        group: The code of the group.
        classified: As which its members are taken.
        period: The year.
        column: What its column is.
        parts: What its value is made of.
        is_estimated: Whether one of the values has another status than A.
        source: The checksum of the file that all values are from; None where there are several.
        members: The codes of all members, in order.
        names: The codes of all areas, in order.
        rows: The places of the members among them.
        numbers: Values, weights and whether there is both, of all areas.
    """

    group: str
    classified: Classified
    period: str
    column: Mapping[str, Any]
    parts: Parts
    is_estimated: bool
    source: str | None
    members: tuple[str, ...]
    names: tuple[str, ...]
    rows: Any
    numbers: tuple[Any, Any, Any]

    @property
    def vintage(self) -> date | None:
        """The day of the release."""
        day: date | None = self.column["vintage"]
        return day

    def rates(self) -> dict[str, tuple[float, float]]:
        """Value and weight of each member that has both."""
        values, weights, has = self.numbers
        return {self.names[row]: (float(values[row]), float(weights[row])) for row in self.rows if has[row]}

    def counted(self) -> bytes:
        """The same for every cell of this group that counts the same members."""
        return bytes(self.numbers[2][self.rows].tobytes())

    def missing(self) -> Missing:
        """The members that are not counted, the heaviest first, those without a weight last; at most five."""
        import numpy as np

        _, weights, has = self.numbers
        gone = self.rows[~has[self.rows]]
        weighed = gone[~np.isnan(weights[gone])]
        heavy = weighed[np.argsort(-weights[weighed], kind="stable")][:NAMED_MISSING]
        named: list[tuple[str, float | None]] = [(self.names[row], float(weights[row])) for row in heavy]
        if len(named) < NAMED_MISSING and self.parts.unweighted:
            has_weight = {self.names[row] for row in self.rows if not np.isnan(weights[row])}
            named += [(area, None) for area in self.members if area not in has_weight]
        return tuple(named[:NAMED_MISSING])


def cells_of(request: Request, holdings: Holdings) -> list[Cell]:
    """Every group, classification, year, part of the people and edition that any member has a value and a weight for.

    In the order of years, groups and columns, for the parts of the people that the request splits by.
    """
    holdings, extract = extracted(request, holdings)
    table = extract.once(Members, lambda: read_members(extract, holdings.facts(request.indicator)))
    if table is None:
        return []
    groups = groups_of(request, holdings)
    wanted = [_is_of(column, request.by) for column in table.columns]
    cells: list[Cell] = []
    for period in request.periods or _last_periods(table, wanted, str(request.as_of.year)):
        key = (cells_of, groups, request.classified, period)
        made = extract.once(key, lambda each=period: list(_cells(table, each, groups, (request, holdings))))  # type: ignore[misc]
        cells += [cell for at, cell in made if wanted[at]]
    return cells


def _is_of(column: Mapping[str, Any], by: By | None) -> bool:
    return all(column[name] == TOTAL for name in PART if name != by)


def _last_periods(table: Members, wanted: list[bool], until: str) -> tuple[str, ...]:
    """The last years with a value; what is after the as-of date is a projection, or was not known on it."""
    import numpy as np

    periods, _, across, *_ = table.placed
    held = set(np.unique(periods[np.array(wanted)[across]]).tolist())
    known = sorted(period for period, at in table.periods.items() if at in held and period <= until)
    return tuple(known[-RECENT:])


def _cells(
    table: Members, period: str, groups: tuple[str, ...], asked: tuple[Request, Holdings]
) -> Iterator[tuple[int, Cell]]:
    """The cells of one year, each with the place of its column."""
    request, holdings = asked
    holdings, extract = extracted(request, holdings)
    year = table.year(period)
    facts = holdings.facts(request.indicator)
    # Most groups have the same members then and now.
    known: dict[tuple[str, ...], list[tuple[int, Cell]]] = {}
    for (group, classified), members in members_in(request, holdings, groups, period).items():
        made = known.get(members)
        if made is None:
            counted = extract.once((Counted, members), lambda each=members: table.counted(each))  # type: ignore[misc]
            made = known[members] = list(_counted(table, year, (group, classified, period), counted, facts))
            yield from made
        else:
            yield from ((at, replace(cell, group=group, classified=classified)) for at, cell in made)


def _counted(
    table: Members, year: Year, whose: tuple[str, Classified, str], counted: Counted, facts: IndicatorFacts
) -> Iterator[tuple[int, Cell]]:
    """The cells of one group in one year."""
    import numpy as np

    members, names, rows = counted
    has, sources = year.has[rows], year.sources[rows]
    first = np.where(has, sources, len(table.files)).min(axis=0, initial=len(table.files))
    last = np.where(has, sources, -1).max(axis=0, initial=-1)
    estimated = (has & year.estimated[rows]).any(axis=0)
    for at, parts in _parts(year, rows, len(members), facts):
        yield (
            at,
            Cell(
                *whose,
                table.columns[at],
                parts,
                bool(estimated[at]),
                table.files[last[at]] if first[at] == last[at] else None,
                members,
                names,
                rows,
                (year.values[:, at], year.weights[:, at], year.has[:, at]),
            ),
        )


def _parts(year: Year, rows: Any, members: int, facts: IndicatorFacts) -> Iterator[tuple[int, Parts]]:
    """What the value of a group is made of, for each column with at least one of its members.

    Numpy adds down the rows one after the other, whatever else stands beside them.
    """
    import numpy as np

    values, weights, has = year.values[rows], year.weights[rows], year.has[rows]
    has_weight = ~np.isnan(weights)
    counts, weighted = has.sum(axis=0), has_weight.sum(axis=0)
    whole = np.where(has_weight, weights, 0.0).sum(axis=0)
    seen = np.where(has, weights, 0.0).sum(axis=0)
    totals = np.where(has, weights * values, 0.0).sum(axis=0)
    is_weighted = facts.aggregator == "weighted mean"
    is_median = facts.aggregator == "median"
    for at in np.flatnonzero(counts):
        yield (
            int(at),
            Parts(
                members,
                int(counts[at]),
                float(whole[at]) if is_weighted else float(members),
                float(seen[at]),
                float(totals[at]),
                float(np.median(values[has[:, at], at])) if is_median else None,
                members - int(weighted[at]) if is_weighted else 0,
            ),
        )
