"""SDMX-ML data messages, 2.1 and 3.0: generic and structure-specific data.

Knows how such a message is told, in which encodings it comes, and how its batches become columns; the loop itself is in
``sdmx_events``, the meaning of components in ``sdmx_message``. When a message was prepared is not when its data were
released, so no vintage is taken from it.
"""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.distinct import plain
from stocktake.statistics.sources.gathered import same
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.sdmx_events import MessageEvents, read_batches
from stocktake.statistics.sources.sdmx_message import Message, read_message
from stocktake.tables.codes import coded, coded_if_repeating

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "sdmx-ml"
_SPACE = re.compile(r"=\s*[\"']http://www\.sdmx\.org/resources/sdmxml/schemas/v\d", re.IGNORECASE)
_DECLARED = re.compile(r"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)[\"']")
_READ_AS = ("windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1")
_UNICODE = ("utf-8", "utf8", "utf-16", "us-ascii", "ascii")


def handles(head: Head) -> bool:
    """Whether the text is XML in a namespace of SDMX, of whatever version."""
    return head.text.lstrip().startswith("<") and _SPACE.search(head.text) is not None


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the message.

    Args:
        file: The file.
        vintage: The day of the release, where the user says it.

    Raises:
        UnsupportedError: It is a message of SDMX 2.0, or one without data.
        InputError: It is cut, broken, in an encoding that was not read, without observations, or as for
            ``read_message``.
    """
    file = _as_xml(file)
    events = MessageEvents()
    table = _joined(list(read_batches(BytesIO(file.data), file.head.name, events)))
    if not table.num_rows:
        raise InputError(
            expected="observations",
            came="the message holds none",
            where=file.head.name,
            advice="Ask the service again: the query may have matched nothing.",
        )
    message = Message(
        format=NAME,
        structure=events.structure,
        columns={name: table[name] for name in table.column_names if name},
        lines=table[""],
        groups=events.groups,
        attributes=frozenset(events.attributes),
    )
    return read_message(file, message, vintage)


def _joined(batches: list["pa.Table"]) -> "pa.Table":
    """All batches as one table of codes; what is absent is the empty text."""
    import pyarrow as pa

    names = dict.fromkeys(name for batch in batches for name in batch.column_names if name)
    columns = {name: _column([_of_batch(batch, name) for batch in batches]) for name in names}
    places = pa.chunked_array([chunk for batch in batches for chunk in batch[""].chunks], pa.int32())
    return pa.table({**columns, "": places})


def _of_batch(batch: "pa.Table", name: str) -> "pa.ChunkedArray":
    import pyarrow.compute as pc

    if name not in batch.column_names:
        return coded(same("", batch.num_rows))
    column = batch[name]
    return pc.fill_null(column, "") if column.null_count else column


def _column(parts: list["pa.ChunkedArray"]) -> "pa.ChunkedArray":
    """The parts of a column as one: codes where all are codes, or repeat themselves."""
    import pyarrow as pa

    if len({part.type for part in parts}) > 1:
        parts = [plain(part) for part in parts]
    return coded_if_repeating(pa.chunked_array([chunk for part in parts for chunk in part.chunks], parts[0].type))


def _as_xml(file: File) -> File:
    """The file as XML: not a table of rows, and no remark on an encoding that its declaration names.

    Raises:
        InputError: Its bytes are not in the encoding that it declares.
    """
    match = _DECLARED.match(file.head.text.lstrip())
    declared = match[1].casefold() if match else "utf-8"
    guessed = [each for each in file.remarks if each.code is Code.ENCODING_GUESSED]
    remarks: tuple[Finding, ...] = file.remarks
    if guessed and declared in _READ_AS:
        remarks = tuple(each for each in file.remarks if each not in guessed)
    elif guessed or declared not in (*_READ_AS, *_UNICODE):
        raise InputError(
            expected=f"text in {declared.upper()}, as its first line says",
            came="it is in another encoding" if declared in _UNICODE else "that encoding is not read",
            where=file.head.name,
            advice="Save it as UTF-8.",
        )
    return replace(file, head=replace(file.head, kind="other"), remarks=remarks)
