"""Whether a file holds records of the register, told by its headings, and with which command it is taken in.

Knows the forms of contributions, needs and offers and the table of corrections. Reads no more of a file than its
headings, takes nothing in, and says nothing of what is wrong in it: the command that is named does.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from stocktake.errors import InputError
from stocktake.register import intake_json, intake_xlsx
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.csv_cells import read_cells
from stocktake.register.exchange import COLUMNS as CORRECTIONS
from stocktake.register.form import Form
from stocktake.register.intake_model import Book, broken
from stocktake.register.mismatch import MISMATCHES
from stocktake.register.need import NEEDS
from stocktake.register.offer import OFFERS


class Taking(NamedTuple):
    """What a file holds, in a sentence, and the command that takes it in."""

    what: str
    command: str


_TAKINGS: tuple[tuple[Form, Taking], ...] = (
    (CONTRIBUTIONS, Taking("contributions (evidence)", "stocktake evidence add FILE --by NAME")),
    (NEEDS, Taking("needs or offers", "stocktake needs add FILE --by NAME")),
    (OFFERS, Taking("needs or offers", "stocktake needs add FILE --by NAME")),
    (MISMATCHES, Taking("mismatches of needs and offers", "stocktake needs add FILE --by NAME")),
)
_CORRECTIONS = Taking("corrections", "stocktake corrections --import FILE")


def taking_of(data: bytes) -> Taking | None:
    """What is to be done with a file of records; None where it has the headings of none.

    Args:
        data: The bytes of the file; those of a damaged one are no records.
    """
    try:
        headings = list(_headings(data))
    except InputError:
        return None
    if any(set(CORRECTIONS) <= set(each) for each in headings):
        return _CORRECTIONS
    return next((taking for form, taking in _TAKINGS for each in headings if _is_of(form, each)), None)


def _is_of(form: Form, headings: Iterable[str]) -> bool:
    return {form.heading_of(each) for each in headings} >= set(form.needed)


def _headings(data: bytes) -> Iterable[list[str]]:
    """The first row of each table of the file."""
    if intake_xlsx.handles(data):
        return _of_book(intake_xlsx.read, data)
    if intake_json.handles(data):
        return _of_book(intake_json.read, data) if _names_a_form(data) else ()
    first = data[: data.find(b"\n") + 1] or data
    return [cells for _, cells in read_cells(first, lambda came, advice: broken("", came, advice))]


def _of_book(read: Callable[[bytes, str], Book], data: bytes) -> list[list[str]]:
    firsts = (next(iter(sheet.lines), None) for sheet in read(data, "").sheets)
    return [[each for each in line.cells if isinstance(each, str)] for line in firsts if line is not None]


def _names_a_form(data: bytes) -> bool:
    """Whether the names that a form needs are all in the file: no large file of statistics is read for nothing."""
    return any(all(f'"{name}"'.encode() in data for name in form.needed) for form, _ in _TAKINGS)
