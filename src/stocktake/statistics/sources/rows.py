"""Reading the rows of delimited text below a header, and taking columns by their names.

Knows how a header is matched (letters' case and blanks around a name do not count), and that a row of another length
than the header means a file cut or broken. Knows no publisher.
"""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stocktake.errors import InputError, InternalError
from stocktake.findings import Code, Finding
from stocktake.statistics.sources.distinct import is_empty, plain, says, trimmed
from stocktake.statistics.sources.head import File, Row
from stocktake.statistics.sources.places import listed, shown
from stocktake.tables.delimited import read_delimited

if TYPE_CHECKING:
    import pyarrow as pa


_MOST = 10
_NUMBER = r"^\s*[-+]?\d[\d.,\s]*%?\s*$"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file.

    Attributes:
        names: The names over the columns, as printed.
        cells: The columns, in their order; as codes where words repeat themselves, else as text.
        lines: The line of each row; int32.
    """

    names: tuple[str, ...]
    cells: tuple["pa.ChunkedArray", ...]
    lines: "pa.ChunkedArray"

    def __len__(self) -> int:
        return len(self.lines)

    def find(self, *names: str) -> "pa.ChunkedArray | None":
        """The first column under any of these names, blanks taken off its cells; None where there is none.

        Raises:
            InputError: Two columns have that name, so that it is open which is meant.
        """
        place = self.place(*names)
        if place is not None:
            self._refuse_twin(self.names[place])
        return None if place is None else trimmed(self.cells[place])

    def take(self, *names: str) -> "pa.ChunkedArray":
        """As ``find``, for a column that the reader's ``handles`` has seen."""
        found = self.find(*names)
        if found is None:
            raise InternalError(
                expected=f"a column {' or '.join(names)}", came=f"there are {', '.join(self.names)}"
            )
        return found

    def place(self, *names: str) -> int | None:
        """Where the first column under any of these names stands; None where there is none."""
        printed = [name.casefold() for name in self.names]
        return next((printed.index(name.casefold()) for name in names if name.casefold() in printed), None)

    def _refuse_twin(self, name: str) -> None:
        if [each.casefold() for each in self.names].count(name.casefold()) > 1:
            raise InputError(
                expected="columns of different names",
                came=f"two are called “{shown(name)}”",
                advice="Leave out or rename one of them.",
            )

    def headed(self, knows: Callable[[str], object]) -> dict[int, str]:
        """The columns whose names ``knows`` knows: name by place."""
        return {place: name for place, name in enumerate(self.names) if knows(name)}

    def empty(self) -> list[str]:
        """The names of the columns that say nothing on any row."""
        return [name for name, cells in zip(self.names, self.cells, strict=True) if is_empty(trimmed(cells))]

    def without(self, form: str) -> "Rows":
        """The rows that are no notes: those begin so (a regular expression), and print no number beside.

        A country with a star ("*Nami"), or a series such as "Sources of power", is a row like others.
        """
        import pyarrow.compute as pc

        notes = pc.match_substring_regex(plain(self.cells[0]), rf"^(?:{form})")
        for cells in self.cells[1:]:
            if not pc.any(notes).as_py():
                return self
            notes = pc.and_not(notes, pc.match_substring_regex(plain(cells), _NUMBER))
        return self.keep(pc.invert(notes))

    def keep(self, mask: "pa.ChunkedArray") -> "Rows":
        """The rows for which ``mask`` holds."""
        return Rows(self.names, tuple(cell.filter(mask) for cell in self.cells), self.lines.filter(mask))


def read_rows(file: File, header: Row, is_foot: Callable[[Sequence[str]], bool] | None = None) -> Rows:
    """The rows below ``header``.

    Args:
        file: The file.
        header: Its row of names.
        is_foot: Which rows of another length are the publisher's own words below the table; they are left out.

    Raises:
        InputError: A row has more or fewer cells than the header, or a quote is never closed.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    start = _below(file, header)
    if file.data.find(b'"', start) >= 0 and file.data.count(b'"', start) % 2:
        raise _cut(file.head.name, "a quote is opened and never closed")
    try:
        names = [str(place) for place in range(len(header.cells))]
        table = read_delimited(file.data, file.head.delimiter, names, header.line + 1, start)
    except (csv.Error, pa.ArrowInvalid) as error:
        raise _cut(file.head.name, f"it cannot be parted into rows ({error})") from error
    if len(table.lines) != table.cells.num_rows:
        raise _cut(file.head.name, "quotes stand within cells where none may stand")
    filled = [row for row in table.ragged if any(cell.strip() for cell in row[1])]
    broken = [row for row in filled if is_foot is None or not is_foot(row[1])]
    if broken:
        line, cells = broken[0]
        wide = f"{len(cells)} cell{'s' if len(cells) != 1 else ''}"
        more = f", and {len(broken) - 1:,} more such" if len(broken) > 1 else ""
        raise _cut(file.head.name, f"line {line} has {wide}, its header {len(header.cells)}{more}")
    rows = _without_blanks(Rows(header.cells, tuple(table.cells.columns), pa.chunked_array([table.lines])))
    tags = file.head.tags
    return rows if tags is None or tags.line <= header.line else rows.keep(pc.not_equal(rows.lines, tags.line))


def _without_blanks(rows: Rows) -> Rows:
    """The rows that print anything: spreadsheets write an empty row as delimiters alone."""
    import pyarrow.compute as pc

    blank = says(trimmed(rows.cells[0]), "")
    for column in rows.cells[1:]:
        if not pc.any(blank).as_py():
            return rows
        blank = pc.and_(blank, says(trimmed(column), ""))
    return rows.keep(pc.invert(blank))


def ignored_columns(rows: Rows, used: Sequence[str]) -> tuple[Finding, ...]:
    """A remark on the columns that are read by nobody."""
    known = {name.casefold() for name in used}
    left = [name for name in rows.names if name and name.casefold() not in known]
    if not left:
        return ()
    words = listed([f"“{name}”" for name in left], _MOST)
    return (Finding(Code.COLUMN_IGNORED, "column", f"Not read: {words}.", ""),)


def _below(file: File, header: Row) -> int:
    """The first byte below the header."""
    place = 0
    for _ in range(header.line):
        end = file.data.find(b"\n", place)
        if end < 0:
            return len(file.data)
        place = end + 1
    return place


def _cut(name: str, came: str) -> InputError:
    return InputError(
        expected="a whole table, as many cells on each row as in its header",
        came=came,
        where=name,
        advice="The file is cut or broken: download or export it again.",
    )
