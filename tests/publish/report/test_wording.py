"""The words of a report in the United Nations' style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.publish.report.model import Points
from stocktake.publish.report.wording import (
    counted,
    in_style,
    leading,
    listed,
    points,
    runs,
    sentence,
    series,
    short_place,
    some_of,
    text_name,
    texts_named,
)


@pytest.mark.parametrize(
    ("number", "within", "first"),
    [
        (0, "no duties", "No duties"),
        (1, "one duty", "One duty"),
        (9, "nine duties", "Nine duties"),
        (10, "10 duties", "Ten duties"),
        (21, "21 duties", "Twenty-one duties"),
        (42, "42 duties", "Forty-two duties"),
        (90, "90 duties", "Ninety duties"),
        (100, "100 duties", "100 duties"),
        (1250, "1\u00a0250 duties", "1\u00a0250 duties"),
    ],
)
def test_numbers_under_ten_are_words_and_so_are_those_that_begin_a_sentence(number, within, first):
    assert counted(number, "duty", "duties") == within
    assert leading(number, "duty", "duties") == first


@given(st.integers(min_value=0, max_value=99))
def test_no_sentence_begins_with_digits_below_a_hundred(number: int):
    assert leading(number, "kite")[0].isupper()


def test_numbers_of_one_series_are_all_words_or_all_digits():
    assert series({"new": 3, "gone": 9}) == {"new": "three", "gone": "nine"}
    assert series({"edited": 10, "new": 3, "gone": 0}) == {"edited": "10", "new": "3", "gone": "no"}
    assert series({}) == {}


def test_what_our_ids_name_is_named_as_a_person_would():
    assert in_style("Paragraph P17 goes on in paragraph P4(a).") == (
        "Preambular paragraph 17 goes on in preambular paragraph 4(a)."
    )
    assert in_style("asked for by 31 May 2011 (97/901:18#r1) and in 97/901:4(b)#2") == (
        "asked for by 31 May 2011 (resolution 97/901, paragraph 18) and in resolution 97/901, paragraph 4(b)"
    )
    assert in_style("See A/RES/97/901:18#1.") == "See resolution 97/901, paragraph 18."
    assert in_style("the draft A/C.2/97/L.9:4#1") == "the draft A/C.2/97/L.9:4#1"


def test_names_are_joined_as_in_a_sentence():
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert some_of(["a", "b", "c", "d"], 2) == "a, b and two more"


def test_sentences_of_the_review_are_put_into_style():
    said = "3 duties of A/RES/97/901 fell due on 2044-05-01. 12.5 % of them are in E/RES/2044/3."
    assert in_style(said) == (
        "Three duties of resolution 97/901 fell due on 1 May 2044. 12.5 per cent of them are in E/RES/2044/3."
    )
    assert in_style("0 of 250 members; file kites-2044-05-01.csv") == "0 of 250 members; file kites-2044-05-01.csv"


def test_a_sentence_ends_once():
    assert [sentence(each) for each in ("kites", "Kites.", "kites …")] == ["Kites.", "Kites.", "Kites …"]


def test_texts_and_places_are_named_as_in_prose():
    assert text_name("A/RES/97/901") == "resolution 97/901"
    assert text_name("E/RES/2044/3") == "Economic and Social Council resolution 2044/3"
    assert text_name("draft.txt") == "draft.txt"
    assert (
        texts_named(["A/RES/97/901", "A/RES/98/902", "A/RES/99/903"], 2)
        == "resolutions 97/901, 98/902 and one more"
    )
    assert texts_named(["A/RES/97/901", "draft.txt"], 5) == "resolution 97/901 and draft.txt"
    assert [short_place(each) for each in ("26", "P33", "note 3")] == ["26", "preamble 33", "note 3"]


def test_points_beyond_the_most_are_counted():
    (made,) = points((runs(each) for each in "abcd"), 3, "in the table")
    assert isinstance(made, Points)
    assert ["".join(run.text for run in item) for item in made.items] == ["a", "b", "And two more in the table."]
    assert points([], 3, "in the table") == ()
