"""Words that point to a place inside a document: paragraph, chapter, annex, and how the UN abbreviates them.

Knows the words and their abbreviations. Does not know which document is pointed into.
"""

from dataclasses import dataclass

from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A word of a pinpoint.

    Attributes:
        word: In full, one: ``paragraph``.
        plural: In full, several.
        short: Abbreviated, one: ``para.``; the same as ``word`` where it is never abbreviated.
        short_plural: Abbreviated, several.
        source: Where the record comes from.
        confidence: How sure it is.
        alone: It may stand without a number.
        inside: It points to a resolution or decision printed inside a document.
    """

    word: str
    plural: str
    short: str
    short_plural: str
    source: str
    confidence: Confidence
    alone: bool = False
    inside: bool = False


def load_pinpoints() -> tuple[Pinpoint, ...]:
    """All words of pinpoints."""
    return load_records("pinpoints", Pinpoint)
