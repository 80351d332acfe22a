"""Words by which a text tells of an event, by the part they play.

Knows the words. Does not know how they are put together: that is for whoever reads a paragraph.
"""

from dataclasses import dataclass
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records

Role = Literal["event", "activity", "happening", "theme", "host", "virtual"]


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word or phrase, in lower case unless it is a name, and the part it plays."""

    word: str
    role: Role
    source: str
    confidence: Confidence


def event_words(role: Role) -> tuple[str, ...]:
    """The words that play this part, longest first, so that the longest is matched."""
    words = (each.word for each in load_records("event_words", EventWord) if each.role == role)
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
