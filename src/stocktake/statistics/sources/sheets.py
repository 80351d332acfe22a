"""Workbooks (XLSX): the one sheet that holds statistics, as the rows of a table.

Knows how cells become the text that a CSV file would print, line for line. Formulas count by the value that was saved
with them. Knows no publisher: which sheet is one is asked of the readers.
"""

import csv
from collections.abc import Callable, Iterable
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile

from stocktake.errors import InputError, UnsupportedError
from stocktake.statistics.sources.head import File, Head, head_of

_ZIP = b"PK\x03\x04"
_PART = b"xl/"
_EXACT = 2**53
_OBSERVATIONS = 2


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are those of an XLSX file."""
    return data[:4] == _ZIP and _PART in data


def read_workbook(data: bytes, name: str, digest: str, rank: Callable[[Head], int]) -> File:
    """The sheet that matters most, as a file of delimited text; its lines are the rows of the sheet.

    Args:
        data: The bytes of the workbook.
        name: Its name.
        digest: Its checksum.
        rank: How much a sheet with this beginning matters; 0 for not at all, 2 where it holds observations.

    Raises:
        InputError: The workbook is damaged, or two sheets hold observations.
        UnsupportedError: No sheet is known.
    """
    sheets = {title: _text(rows) for title, rows in _sheets(data, name)}
    heads = {title: head_of(text, name) for title, text in sheets.items() if text.strip()}
    ranks = {title: rank(head) for title, head in heads.items()}
    holding = [title for title, each in ranks.items() if each == _OBSERVATIONS]
    if len(holding) > 1:
        raise InputError(
            expected="one sheet with observations",
            came=f"there are {len(holding)}: {', '.join(holding)}",
            where=name,
            advice="Save each as a file of its own, so that each has its unit and its checksum.",
        )
    best = max(ranks, key=lambda title: ranks[title], default=None)
    if best is None or not ranks[best]:
        raise UnsupportedError(
            expected="a sheet with statistics in a format that we read",
            came=f"none of its sheets is one: {', '.join(sheets)}",
            where=name,
            advice="Write it as the plain CSV of docs/reference/statistics-formats.md.",
        )
    return File(heads[best], sheets[best], digest)


def _sheets(data: bytes, name: str) -> list[tuple[str, list[tuple[Any, ...]]]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        return [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, EOFError) as error:
        raise InputError(
            expected="a whole workbook (XLSX)",
            came=f"it cannot be opened ({error})",
            where=name,
            advice="Open it in a spreadsheet program and save it again.",
        ) from error


def _text(rows: Iterable[tuple[Any, ...]]) -> bytes:
    """The rows as CSV, a line per row, all of the same width."""
    printed = [[_cell(value) for value in row] for row in rows]
    width = max((place for row in printed for place, cell in enumerate(row, 1) if cell), default=0)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([*row[:width], *[""] * (width - len(row))] for row in printed)
    return out.getvalue().encode()


def _cell(value: object) -> str:
    """The text that a CSV file would print for a cell."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return " ".join(str(value).split("\n"))
