"""Urban and rural, young and all."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from invented_observations import AS_OF, USE, people, row

from stocktake.statistics.measures import gap
from stocktake.statistics.measures.gap import rural_coverage, rural_rate
from stocktake.statistics.measures.request import IndicatorFacts, Request


def test_urban_and_rural_as_published(hold):
    held = hold(
        [row("ARC", 2024, 85.0, location="U"), row("ARC", 2024, 58.0, location="R"), row("ARC", 2024, 70.0)]
    )
    (found,) = gap.compute(Request("use", AS_OF, ("ARC",)), held)
    assert (round(found.value, 2), found.details["difference"]) == (1.47, 27.0)
    assert (round(found.interval.low, 2), round(found.interval.high, 2)) == (1.44, 1.49)
    assert found.because == "Urban 85, rural 58. Both of one release of 2025-01-01."


def test_the_rural_rate_from_total_urban_and_share(hold):
    rows = [
        row("ARC", 2024, 80.0, location="U"),
        row("ARC", 2024, 65.0),
        row("ARC", 2024, 50.0, indicator="urban", code="URB"),
    ]
    (found,) = gap.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert (found.details["rural"], found.status) == (50.0, "E")
    assert (
        "The rural rate is worked out from the total, the urban rate and an urban share of 0.500." in found.because
    )


def test_the_split_of_itu(hold):
    facts = {"use": IndicatorFacts("use", "covered", high=100.0, urban_share="urban", is_coverage=True)}
    held = hold([row("ARC", 2024, 90.0), row("ARC", 2024, 40.0, indicator="urban", code="URB")], indicators=facts)
    (found,) = gap.compute(Request("use", AS_OF, ("ARC",)), held)
    assert found.details["rural"] == pytest.approx(83.333, abs=1e-3)
    assert "with urban areas taken as wholly covered" in found.because


def test_youth_against_all(hold):
    held = hold([row("ARC", 2024, 80.0, age="Y15T24"), row("ARC", 2024, 64.0)])
    (found,) = gap.compute(Request("use", AS_OF, ("ARC",)), held)
    assert (found.value, found.details["15 to 24 years"]) == (1.25, 80.0)


def test_without_a_share_nothing_is_worked_out(hold):
    held = hold([row("ARC", 2024, 80.0, location="U"), row("ARC", 2024, 65.0)])
    (found,) = gap.compute(Request("use", AS_OF, ("ARC",)), held)
    assert (found.value, found.because) == (
        None,
        ("Of use by location only urban is held as of 2025-12-31."),
    )


def test_the_stated_example_of_the_split():
    assert rural_coverage(0.90, 0.40) == pytest.approx(0.8333, abs=1e-4)
    assert rural_coverage(0.30, 0.40) == 0
    assert rural_coverage(0.90, 1.0) is None


def test_rates_that_do_not_fit_together_give_none():
    assert rural_rate(50.0, 90.0, 0.9) is None
    assert USE.urban_share == "urban"


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 0.95))
def test_the_rural_rate_gives_the_total_back(urban, rural, share):
    total = share * urban + (1 - share) * rural
    found = rural_rate(total, urban, share)
    assume(found is not None)
    assert found == pytest.approx(rural, abs=1e-6)


def test_youth_against_the_rest_where_their_share_is_held(hold):
    rows = [
        row("ARC", 2024, 80.0, age="Y15T24"),
        row("ARC", 2024, 64.0),
        people("ARC", 2024, 20.0, age="Y15T24"),
        people("ARC", 2024, 100.0),
    ]
    (found,) = gap.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert (found.details["the rest"], found.value, found.status) == (60.0, pytest.approx(80 / 60), "E")
    assert found.because == (
        "15 to 24 years 80, the rest 60. The rate of the rest is worked out from the total, the rate of youth and their "
        "share of 0.200. Both of one release of 2025-01-01."
    )


def test_all_ages_stand_for_the_rest_only_when_that_is_said(hold):
    held = hold([row("ARC", 2024, 80.0, age="Y15T24"), row("ARC", 2024, 64.0)])
    (found,) = gap.compute(Request("use", AS_OF, ("ARC",)), held)
    assert "All ages stand for the rest: the share of people of 15 to 24 years is not held." in found.because


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 1e6)), min_size=2, max_size=2))
def test_the_rest_and_the_young_make_the_whole(parts):
    (young, of_young), (rest, of_rest) = parts
    share = of_young / (of_young + of_rest)
    assume(share < 0.999)
    total = share * young + (1 - share) * rest
    found = rural_rate(total, young, share)
    assume(found is not None)
    assert found == pytest.approx(rest, abs=1e-6)


def test_where_fewer_are_reached_than_live_in_towns_the_towns_are_not_wholly_covered(hold):
    facts = replace(USE, is_coverage=True)
    rows = [row("ARC", 2024, 20.0), row("ARC", 2024, 50.0, indicator="urban", code="URB", source="c" * 64)]
    (found,) = gap.compute(Request("use", AS_OF, ("ARC",)), hold(rows, indicators={"use": facts}))
    assert (found.value, found.details["urban"], found.details["rural"]) == (None, 40.0, 0.0)
    assert (found.details["difference"], found.details["lacking"]) == (40.0, "rural is 0")
    assert "with urban areas taken as covered first, 40.0 per cent of them" in found.because
