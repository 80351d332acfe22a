"""Where a few ranges of a paragraph's words stand in the source text, told from where its words begin.

Gives the same places as ``locate.Passage``, which knows the place of every character and costs accordingly: this
serves where a long text is searched for many words and few are found. Knows nothing of what the words mean.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from stocktake.values.span import Span, join_adjacent

_WORD = re.compile(r"\S+")


class WordPlaces:
    """The words at some spans of a source text, ready to say where a range of them stands."""

    def __init__(self, source: str, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._pieces = [0]
        for start, end in spans:
            self._pieces.append(self._pieces[-1] + end - start)
        raw = "".join(source[start:end] for start, end in spans)
        self._raw: list[int] = []
        self._text: list[int] = []
        at = 0
        for word in _WORD.finditer(raw):
            self._raw.append(word.start())
            self._text.append(at)
            at += word.end() - word.start() + 1

    def locate(self, start: int, end: int) -> tuple[Span, ...]:
        """Where the words ``start`` to ``end`` of the text, one space between words, stand; no range is empty."""
        first, last = self._in_raw(start), self._in_raw(end - 1) + 1
        found = []
        for span, begin, stop in zip(self._spans, self._pieces, self._pieces[1:], strict=False):
            if begin < last and first < stop:
                found.append(Span(span.start + max(first - begin, 0), span.start + min(last, stop) - begin))
        return join_adjacent(found)

    def _in_raw(self, at: int) -> int:
        word = bisect_right(self._text, at) - 1
        return self._raw[word] + at - self._text[word]
