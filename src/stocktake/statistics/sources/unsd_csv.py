"""CSV exports of the SDG database (UNSD).

Knows its columns, dimensions and attributes of which stand in brackets ("[Sex]") in today's export and bare in older
ones. Bounds, footnotes and sources of single values are not read. The file prints no date of release.
"""

from datetime import date

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered
from stocktake.statistics.sources.head import File, Head, found
from stocktake.statistics.sources.rows import ignored_columns, read_rows
from stocktake.statistics.sources.unsd import sdg_origin

NAME = "unsd-sdg-csv"
_HEADER = ("SeriesCode", "GeoAreaCode", "TimePeriod", "Value")
# The columns that every export has; what stands beside them breaks observations down.
_FIXED = ("Goal", "Target", "Indicator", "SeriesDescription", "GeoAreaName", "ReleaseName", "SeriesID")
_UNREAD = (
    *("Time_Detail", "TimeCoverage", "UpperBound", "LowerBound", "BasePeriod", "Source", "GeoInfoUrl", "FootNote"),
    *("Time Detail", "Footnotes", "GeoAreaType", "ISO3", "ISOalpha3"),
)
_STATUS = ("Nature", "[Nature]")
_UNITS = ("Units", "[Units]")
_OTHER = ("[Observation Status]", "Observation Status")


def handles(head: Head) -> bool:
    """Whether the header is that of the SDG database."""
    return head.header(*_HEADER) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the export."""
    header = found(file.head.header(*_HEADER), NAME)
    rows = read_rows(file, header)
    known = {name.casefold() for name in (*_HEADER, *_FIXED, *_UNREAD, *_STATUS, *_UNITS, *_OTHER)}
    dimensions = [name for name in rows.names if name and name.casefold() not in known]
    unread = [name for name in rows.names if name.casefold() in {each.casefold() for each in (*_UNREAD, *_OTHER)}]
    gathered = Gathered(
        origin=sdg_origin(NAME),
        lines=rows.lines,
        code=rows.take("SeriesCode"),
        name=rows.find("SeriesDescription"),
        area=rows.take("GeoAreaCode"),
        area_name=rows.find("GeoAreaName"),
        period=rows.take("TimePeriod"),
        value=rows.take("Value"),
        unit=rows.find(*_UNITS),
        status=rows.find(*_STATUS),
        dimensions={name.strip("[]"): rows.take(name) for name in dimensions},
        findings=ignored_columns(rows, [*rows.empty(), *(name for name in rows.names if name not in unread)]),
    )
    return build_reading(file, gathered, vintage)
