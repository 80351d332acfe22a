"""SDMX-CSV data messages, 1.0, 2.0 and 2.1 (SDMX-CSV field guide).

Knows the fixed columns (DATAFLOW; STRUCTURE, STRUCTURE_ID, ACTION, keys), the three ways of printing labels, any
delimiter, several values in one cell, and rows that hold only attributes of a part of the key. A message that deletes,
or that mixes several structures, is refused. Prints no day of release, save where Eurostat adds one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from stocktake.errors import UnsupportedError
from stocktake.frameworks.sdmx_words import part_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.distinct import each, says, words_in
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.rows import Rows, read_rows
from stocktake.statistics.sources.sdmx_message import Message, read_message

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "sdmx-csv"
_FIXED = ("STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY", "DATAFLOW")
_PORTAL = {"DATASET": "DATAFLOW", "SERIES_CODE": "SERIES_KEY"}
"""What the portal of the IMF calls the first columns: its code of a series holds the country ("FJI.NGDPD.A")."""
_LEAST = {"TIME_PERIOD", "OBS_VALUE"}
"""What a table has, beside an area, that lacks the first columns of a message."""
_ID = re.compile(r"[A-Z][A-Z0-9_]*")
_NAME_OF = "_LABEL"
_SECOND = re.compile(r"STRUCTURE(\[.+\])?")
_LABELLED = re.compile(r"([^\s:]+): (.*)", re.DOTALL)
# UNICEF leaves no blank between a component and its name.
_HEADING = re.compile(r"([^\s:]+): ?(\S.*)", re.DOTALL)
_DELETES = "D"


@dataclass(frozen=True, slots=True)
class _Head:
    """The header of a message.

    Attributes:
        places: Where the column of each component stands.
        labels: Where the column with the names of its codes stands, for some components.
        both: Cells hold code and name, "F: Female".
    """

    places: Mapping[str, int]
    labels: Mapping[str, int]
    both: bool


def handles(head: Head) -> bool:
    """Whether the first row begins as the standard says, in either version, or holds the components all the same."""
    cells = head.rows[0].cells if head.kind == "rows" and head.rows else ()
    if len(cells) < len(_FIXED[:2]):
        return False
    ids = set(filter(_ID.fullmatch, map(_bare, cells)))
    if ids >= _LEAST and any(part_of(each) == "area" for each in ids):
        return True
    first = _bare(cells[0])
    if first == "DATAFLOW":
        return any(part_of(_bare(cell)) == "value" for cell in cells)
    return _SECOND.fullmatch(first) is not None and _bare(cells[1]) == "STRUCTURE_ID"


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the message.

    Args:
        file: The file.
        vintage: The day of the release, where the user says it.

    Raises:
        UnsupportedError: The message deletes, or holds data of several structures.
        InputError: As for ``read_message``.
    """
    message = _message(file)
    return read_message(file, message, vintage)


def _message(file: File) -> Message:
    rows = _renamed(read_rows(file, file.head.rows[0]))
    printed = {_bare(name): place for place, name in reversed(list(enumerate(rows.names)))}
    _check_actions(rows, printed, file.head.name)
    head = _header(rows.names)
    rows, groups = _without_groups(rows, head)
    bare = {component: _cells(rows, place) for component, place in head.places.items()}
    both = {component: column for component, column in bare.items() if head.both and _is_coded(component)}
    return Message(
        format=NAME,
        structure=_structure(rows, printed, file.head.name),
        columns={**bare, **{component: each(column, _code) for component, column in both.items()}},
        lines=rows.lines,
        labels={
            **{component: _cells(rows, place) for component, place in head.labels.items()},
            **{component: each(column, _label) for component, column in both.items()},
        },
        groups=groups,
    )


def _renamed(rows: Rows) -> Rows:
    """The rows under the standard's names, where the portal of the IMF gives them others."""
    names = tuple(_PORTAL.get(name, name) for name in rows.names)
    return replace(rows, names=names) if set(_PORTAL) <= set(rows.names) else rows


