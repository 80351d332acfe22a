"""Pairs: two values side by side in each row, such as women and men, or urban and rural, with their ratio.

The ratio and what rounding leaves open of it are given, not computed. A value that is missing is said to be missing.
"""

from dataclasses import dataclass
from typing import ClassVar, TypeGuard

from stocktake.publish.charts.chart import Paper, Plot, Table
from stocktake.publish.charts.layers import SMALL_SIZE, Label, marks, points, stroke, texts
from stocktake.publish.charts.row_plot import Sign, across, grid, row_plot
from stocktake.publish.charts.rows import Rows, RowWords, lay_rows
from stocktake.publish.charts.scale import Axis, value_axis
from stocktake.publish.charts.styles import line_styles
from stocktake.publish.charts.wording import RATIO, listed, number, quantity, sentence, span
from stocktake.values.interval import Interval

_DOT = 60.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One row.

    Attributes:
        name: The area or group, with its year where they differ.
        first: The first value; None where there is none.
        second: The second value; None where there is none.
        ratio: The first divided by the second; None where there is none.
        interval: What rounding leaves open of the ratio.
    """

    name: str
    first: float | None
    second: float | None
    ratio: float | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows of two values.

    Attributes:
        rows: In the order in which they are shown.
        unit: Of the values.
        first: What the first value is of.
        second: What the second is of.
        ratio: What the ratio is called.
    """

    KIND: ClassVar[str] = "pairs"
    rows: tuple[Pair, ...]
    unit: str
    first: str = "Women"
    second: str = "Men"
    ratio: str = "women divided by men"

    def plot(self, paper: Paper) -> Plot:
        """The drawn part for a paper."""
        rows = lay_rows([RowWords(row.name, self._side(row)) for row in self.rows], paper)
        values = [each for row in self.rows for each in (row.first, row.second) if each is not None]
        axis = value_axis(values, self.unit, rows.pixels, 44)
        signs = [
            Sign(style.shape, style.colour, name) for style, name in zip(line_styles(), self._names, strict=False)
        ]
        layers = [
            *grid(axis, rows),
            *self._bars(rows, axis),
            *self._dots(rows, axis, signs),
            *texts(self._numbers(rows, axis)),
        ]
        notes = [f"At the right: {self.ratio}, in brackets what rounding leaves open."] if self._has_ratio else []
        return row_plot(rows, layers, self.unit, signs, notes)

    def table(self) -> Table:
        """Name, both values, ratio and its interval."""
        unit = f" ({self.unit})" if self.unit else ""
        heads = (
            "Area",
            f"{self.first}{unit}",
            f"{self.second}{unit}",
            self.ratio.capitalize(),
            "Lowest",
            "Highest",
        )
        return heads, tuple(
            (row.name, row.first, row.second, row.ratio, *_ends(row.interval)) for row in self.rows
        )

    def words(self) -> str:
        """Each row in one sentence."""
        return " ".join(self._row_words(row) for row in self.rows)

    @property
    def _names(self) -> tuple[str, str]:
        return self.first, self.second

    @property
    def _has_ratio(self) -> bool:
        return any(row.ratio is not None for row in self.rows)

    def _side(self, row: Pair) -> str:
        missing = [name for name, value in zip(self._names, (row.first, row.second), strict=True) if value is None]
        if missing:
            return f"{listed(missing).lower()}: no value"
        return "" if row.ratio is None else _ratio_words(row.ratio, row.interval)

    def _bars(self, rows: Rows, axis: Axis) -> list[dict[str, object]]:
        bars = [
            {"value": row.first, "other": row.second, "y": y}
            for row, y in zip(self.rows, rows.middles, strict=True)
            if row.first is not None and row.second is not None
        ]
        return marks(bars, stroke(2, strength=0.45), **across(axis), x2={"field": "other"})

    def _dots(self, rows: Rows, axis: Axis, signs: list[Sign]) -> list[dict[str, object]]:
        dots = [
            {"value": value, "y": y, "shape": sign.shape, "colour": sign.colour, "size": _DOT}
            for row, y in zip(self.rows, rows.middles, strict=True)
            for value, sign in zip((row.first, row.second), signs, strict=True)
            if value is not None
        ]
        return points(dots, **across(axis))

    def _numbers(self, rows: Rows, axis: Axis) -> list[Label]:
        """The lower value to the left of its mark, the higher to the right."""
        labels: list[Label] = []
        for row, y in zip(self.rows, rows.middles, strict=True):
            known = sorted(value for value in (row.first, row.second) if value is not None)
            places = zip(known[-1:] + known[:-1], (("left", 8), ("right", -8)), strict=False)
            labels += [
                Label(axis.at(value) + shift, y + 3.5, number(value), align, SMALL_SIZE)
                for value, (align, shift) in places
            ]
        return labels

    def _row_words(self, row: Pair) -> str:
        said = [
            f"{name.lower()} {'no value' if value is None else quantity(value, self.unit)}"
            for name, value in zip(self._names, (row.first, row.second), strict=True)
        ]
        ratio = [] if row.ratio is None else [f"{self.ratio} {_ratio_words(row.ratio, row.interval)}"]
        return sentence(f"{row.name}: {', '.join([*said, *ratio])}")


def _ratio_words(ratio: float, interval: Interval | None) -> str:
    return number(ratio, RATIO) + (f" ({span(interval, RATIO)})" if _leaves_open(interval) else "")


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (interval.low, interval.high) if _leaves_open(interval) else (None, None)


def _leaves_open(interval: Interval | None) -> TypeGuard[Interval]:
    """Whether an interval says anything: one of a single value leaves nothing open."""
    return interval is not None and interval.low < interval.high
