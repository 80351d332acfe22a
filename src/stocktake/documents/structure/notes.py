"""Notes: which lines are notes, what their marks are, and marks that lost their raised setting.

Knows the three ways in which notes come: marked by the format (DOCX, HTML); under a rule at the foot of a page or
begun by a raised mark (PDF, Markdown); as a numbered list after a rule or after the closing line, with the marks
in the text flattened to plain digits glued to a word (exports of older texts). Knows nothing of what a note says.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from stocktake.documents.sources.layout import body_size
from stocktake.documents.sources.line import Line, Run, SourceText, Zone
from stocktake.documents.structure.words import mark_of

_RULE = re.compile(r"\s*_{5,}\s*")
# Notes of UN documents are set in 8.5 points under a body of 10.
_NOTE_SIZE = 0.92
_PLAIN_MARK = re.compile(r"\s*(\d{1,3}|\*{1,3})(?:\s+(?=\S)|\s*$)")
_BARE_MARK = re.compile(r"\s*(?:\d{1,3}|\*{1,3})\s*")
_NOTE_ENDS = re.compile(r"(?<!\bNo)(?<!\bpara)(?<!\bparas)(?<!\bvol)(?<!\bchap)(?<!\bsect)[.”)]\s*$")
_GLUED_MARK = re.compile(
    r"(?<=[a-z”’)\"'])(\d{1,3})(?![\w/%-])|(?<=[;,])(\d{1,3})(?![\w/%,-]|\.\d)|(?<=[a-z)”]\.)(\d{1,3})(?!\w)"
)
# A mark that an export set off by a space: after punctuation, or after a word if a joining word follows, for
# quantities have a noun after them; or glued to a year.
_SPACED_MARK = re.compile(
    r"(?<=[,;.”)’]) (\d{1,3})(?=\s+(?!(?:from|of|per|to|[mbtr]+illion)\b)[a-z“(]|\s*$)"
    r"|(?<=[a-z\d]) (\d{1,3})(?=\s+(?:and|are|as|at|by|for|in|is|on|that|the|was|were|which|with)\b|\s*$)"
    r"|(?<=\D(?:19|20)\d\d)(\d{1,2})(?!\w)"
)
_STOPS = tuple(",;.”)’")
_TAKES_NUMBER = re.compile(
    r"\b(?:\w{1,3}|about|between|from|over|than|until|with"
    r"|articles?|chapters?|phases?|[a-z]*graphs?|resolutions?|rules?|sections?) \d+$"
)


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
        if plain is None or not (self._under_rule or self._after_closing or small):
            return None
        starred = (self._under_rule or small) and plain[1].startswith("*")
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


def raise_marks(lines: Sequence[Line], notes: Sequence[NoteLines]) -> tuple[Line, ...]:
    """The same lines with flattened note marks raised again.

    Where a source keeps no superscripts, a mark is a number glued to a word or to its punctuation. It is taken for
    one only if a note has that number and the marks' first appearances come in order: 1, 2, 3 ...
    Sources that keep superscripts are returned unchanged.
    """
    numbers = {note.mark for note in notes}
    of_notes = {position for note in notes for position in note.positions}
    body = [line for position, line in enumerate(lines) if position not in of_notes]
    if not numbers or any(mark_of(run) for line in body for run in line.runs if run.raised):
        return tuple(lines)
    highest = 0
    raised: list[Line] = []
    below = _notes_below(notes)
    for position, line in enumerate(lines):
        if position in of_notes:
            raised.append(line)
            continue
        runs: list[Run] = []
        for run in line.runs:
            parts, highest = _raise_in(run, numbers, highest, below(position))
            runs += parts
        raised.append(replace(line, runs=tuple(runs)))
    return tuple(raised)


def _notes_below(notes: Sequence[NoteLines]) -> Callable[[int], frozenset[str]]:
    """For a position, the marks of the block of notes that comes next: those of the page it stands on."""
    blocks: list[tuple[int, set[str], int]] = []
    for note in notes:
        if blocks and note.positions[0] == blocks[-1][2] + 1:
            blocks[-1] = (blocks[-1][0], blocks[-1][1] | {note.mark}, note.positions[-1])
        else:
            blocks.append((note.positions[0], {note.mark}, note.positions[-1]))
    return lambda position: next((frozenset(marks) for start, marks, _ in blocks if start > position), frozenset())


def _raise_in(run: Run, numbers: set[str], highest: int, below: frozenset[str]) -> tuple[list[Run], int]:
    parts: list[Run] = []
    place = 0
    for start, end, spaced in _loose_marks(run.text):
        mark = run.text[start:end]
        if mark not in numbers or (int(mark) > highest + 1 and not spaced):
            continue
        if spaced and not _is_called(int(mark), highest, below, certain=run.text[start - 2 : start - 1] in _STOPS):
            continue
        highest = max(highest, int(mark))
        parts.append(_part(run, place, start, raised=False))
        parts.append(_part(run, start, end, raised=True))
        place = end
    parts.append(_part(run, place, len(run.text), raised=False))
    return [part for part in parts if part.text], highest


def _is_called(mark: int, highest: int, below: frozenset[str], *, certain: bool) -> bool:
    """Whether a mark set off by a space calls a note of its page: the next one, or a later one after a stop."""
    numbers = sorted(int(each) for each in below if each.isdigit())
    if mark not in numbers or mark <= highest:
        return False
    return certain or mark in (highest + 1, numbers[0])


def _loose_marks(words: str) -> list[tuple[int, int, bool]]:
    """Where numbers stand that may be marks, in order, and whether a space sets them off."""
    glued = [(*match.span(), False) for match in _GLUED_MARK.finditer(words)]
    spaced = [
        (*match.span(match.lastindex or 0), True)
        for match in _SPACED_MARK.finditer(words)
        if not _TAKES_NUMBER.search(words, 0, match.end())
    ]
    return sorted(glued + spaced)


def _part(run: Run, start: int, end: int, *, raised: bool) -> Run:
    return Run(run.start + start, run.text[start:end], run.italic, run.bold, run.raised or raised)