def _header(names: Sequence[str]) -> _Head:
    first = next((place for place, name in enumerate(names) if _bare(name) not in _FIXED), len(names))
    paired = "STRUCTURE_NAME" in names or _is_paired(names[first:])
    rest = range(first, len(names), 2 if paired else 1)
    places = {_bare(names[place]): place for place in reversed(rest) if names[place]}
    labels = {_bare(names[place]): place + 1 for place in rest if paired and place + 1 < len(names)}
    # The World Bank's Data360 names a column of words after its column of codes.
    labels |= {name: places.pop(f"{name}{_NAME_OF}") for name in tuple(places) if f"{name}{_NAME_OF}" in places}
    both = not paired and any(_HEADING.fullmatch(name) for name in names)
    return _Head(dict(reversed(places.items())), labels, both)


def _is_paired(names: Sequence[str]) -> bool:
    """Whether behind each id stands its name: "REF_AREA", "Reference area"."""
    return all(map(_ID.fullmatch, names[::2])) and not any(map(_ID.fullmatch, names[1::2])) and len(names) > 1


def _bare(name: str) -> str:
    """A heading without the name after it, and without the sign of several values."""
    match = _HEADING.fullmatch(name)
    bare = match[1] if match else name
    return "STRUCTURE" if _SECOND.fullmatch(bare) else bare.removesuffix("[]")


def _is_coded(component: str) -> bool:
    return part_of(component) not in ("value", "period")


def _code(cell: str) -> str:
    match = _LABELLED.fullmatch(cell)
    return match[1] if match else cell


def _label(cell: str) -> str:
    match = _LABELLED.fullmatch(cell)
    return match[2] if match else cell


def _cells(rows: Rows, place: int) -> "pa.ChunkedArray":
    """A column as printed: blanks belong to a cell (field guide, RFC 4180)."""
    return rows.cells[place]


def _structure(rows: Rows, printed: Mapping[str, int], name: str) -> str:
    """The id of the structure that all rows name; nothing where no column names it.

    Raises:
        UnsupportedError: They name several.
    """
    column = printed.get("STRUCTURE_ID", printed.get("DATAFLOW"))
    if column is None:
        return ""
    named = sorted({_code(cell) for cell in words_in(rows.cells[column]).to_pylist()})
    if len(named) > 1:
        raise UnsupportedError(
            expected="data of one structure",
            came=f"there are {', '.join(named[:3])}",
            where=name,
            advice="Write one file for each structure.",
        )
    return named[0] if named else ""


def _check_actions(rows: Rows, printed: Mapping[str, int], name: str) -> None:
    import pyarrow.compute as pc

    if "ACTION" in printed and pc.any(says(rows.cells[printed["ACTION"]], _DELETES)).as_py():
        raise UnsupportedError(
            expected="observations to be read",
            came="some rows ask that observations be deleted (ACTION is D)",
            where=name,
            advice="Ask the publisher for the whole data set as it now stands.",
        )


def _without_groups(rows: Rows, head: _Head) -> tuple[Rows, list[dict[str, str]]]:
    """The rows of observations, and what the rows say that hold only attributes of a part of the key."""
    import pyarrow.compute as pc

    places = [place for component, place in head.places.items() if not _is_coded(component)]
    if not places or not len(rows):
        return rows, []
    # Only a row without both period and value: one of them alone is an observation with something missing.
    partial = says(rows.cells[places[0]], "")
    for place in places[1:]:
        partial = pc.and_(partial, says(rows.cells[place], ""))
    if len(places) < len(("period", "value")) or not pc.any(partial).as_py():
        return rows, []
    taken = rows.keep(partial)
    columns = {component: taken.cells[place].to_pylist() for component, place in head.places.items()}
    groups = [
        {component: _code(cell) for component, cell in zip(columns, cells, strict=True) if cell}
        for cells in zip(*columns.values(), strict=True)
    ]
    return rows.keep(pc.invert(partial)), groups
