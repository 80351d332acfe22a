"""Women and men: the score, its rounding, the gap."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_observations import AS_OF, people, row

from stocktake.statistics.measures import parity
from stocktake.statistics.measures.parity import adjusted_score, gap_in_people, parity_score, parity_words
from stocktake.statistics.measures.request import IndicatorFacts, Request
from stocktake.statistics.model import Source
from stocktake.values.interval import Interval, rounded


def both(area="ARC", women=65.0, men=70.0, **given):
    return [row(area, 2024, women, sex="F", **given), row(area, 2024, men, sex="M", **given)]


def test_the_score_carries_what_rounding_leaves_open(hold):
    (found,) = parity.compute(Request("use", AS_OF, ("ARC",)), hold(both()))
    assert found.value == pytest.approx(0.929, abs=5e-4)
    assert (round(found.interval.low, 3), round(found.interval.high, 3)) == (0.915, 0.942)
    assert found.interval.overlaps(rounded(0.94, 2))
    assert found.details["gap"] == 5.0
    assert found.because == "Women 65, men 70: the lower rate is that of women. Both of one release of 2025-01-01."


@pytest.mark.parametrize(
    ("rates", "ends", "published"),
    [
        ((65.0, 70.0), (0.915, 0.942), 0.94),
        ((57.0, 62.0), (0.904, 0.935), None),
        ((29.0, 41.0), (0.687, 0.728), 0.70),
        ((30.0, 41.0), (0.711, 0.753), None),
        ((19.0, 31.0), (0.587, 0.639), None),
    ],
)
def test_the_scores_of_percentages_that_were_cited(hold, rates, ends, published):
    (found,) = parity.compute(Request("use", AS_OF, ("ARC",)), hold(both("ARC", *rates)))
    assert (round(found.interval.low, 3), round(found.interval.high, 3)) == ends
    assert found.interval.contains(found.value)
    assert published is None or found.interval.overlaps(rounded(published, 2))
    assert not found.interval.overlaps(rounded(found.value + 0.05, 2))


def test_the_gap_in_people(hold):
    rows = [*both(), people("ARC", 2024, 1000.0, sex="F"), people("ARC", 2024, 2000.0, sex="M")]
    (found,) = parity.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert found.details["gap_in_people"] == 750.0


def test_women_and_men_of_two_releases_are_not_compared(hold):
    rows = [row("ARC", 2024, 65.0, sex="F"), row("ARC", 2024, 70.0, sex="M", vintage=date(2024, 1, 1))]
    (found,) = parity.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert (found.value, found.because) == (
        None,
        "No release held has both values of use by sex for one year as of 2025-12-31.",
    )
    assert found.details == {"lacking": "no release held has both values"}


def test_of_files_without_a_day_it_says_what_to_do(hold):
    rows = [row("ARC", 2024, 65.0, sex="F"), row("ARC", 2024, 70.0, sex="M", vintage=None)]
    (found,) = parity.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert found.because == (
        "No release held has both values of use by sex for one year as of 2025-12-31. "
        "A file without a day is a release of its own: say its day with stocktake add --vintage."
    )


def test_where_nothing_is_held_by_sex_no_file_is_to_blame(hold):
    held = hold([row("ARC", 2024, 65.0, vintage=None), row("BOR", 2024, 70.0, sex="F")])
    alone, half, group = parity.compute(Request("use", AS_OF, ("ARC", "BOR", "ALL"), periods=("2024",)), held)
    assert alone.because == "Nothing of use by sex for 2024 is held as of 2025-12-31."
    assert half.because == "Of use by sex for 2024 only female is held as of 2025-12-31."
    assert group.because == (
        "Nothing of use by sex for 2024 is held as of 2025-12-31; nor has a release both for the members."
    )


def test_women_and_men_of_two_codes_of_one_release_are(hold):
    rows = [row("ARC", 2024, 65.0, sex="F", code="USE.FE"), row("ARC", 2024, 70.0, sex="M", code="USE.MA")]
    (found,) = parity.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert found.value == 65.0 / 70.0


def test_a_group_from_its_members(hold):
    rows = [
        *(
            each
            for area, women in (("ARC", 60.0), ("BOR", 30.0), ("COK", 30.0))
            for each in both(area, women, 60.0)
        ),
        *(people(area, 2024, 100.0, sex=sex) for area in ("ARC", "BOR", "COK") for sex in ("F", "M")),
    ]
    (found,) = parity.compute(Request("use", AS_OF, ("ALL",), classified=("now",)), hold(rows))
    assert found.value == pytest.approx(40.0 / 60.0)
    assert found.classified == "now"


@pytest.mark.parametrize(
    ("score", "interval", "words"),
    [
        (0.98, None, "parity"),
        (1.02, None, "parity"),
        (0.979, None, "the lower rate is that of women"),
        (1.021, None, "the lower rate is that of men"),
        (0.97, Interval(0.95, 0.99), "the lower rate is that of women; rounding leaves open whether it is parity"),
    ],
)
def test_words(score, interval, words):
    assert parity_words(score, interval) == words


def test_without_men_there_is_no_score():
    assert parity_score(3.0, 0.0) is None


@given(st.floats(0.1, 100), st.floats(0.1, 100))
def test_the_adjusted_score_is_symmetric(women, men):
    score, mirrored = parity_score(women, men), parity_score(men, women)
    assert score is not None
    assert mirrored is not None
    assert adjusted_score(score) + adjusted_score(mirrored) == pytest.approx(2.0)


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.floats(0, 100))
def test_equal_rates_and_numbers_leave_no_gap(women, men, rate):
    assert gap_in_people(women, women, rate, rate) == 0
    assert gap_in_people(women, men, rate, rate) == pytest.approx(-gap_in_people(men, women, rate, rate))


def of_all(women, men, **given):
    """The rates of three areas, all with as many women as men."""
    return [
        each
        for area in ("ARC", "BOR", "COK")
        for sex, rates in (("F", women), ("M", men))
        if area in rates
        for each in (row(area, 2024, rates[area], sex=sex, **given),)
    ]


def sizes():
    return [people(area, 2024, 100.0, sex=sex) for area in ("ARC", "BOR", "COK") for sex in ("F", "M")]


def test_a_group_that_is_held_back_says_why(hold):
    rates = {"ARC": 30.0}
    (found,) = parity.compute(
        Request("use", AS_OF, ("ALL",), classified=("now",)), hold([*of_all(rates, rates), *sizes()])
    )
    assert not found.published
    assert "Held back: 33.3 per cent of the denominator has data; needed are 60.0 per cent." in found.because
    assert found.details["held_back"] == "33.3 per cent of the denominator has data; needed are 60.0 per cent"


def test_women_and_men_of_other_members_are_not_compared(hold):
    women = {"ARC": 30.0, "BOR": 30.0, "COK": 30.0}
    men = {"ARC": 30.0, "BOR": 30.0}
    (found,) = parity.compute(
        Request("use", AS_OF, ("ALL",), classified=("now",), gate=0.5, largest=1.0),
        hold([*of_all(women, men), *sizes()]),
    )
    assert not found.published
    assert "Held back: the two are not counted in the same members." in found.because
    assert found.details["held_back"] == "the two are not counted in the same members"


def test_a_group_takes_the_release_that_has_both(hold):
    rates = {"ARC": 30.0, "BOR": 30.0, "COK": 30.0}
    newer = [row(area, 2024, 60.0, sex="F", vintage=date(2025, 6, 1)) for area in rates]
    (found,) = parity.compute(
        Request("use", AS_OF, ("ALL",), classified=("now",)), hold([*of_all(rates, rates), *sizes(), *newer])
    )
    assert (found.value, found.vintage) == (1.0, date(2025, 1, 1))


def test_medians_by_sex_are_paired_too(hold):
    rates = {"ARC": 30.0, "BOR": 40.0, "COK": 50.0}
    held = hold(of_all(rates, rates), indicators={"use": IndicatorFacts("use", aggregator="median")})
    (found,) = parity.compute(Request("use", AS_OF, ("ALL",), classified=("now",)), held)
    assert (found.value, found.published) == (1.0, True)


def test_women_and_men_from_two_files_say_both(hold):
    files = {
        "b" * 64: Source("women.csv", "b" * 64, "plain"),
        "c" * 64: Source("men.csv", "c" * 64, "plain"),
        "d" * 64: Source("all.csv", "d" * 64, "plain"),
    }
    rows = [
        row("ARC", 2024, 65.0, sex="F", source="b" * 64, row=3),
        row("ARC", 2024, 70.0, sex="M", source="c" * 64, row=8),
        row("ARC", 2024, 67.0, source="d" * 64),
    ]
    (found,) = parity.compute(Request("use", AS_OF, ("ARC",)), hold(rows, sources=files))
    assert found.source is None
    assert "Both of one release of 2025-01-01, in the files women.csv and men.csv." in found.because
    assert found.details["sources"] == [
        {"of": "female", "file": "women.csv", "row": 3, "sha256": "b" * 64},
        {"of": "male", "file": "men.csv", "row": 8, "sha256": "c" * 64},
    ]


def test_no_year_after_the_question_is_the_latest(hold):
    rows = [row("ARC", year, 60.0, sex=sex) for year in (2024, AS_OF.year + 5) for sex in ("F", "M")]
    (found,) = parity.compute(Request("use", AS_OF, ("ARC",)), hold(rows))
    assert found.period == "2024"
