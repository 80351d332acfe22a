"""Trend: lines over years, with breaks, targets, bounds and projections.

A line is joined only within itself: another release or another definition of the same series is another line, and a
break inside a line is a gap with a mark. Years without a value are crossed by fine dots, never by a full line. Every
line carries its name at its end and has dashes and points of its own.
"""

from dataclasses import dataclass
from typing import ClassVar

from stocktake.errors import RequestError
from stocktake.publish.charts.chart import Paper, Plot, Table
from stocktake.publish.charts.styles import line_styles
from stocktake.publish.charts.trend_model import Ahead, Goal, Line, Point
from stocktake.publish.charts.trend_plot import trend_plot
from stocktake.publish.charts.trend_words import trend_table, trend_words

__all__ = ["Ahead", "Goal", "Line", "Point", "Trend"]


@dataclass(frozen=True, slots=True)
class Trend:
    """Lines over years.

    Attributes:
        lines: At least one, at most as many as there are ways to draw a line.
        unit: Of all values.
        goals: Targets, each a line across.

    Raises:
        RequestError: There are no lines, too many, or two of one name.
    """

    KIND: ClassVar[str] = "trend"
    lines: tuple[Line, ...]
    unit: str
    goals: tuple[Goal, ...] = ()

    def __post_init__(self) -> None:
        names = [line.name for line in self.lines]
        if not 1 <= len(names) <= len(line_styles()) or len(set(names)) < len(names):
            raise RequestError(
                expected=f"1 to {len(line_styles())} lines of different names",
                came=f"there are {len(names)}: {', '.join(names)}" if names else "there is none",
                advice="Choose fewer areas, or show them as dots.",
            )

    def plot(self, paper: Paper) -> Plot:
        """The drawn part for a paper."""
        return trend_plot(self, paper)

    def table(self) -> Table:
        """Year, line, value, lowest, highest, remark; projected years after the observed ones."""
        return trend_table(self)

    def words(self) -> str:
        """For each line from, to, lowest, highest, gaps, breaks and projection; then the targets."""
        return trend_words(self)
