"""Workbooks (XLSX): the sheets that hold statistics, each as the rows of a table.

Knows how cells become the text that a CSV file would print, line for line: a number that is shown in per cent is read
as shown. Formulas count by the value that was saved with them; one without a value is refused. Sheets of notes and
hidden sheets are passed over, which is said. Knows no publisher: which sheet holds statistics is asked of the readers.
"""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as InflateError  # noqa: N812  (its own name says nothing)

from stocktake.errors import InputError, UnsupportedError
from stocktake.findings import Code, Finding
from stocktake.statistics.sources.head import File, Head, Rank, head_of
from stocktake.statistics.sources.places import listed

_ZIP = b"PK\x03\x04"
_PART = "xl/"
_EXACT = 2**53
_MOST = 3
_MANY = 8
_SHEET_PART = "xl/worksheets/"
_FORMULA = b"<f"
_VISIBLE = "visible"
_TABLE = 2
"""How many rows with how many numbers each make a table."""
# What unpacking and parsing a damaged workbook raise: openpyxl lets through what zlib, zipfile and the parsers of XML
# raise, whose errors are syntax errors.
_BROKEN = (BadZipFile, InflateError, EOFError, KeyError, OSError, RuntimeError, SyntaxError, TypeError, ValueError)
# In a number format, what stands in quotes or behind a backslash is printed as it is.
_QUOTED = re.compile(r'"[^"]*"|\\.')


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet.

    Attributes:
        text: Its rows as delimited text.
        remarks: What there is to say of its cells.
        hidden: The publisher does not show it.
        is_table: Rows of it hold several numbers each.
    """

    text: bytes
    remarks: tuple[Finding, ...]
    hidden: bool
    is_table: bool


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are those of an XLSX file, be it cut: a package lists its parts at its end."""
    if data[:4] != _ZIP:
        return False
    try:
        with ZipFile(BytesIO(data)) as archive:
            return any(name.startswith(_PART) for name in archive.namelist())
    except _BROKEN:
        return _PART.encode() in data


def read_workbook(data: bytes, name: str, digest: str, rank: Callable[[Head], Rank]) -> tuple[File, ...]:
    """Every sheet with observations, as a file of delimited text whose lines are the rows of the sheet.

    Args:
        data: The bytes of the workbook.
        name: Its name.
        digest: Its checksum.
        rank: How much a sheet with this beginning matters.

    Returns:
        The sheets in their order, one or more; where none holds observations, one of which a reader says why. The
        first carries the remark on sheets that were passed over.

    Raises:
        InputError: The workbook is damaged, or a formula has no value saved with it.
        UnsupportedError: No sheet is known.
    """
    sheets = _sheets(data, name)
    heads = {title: _head(title, sheet, name, alone=len(sheets) == 1) for title, sheet in sheets.items()}
    ranks = {title: Rank.UNKNOWN if sheets[title].hidden else rank(head) for title, head in heads.items()}
    best = max(ranks.values(), default=Rank.UNKNOWN)
    if not best:
        raise UnsupportedError(
            expected="a sheet with statistics in a format that we read",
            came=f"none of its sheets is one: {', '.join(sheets) or 'all are empty'}",
            where=name,
            advice="Write it as the plain CSV of docs/reference/statistics-formats.md.",
        )
    chosen = [title for title, each in ranks.items() if each == best][: None if best == Rank.OBSERVATIONS else 1]
    _check_formulas(data, chosen, name)
    files = [File(heads[title], sheets[title].text, digest, sheets[title].remarks) for title in chosen]
    over = _passed_over({title: sheet for title, sheet in sheets.items() if title not in chosen})
    return (replace(files[0], remarks=(*files[0].remarks, *over)), *files[1:])


def _head(title: str, sheet: _Sheet, name: str, *, alone: bool) -> Head:
    """The beginning of a sheet; where it is not alone, messages name it behind the workbook."""
    return replace(head_of(sheet.text, name if alone else f"{name}, sheet “{title}”"), sheet=title)


