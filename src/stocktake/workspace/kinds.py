"""What a file is, by its content: statistics, their structure, a text, or something that this version does not take in.

Knows the marks of texts that hold other files inside, and of tables that no reader of statistics knows. Which
statistics can be read is for ``statistics.reading`` to say, and which file holds records for ``register.recognising``;
everything that bears no mark is a text, and whether it can be read as one is for ``documents.sources`` to say.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from functools import partial
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
# The streams of an old workbook (Excel 97 and 95) and of an old Word file. The file's directory has an entry of 128
# bytes for each, which begins with the name in UTF-16.
_OLD_WORKBOOK = ("Workbook", "Book")
_OLD_WORD = ("WordDocument",)
_ENTRY = 128
# How the name of its kind stands at the beginning of an OpenDocument file, stored as it is.
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_FIRST_PART = 128
_AS_TABLE = (
    "Statistics: write them as the plain CSV of docs/reference/statistics-formats.md. "
    "Evidence, needs and offers: stocktake evidence add FILE --by NAME."
)
_AS_TEXT = "Open it in a word processor and save it as DOCX or PDF."
_SDMX = re.compile(rb"<\w*:?(GenericData|StructureSpecificData|Structure)\b[^>]*sdmx", re.DOTALL)


class Unsupported(NamedTuple):
    """One kind of file that is known but not taken in: its name in a sentence, how it is told, and what to do."""

    name: str
    handles: Callable[[bytes], bool]
    advice: str = _AS_TABLE


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
                advice=kind.advice,
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
    if any(data.startswith(mark) for mark in _TEXTS) or _is_docx(data) or _is_open_document(data):
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


def _is_old_office(data: bytes, names: Sequence[str]) -> bool:
    """Whether the directory of an old Office file names one of these; its words may say them too."""
    return data.startswith(_OLD_OFFICE) and any(
        found.start() % _ENTRY == 0
        for name in names
        for found in re.finditer(re.escape(f"{name}\0".encode("utf-16-le")), data)
    )


def _is_rich_text(data: bytes) -> bool:
    return data.startswith(b"{\\rtf")


def _is_open_document(data: bytes, kind: bytes = b"") -> bool:
    return _OPEN_DOCUMENT + kind in data[:_FIRST_PART]


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
    Unsupported("an old Word file (DOC)", partial(_is_old_office, names=_OLD_WORD), _AS_TEXT),
    Unsupported("rich text (RTF)", _is_rich_text, _AS_TEXT),
    Unsupported("an OpenDocument text (ODT)", partial(_is_open_document, kind=b"text"), _AS_TEXT),
    Unsupported(
        "an OpenDocument spreadsheet (ODS), to be saved as XLSX or CSV",
        partial(_is_open_document, kind=b"spreadsheet"),
    ),
    Unsupported("an old workbook (XLS), to be saved as XLSX or CSV", partial(_is_old_office, names=_OLD_WORKBOOK)),
    Unsupported("a workbook (XLSX) none of whose sheets is known", _is_workbook),
    Unsupported("JSON whose shape is not known", _is_json),
    Unsupported("a table (CSV) whose columns are not known", _is_table),
)
