"""Delimited text as an Arrow table of words, with the line of the file on which each row stands.

Knows RFC 4180 (commas, quotes, line ends within quotes) and its relatives with other delimiters. Every cell stays the
text that is printed: "NA" is no missing value here, "007" no number. A row with more or fewer cells than the header is
not repaired; it is handed back. Knows nothing of what the words mean.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from stocktake.tables.codes import coded_if_repeating, each_column

if TYPE_CHECKING:
    import pyarrow as pa

_WIDEST = 2**31 - 1
_PRINTED = re.compile(rb"\S")
_LINE_ENDS = b"\r\n"


@dataclass(frozen=True, slots=True)
class Delimited:
    """A table of words.

    Attributes:
        cells: One column per name, in the order of the file; a name that is printed twice stands there twice. A column
            whose first rows say each word more than once comes as codes (an Arrow dictionary, one for all its chunks),
            the others as text: to code many words takes long.
        lines: The line of the file, from 1, on which each row ends; int32.
        ragged: Line and cells of each row whose number of cells is not the header's.
    """

    cells: "pa.Table"
    lines: "pa.Array"
    ragged: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """How a text is parted: the character between cells, the number of columns, whether there are quotes."""

    delimiter: str
    width: int
    is_quoted: bool


_Ragged = tuple[tuple[int, tuple[str, ...]], ...]


def read_delimited(
    data: bytes, delimiter: str, names: Sequence[str], first_line: int, start: int = 0
) -> Delimited:
    """The rows of ``data`` below its header, every cell as printed; empty lines are no rows.

    Args:
        data: The text, in UTF-8; that it is, is not looked at again.
        delimiter: The character between cells.
        names: The names of the columns, one per cell of the header.
        first_line: The line of the file on which the rows begin, from 1.
        start: The byte of ``data`` at which they begin. What stands before is not looked at, and nothing is copied.
    """
    import pyarrow as pa

    form = _Form(delimiter, len(names), data.find(b'"', start) >= 0)
    ragged: _Ragged = ()
    cells = _lines_as_rows(data, start, form)
    if cells is not None:
        lines = pa.arange(first_line, first_line + cells.num_rows)
    else:
        cells, is_uneven = _parsed(data, (start, len(data)), form, skip_empty=True)
        lines = None if is_uneven else _plain_lines(data, start, cells.num_rows, first_line)
    if lines is None:
        lines, ragged = _walked_lines(data[start:], form, first_line)
    return Delimited(cells.rename_columns(list(names)), lines.cast(pa.int32()), ragged)


def _lines_as_rows(data: bytes, start: int, form: _Form) -> "pa.Table | None":
    """The rows, where each line is one, of the right width; None where some are not, or might not be.

    Nobody has to count line ends then, which takes as long as a tenth of the parsing.
    """
    if form.is_quoted or form.width == 1:
        return None
    cells, is_uneven = _parsed(data, (start, _last_printed(data, start)), form, skip_empty=False)
    return None if is_uneven or _may_have_empty_line(cells) else cells


def _may_have_empty_line(cells: "pa.Table") -> bool:
    """Whether every column has an empty cell somewhere: an empty line is one of empty cells here."""
    import pyarrow as pa
    import pyarrow.compute as pc

    words = (each.chunk(0).dictionary if pa.types.is_dictionary(each.type) else each for each in cells.columns)
    return all(pc.any(pc.equal(each, "")).as_py() for each in words)


def _parsed(data: bytes, part: tuple[int, int], form: _Form, *, skip_empty: bool) -> tuple["pa.Table", bool]:
    """The rows of the right width in this part of the data, and whether there are others."""
    import pyarrow as pa

    names = [f"{number}" for number in range(form.width)]
    if _PRINTED.search(data, part[0]) is None:
        return pa.table({name: pa.array([], pa.string()) for name in names}), False
    texts, is_uneven = _texts(data, part, form, skip_empty=skip_empty)
    return pa.table(each_column(coded_if_repeating, texts), names=names), is_uneven


def _texts(data: bytes, part: tuple[int, int], form: _Form, *, skip_empty: bool) -> tuple["pa.Table", bool]:
    """The same, all of it text."""
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    start, end = part
    names = [f"{number}" for number in range(form.width)]
    uneven: list[int] = []

    def note(row: object) -> str:
        uneven.append(id(row))
        return "skip"

    table = arrow_csv.read_csv(
        pa.BufferReader(pa.py_buffer(data).slice(start, end - start)),
        read_options=arrow_csv.ReadOptions(column_names=names, block_size=_block(data, start)),
        parse_options=arrow_csv.ParseOptions(
            delimiter=form.delimiter,
            quote_char='"' if form.is_quoted else False,
            newlines_in_values=form.is_quoted,
            ignore_empty_lines=skip_empty,
            invalid_row_handler=note,
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=False
        ),
    )
    return table, bool(uneven)


def _block(data: bytes, start: int) -> int:
    """How many bytes are parsed at a time: a row must fit into a block."""
    usual = 4 * 2**20
    longest = max(map(len, data[start : start + 2**16].split(b"\n")))
    return min(max(usual, 4 * longest), _WIDEST)


def _plain_lines(data: bytes, start: int, rows: int, first_line: int) -> "pa.Array | None":
    """One line per row, where that is so: no empty line in between and no line end within quotes."""
    import pyarrow as pa

    end = _last_printed(data, start)
    ends = data.count(b"\n", start, end) or data.count(b"\r", start, end)
    if rows and ends + 1 != rows:
        return None
    return pa.arange(first_line, first_line + rows) if rows else pa.array([], pa.int64())


def _last_printed(data: bytes, start: int) -> int:
    """Where the last row ends, without its line end."""
    end = len(data)
    while end > start and data[end - 1] in _LINE_ENDS:
        end -= 1
    return end


def _walked_lines(data: bytes, form: _Form, first_line: int) -> tuple["pa.Array", _Ragged]:
    """The line of each row of the right width, and the other rows, by walking through the file."""
    import pyarrow as pa

    csv.field_size_limit(_WIDEST)
    rows = csv.reader(StringIO(data.decode(), newline=""), delimiter=form.delimiter)
    lines: list[int] = []
    ragged: list[tuple[int, tuple[str, ...]]] = []
    for row in rows:
        line = first_line - 1 + rows.line_num
        if len(row) == form.width:
            lines.append(line)
        elif row:
            ragged.append((line, tuple(row)))
    return pa.array(lines, pa.int64()), tuple(ragged)
