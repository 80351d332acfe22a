"""The cells of a CSV file as text, however the spreadsheet that wrote it parts them.

Knows delimiters and the encodings that a file itself says: UTF-8, and UTF-16 by the mark at its beginning. Knows
neither columns nor what a cell means.
"""

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Mapping

from stocktake.errors import StocktakeError

_FORMATS: Mapping[bytes, str] = {
    b"PK\x03\x04": "a packed file, such as a workbook",
    b"\xd0\xcf\x11\xe0": "a file of an old office program, such as a workbook (XLS)",
    b"%PDF": "a PDF",
    b"SQLite f": "a database",
}
# By such a first line a spreadsheet is told what parts the cells.
_SAID = re.compile(r"sep=([,;\t])(?:\r\n?|\n)")
_LONGEST_CELL = 10_000_000
_LINES_ABOVE = 20


def read_cells(data: bytes, refusal: Callable[[str, str], StocktakeError]) -> list[tuple[int, list[str]]]:
    """The rows of a CSV file with their numbers, the first being 1.

    Args:
        data: The bytes of the file.
        refusal: Makes the error out of what came and what to do.

    Raises:
        StocktakeError: It is another format, in another encoding, or its quotes do not match.
    """
    kind = next((each for start, each in _FORMATS.items() if data.startswith(start)), None)
    if kind is not None:
        came = f"it is {kind}"
        raise refusal(came, "Save the sheet as CSV (UTF-8) and take that in.")
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        text = data.decode(encoding)
        said = _SAID.match(text)
        delimiter = said[1] if said else _delimiter(text)
        table = io.StringIO(text[said.end() :] if said else text, newline="")
        return list(enumerate(csv.reader(table, delimiter=delimiter, strict=True), 2 if said else 1))
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        came = f"row {row} (byte {error.start}) is no {encoding.removesuffix('-sig').upper()}"
        raise refusal(came, "Save it as CSV in UTF-8.") from error
    except csv.Error as error:
        came = f"it is broken ({error})"
        raise refusal(came, "Export it anew.") from error
    finally:
        csv.field_size_limit(before)


def _delimiter(text: str) -> str:
    """What stands between the cells, by the first line that has one sign twice: a title may stand above the headings.

    Where the comma is the decimal sign, spreadsheets put semicolons between cells.
    """
    lines = text.splitlines()[:_LINES_ABOVE] or [""]
    parted = (line for line in lines if max(map(line.count, ",;\t")) > 1)
    return max(",;\t", key=next(parted, lines[0]).count)
