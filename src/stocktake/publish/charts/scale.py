"""The axis of values: from where to where it goes, where its lines stand, and at which pixel a value lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_PERCENT_FROM = 40.0
HUNDRED = 100.0


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight axis.

    Attributes:
        low: The value at its beginning.
        high: The value at its end.
        ticks: Where a line stands.
        start: The pixel of ``low``.
        end: The pixel of ``high``.
    """

    low: float
    high: float
    ticks: tuple[float, ...]
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value; values beyond the axis lie beyond its ends."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def value_axis(values: Sequence[float], unit: str, pixels: tuple[float, float], apart: float) -> Axis:
    """An axis that holds all the values, from zero unless some are below, its lines at least ``apart`` pixels apart.

    Per cent beyond 40 get the whole way to 100, so that charts side by side can be compared by eye.
    """
    low, high = min([0.0, *values]), max([0.0, *values])
    if unit == "per cent" and _PERCENT_FROM < high <= HUNDRED and low >= 0:
        high = HUNDRED
    step = _step((high - low) or 1.0, max(2, int(abs(pixels[1] - pixels[0]) / apart)))
    first, last = floor(low / step + 1e-9), max(ceil(high / step - 1e-9), floor(low / step) + 1)
    ticks = tuple(round(at * step, 10) for at in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks, *pixels)


def _step(reach: float, most: int) -> float:
    size = 10.0 ** floor(log10(reach / most))
    return next(size * step for step in (*_STEPS, 20.0) if reach / (size * step) <= most)


def year_axis(first: int, last: int, pixels: tuple[float, float], apart: float) -> Axis:
    """An axis of years from the first to the last, its lines at round years at least ``apart`` pixels apart."""
    last = max(last, first + 1)
    most = max(1, int((pixels[1] - pixels[0]) / apart))
    step = next((each for each in (1, 2, 5, 10, 20, 50) if (last - first) / each <= most), 100)
    ticks = tuple(float(year) for year in range(first, last + 1) if year % step == 0)
    return Axis(first, last, ticks or (float(first),), *pixels)


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Middles of labels near the wanted ones, in the same order of height, none over another, within low and high.

    Where they cannot all fit, the lowest go beyond ``high``.
    """
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    placed: dict[int, float] = {}
    edge = low
    for at in order:
        placed[at] = max(wanted[at], edge + heights[at] / 2)
        edge = placed[at] + heights[at] / 2
    edge = max(high, low + sum(heights))
    for at in reversed(order):
        placed[at] = min(placed[at], edge - heights[at] / 2)
        edge = placed[at] - heights[at] / 2
    return [placed[at] for at in range(len(wanted))]
