"""Forms in workbooks: the templates with lists to choose from, and the exports that can be taken in again.

Knows what a person needs to fill a sheet in, whichever form it is: contributions, needs or offers. Computes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from stocktake.frameworks.areas import is_example_area
from stocktake.frameworks.entity_types import entity_types
from stocktake.frameworks.themes import load_themes
from stocktake.publish.sheet import to_xlsx
from stocktake.register import Contribution
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.contribution import EVIDENCE
from stocktake.register.contribution_fields import GLOBAL, area_choices
from stocktake.register.form import Form

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Choices = Mapping[str, Sequence[tuple[str, str]]]
_EXPLAINED = "How to fill in"
_CODES = "Codes"
_LAST = 50_001
"""The last row with lists to choose from."""


def contributions_xlsx(contributions: Iterable[Contribution]) -> bytes:
    """Every contribution as a workbook of one sheet, as ``records_xlsx``."""
    return records_xlsx(CONTRIBUTIONS, tuple(contributions))


def template_xlsx() -> bytes:
    """The template for contributions, as ``form_xlsx``."""
    return form_xlsx(CONTRIBUTIONS, _choices())


def records_xlsx(form: Form, records: Sequence[Any]) -> bytes:
    """Every record as a workbook of one sheet, all cells text: the same records give the same bytes."""
    widths = [each.width for each in form.columns]
    return to_xlsx(form.name.capitalize(), [each.title for each in form.columns], form.rows(records), widths)


def form_xlsx(form: Form, choices: Choices) -> bytes:
    """The template: headings, an example that is never taken in, lists to choose from, and a sheet that explains.

    Args:
        form: The columns.
        choices: What can be chosen in a column, each with what it means.
    """
    from openpyxl import Workbook

    from stocktake.publish.sheet import EPOCH, workbook_bytes

    book = Workbook()
    book.properties.created = book.properties.modified = EPOCH
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has a sheet; this tells the type checker
    sheet.title = form.name.capitalize()
    _fill(sheet, [[each.title for each in form.columns], form.example()], [each.width for each in form.columns])
    for cell in sheet[2]:
        cell.number_format = "@"
    _explain(book, form)
    _offer(book, sheet, form, choices)
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


def _explain(book: "Workbook", form: Form) -> None:
    heads = ["Column", "Asks for", "Needed", "Several", "Example"]
    rows = [[each.title, each.asks, _yes(each.needed), _yes(each.several), each.example] for each in form.columns]
    first = "Delete the example row before the file is taken in: a row that begins with EXAMPLE: is refused."
    _fill(book.create_sheet(_EXPLAINED), [heads, *rows, ["", first, "", "", ""]], [18, 70, 10, 10, 36])


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _choices() -> Choices:
    """What can be chosen in a column: each with what it means."""
    return {
        "entity_type": [(each, "") for each in entity_types()],
        "where": [
            (GLOBAL, "everywhere"),
            *(each for each in area_choices().items() if not is_example_area(each[0])),
        ],
        "action_lines": [(each.code, each.name) for each in load_themes("WSIS")],
        "sdgs": [(each.code, each.name) for each in load_themes("SDG")],
        "gdc": [(each.code, each.name) for each in load_themes("GDC")],
        "evidence": list(EVIDENCE.items()),
    }


def _offer(book: "Workbook", sheet: "Worksheet", form: Form, choices: Choices) -> None:
    """A sheet of codes, and lists in the columns that take them; one that is free or of several takes other words."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    codes = book.create_sheet(_CODES)
    names = [each.name for each in form.columns]
    for place, (name, offered) in enumerate(choices.items()):
        column = 2 * place + 1
        letter = get_column_letter(column)
        cells = [(form.by_name[name].title + ": code", "meaning"), *offered]
        for row, pair in enumerate(cells, 1):
            for aside, words in enumerate(pair):
                codes.cell(row, column + aside, words).data_type = "s"
        codes.column_dimensions[get_column_letter(column + 1)].width = 36
        listed = DataValidation(
            "list", formula1=f"{_CODES}!${letter}$2:${letter}${len(offered) + 1}", allow_blank=True
        )
        listed.showErrorMessage = not (form.by_name[name].free or form.by_name[name].several)
        sheet.add_data_validation(listed)
        target = get_column_letter(names.index(name) + 1)
        listed.add(f"{target}2:{target}{_LAST}")
