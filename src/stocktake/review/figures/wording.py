"""How figures and published values are worded in derivations. Computes nothing."""

from stocktake.documents.find.figures import Figure
from stocktake.review.figures.model import Value
from stocktake.review.words import long_date
from stocktake.values.interval import Interval

_HUNDREDTHS = "per cent"


def plain_number(value: float) -> str:
    """A number with one decimal at most, and commas between thousands: ``67.4``, ``4,000,000``."""
    return f"{value:,.1f}".removesuffix(".0")


def value_words(value: Value) -> str:
    """A published value with year and edition: ``93 per cent for 2024 (Example Facts 2024, 27 November 2024)``."""
    day = f", {long_date(value.published.isoformat())}" if value.published else ""
    people = f" among people {value.population}" if value.population else ""
    return f"{plain_number(value.value)} {value.unit}{people} for {value.period} ({value.edition}{day})"


def figure_words(figure: Figure) -> str:
    """A figure as printed, with its comparator before it: ``approximately “a third”``."""
    return f"{figure.comparator} “{figure.printed}”" if figure.comparator else f"“{figure.printed}”"


def range_words(interval: Interval, unit: str = _HUNDREDTHS) -> str:
    """A range: ``61.4 to 63.8 per cent``."""
    return f"{plain_number(interval.low)} to {plain_number(interval.high)} {unit}"
