"""Columns looked at by their distinct texts: a million rows hold a few hundred.

Knows how a function of texts is spread over a column without a loop over rows. Knows nothing of statistics.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

_SEPARATOR = "\x1f"


class Distinct:
    """The distinct combinations of some text columns, and which of them each row has.

    Attributes:
        keys: Each combination once, as a tuple of texts, in the order of its first row.
    """

    def __init__(self, columns: Sequence["pa.ChunkedArray"]) -> None:
        import pyarrow.compute as pc

        self._joined = columns[0] if len(columns) == 1 else pc.binary_join_element_wise(*columns, _SEPARATOR)
        self._values = pc.unique(self._joined)
        self.keys: tuple[tuple[str, ...], ...] = tuple(
            tuple(text.split(_SEPARATOR)) for text in self._values.to_pylist()
        )
        self._places = pc.index_in(self._joined, value_set=self._values)

    def spread(self, words: Sequence[Any], kind: "pa.DataType | None" = None) -> "pa.ChunkedArray":
        """A column with, on each row, the word at the place of its combination; of text where ``kind`` is not given."""
        import pyarrow as pa
        import pyarrow.compute as pc

        return pc.take(pa.array(list(words), kind or pa.string()), self._places)

    def rows_of(self, keys: Sequence[tuple[str, ...]], lines: "pa.ChunkedArray") -> "pa.ChunkedArray":
        """The lines on which any of these combinations stands."""
        import pyarrow as pa
        import pyarrow.compute as pc

        wanted = pa.array([_SEPARATOR.join(key) for key in keys], pa.string())
        return lines.filter(pc.is_in(self._joined, value_set=wanted))


def each(column: "pa.ChunkedArray", function: Callable[[str], str | None]) -> "pa.ChunkedArray":
    """The column with the function applied to each text, once per distinct text."""
    distinct = Distinct([column])
    return distinct.spread([function(key[0]) for key in distinct.keys])
