"""Official matrices between frameworks, from a file that the user brings: WSIS–SDG, WSIS–GDC, SDG–GDC.

Knows the form of the file and what a cell can say. No matrix comes with the program: the published ones are living
documents of their facilitators, and cells are never made up. A cell that the file does not hold is unknown, which is
neither yes nor no. Does not know documents; themes of paragraphs are given as codes.

The file is CSV in UTF-8. It begins with four lines of a name and a value, then the heads of the columns, then one
line per cell::

    matrix,WSIS-SDG
    version,2015-06
    source,Who published it and where
    date,2015-06-01
    row,column,related,rationale
    C2,9,yes,Backbone networks are infrastructure

``matrix`` names the framework of the rows and that of the columns; ``date`` is the day of publication; ``related`` is
``yes`` or ``no``; ``rationale`` may be empty.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from stocktake.errors import InputError, nearest
from stocktake.frameworks.themes import FRAMEWORKS, Framework, theme_codes

COLUMNS = ("row", "column", "related", "rationale")
_HEADER = ("matrix", "version", "source", "date")
_RELATED = {"yes": True, "no": False}
_LEAST_CELLS = len(("row", "column", "related"))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that the file holds: two codes, whether they are related, why, and its line in the file."""

    row: str
    column: str
    related: bool
    rationale: str
    line: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix as its publisher gave it out.

    Attributes:
        rows: The framework of the rows.
        columns: The framework of the columns.
        version: As the publisher calls it.
        source: Who published it and where.
        date: The day of publication.
        cells: Those that the file holds, in its order.
    """

    rows: Framework
    columns: Framework
    version: str
    source: str
    date: date
    cells: tuple[Cell, ...]

    def cell(self, row: str, column: str) -> Cell | None:
        """What the file says of two codes; None where it says nothing, which is unknown."""
        return next((each for each in self.cells if (each.row, each.column) == (row, column)), None)


class Disagreement(NamedTuple):
    """Where the labels of a paragraph and a matrix do not agree.

    Attributes:
        paragraph: The paragraph's id.
        row: A code that the paragraph is labelled with.
        column: The other code.
        kind: ``labels only``: the paragraph has both and the matrix says that they are not related; ``matrix only``:
            the matrix relates them and the paragraph has the first alone; ``unknown``: the paragraph has both and
            the matrix says nothing of them.
        rationale: What the matrix says; empty where it gives none.
    """

    paragraph: str
    row: str
    column: str
    kind: Literal["labels only", "matrix only", "unknown"]
    rationale: str


def read_matrix(path: Path) -> Matrix:
    """The matrix in a CSV file.

    Raises:
        InputError: The file is not in UTF-8 or has faults; all are named, each with its line.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            expected="a matrix as CSV in UTF-8",
            came=f"byte {error.start} is no UTF-8",
            where=path.name,
            advice="Save the file as CSV in UTF-8.",
        ) from error
    return parse_matrix(text, path.name)


def parse_matrix(text: str, name: str) -> Matrix:
    """The matrix in a CSV text; ``name`` is what faults call it. See ``read_matrix``."""
    reader = csv.reader(text.splitlines())
    rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    rows = [(line, row) for line, row in rows if any(row)]
    at = next((place for place, (_, row) in enumerate(rows) if row[:1] == ["row"]), len(rows))
    header = {row[0]: ", ".join(cell for cell in row[1:] if cell) for _, row in rows[:at]}
    faults = [*_header_faults(header, rows[:at]), *_column_faults(rows[at : at + 1])]
    frameworks = _frameworks(header.get("matrix", ""))
    cells = rows[at + 1 :]
    if frameworks:
        faults += _cell_faults(cells, frameworks)
    if faults or frameworks is None:
        raise InputError(
            expected="a matrix with the lines matrix, version, source and date, then row,column,related,rationale",
            came="; ".join(faults),
            where=name,
            advice="Mend these lines. Leave out the cells that the publisher leaves empty.",
        )
    return Matrix(
        rows=frameworks[0],
        columns=frameworks[1],
        version=header["version"],
        source=header["source"],
        date=date.fromisoformat(header["date"]),
        cells=tuple(
            Cell(
                row[0],
                row[1],
                _RELATED[row[2].lower()],
                ", ".join(cell for cell in row[_LEAST_CELLS:] if cell),
                line,
            )
            for line, row in cells
        ),
    )


