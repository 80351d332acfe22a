"""Numbers of statistics as a page prints them: in its language, with as many decimals as a person wants to see."""

from collections.abc import Callable

from stocktake.publish.measure_words import number_words
from stocktake.publish.site.languages import Language


def amount_in(language: Language) -> Callable[[float], str]:
    """How a number is printed in a language; the decimals are those of ``number_words``."""
    return lambda value: language.number(value, decimals_of(value))


def decimals_of(value: float) -> int:
    """How many decimals a person wants to see of a number."""
    return len(number_words(value, exact=True).partition(".")[2])
