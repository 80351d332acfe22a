"""The values of an indicator's members and their weights as tables of numbers, areas by editions, one for each year.

The engine chooses the rows (``editions``); here each becomes a place in a table. A weight is that of the newest edition
of its area, in one unit. Knows no group and no formula.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from stocktake.statistics.measures.dimensions import IDENTITY, SPLITS
from stocktake.statistics.measures.editions import EDITION, member_rows
from stocktake.statistics.measures.marked import TIER, Extract
from stocktake.statistics.measures.request import IndicatorFacts
from stocktake.statistics.model import NORMAL

if TYPE_CHECKING:
    import pyarrow as pa

PART = SPLITS
COLUMN = (*PART, "breakdown", *EDITION)
"""What names a column: a part of the people, a breakdown and an edition."""


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


class Counted(NamedTuple):
    """Who is counted in a group: the codes of all members, those of all areas, the places of the members among them."""

    members: tuple[str, ...]
    names: tuple[str, ...]
    rows: Any


@dataclass(frozen=True, slots=True)
class Members:
    """All values of the indicator asked and their weights, as places in tables of numbers.

    Attributes:
        areas: The place of each area, in the order of the codes.
        periods: The place of each year, in order.
        columns: What each column is, by the names in ``COLUMN``, with ``vintage`` and ``reaches``, the last year that
            its release has a value of.
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

    def counted(self, members: tuple[str, ...]) -> Counted:
        """These members among the areas."""
        import numpy as np

        rows = np.array([self.areas[area] for area in members if area in self.areas], dtype=int)
        return Counted(members, tuple(self.areas), rows)

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


def read_members(extract: Extract, facts: IndicatorFacts) -> Members | None:
    """All values and weights of the rows of a request; None where there is no value."""
    import pyarrow.compute as pc

    rows = extract.ask_alone(member_rows)
    values = rows.filter(rows["is_main"])
    if not values.num_rows:
        return None
    weights = _newest(rows.filter(rows["is_weight"])) if facts.aggregator == "weighted mean" else None
    areas = _numbered(values["area"], weights["area"] if weights else None)
    years, down = _coded(values["period"])
    files, sources = _coded(values["source"])
    across, firsts = _combined(values, COLUMN)
    columns = values.select([*COLUMN, "vintage"]).take(firsts).to_pylist()
    _add_reaches(columns, across, down, years)
    placed = (
        down,
        _places(values["area"], areas),
        across,
        values["value"].to_numpy(),
        pc.not_equal(values["status"], NORMAL).to_numpy(),
        sources,
    )
    periods = {year: at for at, year in enumerate(years)}
    parts, weighed = _weighed(weights, columns, areas, periods)
    return Members(areas, periods, tuple(columns), parts, tuple(files), placed, weighed)


def _add_reaches(columns: list[dict[str, Any]], across: Any, down: Any, years: list[str]) -> None:
    """To each column the last year of its release, whatever the column itself holds."""
    import numpy as np

    last = np.zeros(len(columns), dtype=int)
    np.maximum.at(last, across, down)
    reached: dict[str, int] = {}
    for column, year in zip(columns, last.tolist(), strict=True):
        reached[column["release"]] = max(reached.get(column["release"], 0), year)
    for column in columns:
        column["reaches"] = years[reached[column["release"]]]


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


def _coded(column: "pa.ChunkedArray") -> tuple[list[Any], Any]:
    """The words of a column in order, and for each row the place of its word among them."""
    import numpy as np

    encoded = column.combine_chunks().dictionary_encode()
    words = encoded.dictionary.to_pylist()
    order = sorted(range(len(words)), key=words.__getitem__)
    return [words[at] for at in order], np.argsort(order)[encoded.indices.to_numpy()]


def _combined(rows: "pa.Table", names: Iterable[str]) -> tuple[Any, Any]:
    """For each row the place of its words among all that occur together, and the first row of each."""
    import numpy as np

    combined = np.zeros(rows.num_rows, dtype=np.int64)
    for name in names:
        words, places = _coded(rows[name])
        if len(words) > 1:
            combined = combined * len(words) + places
    _, firsts, across = np.unique(combined, return_index=True, return_inverse=True)
    return across, firsts
