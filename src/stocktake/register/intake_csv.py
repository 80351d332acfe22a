"""Contributions in CSV: as a person saves it from a spreadsheet, with commas, semicolons or tabs.

Knows delimiters, marks of encoding, and the apostrophe that keeps a cell from being run. Knows no column.
"""

from collections.abc import Iterator

from stocktake.register.csv_cells import read_cells
from stocktake.register.exchange import unguarded
from stocktake.register.intake_model import Book, Line, Sheet, broken


def handles(_data: bytes) -> bool:
    """Whether it can be CSV: whatever is nothing else may be."""
    return True


def read(data: bytes, name: str) -> Book:
    """The one table of the file.

    Raises:
        InputError: It is not text in UTF-8, or its quotes do not match.
    """
    rows = read_cells(data, lambda came, advice: broken(name, came, advice))
    return Book((Sheet("", _lines(rows), len(rows)),))


def _lines(rows: list[tuple[int, list[str]]]) -> Iterator[Line]:
    for number, cells in rows:
        yield Line(number, [unguarded(cell) for cell in cells])
