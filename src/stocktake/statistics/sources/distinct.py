"""Columns looked at by their distinct texts: a million rows hold a few hundred.

Knows how a column of text becomes codes (each distinct text once, and on each row its place among them), how several
columns become one number a row, and how a function of texts is spread over a column without a loop over rows. A column
of text may come either way, as text or as codes; what is made here is codes. Knows nothing of statistics.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_CODES = 2**62
_SINGLE = 2


class Distinct:
    """The distinct combinations of some text columns, and which of them each row has.

    Attributes:
        keys: Each combination once, as a tuple of texts, in the order of its first row.
    """

    def __init__(self, columns: Sequence["pa.ChunkedArray"]) -> None:
        import pyarrow.compute as pc

        self._places = numbered(columns).dictionary_encode().indices
        # A row is the first of its kind where no row before it has so high a place.
        rises = pc.greater(pc.pairwise_diff(pc.cumulative_max(self._places)), 0)
        first = pc.indices_nonzero(pc.fill_null(rises, fill_value=True))
        self.keys: tuple[tuple[str, ...], ...] = tuple(
            zip(*(column.take(first).to_pylist() for column in columns), strict=True)
        )

    def spread(self, words: Sequence[Any], kind: "pa.DataType | None" = None) -> "pa.ChunkedArray":
        """A column with, on each row, the word at the place of its combination; coded text where ``kind`` is not given."""
        import pyarrow as pa

        if kind is None:
            return _recoded(self._places, pa.array(list(words), pa.string()))
        return pa.chunked_array([pa.array(list(words), kind).take(self._places)])

    def rows_of(self, keys: Sequence[tuple[str, ...]], lines: "pa.ChunkedArray") -> "pa.ChunkedArray":
        """The lines on which any of these combinations stands."""
        import pyarrow as pa
        import pyarrow.compute as pc

        wanted = set(keys)
        places = pa.array([place for place, key in enumerate(self.keys) if key in wanted], pa.int32())
        return lines.filter(pc.is_in(self._places, value_set=places))


def each(column: "pa.ChunkedArray", function: Callable[[str], str | None]) -> "pa.ChunkedArray":
    """The column with the function applied to each text, once per distinct text."""
    import pyarrow as pa

    codes = coded(column).chunk(0)
    return _recoded(codes.indices, pa.array([function(word) for word in codes.dictionary.to_pylist()], pa.string()))


def first_said(one: "pa.ChunkedArray", other: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """On each row what the one column says, or what the other does where it says nothing."""
    distinct = Distinct([one, other])
    return distinct.spread([first or second for first, second in distinct.keys])


def coded(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """The column as codes of one chunk; texts alike have the same code."""
    import pyarrow as pa

    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    return pa.chunked_array([column.unify_dictionaries().combine_chunks()], column.type)


def plain(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """The column as text."""
    import pyarrow as pa

    return column.cast(pa.string())


def words_in(column: "pa.ChunkedArray") -> "pa.Array":
    """The distinct texts of a column, in the order of their first rows."""
    import pyarrow as pa

    return column.unique().cast(pa.string())


def trimmed(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """The column with the blanks taken off its texts."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_dictionary(column.type):
        return pc.utf8_trim_whitespace(column)
    codes = coded(column).chunk(0)
    return _recoded(codes.indices, pc.utf8_trim_whitespace(codes.dictionary))


def says(column: "pa.ChunkedArray", word: str) -> "pa.ChunkedArray":
    """Whether each row says ``word``."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_dictionary(column.type):
        return pc.equal(column, word)
    codes = coded(column).chunk(0)
    return pa.chunked_array([pc.equal(codes.indices, pa.scalar(codes.dictionary.index(word).as_py(), pa.int32()))])


def numbered(columns: Sequence["pa.ChunkedArray"]) -> "pa.Array":
    """A number for each row, int64: rows have the same where they are alike in all these columns of text.

    Nothing (a null) is like nothing, and like no text.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers, most = pa.repeat(pa.scalar(0, pa.int64()), len(columns[0])), 1
    for column in columns:
        codes = coded(column).chunk(0)
        places, size = codes.indices, len(codes.dictionary) + 1
        if places.null_count:
            places = pc.fill_null(places, size - 1)
        elif size <= _SINGLE:
            continue
        if most * size > _MOST_CODES:
            numbers, most = numbers.dictionary_encode().indices.cast(pa.int64()), len(numbers)
        numbers = places.cast(pa.int64()) if most == 1 else pc.add(pc.multiply(numbers, size), places)
        most *= size
    return numbers


def _recoded(places: "pa.Array", words: "pa.Array") -> "pa.ChunkedArray":
    """The column that says, on each row, the word at its place; words that stand there twice have one code."""
    import pyarrow as pa

    once = words.dictionary_encode()
    return pa.chunked_array([pa.DictionaryArray.from_arrays(once.indices.take(places), once.dictionary)])
