"""Closed intervals, and what a rounded number can have been before it was rounded.

Knows half-unit rounding and the arithmetic of intervals: a printed 65 stands for anything from 64.5 to 65.5, so that
65/70 is not 0.929 but anything from 0.915 to 0.942. Knows nothing of where a number comes from; the values within an
interval are not said to be equally likely.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, isclose

from stocktake.errors import RequestError

UNROUNDED = 6
"""So many places and more are those of a number that nobody rounded to be printed."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``, both included.

    Raises:
        RequestError: ``low`` is above ``high``, or one of them is not a number.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise RequestError(
                expected="an interval whose low end is not above its high end",
                came=f"{self.low} and {self.high} were given",
            )

    def contains(self, value: float) -> bool:
        """Whether the value lies within, ends included."""
        return self.low <= value <= self.high

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two have a number in common."""
        return self.low <= other.high and other.low <= self.high

    def clip(self, low: float | None, high: float | None) -> "Interval":
        """The part between ``low`` and ``high``, of which either may be open; the nearer end where there is none."""
        floor, ceiling = (-float("inf") if low is None else low), (float("inf") if high is None else high)
        return Interval(min(max(self.low, floor), ceiling), max(min(self.high, ceiling), floor))

    def scaled(self, factor: float) -> "Interval":
        """Every number of it times ``factor``."""
        ends = (self.low * factor, self.high * factor)
        return Interval(min(ends), max(ends))

    def outward(self, places: int) -> "Interval":
        """The shortest interval with ends of so many places that still holds it; what is a hair off stays."""
        step = 10**places
        low, high = (
            near if isclose(near := round(end, places), end, rel_tol=1e-9) else way(end * step) / step
            for end, way in ((self.low, floor), (self.high, ceil))
        )
        return Interval(low, high)


def exact(value: float) -> Interval:
    """The interval that holds one number only."""
    return Interval(value, value)


def rounded(value: float, decimals: int) -> Interval:
    """What a number printed with ``decimals`` places can have been: half a unit of the last place either way."""
    half = 0.5 * 10.0**-decimals
    return Interval(value - half, value + half)


def decimals_of(printed: str) -> int:
    """How many places stand after the point of a printed number: 2 for ``0.70``, 0 for ``65``."""
    exponent = Decimal(printed).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def decimals_among(values: Iterable[float]) -> int:
    """With how many places a column of numbers is printed: the most that one of them needs; 0 for no number.

    A column says it better than one number: of 62.0 and 61.6 both are printed with one place, though a reader of
    the first alone would say none.
    """
    most = 0
    for value in values:
        most = max(most, decimals_of(repr(value).removesuffix(".0")))
        if most >= UNROUNDED:
            break
    return most


def ratio(above: Interval, below: Interval) -> Interval | None:
    """Every quotient of a number of ``above`` by one of ``below``; None where ``below`` holds zero."""
    if below.contains(0.0):
        return None
    ends = [a / b for a in (above.low, above.high) for b in (below.low, below.high)]
    return Interval(min(ends), max(ends))


def difference(first: Interval, second: Interval) -> Interval:
    """Every difference of a number of ``first`` less one of ``second``."""
    return Interval(first.low - second.high, first.high - second.low)
