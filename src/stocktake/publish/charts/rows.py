"""Charts of one row for each thing: names at the left, marks on an axis, words at the right.

On narrow paper name and words stand above the marks, so that the axis keeps the whole width. Knows where a row and its
words stand. Knows nothing of what the marks mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from stocktake.publish.charts.chart import Paper
from stocktake.publish.charts.layers import TEXT_SIZE, Label
from stocktake.publish.charts.lettering import text_width, wrapped

_LINE = 13.0
_GAP = 10.0
_LEAST = 22.0
_MOST_LEFT, _MOST_RIGHT = 0.34, 0.34
_EDGE = 4.0
MARGIN = 30.0
"""From the ends of the axis to the words: room for a number beside a mark."""


@dataclass(frozen=True, slots=True)
class RowWords:
    """The words of a row: its name, and what stands at its right."""

    name: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Where rows stand.

    Attributes:
        left: The margin on the left.
        right: The margin on the right.
        inner: The width between them.
        height: Of all rows.
        middles: For each row, the pixel on which its marks stand.
        strips: From where to where upright lines run: through all, or row by row where words stand between.
        labels: All words.
    """

    left: float
    right: float
    inner: float
    height: float
    middles: tuple[float, ...]
    strips: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]

    @property
    def pixels(self) -> tuple[float, float]:
        """Where an axis begins and ends."""
        return (MARGIN, self.inner - MARGIN)


def lay_rows(words: Sequence[RowWords], paper: Paper, *, above: bool = False) -> Rows:
    """Where the rows with these words stand on this paper; ``above`` puts words above marks on wide paper too."""
    return _stacked(words, paper) if above or paper.narrow else _beside(words, paper)


def _beside(words: Sequence[RowWords], paper: Paper) -> Rows:
    left = _column([each.name for each in words], paper.width * _MOST_LEFT)
    right = _column([each.side for each in words], paper.width * _MOST_RIGHT)
    inner = paper.width - left - right
    middles: list[float] = []
    labels: list[Label] = []
    y = 0.0
    for each in words:
        names = wrapped(each.name, left - _GAP, TEXT_SIZE, most=4)
        sides = wrapped(each.side, right - _GAP, TEXT_SIZE, most=4)
        height = max(_LEAST, max(len(names), len(sides)) * _LINE + 6)
        middles.append(y + height / 2)
        labels += _lines(names, _EDGE - left, middles[-1])
        labels += _lines(sides, inner + 2, middles[-1])
        y += height
    return Rows(left, right, inner, y, tuple(middles), ((0.0, y),), tuple(labels))


def _column(words: Sequence[str], most: float) -> float:
    widest = max((text_width(each, TEXT_SIZE) for each in words), default=0.0)
    return min(widest + _GAP + _EDGE, most) if widest else _GAP


def _lines(lines: Sequence[str], x: float, middle: float) -> list[Label]:
    top = middle - len(lines) * _LINE / 2
    return [Label(x, top + (at + 0.8) * _LINE, line) for at, line in enumerate(lines)]


def _stacked(words: Sequence[RowWords], paper: Paper) -> Rows:
    inner = paper.width - 2 * _EDGE
    middles: list[float] = []
    labels: list[Label] = []
    y = 2.0
    for each in words:
        room = inner - text_width(each.side, TEXT_SIZE) - _GAP
        beside = text_width(each.name, TEXT_SIZE, bold=True) <= room
        names = wrapped(each.name, room if beside else inner, TEXT_SIZE, most=4, bold=True)
        sides = wrapped(each.side, inner, TEXT_SIZE, most=3)
        labels += [Label(0, y + (at + 0.8) * _LINE, line, bold=True) for at, line in enumerate(names)]
        y += (0 if beside else len(names)) * _LINE
        align, x = ("right", inner) if beside else ("left", 0.0)
        labels += [Label(x, y + (at + 0.8) * _LINE, line, align) for at, line in enumerate(sides)]
        y += max(len(sides), 1 if beside else 0) * _LINE
        middles.append(y + 9)
        y += 24
    strips = tuple((middle - 8, middle + 11) for middle in middles)
    return Rows(_EDGE, _EDGE, inner, y, tuple(middles), strips, tuple(labels))
