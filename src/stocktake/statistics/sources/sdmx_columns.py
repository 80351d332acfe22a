"""Observations as they come out of a message, one after the other, gathered into columns.

Knows that nearly all observations of a message have the same names in the same order, so that a column is every so
many-th text of one long list. Knows what stands on a series or a data set holds for the observations after it. Knows
no XML.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

Values = dict[str, str]
_NEVER = "\x1f"
"""A character that no XML can hold (XML 1.0, 2.2)."""


class Columns:
    """Observations since the last table was taken.

    Attributes:
        flat: Name, value, name, value … of all observations, one after the other.
        widths: How many texts of ``flat`` each observation has.
        contexts: What stands on each series, in order; the last is the one being read.
    """

    def __init__(self) -> None:
        self.flat: list[str] = []
        self.widths: list[int] = []
        self.contexts: list[Values] = [{}]
        self._first: list[int] = [0]
        self._late: list[tuple[int, str, str]] = []
        self._before = 0

    def enter(self, context: Values) -> None:
        """What stands on the series, or the data set, that begins now."""
        self.contexts.append(context)
        self._first.append(len(self.widths))

    def add_late(self, component: str, text: str) -> None:
        """A component of the last observation, or of the series where it has no observation yet."""
        if len(self.widths) > self._first[-1]:
            self._late.append((self._before + len(self.widths), component, text))
        else:
            self.contexts[-1][component] = text

    def take(self, *, whole: bool) -> "pa.Table":
        """The observations, in their order, and none is held here any more.

        Args:
            whole: The message has ended. Else the last observation waits, as more of it may come.
        """
        import pyarrow as pa

        kept = None if whole or not self.widths else self._held_back()
        count = len(self.widths)
        places = pa.arange(self._before + 1, self._before + count + 1).cast(pa.int32())
        table = _table(self.flat, self.widths).append_column("", places)
        table = _with_late(self._with_contexts(table), self._late)
        self._before += count
        self._clear(kept)
        return table

    def _held_back(self) -> tuple[list[str], Values]:
        """The last observation, taken out, and what stands on its series."""
        width = self.widths.pop()
        first = len(self.flat) - width
        values = self.flat[first:]
        del self.flat[first:]
        return values, self.contexts[bisect_right(self._first, len(self.widths)) - 1]

    def _clear(self, kept: tuple[list[str], Values] | None) -> None:
        """Forget what was taken; the lists stay the same, as the loop holds on to them."""
        current = self.contexts[-1]
        self.flat.clear()
        self.widths.clear()
        self._late = [each for each in self._late if each[0] > self._before]
        self.contexts[:], self._first[:] = [current], [0]
        if kept is None:
            return
        values, context = kept
        self.flat.extend(values)
        self.widths.append(len(values))
        if context is not current:
            self.contexts[:], self._first[:] = [context, current], [0, 1]

    def _with_contexts(self, table: "pa.Table") -> "pa.Table":
        """The table with what stands on series and data set; what stands on the observation itself counts first."""
        import pyarrow as pa
        import pyarrow.compute as pc

        # The observation that waits is counted here no more, though the series after it may have begun.
        count = len(self.widths)
        spans = enumerate(pairwise([*(min(each, count) for each in self._first), count]))
        filled = [(end, place) for place, (start, end) in spans if end > start]
        ends, places = (pa.array([each[part] for each in filled], pa.int32()) for part in (0, 1))
        at = pc.run_end_decode(pa.RunEndEncodedArray.from_arrays(ends, places))
        for name in dict.fromkeys(chain.from_iterable(self.contexts)):
            words = pa.array([context.get(name) for context in self.contexts], pa.string()).dictionary_encode()
            column = pa.DictionaryArray.from_arrays(words.indices.take(at), words.dictionary)
            table = _with(table, name, column, over=False)
        return table


def _table(flat: list[str], widths: list[int]) -> "pa.Table":
    import pyarrow as pa

    width = widths[0] if widths else 0
    uniform = widths.count(width) == len(widths) and all(
        flat[place::width].count(flat[place]) == len(widths) for place in range(0, width, 2)
    )
    if uniform and width:
        return _layout(flat[:width:2], flat[1::2])
    by_layout: dict[tuple[str, ...], tuple[list[str], list[int]]] = {}
    start = 0
    for place, each in enumerate(widths):
        values, at = by_layout.setdefault(tuple(flat[start : start + each : 2]), ([], []))
        values += flat[start + 1 : start + each : 2]
        at.append(place)
        start += each
    if not by_layout:
        return pa.table({"": pa.array([], pa.int32())}).drop_columns([""])
    tables = [_layout(names, values).append_column("", [at]) for names, (values, at) in by_layout.items()]
    return pa.concat_tables(tables, promote_options="default").sort_by("").drop_columns([""])


def _layout(names: Sequence[str], values: list[str]) -> "pa.Table":
    """The table of observations that all have these names; a name with a blank is one of another namespace."""
    import pyarrow as pa

    width = len(names)
    return pa.table({name: _words(values[place::width]) for place, name in enumerate(names) if " " not in name})


def _words(texts: list[str]) -> "pa.Array":
    """The texts, one or more, as a column. Joined and parted again they get there in a third of the time."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.split_pattern(pa.array([_NEVER.join(texts)]), _NEVER).values


def _with_late(table: "pa.Table", late: list[tuple[int, str, str]]) -> "pa.Table":
    """The table with the components that came after their observations had begun."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for component in dict.fromkeys(component for _, component, _ in late):
        words = {place: text for place, each, text in late if each == component}
        found = pc.index_in(table[""], value_set=pa.array(list(words), pa.int32()))
        column = pa.array(list(words.values()), pa.string()).take(found.combine_chunks())
        table = _with(table, component, column, over=True)
    return table


def _with(table: "pa.Table", name: str, column: "pa.Array", *, over: bool) -> "pa.Table":
    """The table with the column; where it has one of that name, the one fills the gaps of the other."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if name not in table.column_names:
        return table.append_column(name, column)
    both = (column, table[name]) if over else (table[name], column)
    # Arrow fills the gaps of text with text, not with codes.
    filled = pc.coalesce(*(each.cast(pa.string()) for each in both))
    return table.set_column(table.column_names.index(name), name, filled)
