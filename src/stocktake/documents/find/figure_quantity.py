"""A quantity in a passage, and the number that digits or words are.

Knows the number words of the frameworks. Does not know in which forms quantities are printed (``figure_forms``).
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stocktake.frameworks.figure_words import Sense, words_by_form

Form = Literal["per cent", "money", "measured", "rate", "count", "part", "ratio", "multiple", "share", "score"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity within a passage.

    Attributes:
        start: Where its words begin; the comparator stands before.
        end: Where they end.
        value: The number in ``unit``; the lower one of a range; None for a share without a number.
        unit: ``per cent``, ``share``, ``US dollars``, ``persons``, ``number``, ``times``, ``hectares`` ... .
        form: The form it is printed in.
        upper: The higher number of a range.
        comparator: The comparator's name in the frameworks.
        sense: On which side of the number the world is.
        is_change: Its own words say by how much something changed.
        is_linked: It carries on the quantity before it: "from 57 to 27 per cent", "143 wounded".
        lead: Where its comparator begins.
        noun: The noun that it ends with: ``people`` of "2.6 billion people"; empty for none.
    """

    start: int
    end: int
    value: float | None
    unit: str
    form: Form
    upper: float | None = None
    comparator: str | None = None
    sense: Sense | None = None
    is_change: bool = False
    is_linked: bool = False
    lead: int = -1
    noun: str = ""


DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""A number in digits, with a comma before every three of them."""
BELOW_ZERO = r"(?<![^\s(])(?:[-−]|minus\s)(?=\d)"
"""What stands before digits that are below zero; a dash between two numbers is none."""


@cache
def word_number() -> str:
    """A pattern for a number in words below a hundred: ``seven``, ``twenty-five``."""
    words = sorted(words_by_form("number"), key=lambda word: (-len(word), word))
    tens = "|".join(word for word in words if word.endswith("ty"))
    rest = "|".join(words)
    return rf"(?:(?:{tens})-(?:{rest})|(?:{rest}))"


def number_of(words: str) -> float:
    """The number that digits, with or without a sign before them, or words are."""
    below = re.match(BELOW_ZERO, words)
    if below:
        return -number_of(words[below.end() :])
    if words[0].isdigit():
        return float(words.replace(",", ""))
    return float(sum(words_by_form("number")[word].value or 0 for word in words.split("-")))


def factor_of(scale: str | None) -> float:
    """What a number is multiplied with: a million for ``million``, one without a scale."""
    return float(words_by_form("scale")[scale].value or 1) if scale else 1.0
