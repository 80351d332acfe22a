"""What is found on the way to a deadline: words at a place, what ties them to days, and the days.

Holds values only. ``weight`` orders candidates of one clause: the higher, the closer to what is to be done.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

Tie = Literal["at", "by", "before", "after", "from", "until"]
_DAY = timedelta(days=1)

SUBMISSION = 5
OCCASION = 4
TERM = 3
MENTION = 2
# Says when something else takes place; never the deadline of the clause.
ASIDE = 0


class Days(NamedTuple):
    """First and last day; ``last`` is None where there is none."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be the deadline of a clause.

    Attributes:
        start: Where they begin in the passage.
        end: Where they end.
        session: The code of the session meant; None where none is named or its body is not known.
        days: The days it can fall due on; None where they are not known.
        basis: The record or rule by which words became days.
        weight: How close it is to what is to be done; see the constants of this module.
    """

    start: int
    end: int
    session: str | None
    days: Days | None
    basis: str
    weight: int


def tied(tie: Tie, first: date, last: date, *, exact: bool = True) -> Days:
    """The days on which something falls due that is tied to the days from ``first`` to ``last``.

    At, by and from them: any of them. Before them: the day before the first. After them: from the day after the
    last on. Until them: the last. Where ``exact`` is false, the thing itself lies on some days between the two;
    then "before" is any day on which it could still begin.
    """
    if tie == "before":
        return Days(first - _DAY, first - _DAY) if exact else Days(first - _DAY, last)
    if tie == "after":
        return Days(last + _DAY, None)
    if tie == "until":
        return Days(last, last)
    return Days(first, last)
