"""Figures held against what is published: supported, rounded, superseded, revised, outside of all."""

import pytest
from figured import case, published

from stocktake.review.figures.case import Case
from stocktake.review.figures.model import VerdictName
from stocktake.review.figures.verdicts import judge

OLD = published(68, 2042, "2042-11-25")
NEW = published(71, 2043, "2043-11-20")
LATER = published(74, 2044, "2044-11-20")


def names(of: Case) -> list[VerdictName]:
    return [each.verdict for each in judge(of)]


def test_the_published_number_supports_the_words():
    found = judge(case("Notes that 71 per cent of people worldwide use the Internet;", OLD, NEW))
    assert [(each.verdict, each.because) for each in found] == [
        (
            "supported",
            "The text says “71 per cent”. Published: 71 per cent for 2043 (Example Facts 2043, 20 November 2043).",
        )
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("more than 70 per cent of people worldwide use", ["supported"]),
        ("approximately 70 per cent of people worldwide use", ["consistent after rounding"]),
        ("two thirds of people worldwide use", ["superseded", "consistent after rounding"]),
        ("29 per cent of people worldwide are not using", ["supported"]),
        ("less than a quarter of people worldwide are not using", ["not checkable"]),
        ("90 per cent of people worldwide use", ["contradicted"]),
        ("10 per cent of people worldwide use", ["contradicted"]),
        ("55 per cent of people worldwide use", ["not checkable"]),
    ],
)
def test_comparators_and_words_are_honoured(words: str, expected: list[VerdictName]):
    assert names(case(f"Notes that {words} the Internet;", OLD, NEW)) == expected


def test_a_newer_edition_was_out_when_the_text_was_adopted():
    found = judge(case("Notes that 68 per cent of people worldwide use the Internet;", OLD, NEW))
    assert [each.verdict for each in found] == ["superseded", "supported"]
    assert found[0].because == (
        "The text says “68 per cent”. It rests on 68 per cent for 2042 (Example Facts 2042, 25 November 2042). When the "
        "text was adopted, on 12 December 2043, 71 per cent for 2043 (Example Facts 2043, 20 November 2043) was out "
        "already, since 20 November 2043. The two are of two editions, and a later edition may revise all years: 68 and "
        "71 are not to be read as a change."
    )
    assert found[0].against == (OLD, NEW)


def test_a_newer_edition_came_out_since():
    found = judge(case("Notes that 71 per cent of people worldwide use the Internet;", OLD, NEW, LATER))
    assert [each.verdict for each in found] == ["superseded", "supported"]
    assert "Since then 74 per cent for 2044 (Example Facts 2044, 20 November 2044) came out" in found[0].because


def test_a_figure_that_says_its_year_is_not_out_of_date_by_what_came_later():
    words = "Notes that 71 per cent of people worldwide used the Internet in 2043;"
    assert names(case(words, OLD, NEW, LATER)) == ["supported"]


def test_a_figure_of_years_ago_is_not_out_of_date():
    words = "Notes that a decade ago 68 per cent of people worldwide used the Internet;"
    assert names(case(words, OLD, NEW)) == ["supported"]


def test_the_others_are_told_from_those_the_indicator_counts():
    (found,) = judge(case("Notes that nearly a third of people worldwide are not using the Internet;", NEW))
    assert found.because == (
        "The text says nearly “a third” (individuals not using the Internet; the indicator counts the others). That "
        "leaves 66.7 to 71.7 per cent for the others. Published: 71 per cent for 2043 (Example Facts 2043, 20 November "
        "2043), which before rounding can have been 70.5 to 71.5 per cent."
    )


def test_a_newest_value_that_still_bears_the_words_out_supersedes_nothing():
    again = published(68, 2043, "2043-11-20")
    assert names(case("Notes that 68 per cent of people worldwide use the Internet;", OLD, again)) == ["supported"]


def test_another_value_of_the_same_year_in_a_later_edition_is_a_revision_and_no_fall():
    again = published(66, 2042, "2043-11-20")
    found = judge(case("Notes that 68 per cent of people worldwide used the Internet in 2042;", OLD, again))
    assert [each.verdict for each in found] == ["revised", "supported"]
    assert "The source revised the year; the world did not change by the difference." in found[0].because


def test_a_stated_year_of_which_everything_published_differs_is_contradicted():
    again = published(66, 2042, "2043-11-20")
    found = judge(case("Notes that 59 per cent of people worldwide used the Internet in 2042;", OLD, again, NEW))
    assert [each.verdict for each in found] == ["contradicted"]
    assert found[0].against == (OLD, again)


@pytest.mark.parametrize(("share", "expected"), [(66, "revised"), (50, "contradicted")])
def test_a_stated_year_of_which_only_later_editions_are_held_may_be_revised(share: int, expected: VerdictName):
    later = published(70, 2042, "2044-11-20")
    found = judge(case(f"Notes that {share} per cent of people worldwide used the Internet in 2042;", later))
    assert [each.verdict for each in found] == [expected]
    assert found[0].against == (later,)


def test_what_is_not_sure_and_what_came_out_after_the_day_decide_nothing():
    doubtful = published(30, 2043, "2043-11-20", is_sure=False)
    words = "Notes that 71 per cent of people worldwide use the Internet;"
    assert names(case(words, doubtful)) == ["not checkable"]
    assert names(case(words, NEW, published(90, 2045, "2045-06-01"))) == ["supported"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the majority of people worldwide use the Internet", ["not checkable"]),
        ("44 per cent of people in Africa own a mobile phone", ["not bound"]),
        ("30 per cent of kites in Africa are torn", ["not checkable"]),
        ("Internet use worldwide rose by 4 per cent", ["not checkable"]),
    ],
)
def test_what_cannot_be_held_against_anything_says_so(words: str, expected: list[VerdictName]):
    assert names(case(f"Notes that {words};", NEW)) == expected


def test_a_target_whose_year_is_over_is_expired():
    words = "Reaffirms the target of 75 per cent of people worldwide using the Internet by {};"
    (found,) = judge(case(words.format(2040)))
    assert found.verdict == "expired target"
    assert found.because == "The text names it as wanted by 2040, and 2040 was over when the text was settled."
    assert names(case(words.format(2060))) == ["not checkable"]


def test_no_more_than_the_nearest_values_are_named_beside_a_figure_that_none_fits():
    held = tuple(published(40 + year - 2030, year, f"{year}-11-20") for year in range(2036, 2044))
    (found,) = judge(case("Notes that 90 per cent of people worldwide use the Internet;", *held))
    assert (found.verdict, found.against) == ("contradicted", held[-4:])
    assert found.because == (
        "The text says “90 per cent”. The words leave room for 89.5 to 90.5 per cent. Nothing published for any year held "
        "lies there; the nearest are 50 per cent for 2040 (Example Facts 2040, 20 November 2040); 51 per cent for 2041 "
        "(Example Facts 2041, 20 November 2041); 52 per cent for 2042 (Example Facts 2042, 20 November 2042); 53 per cent "
        "for 2043 (Example Facts 2043, 20 November 2043)."
    )


def test_what_will_be_is_not_contradicted_by_what_is():
    words = "Notes that the share of people worldwide who use the Internet will reach 90 per cent;"
    assert "contradicted" not in names(case(words, OLD, NEW))


def test_the_year_from_which_a_change_began_is_not_out_of_date():
    words = "Notes that the share of people using the Internet worldwide rose from 68 per cent in 2042 to 71 per cent in 2043;"
    assert names(case(words, OLD, NEW)) == ["supported"]
