"""What each line of a source is: heading, body, closing, vote, annex, note, furniture, or unexplained.

Knows the order of the steps that sort lines, and where the body begins and ends. How each kind of line is told is
for the modules of that kind.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from stocktake.documents.model import Coverage
from stocktake.documents.sources.line import Line, SourceText
from stocktake.documents.structure.body import Body, organ_of, read_body
from stocktake.documents.structure.closing import Closing, find_closing, opens_annex, opens_vote
from stocktake.documents.structure.furniture import find_furniture, is_page_number
from stocktake.documents.structure.heading import begins_heading, is_heading_line
from stocktake.documents.structure.marks import raise_marks
from stocktake.documents.structure.notes import NoteLines, find_notes
from stocktake.documents.structure.openings import part_label
from stocktake.documents.structure.words import mark_of
from stocktake.frameworks.verbs import leading_phrase
from stocktake.values.span import Span, squeeze

_TITLE_LINES = 5


class Part(StrEnum):
    """What a line was found to be."""

    PARAGRAPH = "paragraph"
    NOTE = "note"
    HEADING = "heading"
    FURNITURE = "furniture"
    UNEXPLAINED = "unexplained"


@dataclass(slots=True)
class Layout:
    """The lines of a source, sorted into what they are."""

    source: SourceText
    lines: tuple[Line, ...]
    parts: dict[int, Part]
    notes: tuple[NoteLines, ...]
    heading: list[Line]
    trailer: list[Line]
    furniture: list[Line]
    body: Body
    closing: Closing | None
    vote: list[Line]
    annexes: list[list[Line]]
    second: Line | None = None

    @property
    def heading_marks(self) -> frozenset[str]:
        """The marks outside paragraphs (in the heading, headings, the vote, annexes), which call notes too."""
        lines = [*self.heading, *self.vote, *self.body.organ_lines]
        for block in (*self.annexes, *(block for _, block in self.body.headings)):
            lines += block
        raised = frozenset(mark for line in lines for run in line.runs if run.raised for mark in mark_of(run))
        return raised | frozenset(mark for line in lines for mark in re.findall(r"\*+", line.text))


def lay_out(source: SourceText) -> Layout:
    """The lines of ``source``, each told what it is; those of a second text in the same file stay unexplained."""
    furniture = find_furniture(source.lines, wrapped=source.wrapped)
    until = _second_text(source.lines, furniture)
    if until == len(source.lines):
        return _sort(source, furniture)
    first = replace(source, lines=source.lines[:until])
    layout = _sort(first, frozenset(position for position in furniture if position < until))
    return replace(layout, lines=(*layout.lines, *source.lines[until:]), second=source.lines[until])


def _sort(source: SourceText, furniture: frozenset[int]) -> Layout:
    """The lines of a source that holds one text."""
    closing = find_closing(source.lines)
    notes = find_notes(source, furniture, closing.positions[-1] if closing else None)
    lines = raise_marks(source.lines, notes)
    source = replace(source, lines=lines)
    parts = dict.fromkeys(furniture, Part.FURNITURE)
    parts |= {position: Part.NOTE for note in notes for position in note.positions}
    parts |= dict.fromkeys(closing.earlier if closing else (), Part.HEADING)
    rest = [position for position in range(len(lines)) if position not in parts]
    start = _body_start(lines, rest)
    end = _body_end(lines, rest, start, closing)
    heading = rest[:start]
    body_lines = [lines[position] for position in rest[start:end]]
    body = read_body(source, body_lines) if body_lines else Body()
    vote, annexes, unexplained = _after_body(lines, rest[end:], closing)
    trailer = [position for position in unexplained if is_heading_line(lines[position])]
    parts |= dict.fromkeys(unexplained, Part.UNEXPLAINED)
    parts |= dict.fromkeys(trailer, Part.HEADING)
    parts |= {position: Part.FURNITURE for position in unexplained if is_page_number(lines[position])}
    parts |= dict.fromkeys(heading, Part.HEADING if body_lines else Part.UNEXPLAINED)
    parts |= _body_parts(body, rest[start:end], lines)
    parts |= dict.fromkeys(closing.positions if closing else (), Part.HEADING)
    parts |= dict.fromkeys(vote, Part.HEADING)
    parts |= {position: Part.PARAGRAPH for annex in annexes for position in annex}
    return Layout(
        source=source,
        lines=lines,
        parts=parts,
        notes=notes,
        heading=[lines[position] for position in heading],
        trailer=[lines[position] for position in trailer],
        furniture=[lines[position] for position in sorted(furniture)],
        body=body,
        closing=closing,
        vote=[lines[position] for position in vote],
        annexes=[[lines[position] for position in annex] for annex in annexes],
    )


def _second_text(lines: Sequence[Line], furniture: frozenset[int]) -> int:
    """Where a second text begins in the same file: at a heading between two organ lines; else the number of lines.

    The lettered resolutions of one text (A, B) have organ lines of their own, but no heading.
    """
    organs = [position for position, line in enumerate(lines) if organ_of(line)]
    if len(organs) < len(("first", "second")):
        return len(lines)
    headings = [
        position for position, line in enumerate(lines) if position not in furniture and begins_heading(line)
    ]
    first = next((organ for organ in organs if any(organ < heading for heading in headings)), len(lines))
    for heading in headings:
        if heading > first and any(organ > heading for organ in organs):
            return heading
    return len(lines)


def _body_start(lines: Sequence[Line], rest: Sequence[int]) -> int:
    """Where the body begins among ``rest``: at the organ line, or at the first preambular verb of an excerpt."""
    for place, position in enumerate(rest):
        organ = organ_of(lines[position])
        if organ is None:
            continue
        following = lines[position].text[organ[1] :].strip() or (
            squeeze(lines[rest[place + 1]].text) if place + 1 < len(rest) else ""
        )
        if _has_verb(following) or re.match(r"[A-Z1-9]\w*[.]?$|[IVX]+$", following):
            return _label_above(lines, rest, place)
    for place, position in enumerate(rest):
        words = squeeze(lines[position].text)
        if leading_phrase(words, "preambular") and (words.endswith(",") or lines[position].indent):
            return place
    return len(rest)


def _label_above(lines: Sequence[Line], rest: Sequence[int], place: int) -> int:
    """Where the label of the first part or of resolution A stands above the organ line, else ``place``.

    A label stands on the line above; that of a lettered resolution also above the title it has of its own.
    """
    for above in range(place - 1, max(0, place - _TITLE_LINES) - 1, -1):
        label = part_label(squeeze(lines[rest[above]].text))
        if label == "A" or (label and above == place - 1):
            return above
    return place


def _has_verb(words: str) -> bool:
    return bool(leading_phrase(words, "preambular") or leading_phrase(words, "operative"))


def _body_end(lines: Sequence[Line], rest: Sequence[int], start: int, closing: Closing | None) -> int:
    """Where the body ends among ``rest``."""
    for place in range(start + 1, len(rest)):
        position = rest[place]
        line = lines[position]
        if closing is not None and position == closing.positions[0]:
            return place
        if opens_annex(line) or opens_vote(line):
            return place
    return len(rest)


def _after_body(
    lines: Sequence[Line], rest: Sequence[int], closing: Closing | None
) -> tuple[list[int], list[list[int]], list[int]]:
    """The positions of the vote, of each annex, and of what nothing explains."""
    vote: list[int] = []
    annexes: list[list[int]] = []
    unexplained: list[int] = []
    in_vote = False
    for position in rest:
        line = lines[position]
        if closing is not None and position in closing.positions:
            continue
        if opens_annex(line):
            annexes.append([position])
            in_vote = False
        elif annexes:
            annexes[-1].append(position)
        elif in_vote or opens_vote(line):
            vote.append(position)
            in_vote = True
        else:
            unexplained.append(position)
    return vote, annexes, unexplained


def _body_parts(body: Body, positions: Iterable[int], lines: Sequence[Line]) -> dict[int, Part]:
    where = {id(lines[position]): position for position in positions}
    parts: dict[int, Part] = {}
    for line in body.organ_lines:
        parts[where[id(line)]] = Part.HEADING
    for _, block in body.headings:
        parts |= {where[id(line)]: Part.HEADING for line in block}
    for draft in body.paragraphs:
        parts |= {where[id(line)]: Part.PARAGRAPH for line in draft.lines}
    return parts


def coverage_of(layout: Layout) -> Coverage:
    """Every character goes with the line it stands in, white space with the line before it."""
    counts: Counter[Part] = Counter()
    unexplained: list[Span] = []
    lines = layout.lines
    for position, line in enumerate(lines):
        start = line.start if position else 0
        end = lines[position + 1].start if position + 1 < len(lines) else len(layout.source.text)
        part = layout.parts.get(position, Part.UNEXPLAINED)
        counts[part] += end - start
        if part is Part.UNEXPLAINED:
            unexplained.append(Span(start, end))
    return Coverage(
        characters=len(layout.source.text),
        paragraphs=counts[Part.PARAGRAPH],
        notes=counts[Part.NOTE],
        heading=counts[Part.HEADING],
        furniture=counts[Part.FURNITURE] + (0 if lines else len(layout.source.text)),
        unexplained=tuple(unexplained),
    )
