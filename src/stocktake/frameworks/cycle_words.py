"""The words by which texts say what became of requests and bodies: receiving, what is handed in, setting up.

Knows ``data/cycle_words.yaml``. Does not know texts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records

Role = Literal["receives", "delivered", "makes", "ends", "establishes", "composes", "event", "body"]


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


def object_of(action: str) -> str | None:
    """The noun for what can be handed in that ``action`` is about: "to finalize the modalities"; None for others.

    Only the object of the first verb counts, where that verb hands something in: what stands further on is what it
    is about, and who is to implement recommendations hands in none.
    """
    found = _acting_on().match(action)
    return found["noun"].casefold() if found else None


@cache
def _acting_on() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, words_of("delivered")))
    verbs = "|".join(map(re.escape, words_of("makes")))
    modifier = r"(?!(?:of|for|on|by|to|in|that|which|with|and)\b)[\w’'-]+\s"
    return re.compile(
        rf"to\s(?:{verbs})\s(?:the\s|its\s|an?\s)(?:{modifier}){{0,2}}(?P<noun>{nouns})(?![\w-])", re.IGNORECASE
    )


def _all() -> tuple[CycleWords, ...]:
    return load_records("cycle_words", CycleWords)
