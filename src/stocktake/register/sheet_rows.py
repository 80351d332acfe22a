"""The rows of one sheet of a workbook, straight from its part of the package: each cell as the words a person sees.

Knows how a part keeps rows and cells (ECMA-376, part 1, 18.3.1). openpyxl knows the strings, styles and dates of the
workbook; of its own loop over cells most of the time goes into what nobody here asks for. A formula is never computed.
Knows no column.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from typing import IO, Any
from xml.parsers.expat import ParserCreate

from stocktake.register.intake_model import Cell, Line, Unreadable, number_cell

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CHUNK = 1 << 18
MOST_COLUMNS = 16_384
_EXACT = 2**53
_LONGEST_FORMULA = 60
# A format without a day shows a date as a month, one without a month as a year.
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_FIRST = ord("A") - 1


def rows_of(part: IO[bytes], sheet: Any) -> Iterator[Line]:
    """The rows that the part has, with their numbers; empty ones may be absent.

    Args:
        part: The part of the sheet.
        sheet: The sheet as openpyxl opened it to be read only.

    Raises:
        ExpatError: It is no XML.
        ValueError: It is no sheet.
    """
    reader = _Reader(sheet)
    while chunk := part.read(_CHUNK):
        reader.parser.Parse(chunk)
        yield from reader.done
        reader.done.clear()
    reader.parser.Parse(b"", True)  # noqa: FBT003 - expat's own way to say that it is all
    yield from reader.done


class _Reader:
    """What stands in a part, cell by cell."""

    def __init__(self, sheet: Any) -> None:
        self.done: list[Line] = []
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self._words = _Words(sheet)
        self._row = 0
        self._cells: list[Cell] = []
        self._column = 0
        self._kind, self._style = "n", 0
        self._formula = self._hears = self._phonetic = False
        self._heard: list[str] = []
        self._columns: dict[str, int] = {}

    def _start(self, name: str, given: dict[str, str]) -> None:
        if name == _CELL:
            place = given.get("r")
            self._column = self._column_of(place) if place else self._column + 1
            self._kind, self._style = given.get("t", "n"), int(given.get("s", 0))
            self._formula = False
            self._heard.clear()
        elif name in _HEARD:
            self._hears = not self._phonetic and not self._formula
        elif name == _FORMULA:
            self._formula = self._hears = True
            self._heard.clear()
        elif name == _ROW:
            self._row = int(float(given["r"])) if "r" in given else self._row + 1
            self._column, self._cells = 0, []
        elif name == _PHONETIC:
            self._phonetic = True

    def _characters(self, words: str) -> None:
        if self._hears:
            self._heard.append(words)

    def _end(self, name: str) -> None:
        if name == _CELL:
            self._put("".join(self._heard))
        elif name in _HEARD or name == _FORMULA:
            self._hears = False
        elif name == _ROW:
            self.done.append(Line(self._row, self._cells))
        elif name == _PHONETIC:
            self._phonetic = False

    def _put(self, heard: str) -> None:
        cell = (
            _formula(heard) if self._formula else self._words.of(self._kind, heard, self._style) if heard else ""
        )
        if cell:
            self._cells.extend([""] * (self._column - len(self._cells)))
            self._cells[self._column - 1] = cell

    def _column_of(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        if letters not in self._columns:
            number = 0
            for letter in letters:
                number = 26 * number + ord(letter) - _FIRST
            if not 0 < number <= MOST_COLUMNS:
                message = f"{place[:20]!r} is no place of a cell"
                raise ValueError(message)
            self._columns[letters] = number
        return self._columns[letters]


_ROW, _CELL, _FORMULA, _PHONETIC = (f"{_MAIN} {name}" for name in ("row", "c", "f", "rPh"))
_HEARD = frozenset({f"{_MAIN} v", f"{_MAIN} t"})


def _formula(heard: str) -> Cell:
    return Unreadable(f"it holds a formula ({f'={heard}'[:_LONGEST_FORMULA]}); write the value itself")


class _Words:
    """The words of a cell as a person sees them, numbers and dates in one form."""

    def __init__(self, sheet: Any) -> None:
        self._book = sheet.parent
        self._shared = sheet._shared_strings  # noqa: SLF001 - openpyxl reads them and gives no other way to them
        self._forms: Mapping[str, Callable[[str, int], Cell]] = {
            "n": self._number,
            "s": lambda text, _style: self._shared[int(text)],
            "str": lambda text, _style: text,
            "inlineStr": lambda text, _style: text,
            "b": lambda text, _style: str(bool(int(text))),
            "d": self._iso,
            "e": lambda text, _style: _error(text),
        }

    def of(self, kind: str, text: str, style: int) -> Cell:
        """The words of a cell of a kind, with a style."""
        return self._forms[kind](text, style)

    def _number(self, text: str, style: int) -> Cell:
        if style in self._book._date_formats:  # noqa: SLF001 - as above
            return self._serial(float(text), style)
        if text.isdecimal():
            return str(int(text))
        value = float(text)
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else number_cell(value)

    def _serial(self, value: float, style: int) -> Cell:
        """A date that is kept as the number of days since the workbook's epoch."""
        from openpyxl.utils.datetime import from_excel

        is_span = style in self._book._timedelta_formats  # noqa: SLF001 - as above
        try:
            return self._dated(from_excel(value, self._book.epoch, timedelta=is_span), style)
        except (OverflowError, ValueError):
            return _error("#VALUE!")

    def _iso(self, text: str, style: int) -> Cell:
        from openpyxl.utils.datetime import from_ISO8601

        return self._dated(from_ISO8601(text), style)  # type: ignore[no-untyped-call]

    def _dated(self, value: Any, style: int) -> str:
        """The date as far as the cell shows it; with the time of day where there is one."""
        if not isinstance(value, date):
            return value.isoformat() if isinstance(value, time) else str(value)
        if isinstance(value, datetime) and value.time() != time.min:
            return value.isoformat()
        letters = _LITERAL.sub("", self._shown_as(style)).lower()
        iso = value.isoformat()[:10]
        if "y" not in letters or "d" in letters:
            return iso
        return iso[:7] if "m" in letters else iso[:4]

    def _shown_as(self, style: int) -> str:
        """The number format of a style."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

        number = self._book._cell_styles[style].numFmtId  # noqa: SLF001 - as above
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, "General"))
        return str(self._book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])  # noqa: SLF001 - as above


def _error(text: str) -> Unreadable:
    return Unreadable(f"it holds an error ({text}); write the value itself")
