"""Words that say that something is to be done again and again, and how often.

Knows the words of ``data/rhythms.yaml``. Does not know clauses, nor what is to be repeated.
"""

from dataclasses import dataclass
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records

Often = Literal["annual", "biennial", "triennial", "quadrennial", "quinquennial", "regular", "continuing", "none"]
RhythmRole = Literal["adverb", "adjective", "noun", "name"]


@dataclass(frozen=True, slots=True)
class RhythmWord:
    """A word or phrase, in lower case, and the part it plays.

    Attributes:
        word: The word or phrase.
        role: ``adverb`` says it by itself; ``adjective`` says it of a ``noun`` that can be handed in or held;
            ``name`` is a phrase in which an adjective belongs to a name.
        rhythm: How often; ``none`` for a noun or a name.
        source: Where the record comes from.
        confidence: How sure it is.
    """

    word: str
    role: RhythmRole
    source: str
    confidence: Confidence
    rhythm: Often = "none"


def rhythm_words(role: RhythmRole) -> tuple[RhythmWord, ...]:
    """The words that play this part, longest first, so that the longest is matched."""
    words = (each for each in load_records("rhythms", RhythmWord) if each.role == role)
    return tuple(sorted(words, key=lambda each: (-len(each.word), each.word)))
