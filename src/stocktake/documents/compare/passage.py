"""What a comparison looks at in a paragraph: its letters and digits, its words, its notes, its part.

Knows how words are folded and how much a word says about a paragraph. Knows nothing of pairs.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

from stocktake.documents.model import Document, Paragraph

Part = Literal["preamble", "operative"]

_WORD = re.compile(r"\w+(?:[/.'-]\w+)*")
_NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "\u2010": "-", "\u2011": "-", "\u00ad": ""})


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as a comparison sees it.

    Attributes:
        id: The paragraph's id in its document.
        text: The paragraph's words as printed.
        verb: The leading verb phrase; empty where there is none.
        key: Its letters and digits in order: equal keys make two paragraphs identical.
        words: Its words, folded.
        notes: The letters and digits of each of its notes, in order of their marks.
        cited: The numbers of documents its text prints: words with a digit and a stroke, ``56/183``.
        cited_in_notes: The same for its notes.
        part: Preamble or operative part; an item belongs where its chapeau stands.
    """

    id: str
    text: str
    verb: str
    key: str
    words: tuple[str, ...]
    notes: tuple[str, ...]
    cited: frozenset[str]
    cited_in_notes: frozenset[str]
    part: Part


def letters_and_digits(text: str) -> str:
    """The letters and digits of ``text`` in order, without case, punctuation, typography and spaces."""
    return _NOT_LETTER_OR_DIGIT.sub("", unicodedata.normalize("NFKC", text).casefold())


def folded_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` without case and typography; ``56/183`` and ``co-operation`` are one word each."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY)).casefold()))


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Every paragraph of ``document`` as a passage, in order."""
    by_place = {(note.mark, place): note.text for note in document.notes for place in note.paragraphs}
    by_mark = {note.mark: note.text for note in document.notes}
    passages: list[Passage] = []
    part: Part = "preamble"
    for paragraph in document.paragraphs:
        if paragraph.kind != "item":
            part = "preamble" if paragraph.kind == "preambular" else "operative"
        texts = [
            by_place.get((mark, paragraph.id), by_mark.get(mark, f"no note {mark}")) for mark in paragraph.notes
        ]
        passages.append(_passage(paragraph, texts, part))
    return tuple(passages)


def _passage(paragraph: Paragraph, notes: Sequence[str], part: Part) -> Passage:
    words = folded_words(paragraph.text)
    return Passage(
        id=paragraph.id,
        text=paragraph.text,
        verb=paragraph.verb,
        key=letters_and_digits(paragraph.text),
        words=words,
        notes=tuple(letters_and_digits(note) for note in notes),
        cited=_document_numbers(words),
        cited_in_notes=_document_numbers(word for note in notes for word in folded_words(note)),
        part=part,
    )


def _document_numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if "/" in word and any(sign.isdigit() for sign in word))


def word_weights(passages: Sequence[Passage]) -> dict[str, float]:
    """How much each word says: 1 for a word of every passage, more the fewer passages hold it."""
    held = Counter(word for passage in passages for word in set(passage.words))
    return {word: 1 + log(len(passages) / min(count, len(passages))) for word, count in held.items()}


def weigh(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """The weights of ``words`` added up, repetitions counted."""
    return sum(weights[word] for word in words)
