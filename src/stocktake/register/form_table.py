"""A form and its records as CSV: the export, and the template to fill in.

Knows how a cell is written so that no spreadsheet runs it. Knows no database and no column.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from stocktake.register.exchange import guarded
from stocktake.register.form import Form


def print_records(form: Form, records: Sequence[Any]) -> bytes:
    """The records as CSV, oldest first, withdrawals included: the same bytes for the same records.

    It begins with the mark by which spreadsheets know UTF-8; rows end as RFC 4180 says.
    """
    return _csv(form, form.rows(records))


def form_csv(form: Form) -> bytes:
    """The template: the headings, a row that explains each, and an example; the two are never taken in."""
    return _csv(form, [form.explanations(), form.example()])


def _csv(form: Form, rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(each.name for each in form.columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
