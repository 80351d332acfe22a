"""What follows the last paragraph: the closing line, the vote, the annexes.

Knows the forms in which UN organs close a text (``64th plenary meeting``, ``57th meeting``, with the date below)
and record votes. Knows nothing of paragraphs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from stocktake.documents.model import Votes
from stocktake.documents.sources.line import Line
from stocktake.frameworks.layout_words import any_layout_word
from stocktake.values.partial_date import parse_date
from stocktake.values.span import squeeze

_MEETING = re.compile(
    r"(?P<number>(?:Resumed )?\d{1,5}(?:st|nd|rd|th)(?: \(resumed\)| \(closing\))?) (?:plenary )?meeting"
    r"(?: \((?:resumed|closing)\))?[,.]?"
)
_VOTE = re.compile(
    r"recorded vote of (?P<favour>\d+|none) (?:votes )?to (?P<against>\d+|none)"
    r"(?:,? (?:with|and) (?P<abstaining>\d+|no) abstentions?)?",
    re.IGNORECASE,
)
_VOTE_OPENS = re.compile(
    r"[\[(]?(?:Adopted|ADOPTED) (?:by|without|unanimously|as a whole)|\[?(?:In favour|Against|Abstaining):"
)
_REACH = 6


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing line and what belongs to it.

    Attributes:
        plenary: The meeting, as printed: ``69th (resumed)``.
        date: The ISO date below it; None where there is none.
        positions: The positions of its lines.
        earlier: The positions of the closing lines before it, where each of several resolutions (A, B) has one.
    """

    plenary: str
    date: str | None
    positions: tuple[int, ...]
    earlier: tuple[int, ...] = ()


def find_closing(lines: Sequence[Line]) -> Closing | None:
    """The last closing line of the text with the date below it; None where there is none, as in drafts."""
    found = [
        _closing(lines, position, meeting["number"])
        for position, line in enumerate(lines)
        if (meeting := _MEETING.fullmatch(squeeze(line.text))) is not None
    ]
    if not found:
        return None
    earlier = tuple(position for closing in found[:-1] for position in closing.positions)
    return replace(found[-1], earlier=earlier)


def _closing(lines: Sequence[Line], position: int, plenary: str) -> Closing:
    for below in range(position + 1, min(position + 3, len(lines))):
        date = parse_date(_spaced(lines[below].text))
        if date is not None:
            return Closing(plenary, str(date), (position, below))
    return Closing(plenary, None, (position,))


def _spaced(words: str) -> str:
    """A date with the space that print sometimes loses between month and year."""
    return re.sub(r"(?<=[a-z])(?=\d{4}$)", " ", squeeze(words))


def opens_annex(line: Line) -> bool:
    """Whether a line is the title line of an annex."""
    return _annex_title().fullmatch(squeeze(line.text)) is not None


@cache
def _annex_title() -> re.Pattern[str]:
    return re.compile(rf"{any_layout_word('annex')}(?: (?:[IVXL]{{1,5}}|[A-Z]|\d{{1,2}}))?\.?")


def opens_vote(line: Line) -> bool:
    """Whether a line begins the record of a vote."""
    return _VOTE_OPENS.match(squeeze(line.text)) is not None


def parse_votes(words: str) -> Votes | None:
    """The recorded vote that ``words`` report; None where the text was adopted without one."""
    found = _VOTE.search(words)
    if found is None:
        return None
    return Votes(_count(found["favour"]), _count(found["against"]), _count(found["abstaining"] or "no"))


def _count(word: str) -> int:
    return int(word) if word.isdigit() else 0
