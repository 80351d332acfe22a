"""Time distance."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_observations import AS_OF, row

from stocktake.statistics.measures import behind
from stocktake.statistics.measures.behind import last_time_at
from stocktake.statistics.measures.request import Request


def test_years_behind_the_area_with_the_highest_value(hold):
    rows = [row("ARC", 2010, 30.0), row("ARC", 2020, 80.0), row("ARC", 2024, 90.0), row("BOR", 2024, 55.0)]
    (found,) = behind.compute(Request("use", AS_OF, ("ARC", "BOR")), hold(rows))
    assert (found.area, found.value, found.unit) == ("BOR", 9.0, "years")
    assert found.because == "Arcadia last had 55 at 2015.0. From the release of 2025-01-01."


def test_what_the_leader_never_had(hold):
    rows = [row("ARC", 2010, 30.0), row("ARC", 2020, 80.0), row("BOR", 2024, 10.0)]
    (found,) = behind.compute(Request("use", AS_OF, ("ARC", "BOR")), hold(rows))
    assert (found.value, found.because) == (
        None,
        "Arcadia did not have 10 between 2010 and 2020. From the release of 2025-01-01.",
    )


def test_a_named_leader(hold):
    rows = [row("ARC", 2024, 90.0), row("BOR", 2010, 20.0), row("BOR", 2020, 40.0), row("COK", 2024, 30.0)]
    (found,) = behind.compute(Request("use", AS_OF, ("COK",), leader="BOR"), hold(rows))
    assert found.value == 9.0


def test_the_last_time_counts():
    assert last_time_at([(2000, 10.0), (2005, 20.0), (2010, 10.0), (2015, 30.0)], 15.0) == 2011.25
    assert last_time_at([(2000, 10.0)], 10.0) == 2000
    assert last_time_at([], 10.0) is None


@given(st.floats(0, 1))
def test_on_a_straight_line_it_is_where_it_was(share):
    assert last_time_at([(2000, 0.0), (2010, 50.0)], 50.0 * share) == pytest.approx(2000 + 10 * share)


def test_where_a_longer_release_of_the_leader_is_held_it_says_how_to_read_on(hold):
    long = [row("BOR", year, float(year - 2000), vintage=date(2020, 1, 1)) for year in range(2010, 2020)]
    rows = [row("ARC", 2024, 12.0), row("BOR", 2023, 60.0), row("BOR", 2024, 70.0)]
    (found,) = behind.compute(Request("use", AS_OF, ("ARC", "BOR")), hold([*rows, *long]))
    assert found.because.startswith(
        "Borduria did not have 12 between 2023 and 2024. It had it before, and another release may say when: "
        "--join-breaks reads on into those. "
    )
    (joined,) = behind.compute(Request("use", AS_OF, ("ARC", "BOR"), join_breaks=True), hold([*rows, *long]))
    assert joined.value == 12.0
