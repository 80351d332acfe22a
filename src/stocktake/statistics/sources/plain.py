"""The plain CSV of ours, for anybody whose format is none of the others: ``docs/reference/statistics-formats.md``.

Knows the four columns that must be there (indicator, area, period, value) and those that may: the unit, the publisher's
code, the status, and any dimension. An empty value is a missing observation.
"""

from datetime import date
from typing import TYPE_CHECKING

from stocktake.frameworks.statistical_words import dimension_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import first_said
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, found
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "plain-csv"
_HEADER = ("indicator", "area", "period", "value")
_MAY = ("code", "unit", "status", "area name", "name")


def handles(head: Head) -> bool:
    """Whether the header has the four columns."""
    return head.header(*_HEADER) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the table."""
    header = found(file.head.header(*_HEADER), NAME)
    rows = read_rows(file, header)
    taken = (*_HEADER, *_MAY)
    dimensions = [name for name in rows.names if name.casefold() not in taken and dimension_of(name)]
    gathered = Gathered(
        origin=Origin(NAME),
        lines=rows.lines,
        code=_codes(rows),
        name=rows.take("indicator"),
        area=rows.take("area"),
        area_name=rows.find("area name"),
        period=rows.take("period"),
        value=rows.take("value"),
        unit=rows.find("unit"),
        status=rows.find("status"),
        dimensions={name: rows.take(name) for name in dimensions},
        findings=ignored_columns(rows, (*taken, *dimensions)),
    )
    return build_reading(file, gathered, vintage)


def _codes(rows: Rows) -> "pa.ChunkedArray":
    """The publisher's code of the series; the indicator where there is no such column or its cell is empty."""
    codes, indicators = rows.find("code"), rows.take("indicator")
    return indicators if codes is None else first_said(codes, indicators)
