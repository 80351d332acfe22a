"""Tables with a row per area and period and a column per series under its name, as offices and researchers write them.

Knows headings for the area, its code and the period (or a sheet that is named by its year), dimensions by their words,
and that a column of which any cell is a word is no series. A heading that names no series ("Value"), or a column that
says which series a row is of, makes another layout, which is not read here. Who published it is open. The file prints
no date of release.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from stocktake.frameworks.statistical_words import dimension_of, missing_marks
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import words_in
from stocktake.statistics.sources.gathered import Gathered, Origin, same
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.periods import period_of
from stocktake.statistics.sources.rows import ignored_columns, read_rows
from stocktake.statistics.sources.sheet_names import read_as
from stocktake.statistics.sources.told_apart import (
    AREA,
    CODE,
    FOOT,
    PERIOD,
    dimensions_in,
    has_part_of_year,
    is_note,
    one,
)

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "series-columns"
_OTHER_LAYOUT = re.compile(
    r"(obs[ _]?)?values?|quantity|number|amount|data|figure|measure|element|"
    r"(series|indicator|variable|item|subject)([ _]?(code|name|id|label|descript(or|ion)))?",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r".*\b(code|id|latitude|longitude)", re.IGNORECASE)
_NUMBER = re.compile(r"(&lt;|&gt;|[-+−–<>~≤≥$€£])?\s*[.\d].*")


def handles(head: Head) -> bool:
    """Whether a header has an area, a period, which the row below it prints, and what may be series."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all series; an empty cell is none."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header, is_note).without(FOOT)
    sheet = file.head.sheet
    area, code, period = (one(rows.names, form) for form in (AREA, CODE, PERIOD))
    columns = {
        place: name
        for place, name in enumerate(rows.names)
        if _may_be_series(name) and is_numbers(rows.cells[place])
    }
    dimensions = dimensions_in(rows, (area, code, period, *columns.values()), area or code, file.head.name)
    grid = unfold(rows, columns)
    areas = [grid.repeat(rows.take(name)) for name in (code, area) if name]
    gathered = Gathered(
        origin=Origin(NAME),
        lines=grid.lines,
        code=grid.heading,
        area=areas[0],
        area_name=areas[-1],
        period=grid.repeat(rows.take(period)) if period else same(sheet, len(grid.value)),
        value=grid.value,
        dimensions={meant: grid.repeat(rows.take(name)) for name, meant in dimensions.items()},
        findings=(
            *(() if period else (read_as(sheet, "the period"),)),
            *ignored_columns(rows, (area, code, period, *dimensions, *columns.values())),
        ),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    tables = ((row, [below.cells for below in head.rows[place:]]) for place, row in enumerate(head.rows, 1))
    return next((row for row, below in tables if _is_header(row.cells, below, head.sheet)), None)


def _is_header(names: Sequence[str], below: Sequence[Sequence[str]], sheet: str) -> bool:
    other = any(map(_OTHER_LAYOUT.fullmatch, names)) or has_part_of_year(names)
    if other or not (one(names, AREA) or one(names, CODE)):
        return False
    rows = [dict(zip(names, cells, strict=False)) for cells in below]
    period = one(names, PERIOD)
    # Of several columns that may say the period none does, and the sheet is not asked.
    dated = sheet if not any(map(PERIOD.fullmatch, names)) else rows[0].get(period, "") if rows else ""
    if not rows or period_of(dated) is None:
        return False
    return any(_NUMBER.fullmatch(row.get(name, "")) for name in names if _may_be_series(name) for row in rows)


def _may_be_series(name: str) -> bool:
    forms = (AREA, CODE, PERIOD, _IDENTIFIER)
    return bool(name) and dimension_of(name) is None and not any(form.fullmatch(name) for form in forms)


def is_numbers(cells: "pa.ChunkedArray") -> bool:
    """Whether a column prints numbers, and beside them marks for missing ones alone."""
    words = [word.strip() for word in words_in(cells).to_pylist()]
    printed = [word for word in words if word and word not in missing_marks()]
    return bool(printed) and all(map(_NUMBER.fullmatch, printed))
