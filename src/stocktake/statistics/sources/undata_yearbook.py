"""Tables of the United Nations Statistical Yearbook, as UNdata publishes them.

Knows the line with the table's number and title above the header, the nameless column with the area's name, and notes
beside values: a note that says the status of a value is read ("Estimate."), others are not. The file prints no date of
release; "last accessed January 2021" in its column of sources is none.
"""

from datetime import date
from typing import TYPE_CHECKING

from stocktake.findings import Code, Finding
from stocktake.frameworks.statistical_words import status_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.head import File, Head, found
from stocktake.statistics.sources.places import listed
from stocktake.statistics.sources.rows import read_rows

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "undata-yearbook"
_HEADER = ("Region/Country/Area", "Year", "Series", "Value")


def handles(head: Head) -> bool:
    """Whether the header is that of a table of the Yearbook."""
    return head.header(*_HEADER) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of all series of the table."""
    header = found(file.head.header(*_HEADER), NAME)
    rows = read_rows(file, header)
    area = rows.place("Region/Country/Area") or 0
    names = rows.cells[area + 1] if rows.names[area + 1 : area + 2] == ("",) else None
    status, findings = _statuses(rows.find("Footnotes"))
    gathered = Gathered(
        origin=Origin(NAME, "UNSD", _title(file.head), scheme="m49", prefix="M49"),
        lines=rows.lines,
        code=rows.take("Series"),
        name=rows.take("Series"),
        area=rows.take("Region/Country/Area"),
        area_name=names,
        period=rows.take("Year"),
        value=rows.take("Value"),
        status=status,
        findings=findings,
    )
    return build_reading(file, gathered, vintage)


def _title(head: Head) -> str | None:
    first = [cell for cell in head.rows[0].cells if cell]
    return " ".join(first) if head.header(*_HEADER) != head.rows[0] else None


def _statuses(notes: "pa.ChunkedArray | None") -> tuple["pa.ChunkedArray | None", tuple[Finding, ...]]:
    """The status that a note says, and a remark on the notes that say something else."""
    if notes is None:
        return None, ()
    distinct = Distinct([notes])
    parted = [[part.strip() for part in key[0].split(";") if part.strip()] for key in distinct.keys]
    codes = [next((part for part in parts if status_of(part)), "") for parts in parted]
    others = sorted({part for parts in parted for part in parts if not status_of(part)})
    if not others:
        return distinct.spread(codes), ()
    quoted = listed([f"“{note.rstrip('.')}”" for note in others])
    finding = Finding(
        Code.COLUMN_IGNORED,
        "Footnotes",
        f"Notes on single values that are not read: {quoted}.",
        "Values with a note may be of other people than the rest.",
    )
    return distinct.spread(codes), (finding,)
