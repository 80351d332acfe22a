"""Tables of the World Bank with a row per country and year, as the common clients of its API write them.

Knows the columns ``country``, ``iso2c``, ``iso3c``, ``year`` or ``date``, and a column per series under its code. The
code in two letters stands in for one in three where that is not filled, and the name for both. An empty cell is no
observation; "NA" among the values is a missing one, and among the codes Namibia.
"""

import re
from datetime import date
from itertools import product

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import first_said
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.rows import ignored_columns, read_rows

NAME = "world-bank-long"
_CODE = re.compile(r"[A-Z]{2}(\.[A-Z0-9]+){1,5}")
_YEARS = ("year", "date")


def handles(head: Head) -> bool:
    """Whether the header names country codes, a year and codes of the World Bank's series."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all series in the file."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header)
    grid = unfold(rows, rows.headed(_CODE.fullmatch))
    codes = [column for name in ("iso3c", "iso2c") if (column := rows.find(name)) is not None]
    area = codes[0] if len(codes) == 1 else first_said(codes[0], codes[1])
    gathered = Gathered(
        origin=Origin(NAME, "World Bank", scheme="wb", prefix="WB"),
        lines=grid.lines,
        code=grid.heading,
        area=grid.repeat(area),
        area_name=grid.repeat_found(rows.find("country")),
        period=grid.repeat(rows.take(*_YEARS)),
        value=grid.value,
        findings=ignored_columns(rows, ("country", "iso2c", "iso3c", *_YEARS, *grid.headings)),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    return head.header_among(*product(("iso3c", "iso2c"), _YEARS), with_a=_CODE.fullmatch)
