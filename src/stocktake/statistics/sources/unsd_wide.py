"""Exports of the SDG database (UNSD) with a column per year, as its pivoted download gives them.

Knows the same columns as the long export, but for period and value, which stand in the columns of years. Natures of
single values are not in it. The file prints no date of release.
"""

from datetime import date

from stocktake.frameworks.statistical_words import dimension_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.periods import period_of
from stocktake.statistics.sources.rows import ignored_columns, read_rows
from stocktake.statistics.sources.unsd import sdg_origin

NAME = "unsd-sdg-wide"
_HEADER = ("SeriesCode", "GeoAreaCode")
_FIXED = (*_HEADER, "Goal", "Target", "Indicator", "SeriesDescription", "GeoAreaName")
_UNITS = ("Units", "[Units]")


def handles(head: Head) -> bool:
    """Whether the header names series and area, and years follow."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the grid; an empty cell is none."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header)
    grid = unfold(rows, rows.headed(period_of))
    dimensions = [name for name in rows.names if name not in _UNITS and dimension_of(name.strip("[]"))]
    gathered = Gathered(
        origin=sdg_origin(NAME),
        lines=grid.lines,
        code=grid.repeat(rows.take("SeriesCode")),
        name=grid.repeat_found(rows.find("SeriesDescription")),
        area=grid.repeat(rows.take("GeoAreaCode")),
        area_name=grid.repeat_found(rows.find("GeoAreaName")),
        period=grid.heading,
        value=grid.value,
        unit=grid.repeat_found(rows.find(*_UNITS)),
        dimensions={name.strip("[]"): grid.repeat(rows.take(name)) for name in dimensions},
        findings=ignored_columns(rows, (*_FIXED, *_UNITS, *dimensions, *grid.headings)),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    return head.header_among(_HEADER, with_a=period_of)
