"""How figures and published values are worded in derivations. Computes nothing."""

from stocktake.documents.find.figures import Figure
from stocktake.review.figures.model import Value
from stocktake.review.words import long_date
from stocktake.values.interval import Interval

_HUNDREDTHS = "per cent"
_RATIO = "ratio"
_TENTHS, _THOUSANDTHS = 1, 3
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def plain_number(value: float, unit: str = _HUNDREDTHS, places: int = _TENTHS) -> str:
    """A number with so many decimals at most, a ratio or millions with three: ``67.4``, ``0.915``, ``5.45 billion``."""
    if unit == _RATIO:
        return _bare(f"{value:.{_THOUSANDTHS}f}")
    factor, word = next((each for each in _SCALES if abs(value) >= each[0]), (1.0, ""))
    if word:
        return f"{_bare(f'{value / factor:,.{_THOUSANDTHS}f}')} {word}"
    return _bare(f"{value:,.{places}f}")


def _bare(number: str) -> str:
    """A printed number without the zeros behind its point."""
    return number.rstrip("0").rstrip(".") if "." in number else number


def value_words(value: Value) -> str:
    """A published value with year and edition: ``93 per cent for 2024 (Example Facts 2024, 27 November 2024)``."""
    day = f", {long_date(value.published.isoformat())}" if value.published else ""
    people = f" among people {value.population}" if value.population else ""
    number = f"{plain_number(value.value, value.unit)}{_named(value.unit)}"
    return f"{number}{people} for {value.period} ({value.edition}{day})"


def unrounded_words(value: Value) -> str:
    """A published value with what it can have been before rounding, where all its places are shown."""
    told, shown = value_words(value), _THOUSANDTHS if value.unit == _RATIO else _TENTHS
    is_whole = value.range.low < value.range.high and round(value.value, shown) == value.value
    before = range_words(value.range, value.unit, _TENTHS + 1)
    return f"{told}, which before rounding can have been {before}" if is_whole else told


def figure_words(figure: Figure) -> str:
    """A figure as printed, with its comparator before it: ``approximately “a third”``."""
    return f"{figure.comparator} “{figure.printed}”" if figure.comparator else f"“{figure.printed}”"


def range_words(interval: Interval, unit: str = _HUNDREDTHS, places: int = _TENTHS) -> str:
    """A range: ``61.4 to 63.8 per cent``, ``5.45 billion to 5.55 billion persons``."""
    low, high = (plain_number(each, unit, places) for each in (interval.low, interval.high))
    return f"{low} to {high}{_named(unit)}"


def _named(unit: str) -> str:
    """The unit after its number; a ratio has none."""
    return "" if unit == _RATIO else f" {unit}"
