"""Numbers of statistics as a page prints them: in its language, with as many decimals as a person wants to see."""

from typing import Protocol

from stocktake.publish.measure_words import number_words
from stocktake.publish.site.languages import Language


class Amounts(Protocol):
    """Whatever prints the numbers of a page."""

    def __call__(self, value: float, unit: str | None, /) -> str:
        """The number as printed; its unit, which is not, says how many decimals it has."""
        ...


def amount_in(language: Language) -> Amounts:
    """How a number is printed in a language; the decimals are those of ``number_words``."""
    return lambda value, unit: language.number(value, decimals_of(value, unit))


def decimals_of(value: float, unit: str | None) -> int:
    """How many decimals a person wants to see of a number in a unit."""
    return len(number_words(value, exact=True, unit=unit).partition(".")[2])
