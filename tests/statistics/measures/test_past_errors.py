"""What a model would have missed, and how far apart that puts the draws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

np = pytest.importorskip("numpy")

from stocktake.statistics.measures.past_errors import FEWEST_ERRORS, PastErrors, model_weights, past_errors  # noqa: E402


def errors(ahead, missed, origins=9):
    return PastErrors(np.array(ahead, dtype=float), np.array(missed), np.abs(missed), origins)


def test_a_straight_line_misses_nothing_of_a_straight_line():
    found = past_errors("linear", np.arange(2010.0, 2020.0), np.arange(30.0, 50.0, 2.0), 100.0)
    assert found.mean == pytest.approx(0, abs=1e-9)
    assert found.origins == 7
    assert sorted(found.ahead.tolist()) == sorted(h for n in range(1, 8) for h in range(1, n + 1))


def test_what_is_missed_after_a_bend_is_counted_by_hand():
    found = past_errors("linear", np.arange(2010.0, 2015.0), np.array([10.0, 12.0, 14.0, 20.0, 26.0]), 100.0)
    # From 2012 with slope 2: 16 for 20 and 18 for 26; from 2013 with slope 3.2: 23.2 for 26.
    assert found.ahead.tolist() == [1, 2, 1]
    assert (found.missed * 100).tolist() == pytest.approx([4, 8, 2.8])
    assert found.mean == pytest.approx((4 + 8 + 2.8) / 3)


def test_a_horizon_with_errors_enough_has_its_own_spread():
    sizes, freedom = errors([1, 1, 1, 1, 2, 2, 2, 2, 2], [1, -1, 1, -1, 3, 3, 3, 3, -3]).spreads(2)
    assert sizes.tolist() == pytest.approx([1, 3])
    assert freedom.tolist() == [4, 5]


def test_one_with_fewer_takes_the_longest_shorter_one_in_proportion():
    sizes, freedom = errors([1, 1, 1, 1, 2, 2, 2, 2, 3], [1, -1, 1, -1, 3, 3, 3, -3, 99]).spreads(4)
    assert sizes.tolist() == pytest.approx([1, 3, 4.5, 6])
    assert freedom.tolist() == [4, 4, 4, 4]


def test_where_no_horizon_has_enough_all_count_by_the_year():
    sizes, freedom = errors([1, 1, 2], [1, -1, 2], origins=2).spreads(3)
    assert sizes.tolist() == pytest.approx([1, 2, 3])
    assert freedom.tolist() == [2, 2, 2]


@given(st.lists(st.floats(-5, 5), min_size=4, max_size=15))
def test_spreads_are_numbers_and_no_longer_horizon_has_none(values):
    years = np.arange(2000.0, 2000 + len(values))
    for model in ("logit", "linear"):
        sizes, freedom = past_errors(model, years, 50 + np.array(values), 100.0).spreads(20)
        assert np.isfinite(sizes).all()
        assert (freedom >= 1).all()
        assert len(sizes) == 20
        assert sizes[-1] >= sizes[12] or len(values) < FEWEST_ERRORS + 3


def test_weights_are_the_inverse_of_the_errors_and_add_up_to_one():
    assert model_weights({"a": 1.0, "b": 3.0}) == pytest.approx({"a": 0.75, "b": 0.25})
    assert model_weights({"a": 0.0, "b": 0.05}) == {"a": 0.5, "b": 0.5}
