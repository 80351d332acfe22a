"""Closed intervals and half-unit rounding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import RequestError
from stocktake.values.interval import (
    Interval,
    decimals_among,
    decimals_of,
    difference,
    exact,
    ratio,
    rounded,
)

ENDS = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("above", "below", "low", "high"),
    [
        (65, 70, 0.915, 0.942),
        (57, 62, 0.904, 0.935),
        (29, 41, 0.687, 0.728),
        (30, 41, 0.711, 0.753),
        (19, 31, 0.587, 0.639),
        (85, 58, 1.444, 1.487),
    ],
)
def test_a_ratio_of_rounded_percentages(above: int, below: int, low: float, high: float):
    found = ratio(rounded(above, 0), rounded(below, 0))
    assert found is not None
    assert (round(found.low, 3), round(found.high, 3)) == (low, high)


def test_a_published_score_is_consistent_with_the_percentages_it_was_rounded_beside():
    recomputed = ratio(rounded(65, 0), rounded(70, 0))
    assert recomputed is not None
    assert recomputed.overlaps(rounded(0.94, 2))
    assert not recomputed.overlaps(rounded(0.96, 2))


@pytest.mark.parametrize(("printed", "places"), [("65", 0), ("0.70", 2), ("29.7", 1), ("1E+2", 0)])
def test_places_of_a_printed_number(printed: str, places: int):
    assert decimals_of(printed) == places


def test_a_column_is_printed_with_the_places_that_one_of_it_needs():
    assert decimals_among([62.0, 61.6, 70.0]) == 1
    assert decimals_among([62.0, 70.0]) == 0
    assert decimals_among([]) == 0


def test_ends_in_the_wrong_order_are_refused():
    with pytest.raises(RequestError) as caught:
        Interval(2.0, 1.0)
    assert str(caught.value) == (
        "expected an interval whose low end is not above its high end, but 2.0 and 1.0 were given."
    )


def test_what_is_divided_by_an_interval_around_zero_has_no_ratio():
    assert ratio(exact(1.0), Interval(-0.5, 0.5)) is None


def test_clipping_keeps_what_can_be():
    assert rounded(100, 0).clip(0, 100) == Interval(99.5, 100)
    assert Interval(5, 6).clip(None, 4) == Interval(4, 4)


SPAN = st.tuples(ENDS, ENDS, st.floats(0, 1))


@given(SPAN, SPAN)
def test_the_difference_of_members_is_a_member_of_the_difference(
    first: tuple[float, float, float], second: tuple[float, float, float]
):
    (one, x), (other, y) = _member(*first), _member(*second)
    assert difference(one, other).contains(x - y)


def _member(a: float, b: float, share: float) -> tuple[Interval, float]:
    interval = Interval(min(a, b), max(a, b))
    inside = interval.low + share * (interval.high - interval.low)
    return interval, min(max(inside, interval.low), interval.high)


@given(st.integers(0, 100), st.integers(1, 100), st.floats(-0.49, 0.49), st.floats(-0.49, 0.49))
def test_the_true_ratio_lies_in_the_interval_of_the_rounded_one(above: int, below: int, up: float, down: float):
    found = ratio(rounded(above, 0), rounded(below, 0))
    assert found is not None
    assert found.contains((above + up) / (below + down))


@given(ENDS, ENDS)
def test_overlap_does_not_depend_on_the_order(a: float, b: float):
    first, second = rounded(a, 0), rounded(b, 0)
    assert first.overlaps(second) == second.overlaps(first)


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers(0, 4))
def test_rounded_outwards_it_still_holds_every_number(low, width, places):
    interval = Interval(low, low + width)
    printed = interval.outward(places)
    slack = 1e-9 * max(1.0, abs(low), abs(low + width))
    assert printed.low <= interval.low + slack
    assert printed.high >= interval.high - slack


def test_an_end_a_hair_off_a_printed_number_stays_at_it():
    assert Interval(0.1 + 0.2, 0.94041).outward(2) == Interval(0.3, 0.95)
