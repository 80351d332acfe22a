r"""Eurostat's tables in TSV, as its bulk download gives them, today's and those before 2023.

Knows the first column, which holds the dimensions of a row parted by commas under
"freq,indic_is,unit,geo\TIME_PERIOD", the periods in the other columns, and the marks behind a value ("84.3 b", ": u").
The file names no data set and no day of release; where no dimension says what is measured it is refused, for then only
the file's name would.
"""

import re
from dataclasses import replace
from datetime import date

from stocktake.errors import InputError
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.distinct import Distinct
from stocktake.statistics.sources.grid import unfold
from stocktake.statistics.sources.head import File, Head, Row
from stocktake.statistics.sources.measured import check_measured
from stocktake.statistics.sources.places import shown
from stocktake.statistics.sources.rows import Rows, read_rows
from stocktake.statistics.sources.sdmx_message import Message, read_message

NAME = "eurostat-tsv"
_HEADER = re.compile(r"\s*((?:[A-Za-z][A-Za-z0-9_]*,)+[A-Za-z][A-Za-z0-9_]*)\\(TIME_PERIOD|time)\t([^\r\n]*)")
_STRUCTURE = "ESTAT:"


def handles(head: Head) -> bool:
    """Whether the text begins with Eurostat's own heading of dimensions and time."""
    return head.kind == "rows" and _HEADER.match(head.text) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the table.

    Raises:
        UnsupportedError: No dimension says what is measured.
        InputError: A row has more or fewer dimensions than the heading, or as for ``read_message``.
    """
    header = file.head.text.splitlines()[0].split("\t")
    names = header[0].partition("\\")[0].strip().split(",")
    check_measured(
        names,
        file.head.name,
        "indic_is",
        "Download it from Eurostat as SDMX-CSV, which names the data set on every row.",
    )
    # The comma parts more cells in a short table than the tab does.
    tabbed = replace(file, head=replace(file.head, delimiter="\t"))
    rows = read_rows(tabbed, Row(tuple(cell.strip() for cell in header), 1))
    return read_message(file, _message(rows, names), vintage)


def _message(rows: Rows, names: list[str]) -> Message:
    grid = unfold(rows, dict(enumerate(rows.names[1:], 1)))
    keys = Distinct([grid.repeat(rows.cells[0])])
    parts = [_parts(key[0], names) for key in keys.keys]
    cells = Distinct([grid.value])
    split = [key[0].partition(" ") for key in cells.keys]
    return Message(
        format=NAME,
        structure=_STRUCTURE,
        columns={
            **{name: keys.spread([part[place] for part in parts]) for place, name in enumerate(names)},
            "TIME_PERIOD": grid.heading,
            "OBS_VALUE": cells.spread([value for value, _, _ in split]),
            "OBS_FLAG": cells.spread([mark for _, _, mark in split]),
        },
        lines=grid.lines,
    )


def _parts(cell: str, names: list[str]) -> list[str]:
    """The codes of a row's dimensions.

    Raises:
        InputError: They are more or fewer than the heading names.
    """
    parts = [part.strip() for part in cell.split(",")]
    if len(parts) != len(names):
        raise InputError(
            expected=f"the {len(names)} dimensions {', '.join(names)} in the first cell of each row",
            came=f"there is “{shown(cell)}”",
            advice="The file is cut or broken: download it again.",
        )
    return parts
