"""Tables as CSV and XLSX that no spreadsheet executes: whatever a cell says, it is text.

Knows how a formula is disarmed in either format (OWASP, CSV injection), and how a workbook is written so that the
same rows give the same bytes. Does not know what the rows say.
"""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# A spreadsheet takes a cell that begins so for a formula or a command.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
# Characters that XML 1.0 cannot hold; a workbook with one of them does not open.
_NOT_IN_XML = {code: "\N{REPLACEMENT CHARACTER}" for code in range(32) if chr(code) not in "\t\n\r"}
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - workbooks know no time zones
_MOST_ROWS = 1_048_576


def disarmed(cell: str) -> str:
    """The cell as a spreadsheet shows it and does not execute it: an apostrophe before what could be a formula."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell


def to_csv(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table as CSV (RFC 4180), in UTF-8 without a mark, lines ended by CR LF."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([disarmed(cell) for cell in row] for row in rows)
    return out.getvalue()


def to_xlsx(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> bytes:
    """The table as a workbook of one sheet: heads that stay in view, filters, wrapped text; the same bytes each time.

    Args:
        name: Of the sheet, at most 31 characters.
        heads: Of the columns.
        rows: The cells, all text.
        widths: Of the columns, in characters.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.properties.created = book.properties.modified = _EPOCH
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has a sheet; this tells the type checker
    sheet.title = name
    sheet.append(list(heads))
    for row in rows[: _MOST_ROWS - 1]:
        sheet.append([cell.translate(_NOT_IN_XML) for cell in row])
    for row_of_cells in sheet.iter_rows():
        for cell in row_of_cells:
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    raw = io.BytesIO()
    book.save(raw)
    return _undated(raw.getvalue())


def _undated(package: bytes) -> bytes:
    """The package with every part dated alike: what is written twice is the same."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, _EPOCH.timetuple()[:6]), old.read(name), ZIP_DEFLATED)
    return out.getvalue()
