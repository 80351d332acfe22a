"""The time series of the Human Development Report (UNDP), all composite indices in one table.

Knows a row per country or set of countries and a column per index or component and year ("hdi_2022", "hdi_f_2022"), and
the columns that describe a country. The regions are UNDP's own. The file names no unit and prints no date of release.
"""

import re
from datetime import date

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import each
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, found
from stocktake.statistics.sources.own_regions import own_regions
from stocktake.statistics.sources.rows import ignored_columns, read_rows

NAME = "hdr"
_HEADER = ("iso3", "country", "hdicode", "region")
_SERIES = re.compile(r"([a-z][a-z0-9_]*)_((?:19|20)\d\d)")


def handles(head: Head) -> bool:
    """Whether the header is that of the time series."""
    return head.header_among(_HEADER, with_a=_SERIES.fullmatch) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all indices and components."""
    header = found(file.head.header(*_HEADER), NAME)
    rows = read_rows(file, header)
    grid = unfold(rows, rows.headed(_SERIES.fullmatch))
    codes = rows.take("iso3")
    gathered = Gathered(
        origin=Origin(NAME, "UNDP", "Human Development Report, time series", scheme="iso3", prefix="UNDP"),
        lines=grid.lines,
        code=each(grid.heading, lambda name: _SERIES.sub(r"\1", name)),
        area=grid.repeat(codes),
        area_name=grid.repeat(own_regions(codes, rows.take("country"), "UNDP")),
        period=each(grid.heading, lambda name: _SERIES.sub(r"\2", name)),
        value=grid.value,
        findings=ignored_columns(rows, (*_HEADER, *grid.headings)),
    )
    return build_reading(file, gathered, vintage)
