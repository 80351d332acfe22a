"""Heat table: counts of rows by columns, each printed in its cell, the darker the more.

A nought is printed as 0; a count that is not known as a dash in a dashed cell.
"""

from dataclasses import dataclass
from string import ascii_uppercase
from typing import ClassVar

from stocktake.errors import RequestError
from stocktake.publish.charts.chart import Paper, Plot, Table
from stocktake.publish.charts.layers import FAINT, SMALL_SIZE, TEXT_SIZE, Label, Layer, boxes, outlines, texts
from stocktake.publish.charts.lettering import text_width, wrapped
from stocktake.publish.charts.styles import TINT, TINTS
from stocktake.publish.charts.wording import listed, number, sentence

_LINE = 12.0
_LEAST = 24.0
_GAP = 2.0
_LEFT_SHARE = 0.38
_MOST_HEAD = 4


@dataclass(frozen=True, slots=True)
class Heat:
    """Counts of rows by columns.

    Attributes:
        rows: Names of the rows.
        columns: Names of the columns.
        cells: For each row the counts, column by column; None where one is not known.
        counted: What is counted, in the plural.

    Raises:
        RequestError: There is no row or column, or a row has more or fewer counts than there are columns.
    """

    KIND: ClassVar[str] = "heat"
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    counted: str

    def __post_init__(self) -> None:
        shape = [len(row) for row in self.cells]
        if not self.rows or not self.columns or shape != [len(self.columns)] * len(self.rows):
            raise RequestError(
                expected=f"{len(self.rows)} rows of {len(self.columns)} counts, at least one of each",
                came=f"there are {len(shape)} rows of {', '.join(map(str, shape)) or 'none'}",
            )

    def plot(self, paper: Paper) -> Plot:
        """The drawn part for a paper."""
        left = min(max(text_width(name, TEXT_SIZE) for name in self.rows) + 12, paper.width * _LEFT_SHARE)
        wide = (paper.width - left - 4) / len(self.columns)
        names = [wrapped(name, left - 10, TEXT_SIZE, most=5) for name in self.rows]
        heights = [max(_LEAST, len(lines) * _LINE + 6) for lines in names]
        tops = [sum(heights[:at]) for at in range(len(heights))]
        heads, key = self._heads(wide)
        labels = [
            Label(4 - left, top + height / 2 - len(lines) * _LINE / 2 + (at + 0.8) * _LINE, line)
            for lines, top, height in zip(names, tops, heights, strict=True)
            for at, line in enumerate(lines)
        ]
        labels += [
            Label((column + 0.5) * wide, (at - len(lines)) * _LINE + 6, line, "center", SMALL_SIZE)
            for column, lines in enumerate(heads)
            for at, line in enumerate(lines)
        ]
        top = max(len(lines) for lines in heads) * _LINE + 8
        layers = [*self._drawn(wide, tops, heights), *texts(labels)]
        return Plot(layers, sum(heights), left, 4, top=top, bottom=2, notes=(key,) if key else ())

    def table(self) -> Table:
        """The same rows and columns."""
        return ("", *self.columns), tuple((name, *row) for name, row in zip(self.rows, self.cells, strict=True))

    def words(self) -> str:
        """How many there are in all, the highest cell, the empty rows and columns, what is not known."""
        known = [
            (count, row, column)
            for row, counts in zip(self.rows, self.cells, strict=True)
            for column, count in zip(self.columns, counts, strict=True)
            if count is not None
        ]
        # What is counted may stand in several cells, so that their sum is not told.
        parts = [f"Numbers of {self.counted} in {len(self.rows)} rows by {len(self.columns)} columns."]
        if known:
            count, row, column = max(known, key=lambda each: each[0])
            parts.append(sentence(f"the most, {number(count)}, stand at {row}, {column}"))
        unknown = len(self.rows) * len(self.columns) - len(known)
        parts.append(f"{unknown} cells are not known." if unknown else "")
        parts += [
            sentence("none at", listed(names))
            for names in (
                [row for row, counts in zip(self.rows, self.cells, strict=True) if set(counts) == {0}],
                [column for at, column in enumerate(self.columns) if {row[at] for row in self.cells} == {0}],
            )
            if names
        ]
        return " ".join(part for part in parts if part)

    def _heads(self, wide: float) -> tuple[list[tuple[str, ...]], str]:
        """The heads of the columns; capital letters and their key where a name does not fit."""
        fits = all(
            text_width(word, SMALL_SIZE) <= wide - 4 for name in self.columns for word in name.split()
        ) and all(len(wrapped(name, wide - 4, SMALL_SIZE)) <= _MOST_HEAD for name in self.columns)
        if fits:
            return [wrapped(name, wide - 4, SMALL_SIZE) for name in self.columns], ""
        marks = [_mark(at) for at in range(len(self.columns))]
        key = "; ".join(f"{mark}: {name}" for mark, name in zip(marks, self.columns, strict=True))
        return [(mark,) for mark in marks], f"{key}."

    def _drawn(self, wide: float, tops: list[float], heights: list[float]) -> list[Layer]:
        most = max((count for row in self.cells for count in row if count), default=1)
        filled: dict[float, list[dict[str, object]]] = {strength: [] for strength in TINTS}
        empty: list[dict[str, object]] = []
        labels: list[Label] = []
        for row, top, height in zip(self.cells, tops, heights, strict=True):
            for column, count in enumerate(row):
                x = column * wide
                place = {"x": x + _GAP, "x2": x + wide, "y": top + _GAP, "y2": top + height, "colour": TINT}
                if count is None:
                    empty.append(place)
                elif count:
                    filled[TINTS[min(len(TINTS) - 1, (count - 1) * len(TINTS) // most)]].append(place)
                said = "–" if count is None else number(count)
                labels.append(Label(x + (wide + _GAP) / 2, top + height / 2 + 5, said, "center"))
        tinted = [layer for strength, places in filled.items() for layer in boxes(places, strength)]
        return [*tinted, *outlines(empty, (2, 3), 2 * FAINT), *texts(labels)]


def _mark(at: int) -> str:
    more, letter = divmod(at, len(ascii_uppercase))
    return (ascii_uppercase[more - 1] if more else "") + ascii_uppercase[letter]
