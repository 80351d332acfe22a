"""Where a series goes, and how sure that is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_observations import AS_OF, row

np = pytest.importorskip("numpy")

from stocktake.statistics.measures import projection  # noqa: E402
from stocktake.statistics.measures.models import MODELS, from_scale, slope_of, slopes_of, to_scale  # noqa: E402
from stocktake.statistics.measures.past_errors import model_weights  # noqa: E402
from stocktake.statistics.measures.progress_methods import expit  # noqa: E402
from stocktake.statistics.measures.projection import project  # noqa: E402
from stocktake.statistics.measures.request import Request, TargetFacts  # noqa: E402

GROWING = [(year, 100 / (1 + np.exp(-0.2 * (year - 2018)))) for year in range(2012, 2026)]


def test_a_logistic_series_goes_on_as_one():
    found = project(GROWING, (2030, 95.0), 100.0, 1)
    assert found.weights["logit"] > 0.9
    assert found.goal.median == pytest.approx(expit(0.2 * 12), abs=0.5)
    assert found.year == 2033
    assert found.goal.interval.contains(found.goal.median)


def test_the_same_seed_gives_the_same():
    noisy = [(year, value + (-1) ** year) for year, value in GROWING]
    assert project(noisy, (2030, 95.0), 100.0, 7) == project(noisy, (2030, 95.0), 100.0, 7)


def test_what_is_said_of_a_year_does_not_depend_on_the_year_of_the_goal():
    noisy = [(year, value + (-1) ** year) for year, value in GROWING]
    near, far = (project(noisy, (year, 95.0), 100.0, 7) for year in (2030, 2035))
    assert [each.year for each in far.ahead] == list(range(2026, 2036))
    assert near.ahead == far.ahead[:5]


def test_the_interval_grows_with_the_years():
    walk = 30 + np.cumsum(np.random.default_rng(5).normal(1, 2, 15))
    known = [(2010 + at, float(value)) for at, value in enumerate(walk)]
    widths = [each.interval.high - each.interval.low for each in project(known, (2032, 95.0), 100.0, 1).ahead]
    assert widths[0] < widths[3] < widths[7]


def test_one_outlier_does_not_move_the_median_to_one_side():
    values = [(year, 30.0 + 3 * (year - 2015) + (40.0 if year == 2017 else 0.0)) for year in range(2015, 2025)]
    found = project(values, (2030, 95.0), 100.0, 1, "theil-sen")
    assert found.goal.median == pytest.approx(57 + 6 * 3, abs=5)


def test_intervals_of_80_per_cent_hold_about_that_much_of_walks_that_drift():
    random = np.random.default_rng(3)
    held = []
    for _ in range(120):
        walk = 40 + np.cumsum(random.normal(1, 1.5, 25))
        known = [(2000 + at, float(value)) for at, value in enumerate(walk[:20])]
        held.append(project(known[-15:], (2024, 95.0), 1000.0, 0).goal.interval.contains(float(walk[24])))
    assert 0.72 <= np.mean(held) <= 0.9


def test_a_goal_that_is_reached_was_reached_with_the_last_value():
    found = project(GROWING, (2030, 70.0), 100.0, 1)
    assert (found.year, found.years) == (2025, (2025, 2025))


def test_a_falling_series_never_gets_there():
    found = project([(year, 80.0 - year + 2015) for year in range(2015, 2026)], (2030, 95.0), 100.0, 1)
    assert (found.goal.probability, found.year, found.years) == (0.0, None, (None, None))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0, 100), min_size=5, max_size=14), st.integers(0, 99))
def test_nothing_leaves_the_limits(values, seed):
    found = project(list(zip(range(2010, 2024), values, strict=False)), (2030, 95.0), 100.0, seed)
    for each in found.ahead:
        assert 0 <= each.interval.low <= each.median <= each.interval.high <= 100
        assert 0 <= each.probability <= 1 + 1e-9
    assert sum(found.weights.values()) == pytest.approx(1)


@pytest.mark.parametrize("model", MODELS)
@given(st.floats(1, 99))
def test_there_and_back(model, value):
    assert from_scale(model, to_scale(model, [value], 100.0), 100.0)[0] == pytest.approx(value)


def test_both_slopes_of_a_straight_line_agree_and_one_resists_an_outlier():
    years, numbers = np.arange(9.0), np.arange(9.0) * 2
    assert slope_of(years, numbers) == slope_of(years, numbers, "theil-sen") == pytest.approx(2)
    numbers[8] = 99.0
    assert slope_of(years, numbers, "theil-sen") == pytest.approx(2)


def test_models_without_a_past_weigh_the_same():
    assert model_weights({"a": None, "b": None}) == {"a": 0.5, "b": 0.5}


def test_a_result_says_what_it_is_made_of(hold):
    held = hold([row("ARC", year, 30.0 + 3 * (year - 2015)) for year in range(2015, 2025)])
    (found,) = projection.compute(Request("use", AS_OF, ("ARC",)), held)
    assert found.status == "E"
    assert found.interval.contains(found.value)
    assert [each["year"] for each in found.details["ahead"]] == list(range(2025, 2031))
    assert found.details["ahead"][-1] == {
        "year": 2030,
        "median": found.value,
        "low": found.interval.low,
        "high": found.interval.high,
        "probability": found.details["probability"],
    }
    assert found.details["points"] == 10
    assert found.because == (
        "Three models of 10 values, 2015 to 2024, weighed by their past errors. 95 counts as reaching the target of 100 "
        "(universal use). From the release of 2025-01-01."
    )


def test_it_does_not_depend_on_what_else_is_asked(hold):
    held = hold(
        [
            row(area, year, 30.0 + year % 3 + 3 * (year - 2015))
            for year in range(2015, 2025)
            for area in ("ARC", "BOR")
        ]
    )
    alone = projection.compute(Request("use", AS_OF, ("BOR",)), held)
    assert alone[0] in projection.compute(Request("use", AS_OF), held)


def test_too_few_values_are_not_projected(hold):
    held = hold([row("ARC", year, 40.0) for year in range(2020, 2024)])
    (found,) = projection.compute(Request("use", AS_OF, ("ARC",)), held)
    assert (found.value, found.because) == (None, "4 values in 15 years are too few to project; it takes 5.")


def test_without_a_ceiling_nothing_is_projected(hold):
    (found,) = projection.compute(Request("use", AS_OF, ("ARC",)), hold([row("ARC", 2020, 40.0)], indicators={}))
    assert found.because == "use has no ceiling, and without one growth is not projected."


@pytest.mark.parametrize(
    ("target", "because"),
    [
        (
            TargetFacts("cheap", 2.0, 2030, comparator="at most"),
            "cheap is not a target to grow to, and only growth is projected.",
        ),
        (
            TargetFacts("soon", 90.0, 2025),
            "The last value is of 2025, and soon is for 2025: no year is ahead.",
        ),
    ],
)
def test_where_nothing_is_to_be_projected_it_says_why(hold, target, because):
    held = hold([row("ARC", year, 40.0) for year in range(2018, 2026)], targets={"use": (target,)})
    (found,) = projection.compute(Request("use", AS_OF, ("ARC",)), held)
    assert (found.value, found.because) == (None, because)


def test_the_median_of_slopes_can_be_chosen_and_is_said(hold):
    rows = [
        row("ARC", year, 30.0 + 3 * (year - 2015) + (40.0 if year == 2017 else 0.0)) for year in range(2015, 2025)
    ]
    plain, resistant = (
        projection.compute(Request("use", AS_OF, ("ARC",), slope=slope), hold(rows))[0]
        for slope in ("least squares", "theil-sen")
    )
    assert "Slopes are medians of the slopes of all pairs of years (Theil-Sen)." in resistant.because
    assert resistant.value > plain.value


@given(st.lists(st.floats(-5, 5), min_size=4, max_size=9))
def test_slopes_of_many_are_those_of_each(numbers):
    years, row_of = np.arange(float(len(numbers))), np.array([numbers])
    for kind in ("least squares", "theil-sen"):
        assert slopes_of(years, row_of, kind)[0] == pytest.approx(slope_of(years, row_of[0], kind), abs=1e-9)
