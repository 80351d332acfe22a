"""What a trend is made of: lines with the values of years, what a projection says, targets. All frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from stocktake.errors import RequestError
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


class Lines(Protocol):
    """What is drawn and told of a trend: its lines, their unit, the targets."""

    @property
    def lines(self) -> Sequence[Line]:
        """At least one."""

    @property
    def unit(self) -> str:
        """Of all values."""

    @property
    def goals(self) -> Sequence[Goal]:
        """Targets, each a line across."""
