"""The beginning of a file, which is all that a reader sees before it says whether the file is its own.

Knows how bytes become text (encoding, byte order mark, padding), which delimiter the text has, and its first rows.
Knows no publisher. A file's name counts for nothing here but for DDF, whose convention puts the dimensions into it.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from stocktake.errors import InputError, InternalError
from stocktake.findings import Code, Finding

if TYPE_CHECKING:
    from stocktake.statistics.sources.sdmx_structures import Structure

Kind = Literal["rows", "json", "other"]
ROWS = 24
_HEAD = 64 * 1024
_DELIMITERS = ",|;\t"
_PROBE = 1024
_A_THIRD = 3
_TAIL = 4096
_MARKED = "utf-16"
_TAG = re.compile(r"#[a-z]\w*(\s*\+\s*\w+)*")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Rank(IntEnum):
    """How much a table matters among several: a sheet of a workbook, a member of a package."""

    UNKNOWN = 0
    NO_OBSERVATIONS = 1
    OBSERVATIONS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One of the first rows: its cells, bare of blanks, and the line of the text on which it ends."""

    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a file.

    Attributes:
        name: The file's name; for messages with the sheet behind it, where a workbook has several.
        kind: ``rows`` for delimited text, ``json``, ``other``.
        rows: The first rows that are not empty; none for JSON.
        delimiter: The character between cells.
        text: The first characters.
        sheet: The name of the sheet of a workbook; empty where it is none.
        tags: The row of hashtags below the header (HXL), which is none of ``rows``; None where there is none.
    """

    name: str
    kind: Kind
    rows: tuple[Row, ...] = ()
    delimiter: str = ","
    text: str = ""
    sheet: str = ""
    tags: Row | None = None

    def header(self, *names: str) -> Row | None:
        """The first row that holds all these names, whatever their case."""
        wanted = {name.casefold() for name in names}
        return next((row for row in self.rows if wanted <= _folded(row.cells)), None)

    def header_among(self, *choices: Sequence[str], with_a: Callable[[str], object] | None = None) -> Row | None:
        """The header of the first choice of names that stands there; ``with_a`` has to know one of its cells too."""
        headers = (self.header(*names) for names in choices)
        return next(
            (row for row in headers if row is not None and (with_a is None or any(map(with_a, row.cells)))), None
        )


# Every reader asks for the same rows.
@lru_cache(2 * ROWS)
def _folded(cells: tuple[str, ...]) -> frozenset[str]:
    return frozenset(cell.casefold() for cell in cells)


@dataclass(frozen=True, slots=True)
class File:
    """A whole file, as text in UTF-8.

    Attributes:
        head: Its beginning.
        data: Its bytes, in UTF-8, without byte order mark and padding.
        digest: The checksum of the bytes as they came.
        remarks: What was to be said of the encoding.
        structures: The SDMX structures that came with it.
        padded: The file was filled up with zero bytes at its end.
    """

    head: Head
    data: bytes
    digest: str
    remarks: tuple[Finding, ...] = ()
    structures: tuple["Structure", ...] = ()
    padded: bool = False

    @property
    def tail(self) -> str:
        """Its last characters, among which stands what publishers write below a table."""
        return self.data[-_TAIL:].decode("utf-8", "replace")


def found(header: Row | None, format_name: str) -> Row:
    """The header that ``handles`` has seen.

    Raises:
        InternalError: ``read`` was called on a file that ``handles`` does not know.
    """
    if header is None:
        raise InternalError(expected=f"a file of the format {format_name}", came="its header is not there")
    return header


def open_file(data: bytes, name: str, digest: str) -> File:
    """The file as text, with its beginning.

    Raises:
        InputError: The file is empty.
    """
    text, remarks = _as_utf8(data, name)
    if b"\n" not in text:
        # Lines that end as those of old Macintosh files, which Excel still writes.
        text = text.replace(b"\r", b"\n")
    if not text or text.isspace():
        raise InputError(
            expected="a table of statistics",
            came="the file is empty",
            where=name,
            advice="Download or export it again.",
        )
    return File(head_of(text, name), text, digest, remarks, padded=_is_padded(data))


def head_of(data: bytes, name: str) -> Head:
    """The beginning of a text in UTF-8."""
    text = data[:_HEAD].decode("utf-8", "ignore")
    if "\x00" in text or not text.strip():
        return Head(name, "other", text=text)
    if text.lstrip()[:1] in ("{", "["):
        return Head(name, "json", text=text)
    whole = text if len(data) <= _HEAD else text[: text.rfind("\n") + 1] or text
    delimiter = _delimiter(whole)
    rows = _first_rows(whole, delimiter)
    tags = next((row for row in rows if _is_tags(row.cells)), None)
    return Head(name, "rows", tuple(row for row in rows if row is not tags), delimiter, text, tags=tags)


def _is_tags(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and all(map(_TAG.fullmatch, filled))


def _first_rows(text: str, delimiter: str) -> tuple[Row, ...]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    rows: list[Row] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(tuple(cell.strip() for cell in cells), reader.line_num))
            if len(rows) == ROWS:
                break
    except csv.Error:
        # A cell longer than any table of statistics has: what was read so far is the head.
        return tuple(rows)
    return tuple(rows)


def _delimiter(text: str) -> str:
    """The character that parts most cells in lines that are alike; the comma where none does.

    Beside semicolons decimal commas stand in the rows alone, and those of a title on its one line.
    """
    lines = text.splitlines()[:ROWS]
    counts = {sign: Counter(line.count(sign) for line in lines) for sign in _DELIMITERS}
    alike = {sign: max((many * often for many, often in each.items()), default=0) for sign, each in counts.items()}
    return max(_DELIMITERS, key=lambda sign: alike[sign])


def _as_utf8(data: bytes, name: str) -> tuple[bytes, tuple[Finding, ...]]:
    """The text in UTF-8, and a remark where its encoding had to be guessed."""
    wide = _utf_16(data)
    if wide:
        remarks = () if wide == _MARKED else (_guessed(wide.upper()),)
        return _decoded(data, wide, name).rstrip("\x00").encode(), remarks
    data = data.removeprefix(b"\xef\xbb\xbf").rstrip(b"\x00")
    if data.isascii():
        return data, ()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if b"\x00" in data[:_HEAD]:
            return data, ()
        # Windows-1252 holds the printable signs of Latin-1, in which UNdata writes, and those that Excel adds.
        return data.decode("cp1252", "replace").encode(), (_guessed("Windows-1252 (Latin-1)"),)
    return data, ()


def _is_padded(data: bytes) -> bool:
    """Whether zero bytes fill the end; one alone may be half of a character in UTF-16."""
    return data.endswith(b"\x00\x00" if _utf_16(data) else b"\x00")


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            expected=f"text in {encoding.upper()}, as its first bytes say",
            came=f"byte {error.start} is none",
            where=name,
            advice="Save it as UTF-8.",
        ) from error


def _utf_16(data: bytes) -> str | None:
    """The encoding of a text in UTF-16, with a byte order mark or without; None where it is none.

    Half of the bytes of delimiters, digits and Latin letters are zero, all in the even places or all in the odd ones.
    """
    if data[:2] in _UTF_16:
        return _MARKED
    begin = data[:_PROBE]
    even, odd = begin[::2].count(0), begin[1::2].count(0)
    most = max(even, odd)
    if min(even, odd) or most * _A_THIRD < len(begin) or len(data) % 2:
        return None
    return "utf-16-be" if even else "utf-16-le"


def _guessed(encoding: str) -> Finding:
    return Finding(
        Code.ENCODING_GUESSED,
        "file",
        f"The file is not in UTF-8 and does not say its encoding; it is read as {encoding}.",
        "Look for odd characters in names; save it as UTF-8.",
    )
