"""Words that are printed about a text and not in it, by which the parts of a document are told.

Knows ``data/layout_words.yaml``. Does not know where on a page they stand.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records

Role = Literal["distribution", "main committee", "numbered heading", "annex"]


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """Words of one role, as printed."""

    role: Role
    words: tuple[str, ...]
    source: str
    confidence: Confidence


@cache
def any_layout_word(role: Role) -> str:
    """A regular expression, in a group of its own, for any word of one role."""
    records = load_records("layout_words", LayoutWords)
    return f"(?:{'|'.join(re.escape(word) for each in records if each.role == role for word in each.words)})"
