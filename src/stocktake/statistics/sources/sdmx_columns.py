"""Observations as they come out of a message, one after the other, gathered into columns.

Knows that nearly all observations of a message have the same names in the same order, so that a column is every so
many-th text of one long list; that series have too; and that what stands on a series or a data set holds for the
observations after it. Knows no XML.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

Texts = list[str]
"""Name, value, name, value …; where a name stands there twice, its last value counts."""

_NEVER = "\x1f"
"""A character that no XML can hold (XML 1.0, 2.2)."""
_TYPE = "type"
"""What the standard itself says of a series (SDMX-ML, SetAttributeGroup): no component."""


class Columns:
    """Observations since the last table was taken.

    Attributes:
        rows: The texts of each observation.
        contexts: What stands on each series, in order; the last is the one being read.
    """

    def __init__(self) -> None:
        self.rows: list[Texts] = []
        self.contexts: list[Texts] = [[]]
        self._first: list[int] = [0]
        self._before = 0

    def enter(self, context: Texts) -> None:
        """What stands on the series, or the data set, that begins now."""
        self.contexts.append(context)
        self._first.append(len(self.rows))

    def add_late(self, component: str, text: str) -> None:
        """A component of the last observation, or of the series where it has no observation yet."""
        last = self.rows[-1] if len(self.rows) > self._first[-1] else self.contexts[-1]
        last += (component, text)

    def take(self, *, whole: bool) -> "pa.Table":
        """The observations, in their order, and none is held here any more.

        Args:
            whole: The message has ended. Else the last observation waits, as more of it may come.
        """
        import pyarrow as pa
        import pyarrow.compute as pc

        waiting = [] if whole else self.rows[-1:]
        del self.rows[len(self.rows) - len(waiting) :]
        count = len(self.rows)
        table = self._with_contexts(_table(self.rows))
        places = pc.add(table[""], pa.scalar(self._before + 1, pa.int32()))
        self._before += count
        self._forget(waiting)
        return table.set_column(table.column_names.index(""), "", places)

    def _forget(self, waiting: list[Texts]) -> None:
        """Keep what waits and what it stands in; the list of rows stays the same, as the loop holds on to it."""
        current = self.contexts[-1]
        own = self.contexts[bisect_right(self._first, len(self.rows)) - 1] if waiting else current
        self.rows[:] = waiting
        self.contexts, self._first = ([current], [0]) if own is current else ([own, current], [0, len(waiting)])

    def _with_contexts(self, table: "pa.Table") -> "pa.Table":
        """The table with what stands on series and data set; what stands on the observation itself counts first."""
        import pyarrow as pa
        import pyarrow.compute as pc

        # The observation that waits is counted here no more, though the series after it may have begun.
        count = len(self.rows)
        spans = enumerate(pairwise([*(min(each, count) for each in self._first), count]))
        filled = [(end, place) for place, (start, end) in spans if end > start]
        if not filled:
            return table
        ends = pa.array([end for end, _ in filled], pa.int32())
        at = pc.run_end_decode(pa.RunEndEncodedArray.from_arrays(ends, pa.arange(0, len(filled)).cast(pa.int32())))
        series = _table([self.contexts[place] for _, place in filled])
        for name in series.column_names:
            if name not in ("", _TYPE):
                words = series[name].combine_chunks().dictionary_encode()
                column = pa.DictionaryArray.from_arrays(words.indices.take(at), words.dictionary)
                table = _with(table, name, column)
        return table


def _table(rows: Sequence[Texts]) -> "pa.Table":
    """The rows as columns of text, null where a row lacks the name; "" holds the place of each, from 0 (int32)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if _is_uniform(rows):
        return _layout(rows[0][::2] if rows else (), rows, pa.arange(0, len(rows)))
    by_names: dict[tuple[str, ...], list[int]] = {}
    for place, row in enumerate(rows):
        by_names.setdefault(tuple(row[::2]), []).append(place)
    parts = [_layout(names, [rows[place] for place in at], pa.array(at)) for names, at in by_names.items()]
    table = pa.concat_tables(parts, promote_options="default")
    return table.take(pc.inverse_permutation(table[""].combine_chunks()))


def _is_uniform(rows: Sequence[Texts]) -> bool:
    """Whether all rows have the same names in the same order."""
    if not rows:
        return True
    names, count = rows[0][::2], len(rows)
    if len(set(map(len, rows))) > 1:
        return False
    flat = list(chain.from_iterable(rows))
    return all(flat[2 * place :: 2 * len(names)].count(name) == count for place, name in enumerate(names))


def _layout(names: Sequence[str], rows: Sequence[Texts], places: "pa.Array") -> "pa.Table":
    """The table of rows that all have these names; a name with a blank is one of another namespace."""
    import pyarrow as pa

    flat, width = list(chain.from_iterable(rows)), 2 * len(names)
    columns = {name: _words(flat[2 * place + 1 :: width]) for place, name in enumerate(names) if " " not in name}
    return pa.table({**columns, "": places.cast(pa.int32())})


def _words(texts: Texts) -> "pa.Array":
    """The texts, one or more, as a column. Joined and parted again they get there in a third of the time."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.split_pattern(pa.array([_NEVER.join(texts)]), _NEVER).values


def _with(table: "pa.Table", name: str, column: "pa.Array") -> "pa.Table":
    """The table with the column; where it has one of that name, the new one fills its gaps."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if name not in table.column_names:
        return table.append_column(name, column)
    # Arrow fills the gaps of text with text, not with codes.
    filled = pc.coalesce(table[name], column.cast(pa.string()))
    return table.set_column(table.column_names.index(name), name, filled)
