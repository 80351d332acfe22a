"""How numbers and ranges are worded in derivations."""

from dataclasses import replace

import pytest
from figured import published

from stocktake.review.figures.wording import plain_number, range_words, unrounded_words
from stocktake.values.interval import Interval, exact, rounded


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (67.44, "per cent", "67.4"),
        (71.0, "per cent", "71"),
        (5400.0, "persons", "5,400"),
        (5.45e9, "persons", "5.45 billion"),
        (856.4e6, "US dollars", "856.4 million"),
        (1.5e12, "US dollars", "1.5 trillion"),
        (0.915, "ratio", "0.915"),
        (-3.1, "per cent", "-3.1"),
    ],
)
def test_millions_have_their_word(value: float, unit: str, words: str):
    assert plain_number(value, unit) == words


def test_a_range_has_the_places_asked_for():
    assert range_words(Interval(24.35, 24.45), places=2) == "24.35 to 24.45 per cent"
    assert range_words(Interval(5.45e9, 5.55e9), "persons") == "5.45 billion to 5.55 billion persons"


def test_what_a_value_can_have_been_is_told_only_where_all_its_places_are_shown():
    value = published(67.6, 2043, "2043-11-20")
    shown = "67.6 per cent for 2043 (Example Facts 2043, 20 November 2043)"
    told = f"{shown}, which before rounding can have been 67.55 to 67.65 per cent"
    assert unrounded_words(replace(value, range=rounded(67.6, 1))) == told
    assert unrounded_words(replace(value, value=67.5713, range=rounded(67.5713, 4))) == shown
    assert unrounded_words(replace(value, range=exact(67.6))) == shown
