"""Pairs that may be one action: the work grows with the number of contributions, their order changes nothing."""

import random

import pytest

from stocktake.register import duplicates
from stocktake.register.duplicates import find_duplicates

WORDS = [
    "kites",
    "lanterns",
    "bridges",
    "schools",
    "rivers",
    "harbours",
    "pilots",
    "clerks",
    "tides",
    "maps",
    "gardens",
    "towers",
]
# Two orders of titles and one of descriptions, ten neighbours in each.
MOST_EACH = 3 * 10


@pytest.mark.parametrize("number", [200, 400])
def test_each_is_held_against_a_few_neighbours(report, monkeypatch: pytest.MonkeyPatch, number: int):
    chance = random.Random(5)  # noqa: S311 - words, not secrets
    made = [
        report(title=" ".join(chance.sample(WORDS, 4)), description=" ".join(chance.sample(WORDS, 9)))
        for _ in range(number)
    ]
    calls: list[int] = []
    share = duplicates._share
    monkeypatch.setattr(duplicates, "_share", lambda *texts: calls.append(1) or share(*texts))
    find_duplicates(made)
    assert 0 < len(calls) <= MOST_EACH * number


def test_the_order_of_the_records_changes_nothing(report):
    chance = random.Random(6)  # noqa: S311 - words, not secrets
    made = [report(title=" ".join(chance.sample(WORDS[:6], 4))) for _ in range(60)]
    mixed = chance.sample(made, len(made))
    assert find_duplicates(made) == find_duplicates(mixed)
    assert find_duplicates(made)


def test_times_that_do_not_meet_are_two_actions(report):
    first = report(title="Kites for the schools", start="2041", end="2042-03")
    meeting = report(title="Kites for the schools", start="2042-03-31")
    apart = report(title="Kites for the schools", start="2042-04")
    assert [(each.first, each.second) for each in find_duplicates([first, meeting])] == [(first.id, meeting.id)]
    assert find_duplicates([first, apart]) == ()
