"""Tables with a row per area and a column per year, as ITU and others put them into workbooks.

Knows the lines above the header, of which one is the title and names the series where no column does, while others may
say the unit ("Thousands") or of whom the values are ("Female"); headings such as "2019", "2019*" and "2019_value"; what
notes and sources beside say of the status of a value; rows that head a section; notes below the table. Who published it
is read from the words around the table (ITU), else it is open. The file prints no date of release.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.frameworks.indicators import indicator_of
from stocktake.frameworks.statistical_words import dimension_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.beside import scaled, statuses_beside
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, Origin, same
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.naming import printed_unit
from stocktake.statistics.sources.own_regions import own_regions
from stocktake.statistics.sources.places import listed, shown
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows
from stocktake.statistics.sources.sheet_names import read_as
from stocktake.statistics.sources.told_apart import FOOT, dimensions_in, has_part_of_year, is_foot, told_by

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "year-columns"
_AREA = re.compile(r"(country|economy|region|area|pays|pa[ií]s)([ /_]+(name|or area|area))?", re.IGNORECASE)
_CODES = ("ISO3", "ISO", "ISO code", "Country code", "Economy code", "Code", "M49 code")
_SERIES = ("Series", "Series name", "Indicator", "Indicator name")
_SERIES_CODES = ("Series code", "Indicator code")
_UNITS = ("Unit", "Units")
_SCALES = ("Scale",)
_MARKS = "*†‡¹²³e"
"""Signs behind a year; ITU's own is the star of an estimate."""
_YEAR = re.compile(rf"((?:19|20)\d\d)(?:\.0+)?(?:[ _][Vv]alue|\s*[{_MARKS}])?")
_BESIDE = re.compile(r"((?:19|20)\d\d)[ _](?:notes?|source|footnotes?)", re.IGNORECASE)
_UNIT_LINE = re.compile(
    r"[(\[\s]*(?:units?(?: of measure(?:ment)?)?\s*:?\s*)?(?:in )?(.+?)[)\]\s]*", re.IGNORECASE
)
_SCALE_LINE = re.compile(r"\b(in|units?|figures|values)\b.*\b(thousand|million|billion)s?\b", re.IGNORECASE)
_LEAST_YEARS = 2
_YEARS_OF_TITLE = re.compile(r"\W{0,9}\b(19|20)\d\d\s*[-–—/]\s*(19|20)?\d\d\b\)?\W*$")
_ITU = re.compile(r"\bITU\b|International Telecommunication Union")
_NUMBER = re.compile(r"(table|tableau|cuadro|figure|annex)\s+[A-Z]?[\d.]+[a-z]?\b\s*[.:–—-]?\s*", re.IGNORECASE)
"""The number of a table before its title, or alone on a line."""
_ABOUT = re.compile(r"(sources?|notes?|ITU|International Telecommunication Union)\b", re.IGNORECASE)


