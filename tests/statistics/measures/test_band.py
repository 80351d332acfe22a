"""The bands of universal and meaningful connectivity."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_observations import AS_OF, row

from stocktake.frameworks.targets import bands_of, targets
from stocktake.statistics.measures import band
from stocktake.statistics.measures.band import band_of, score_of
from stocktake.statistics.measures.reference import targets_by_indicator
from stocktake.statistics.measures.request import Request, TargetFacts

BANDS = tuple((each.name, each.low) for each in bands_of("Universal and meaningful connectivity"))
TARGET = TargetFacts("all by 2030", 100.0, 2030, met_at=95.0, scale=(0.0, 100.0), bands=BANDS)


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (0, "Limited"),
        (49.999, "Limited"),
        (50, "Satisfactory"),
        (74.999, "Satisfactory"),
        (75, "Advanced"),
        (94.999, "Advanced"),
        (95, "Target met"),
        (100, "Target met"),
    ],
)
def test_a_score_on_the_edge_is_in_the_higher_band(score, name):
    assert band_of(score, BANDS) == name


@given(st.floats(-1e3, 1e3), st.floats(-100, 100), st.floats(-100, 100))
def test_a_score_lies_within_0_and_100_and_grows_towards_its_upper_end(value, low, high):
    if abs(high - low) < 1e-6:
        return
    score = score_of(value, (low, high))
    assert 0 <= score <= 100
    assert score_of(high, (low, high)) == pytest.approx(100)
    assert score_of(low, (low, high)) == pytest.approx(0)
    assert score_of(value + (high - low) / 10, (low, high)) >= score


def test_a_value_with_its_band(hold):
    held = hold([row("ARC", 2023, 74.0), row("ARC", 2024, 75.0)], targets={"use": (TARGET,)})
    (found,) = band.compute(Request("use", AS_OF, ("ARC",)), held)
    assert (found.value, found.unit, found.period, found.details["band"]) == (75.0, "score", "2024", "Advanced")
    assert found.because == (
        "75 on the scale from 0 to 100 (all by 2030): Advanced. From the release of 2025-01-01."
    )


def test_an_area_without_a_value_is_in_the_band_no_data(hold):
    (found,) = band.compute(
        Request("use", AS_OF, ("BOR",)), hold([row("ARC", 2024, 1.0)], targets={"use": (TARGET,)})
    )
    assert (found.value, found.details) == (None, {"band": "No data"})


def test_no_score_is_made_of_ends_that_nobody_has_recorded(hold):
    (found,) = band.compute(Request("use", AS_OF, ("ARC",)), hold([row("ARC", 2024, 50.0)]))
    assert (found.value, found.because) == (
        None,
        "No target of use with the ends of its score is recorded for Arcadia.",
    )


def test_only_use_and_homes_have_recorded_ends_and_both_are_met_at_95():
    scored = {
        each.id: (each.score_low, each.score_high, each.met_at) for each in targets().values() if each.score_high
    }
    assert scored == {"umc-2030-use": (0, 100, 95), "umc-2030-households": (0, 100, 95)}
    facts = targets_by_indicator(date(2026, 11, 22))
    assert [each.scale for each in facts["households-internet"] if each.bands] == [(0, 100)]
