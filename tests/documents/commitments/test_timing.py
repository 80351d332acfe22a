"""Where a duty stands in time."""

from datetime import date

import pytest

from stocktake.documents.commitments.model import Deadline
from stocktake.documents.commitments.timing import state_on


def deadline(earliest: date | None, latest: date | None) -> Deadline:
    return Deadline("by then", None, earliest, latest, (), "a test")


FIRST, LAST = date(2026, 9, 8), date(2027, 9, 6)


@pytest.mark.parametrize(
    ("when", "as_of", "state"),
    [
        (deadline(FIRST, LAST), date(2026, 9, 7), "ahead"),
        (deadline(FIRST, LAST), FIRST, "due"),
        (deadline(FIRST, LAST), LAST, "due"),
        (deadline(FIRST, LAST), date(2027, 9, 7), "passed"),
        (deadline(FIRST, None), date(2026, 9, 7), "ahead"),
        (deadline(FIRST, None), date(2046, 9, 7), "open-ended"),
        (deadline(None, None), FIRST, "not dated"),
        (None, FIRST, "open-ended"),
    ],
)
def test_states(when: Deadline | None, as_of: date, state: str):
    assert state_on(when, as_of) == state
