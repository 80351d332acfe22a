"""Groups: weighted by the denominator, held back where too few are counted, bounded."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_observations import AS_OF, people, row

from stocktake.statistics.measures import aggregate
from stocktake.statistics.measures.aggregate import aggregate_bounds, weighted_mean
from stocktake.statistics.measures.cells import Parts
from stocktake.statistics.measures.request import FixedGroups, IndicatorFacts, Request
from stocktake.values.interval import Interval


def three(**values: float | None):
    sizes = {"ARC": 60.0, "BOR": 30.0, "COK": 10.0}
    return [
        *(people(area, 2023, size) for area, size in sizes.items()),
        *(row(area, 2023, value) for area, value in values.items() if value is not None),
    ]


def compute(hold, rows, **given):
    return aggregate.compute(
        Request("use", AS_OF, ("ALL",), **{"periods": ("2023",), "classified": ("now",), **given}), hold(rows)
    )


def test_a_mean_weighted_by_the_denominator(hold):
    (found,) = compute(hold, three(ARC=50.0, BOR=20.0, COK=80.0))
    assert found.value == pytest.approx(44.0)
    assert found.published
    assert (found.coverage.members, found.coverage.with_data, found.coverage.weight) == (3, 3, 1.0)
    assert found.bounds == Interval(found.value, found.value)
    assert found.because == "Mean weighted by people of 3 of 3 members, release of 2025-01-01."


def test_below_the_gate_it_is_held_back_and_says_who_is_missing(hold):
    (found,) = compute(hold, three(BOR=20.0, COK=80.0))
    assert not found.published
    assert found.coverage.weight == pytest.approx(0.4)
    assert found.bounds == Interval(14.0, 74.0)
    assert found.because == (
        "Held back: 40.0 per cent of the denominator has data; needed are 60.0 per cent. Mean weighted by people of "
        "2 of 3 members, release of 2025-01-01. Not counted: Arcadia (60.0 per cent)."
    )


def test_one_large_member_without_data_holds_it_back_above_the_gate(hold):
    (found,) = compute(hold, three(ARC=50.0, COK=80.0))
    assert not found.published
    assert found.because.startswith(
        "Held back: Borduria, 30.0 per cent of the denominator, has no value, and one member may hold 10.0 per cent at most."
    )
    (let,) = compute(hold, three(ARC=50.0, COK=80.0), largest=0.5)
    assert let.published


def test_no_other_denominator_is_taken(hold):
    rows = [row("ARC", 2023, 50.0), row("ARC", 2023, 9.0, indicator="homes")]
    (found,) = compute(hold, rows)
    assert (found.value, found.because) == (
        None,
        "No member has both a value of use and its denominator for the same year.",
    )
    bare = hold(rows, indicators={"use": IndicatorFacts("use", aggregator="weighted mean")})
    (found,) = aggregate.compute(Request("use", AS_OF, ("ALL",)), bare)
    assert found.because == "The denominator of use is not known, and a rate is weighed by nothing else."


def test_women_are_weighted_by_women(hold):
    rows = [
        *(people(area, 2023, size, sex="F") for area, size in (("ARC", 10.0), ("BOR", 30.0), ("COK", 10.0))),
        *(people(area, 2023, size) for area, size in (("ARC", 90.0), ("BOR", 40.0), ("COK", 20.0))),
        *(row(area, 2023, value, sex="F") for area, value in (("ARC", 10.0), ("BOR", 20.0), ("COK", 50.0))),
    ]
    found = compute(hold, rows, by="sex")
    assert [(each.sex, each.value) for each in found] == [("female", pytest.approx(24.0))]


def test_then_and_now(hold):
    class Shrinking:
        def codes(self):
            return ("ALL",)

        def members(self, group, on):
            assert group == "ALL"
            return ("ARC", "BOR") if on < date(2024, 1, 1) else ("ARC",)

        def contested(self, *_):
            return {}

        def recorded_until(self, _group):
            return None

    held = hold([*three(ARC=50.0, BOR=20.0)], groups=Shrinking())
    found = aggregate.compute(Request("use", AS_OF, ("ALL",), ("2023",)), held)
    assert [(each.classified, each.value) for each in found] == [("now", 50.0), ("then", pytest.approx(40.0))]


def test_the_newest_release_that_passes_is_taken(hold):
    thin = row("COK", 2023, 90.0, vintage=date(2025, 6, 1), source="c" * 64)
    (found,) = compute(hold, [*three(ARC=50.0, BOR=20.0, COK=80.0), thin])
    assert (found.vintage, found.published) == (date(2025, 1, 1), True)
    every = compute(hold, [*three(ARC=50.0, BOR=20.0, COK=80.0), thin], vintage="all")
    assert [(each.vintage, each.published) for each in every] == [
        (date(2025, 1, 1), True),
        (date(2025, 6, 1), False),
    ]


@pytest.mark.parametrize(("aggregator", "value"), [("median", 50.0), ("unweighted mean", 60.0), ("sum", 180.0)])
def test_other_aggregators_need_no_denominator(hold, aggregator, value):
    held = hold(
        [row(area, 2023, each) for area, each in (("ARC", 50.0), ("BOR", 30.0), ("COK", 100.0))],
        indicators={"use": IndicatorFacts("use", aggregator=aggregator)},
    )
    (found,) = aggregate.compute(Request("use", AS_OF, ("ALL",), classified=("now",)), held)
    assert (found.value, found.bounds) == (pytest.approx(value), None)


def test_a_sum_without_all_is_held_back(hold):
    held = hold(
        [row("ARC", 2023, 50.0), row("BOR", 2023, 50.0)],
        indicators={"use": IndicatorFacts("use", aggregator="sum")},
    )
    (found,) = aggregate.compute(Request("use", AS_OF, ("ALL",), classified=("now",)), held)
    assert found.because.startswith("Held back: a sum without all members is too low.")


def test_without_a_year_the_latest_published_and_what_was_held_back_since(hold):
    rows = [
        *three(ARC=50.0, BOR=20.0, COK=80.0),
        *(people(area, 2024, 1.0) for area in ("ARC", "BOR", "COK")),
        row("ARC", 2024, 99.0),
    ]
    found = compute(hold, rows, periods=())
    assert [(each.period, each.published) for each in found] == [("2023", True), ("2024", False)]


def test_two_files_of_one_release_count_once(hold):
    again = row("ARC", 2023, 50.0, source="f" * 64)
    (found,) = compute(hold, [*three(ARC=50.0, BOR=20.0, COK=80.0), again])
    assert (found.value, found.coverage.with_data) == (pytest.approx(44.0), 3)


def test_a_member_without_denominator_is_not_counted_and_said(hold):
    rows = [
        each
        for each in three(ARC=50.0, BOR=20.0, COK=80.0)
        if (each["indicator"], each["area"]) != ("people", "COK")
    ]
    (found,) = compute(hold, rows)
    assert (found.coverage.weight, found.coverage.with_data) == (1.0, 2)
    assert found.because.endswith("Left out of coverage and bounds, having no denominator: 1 member.")


MEMBERS = st.lists(st.tuples(st.floats(0.1, 1e6), st.floats(0, 100), st.booleans()), min_size=1, max_size=12)


@given(MEMBERS)
def test_any_filling_in_lies_between_the_bounds(members):
    weight = sum(w for w, _, _ in members)
    seen = sum(w for w, _, has in members if has)
    parts = Parts(len(members), 0, weight, seen, sum(w * v for w, v, has in members if has))
    bounds = aggregate_bounds(parts, 0.0, 100.0)
    whole = sum(w * v for w, v, _ in members) / weight
    assert bounds is not None
    assert bounds.low - 1e-6 <= whole <= bounds.high + 1e-6


@given(MEMBERS)
def test_a_mean_lies_among_its_values(members):
    seen = [(w, v) for w, v, has in members if has]
    found = weighted_mean(
        Parts(len(members), len(seen), 1.0, sum(w for w, _ in seen), sum(w * v for w, v in seen))
    )
    if not seen:
        assert found is None
    else:
        assert min(v for _, v in seen) - 1e-6 <= found <= max(v for _, v in seen) + 1e-6


def test_the_order_of_rows_does_not_count(hold):
    rows = three(ARC=50.0, BOR=20.0, COK=80.0)
    assert compute(hold, rows) == compute(hold, rows[::-1])


@given(st.permutations(three(ARC=50.0, BOR=20.0)), st.booleans())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_neither_order_nor_what_else_is_asked_changes_a_digit(hold, rows, more):
    asked = {"largest": 1.0, "gate": 0.0}
    (expected,) = compute(hold, three(ARC=50.0, BOR=20.0), **asked)
    (found,) = compute(
        hold, [*rows, *([people("DYS", 2023, 5.0), row("DYS", 2023, 70.0)] if more else [])], **asked
    )
    assert found == expected
    assert found.bounds.low <= found.value <= found.bounds.high


def test_several_groups_in_one_call_are_what_each_is_alone(hold):
    groups = FixedGroups({"ALL": ("ARC", "BOR", "COK"), "ONE": ("ARC", "BOR"), "TWO": ("COK",)})
    held = hold(three(ARC=50.0, BOR=20.0, COK=80.0), groups=groups)
    together = aggregate.compute(Request("use", AS_OF, ("ALL", "ONE", "TWO"), ("2023",)), held)
    alone = [aggregate.compute(Request("use", AS_OF, (each,), ("2023",)), held) for each in ("ALL", "ONE", "TWO")]
    assert sorted(together, key=str) == sorted((each for found in alone for each in found), key=str)


def test_a_median_can_be_split_by_sex(hold):
    rows = [row(area, 2023, value, sex="F") for area, value in (("ARC", 1.0), ("BOR", 2.0), ("COK", 9.0))]
    held = hold(rows, indicators={"use": IndicatorFacts("use", aggregator="median")})
    (found,) = aggregate.compute(Request("use", AS_OF, ("ALL",), ("2023",), by="sex", classified=("now",)), held)
    assert (found.sex, found.value) == ("female", 2.0)


@given(st.lists(st.integers(0, 1000), min_size=18, max_size=18))
def test_the_mean_of_eighteen_scores_of_one_decimal_is_a_multiple_of_a_180th(tenths):
    scores = [each / 10 for each in tenths]
    mean = weighted_mean(Parts(18, 18, 18.0, 18.0, sum(scores)))
    assert mean * 180 == pytest.approx(round(mean * 180), abs=1e-6)


@pytest.mark.parametrize("printed", ["56.3555", "73.5722", "87.6055"])
def test_the_scores_published_for_the_arab_states_are_such_means(printed):
    nearest = round(float(printed) * 180) / 180
    assert f"{int(nearest * 10000) / 10000:.4f}" == printed


def test_a_group_has_the_unweighted_mean_of_the_scores_of_its_members(hold):
    areas = tuple(f"S{number:02}" for number in range(18))
    scores = dict(zip(areas, (56.4, 56.3) * 9, strict=True))
    held = hold(
        [row(area, 2023, score, unit="index") for area, score in scores.items()],
        indicators={"use": IndicatorFacts("use", aggregator="unweighted mean")},
        groups=FixedGroups({"ALL": areas}),
    )
    (found,) = aggregate.compute(Request("use", AS_OF, ("ALL",), classified=("now",)), held)
    assert found.value * 180 == pytest.approx(10143)


def test_a_single_area_has_no_aggregate_and_it_is_said(hold):
    asked = Request("use", AS_OF, ("ALL", "ARC"), ("2023",), classified=("now",))
    found = aggregate.compute(asked, hold(three(ARC=50.0, BOR=20.0, COK=80.0)))
    assert [(each.area, each.value is None) for each in found] == [("ALL", False), ("ARC", True)]
    assert found[1].because == "Arcadia is no group, and has no members."
    assert not found[1].published


def test_members_whose_leaving_is_contested_are_counted_and_named(hold):
    class Contested(FixedGroups):
        def contested(self, _group, on):
            return {"ARC": date(2025, 11, 24)} if on >= date(2025, 11, 24) else {}

    groups = Contested({"ALL": ("ARC", "BOR", "COK")})
    rows = three(ARC=50.0, BOR=20.0, COK=80.0)
    asked = Request("use", AS_OF, ("ALL",), ("2023",))
    now, then = aggregate.compute(asked, hold(rows, groups=groups))
    assert "contested" not in then.because
    assert now.because.endswith("Counted although the day of leaving is contested and past: Arcadia (2025-11-24).")


def test_members_of_a_classification_that_another_followed_are_said_to_be_the_older_ones(hold):
    class Older(FixedGroups):
        def recorded_until(self, _group):
            return date(2025, 7, 1)

    rows = three(ARC=50.0, BOR=20.0, COK=80.0)
    held = hold(rows, groups=Older({"ALL": ("ARC", "BOR", "COK")}))
    now, then = aggregate.compute(Request("use", AS_OF, ("ALL",), ("2023",)), held)
    assert "classification" not in then.because
    assert now.because.endswith(
        "Members are those of the classification before 2025-07-01: no later one is recorded."
    )


def test_too_many_members_without_denominator_hold_it_back(hold):
    """Full coverage of the one member that has a weight says nothing of the other two."""
    rows = [
        each
        for each in three(ARC=50.0, BOR=20.0, COK=80.0)
        if (each["indicator"], each["area"]) not in {("people", "BOR"), ("people", "COK")}
    ]
    (found,) = compute(hold, rows)
    assert (found.coverage.weight, found.bounds, found.published) == (None, None, False)
    assert found.because.startswith(
        "Held back: 2 of 3 members have no denominator, so that nobody knows how much of the group has data. "
    )
    assert found.because.endswith("Without them neither coverage nor bounds are known.")


def test_weights_in_another_unit_than_most_are_left_out(hold):
    rows = [
        each
        for each in three(ARC=50.0, BOR=20.0, COK=80.0)
        if (each["indicator"], each["area"]) != ("people", "ARC")
    ]
    (found,) = compute(hold, [*rows, {**people("ARC", 2023, 0.06), "unit": "thousands"}])
    assert found.value == pytest.approx(35.0)
    assert "Left out of coverage and bounds, having no denominator: 1 member." in found.because


def test_of_files_without_a_day_the_one_that_reaches_further_is_the_newer(hold):
    """As for a published series; that the older one has more members in the year asked does not count."""
    old = [row(area, 2020, 40.0, vintage=None, source="d" * 64) for area in ("ARC", "BOR", "COK")]
    new = [row(area, 2020, 30.0, vintage=None, source="e" * 64) for area in ("ARC", "BOR")]
    new += [row("ARC", 2023, 50.0, vintage=None, source="e" * 64)]
    weights = [people(area, 2020, 45.0) for area in ("ARC", "BOR")] + [people("COK", 2020, 10.0)]
    held = hold([*old, *new, *weights])
    (found,) = aggregate.compute(Request("use", AS_OF, ("ALL",), ("2020",), classified=("now",)), held)
    assert (found.value, found.published, found.source.sha256) == (30.0, True, "e" * 64)


def test_no_year_after_the_question_is_the_latest(hold):
    later = AS_OF.year + 9
    rows = [row("ARC", year, float(value)) for year, value in ((2024, 40), (later, 90))]
    held = hold(
        [*rows, people("ARC", 2024, 1.0), people("ARC", later, 1.0)], groups=FixedGroups({"ALL": ("ARC",)})
    )
    (found,) = aggregate.compute(Request("use", AS_OF, ("ALL",), classified=("now",)), held)
    assert (found.period, found.value) == ("2024", 40.0)


def test_why_it_is_held_back_is_a_detail_too(hold):
    (found,) = compute(hold, three(BOR=20.0, COK=80.0))
    assert found.details["held_back"] == "40.0 per cent of the denominator has data; needed are 60.0 per cent"
    assert found.because.startswith(f"Held back: {found.details['held_back']}. ")
