"""Tables of the World Bank with a column per year: its CSV download, its bulk files, its DataBank.

Knows the lines before the header ("Data Source", "Last Updated Date"), the four columns that name series and country
in any order, headings such as "2019" and "2019 [YR2019]", and DataBank's words below the table. An empty cell in such
a grid is no observation; ".." is a missing one.
"""

import re
from collections.abc import Sequence
from datetime import date

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.periods import day_of, period_of
from stocktake.statistics.sources.rows import ignored_columns, read_rows

NAME = "world-bank-wide"
_COUNTRY = ("Country Name", "Country Code")
_SERIES = (("Indicator Name", "Indicator Code"), ("Series Name", "Series Code"))
FOOT = r"Data from database: (?P<dataset>.+)|Last Updated: *(?P<updated>[\d/]+)"
"""DataBank's words below a table."""


def handles(head: Head) -> bool:
    """Whether the header names country and series, and years follow."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the grid."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header, is_foot).without(FOOT)
    series = next(pair for pair in _SERIES if rows.place(*pair) is not None and rows.place(pair[1]) is not None)
    grid = unfold(rows, rows.headed(period_of))
    used = (*_COUNTRY, *series, *grid.headings)
    gathered = Gathered(
        origin=origin_of(file, NAME),
        lines=grid.lines,
        code=grid.repeat(rows.take(series[1])),
        name=grid.repeat(rows.take(series[0])),
        area=grid.repeat(rows.take(_COUNTRY[1])),
        area_name=grid.repeat(rows.take(_COUNTRY[0])),
        period=grid.heading,
        value=grid.value,
        findings=ignored_columns(rows, used),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    return head.header_among(*((*_COUNTRY, *pair) for pair in _SERIES), with_a=period_of)


def origin_of(file: File, reader: str) -> Origin:
    """What the lines above and below the table say."""
    said = {row.cells[0]: row.cells[1] for row in file.head.rows if len(row.cells) > 1}
    vintage = day_of(said.get("Last Updated Date", ""))
    dataset = said.get("Data Source")
    for match in re.finditer(FOOT, file.tail):
        dataset = (match["dataset"] or "").rstrip('",\r ') or dataset
        vintage = day_of(match["updated"] or "") or vintage
    return Origin(reader, "World Bank", dataset, vintage, scheme="wb", prefix="WB")


def is_foot(cells: Sequence[str]) -> bool:
    """Whether a row of one cell is DataBank's own words."""
    return len(cells) == 1 and re.match(FOOT, cells[0]) is not None
