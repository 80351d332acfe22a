"""Tables of the open data as CSV: UTF-8 without a mark, no cell that a spreadsheet executes."""

from collections.abc import Iterable
from typing import Any

from stocktake.publish.opendata.model import Table
from stocktake.publish.sheet import to_csv


def table_csv(table: Table, rows: Iterable[Any]) -> bytes:
    """The table as a CSV file.

    Args:
        table: Which one.
        rows: Its rows.
    """
    heads = [column.name for column in table.columns]
    return to_csv(heads, ([column.cell(row) for column in table.columns] for row in rows)).encode()
