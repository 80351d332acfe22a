"""CSV files of ITU's DataHub, as it exports them today.

Knows the columns ``SeriesCode``, ``AreaCode``, ``Year``, ``Value``, the unit of each series, and the disaggregation, of
which a group ("Gender") names the dimension and what follows the part. A series of a part has a code of its own, which
the total has not: the name of the series says what both measure. Some sources run over two lines without quotes. The
latest ``LastModifiedOn`` is no day of release.
"""

import csv
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from stocktake.findings import Code, Finding
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.beside import notes_unread, statuses_in
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct, is_empty
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.own_regions import own_regions
from stocktake.statistics.sources.places import listed
from stocktake.statistics.sources.rows import Rows, ignored_columns, read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "itu-datahub"
_HEADER = ("SeriesCode", "Series", "AreaCode", "Year", "Value")
_GROUP = "DisaggregationGroup"
_PARTS = ("Disaggregation1", "Disaggregation2")
_READ = (*_HEADER, "SeriesID", "Unit", "AreaName", "Notes", "Source", _GROUP, *_PARTS)
_UNNAMED = _PARTS[0]


def handles(head: Head) -> bool:
    """Whether the header is that of the DataHub's export."""
    return head.header(*_HEADER) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all series in the file."""
    header = found(file.head.header(*_HEADER), NAME)
    mended, remarks = _mended(file, header)
    rows = read_rows(mended, header)
    names = rows.find("AreaName")
    gathered = Gathered(
        origin=Origin(NAME, "ITU", scheme="iso3", prefix="ITU"),
        lines=rows.lines,
        code=rows.take("SeriesCode"),
        name=rows.take("Series"),
        area=rows.take("AreaCode"),
        area_name=None if names is None else own_regions(rows.take("AreaCode"), names, "ITU"),
        period=rows.take("Year"),
        value=rows.take("Value"),
        unit=rows.find("Unit"),
        status=statuses_in(rows.find("Notes"), rows.find("Source")),
        dimensions=_dimensions(rows),
        findings=(*remarks, *notes_unread(rows.find("Notes")), *ignored_columns(rows, _READ)),
    )
    return build_reading(file, gathered, vintage)


def _mended(file: File, header: Row) -> tuple[File, tuple[Finding, ...]]:
    """The file with each cell that runs over two lines without quotes joined again, and a remark on these.

    The DataHub prints some sources so. An empty line behind keeps the lines below in their places.
    """
    lines = file.data.decode().split("\n")
    width = len(header.cells)
    broken = [
        place
        for place in range(header.line, len(lines) - 1)
        if lines[place].count(",") < width - 1 and _is_parted(lines[place], lines[place + 1], width)
    ]
    for place in broken:
        lines[place : place + 2] = [f"{lines[place].rstrip()} {lines[place + 1]}", ""]
    if not broken:
        return file, ()
    where = listed([f"line {place + 1}" for place in broken])
    message = f"Cells that run over two lines without quotes, joined again: {where}."
    return replace(file, data="\n".join(lines).encode()), (Finding(Code.COLUMN_IGNORED, "row", message),)


def _is_parted(line: str, following: str, width: int) -> bool:
    """Whether a line and the one below it are a row that was parted within a cell."""
    if line.count('"') % 2 or following.count('"') % 2:
        return False
    begun, ended = (len(next(csv.reader([part]), ())) for part in (line, following))
    return min(begun, ended) > 1 and begun + ended == width + 1


def _dimensions(rows: Rows) -> dict[str, "pa.ChunkedArray"]:
    """A column for each group, empty where a row is of another; what stands beside the first part is one too."""
    groups, first, second = (rows.find(name) for name in (_GROUP, *_PARTS))
    if groups is None or first is None:
        return {}
    distinct = Distinct([groups, first])
    named = [(group or _UNNAMED if part else "", part) for group, part in distinct.keys]
    made = {
        name: distinct.spread([part if group == name else "" for group, part in named])
        for name in sorted({group for group, _ in named if group})
    }
    return made if second is None or is_empty(second) else {**made, _PARTS[1]: second}
