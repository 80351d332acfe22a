"""Contributions as a table in CSV, and the template to fill in.

Knows the order of the rows and how a cell is written so that no spreadsheet runs it. Knows no database.
"""

import csv
import io
from collections.abc import Iterable

from stocktake.register.columns import COLUMNS, EXPLAINED, printed
from stocktake.register.contribution import Contribution
from stocktake.register.exchange import guarded


def print_contributions(contributions: Iterable[Contribution]) -> bytes:
    """The contributions as CSV, oldest first, withdrawals included: the same bytes for the same records.

    It begins with the mark by which spreadsheets know UTF-8; rows end as RFC 4180 says.
    """
    return _csv(table_rows(contributions))


def table_rows(contributions: Iterable[Contribution]) -> list[list[str]]:
    """One row per contribution, oldest first, one cell per column."""
    ordered = sorted(contributions, key=lambda each: each.order)
    return [[cells[each.name] for each in COLUMNS] for cells in map(printed, ordered)]


def template_csv() -> bytes:
    """The template: the headings, a row that explains each, and an example; the two are never taken in."""
    return _csv([explanations(), example()])


def explanations() -> list[str]:
    """What is asked for in each column; the first cell is marked."""
    return [f"{'' if at else f'{EXPLAINED} '}{each.asks}" for at, each in enumerate(COLUMNS)]


def example() -> list[str]:
    """The example row; its first cell is marked."""
    return [each.example for each in COLUMNS]


def _csv(rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(each.name for each in COLUMNS)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
