"""How far a target is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_observations import AS_OF, row

from stocktake.statistics.measures import distance
from stocktake.statistics.measures.distance import pace, share_of_the_way
from stocktake.statistics.measures.request import FixedGroups, Request, TargetFacts


def rows(area="ARC"):
    return [row(area, 2015, 40.0), row(area, 2025, 74.0)]


def test_points_share_and_pace(hold):
    (found,) = distance.compute(Request("use", AS_OF, ("ARC",)), hold(rows()))
    assert (found.value, found.unit) == (26.0, "points")
    assert found.details["share_of_the_way"] == pytest.approx(34 / 60)
    assert (found.details["pace_needed"], found.details["pace_seen"]) == (5.2, 3.4)
    assert found.details["factor"] == pytest.approx(5.2 / 3.4)


def test_an_expired_target_of_its_own_is_said_to_be(hold):
    targets = {"use": (TargetFacts("all by 2020", 50.0, 2020, ("ARC",)),)}
    (found,) = distance.compute(Request("use", AS_OF, ("ARC",)), hold(rows(), targets=targets))
    assert found.details["expired"] is True
    assert found.because == (
        "74 in 2025 against a target of 50 (all by 2020). The target expired: it was set for 2020; the value meets it. "
        "From the release of 2025-01-01."
    )


def test_a_target_of_a_larger_group_is_told_and_drops_out_when_it_has_passed(hold):
    groups = FixedGroups({"ALL": ("ARC",)})
    targets = {"use": (TargetFacts("open", 100.0, 2030, ("ALL",)), TargetFacts("passed", 50.0, 2020, ("ALL",)))}
    (found,) = distance.compute(Request("use", AS_OF, ("ARC",)), hold(rows(), targets=targets, groups=groups))
    assert found.details["target"] == "open"
    assert "The target was set for All of them, not for Arcadia alone." in found.because


def test_without_a_target_it_is_said(hold):
    (found,) = distance.compute(Request("use", AS_OF, ("ARC",)), hold(rows(), targets={}))
    assert found.because == "No target of use is set for Arcadia."


def test_a_base_before_a_break_is_not_used(hold):
    broken = [row("ARC", 2015, 40.0), row("ARC", 2020, 50.0, status="B"), row("ARC", 2025, 74.0)]
    (found,) = distance.compute(Request("use", AS_OF, ("ARC",)), hold(broken))
    assert found.details["base_year"] == 2020
    assert found.because.endswith("The series breaks in 2020 (status B): what stands before is left out.")
    (joined,) = distance.compute(Request("use", AS_OF, ("ARC",), join_breaks=True), hold(broken))
    assert joined.details["base_year"] == 2015
    assert joined.because.endswith("Read across the breaks of 2020, as asked.")


@given(st.floats(0, 100), st.floats(0, 100))
def test_the_way_begins_at_0_and_ends_at_1(base, target):
    if base == target:
        assert share_of_the_way(base, base, target) is None
    else:
        assert share_of_the_way(base, base, target) == 0
        assert share_of_the_way(base, target, target) == 1


@given(st.floats(0, 90), st.floats(0, 9))
def test_the_pace_needed_reaches_the_target(value, seen):
    needed = pace((2015, value - 10 * seen), (2025, value), 100.0, 2030).needed
    assert needed is not None
    assert value + 5 * needed == pytest.approx(100.0)


def test_what_is_after_the_question_is_left_out_and_said(hold):
    rows = [row("ARC", year, 40.0) for year in (2020, 2024, AS_OF.year + 5)]
    (found,) = distance.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert found.period == "2024"
    assert found.because.endswith("What it has after 2025 is left out.")