_Row = tuple[int, list[str]]


def _header_faults(header: Mapping[str, str], rows: Iterable[_Row]) -> Iterator[str]:
    yield from (
        f"line {line}: {row[0]!r} is none of {', '.join(_HEADER)}" for line, row in rows if row[0] not in _HEADER
    )
    yield from (f"there is no line {name!r}" for name in _HEADER if not header.get(name))
    if header.get("matrix") and not _frameworks(header["matrix"]):
        yield f"the matrix is {header['matrix']!r}, not two of {', '.join(FRAMEWORKS)} such as WSIS-SDG"
    if header.get("date") and not _is_day(header["date"]):
        yield f"the date is {header['date']!r}, not a day such as 2015-06-01"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _frameworks(name: str) -> tuple[Framework, Framework] | None:
    """The frameworks of rows and columns of ``WSIS-SDG``; None where they are not two of ours."""
    known: dict[str, Framework] = {each: each for each in FRAMEWORKS}
    parts = [part.strip().upper() for part in name.replace("–", "-").split("-")]
    if len(set(parts)) != len(("rows", "columns")) or not set(parts) <= known.keys():
        return None
    return known[parts[0]], known[parts[1]]


def _column_faults(rows: list[_Row]) -> Iterator[str]:
    if not rows:
        yield f"there is no line {','.join(COLUMNS)!r}"
    for line, row in rows:
        if tuple(row) != COLUMNS:
            yield f"line {line}: the columns are {','.join(row)}, not {','.join(COLUMNS)}"


def _cell_faults(cells: Iterable[_Row], frameworks: tuple[Framework, Framework]) -> Iterator[str]:
    seen: dict[tuple[str, str], int] = {}
    for line, row in cells:
        if len(row) < _LEAST_CELLS:
            yield f"line {line}: there are {len(row)} cells, at least {_LEAST_CELLS} are needed"
            continue
        for code, framework in zip(row, frameworks, strict=False):
            if code not in theme_codes(framework):
                like = nearest(code, theme_codes(framework), 1)
                yield f"line {line}: {framework} has no {code!r}" + (f" (nearest: {like[0]})" if like else "")
        if row[2].lower() not in _RELATED:
            yield f"line {line}: related is {row[2]!r}, not yes or no"
        first = seen.setdefault((row[0], row[1]), line)
        if first != line:
            yield f"line {line}: {row[0]} and {row[1]} stand in line {first} already"


def disagreements(
    matrix: Matrix, labels: Mapping[str, Iterable[tuple[Framework, str]]]
) -> tuple[Disagreement, ...]:
    """Where the labels of paragraphs and a matrix do not agree, by paragraph in the order given; nothing is settled.

    Args:
        matrix: As its publisher gave it out.
        labels: The framework and code of each label, by paragraph.
    """
    return tuple(
        each for paragraph, codes in labels.items() for each in _of_paragraph(matrix, paragraph, set(codes))
    )


def _of_paragraph(matrix: Matrix, paragraph: str, codes: set[tuple[Framework, str]]) -> Iterator[Disagreement]:
    rows = [code for code in theme_codes(matrix.rows) if (matrix.rows, code) in codes]
    for row in rows:
        for column in theme_codes(matrix.columns):
            cell = matrix.cell(row, column)
            labelled = (matrix.columns, column) in codes
            if labelled and cell is None:
                yield Disagreement(paragraph, row, column, "unknown", "")
            elif cell is not None and cell.related != labelled:
                kind: Literal["labels only", "matrix only"] = "labels only" if labelled else "matrix only"
                yield Disagreement(paragraph, row, column, kind, cell.rationale)
