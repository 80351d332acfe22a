"""Observations as they come out of a message, one after the other, gathered into columns.

Knows that nearly all observations of a message have the same names in the same order, so that a column is every so
many-th text of one long list; that series have too; and that what stands on a series or a data set holds for the
observations after it. Knows no XML.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

Texts = list[str]
"""Name, value, name, value …; where a name stands there twice, its last value counts."""

Rows = tuple[Texts, list[int]]
"""Texts of some rows, one row after the other, and the place of each among all."""

_NEVER = "\x1f"
"""A character that no XML can hold (XML 1.0, 2.2)."""
_TYPE = "type"
"""What the standard itself says of a series (SDMX-ML, SetAttributeGroup): no component."""


class Columns:
    """Observations since the last table was taken.

    Attributes:
        flat: The texts of all observations, one after the other: a list for each would keep the garbage collector busy.
        widths: How many texts of ``flat`` each observation has.
        contexts: What stands on each series, in order; the last is the one being read.
    """

    def __init__(self) -> None:
        self.flat: Texts = []
        self.widths: list[int] = []
        self.contexts: list[Texts] = [[]]
        self._first: list[int] = [0]
        self._before = 0

    def add(self, texts: Texts) -> None:
        """One more observation."""
        self.flat += texts
        self.widths.append(len(texts))

    def enter(self, context: Texts) -> None:
        """What stands on the series, or the data set, that begins now; what is added to it later counts too."""
        self.contexts.append(context)
        self._first.append(len(self.widths))

    def add_late(self, component: str, text: str) -> None:
        """A component of the last observation, or of the series where it has no observation yet."""
        if len(self.widths) > self._first[-1]:
            self.flat += (component, text)
            self.widths[-1] += 2
        else:
            self.contexts[-1] += (component, text)

    def take(self, *, whole: bool) -> "pa.Table":
        """The observations, in their order, and none is held here any more.

        Args:
            whole: The message has ended. Else the last observation waits, as more of it may come.
        """
        import pyarrow as pa
        import pyarrow.compute as pc

        waiting = None if whole or not self.widths else self._taken_out()
        table = self._with_contexts(_table(self.flat, self.widths))
        places = pc.add(table[""], pa.scalar(self._before + 1, pa.int32()))
        self._before += len(self.widths)
        self._forget()
        if waiting is not None:
            texts, context = waiting
            if context is not self.contexts[-1]:
                self.contexts, self._first = [context, *self.contexts], [0, 1]
            self.add(texts)
        return table.set_column(table.column_names.index(""), "", places)

    def _taken_out(self) -> tuple[Texts, Texts]:
        """The last observation, which is held here no more, and what stands on its series."""
        first = len(self.flat) - self.widths.pop()
        texts = self.flat[first:]
        del self.flat[first:]
        return texts, self.contexts[bisect_right(self._first, len(self.widths)) - 1]

    def _forget(self) -> None:
        """Hold no observation, and what stands on the last series only; the loop holds on to the lists of texts."""
        self.flat.clear()
        self.widths.clear()
        self.contexts, self._first = self.contexts[-1:], [0]

    def _with_contexts(self, table: "pa.Table") -> "pa.Table":
        """The table with what stands on series and data set; what stands on the observation itself counts first."""
        import pyarrow as pa
        import pyarrow.compute as pc

        # The observation that waits is counted here no more, though the series after it may have begun.
        count = len(self.widths)
        spans = enumerate(pairwise([*(min(each, count) for each in self._first), count]))
        filled = [(end, place) for place, (start, end) in spans if end > start]
        if not filled:
            return table
        ends = pa.array([end for end, _ in filled], pa.int32())
        at = pc.run_end_decode(pa.RunEndEncodedArray.from_arrays(ends, pa.arange(0, len(filled)).cast(pa.int32())))
        texts = [self.contexts[place] for _, place in filled]
        series = _table(list(chain.from_iterable(texts)), list(map(len, texts)))
        for name in series.column_names:
            if name not in ("", _TYPE):
                words = series[name].combine_chunks().dictionary_encode()
                column = pa.DictionaryArray.from_arrays(words.indices.take(at), words.dictionary)
                table = _with(table, name, column)
        return table


def _table(flat: Texts, widths: Sequence[int]) -> "pa.Table":
    """Rows of texts as columns, null where a row lacks the name; "" holds the place of each, from 0 (int32)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = [
        _layout(names, texts, places)
        for width, (alike, at) in _by_width(flat, widths).items()
        for names, (texts, places) in _by_names(width, alike, at).items()
    ]
    if len(parts) == 1:
        return parts[0]
    table = pa.concat_tables(parts or [_layout((), [], [])], promote_options="default")
    return table.take(pc.inverse_permutation(table[""].combine_chunks()))


def _by_width(flat: Texts, widths: Sequence[int]) -> dict[int, Rows]:
    """The rows of as many texts each: those that follow each other are taken at once."""
    found: dict[int, Rows] = {}
    start = place = 0
    for width, run in groupby(widths):
        count = len(list(run))
        texts, places = found.setdefault(width, ([], []))
        texts += flat[start : start + count * width]
        places += range(place, place + count)
        start, place = start + count * width, place + count
    return found


def _by_names(width: int, texts: Texts, places: list[int]) -> dict[tuple[str, ...], Rows]:
    """The rows with the same names in the same order, out of rows of ``width`` texts each."""
    names = tuple(texts[:width:2])
    if all(texts[2 * number :: width].count(name) == len(places) for number, name in enumerate(names)):
        return {names: (texts, places)}
    found: dict[tuple[str, ...], Rows] = {}
    for start, place in zip(range(0, len(texts), width), places, strict=True):
        row = texts[start : start + width]
        alike, at = found.setdefault(tuple(row[::2]), ([], []))
        alike += row
        at.append(place)
    return found


def _layout(names: Sequence[str], flat: Texts, places: list[int]) -> "pa.Table":
    """The table of rows that all have these names; a name with a blank is one of another namespace."""
    import pyarrow as pa

    width = 2 * len(names)
    columns = {name: _words(flat[2 * place + 1 :: width]) for place, name in enumerate(names) if " " not in name}
    return pa.table({**columns, "": pa.array(places, pa.int32())})


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
