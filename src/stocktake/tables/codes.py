"""Columns of text as codes: each distinct text once, and on each row its place among them (an Arrow dictionary).

Knows that printed tables repeat the same text on many rows that follow each other. Knows nothing of what texts mean.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

_SEEN = 4096
_REPEATING = 2
_LONG = 4
_MANY = 2**16


def coded(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """The column as codes of one chunk; texts alike have the same code, and codes stand in the order of their rows."""
    import pyarrow as pa

    if not pa.types.is_dictionary(column.type):
        return _by_runs(column) if _has_runs(column) else _one_chunk(column.dictionary_encode())
    return column if column.num_chunks == 1 else _one_chunk(column.unify_dictionaries())


def coded_if_repeating(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """The column as codes where its first rows say each word more than once: to code many words takes long."""
    first = column.slice(0, _SEEN)
    return coded(column) if len(first.unique()) * _REPEATING <= len(first) else column


def each_column(
    function: Callable[["pa.ChunkedArray"], "pa.ChunkedArray"], table: "pa.Table"
) -> list["pa.ChunkedArray"]:
    """The columns of the table with the function applied; those of many rows are worked on at the same time."""
    import pyarrow as pa

    if table.num_rows < _MANY:
        return list(map(function, table.columns))
    # Arrow does not hold up Python's other threads.
    with ThreadPoolExecutor(pa.cpu_count()) as threads:
        return list(threads.map(function, table.columns))


def _has_runs(column: "pa.ChunkedArray") -> bool:
    """Whether there are many rows, and those that follow each other often say the same: so the first ones do."""
    import pyarrow.compute as pc

    if len(column) < _MANY:
        return False
    first = column.slice(0, _SEEN).combine_chunks()
    return len(pc.run_end_encode(first).values) * _LONG < len(first)


def _by_runs(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """As ``coded``. Rows alike that follow each other are looked up once: it takes half of the time."""
    import pyarrow as pa
    import pyarrow.compute as pc

    runs = pc.run_end_encode(column).chunks
    words = pa.chunked_array([run.values for run in runs], column.type).dictionary_encode()
    places = [
        pc.run_end_decode(pa.RunEndEncodedArray.from_arrays(run.run_ends, codes.indices))
        for run, codes in zip(runs, words.chunks, strict=True)
    ]
    dictionary = words.chunk(0).dictionary
    return pa.chunked_array([pa.DictionaryArray.from_arrays(pa.concat_arrays(places), dictionary)])


def _one_chunk(codes: "pa.ChunkedArray") -> "pa.ChunkedArray":
    import pyarrow as pa

    return pa.chunked_array([codes.combine_chunks()], codes.type)
