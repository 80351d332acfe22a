"""What a printed figure may stand for: a range, from its digits or words and its comparator, in the indicator's terms.

Knows that digits stand for half a unit of their last place, and takes from the frameworks how far words and
comparators reach. Does not know what is published.
"""

import re

from stocktake.documents.find.figures import Figure
from stocktake.frameworks.figure_laws import reach_of
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
    reach = reach_of(None if figure.sense == "exactly" else figure.comparator)
    step = 1.0 if figure.unit == "per cent" else abs(value) / WHOLE
    below, above = (_width(each, reach.in_words, is_in_words(figure)) for each in (reach.below, reach.above))
    return (
        -float("inf") if below is None else value - below * step,
        float("inf") if above is None else upper + above * step,
    )


def _width(side: float | None, in_words: float | None, words: bool) -> float | None:
    return in_words if words and side and in_words is not None else side


def _half_a_unit(figure: Figure) -> float:
    """Half a unit of the last printed place, in the figure's unit: 0.5 for ``65``, 50 billion for ``4.1 trillion``."""
    found = _DIGITS.search(figure.printed)
    number = float(found[0].replace(",", "")) if found else 0.0
    factor = (figure.value or 0.0) / number if number else 1.0
    half = rounded(0, printed_decimals(figure)).high
    return abs(half * factor)
