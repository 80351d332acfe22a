"""Columns looked at by their distinct texts: a million rows hold a few hundred.

Knows how a column of text becomes codes (each distinct text once, and on each row its place among them), how several
columns become one number a row, and how a function of texts is spread over a column without a loop over rows. A column
of text may come either way, as text or as codes; what is made here is codes. Knows nothing of statistics.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from stocktake.statistics.sources.gathered import same
from stocktake.tables.codes import coded

if TYPE_CHECKING:
    import pyarrow as pa

_SPARSE = 8
_SEEN = 4096
_MOST_PLACES = 2**31 - 1


class Distinct:
    """The distinct combinations of some text columns, and which of them each row has.

    Attributes:
        keys: Each combination once, as a tuple of texts, in the order of its first row.
    """

    def __init__(self, columns: Sequence["pa.ChunkedArray"]) -> None:
        self._places, first = _placed(*_numbered(columns))
        self.keys: tuple[tuple[str, ...], ...] = tuple(
            zip(*(column.take(first).to_pylist() for column in columns), strict=True)
        )

    def spread(self, words: Sequence[Any], kind: "pa.DataType | None" = None) -> "pa.ChunkedArray":
        """A column with, on each row, the word at the place of its combination; of codes where no ``kind`` is given."""
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
    """The column with the function applied to each text, once per distinct text; nothing (a null) stays nothing."""
    import pyarrow as pa

    codes = coded(column).chunk(0)
    return _recoded(
        codes.indices, pa.array([function(word) for word in codes.dictionary.to_pylist()], pa.string())
    )


def each_where(
    mask: "pa.ChunkedArray", column: "pa.ChunkedArray", function: Callable[[str], str]
) -> "pa.ChunkedArray":
    """The column with the function applied to the texts of the rows for which ``mask`` holds."""
    import pyarrow as pa
    import pyarrow.compute as pc

    codes = coded(column).chunk(0)
    words = codes.dictionary.to_pylist()
    beyond = pc.if_else(mask, pa.scalar(len(words), pa.int32()), pa.scalar(0, pa.int32()))
    places = pc.add(codes.indices, beyond.combine_chunks())
    return _recoded(places, pa.array([*words, *map(function, words)], pa.string()))


def first_said(one: "pa.ChunkedArray", other: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """On each row what the one column says, or what the other does where it says nothing."""
    distinct = Distinct([one, other])
    return distinct.spread([first or second for first, second in distinct.keys])


def plain(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """The column as text."""
    import pyarrow as pa

    if not pa.types.is_dictionary(column.type):
        return column
    codes = coded(column).chunk(0)
    single = len(codes.dictionary) == 1 and not codes.null_count
    return same(codes.dictionary[0].as_py(), len(codes)) if single else pa.chunked_array([codes.cast(pa.string())])


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


def all_differ(columns: Sequence["pa.ChunkedArray"]) -> bool:
    """Whether no two rows are alike in all these columns of text."""
    import pyarrow.compute as pc

    numbers, most = _numbered(columns)
    if _is_sparse(numbers, most):
        return bool(pc.count_distinct(numbers).as_py() == len(numbers))
    marked = _last_rows(numbers, most)
    return bool(len(marked) - marked.null_count == len(numbers))


def numbered(columns: Sequence["pa.ChunkedArray"]) -> "pa.Array":
    """A number for each row, int32 or int64: rows have the same where they are alike in all these columns of text.

    Nothing (a null) is alike nothing, and no text.
    """
    return _numbered(columns)[0]


def _numbered(columns: Sequence["pa.ChunkedArray"]) -> tuple["pa.Array", int]:
    """The number of each row, and what all are below."""
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers, most = None, 1
    for column in {id(column): column for column in columns}.values():
        codes = coded(column).chunk(0)
        places, size = codes.indices, len(codes.dictionary)
        if places.null_count:
            places, size = pc.fill_null(places, size), size + 1
        if size <= 1:
            continue
        if numbers is None:
            numbers, most = places, size
            continue
        if _is_sparse(numbers, most * size):
            numbers, most = _without_gaps(numbers, most)
        kind = pa.int32() if most * size <= _MOST_PLACES else pa.int64()
        numbers = pc.add(pc.multiply(numbers.cast(kind), pa.scalar(size, kind)), places.cast(kind))
        most *= size
    return (pa.repeat(pa.scalar(0, pa.int32()), len(columns[0])), 1) if numbers is None else (numbers, most)


def _without_gaps(numbers: "pa.Array", most: int) -> tuple["pa.Array", int]:
    """Numbers from 0 for the same rows, each of which some row has, and what all are below."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if _is_sparse(numbers, most):
        codes = numbers.dictionary_encode()
        return codes.indices, len(codes.dictionary)
    had = pc.cumulative_sum(pc.is_valid(_last_rows(numbers, most)).cast(pa.int32()))
    return pc.subtract(had, pa.scalar(1, pa.int32())).take(numbers), had[-1].as_py()


def _placed(numbers: "pa.Array", most: int) -> tuple["pa.Array", "pa.Array"]:
    """For each row the place of its number among the distinct ones, and for each place its first row, in order."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if _is_sparse(numbers, most):
        places = numbers.dictionary_encode().indices
        # A row is the first of its kind where no row before it has so high a place.
        rises = pc.greater(pc.pairwise_diff(pc.cumulative_max(places)), 0)
        return places, pc.indices_nonzero(pc.fill_null(rises, fill_value=True))
    backwards = _last_rows(numbers[::-1], most)
    first = pc.subtract(pa.scalar(len(numbers) - 1, pa.int32()), backwards.drop_null()).sort()
    order = numbers.take(first)
    in_order = len(first) == most and order.equals(pa.arange(0, most).cast(order.type))
    return numbers if in_order else _last_rows(order, most).take(numbers), first


def _is_sparse(numbers: "pa.Array", most: int) -> bool:
    """Whether the numbers are too few for a table of all that could be."""
    return most > len(numbers) * _SPARSE + _SEEN or most > _MOST_PLACES


def _last_rows(numbers: "pa.Array", most: int) -> "pa.Array":
    """For each number below ``most`` the last row that has it; null where none has. Looks nothing up: it is quick."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.inverse_permutation(numbers, max_index=most - 1, output_type=pa.int32())


def _recoded(places: "pa.Array", words: "pa.Array") -> "pa.ChunkedArray":
    """The column that says, on each row, the word at its place; words that stand there twice have one code."""
    import pyarrow as pa

    once = words.dictionary_encode()
    differ = len(once.dictionary) == len(words)
    return pa.chunked_array(
        [pa.DictionaryArray.from_arrays(places if differ else once.indices.take(places), once.dictionary)]
    )


def is_empty(column: "pa.ChunkedArray | None") -> bool:
    """Whether the column is not there, or says nothing on any row."""
    import pyarrow.compute as pc

    return column is None or bool(pc.all(says(column, "")).as_py())
