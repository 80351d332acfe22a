"""CSV files of OECD.Stat and of data.oecd.org, as the OECD gave them until 2024 and as they are still passed on.

Knows the export of OECD.Stat, in which each dimension has a column of codes and one of words behind it, and the power
of ten that its values are to be multiplied by; and the short table of data.oecd.org, in which indicator, subject and
measure together name a series. Components are known as those of SDMX, whose codes these are. What the OECD gives today
is SDMX-CSV. The file names no data set and no day of release.
"""

from datetime import date
from typing import TYPE_CHECKING

from stocktake.statistics.model import Reading
from stocktake.statistics.sources.distinct import Distinct
from stocktake.statistics.sources.head import File, Head, Row, found
from stocktake.statistics.sources.measured import check_measured
from stocktake.statistics.sources.rows import Rows, read_rows
from stocktake.statistics.sources.sdmx_message import Message, read_message

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "oecd-stat"
_STRUCTURE = "OECD:"
_SHORT = ("LOCATION", "INDICATOR", "SUBJECT", "MEASURE", "FREQUENCY", "TIME", "Value", "Flag Codes")
_EXPORT = ("TIME", "Value", "Flag Codes", "Flags")
_SERIES = ("INDICATOR", "SUBJECT", "MEASURE")
_PAIRED = {"Unit Code": "UNIT", "PowerCode Code": "POWERCODE", "Reference Period Code": "BASE_PER"}
_ALONE = {"Value": "OBS_VALUE", "Flag Codes": "OBS_STATUS"}
_WORDS = "Flags"


def handles(head: Head) -> bool:
    """Whether the header is that of either table."""
    return _header(head) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the table.

    Raises:
        UnsupportedError: No dimension says what is measured.
        InputError: As for ``read_message``.
    """
    header = found(_header(file.head), NAME)
    rows = read_rows(file, header)
    message = _short(rows) if file.head.header(*_SHORT) else _export(rows, file.head.name)
    return read_message(file, message, vintage)


def _header(head: Head) -> Row | None:
    return head.header_among(_SHORT, _EXPORT)


def _short(rows: Rows) -> Message:
    """The short table, whose measure is the unit: one indicator stands there in several."""
    distinct = Distinct([rows.take(name) for name in _SERIES])
    columns = {
        "REF_AREA": rows.take("LOCATION"),
        "INDICATOR": distinct.spread([".".join(key) for key in distinct.keys]),
        "UNIT_MEASURE": rows.take("MEASURE"),
        "FREQ": rows.take("FREQUENCY"),
        "TIME_PERIOD": rows.take("TIME"),
        "OBS_VALUE": rows.take("Value"),
        "OBS_STATUS": rows.take("Flag Codes"),
    }
    return Message(NAME, _STRUCTURE, columns, rows.lines)


def _export(rows: Rows, name: str) -> Message:
    columns: dict[str, pa.ChunkedArray] = {}
    labels: dict[str, pa.ChunkedArray] = {}
    place = 0
    while place < len(rows.names):
        printed = rows.names[place]
        if printed in _ALONE or printed == _WORDS:
            columns |= {_ALONE[printed]: rows.take(printed)} if printed in _ALONE else {}
            place += 1
            continue
        component = _PAIRED.get(printed, printed)
        columns[component] = rows.cells[place]
        if place + 1 < len(rows.names):
            labels[component] = rows.cells[place + 1]
        place += 2
    check_measured(
        columns,
        name,
        "INDICATOR or VAR",
        "Download it from the OECD Data Explorer, whose files name the data set on every row.",
    )
    return Message(NAME, _STRUCTURE, columns, rows.lines, labels=labels)
