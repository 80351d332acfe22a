"""Tables with a row per area and period and a column per series under its name, as offices and researchers write them.

Knows headings for the area, its code and the period, dimensions by their words, and that a column of which any cell is
a word is no series. A heading that names no series ("Value"), or a column that says which series a row is of, makes
another layout, which is not read here. Who published it is open. The file prints no date of release.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from stocktake.frameworks.statistical_words import dimension_of, missing_marks
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import words_in
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.periods import period_of
from stocktake.statistics.sources.rows import ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "series-columns"
_AREA = re.compile(r"(country|economy|area|territory)([ /_]?(name|or area|area))?", re.IGNORECASE)
_CODE = re.compile(r"iso[ _-]?(alpha)?[ _-]?[23]?([ _]code)?|(country|economy|m49)[ _]?code|m49", re.IGNORECASE)
_PERIOD = re.compile(r"(survey )?year|time([ _]period)?|period", re.IGNORECASE)
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
    rows = read_rows(file, header)
    area, code, period = (_one(rows.names, form) for form in (_AREA, _CODE, _PERIOD))
    dimensions = [name for name in rows.names if dimension_of(name)]
    columns = {
        place: name
        for place, name in enumerate(rows.names)
        if _may_be_series(name) and _is_numbers(rows.cells[place])
    }
    grid = unfold(rows, columns)
    areas = [grid.repeat(rows.take(name)) for name in (code, area) if name]
    gathered = Gathered(
        origin=Origin(NAME),
        lines=grid.lines,
        code=grid.heading,
        area=areas[0],
        area_name=areas[-1],
        period=grid.repeat(rows.take(period)),
        value=grid.value,
        dimensions={name: grid.repeat(rows.take(name)) for name in dimensions},
        findings=ignored_columns(rows, (area, code, period, *dimensions, *columns.values())),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    tables = ((row, [below.cells for below in head.rows[place:]]) for place, row in enumerate(head.rows, 1))
    return next((row for row, below in tables if _is_header(row.cells, below)), None)


def _is_header(names: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    period = _one(names, _PERIOD)
    if not period or not (_one(names, _AREA) or _one(names, _CODE)) or any(map(_OTHER_LAYOUT.fullmatch, names)):
        return False
    rows = [dict(zip(names, cells, strict=False)) for cells in below]
    if not rows or period_of(rows[0].get(period, "")) is None:
        return False
    return any(_NUMBER.fullmatch(row.get(name, "")) for name in names if _may_be_series(name) for row in rows)


def _one(names: Sequence[str], form: re.Pattern[str]) -> str:
    """The one name of this form; nothing where there is none or are several."""
    fitting = [name for name in names if form.fullmatch(name)]
    return fitting[0] if len(fitting) == 1 else ""


def _may_be_series(name: str) -> bool:
    forms = (_AREA, _CODE, _PERIOD, _IDENTIFIER)
    return bool(name) and dimension_of(name) is None and not any(form.fullmatch(name) for form in forms)


def _is_numbers(cells: "pa.ChunkedArray") -> bool:
    """Whether a column prints numbers, and beside them marks for missing ones alone."""
    words = [word.strip() for word in words_in(cells).to_pylist()]
    printed = [word for word in words if word and word not in missing_marks()]
    return bool(printed) and all(map(_NUMBER.fullmatch, printed))
