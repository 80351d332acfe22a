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
from stocktake.publish.charts.trend_plot import trend_plot
from stocktake.publish.charts.trend_words import trend_table, trend_words
from stocktake.values.interval import Interval


@dataclass(frozen=True, slots=True)
class Point:
    """The value of one year.

    Attributes:
        year: The year.
        value: None where there is none.
        bounds: What it can be, where members or decimals are missing.
        breaks: Why it cannot be compared with the value before; empty where it can.
    """

    year: int
    value: float | None
    bounds: Interval | None = None
    breaks: str = ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a projection says of one year: its median and what 80 per cent of the runs lie in."""

    year: int
    median: float
    band: Interval


@dataclass(frozen=True, slots=True)
class Line:
    """One series of one release.

    Attributes:
        name: What it is called at its end: the area, and the release where several are shown.
        points: In order of years, each year once.
        ahead: Its projection, in order of years; empty for none.

    Raises:
        RequestError: The years are not in order.
    """

    name: str
    points: tuple[Point, ...]
    ahead: tuple[Ahead, ...] = ()

    def __post_init__(self) -> None:
        years = [*(each.year for each in self.known), *(each.year for each in self.ahead)]
        listed = [each.year for each in self.points]
        if years != sorted(set(years)) or listed != sorted(set(listed)):
            raise RequestError(
                expected="years in order, each once, projected ones last",
                came=f"the line {self.name!r} has {', '.join(map(str, years))}",
            )

    @property
    def known(self) -> tuple[Point, ...]:
        """The points with a value."""
        return tuple(each for each in self.points if each.value is not None)


@dataclass(frozen=True, slots=True)
class Goal:
    """A target: what it is called, its value, and the year by which it is to be reached."""

    name: str
    value: float
    year: int | None = None


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
