"""CSV tables of the International Telecommunication Union, as its data portal exported them at first.

Knows the columns ``seriesCode``, ``entityIso``, ``dataYear``, ``dataValue`` and those beside them. A note or a source
that says the status of a value ("ITU estimate") is read, other notes are said. The file prints no date of release.
"""

from datetime import date

from stocktake.frameworks.statistical_words import dimension_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.beside import notes_unread, statuses_in
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, found
from stocktake.statistics.sources.own_regions import own_regions
from stocktake.statistics.sources.rows import ignored_columns, read_rows

NAME = "itu"
_HEADER = ("seriesCode", "entityIso", "dataYear", "dataValue")
_READ = (
    *_HEADER,
    "seriesID",
    "seriesName",
    "entityID",
    "entityName",
    "seriesUnits",
    "seriesUnit",
    "dataNote",
    "dataSource",
)


def handles(head: Head) -> bool:
    """Whether the header is that of ITU's exports."""
    return head.header(*_HEADER) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all series in the file."""
    header = found(file.head.header(*_HEADER), NAME)
    rows = read_rows(file, header)
    names = rows.find("entityName")
    dimensions = [name for name in rows.names if name not in _READ and dimension_of(name)]
    gathered = Gathered(
        origin=Origin(NAME, "ITU", scheme="iso3", prefix="ITU"),
        lines=rows.lines,
        code=rows.take("seriesCode"),
        name=rows.find("seriesName"),
        area=rows.take("entityIso"),
        area_name=None if names is None else own_regions(rows.take("entityIso"), names, "ITU"),
        period=rows.take("dataYear"),
        value=rows.take("dataValue"),
        unit=rows.find("seriesUnits", "seriesUnit"),
        status=statuses_in(rows.find("dataNote"), rows.find("dataSource")),
        dimensions={name: rows.take(name) for name in dimensions},
        findings=(*notes_unread(rows.find("dataNote")), *ignored_columns(rows, (*_READ, *dimensions))),
    )
    return build_reading(file, gathered, vintage)
