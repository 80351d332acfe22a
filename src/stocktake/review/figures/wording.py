"""How figures and published values are worded in derivations. Computes nothing."""

from stocktake.documents.find.figures import Figure
from stocktake.review.figures.model import Value
from stocktake.review.words import long_date
from stocktake.values.interval import Interval

_HUNDREDTHS = "per cent"
_RATIO = "ratio"


def plain_number(value: float, unit: str = _HUNDREDTHS) -> str:
    """A number with commas between thousands and one decimal at most, a ratio with three: ``67.4``, ``0.915``."""
    if unit == _RATIO:
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return f"{value:,.1f}".removesuffix(".0")


def value_words(value: Value) -> str:
    """A published value with year and edition: ``93 per cent for 2024 (Example Facts 2024, 27 November 2024)``."""
    day = f", {long_date(value.published.isoformat())}" if value.published else ""
    people = f" among people {value.population}" if value.population else ""
    number = f"{plain_number(value.value, value.unit)}{_named(value.unit)}"
    return f"{number}{people} for {value.period} ({value.edition}{day})"


def figure_words(figure: Figure) -> str:
    """A figure as printed, with its comparator before it: ``approximately “a third”``."""
    return f"{figure.comparator} “{figure.printed}”" if figure.comparator else f"“{figure.printed}”"


def range_words(interval: Interval, unit: str = _HUNDREDTHS) -> str:
    """A range: ``61.4 to 63.8 per cent``."""
    return f"{plain_number(interval.low, unit)} to {plain_number(interval.high, unit)}{_named(unit)}"


def _named(unit: str) -> str:
    """The unit after its number; a ratio has none."""
    return "" if unit == _RATIO else f" {unit}"
