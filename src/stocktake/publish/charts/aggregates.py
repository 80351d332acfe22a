"""Aggregates: the value of each group with its bounds and what stands behind it; a value held back is not drawn.

The bounds are those of all values that the members with a denominator can come to, whatever those without data have.
"""

from dataclasses import dataclass
from typing import ClassVar

from stocktake.publish.charts.chart import Paper, Plot, Table
from stocktake.publish.charts.layers import Layer, marks, own, pixel, points, stroke
from stocktake.publish.charts.row_plot import Sign, across, grid, row_plot
from stocktake.publish.charts.rows import Rows, RowWords, lay_rows
from stocktake.publish.charts.scale import Axis, value_axis
from stocktake.publish.charts.styles import TINT
from stocktake.publish.charts.wording import number, quantity, sentence, span
from stocktake.values.interval import Interval

_DOT = 70.0
_CAP = 4.0
_PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One group.

    Attributes:
        name: Its name, with the classification and the year where they differ.
        value: None where there is none; not shown where it is not published.
        bounds: Lowest and highest it can be.
        members: How many belong to it; None where it is a publisher's own figure.
        with_data: How many of them have a value.
        weight: Their share of the denominator, from 0 to 1.
        published: False where the coverage gate holds the value back.
    """

    name: str
    value: float | None
    bounds: Interval | None = None
    members: int | None = None
    with_data: int | None = None
    weight: float | None = None
    published: bool = True

    @property
    def shown(self) -> float | None:
        """The value as far as it is published."""
        return self.value if self.published else None


@dataclass(frozen=True, slots=True)
class Aggregates:
    """Groups with their coverage.

    Attributes:
        rows: In the order in which they are shown.
        unit: Of the values.
    """

    KIND: ClassVar[str] = "aggregates"
    rows: tuple[Aggregate, ...]
    unit: str

    def plot(self, paper: Paper) -> Plot:
        """The drawn part for a paper."""
        rows = lay_rows([RowWords(row.name, _side(row)) for row in self.rows], paper)
        values = [row.shown for row in self.rows if row.shown is not None]
        values += [end for row in self.rows if row.bounds for end in (row.bounds.low, row.bounds.high)]
        axis = value_axis(values, self.unit, rows.pixels, 44)
        signs = [Sign("circle", TINT, "value")]
        bounds = (
            "Line with ends: lowest and highest it can be, whatever members with a denominator and no data have"
        )
        held = any(not row.published for row in self.rows)
        notes = [
            "At the right: value; members with data, and their share of the denominator.",
            f"{bounds}; dashed where the value is held back for want of data." if held else f"{bounds}.",
        ]
        return row_plot(
            rows,
            [*grid(axis, rows), *self._drawn(rows, axis)],
            self.unit,
            signs,
            notes if self._has_bounds else [],
        )

    def table(self) -> Table:
        """Group, value, bounds, coverage and whether it is published."""
        unit = f" ({self.unit})" if self.unit else ""
        heads = (
            "Group",
            f"Value{unit}",
            "Lowest",
            "Highest",
            "Members",
            "With data",
            "Share of denominator",
            "Remark",
        )
        return heads, tuple(
            (
                row.name,
                row.shown,
                *((row.bounds.low, row.bounds.high) if row.bounds else (None, None)),
                row.members,
                row.with_data,
                row.weight,
                "" if row.shown is not None else _value_words(row),
            )
            for row in self.rows
        )

    def words(self) -> str:
        """Each group in one sentence."""
        return " ".join(self._row_words(row) for row in self.rows)

    @property
    def _has_bounds(self) -> bool:
        return any(row.bounds for row in self.rows)

    def _drawn(self, rows: Rows, axis: Axis) -> list[Layer]:
        placed = list(zip(self.rows, rows.middles, strict=True))
        bars = [
            {"value": row.bounds.low, "high": row.bounds.high, "y": y, "dash": [1, 0] if row.published else [3, 3]}
            for row, y in placed
            if row.bounds
        ]
        caps = [
            {"x": axis.at(end), "y": y - _CAP, "y2": y + _CAP}
            for row, y in placed
            if row.bounds
            for end in (row.bounds.low, row.bounds.high)
        ]
        dots = [
            {"value": row.shown, "y": y, "shape": "circle", "colour": TINT, "size": _DOT}
            for row, y in placed
            if row.shown is not None
        ]
        return [
            *marks(bars, stroke(1.5), **across(axis), x2={"field": "high"}, strokeDash=own("dash")),
            *marks(caps, stroke(1.5), x=pixel("x"), y=pixel("y"), y2={"field": "y2"}),
            *points(dots, **across(axis)),
        ]

    def _row_words(self, row: Aggregate) -> str:
        value = quantity(row.shown, self.unit) if row.shown is not None else _value_words(row)
        bounds = f"it can be {span(row.bounds)}" if row.bounds else ""
        return sentence(f"{row.name}: {', '.join(part for part in (value, bounds, _coverage(row)) if part)}")


def _value_words(row: Aggregate) -> str:
    if row.shown is not None:
        return number(row.shown)
    return "no value" if row.published else "held back"


def _side(row: Aggregate) -> str:
    """``35.2; 40 of 46 members (90 per cent)``."""
    members = f"{row.with_data} of {row.members} members" if row.members is not None else ""
    weight = f"({_PERCENT * row.weight:.0f} per cent)" if row.weight is not None else ""
    return "; ".join(part for part in (_value_words(row), f"{members} {weight}".strip()) if part)


def _coverage(row: Aggregate) -> str:
    """``data for 54 of 57 members, 93 per cent of the denominator``."""
    members = f"data for {row.with_data} of {row.members} members" if row.members is not None else ""
    weight = f"{_PERCENT * row.weight:.0f} per cent of the denominator" if row.weight is not None else ""
    return ", ".join(part for part in (members, weight) if part)
