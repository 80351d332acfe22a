"""Spaces that a PDF does not hold: which of those made up from gaps part two words, and which stand inside one.

A PDF places letters; where two of them stand apart, pdfium makes up a space. Word sets runs of letters with small
gaps between them ("divid" + "e"), so some made-up spaces stand in mid-word. A gap that is much narrower than the
font's own space is doubtful, and the document's own words decide: "divid e" is joined, since it writes "divide"
elsewhere or never writes "divid"; "Recognizing further" is not. Knows nothing of pages.
"""

import re
from collections.abc import Iterable

# The place of a doubtful space, from the private use area: no text holds it.
DOUBTFUL = "\ue000"
# A word space is a quarter of the type size; justified lines shrink it to a fifth. Gaps inside words stay below a
# sixth, measured on 53 official files, where they were between 0.03 and 0.15.
NARROW = 0.17

_WHOLE_WORDS = re.compile(rf"(?<![{DOUBTFUL}\w])[^\W\d_]+(?![{DOUBTFUL}\w])")
_PLACE = re.compile(rf"(?P<left>[^\W\d_]*){DOUBTFUL}(?=(?P<right>[^\W\d_]*))")
_OPENING = ("(", "[", "“", "‘")
_CLOSING = (",", ";", ":", ".", ")", "]", "”", "’", "%", "-", "–", "/")
_ONE_LETTER_WORDS = frozenset({"a", "i", "o"})


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words, in lower case, that no doubtful space touches: those the document certainly writes."""
    words = {word.lower() for text in texts for word in _WHOLE_WORDS.findall(text)}
    return frozenset(word for word in words if len(word) > 1 or word in _ONE_LETTER_WORDS)


def settle(text: str, vocabulary: frozenset[str]) -> str:
    """The text with each doubtful space made a space or nothing."""

    def decide(found: re.Match[str]) -> str:
        left, right = found["left"], found["right"]
        if left and right:
            joins = _is_one_word(left, right, vocabulary)
        else:
            joins = text[found.end() :].startswith(_CLOSING) or text[: found.end("left")].endswith(_OPENING)
        return left if joins else f"{left} "

    while DOUBTFUL in text:
        text = _PLACE.sub(decide, text, count=1)
    return text


def _is_one_word(left: str, right: str, vocabulary: frozenset[str]) -> bool:
    if (left + right).lower() in vocabulary:
        return True
    return left.lower() not in vocabulary or right.lower() not in vocabulary
