"""English ordinals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.values.ordinal import ordinal_number, ordinal_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("seventy-seventh", 77),
        ("Eightieth", 80),
        ("twenty first", 21),
        ("69th", 69),
        ("101st", 101),
        ("hundredth", 100),
        ("hundred and first", 101),
        ("one hundred-and-first", 101),
        ("a hundred-first", 101),
        ("two hundred and fortieth", 240),
    ],
)
def test_an_ordinal_has_its_number(text: str, number: int):
    assert ordinal_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "seventy", "21th", "0th", "first-second", "hundred and foo", "III", "1000th"]
)
def test_what_is_no_ordinal_has_none(text: str):
    assert ordinal_number(text) is None


@given(st.integers(1, 999))
def test_words_and_number_agree(number: int):
    assert ordinal_number(ordinal_words(number)) == number


@pytest.mark.parametrize(
    ("number", "words"), [(77, "seventy-seventh"), (101, "one hundred and first"), (200, "two hundredth")]
)
def test_words_are_those_of_the_un(number: int, words: str):
    assert ordinal_words(number) == words


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_numbers_out_of_range_are_refused(number: int):
    with pytest.raises(ValueError, match=f"^ordinals go from 1 to 999, not {number}$"):
        ordinal_words(number)