def handles(head: Head) -> bool:
    """Whether a header has an area and years, and the series is named in a column or above."""
    header = _header(head)
    return header is not None and (_named(header) or bool(_title(head, header)))


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the grid."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header, is_foot).without(FOOT)
    years = {place: match[1] for place, name in enumerate(rows.names) if (match := _YEAR.fullmatch(name))}
    grid = unfold(rows, years)
    area = next(name for name in rows.names if _AREA.fullmatch(name))
    publisher = _publisher(file)
    areas, names = _areas(rows, area, publisher)
    columns = (rows.find(*_SERIES_CODES), rows.find(*_SERIES))
    series = [each for each in columns if each is not None] or [same(_title(file.head, header), len(rows))]
    beside = {year: _beside(rows, year) for year in years.values()}
    status, notes = statuses_beside(rows, grid, beside)
    fixed = (area, *_CODES, *_SERIES, *_SERIES_CODES, *_UNITS, *_SCALES)
    used = (*fixed, *chain(*beside.values()), *(rows.names[place] for place in years))
    dimensions = dimensions_in(rows, used, area, file.head.name)
    above = _told_above(file.head, header, tuple(dimensions.values()))
    gathered = Gathered(
        origin=Origin(NAME, publisher, scheme="any", prefix="X"),
        lines=grid.lines,
        code=grid.repeat(series[0]),
        name=grid.repeat(series[-1]),
        area=grid.repeat(areas),
        area_name=grid.repeat_found(names),
        period=grid.heading,
        value=grid.value,
        unit=grid.repeat_found(_units(rows, file.head, header)),
        status=status,
        dimensions={
            **{name: same(word, len(grid.value)) for name, word in above.items()},
            **{meant: grid.repeat(rows.take(name)) for name, meant in dimensions.items()},
        },
        findings=(
            *_named_by_sheet(file.head, header),
            *_marked(rows, years),
            *notes,
            *ignored_columns(rows, (*used, *dimensions)),
        ),
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


def _units(rows: Rows, head: Head, header: Row) -> "pa.ChunkedArray | None":
    """The unit of each row; a scale that stands in a column of its own ("Billions") goes before it."""
    scales, units = rows.find(*_SCALES), rows.find(*_UNITS)
    return _unit_above(head, header, len(rows)) if scales is None and units is None else scaled(scales, units)


def _unit_above(head: Head, header: Row, length: int) -> "pa.ChunkedArray | None":
    """The unit that a line above the header is; None where none is.

    Raises:
        InputError: A line speaks of thousands in a way that is not read.
    """
    lines = _beside_title(head, header)
    units = [match[1] for line in lines if (match := _UNIT_LINE.fullmatch(line)) and printed_unit(match[1])]
    scaled = [line for line in lines if _SCALE_LINE.search(line)]
    if scaled and not units:
        raise InputError(
            expected="a unit in a column “Unit”, in brackets behind the title, or alone on a line above the header",
            came=f"above it stands “{shown(scaled[0])}”",
            where=head.name,
            advice="Write the unit so that it cannot be misread.",
        )
    return same(units[0], length) if units else None


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
    once = len(set(years)) >= _LEAST_YEARS and len(years) == len(set(years))
    return once and any(map(_AREA.fullmatch, cells)) and not has_part_of_year(cells)


def _named(header: Row) -> bool:
    return bool(
        {cell.casefold() for cell in header.cells} & {each.casefold() for each in (*_SERIES, *_SERIES_CODES)}
    )


def _title(head: Head, header: Row) -> str:
    """What names the series: a line above; without one the sheet, where its name is that of an indicator of ours."""
    return _titled_line(head, header) or (head.sheet if indicator_of(head.sheet) else "")


def _titled_line(head: Head, header: Row) -> str:
    """The line above the header that names an indicator of ours, else the first not on source or unit; or nothing."""
    titles = [_YEARS_OF_TITLE.sub("", _NUMBER.sub("", line)).strip() for line in _above(head, header)]
    known = (title for title in titles if indicator_of(title))
    others = (title for title in titles if title and not _ABOUT.match(title) and not _is_unit(title))
    return next(known, next(others, ""))


def _told_above(head: Head, header: Row, columns: Sequence[str]) -> dict[str, str]:
    """What lines beside the title say of all values ("Female"), save what columns say."""
    said = told_by(*(line for line in _beside_title(head, header) if not _ABOUT.match(line)))
    known = {each.name for name in columns if (each := dimension_of(name)) is not None}
    return {name: word for name, word in said.items() if name not in known}


def _named_by_sheet(head: Head, header: Row) -> tuple[Finding, ...]:
    """A remark where nothing but the name of the sheet says what the values are."""
    said = _named(header) or _titled_line(head, header)
    return () if said else (read_as(head.sheet, "the name of the series"),)


def _above(head: Head, header: Row) -> list[str]:
    """The lines above the header."""
    return [", ".join(filter(None, row.cells)) for row in head.rows if row.line < header.line]


def _beside_title(head: Head, header: Row) -> list[str]:
    """The lines above the header that name no series."""
    title = "" if _named(header) else _title(head, header)
    return [line for line in _above(head, header) if not title or title not in line]


def _is_unit(line: str) -> bool:
    match = _UNIT_LINE.fullmatch(line)
    return match is not None and printed_unit(match[1]) is not None


def _publisher(file: File) -> str | None:
    """Whom the words above and below the table name."""
    words = file.head.text + file.tail
    return "ITU" if _ITU.search(words) else None
