"""The dimensions by which people are told apart, with the words that results have for their codes.

Knows the columns of an observation that say whom it is about. Codes of a breakdown and of an age stay as they are.
"""

from collections.abc import Mapping
from typing import Any, Literal

from stocktake.statistics.model import TOTAL

By = Literal["sex", "location", "age"]
SPLITS: tuple[By, ...] = ("sex", "location", "age")
"""The dimensions by which values may be split."""

DIMENSIONS = (*SPLITS, "breakdown")
IDENTITY = ("area", *DIMENSIONS)
"""The columns that together name whom a value is about."""

CODES = {"female": "F", "male": "M", "urban": "U", "rural": "R"}
"""The codes of sex and location in the observations, by the words that results have for them."""
_WORDS = {code: word for word, code in CODES.items()}


def word_of(code: str) -> str | None:
    """The word for a code of any dimension; None for the total, the code itself where there is no word."""
    return None if code == TOTAL else _WORDS.get(code, code)


def code_of(word: str | None) -> str:
    """The code for a word, for a code itself, or for None, which is the total."""
    return TOTAL if word is None else CODES.get(word, word)


def labels(row: Mapping[str, Any]) -> dict[str, Any]:
    """Sex, location, age and breakdown of a row in words; None for a total and for what the row does not say."""
    return {name: word_of(row.get(name, TOTAL)) for name in DIMENSIONS}
