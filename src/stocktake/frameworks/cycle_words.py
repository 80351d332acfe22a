"""The words by which texts say what became of requests and bodies: receiving, what is handed in, setting up.

Knows ``data/cycle_words.yaml``. Does not know texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records

Role = Literal["receives", "delivered", "establishes", "composes", "body"]


@dataclass(frozen=True, slots=True)
class CycleWords:
    """Words of one role; ``kind`` is what deliverables of these words are called, None for other roles."""

    role: Role
    words: tuple[str, ...]
    source: str
    confidence: Confidence
    kind: str | None = None


@cache
def words_of(role: Role) -> tuple[str, ...]:
    """The words of one role, the longest first."""
    words = {word for each in _all() if each.role == role for word in each.words}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def delivered_kinds() -> Mapping[str, str]:
    """The kind of deliverable that each noun stands for."""
    return {word: each.kind for each in _all() if each.kind for word in each.words}


def _all() -> tuple[CycleWords, ...]:
    return load_records("cycle_words", CycleWords)
