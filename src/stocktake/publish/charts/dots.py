"""Dots: the value of each area as a dot in a row, with what is left open of it and the areas without a value.

Sorted by name or by value, as asked; the order by value is an order of numbers, not of merit. Areas without a value are
named below, never left out.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from stocktake.publish.charts.chart import Paper, Plot, Table
from stocktake.publish.charts.layers import Layer, marks, points, stroke
from stocktake.publish.charts.row_plot import across, grid, row_plot, uprights
from stocktake.publish.charts.rows import Rows, RowWords, lay_rows
from stocktake.publish.charts.scale import Axis, value_axis
from stocktake.publish.charts.styles import TINT
from stocktake.publish.charts.wording import listed, number, quantity, sentence
from stocktake.values.interval import Interval

Order = Literal["name", "value"]
_DOT = 60.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One area.

    Attributes:
        name: Its name.
        value: None where there is none.
        period: The year of the value, which stands beside it; empty where all are of one year.
        interval: What is left open of the value.
    """

    name: str
    value: float | None
    period: str = ""
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A value to hold the others against, such as a target or a group's value: an upright line."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Dots:
    """Areas as dots.

    Attributes:
        rows: All areas asked for, those without a value too.
        unit: Of the values.
        order: By name, or by value with the highest first.
        marks: Values to hold them against.
    """

    KIND: ClassVar[str] = "dots"
    rows: tuple[Dot, ...]
    unit: str
    order: Order = "name"
    marks: tuple[Mark, ...] = ()

    @property
    def shown(self) -> tuple[Dot, ...]:
        """The areas with a value, in order."""
        known = [each for each in self.rows if each.value is not None]
        by_name = sorted(known, key=lambda each: each.name)
        return tuple(by_name if self.order == "name" else sorted(by_name, key=lambda each: -(each.value or 0.0)))

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the areas without a value."""
        return tuple(sorted(each.name for each in self.rows if each.value is None))

    def plot(self, paper: Paper) -> Plot:
        """The drawn part for a paper."""
        shown = self.shown
        rows = lay_rows([RowWords(each.name, self._side(each)) for each in shown], paper)
        values = [*(each.value for each in shown if each.value is not None), *(mark.value for mark in self.marks)]
        values += [end for each in shown if each.interval for end in (each.interval.low, each.interval.high)]
        axis = value_axis(values, self.unit, rows.pixels, 44)
        return row_plot(
            rows,
            [*grid(axis, rows), *self._drawn(rows, axis), *self._upright(rows, axis)],
            self.unit,
            (),
            self._notes(),
        )

    def table(self) -> Table:
        """Area, value, year, lowest and highest; then the areas without a value."""
        unit = f" ({self.unit})" if self.unit else ""
        rows = [
            (
                each.name,
                each.value,
                each.period,
                *((each.interval.low, each.interval.high) if each.interval else (None, None)),
            )
            for each in self.shown
        ]
        without = [(name, None, "", None, None) for name in self.missing]
        return ("Area", f"Value{unit}", "Year", "Lowest", "Highest"), (*rows, *without)

    def words(self) -> str:
        """How many areas, lowest and highest, what they are held against, and who has no value."""
        shown = sorted(self.shown, key=lambda each: each.value or 0.0)
        parts = [f"{len(shown)} of {len(self.rows)} areas have a value."]
        if shown:
            parts += [
                sentence(f"{name}:", quantity(each.value or 0.0, self.unit), f"({each.name}{_comma(each.period)})")
                for name, each in (("lowest", shown[0]), ("highest", shown[-1]))
            ]
        return " ".join([*parts, *self._held_against(), *self._without()])

    def _side(self, row: Dot) -> str:
        said = "" if row.value is None else number(row.value)
        return f"{said} ({row.period})" if row.period else said

    def _drawn(self, rows: Rows, axis: Axis) -> list[Layer]:
        open_rows = [
            {"value": each.interval.low, "high": each.interval.high, "y": y}
            for each, y in zip(self.shown, rows.middles, strict=True)
            if each.interval
        ]
        dots = [
            {"value": each.value, "y": y, "shape": "circle", "colour": TINT, "size": _DOT}
            for each, y in zip(self.shown, rows.middles, strict=True)
        ]
        return [
            *marks(open_rows, stroke(1.5), **across(axis), x2={"field": "high"}),
            *points(dots, **across(axis)),
        ]

    def _upright(self, rows: Rows, axis: Axis) -> list[Layer]:
        return uprights([axis.at(mark.value) for mark in self.marks], rows, stroke(1.5, (2, 3)))

    def _notes(self) -> list[str]:
        dotted = f"Dotted line: {listed(self._marked())}." if self.marks else ""
        strokes = "Stroke: what is left open of the value." if any(each.interval for each in self.shown) else ""
        return [words for words in (dotted, strokes, *self._without()) if words]

    def _marked(self) -> list[str]:
        return [f"{mark.name} {quantity(mark.value, self.unit)}" for mark in self.marks]

    def _held_against(self) -> list[str]:
        return [sentence(each) for each in self._marked()]

    def _without(self) -> list[str]:
        return [f"No value: {listed(self.missing)}."] if self.missing else []


def _comma(period: str) -> str:
    return f", {period}" if period else ""
