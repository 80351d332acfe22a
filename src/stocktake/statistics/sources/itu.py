"""CSV tables of the International Telecommunication Union, as its data portal exports them.

Knows the columns ``seriesCode``, ``entityIso``, ``dataYear``, ``dataValue`` and those beside them. A note that says the
status of a value ("ITU estimate") is read, others are not. The file prints no date of release.
"""

from datetime import date
from typing import TYPE_CHECKING

from stocktake.frameworks.statistical_words import dimension_of, status_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import each
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, found
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "itu"
_HEADER = ("seriesCode", "entityIso", "dataYear", "dataValue")
_READ = (*_HEADER, "seriesID", "seriesName", "entityID", "entityName", "seriesUnits", "seriesUnit", "dataNote")


def handles(head: Head) -> bool:
    """Whether the header is that of ITU's exports."""
    return head.header(*_HEADER) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all series in the file."""
    header = found(file.head.header(*_HEADER), NAME)
    rows = read_rows(file, header)
    dimensions = [name for name in rows.names if name not in _READ and dimension_of(name)]
    gathered = Gathered(
        origin=Origin(NAME, "ITU", scheme="iso3", prefix="ITU"),
        lines=rows.lines,
        code=rows.take("seriesCode"),
        name=rows.find("seriesName"),
        area=rows.take("entityIso"),
        area_name=rows.find("entityName"),
        period=rows.take("dataYear"),
        value=rows.take("dataValue"),
        unit=rows.find("seriesUnits", "seriesUnit"),
        status=_statuses(rows),
        dimensions={name: rows.take(name) for name in dimensions},
        findings=ignored_columns(rows, (*_READ, *dimensions)),
    )
    return build_reading(file, gathered, vintage)


def _statuses(rows: Rows) -> "pa.ChunkedArray | None":
    notes = rows.find("dataNote")
    return None if notes is None else each(notes, lambda note: note if status_of(note) else "")
