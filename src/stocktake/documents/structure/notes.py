"""Notes: which lines are notes, and what their marks are.

Knows the three ways in which notes come: marked by the format (DOCX, HTML); under a rule at the foot of a page or
begun by a raised mark (PDF, Markdown); as a numbered list after a rule or after the closing line (exports of older
texts). Knows nothing of what a note says, nor of the marks in the text (``marks.py``).
"""

import re
from dataclasses import dataclass, replace

from stocktake.documents.sources.layout import body_size
from stocktake.documents.sources.line import Line, SourceText, Zone
from stocktake.documents.structure.words import mark_of

_RULE = re.compile(r"\s*_{5,}\s*")
# Notes of UN documents are set in 8.5 points under a body of 10.
_NOTE_SIZE = 0.92
_PLAIN_MARK = re.compile(r"\s*(\d{1,3}|\*{1,3})(?:\s+(?=\S)|\s*$)")
_GLUED_STARS = re.compile(r"(?<=[\w:,.)])\*{1,3}(?=[\s,;:.]|$)")
_BARE_MARK = re.compile(r"\s*(?:\d{1,3}|\*{1,3})\s*")
_NOTE_ENDS = re.compile(r"(?<!\bNo)(?<!\bpara)(?<!\bparas)(?<!\bvol)(?<!\bchap)(?<!\bsect)[.”)]\s*$")


@dataclass(frozen=True, slots=True)
class NoteLines:
    """The lines of one note.

    Attributes:
        mark: As printed, superscripts made digits.
        positions: The positions of its lines.
        skip: How many characters of the first line's words are the mark and what parts it from the words.
    """

    mark: str
    positions: tuple[int, ...]
    skip: int


def find_notes(source: SourceText, furniture: frozenset[int], closing: int | None) -> tuple[NoteLines, ...]:
    """The notes of the source, in the order of their lines.

    Args:
        source: The source.
        furniture: Positions of furniture lines; a rule among them opens a block of notes.
        closing: Position of the closing line, after which a numbered list is notes; None where there is none.
    """
    notes: list[NoteLines] = []
    numbered = 0
    zone = _Zone(source)
    for position, line in enumerate(source.lines):
        zone.enter(line, after_closing=closing is not None and position > closing)
        if position in furniture:
            continue
        opened = zone.opening(line, expected=numbered + 1)
        if opened is not None:
            notes.append(NoteLines(opened[0], (position,), opened[1]))
            numbered += opened[0].isdigit()
        elif notes and zone.carries_on(line, source.lines[notes[-1].positions[-1]]):
            notes[-1] = replace(notes[-1], positions=(*notes[-1].positions, position))
        else:
            zone.leave()
    return tuple(notes)


class _Zone:
    """Where we are among the lines: in a block of notes or not, and how such a block opens in this source."""

    def __init__(self, source: SourceText) -> None:
        self._paged = source.format == "pdf"
        self._wrapped = source.wrapped
        self._raised = any(_raised_opening(line) for line in source.lines)
        self._body_size = body_size(source.lines)
        # Stars glued to words call notes; where exports lost the rule, those notes are told by their stars.
        self._called = frozenset(mark for line in source.lines for mark in _GLUED_STARS.findall(line.text))
        self._page = 0
        self._under_rule = False
        self._in_note = False
        self._after_closing = False

    def enter(self, line: Line, *, after_closing: bool) -> None:
        """Take notice of a line before it is judged: a new page ends a block, a rule opens one."""
        if line.page != self._page:
            self._page, self._under_rule, self._in_note = line.page, False, False
        if _RULE.fullmatch(line.text):
            self._under_rule = True
        self._after_closing = after_closing

    def leave(self) -> None:
        """The line just judged is no note: outside a page's foot the block is over."""
        self._in_note = False
        if not self._paged:
            self._under_rule = False

    def opening(self, line: Line, expected: int) -> tuple[str, int] | None:
        """The mark that opens a note on this line and how many characters it takes, or None."""
        raised = _raised_opening(line)
        if raised is not None and (not self._paged or self._under_rule or self._is_small(line)):
            self._in_note = True
            return raised
        plain = _PLAIN_MARK.match(line.text)
        small = self._paged and self._is_small(line)
        called = not self._paged and plain is not None and plain[1] in self._called
        if plain is None or not (self._under_rule or self._after_closing or small or called):
            return None
        starred = (self._under_rule or small or called) and plain[1].startswith("*")
        if not starred and (self._raised or plain[1] != str(expected)):
            return None
        self._in_note = True
        return plain[1], plain.end()

    def carries_on(self, line: Line, last: Line) -> bool:
        """Whether a line without a mark belongs to the note before it."""
        if line.zone is Zone.NOTE:
            return True
        if self._paged:
            return self._under_rule or (self._in_note and self._is_small(line))
        if not self._in_note or not self._wrapped:
            return False
        if _BARE_MARK.fullmatch(last.text):
            return True
        return not line.gap and not _NOTE_ENDS.search(last.text)

    def _is_small(self, line: Line) -> bool:
        return line.place is not None and line.place.size < _NOTE_SIZE * self._body_size


def _raised_opening(line: Line) -> tuple[str, int] | None:
    skip = 0
    for run in line.runs:
        if not run.text.strip():
            skip += len(run.text)
            continue
        marks = mark_of(run) if run.raised else ()
        if len(marks) != 1:
            return None
        return marks[0], skip + len(run.text)
    return None
