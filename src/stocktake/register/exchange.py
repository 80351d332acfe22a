"""Corrections as a table that a spreadsheet opens, and back: CSV in UTF-8, one record per row.

Knows the columns and how a cell is written so that a spreadsheet takes it for text and never for a formula. Knows
nothing of what is recorded already.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from stocktake.errors import InputError, StocktakeError, nearest
from stocktake.register.checking import complaints
from stocktake.register.correction import Correction, quote_hash
from stocktake.register.csv_cells import read_cells

COLUMNS = (
    *("id", "commitment", "text", "paragraph", "field", "value", "because", "by", "recorded_at", "withdraws"),
    *("quote", "quote_sha256"),
)
# What makes a spreadsheet see a formula (https://owasp.org/www-community/attacks/CSV_Injection), behind any number
# of apostrophes so that taking one off gives back what was there.
_LIVE = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


class Row(NamedTuple):
    """One record of a file, and in which row of it the record stands; the header is row 1."""

    number: int
    correction: Correction


class Problem(NamedTuple):
    """What is wrong in one cell, or in a whole row where the column is empty."""

    row: int
    column: str
    what: str

    def __str__(self) -> str:
        """Row, column and fault in one sentence, without its full stop."""
        return f"row {self.row}{f', column {self.column}' if self.column else ''}: {self.what}"


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds: the rows that are right, and what is wrong with the others."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def print_table(corrections: Iterable[Correction]) -> bytes:
    """The corrections as CSV, oldest first: the same bytes for the same records.

    It begins with the mark by which spreadsheets know UTF-8; rows end as RFC 4180 says.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for each in sorted(corrections, key=lambda each: each.order):
        writer.writerow([guarded(_print_cell(getattr(each, column))) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """``cell`` so that no spreadsheet runs it: an apostrophe before what could begin a formula."""
    return f"'{cell}" if _LIVE.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell that ``guarded`` was given."""
    return cell[1:] if cell.startswith("'") and _LIVE.match(cell) else cell


def _print_cell(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return "" if value is None else str(value)


def parse_table(data: bytes, name: str) -> Table:
    """The rows of a CSV file, every one checked.

    Args:
        data: The file's bytes.
        name: What the file is called, for messages.

    Raises:
        InputError: It is no table of corrections at all: no text, no CSV, other columns.
    """
    cells = _cells(data, name)
    header = [each.strip() for each in cells[0][1]] if cells else []
    _check_header(header, name)
    rows: list[Row] = []
    problems: list[Problem] = []
    for number, record in cells[1:]:
        if any(cell.strip() for cell in record):
            _parse_row(number, header, record, rows, problems)
    return Table(tuple(rows), tuple(problems))


def _cells(data: bytes, name: str) -> list[tuple[int, list[str]]]:
    return read_cells(data, lambda came, advice: _no_table(name, came, advice))


def _check_header(header: Sequence[str], name: str) -> None:
    missing = [column for column in COLUMNS if column not in header]
    unknown = [column for column in header if column not in COLUMNS]
    twice = sorted({column for column in header if header.count(column) > 1 and column in COLUMNS})
    faults = [f"there is no column {column!r}" for column in missing]
    faults += [f"column {column!r} is unknown{_meant(column)}" for column in unknown]
    faults += [f"column {column!r} stands there twice" for column in twice]
    if faults:
        raise _no_table(name, "; ".join(faults), f"The columns are: {', '.join(COLUMNS)}.")


def _meant(column: str) -> str:
    near = nearest(column, COLUMNS, 1)
    return f" (nearest: {near[0]})" if near else ""


def _parse_row(
    number: int, header: Sequence[str], record: Sequence[str], rows: list[Row], problems: list[Problem]
) -> None:
    """Put the record into ``rows``, or what is wrong with it into ``problems``."""
    if len(record) != len(header):
        problems.append(Problem(number, "", f"it has {len(record)} cells, the header has {len(header)}"))
        return
    values = {column: unguarded(cell) for column, cell in zip(header, record, strict=True)}
    faults: list[Problem] = []
    read = {column: _parsed(number, column, values[column], faults) for column in _PARSE}
    if faults:
        problems += faults
        # The rest of the row is looked at all the same, with stand-ins for what cannot be read.
        withdraws = UUID(int=0) if values["withdraws"].strip() else None
        read = {"id": UUID(int=0), "recorded_at": datetime.min.replace(tzinfo=UTC), "withdraws": withdraws}
    words = {name: values[name] for name in COLUMNS if name not in (*_PARSE, "quote_sha256")}
    correction = Correction(**words, **read)  # type: ignore[arg-type]  # the field's name is checked below
    parts: dict[str, Any] = {}
    wrong = [Problem(number, column, clause(fault)) for column, fault in complaints(correction, parts)]
    if values["quote_sha256"].strip() != quote_hash(correction.quote) and "quote" in parts:
        wrong.append(Problem(number, "quote", "these are not the words of the checksum in quote_sha256"))
    problems += wrong
    if not wrong and not faults:
        rows.append(Row(number, replace(correction, **parts)))


def _parsed(number: int, column: str, cell: str, faults: list[Problem]) -> Any:
    try:
        return _PARSE[column](cell.strip())
    except ValueError:
        faults.append(Problem(number, column, f"{cell!r} is not {_WHAT[column]}"))
        return None


def _time(cell: str) -> datetime:
    time = datetime.fromisoformat(cell)
    if time.utcoffset() is None:
        raise ValueError
    return time.astimezone(UTC)


_PARSE: Mapping[str, Any] = {
    "id": UUID,
    "recorded_at": _time,
    "withdraws": lambda cell: UUID(cell) if cell else None,
}
_WHAT: Mapping[str, str] = {
    "id": "the id of a record",
    "recorded_at": "a time with its time zone (2045-01-15T09:30:00+00:00)",
    "withdraws": "the id of a record, nor empty",
}


def clause(error: StocktakeError) -> str:
    """What an error says of a cell, in one clause."""
    near = f" (nearest: {', '.join(error.choices)})" if error.choices else ""
    return f"expected {error.expected}, but {error.came}{near}"


def refuse(problems: Sequence[Problem], name: str) -> None:
    """Raise where there are problems; all are listed, by row.

    Raises:
        InputError: There are.
    """
    if problems:
        listed = "; ".join(map(str, sorted(problems, key=lambda each: each.row)))
        raise InputError(
            expected="a table of corrections without a fault",
            came=f"{len(problems)} {'cell is' if len(problems) == 1 else 'cells are'} wrong: {listed}",
            where=name,
            advice="Nothing was taken in. Mend the file and take it in again.",
        )


def _no_table(name: str, came: str, advice: str) -> StocktakeError:
    return InputError(expected="a table of corrections in CSV", came=came, where=name, advice=advice)
