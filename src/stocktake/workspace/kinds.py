"""What a file is, by its content: statistics, their structure, a text, or something that this version does not take in.

Knows the marks of texts that hold other files inside, and of tables that no reader of statistics knows. Which
statistics can be read is for ``statistics.reading`` to say, and which file holds records for ``register.recognising``;
everything that bears no mark is a text, and whether it can be read as one is for ``documents.sources`` to say.
"""

import csv
import io
import json
import re
from collections.abc import Callable
from shlex import quote
from typing import NamedTuple

from stocktake.errors import InputError, UnsupportedError
from stocktake.workspace.index import Kind

_HEAD = 65_536
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
# How a PDF and an old Word file begin; what is in them is never asked for statistics.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_TEXTS = (b"%PDF", _OLD_OFFICE)
# The stream of an old workbook (Excel 97 and 95), whose name the file's directory holds in UTF-16.
_OLD_WORKBOOK = ("Workbook", "Book")
_SDMX = re.compile(rb"<\w*:?(GenericData|StructureSpecificData|Structure)\b[^>]*sdmx", re.DOTALL)


class Unsupported(NamedTuple):
    """One kind of file that is known but not taken in: its name in a sentence and how it is told."""

    name: str
    handles: Callable[[bytes], bool]


def refuse_unsupported(data: bytes, name: str) -> None:
    """Return where ``data`` may be a text.

    Raises:
        UnsupportedError: It is data that no reader of statistics knows, or records that another command takes in.
    """
    _refuse_records(data, name)
    for kind in _UNSUPPORTED:
        if kind.handles(data):
            raise UnsupportedError(
                expected="a resolution or a draft (PDF, DOCX, HTML or text), or statistics in a format that we read",
                came=f"this is {kind.name}",
                where=name,
                advice="Statistics: write them as the plain CSV of docs/reference/statistics-formats.md. "
                "Evidence, needs and offers: stocktake evidence add FILE --by NAME.",
            )


def _refuse_records(data: bytes, name: str) -> None:
    from stocktake.register.recognising import taking_of

    taking = taking_of(data)
    if taking is not None:
        raise UnsupportedError(
            expected="a text, or statistics",
            came=f"this is a file of {taking.what}",
            where=name,
            advice=f"Take it in with: {taking.command.replace('FILE', quote(name))}",
        )


def kind_of(data: bytes, name: str) -> Kind:
    """What ``data`` is kept as, where it can be read: a structure message, statistics, or else a text."""
    from stocktake.statistics.sources.sdmx_structures import is_structure_file

    if is_structure_file(data):
        return "structure"
    return "statistics" if is_statistics(data, name) else "text"


def is_statistics(data: bytes, name: str) -> bool:
    """Whether ``data`` is for the readers of statistics, were it only for them to say why it is not read.

    Texts come first: a report in DOCX may hold a workbook, and is none.
    """
    if any(data.startswith(mark) for mark in _TEXTS) or _is_docx(data):
        return False
    from stocktake.register.recognising import taking_of
    from stocktake.statistics.reading import handles
    from stocktake.statistics.sources.packed import is_package

    if taking_of(data) is not None:
        return False
    if is_package(data):
        # No text comes in one but DOCX: the readers say what is in it, and which of that is a table.
        return True
    try:
        return handles(data, name)
    except InputError:
        # A workbook that is damaged, or has two sheets with observations: its reader says so.
        return _is_workbook(data)


def _is_docx(data: bytes) -> bool:
    return data[:4] == b"PK\x03\x04" and b"word/document.xml" in data


def _is_sdmx(data: bytes) -> bool:
    return data.lstrip()[:5] == b"<?xml" and bool(_SDMX.search(data[:_HEAD]))


def _is_old_workbook(data: bytes) -> bool:
    return data.startswith(_OLD_OFFICE) and any("\0".join(name).encode() in data for name in _OLD_WORKBOOK)


def _is_workbook(data: bytes) -> bool:
    from stocktake.statistics.sources.sheets import is_workbook

    return is_workbook(data)


def _is_json(data: bytes) -> bool:
    if data.lstrip()[:1] not in (b"{", b"["):
        return False
    try:
        json.loads(data)
    except ValueError:
        return False
    return True


def _is_table(data: bytes) -> bool:
    """Whether the first rows all have the same number of separated cells, three or more."""
    lines = data[:_HEAD].decode("utf-8", "replace").splitlines()[:-1]
    filled = [line for line in lines if line.strip()][:20]
    return any(_columns(filled, mark) >= _FEWEST_COLUMNS for mark in ",;\t|")


def _columns(lines: list[str], mark: str) -> int:
    if len(lines) < _FEWEST_ROWS:
        return 0
    widths = {len(row) for row in csv.reader(io.StringIO("\n".join(lines)), delimiter=mark)}
    return widths.pop() if len(widths) == 1 else 0


_UNSUPPORTED = (
    Unsupported("an SDMX message without observations that we read", _is_sdmx),
    Unsupported("an old workbook (XLS), to be saved as XLSX or CSV", _is_old_workbook),
    Unsupported("a workbook (XLSX) none of whose sheets is known", _is_workbook),
    Unsupported("JSON whose shape is not known", _is_json),
    Unsupported("a table (CSV) whose columns are not known", _is_table),
)
