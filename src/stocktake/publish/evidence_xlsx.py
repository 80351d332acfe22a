"""Evidence in workbooks: the template with lists to choose from, and the export that can be taken in again.

Knows what a person needs to fill a sheet in. Computes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from stocktake.frameworks.entity_types import entity_types
from stocktake.frameworks.themes import load_themes
from stocktake.publish.sheet import to_xlsx
from stocktake.register import Contribution
from stocktake.register.columns import BY_NAME, COLUMNS
from stocktake.register.contribution import EVIDENCE
from stocktake.register.contribution_fields import GLOBAL, area_choices
from stocktake.register.contribution_table import example, table_rows

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Contributions"
_EXPLAINED = "How to fill in"
_CODES = "Codes"
_LAST = 50_001
"""The last row with lists to choose from."""


def contributions_xlsx(contributions: Iterable[Contribution]) -> bytes:
    """Every record as a workbook of one sheet, all cells text: the same records give the same bytes."""
    widths = [each.width for each in COLUMNS]
    return to_xlsx(SHEET, [each.title for each in COLUMNS], table_rows(contributions), widths)


def template_xlsx() -> bytes:
    """The template: headings, an example that is never taken in, lists to choose from, and a sheet that explains."""
    from openpyxl import Workbook

    from stocktake.publish.sheet import EPOCH, workbook_bytes

    book = Workbook()
    book.properties.created = book.properties.modified = EPOCH
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has a sheet; this tells the type checker
    sheet.title = SHEET
    _fill(sheet, [[each.title for each in COLUMNS], example()], [each.width for each in COLUMNS])
    for cell in sheet[2]:
        cell.number_format = "@"
    _explain(book)
    _offer(book, sheet)
    return workbook_bytes(book)


def _fill(sheet: "Worksheet", rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    """Rows of wrapped text, the first bold and in view."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for row in rows:
        sheet.append(list(row))
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"


def _explain(book: "Workbook") -> None:
    heads = ["Column", "Asks for", "Needed", "Several", "Example"]
    rows = [[each.title, each.asks, _yes(each.needed), _yes(each.several), each.example] for each in COLUMNS]
    first = "Delete the example row before the file is taken in: a row that begins with EXAMPLE: is refused."
    _fill(book.create_sheet(_EXPLAINED), [heads, *rows, ["", first, "", "", ""]], [18, 70, 10, 10, 36])


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _choices() -> Mapping[str, Sequence[tuple[str, str]]]:
    """What can be chosen in a column: each with what it means."""
    return {
        "entity_type": [(each, "") for each in entity_types()],
        "where": [(GLOBAL, "everywhere"), *((code, name) for code, name in area_choices().items())],
        "action_lines": [(each.code, each.name) for each in load_themes("WSIS")],
        "sdgs": [(each.code, each.name) for each in load_themes("SDG")],
        "gdc": [(each.code, each.name) for each in load_themes("GDC")],
        "evidence": list(EVIDENCE.items()),
    }


def _offer(book: "Workbook", sheet: "Worksheet") -> None:
    """A sheet of codes, and lists in the columns that take them; a column of several takes other words too."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    codes = book.create_sheet(_CODES)
    names = [each.name for each in COLUMNS]
    for place, (name, choices) in enumerate(_choices().items()):
        column = 2 * place + 1
        letter = get_column_letter(column)
        cells = [(BY_NAME[name].title + ": code", "meaning"), *choices]
        for row, pair in enumerate(cells, 1):
            for aside, words in enumerate(pair):
                codes.cell(row, column + aside, words).data_type = "s"
        codes.column_dimensions[get_column_letter(column + 1)].width = 36
        offered = DataValidation(
            "list", formula1=f"{_CODES}!${letter}$2:${letter}${len(choices) + 1}", allow_blank=True
        )
        offered.showErrorMessage = not BY_NAME[name].several
        sheet.add_data_validation(offered)
        target = get_column_letter(names.index(name) + 1)
        offered.add(f"{target}2:{target}{_LAST}")
