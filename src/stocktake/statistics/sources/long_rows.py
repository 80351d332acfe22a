"""Tables with a row per observation that says its series, as offices and researchers write them.

Knows the headings of area, period, series, unit and value in their usual wordings. A heading that may be two things, or
a month beside the year, makes another layout, which is not read here. Who published it is open. The file prints no date
of release.
"""

import re
from collections.abc import Sequence
from datetime import date

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.rows import ignored_columns, read_rows
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

NAME = "long-rows"
_SERIES = re.compile(r"(indicator|series|variable)([ _]?(name|label|description))?", re.IGNORECASE)
_SERIES_CODE = re.compile(r"(indicator|series|variable)[ _]?(code|id)", re.IGNORECASE)
_VALUE = re.compile(r"(obs(ervation)?|data)?[ _]?value", re.IGNORECASE)
_UNIT = re.compile(r"units?([ _]of[ _]measure(ment)?)?", re.IGNORECASE)
_FORMS = (AREA, CODE, PERIOD, _SERIES_CODE, _SERIES, _VALUE, _UNIT)


def handles(head: Head) -> bool:
    """Whether a header says area, period, series and value, each once."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the table."""
    rows = read_rows(file, found(_header(file.head), NAME), is_note).without(FOOT)
    names = [one(rows.names, form) for form in _FORMS]
    area, area_code, period, code, series, value, unit = names
    dimensions = dimensions_in(rows, names, area or area_code, file.head.name)
    gathered = Gathered(
        origin=Origin(NAME),
        lines=rows.lines,
        code=rows.take(code or series),
        name=rows.take(series or code),
        area=rows.take(area_code or area),
        area_name=rows.take(area or area_code),
        period=rows.take(period),
        value=rows.take(value),
        unit=rows.take(unit) if unit else None,
        dimensions={meant: rows.take(name) for name, meant in dimensions.items()},
        findings=ignored_columns(rows, (*names, *dimensions)),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    return next((row for row in head.rows if _is_header(row.cells)), None)


def _is_header(names: Sequence[str]) -> bool:
    said = {form: [name for name in names if form.fullmatch(name)] for form in _FORMS}
    if has_part_of_year(names) or any(len(fitting) > 1 for fitting in said.values()):
        return False
    either = (said[AREA] or said[CODE]) and (said[_SERIES] or said[_SERIES_CODE])
    return bool(either and said[PERIOD] and said[_VALUE])
