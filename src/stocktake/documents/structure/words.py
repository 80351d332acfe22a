"""The words of a passage: its lines joined, note marks cut out and kept, with spans into the source text.

Knows how lines join: a hyphen or dash at the end of a line joins without a space ("follow-" + "up"), unless the
next word shows that it hangs ("short-" + "and long-term"); in a PDF a hyphen that only the typesetter put there
goes (the document writes the word without it elsewhere). Knows nothing of what the passage is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stocktake.documents.model import NoteMark
from stocktake.documents.sources.line import Line, Run
from stocktake.values.span import Span, join_adjacent, squeeze

_MARK = re.compile(r"\d{1,3}|[*†‡§]+|(?<![a-z])[a-z](?![a-z])")
_SUPERSCRIPT_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HANGING = re.compile(r"(?:and|or|to|und|as|nor)\b")
_LAST_WORD = re.compile(r"[^\W\d_]+-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with the marks between them and the places they stand at.

    Attributes:
        text: One space between words, no marks.
        marks: The note marks that stood between them.
        spans: Where the words stand in the source text.
        italics: The words printed in italics at the very start; empty where none.
    """

    text: str
    marks: tuple[NoteMark, ...]
    spans: tuple[Span, ...]
    italics: str


def mark_of(run: Run) -> tuple[str, ...]:
    """The note marks a raised run holds, in order (``1, 2`` holds two); empty for other raised words."""
    words = run.text.translate(_SUPERSCRIPT_DIGITS).strip(" ,;()[]")
    marks = re.split(r"[\s,]+", words)
    return tuple(marks) if words and all(_MARK.fullmatch(mark) for mark in marks) else ()


def passage(
    source_text: str, lines: Sequence[Line], skip: int = 0, vocabulary: frozenset[str] | None = None
) -> Passage:
    """The words of ``lines``, from the ``skip``-th character of the first on.

    Args:
        source_text: The text the offsets point into.
        lines: The lines of the passage, in order.
        skip: How many characters of the first line's words to leave out (a number, a mark).
        vocabulary: The words the document writes elsewhere, by which a typesetter's hyphen is told from a real
            one; None where the source has no such hyphens.
    """
    builder = _Builder(source_text, vocabulary)
    for position, line in enumerate(lines):
        runs = _after(line.runs, skip) if position == 0 else line.runs
        builder.add_line(line, runs)
    return builder.passage()


def _after(runs: Iterable[Run], skip: int) -> list[Run]:
    kept: list[Run] = []
    for run in runs:
        if skip >= len(run.text):
            skip -= len(run.text)
            continue
        kept.append(Run(run.start + skip, run.text[skip:], run.italic, run.bold, run.raised))
        skip = 0
    return kept


class _Builder:
    """Joins lines one by one; holds the spans so far and the words they give."""

    def __init__(self, source_text: str, vocabulary: frozenset[str] | None) -> None:
        self._source = source_text
        self._vocabulary = vocabulary
        self._spans: list[Span] = []
        self._words = ""
        self._marks: list[tuple[str, int]] = []
        self._italics: list[str] = []
        self._in_italics = True

    def add_line(self, line: Line, runs: Sequence[Run]) -> None:
        self._join(runs)
        for run in runs:
            marks = mark_of(run) if run.raised else ()
            if marks:
                self._marks += [(mark, len(squeeze(self._words))) for mark in marks]
                self._keep_space(run)
            else:
                self._add(Span(run.start, run.end))
                self._note_italics(run)
        self._end_line(line)

    def _add(self, span: Span) -> None:
        self._spans.append(span)
        self._words += self._source[span.start : span.end]

    def _keep_space(self, mark: Run) -> None:
        """Keep the white space that follows a mark inside its own run: the words around it need it."""
        spaces = len(mark.text) - len(mark.text.rstrip())
        if spaces:
            self._add(Span(mark.end - spaces, mark.end))

    def _note_italics(self, run: Run) -> None:
        self._in_italics = self._in_italics and (run.italic or not run.text.strip())
        if self._in_italics:
            self._italics.append(run.text)

    def _end_line(self, line: Line) -> None:
        if self._source[line.end : line.end + 1].isspace():
            self._add(Span(line.end, line.end + 1))

    def _join(self, runs: Sequence[Run]) -> None:
        """Take back the white space after a hyphen at the end of the line before, and a false hyphen with it."""
        before = self._words.rstrip()
        following = "".join(run.text for run in runs).lstrip()
        if before[-1:] not in ("-", "–") or before[-2:-1].isspace() or not following:
            return
        if _HANGING.match(following):
            return
        self._drop(len(self._words) - len(before))
        if before.endswith("-") and self._is_typesetters(before, following):
            self._drop(1)

    def _is_typesetters(self, before: str, following: str) -> bool:
        head, tail = _LAST_WORD.search(before), _FIRST_WORD.match(following)
        if self._vocabulary is None or head is None or tail is None:
            return False
        whole, parted = head.group()[:-1] + tail.group(), head.group() + tail.group()
        return whole.lower() in self._vocabulary and parted.lower() not in self._vocabulary

    def _drop(self, count: int) -> None:
        """Take the last ``count`` characters back."""
        self._words = self._words[: len(self._words) - count]
        while count and self._spans:
            start, end = self._spans.pop()
            taken = min(count, end - start)
            count -= taken
            if end - taken > start:
                self._spans.append(Span(start, end - taken))

    def passage(self) -> Passage:
        text = squeeze(self._words)
        marks = tuple(NoteMark(mark, min(at, len(text))) for mark, at in self._marks)
        return Passage(text, marks, self._trimmed(), squeeze("".join(self._italics)))

    def _trimmed(self) -> tuple[Span, ...]:
        """The spans without white space at either end of the passage."""
        self._drop(len(self._words) - len(self._words.rstrip()))
        spans = list(self._spans)
        while spans:
            start, end = spans[0]
            words = self._source[start:end]
            lead = len(words) - len(words.lstrip())
            if lead < end - start:
                spans[0] = Span(start + lead, end)
                break
            spans.pop(0)
        return join_adjacent(spans)
