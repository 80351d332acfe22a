"""Tables that UNdata exports, from whichever of its data sets.

Knows "Country or Area", a year, a column that names the series, and "Value" or "Quantity"; the column "Area" of tables
of population, which is town and country; and the footnotes below the table, under a heading of their own. Notes on
single values are not read. The file prints no date of release. A table without the name of its series is none of these.
"""

from collections.abc import Sequence
from datetime import date
from itertools import product

from stocktake.frameworks.statistical_words import dimension_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import says
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows

NAME = "undata-export"
_AREA = "Country or Area"
_SERIES = ("Series", "Indicator", "Commodity - Transaction", "Commodity", "Variable", "Item")
_YEARS = ("Year", "Year(s)")
_VALUES = ("Value", "Quantity")
_LOCATION = "Area"
_CODES = ("Country or Area Code", "Series Code")
_FOOTNOTES = "footnoteseqid"
_FOOT_CELLS = 2


def handles(head: Head) -> bool:
    """Whether the header is that of an export with the name of its series."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all series in the table."""
    header = found(_header(file.head), NAME)
    rows = _without_feet(read_rows(file, header, _is_foot))
    areas, codes = rows.find(_CODES[0]), rows.find(_CODES[1])
    dimensions = {name: rows.take(name) for name in rows.names if dimension_of(name)}
    if rows.place(_LOCATION) is not None:
        dimensions["location"] = rows.take(_LOCATION)
    used = (_AREA, *_SERIES, *_YEARS, *_VALUES, *_CODES, "Unit", _LOCATION, *dimensions)
    gathered = Gathered(
        origin=Origin(NAME, "UNSD", "UNdata", scheme="any", prefix="M49"),
        lines=rows.lines,
        code=rows.take(*_SERIES) if codes is None else codes,
        name=rows.take(*_SERIES),
        area=rows.take(_AREA) if areas is None else areas,
        area_name=None if areas is None else rows.take(_AREA),
        period=rows.take(*_YEARS),
        value=rows.take(*_VALUES),
        unit=rows.find("Unit"),
        dimensions=dimensions,
        findings=ignored_columns(rows, used),
    )
    return build_reading(file, gathered, vintage)


def _header(head: Head) -> Row | None:
    return head.header_among(*product((_AREA,), _SERIES, _YEARS, _VALUES))


def _is_foot(cells: Sequence[str]) -> bool:
    """Whether a row of another length is of the footnotes: a number and its text, below their heading."""
    first = cells[0].strip().casefold() if cells else ""
    return len(cells) <= _FOOT_CELLS and (first in ("", _FOOTNOTES) or first.isdigit())


def _without_feet(rows: Rows) -> Rows:
    """The rows without the footnotes, which stand as wide as the table where a spreadsheet has saved it."""
    import pyarrow.compute as pc

    return rows.keep(pc.invert(pc.and_(says(rows.take(*_YEARS), ""), says(rows.take(*_VALUES), ""))))
