"""Tables as CSV (RFC 4180): UTF-8 without a mark, lines ended by CR LF, no cell that a spreadsheet executes.

Knows how a cell is written: a number or a flag as it is, with the fewest digits that read back the same; a text
disarmed, without the characters that no reader of tables expects; nothing for what is not known.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

from stocktake.publish.opendata.model import Cell, Table
from stocktake.publish.sheet import disarmed

# Control characters end a cell or the file for some readers; a line's end and a tab are part of a text.
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), "\N{REPLACEMENT CHARACTER}")
_FLAGS = {True: "true", False: "false"}


def table_csv(table: Table, rows: Iterable[Any]) -> bytes:
    """The table as a CSV file.

    Args:
        table: Which one.
        rows: Its rows.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_written(column.cell(row)) for column in table.columns] for row in rows)
    # Half of a surrogate pair has no bytes in UTF-8.
    return out.getvalue().encode("utf-8", "replace")


def _written(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return _FLAGS[cell]
    # An apostrophe before the minus of a number would make it a text.
    return disarmed(cell.translate(_FORBIDDEN)) if isinstance(cell, str) else cell
