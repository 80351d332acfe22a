"""The four methods: the worked example, the edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.statistics.measures.progress_methods import (
    SCORES,
    SCORES_WITHOUT,
    Aim,
    annual_growth,
    expit,
    judge_by_growth,
    judge_by_required_growth,
    judge_by_saturation,
    judge_by_trend,
    limit_factor,
    logit,
    parity_value,
    piecewise,
)

USE = Aim(100.0, 2030, ceiling=100.0)
WORLD = (2015, 40.0), (2025, 74.0)
LDC = (2015, 16.0), (2024, 35.0)
LOW = (2015, 11.0), (2025, 23.0)


def test_the_worked_example():
    base, latest = WORLD
    growth = judge_by_growth(base, latest, USE)
    assert annual_growth(base, latest) == pytest.approx(0.0635, abs=5e-5)
    assert growth.expected == pytest.approx(100.7, abs=0.05)
    assert growth.number == pytest.approx(1.01, abs=5e-3)
    assert growth.verdict == "on track"
    required = judge_by_required_growth(base, latest, USE)
    assert (round(required.number, 2), required.verdict) == (1.01, "substantial progress")
    trend = judge_by_trend(WORLD, base, USE)
    assert (round(trend.expected, 1), round(trend.number), trend.verdict) == (91.0, 15, "accelerate")
    ours = judge_by_saturation(WORLD, USE)
    assert (round(ours.expected, 1), round(ours.number), ours.year) == (85.5, 24, 2038)
    assert ours.on_track is False


@pytest.mark.parametrize(
    ("values", "ratio", "expected", "year"), [(LDC, 0.70, 51.8, 2055), (LOW, 0.48, 31.7, 2072)]
)
def test_the_examples_further_from_the_target(values, ratio, expected, year):
    assert judge_by_required_growth(*values, USE).number == pytest.approx(ratio, abs=5e-3)
    ours = judge_by_saturation(values, USE)
    assert (round(ours.expected, 1), ours.year) == (expected, year)


def test_growth_of_the_second_example_reaches_59():
    assert judge_by_growth(*LDC, USE).expected == pytest.approx(59, abs=0.05)


@pytest.mark.parametrize(
    ("latest", "verdict"),
    [
        (100.0, "met"),
        (99.0, "met"),
        (98.9, "on track"),
        (50.0, "stagnation or regression"),
        (53.4, "progress, must accelerate"),
        (53.1, "stagnation or regression"),
    ],
)
def test_edges_of_growth(latest, verdict):
    assert judge_by_growth((2015, 50.0), (2025, latest), USE).verdict == verdict


@pytest.mark.parametrize(
    ("rate", "verdict"),
    [
        (0.0201, "on track"),
        (0.0199, "progress, must accelerate"),
        (0.0049, "stagnation or regression"),
        (-0.03, "stagnation or regression"),
    ],
)
def test_edges_of_growth_without_a_target(rate, verdict):
    assert judge_by_growth((2015, 50.0), (2016, 50.0 * (1 + rate)), Aim(None, 2030)).verdict == verdict
    assert (
        judge_by_growth((2015, 50.0), (2016, 50.0 * (1 - rate)), Aim(None, 2030, is_upward=False)).verdict
        == verdict
    )


@pytest.mark.parametrize(
    ("latest", "verdict"), [(100.0, "target met"), (49.0, "deterioration"), (50.0, "limited progress")]
)
def test_edges_of_required_growth(latest, verdict):
    assert judge_by_required_growth((2015, 50.0), (2025, latest), USE).verdict == verdict


def test_a_target_of_nothing_is_met_within_one_point():
    aim = Aim(0.0, 2030, is_upward=False)
    assert judge_by_growth((2015, 30.0), (2025, 1.0), aim).verdict == "met"
    assert judge_by_growth((2015, 30.0), (2025, 1.1), aim).verdict == "on track"


@pytest.mark.parametrize(
    ("ratio", "verdict"),
    [
        (0.96, "substantial progress"),
        (0.94, "moderate progress"),
        (0.61, "moderate progress"),
        (0.59, "limited progress"),
        (0.01, "limited progress"),
        (-0.01, "deterioration"),
    ],
)
def test_bands_of_required_growth(ratio, verdict):
    needed = 2 ** (1 / 15) - 1
    found = judge_by_required_growth((2015, 50.0), (2025, 50 * (1 + ratio * needed) ** 10), USE)
    assert (round(found.number, 6), found.verdict) == (ratio, verdict)


@pytest.mark.parametrize(
    ("rate", "verdict"),
    [
        (0.0151, "substantial progress"),
        (0.0149, "moderate progress"),
        (0.0051, "moderate progress"),
        (0.0049, "limited progress"),
        (-0.0001, "deterioration"),
    ],
)
def test_bands_of_required_growth_without_a_target(rate, verdict):
    assert judge_by_required_growth((2015, 50.0), (2016, 50 * (1 + rate)), Aim(None, 2030)).verdict == verdict
    down = Aim(None, 2030, is_upward=False)
    assert judge_by_required_growth((2015, 50.0), (2016, 50 * (1 - rate)), down).verdict == verdict


def test_near_a_natural_limit_less_growth_is_substantial():
    base, latest = (2015, 90.0), (2016, 90.0 * 1.006)
    assert judge_by_required_growth(base, latest, Aim(None, 2030)).verdict == "moderate progress"
    assert judge_by_required_growth(base, latest, Aim(None, 2030, ceiling=100.0)).verdict == "substantial progress"


def test_what_cannot_be_judged_says_why():
    found = judge_by_growth((2015, 0.0), (2025, 5.0), USE)
    assert (found.verdict, found.because) == (None, "Growth needs two years and a positive first value.")
    assert (
        judge_by_saturation([(2015, 50.0)], USE).because
        == "Log odds need two years with values between 0 and the ceiling."
    )
    assert (
        judge_by_trend([(2015, 50.0)], (2015, 50.0), USE).because
        == "It needs two years of data and a base short of the target."
    )


def test_the_wrong_way_is_reversed():
    assert judge_by_trend([(2015, 50.0), (2025, 40.0)], (2015, 50.0), USE).verdict == "reverse"


@pytest.mark.parametrize(
    ("left", "verdict"), [(9.9, "maintain"), (10.1, "accelerate"), (99.9, "accelerate"), (100.1, "reverse")]
)
def test_edges_of_the_trend(left, verdict):
    yearly = (50 - left / 2) / 15
    found = judge_by_trend([(2015, 50.0), (2025, 50 + 10 * yearly)], (2015, 50.0), USE)
    assert (round(found.number, 6), found.verdict) == (left, verdict)


def test_later_years_weigh_more():
    values = [(2015, 50.0), (2016, 50.0), (2017, 50.0), (2018, 55.0), (2019, 60.0)]
    weighted = judge_by_trend(values, values[0], USE).expected
    mirrored = judge_by_trend(
        [(4034 - year, 110 - value) for year, value in values][::-1], (2015, 50.0), USE
    ).expected
    assert weighted > mirrored


@pytest.mark.parametrize(("x", "y"), [(-1, -5), (-0.6, -5), (0, -2.5), (0.6, 0), (1.3, 5), (9, 5)])
def test_the_score(x, y):
    assert piecewise(x, SCORES) == pytest.approx(y)


def test_the_score_without_a_target():
    assert [piecewise(x, SCORES_WITHOUT) for x in (-0.02, 0, 0.005, 0.015, 0.02)] == [-5, -2.5, 0, 2.5, 5]


def test_thresholds_shrink_near_a_limit():
    assert limit_factor(100.0, 100.0, is_minimum=False) == 0
    assert limit_factor(0.0, 100.0, is_minimum=False) == 1
    assert limit_factor(50.0, None, is_minimum=False) == 1
    assert limit_factor(200.0, 100.0, is_minimum=True) == 1
    assert limit_factor(50.0, 100.0, is_minimum=False) == pytest.approx(1 - 0.5**4.44)
    assert limit_factor(150.0, 100.0, is_minimum=True) == pytest.approx(1 - 0.5**4.44)
    assert limit_factor(250.0, 100.0, is_minimum=True) == 1


@given(st.floats(0.01, 99.99))
def test_there_and_back(value):
    assert expit(logit(value)) == pytest.approx(value)


@given(st.floats(1, 94), st.floats(1, 94))
def test_growth_on_log_odds_never_passes_the_ceiling(first, last):
    found = judge_by_saturation([(2015, first), (2025, last)], USE)
    assert found.expected is None or 0 <= found.expected <= 100


@given(st.floats(0.1, 10))
def test_parity_counts_either_side_alike(score):
    assert parity_value(score) == pytest.approx(parity_value(1 / score))
    assert parity_value(score) >= 1
