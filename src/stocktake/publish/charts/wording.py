"""How numbers and lists are worded in charts, in English, the UN's way. Computes nothing."""

from collections.abc import Sequence

from stocktake.values.interval import Interval

_SMALL = 1.0
PERCENT = "per cent"
RATIO = "ratio"


def number(value: float, unit: str = "") -> str:
    """A number as it is printed: two places for a ratio and below one, else one; none for a whole number."""
    if unit == RATIO:
        return f"{value:.2f}"
    if value == round(value):
        return f"{value:,.0f}"
    return f"{value:,.2f}" if abs(value) < _SMALL else f"{value:,.1f}".removesuffix(".0")


def quantity(value: float, unit: str = "") -> str:
    """A number with its unit: ``29.7 per cent``."""
    return f"{number(value, unit)} {unit}" if unit and unit != RATIO else number(value, unit)


def span(interval: Interval, unit: str = "") -> str:
    """An interval as it is printed: ``0.92–0.94``."""
    return f"{number(interval.low, unit)}–{number(interval.high, unit)}"


def listed(names: Sequence[str]) -> str:
    """``A``; ``A and B``; ``A, B and C``."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def sentence(*parts: str) -> str:
    """The parts that are not empty, joined, the first letter a capital, with a full stop."""
    text = " ".join(part for part in parts if part)
    return text[:1].upper() + text[1:].rstrip(".") + "." if text else ""
