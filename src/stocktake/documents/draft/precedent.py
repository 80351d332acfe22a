"""Precedent: what the text before the base said at the same place, as evidence that a word follows the cycle.

Knows how to find the same words around a number in the predecessor. A number that was one lower there, between the
same words, is moved on every time; that is no guess, and the place in the predecessor is the datum.
"""

import re
from functools import cached_property
from typing import NamedTuple

from stocktake.documents.draft.situation import Situation, same_words

# Words that must agree on either side; fewer at the edge of a paragraph.
_BEFORE = 4
_AFTER = 3
_LEAST = 3


class Precedent(NamedTuple):
    """A place of the predecessor with the earlier number: its symbol, the paragraph, the words."""

    symbol: str
    paragraph: str
    words: str


class Precedents:
    """Looks places of the base up in its predecessor."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation

    @cached_property
    def _earlier(self) -> tuple[tuple[str, str], ...]:
        text = self._situation.predecessor_text
        return tuple((each.id, f" {same_words(each.text)} ") for each in text.paragraphs) if text else ()

    def find(self, text: str, start: int, end: int, earlier: str) -> Precedent | None:
        """The paragraph of the predecessor that has ``earlier`` where ``text`` has its words from start to end."""
        before = same_words(text[:start]).split()[-_BEFORE:]
        after = same_words(text[end:]).split()[:_AFTER]
        if len(before) + len(after) < _LEAST:
            return None
        words = same_words(earlier)
        # Numbers near the place may have moved on as well.
        pattern = " ".join([*map(_loose, before), re.escape(words), *map(_loose, after)])
        symbol = self._situation.predecessor_text.data.symbol if self._situation.predecessor_text else None
        found = (name for name, said in self._earlier if re.search(rf" {pattern} ", said))
        name = next(found, None)
        return Precedent(symbol or "", name, earlier) if name else None


def _loose(word: str) -> str:
    return r"\w+" if any(sign.isdigit() for sign in word) else re.escape(word)
