"""Bulk files of the UNESCO Institute for Statistics: national and regional data.

Knows their six columns, what MAGNITUDE says of a value (a nought may stand for "not applicable", which is no nought)
and what QUALIFIER says of it (who estimated it), as the README beside the files has it. Names of series and areas stand
in files of their own, the release in the README alone.
"""

from datetime import date
from typing import TYPE_CHECKING

from stocktake.findings import Code, Finding
from stocktake.frameworks.statistical_words import status_of
from stocktake.statistics.model import NORMAL, Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct, says
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.places import said
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "uis"
_AREAS = ("COUNTRY_ID", "REGION_ID")
_HEADER = ("INDICATOR_ID", "YEAR", "VALUE", "MAGNITUDE", "QUALIFIER")
_NO_VALUE = ("M", "Q")
"""The statuses of a value that cannot exist or is not published: "not applicable" is printed as 0."""


def handles(head: Head) -> bool:
    """Whether the header is that of the bulk files."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the file."""
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header)
    values, statuses = _judged(rows)
    gathered = Gathered(
        origin=Origin(NAME, "UNESCO Institute for Statistics", scheme="iso3", prefix="UIS", statuses="uis"),
        lines=rows.lines,
        code=rows.take("INDICATOR_ID"),
        area=rows.take(*_AREAS),
        period=rows.take("YEAR"),
        value=values,
        status=statuses,
        findings=(*_inclusive(rows), *ignored_columns(rows, (*_AREAS, *_HEADER))),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    return head.header_among(*((area, *_HEADER) for area in _AREAS))


def _judged(rows: Rows) -> tuple["pa.ChunkedArray", "pa.ChunkedArray"]:
    """The values, empty where the magnitude says that there is none, and the words on the status of each."""
    distinct = Distinct([rows.take("VALUE"), rows.take("MAGNITUDE"), rows.take("QUALIFIER")])
    values = ["" if _status_of(magnitude) in _NO_VALUE else value for value, magnitude, _ in distinct.keys]
    statuses = [_status(magnitude, qualifier) for _, magnitude, qualifier in distinct.keys]
    return distinct.spread(values), distinct.spread(statuses)


def _status(magnitude: str, qualifier: str) -> str:
    """The word that counts: the magnitude where it marks the value down, else the qualifier."""
    return magnitude if _status_of(magnitude) not in (None, NORMAL) or not qualifier else qualifier


def _status_of(magnitude: str) -> str | None:
    return status_of(magnitude, "uis") if magnitude else None


def _inclusive(rows: Rows) -> tuple[Finding, ...]:
    """A remark on values that cover more than their series says."""
    lines = rows.lines.filter(says(rows.take("MAGNITUDE"), "INCLUDES"))
    if not len(lines):
        return ()
    count = f"{len(lines):,} value{'s' if len(lines) > 1 else ''}"
    message = f"By the magnitude INCLUDES, {count} with other data points within{said(lines)}."
    return (
        Finding(Code.COLUMN_IGNORED, "MAGNITUDE", message, "Look at the publisher's metadata before you compare."),
    )
