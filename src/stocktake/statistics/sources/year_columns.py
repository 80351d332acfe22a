"""Tables with a row per area and a column per year, as ITU and others put them into workbooks.

Knows the lines above the header, of which one is the title and names the series where no column does; headings such as
"2019", "2019*" and "2019_value"; what notes and sources beside say of the status of a value; rows that head a section;
notes below the table. Who
published it is read from the words around the table (ITU), else it is open. The file prints no date of release.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from stocktake.findings import Code, Finding
from stocktake.frameworks.indicators import indicator_of
from stocktake.frameworks.statistical_words import dimension_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.beside import statuses_beside
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct, each
from stocktake.statistics.sources.gathered import Gathered, Origin, same
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.own_regions import own_regions
from stocktake.statistics.sources.places import listed
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "year-columns"
_AREA = re.compile(r"(country|economy|region|area)([ /_]+(name|or area|area))?", re.IGNORECASE)
_CODES = ("ISO3", "ISO", "ISO code", "Country code", "Economy code", "Code", "M49 code")
_SERIES = ("Series", "Series name", "Indicator", "Indicator name")
_SERIES_CODES = ("Series code", "Indicator code")
_UNITS = ("Unit", "Units")
_SCALES = ("Scale",)
_MARKS = "*†‡¹²³e"
"""Signs behind a year; ITU's own is the star of an estimate."""
_YEAR = re.compile(rf"((?:19|20)\d\d)(?:\.0+)?(?:[ _][Vv]alue|\s*[{_MARKS}])?")
_BESIDE = re.compile(r"((?:19|20)\d\d)[ _](?:notes?|source|footnotes?)", re.IGNORECASE)
_NO_SCALE = ("", "units", "unit")
_UNIT_BEHIND = re.compile(r"\s*\([^()]*\)$")
_LEAST_YEARS = 2
_YEARS_OF_TITLE = re.compile(r"\W*\(?\b(19|20)\d\d\s*[-–—/]\s*(19|20)?\d\d\b\)?\W*$")
_ITU = re.compile(r"\bITU\b|International Telecommunication Union")
_ABOUT = re.compile(r"(sources?|notes?|ITU|International Telecommunication Union)\b", re.IGNORECASE)
_FOOT = r"(?i:\s*(sources?|notes?|©|\*|†))"


def handles(head: Head) -> bool:
    """Whether a header has an area and years, and the series is named in a column or above."""
    header = _header(head)
    return header is not None and (_named(header) or bool(_title(head, header)))


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the grid."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header, _is_foot).without(_FOOT)
    years = {place: match[1] for place, name in enumerate(rows.names) if (match := _YEAR.fullmatch(name))}
    grid = unfold(rows, years)
    area = next(name for name in rows.names if _AREA.fullmatch(name))
    publisher = _publisher(file)
    areas, names = _areas(rows, area, publisher)
    columns = (rows.find(*_SERIES_CODES), rows.find(*_SERIES))
    series = [each for each in columns if each is not None] or [same(_title(file.head, header), len(rows))]
    dimensions = [name for name in rows.names if dimension_of(name)]
    beside = {year: _beside(rows, year) for year in years.values()}
    status, notes = statuses_beside(rows, grid, beside)
    fixed = (area, *_CODES, *_SERIES, *_SERIES_CODES, *_UNITS, *_SCALES)
    used = (*fixed, *dimensions, *chain(*beside.values()), *(rows.names[place] for place in years))
    gathered = Gathered(
        origin=Origin(NAME, publisher, scheme="any", prefix="X"),
        lines=grid.lines,
        code=grid.repeat(series[0]),
        name=grid.repeat(each(series[-1], _without_unit)),
        area=grid.repeat(areas),
        area_name=grid.repeat_found(names),
        period=grid.heading,
        value=grid.value,
        unit=grid.repeat_found(_units(rows)),
        status=status,
        dimensions={name: grid.repeat(rows.take(name)) for name in dimensions},
        findings=(*_marked(rows, years), *notes, *ignored_columns(rows, used)),
    )
    return build_reading(file, gathered, vintage)


def _areas(rows: Rows, heading: str, publisher: str | None) -> tuple["pa.ChunkedArray", "pa.ChunkedArray | None"]:
    """The codes of the areas and their names; the names alone where there are no codes."""
    codes, names = rows.find(*_CODES), rows.take(heading)
    if publisher is not None:
        names = own_regions(names if codes is None else codes, names, publisher)
    return (names, None) if codes is None else (codes, names)


def _beside(rows: Rows, year: str) -> list[str]:
    """The columns of notes and sources of a year, as ITU's workbooks have them."""
    return [name for name in rows.names if (match := _BESIDE.fullmatch(name)) and match[1] == year]


def _units(rows: Rows) -> "pa.ChunkedArray | None":
    """The unit of each row; a scale that stands in a column of its own ("Billions") goes before it."""
    scales, units = rows.find(*_SCALES), rows.find(*_UNITS)
    if scales is None:
        return units
    distinct = Distinct([scales, scales if units is None else units])
    words = [
        ("" if scale.casefold() in _NO_SCALE else scale, "" if units is None else unit)
        for scale, unit in distinct.keys
    ]
    return distinct.spread([" ".join(filter(None, pair)) for pair in words])


def _without_unit(title: str) -> str:
    """The title without the unit in brackets behind it, where an indicator has that name."""
    bare = _UNIT_BEHIND.sub("", title)
    return bare if indicator_of(bare) is not None else title


def _marked(rows: Rows, years: Mapping[int, str]) -> tuple[Finding, ...]:
    """A remark on years with a mark behind them, which stands for a note on all values below."""
    marks = [
        f"“{rows.names[place]}”"
        for place in years
        if rows.names[place][-1] in _MARKS and not rows.names[place].casefold().endswith("value")
    ]
    if not marks:
        return ()
    message = f"Years read without the mark, whose meaning is not read: {listed(marks)}."
    return (Finding(Code.FOOTNOTE_MARK, "column", message, "Look what the notes say."),)


def _header(head: Head) -> Row | None:
    return next((row for row in head.rows if _is_header(row.cells)), None)


def _is_header(cells: Sequence[str]) -> bool:
    years = [match[1] for cell in cells if (match := _YEAR.fullmatch(cell))]
    return len(set(years)) >= _LEAST_YEARS and len(years) == len(set(years)) and any(map(_AREA.fullmatch, cells))


def _named(header: Row) -> bool:
    return bool(
        {cell.casefold() for cell in header.cells} & {each.casefold() for each in (*_SERIES, *_SERIES_CODES)}
    )


def _title(head: Head, header: Row) -> str:
    """The line above the header that names an indicator of ours, else the first not on the source; or nothing."""
    above = [", ".join(filter(None, row.cells)) for row in head.rows if row.line < header.line]
    titles = [_YEARS_OF_TITLE.sub("", line).strip() for line in above]
    known = (title for title in titles if indicator_of(title))
    others = (title for title in titles if title and not _ABOUT.match(title))
    return next(known, next(others, ""))


def _publisher(file: File) -> str | None:
    """Whom the words above and below the table name."""
    words = file.head.text + file.tail
    return "ITU" if _ITU.search(words) else None


def _is_foot(cells: Sequence[str]) -> bool:
    """Whether a row of another length is a note, or heads a section: all stands in its first cell."""
    return not any(cell.strip() for cell in cells[1:]) or re.match(_FOOT, cells[0]) is not None
