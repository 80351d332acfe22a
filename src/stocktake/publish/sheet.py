"""Tables as CSV and XLSX that no spreadsheet executes: whatever a cell says, it is text.

Knows how a formula is disarmed in either format (OWASP, CSV injection), what a workbook cannot hold, and how one is
written so that the same rows give the same bytes. Does not know what the rows say.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from stocktake.errors import UnsupportedError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# A spreadsheet takes a cell that begins so for a formula or a command; some take the full-width signs for the plain.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# XML 1.0 cannot hold control characters, halves of surrogate pairs and two non-characters: a workbook with one of them
# does not open, and half a pair cannot be written as UTF-8 at all.
_NOT_IN_XML = {
    code: "\N{REPLACEMENT CHARACTER}"
    for code in (*range(32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if chr(code) not in "\t\n\r"
}
CsvCell = str | int | float | None
EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - workbooks know no time zones
# Excel specifications and limits. A cell's characters are counted as UTF-16 has them.
MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
CUT = " [cut here: a cell holds no more; the CSV and the JSON have the whole]"


def disarmed(cell: str) -> str:
    """The cell as a spreadsheet shows it and does not execute it: an apostrophe before what could be a formula.

    What white space stands before makes no difference, since some programs leave it out when they read a table.
    """
    return f"'{cell}" if _is_dangerous(cell) else cell


def _is_dangerous(cell: str) -> bool:
    return cell.startswith(_DANGEROUS) or cell.lstrip().startswith(_DANGEROUS)


def fitted(cell: str) -> str:
    """The cell as a workbook can hold it: no character that XML has not, and where it is too long, cut visibly."""
    whole = cell.translate(_NOT_IN_XML)
    if len(whole) * 2 <= LONGEST_CELL or _units(whole) <= LONGEST_CELL:
        return whole
    kept = whole.encode("utf-16-le")[: 2 * (LONGEST_CELL - _units(CUT))]
    return kept.decode("utf-16-le", "ignore") + CUT


def _units(text: str) -> int:
    """How many characters a spreadsheet counts: those beyond the basic plane are two."""
    return len(text.encode("utf-16-le")) // 2


def to_csv(heads: Sequence[str], rows: Iterable[Sequence[CsvCell]]) -> str:
    """The table as CSV (RFC 4180), lines ended by CR LF.

    A number is written as it is, with the fewest digits that read back the same; ``true`` or ``false`` for a flag;
    nothing for None; a text disarmed, without the characters that no reader of tables expects.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _csv_cell(cell: CsvCell) -> CsvCell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    # A number is never a formula, and an apostrophe before its minus would make it a text.
    return disarmed(cell).translate(_NOT_IN_XML) if isinstance(cell, str) else cell


def to_xlsx(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> bytes:
    """The table as a workbook of one sheet: heads that stay in view, filters, wrapped text; the same bytes each time.

    Args:
        name: Of the sheet, at most 31 characters.
        heads: Of the columns.
        rows: The cells, all text.
        widths: Of the columns, in characters.

    Raises:
        UnsupportedError: There are more rows than a sheet holds.
    """
    from openpyxl import Workbook

    if len(rows) >= MOST_ROWS:
        raise UnsupportedError(
            expected=f"at most {MOST_ROWS - 1} rows, as many as a sheet holds",
            came=f"{len(rows)} rows",
            advice="Narrow what is listed, or take --csv.",
        )
    book = Workbook()
    book.properties.created = book.properties.modified = EPOCH
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has a sheet; this tells the type checker
    sheet.title = name
    sheet.append(list(heads))
    for row in rows:
        sheet.append([fitted(cell) for cell in row])
    _style(sheet, widths)
    return workbook_bytes(book)


def _style(sheet: "Worksheet", widths: Sequence[int]) -> None:
    """Every cell a wrapped text, the heads bold and in view."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for row in sheet.iter_rows():
        for cell in row:
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            # Else a program makes a formula of the text when a person edits the cell.
            cell.quotePrefix = isinstance(cell.value, str) and _is_dangerous(cell.value)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def workbook_bytes(book: "Workbook") -> bytes:
    """The workbook as a file; not by its own ``save``, which puts the time of the call in."""
    from openpyxl.writer.excel import ExcelWriter

    raw = io.BytesIO()
    ExcelWriter(book, ZipFile(raw, "w", ZIP_DEFLATED)).save()
    return _undated(raw.getvalue())


def _undated(package: bytes) -> bytes:
    """The package with every part dated alike: what is written twice is the same."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, EPOCH.timetuple()[:6]), old.read(name), ZIP_DEFLATED)
    return out.getvalue()
