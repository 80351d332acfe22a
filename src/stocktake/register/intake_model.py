"""What a file of records is before it is understood: sheets of numbered rows of cells, and what is wrong with it.

Knows the shape that every format is brought to. Knows no format and no column.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stocktake.errors import InputError

Progress = Callable[[int, int], None]
_THREE_PLACES = re.compile(r"\d+\.\d{3}")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that holds no words: a formula, an error; ``what`` says so."""

    what: str


Cell = str | Unreadable


def number_cell(value: float) -> str:
    """A cell that the file itself calls a number, with four places where ``4.125`` as words could be thousands."""
    return f"{value:.4f}" if _THREE_PLACES.fullmatch(repr(value)) else repr(value)


class Line(NamedTuple):
    """One row of a sheet by its number; the first is 1."""

    number: int
    cells: Sequence[Cell]


class Problem(NamedTuple):
    """What is wrong, and where: sheet (empty where the file has none), row (0 for the sheet itself), column."""

    sheet: str
    row: int
    column: str
    what: str
    unit: str = "row"

    def __str__(self) -> str:
        """Place and fault in one line."""
        place = (
            f"sheet {self.sheet!r}" if self.sheet else "",
            f"{self.unit} {self.row}" if self.row else "",
            f"column {self.column}" if self.column else "",
        )
        return f"{', '.join(filter(None, place)) or 'the file'}: {self.what}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file.

    Attributes:
        name: Of the sheet; empty where the format has none.
        lines: Its rows, read once.
        rows: How many there are about, for a progress bar.
        hidden: Whether the program that shows it hides it.
        merged: Cells that were made one, as ranges of columns and rows: first and last column, first and last row.
        unit: What a row is called.
        of: Which records it holds (``needs``), where the format says so; empty where only the headings tell.
    """

    name: str
    lines: Iterable[Line]
    rows: int
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    unit: str = "row"
    of: str = ""


class RawJudgement(NamedTuple):
    """One entry of ``merges`` in a JSON file, by its number; the first is 1."""

    number: int
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Book:
    """A file: its sheets, and where the format carries them, judgements on pairs."""

    sheets: tuple[Sheet, ...]
    judgements: tuple[RawJudgement, ...] = ()


def broken(name: str, came: str, advice: str) -> InputError:
    """The error for a file that is no table of records at all."""
    return InputError(
        expected="contributions, needs or offers in a workbook (XLSX), in CSV or in JSON",
        came=came,
        where=name,
        advice=advice,
    )
