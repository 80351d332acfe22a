"""The members of groups as a table of numbers: for each group, year, part of the people and edition who has a value.

The engine chooses the values and their weights (``editions``); here they stand as areas by editions, one such table for
each year, and a group is a choice of rows. Sums are taken in the order of the areas' codes, so that the same
observations give the same digits on every engine, in any order. Knows no formula but sums.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.dimensions import IDENTITY, SPLITS, By
from stocktake.statistics.measures.editions import EDITION, member_rows
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.marked import TIER, Extract
from stocktake.statistics.measures.members import RECENT, groups_of, members_in
from stocktake.statistics.measures.request import Classified, Holdings, IndicatorFacts, Request
from stocktake.statistics.model import NORMAL, TOTAL

if TYPE_CHECKING:
    import pyarrow as pa

NAMED_MISSING = 5
"""How many of the missing members are named: those with the largest denominator."""
PART = SPLITS
COLUMN = (*PART, "breakdown", *EDITION)
"""What names a column: a part of the people, a breakdown and an edition."""
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
class Year:
    """The values of one year, areas by columns.

    Attributes:
        values: Not a number where there is no value.
        weights: Each member's weight for the people of the column; not a number where none is held.
        has: Whether there is both.
        estimated: Whether the observation's status is another than A.
        sources: The place in ``Members.files`` of the file that the value is from; -1 for none.
    """

    values: Any
    weights: Any
    has: Any
    estimated: Any
    sources: Any


@dataclass(frozen=True, slots=True)
class Members:
    """All values of the indicator asked and their weights, as places in tables of numbers.

    Attributes:
        areas: The place of each area, in the order of the codes.
        periods: The place of each year, in order.
        columns: What each column is, by the names in ``COLUMN``, with ``vintage``.
        parts: The place of each column's part of the people among the parts that have weights; -1 for none.
        files: Checksums.
        placed: For each value its period, area and column, as arrays; the value, whether it is estimated, its file.
        weighed: For each weight its period, area and part, as arrays, and the weight; None where all count the same.
    """

    areas: Mapping[str, int]
    periods: Mapping[str, int]
    columns: tuple[dict[str, Any], ...]
    parts: Any
    files: tuple[str, ...]
    placed: tuple[Any, ...]
    weighed: tuple[Any, ...] | None

    def year(self, period: str) -> Year:
        """The values of one year."""
        import numpy as np

        at = self.periods.get(period, -1)
        periods, down, across, values, estimated, sources = self.placed
        rows = np.flatnonzero(periods == at)
        # One column more than there are: numpy sums a table of one column in another order than one of several.
        shape = len(self.areas), len(self.columns) + 1

        def spread(numbers: Any, empty: Any) -> Any:
            table = np.full(shape, empty)
            table[down[rows], across[rows]] = numbers[rows]
            return table

        spread_values, weights = spread(values, np.nan), self._weights(at)
        has = ~np.isnan(spread_values) & ~np.isnan(weights)
        return Year(spread_values, weights, has, spread(estimated, empty=False), spread(sources, -1))

    def _weights(self, period: int) -> Any:
        import numpy as np

        if self.weighed is None:
            return np.ones((len(self.areas), len(self.columns) + 1))
        periods, down, part, weights = self.weighed
        rows = np.flatnonzero(periods == period)
        # The last column is that of parts for which no weight is held.
        table = np.full((len(self.areas), int(self.parts.max(initial=-1)) + 2), np.nan)
        known = rows[part[rows] >= 0]
        table[down[known], part[known]] = weights[known]
        return table[:, np.append(self.parts, -1)]


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
    table = extract.once(Members, lambda: _members(extract, holdings.facts(request.indicator)))
    if table is None:
        return []
    groups = groups_of(request, holdings)
    wanted = [_is_of(column, request.by) for column in table.columns]
    cells: list[Cell] = []
    for period in request.periods or _last_periods(table, wanted):
        key = (cells_of, groups, request.classified, period)
        made = extract.once(key, lambda each=period: list(_cells(table, each, groups, (request, holdings))))  # type: ignore[misc]
        cells += [cell for at, cell in made if wanted[at]]
    return cells


def _is_of(column: Mapping[str, Any], by: By | None) -> bool:
    return all(column[name] == TOTAL for name in PART if name != by)


def _last_periods(table: Members, wanted: list[bool]) -> tuple[str, ...]:
    import numpy as np

    periods, _, across, *_ = table.placed
    held = set(np.unique(periods[np.array(wanted)[across]]).tolist())
    return tuple(sorted(period for period, at in table.periods.items() if at in held))[-RECENT:]


def _cells(
    table: Members, period: str, groups: tuple[str, ...], asked: tuple[Request, Holdings]
) -> Iterator[tuple[int, Cell]]:
    """The cells of one year, each with the place of its column."""
    request, holdings = asked
    year = table.year(period)
    facts = holdings.facts(request.indicator)
    # Most groups have the same members then and now.
    known: dict[tuple[str, ...], list[tuple[int, Cell]]] = {}
    for (group, classified), members in members_in(request, holdings, groups, period).items():
        made = known.get(members)
        if made is None:
            made = known[members] = list(_counted(table, year, (group, classified, period), members, facts))
            yield from made
        else:
            yield from ((at, replace(cell, group=group, classified=classified)) for at, cell in made)


def _counted(
    table: Members, year: Year, whose: tuple[str, Classified, str], members: tuple[str, ...], facts: IndicatorFacts
) -> Iterator[tuple[int, Cell]]:
    """The cells of one group in one year."""
    import numpy as np

    names = tuple(table.areas)
    rows = np.array([table.areas[area] for area in members if area in table.areas], dtype=int)
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


def _members(extract: Extract, facts: IndicatorFacts) -> Members | None:
    """All values and weights of the rows of a request; None where there is no value."""
    import numpy as np

    rows = extract.ask_alone(member_rows)
    values = rows.filter(rows["is_main"])
    if not values.num_rows:
        return None
    weights = _newest(rows.filter(rows["is_weight"])) if facts.aggregator == "weighted mean" else None
    areas = _numbered(values["area"], weights["area"] if weights else None)
    periods = _numbered(values["period"])
    files = _numbered(values["source"])
    across, firsts = _combined(values, COLUMN)
    columns = values.select([*COLUMN, "vintage"]).take(firsts).to_pylist()
    placed = (
        _places(values["period"], periods),
        _places(values["area"], areas),
        across,
        values["value"].to_numpy(),
        np.array(values["status"].to_pylist(), dtype=object) != NORMAL,
        _places(values["source"], files),
    )
    parts, weighed = _weighed(weights, columns, areas, periods)
    return Members(areas, periods, tuple(columns), parts, tuple(files), placed, weighed)


def _newest(rows: "pa.Table") -> "pa.Table":
    """The weights of the newest edition of each area and part of the people, as ``editions.newest`` has it."""
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = _of_one_unit(rows)
    rows = rows.append_column("edition", pa.array(_combined(rows, (*IDENTITY, *EDITION))[0]))
    held = rows.group_by([*IDENTITY, *EDITION], use_threads=False).aggregate(
        [("vintage", "max"), ("period", "max"), ("holds", "sum"), ("edition", "min")]
    )
    held = held.append_column("tier", pc.divide(held["place"], TIER))
    order = [("tier", "ascending"), ("vintage_max", "descending"), ("period_max", "descending")]
    order += [("place", "ascending"), ("holds_sum", "descending"), *((name, "ascending") for name in EDITION)]
    held = held.take(pc.sort_indices(held, sort_keys=order))
    _, firsts = _combined(held, IDENTITY)
    return rows.filter(pc.is_in(rows["edition"], held["edition_min"].take(pa.array(firsts))))


def _of_one_unit(rows: "pa.Table") -> "pa.Table":
    """The weights in the unit that most areas have: in different units they cannot weigh each other."""
    import pyarrow.compute as pc

    if pc.count_distinct(rows["unit"]).as_py() <= 1:
        return rows
    units = rows.group_by("unit", use_threads=False).aggregate([("area", "count_distinct")])
    order = [("area_count_distinct", "descending"), ("unit", "ascending")]
    return rows.filter(pc.equal(rows["unit"], units.take(pc.sort_indices(units, sort_keys=order))["unit"][0]))


def _weighed(
    weights: "pa.Table | None", columns: list[dict[str, Any]], areas: Mapping[str, int], periods: Mapping[str, int]
) -> tuple[Any, tuple[Any, ...] | None]:
    """The part of each column among those with weights, and the weights with their places."""
    import numpy as np

    if weights is None or not weights.num_rows:
        nothing = np.full(len(columns), -1)
        empty = np.empty(0, dtype=int)
        return nothing, None if weights is None else (empty, empty, empty, np.empty(0))
    part, firsts = _combined(weights, PART)
    known = {tuple(each.values()): at for at, each in enumerate(weights.select(PART).take(firsts).to_pylist())}
    parts = np.array([known.get(tuple(each[name] for name in PART), -1) for each in columns])
    placed = _places(weights["period"], periods), _places(weights["area"], areas), part
    # A part that no column is of takes up no room.
    part = np.where(np.isin(part, parts), part, -1)
    return parts, (placed[0], placed[1], part, weights["highest"].to_numpy())


def _numbered(*columns: "pa.ChunkedArray | None") -> dict[str, int]:
    """The place of each word among all, in order."""
    words = {word for column in columns if column is not None for word in column.unique().to_pylist()}
    return {word: number for number, word in enumerate(sorted(words))}


def _places(column: "pa.ChunkedArray", numbered: Mapping[str, int]) -> Any:
    """The place of each word of a column; -1 for one that has none."""
    import numpy as np

    encoded = column.combine_chunks().dictionary_encode()
    places = np.array([numbered.get(word, -1) for word in encoded.dictionary.to_pylist()], dtype=int)
    return places[encoded.indices.to_numpy()]


def _combined(rows: "pa.Table", names: Iterable[str]) -> tuple[Any, Any]:
    """For each row the place of its words among all that occur together, and the first row of each."""
    import numpy as np

    combined = np.zeros(rows.num_rows, dtype=np.int64)
    for name in names:
        numbered = _numbered(rows[name])
        combined = combined * len(numbered) + _places(rows[name], numbered)
    _, firsts, across = np.unique(combined, return_index=True, return_inverse=True)
    return across, firsts
