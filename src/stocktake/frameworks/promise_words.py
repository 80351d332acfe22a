"""The words by which a date is told to be that of something wanted.

Knows ``data/promise_words.yaml``. Does not know which promises there are (``targets``), nor whether one was kept.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records

Role = Literal["date", "wish", "reach", "process", "over"]


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """Words that play one part; the file explains each."""

    role: Role
    words: tuple[str, ...]
    source: str
    confidence: Confidence


@cache
def promise_words(role: Role) -> tuple[str, ...]:
    """The words of one part, the longest first."""
    found = {
        word for each in load_records("promise_words", PromiseWords) if each.role == role for word in each.words
    }
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
