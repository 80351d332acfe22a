"""Where a duty stands in time on a given day.

Compares days; looks at no clock and at no later text, so it cannot say whether a duty was fulfilled or is overdue.
"""

from datetime import date
from typing import Literal

from stocktake.documents.commitments.model import Deadline

State = Literal["ahead", "due", "passed", "open-ended", "not dated"]


def state_on(deadline: Deadline | None, as_of: date) -> State:
    """The state of a deadline on ``as_of``.

    ``ahead`` before its first day, ``due`` from the first to the last, ``passed`` after the last. ``open-ended``
    where no deadline is set, and from the first day on where none is the last ("after its twelfth session").
    ``not dated`` where the words set one whose days are not known.
    """
    if deadline is None:
        return "open-ended"
    if deadline.earliest is None:
        return "not dated"
    if as_of < deadline.earliest:
        return "ahead"
    if deadline.latest is None:
        return "open-ended"
    return "due" if as_of <= deadline.latest else "passed"
