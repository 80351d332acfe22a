"""From a range of a passage's words back to the spans in the source text where they stand.

Knows the one rule of spans (``values.span``): joined without anything between them and with each run of white
space made one space, they give the words. Does not know what the words mean.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stocktake.documents.model import Document
from stocktake.values.span import Span, join_adjacent

_RUNS = re.compile(r"\S+(?: \S+)*|\s+")
"""Words with one space between them, or a run of white space."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words at some spans of a source text, each with the place where it stands.

    Attributes:
        text: The words, one space between them.
        offsets: For each character of ``text``, where it stands in the source.
        piece: For each character of ``text``, the number of the span it stands in.
    """

    text: str
    offsets: tuple[int, ...]
    pieces: tuple[int, ...]

    @classmethod
    def of(cls, source: str, spans: Sequence[Span]) -> "Passage":
        """The passage that stands in ``source`` at ``spans``; its text equals ``words_at(source, spans)``."""
        words: list[str] = []
        offsets: list[int] = []
        pieces: list[int] = []
        for piece, span in enumerate(spans):
            for run in _RUNS.finditer(source, span.start, span.end):
                start, end = run.span()
                if not source[start].isspace():
                    words.append(run[0])
                elif words and words[-1] != " ":
                    words.append(" ")
                    end = start + 1
                else:
                    continue
                offsets.extend(range(start, end))
                pieces.extend([piece] * (end - start))
        left = len(offsets) - (words[-1:] == [" "])
        return cls("".join(words)[:left], tuple(offsets[:left]), tuple(pieces[:left]))

    def locate(self, start: int, end: int) -> tuple[Span, ...]:
        """Where the words ``text[start:end]`` stand: one span, or one per piece of an interrupted passage."""
        spans: list[Span] = []
        at, end = start, min(end, len(self.offsets))
        while at < end:
            after = bisect_right(self.pieces, self.pieces[at], at, end)
            spans.append(Span(self.offsets[at], self.offsets[after - 1] + 1))
            at = after
        return join_adjacent(spans)


def paragraph_passages(document: Document) -> Iterator[tuple[str, Passage]]:
    """Each paragraph's id and words, in order."""
    for paragraph in document.paragraphs:
        yield paragraph.id, Passage.of(document.source_text, paragraph.spans)


def passages(document: Document) -> Iterator[tuple[str, Passage]]:
    """Each place of a document that can cite, and its words: paragraphs, notes, annexes, in this order.

    A paragraph's place is its id, a note's ``note 3``, an annex's ``annex``, or ``annex 2`` among several.
    """
    yield from paragraph_passages(document)
    for note in document.notes:
        yield f"note {note.mark}", Passage.of(document.source_text, note.spans)
    for number, annex in enumerate(document.annexes, 1):
        place = "annex" if len(document.annexes) == 1 else f"annex {number}"
        yield place, Passage.of(document.source_text, annex.spans)
