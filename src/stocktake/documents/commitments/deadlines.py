"""Deadlines in UN form: the words of a clause that say by when, or at which occasion, and the days they mean.

Sessions come from ``deadline_sessions``, forums from ``deadline_forums``, dates and lengths of time from
``deadline_dates``. Here they are put together, and the one is chosen that belongs to what is to be done. Careful
rather than complete: dates of past meetings, of resolutions, of events that are only named, and target years inside
a name or a goal are no deadlines.
"""

from stocktake.documents.commitments.context import Context
from stocktake.documents.commitments.deadline_dates import date_candidates
from stocktake.documents.commitments.deadline_forums import forum_candidates
from stocktake.documents.commitments.deadline_model import MENTION, TERM, Candidate
from stocktake.documents.commitments.deadline_scene import Scene
from stocktake.documents.commitments.deadline_sessions import session_candidates
from stocktake.documents.commitments.model import Deadline
from stocktake.documents.find.locate import Passage


def find_deadlines(passage: Passage, start: int, end: int, context: Context) -> tuple[Deadline, ...]:
    """The deadlines that the clause ``passage.text[start:end]`` sets: the one that holds, then the others in order.

    Empty where it sets none. Of several the one tied to handing something in holds; of equals, the first. "By its
    eighty-sixth session and by 2031" sets two. Words that mean the same days as others are left out, and so are dates
    that are only mentioned.
    """
    candidates = [each for each in _candidates(passage, start, end, context) if each.weight >= MENTION]
    if not candidates:
        return ()
    first = max(candidates, key=lambda each: (each.weight, -each.start))
    kept = [first]
    for each in candidates:
        is_said = any((each.session, each.days) == (other.session, other.days) for other in kept)
        if each.weight >= min(TERM, first.weight) and not is_said:
            kept.append(each)
    return tuple(_deadline(passage, each) for each in kept)


def _candidates(passage: Passage, start: int, end: int, context: Context) -> list[Candidate]:
    # The whole passage is read: "that session" takes up one that stands before the clause.
    scene = Scene(passage.text, context)
    sessions = [*session_candidates(scene), *forum_candidates(scene)]
    dates = [each for each in date_candidates(scene) if not any(_touch(each, other) for other in sessions)]
    inside = [each for each in (*sessions, *dates) if start <= each.start and each.end <= end]
    return sorted(inside, key=lambda each: each.start)


def _touch(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def _deadline(passage: Passage, found: Candidate) -> Deadline:
    return Deadline(
        text=passage.text[found.start : found.end],
        session=found.session,
        earliest=found.days.first if found.days else None,
        latest=found.days.last if found.days else None,
        spans=passage.locate(found.start, found.end),
        basis=found.basis,
    )
