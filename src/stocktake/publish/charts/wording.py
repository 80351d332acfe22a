"""How numbers and lists are worded in charts, in English, the UN's way. Computes nothing."""

from collections.abc import Sequence

from stocktake.values.interval import Interval

_SMALL = 1.0
PERCENT = "per cent"
RATIO = "ratio"


def number(value: float, unit: str = "") -> str:
    """A number as it is printed: two places for a ratio and below one, else one; none for a whole number."""
    text = f"{value:,.{_places(value, unit)}f}"
    return text.lstrip("-") if not text.strip("-0.,") else text


def _places(value: float, unit: str) -> int:
    if unit == RATIO:
        return 2
    if round(value, 1) == round(value):
        return 0 if abs(value) >= _SMALL or not value else 2
    return 1 if abs(value) >= _SMALL else 2


def quantity(value: float, unit: str = "") -> str:
    """A number with its unit: ``29.7 per cent``."""
    return f"{number(value, unit)} {unit}" if unit and unit != RATIO else number(value, unit)


def span(interval: Interval, unit: str = "") -> str:
    """An interval as it is printed, its ends rounded outwards so that it still holds every number: ``0.91–0.95``."""
    places = max(_places(end, unit) for end in (interval.low, interval.high))
    printed = interval.outward(places)
    return f"{printed.low:,.{places}f}–{printed.high:,.{places}f}"


def listed(names: Sequence[str]) -> str:
    """``A``; ``A and B``; ``A, B and C``."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def sentence(*parts: str) -> str:
    """The parts that are not empty, joined, the first letter a capital, with a full stop."""
    text = " ".join(part for part in parts if part)
    return text[:1].upper() + text[1:].rstrip(".") + "." if text else ""
