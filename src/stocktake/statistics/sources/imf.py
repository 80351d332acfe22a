"""Tables of the International Monetary Fund with a row per series and a column per period: its portal's, and the WEO's.

Knows the columns that name data set, series and country; that the portal's code of a series holds its country
("FJI.NGDPD.A"), so that the printed indicator names the series; that every other column there is a dimension; and the
year after which the World Economic Outlook has estimates. A scale ("Billions") is multiplied out where the unit is
known. The files print no date of release.
"""

from datetime import date

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.beside import scaled
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct, words_in
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.periods import period_of
from stocktake.statistics.sources.places import listed
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows

NAME = "imf"
_PORTAL = ("DATASET", "SERIES_CODE", "COUNTRY", "INDICATOR")
_PORTAL_BESIDE = ("OBS_MEASURE", "SERIES_NAME", "UNIT", "SCALE", *_PORTAL)
_OUTLOOK = ("ISO", "Country", "WEO Subject Code", "Subject Descriptor", "Units", "Scale")
_OUTLOOK_BESIDE = ("WEO Country Code", "Subject Notes", "Country/Series-specific Notes", *_OUTLOOK)
_ESTIMATES = "Estimates Start After"


def handles(head: Head) -> bool:
    """Whether a header is that of the portal or of the World Economic Outlook, and periods follow."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the table."""
    rows = read_rows(file, found(_header(file.head), NAME))
    gathered = _outlook(rows) if rows.place("WEO Subject Code") is not None else _portal(rows)
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    return head.header_among(_PORTAL, _OUTLOOK, with_a=period_of)


def _portal(rows: Rows) -> Gathered:
    grid = unfold(rows, rows.headed(period_of))
    dimensions = [name for name in rows.names if name and name not in _PORTAL_BESIDE and name not in grid.headings]
    return Gathered(
        origin=Origin(NAME, "IMF", listed(words_in(rows.take("DATASET")).to_pylist()), scheme="any", prefix="IMF"),
        lines=grid.lines,
        code=grid.repeat(rows.take("INDICATOR")),
        area=grid.repeat(rows.take("COUNTRY")),
        period=grid.heading,
        value=grid.value,
        unit=grid.repeat_found(scaled(rows.find("SCALE"), rows.find("UNIT"))),
        dimensions={name: grid.repeat(rows.take(name)) for name in dimensions},
        findings=ignored_columns(rows, (*_PORTAL_BESIDE, *dimensions, *grid.headings)),
    )


def _outlook(rows: Rows) -> Gathered:
    """The rows of series; below them stands where they are from."""
    import pyarrow.compute as pc

    rows = rows.keep(pc.not_equal(rows.take("WEO Subject Code"), ""))
    grid = unfold(rows, rows.headed(period_of))
    last = rows.find(_ESTIMATES)
    status = None
    if last is not None:
        distinct = Distinct([grid.heading, grid.repeat(last)])
        status = distinct.spread(["E" if known and year > known[:4] else "" for year, known in distinct.keys])
    return Gathered(
        origin=Origin(NAME, "IMF", "World Economic Outlook", scheme="iso3", prefix="IMF"),
        lines=grid.lines,
        code=grid.repeat(rows.take("WEO Subject Code")),
        name=grid.repeat(rows.take("Subject Descriptor")),
        area=grid.repeat(rows.take("ISO")),
        area_name=grid.repeat(rows.take("Country")),
        period=grid.heading,
        value=grid.value,
        unit=grid.repeat(scaled(rows.take("Scale"), rows.take("Units"))),
        status=status,
        findings=ignored_columns(rows, (*_OUTLOOK_BESIDE, _ESTIMATES, *grid.headings)),
    )
