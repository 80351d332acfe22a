"""Duties that set different rhythms for one thing, side by side.

Two duties are about one thing where they hand in the same kind of thing and share a matter and most of their words
that tell; or
where one asks for a report on a resolution and the other puts the item under which it is considered, called by the
resolution's own title, on the agenda: the report is submitted under the item, so that their rhythms meet. Settles
nothing: which of the two holds is for people to say.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from stocktake.documents.commitments.model import Commitment, Rhythm
from stocktake.documents.compare.passage import letters_and_digits
from stocktake.documents.cycles.model import Conflict
from stocktake.documents.cycles.subject import Subjects
from stocktake.documents.model import Document

# How alike two duties of two texts must be to be about one thing.
SAME_THING = 0.6
# Rhythms with a number of years; "regularly" and "continue" agree with any.
_YEARLY: frozenset[Rhythm] = frozenset({"annual", "biennial", "triennial", "quadrennial", "quinquennial"})
_OF_ITSELF = "presentresolution"


class Source(NamedTuple):
    """A text in force and its duties."""

    document: Document
    duties: Sequence[Commitment]


class _Paced(NamedTuple):
    source: Source
    duty: Commitment
    rhythm: Rhythm
    words: str


def find_conflicts(sources: Sequence[Source]) -> tuple[Conflict, ...]:
    """The pairs of duties of different rhythm for one thing, in the order of the texts and of place.

    Args:
        sources: The texts in force, each with all its duties.
    """
    paced = [each for source in sources for each in _paced(source)]
    differing = [(one, other) for one, other in combinations(paced, 2) if one.rhythm != other.rhythm]
    subjects = Subjects.of([source.document for source in sources]) if differing else Subjects({})
    return tuple(
        _conflict(one, other, why) for one, other in differing if (why := _one_thing(one, other, subjects))
    )


def _conflict(one: _Paced, other: _Paced, why: str) -> Conflict:
    return Conflict(
        one.duty.deliverable.text if one.duty.deliverable else one.duty.action,
        (one.duty.id, other.duty.id),
        ((one.rhythm, one.words), (other.rhythm, other.words)),
        why,
    )


def _paced(source: Source) -> Iterator[_Paced]:
    for duty in source.duties:
        if duty.recurrence is not None and duty.recurrence.rhythm in _YEARLY:
            yield _Paced(source, duty, duty.recurrence.rhythm, duty.recurrence.text)


def _one_thing(one: _Paced, other: _Paced, subjects: Subjects) -> str:
    """Why the two are about one thing; empty where they are not."""
    if _follows_up(one) and _follows_up(other) and one.source.document is other.source.document:
        return "both are on the follow-up to this text: its report, and the agenda item of its title"
    kinds = {each.duty.deliverable.kind if each.duty.deliverable else None for each in (one, other)}
    actions = one.duty.action, other.duty.action
    is_one = len(kinds) == 1 and None not in kinds and subjects.share_a_matter(*actions)
    if is_one and subjects.shared(*actions) >= SAME_THING:
        return "they ask for the same kind of thing in much the same words"
    return ""


def _follows_up(paced: _Paced) -> bool:
    """Whether the duty is on the text itself: on "the present resolution", or by its title."""
    said = letters_and_digits(paced.duty.quote)
    title = letters_and_digits(paced.source.document.data.title or "")
    return _OF_ITSELF in said or bool(title and title in said)
