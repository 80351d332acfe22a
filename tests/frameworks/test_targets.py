"""Targets: in force, expired or replaced on a day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stocktake.frameworks.targets import status_of, targets, targets_for

NOW = date(2026, 11, 22)


def standings(indicator: str, group: str | None, on: date) -> dict[str, str]:
    return {each.target.id: each.status for each in targets_for(indicator, group, on)}


def test_in_2026_only_the_target_for_2030_is_in_force():
    found = standings("17.8.1", "WLD", NOW)
    assert found == {
        "umc-2030-use": "in force",
        "bc-2025-use-world": "expired",
        "connect-2020-use-world": "expired",
        "bc-2015-use-world": "expired",
    }
    assert next(iter(found)) == "umc-2030-use"


def test_a_target_of_another_population_says_so():
    (first, *rest) = targets_for("17.8.1", "WLD", NOW)
    assert not first.own
    assert all(each.own for each in rest)


def test_the_goal_of_2020_has_expired():
    assert standings("9.c.1", "LDC", NOW) == {"sdg-9-c": "expired"}
    assert standings("9.c.1", "LDC", date(2020, 12, 31)) == {"sdg-9-c": "in force"}


def test_a_target_is_not_there_before_it_was_set():
    assert standings("17.8.1", "LDC", date(2017, 6, 1)).keys() == {
        "connect-2020-use-ldc",
        "bc-2015-use-ldc",
        "sdg-9-c",
    }


def test_a_target_is_replaced_when_its_successor_is_set_before_its_end():
    parity = targets()["bc-2020-parity"]
    assert status_of(parity, date(2017, 12, 31)) == "in force"
    assert status_of(parity, date(2018, 1, 1)) == "replaced"
    assert status_of(parity, date(2021, 1, 1)) == "expired"


@given(st.sampled_from(list(targets().values())), st.dates(date(2010, 1, 1), date(2040, 1, 1)))
def test_an_expired_target_never_comes_back(target, day: date):
    later = date(day.year + 1, 1, 1)
    if status_of(target, day) == "expired":
        assert status_of(target, later) == "expired"
    assert (status_of(target, day) == "expired") == (day.year > target.by)


def test_every_successor_is_later():
    for target in targets().values():
        if target.replaced_by:
            assert targets()[target.replaced_by].set > target.set
