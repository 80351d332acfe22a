"""An index beside the mean of its parts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_observations import AS_OF, row

from stocktake.statistics.measures import pillars
from stocktake.statistics.measures.pillars import mean_of
from stocktake.statistics.measures.request import IndicatorFacts, Request
from stocktake.values.interval import exact, rounded

FACTS = {"use": IndicatorFacts("use", aggregator="unweighted mean", parts=("wide", "deep"))}


def part(name, value, year=2024, **given):
    return row("ARC", year, value, indicator=name, code=name.upper(), unit="index", **given)


def compute(hold, rows, **asked):
    return pillars.compute(Request("use", AS_OF, ("ARC",), **asked), hold(rows, indicators=FACTS))


def test_the_mean_of_the_parts_beside_the_index_as_published(hold):
    index = row("ARC", 2024, 75.1, unit="index")
    (found,) = compute(hold, [part("wide", 80.1), part("deep", 70.0), index])
    assert found.value == pytest.approx(75.05)
    assert (found.interval.low, found.interval.high) == pytest.approx((75.0, 75.1))
    assert found.details == {"wide": 80.1, "deep": 70.0, "published": 75.1}
    assert found.because == (
        "Mean of wide 80.1, deep 70; release of 2025-01-01. Published as 75.1, which it rounds to."
    )


def test_what_rounding_does_not_explain_is_said(hold):
    (found,) = compute(hold, [part("wide", 80.1), part("deep", 70.0), row("ARC", 2024, 76.0, unit="index")])
    assert found.because.endswith("Published as 76, which rounding does not explain.")


def test_the_latest_year_with_all_parts_is_taken_and_never_two_releases(hold):
    rows = [part("wide", 80.0), part("wide", 60.0, 2023), part("deep", 50.0, 2023)]
    (found,) = compute(hold, rows)
    assert (found.period, found.value) == ("2023", 55.0)
    (none,) = compute(hold, [part("wide", 80.0), part("deep", 50.0, vintage=date(2024, 1, 1))])
    assert (none.value, none.because) == (None, "No release holds all parts (wide, deep) for Arcadia in one year.")


def test_an_indicator_without_parts(hold):
    (found,) = pillars.compute(Request("use", AS_OF, ("ARC",)), hold([row("ARC", 2024, 1.0)]))
    assert (found.value, found.because) == (None, "use is the mean of no parts that the frameworks name.")


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_the_mean_lies_within_what_rounding_leaves_of_it(values):
    mean = sum(values) / len(values)
    assert mean_of([rounded(round(each, 1), 1) for each in values]).low <= mean + 1e-9
    assert mean_of([exact(each) for each in values]).low == pytest.approx(mean)
