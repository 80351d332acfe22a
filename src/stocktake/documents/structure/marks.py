"""Note marks that lost their raised setting: plain digits in the text, raised again.

Knows how exports flatten marks: a number glued to a word or to its punctuation ("2003,2"), or set off by a space.
A number is a mark only if a note has it and the marks' first appearances come in order. Sources that keep
superscripts are left alone. Knows nothing of what a note says.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from stocktake.documents.sources.line import Line, Run
from stocktake.documents.structure.notes import NoteLines
from stocktake.documents.structure.words import mark_of

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
