"""Spans: where words stand in a source text, and how the words are read back from there.

A span is a half-open range of characters. A passage that is interrupted (by a page break, a note, a note mark)
has several spans, in order; joined without anything between them, and with each run of white space made one
space, they give its words. That is the rule the whole program is held to.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters, ``start`` to ``end``."""

    start: int
    end: int


def squeeze(words: str) -> str:
    """The words with one space between them and none at the ends."""
    return " ".join(words.split())


def words_at(source: str, spans: Iterable[Span]) -> str:
    """The words that stand in ``source`` at ``spans``, with one space between words."""
    return squeeze("".join(source[start:end] for start, end in spans))


def join_adjacent(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same characters in the fewest spans: ranges that touch are made one. Order is kept."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        elif span.start < span.end:
            joined.append(span)
    return tuple(joined)
