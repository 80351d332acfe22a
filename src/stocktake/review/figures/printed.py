"""What a printed figure may stand for: a range, from its digits or words and its comparator, in the indicator's terms.

Knows that digits stand for half a unit of their last place, and takes from the frameworks how far words and
comparators reach. Does not know what is published.
"""

import re

from stocktake.documents.find.figures import Figure
from stocktake.frameworks.figure_laws import FigureLaw, reach_of, reach_of_parts
from stocktake.values.interval import Interval, decimals_of, rounded

WHOLE = 100.0
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TOUCH = 1e-9


def printed_range(figure: Figure, *, negated: bool) -> Interval | None:
    """All numbers that the words of a figure leave open; None where they name no number.

    Args:
        figure: As found in its text.
        negated: It counts those of whom the indicator is not true: the range is that of the others.
    """
    if figure.value is None:
        return None
    low, high = _ends(figure)
    if figure.unit != "per cent":
        return Interval(low, high).clip(0, None) if figure.value >= 0 else Interval(low, high)
    share = Interval(low, high).clip(0, WHOLE)
    return Interval(WHOLE - share.high, WHOLE - share.low) if negated else share


def is_in_words(figure: Figure) -> bool:
    """Whether the number is printed in words: ``two thirds``."""
    return not _DIGITS.search(figure.printed)


def printed_decimals(figure: Figure) -> int:
    """How many places stand after the point; 0 for a number in words."""
    found = _DIGITS.search(figure.printed)
    return decimals_of(found[0].replace(",", "")) if found else 0


def agrees(reach: Interval, other: Interval) -> bool:
    """Whether two ranges share more than an end, or one is a single number within the other."""
    if min(reach.high - reach.low, other.high - other.low) < _TOUCH:
        return reach.overlaps(other)
    return min(reach.high, other.high) - max(reach.low, other.low) > _TOUCH


def _ends(figure: Figure) -> tuple[float, float]:
    """The lowest and the highest number that is meant."""
    value, upper = figure.value or 0.0, figure.upper or figure.value or 0.0
    if figure.sense in (None, "exactly") and not is_in_words(figure):
        half = _half_a_unit(figure)
        return value - half, upper + half
    reach = _reach(figure)
    below, above = (_width(figure, side, reach) for side in (reach.below, reach.above))
    return (
        -float("inf") if below is None else value - below,
        float("inf") if above is None else upper + above,
    )


def _reach(figure: Figure) -> FigureLaw:
    """The record of its comparator; without one that of its parts, where the words are of parts that have their own."""
    comparator = None if figure.sense == "exactly" else figure.comparator
    parts = reach_of_parts(figure.printed.split()[-1].lower().rpartition("-")[2]) if comparator is None else None
    return parts or reach_of(comparator)


def _width(figure: Figure, side: float | None, reach: FigureLaw) -> float | None:
    """How far one side reaches, in the figure's unit; None where it is open."""
    if not side:
        return side
    step = 1.0 if figure.unit == "per cent" else abs(figure.value or 0.0) / WHOLE
    if is_in_words(figure):
        return (side if reach.in_words is None else reach.in_words) * step
    return min(side * step, float("inf") if reach.in_digits is None else reach.in_digits * _last_place(figure))


def _half_a_unit(figure: Figure) -> float:
    """Half a unit of the last printed place, in the figure's unit: 0.5 for ``65``, 50 billion for ``4.1 trillion``."""
    half = rounded(0, printed_decimals(figure)).high
    return abs(half * _factor(figure))


def _last_place(figure: Figure) -> float:
    """One unit of the last place that is not a zero before the point: 1 for ``87``, 10 for ``90``, 0.1 for ``24.0``."""
    found = _DIGITS.search(figure.printed)
    digits = found[0].replace(",", "") if found else "1"
    zeros = 0 if "." in digits else len(digits) - len(digits.rstrip("0"))
    return abs(10.0 ** (zeros - printed_decimals(figure)) * _factor(figure))


def _factor(figure: Figure) -> float:
    """What the printed digits are multiplied with: a billion for ``4.1 billion``."""
    found = _DIGITS.search(figure.printed)
    number = float(found[0].replace(",", "")) if found else 0.0
    return (figure.value or 0.0) / number if number else 1.0
