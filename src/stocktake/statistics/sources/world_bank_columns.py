"""Tables of the World Bank's DataBank with a row per country and period and a column per series.

Knows the columns ``Country Code``, ``Time`` and ``Time Code``, headings with the code behind the name ("Population,
total [SP.POP.TOTL]"), and DataBank's words below the table. ".." is a missing observation.
"""

import re
from datetime import date

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import each
from stocktake.statistics.sources.gathered import Gathered
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.rows import ignored_columns, read_rows
from stocktake.statistics.sources.world_bank_wide import FOOT, is_foot, origin_of

NAME = "world-bank-columns"
_KEYS = ("Country Name", "Country Code", "Time", "Time Code")
_SERIES = re.compile(r"(.*\S)\s*\[([A-Za-z0-9._]+)\]")


def handles(head: Head) -> bool:
    """Whether the header names country and time, and series follow."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all series."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header, is_foot).without(FOOT)
    grid = unfold(rows, rows.headed(_SERIES.fullmatch))
    gathered = Gathered(
        origin=origin_of(file, NAME),
        lines=grid.lines,
        code=each(grid.heading, lambda name: _SERIES.sub(r"\2", name)),
        name=each(grid.heading, lambda name: _SERIES.sub(r"\1", name)),
        area=grid.repeat(rows.take("Country Code")),
        area_name=grid.repeat(rows.take("Country Name")),
        period=grid.repeat(rows.take("Time")),
        value=grid.value,
        findings=ignored_columns(rows, (*_KEYS, *grid.headings)),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    return head.header_among(_KEYS[:3], with_a=_SERIES.fullmatch)
