"""Tables of the E-Government Survey of UN DESA, one per survey or one of many.

Knows a row per country with the year of the survey and a column per index or rank, under its name or the abbreviation
that the survey itself uses (EGDI, OSI, HCI, TII, EPI); whichever it is, the series is the same. Names carry a blank at
their end. The file prints no date of release.
"""

from datetime import date

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.rows import ignored_columns, read_rows
from stocktake.statistics.sources.series_columns import is_numbers

NAME = "un-desa-egov"
_YEARS = ("Survey Year", "Year")
_COUNTRIES = ("Country Name", "Country")
_TITLES = {
    "egdi": "E-Government Index",
    "e-government development index": "E-Government Index",
    "e-government index": "E-Government Index",
    "osi": "Online Service Index",
    "online service index": "Online Service Index",
    "hci": "Human Capital Index",
    "human capital index": "Human Capital Index",
    "tii": "Telecommunication Infrastructure Index",
    "telecommunication infrastructure index": "Telecommunication Infrastructure Index",
    "epi": "E-Participation Index",
    "e-participation index": "E-Participation Index",
    "egdi rank": "E-Government Rank",
    "e-government rank": "E-Government Rank",
    "e-participation rank": "E-Participation Rank",
    "epi rank": "E-Participation Rank",
}
"""What each heading stands for, in the words of the survey's own tables."""
_SURE = 2
_OWN = {"egdi", "e-government development index", "e-government index", "online service index"}


def handles(head: Head) -> bool:
    """Whether the header is that of the survey's tables."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all indices and ranks."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header)
    keys = {name.casefold() for name in (*_YEARS, *_COUNTRIES)}
    columns = {
        place: name
        for place, name in enumerate(rows.names)
        if name and name.casefold() not in keys and (name.casefold() in _TITLES or is_numbers(rows.cells[place]))
    }
    grid = unfold(rows, {place: _TITLES.get(name.casefold(), name) for place, name in columns.items()})
    gathered = Gathered(
        origin=Origin(NAME, "UN DESA", "E-Government Survey", scheme="name", prefix="UNDESA"),
        lines=grid.lines,
        code=grid.heading,
        area=grid.repeat(rows.take(*_COUNTRIES)),
        period=grid.repeat(rows.take(*_YEARS)),
        value=grid.value,
        findings=ignored_columns(rows, (*keys, *columns.values())),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    """The row with a country, a year and an index that is the survey's alone, or several of its indices."""
    headers = (head.header(year, country) for year in _YEARS for country in _COUNTRIES)
    return next((row for row in headers if row is not None and _is_of_survey(row)), None)


def _is_of_survey(header: Row) -> bool:
    printed = {cell.casefold() for cell in header.cells} & _TITLES.keys()
    return bool(printed & _OWN) or len(printed) >= _SURE
