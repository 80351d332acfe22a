"""Tables of the E-Government Survey of UN DESA, one per survey.

Knows a row per country with the year of the survey and a column per index or rank. Names carry a blank at their end.
The file prints no date of release.
"""

from datetime import date

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, found
from stocktake.statistics.sources.rows import read_rows

NAME = "un-desa-egov"
_HEADER = ("Survey Year", "Country Name", "Online Service Index")


def handles(head: Head) -> bool:
    """Whether the header is that of the survey's tables."""
    return head.header(*_HEADER) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all indices and ranks."""
    header = found(file.head.header(*_HEADER), NAME)
    rows = read_rows(file, header)
    keys = {name.casefold() for name in _HEADER[:2]}
    grid = unfold(
        rows, {place: name for place, name in enumerate(rows.names) if name and name.casefold() not in keys}
    )
    gathered = Gathered(
        origin=Origin(NAME, "UN DESA", "E-Government Survey", scheme="name", prefix="UNDESA"),
        lines=grid.lines,
        code=grid.heading,
        area=grid.repeat(rows.take("Country Name")),
        period=grid.repeat(rows.take("Survey Year")),
        value=grid.value,
    )
    return build_reading(file, gathered, vintage)
