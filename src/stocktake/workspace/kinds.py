"""What a file is, by its content: a text, or something that this version does not take in yet.

Knows the marks of statistics, evidence and web archives. Everything that bears none of them is a text, and
whether it can be read as one is for ``documents.sources`` to say.
"""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import NamedTuple

from stocktake.errors import UnsupportedError

_HEAD = 65_536
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_SDMX = re.compile(rb"<\w*:?(GenericData|StructureSpecificData|Structure)\b[^>]*sdmx", re.DOTALL)


class Unsupported(NamedTuple):
    """One kind of file that is known but not taken in: its name in a sentence and how it is told."""

    name: str
    handles: Callable[[bytes], bool]


def refuse_unsupported(data: bytes, name: str) -> None:
    """Return where ``data`` may be a text.

    Raises:
        UnsupportedError: It is statistics or evidence, which this version does not read.
    """
    for kind in _UNSUPPORTED:
        if kind.handles(data):
            raise UnsupportedError(
                expected="a resolution or a draft (PDF, DOCX, HTML or text)",
                came=f"this is {kind.name}, which is not yet supported",
                where=name,
                advice="Statistics and evidence come with a later version; keep the file until then.",
            )


def _is_sdmx(data: bytes) -> bool:
    return data.lstrip()[:5] == b"<?xml" and bool(_SDMX.search(data[:_HEAD]))


def _is_workbook(data: bytes) -> bool:
    return data[:4] == b"PK\x03\x04" and b"xl/workbook.xml" in data


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
    Unsupported("statistics in SDMX", _is_sdmx),
    Unsupported("a workbook (XLSX)", _is_workbook),
    Unsupported("JSON, a form of statistics or evidence", _is_json),
    Unsupported("a table (CSV) of statistics or evidence", _is_table),
)