def _passed_over(sheets: dict[str, _Sheet]) -> tuple[Finding, ...]:
    """A remark on the sheets that are not read; a person should look at those that are tables."""
    if not sheets:
        return ()
    names = [f"{title} (hidden)" if sheet.hidden else title for title, sheet in sheets.items()]
    tables = [title for title, sheet in sheets.items() if sheet.is_table and not sheet.hidden]
    advice = f"Look whether there are observations in {listed(tables, _MANY)}." if tables else ""
    return (Finding(Code.PART_OF_A_RESULT, "file", f"Sheets that are not read: {listed(names, _MANY)}.", advice),)


def _sheets(data: bytes, name: str) -> dict[str, _Sheet]:
    """Every sheet that is not empty as delimited text, read whole."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            damaged = archive.testzip()
        if damaged is not None:
            raise _damaged(name, f"{damaged} is not what its checksum says")
        sheets = {sheet.title: _printed(sheet) for sheet in _opened(data).worksheets}
    except _BROKEN as error:
        raise _damaged(name, str(error)) from error
    return {title: sheet for title, sheet in sheets.items() if sheet.text.strip(b",\n ")}


def _damaged(name: str, reason: str) -> InputError:
    return InputError(
        expected="a whole workbook (XLSX)",
        came=f"it cannot be opened ({reason})",
        where=name,
        advice="Open it in a spreadsheet program and save it again.",
    )


def _opened(data: bytes, *, formulas: bool = False) -> Any:
    """The workbook, with the values that were saved with its formulas, or with the formulas themselves."""
    from openpyxl import load_workbook

    return load_workbook(BytesIO(data), read_only=True, data_only=not formulas)


def _printed(sheet: Any) -> _Sheet:
    """The rows as CSV, a line per row, all of the same width."""
    # What some programs write of the size of a sheet is wrong, and would cut it.
    sheet.reset_dimensions()
    shares: list[str] = []
    printed = [[_cell(cell, shares) for cell in row] for row in sheet.iter_rows()]
    width = max((place for row in printed for place, cell in enumerate(row, 1) if cell), default=0)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([*row[:width], *[""] * (width - len(row))] for row in printed)
    rows = sum(sum(map(_is_number, row)) >= _TABLE for row in printed)
    return _Sheet(out.getvalue().encode(), _share_finding(shares), sheet.sheet_state != _VISIBLE, rows >= _TABLE)


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).lstrip("-").isdecimal()


def _cell(cell: Any, shares: list[str]) -> str:
    """The text that a CSV file would print for a cell; where it is shown in per cent, its place is noted."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        if "%" in _QUOTED.sub("", cell.number_format or ""):
            shares.append(cell.coordinate)
            value = float(Decimal(str(value)) * 100)
        return str(int(value)) if float(value).is_integer() and abs(value) < _EXACT else str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return " ".join(str(value).splitlines())


def _share_finding(cells: list[str]) -> tuple[Finding, ...]:
    """A remark on cells that are shown in per cent, and store 0.848 where they show 84.8%."""
    if not cells:
        return ()
    message = f"Read as shown, in per cent, a hundred times what is stored: {listed(cells, _MOST)}."
    return (Finding(Code.PERCENT_CELLS, "value", message, "Look whether the unit is per cent."),)


def _check_formulas(data: bytes, titles: Sequence[str], name: str) -> None:
    """Raise where a formula of these sheets has no value: the program that wrote it never computed it."""
    with ZipFile(BytesIO(data)) as archive:
        if not any(_FORMULA in archive.read(part) for part in archive.namelist() if part.startswith(_SHEET_PART)):
            return
    written, saved = (_opened(data, formulas=each) for each in (True, False))
    for title in titles:
        empty = _without_value(written[title], saved[title])
        if empty:
            raise InputError(
                expected="a value saved with each formula",
                came=f"there is none in {listed(empty, _MOST)} of the sheet {title}",
                where=name,
                advice="Open it in a spreadsheet program and save it again.",
            )


def _without_value(written: Any, saved: Any) -> list[str]:
    """The places of the formulas of a sheet with which no value was saved."""
    return [
        formula.coordinate
        for row, values in zip(written.iter_rows(), saved.iter_rows(), strict=True)
        for formula, value in zip(row, values, strict=True)
        # Where a formula came to an empty text, the type of its value was saved.
        if formula.data_type == "f" and value.value is None and value.data_type == "n"
    ]
