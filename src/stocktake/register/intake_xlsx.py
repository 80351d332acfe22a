"""Contributions in a workbook (XLSX): every sheet, cell for cell, nothing executed.

Knows how a workbook keeps words, numbers, dates, formulas, merged cells and hidden sheets. A formula is never computed
and the value saved with it is not used: who wrote it says what it is. Knows no column.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile
from zlib import error as UnpackingError  # noqa: N812 - its own name says nothing

from stocktake.errors import InputError
from stocktake.register.intake_model import Book, Line, Sheet, broken
from stocktake.register.sheet_rows import rows_of

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_ROWS = 1_048_576
# Parts of a workbook are packed; a small file can be made to unfold into more than a machine holds.
_LARGEST = 1 << 30
_CHUNK = 1 << 20
_OVERLAP = 4096
# What unpacking and the readers of XML and of workbooks raise where a bit is turned: an encrypted part and an unknown
# way of packing are run-time errors there.
_DAMAGES = (
    *(BadZipFile, UnpackingError, RuntimeError, EOFError, ExpatError),
    *(ValueError, LookupError, TypeError, AttributeError, OverflowError, SyntaxError),
)
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_PARTS = re.compile(r"(?:xl/)?worksheets/[^/]+\.xml")


def handles(data: bytes) -> bool:
    """Whether the bytes are those of an XLSX file."""
    return data[:4] == b"PK\x03\x04" and b"xl/" in data


def read(data: bytes, name: str) -> Book:
    """The sheets of the workbook in their order; their rows are read when they are asked for.

    Raises:
        InputError: It is damaged or unfolds into too much.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with ZipFile(BytesIO(data)) as package:
            if sum(each.file_size for each in package.infolist()) > _LARGEST:
                raise broken(name, "it unfolds into more than a gigabyte", "Part it into several files.")
            book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
            merged = _merged(package)
    except (InvalidFileException, *_DAMAGES) as error:
        raise _damaged(name, error) from error
    return Book(tuple(_sheets(book, merged, name)))


def _damaged(name: str, error: Exception) -> InputError:
    return broken(name, f"the workbook is damaged ({error})", "Open it in a spreadsheet program and save it anew.")


def _sheets(
    book: "Workbook", merged: Mapping[str, tuple[tuple[int, int, int, int], ...]], name: str
) -> Iterator[Sheet]:
    for sheet in book.worksheets:
        rows = sheet.max_row or 0
        part = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
        hidden = sheet.sheet_state != "visible"
        yield Sheet(sheet.title, _lines(sheet, name), rows, hidden=hidden, merged=merged.get(part, ()))


def _lines(sheet: Any, name: str) -> Iterator[Line]:
    try:
        with sheet._get_source() as part:  # noqa: SLF001 - openpyxl gives no other way to the part
            for line in rows_of(part, sheet):
                if line.number > MOST_ROWS:
                    raise broken(
                        name, f"sheet {sheet.title!r} has more rows than a sheet can have", "Write it anew."
                    )
                yield line
    except _DAMAGES as error:
        raise _damaged(name, error) from error


def _merged(package: ZipFile) -> dict[str, tuple[tuple[int, int, int, int], ...]]:
    """The merged ranges of each part with a sheet: first and last column, first and last row.

    The reader that keeps memory low passes over them, so they are looked up in the part itself.
    """
    from openpyxl.utils import column_index_from_string as index

    found: dict[str, tuple[tuple[int, int, int, int], ...]] = {}
    for part in package.namelist():
        if _PARTS.fullmatch(part):
            ranges = dict.fromkeys(each.groups() for each in _scan(package, part))
            found[part] = tuple(
                (index(a.decode()), index(b.decode()), int(first), int(last)) for a, first, b, last in ranges
            )
    return found


def _scan(package: ZipFile, part: str) -> Iterator[re.Match[bytes]]:
    with package.open(part) as stream:
        before = b""
        while chunk := stream.read(_CHUNK):
            text = before + chunk
            yield from _MERGED.finditer(text)
            before = text[-_OVERLAP:]
