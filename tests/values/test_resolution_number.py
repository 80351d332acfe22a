"""The numbers of resolutions as printed in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.values.resolution_number import (
    Numbering,
    ResolutionNumber,
    match_letters,
    match_number,
    roman_number,
    scan_numbers,
)


@pytest.mark.parametrize(
    ("printed", "number", "canonical"),
    [
        ("80/118", ResolutionNumber(Numbering.SESSION, "80", 118), "80/118"),
        ("S-10/2", ResolutionNumber(Numbering.SESSION, "S-10", 2), "S-10/2"),
        ("ES-10/23", ResolutionNumber(Numbering.SESSION, "ES-10", 23), "ES-10/23"),
        ("2025/18", ResolutionNumber(Numbering.YEAR, "2025", 18), "2025/18"),
        ("57/270 B", ResolutionNumber(Numbering.SESSION, "57", 270, "B"), "57/270[B]"),
        ("38/73 A–J", ResolutionNumber(Numbering.SESSION, "38", 73, "A-J"), "38/73[A-J]"),
        ("217 A (III)", ResolutionNumber(Numbering.ROMAN, "III", 217, "A"), "217(III)[A]"),
        ("1514 (XV)", ResolutionNumber(Numbering.ROMAN, "XV", 1514), "1514(XV)"),
        ("3201 (S-VI)", ResolutionNumber(Numbering.ROMAN, "S-VI", 3201), "3201(S-VI)"),
        ("1373 (2001)", ResolutionNumber(Numbering.SERIAL, "2001", 1373), "1373(2001)"),
    ],
)
def test_each_way_of_numbering_is_read(printed: str, number: ResolutionNumber, canonical: str):
    assert match_number(printed) == (number, (0, len(printed)))
    assert str(number) == canonical


@pytest.mark.parametrize("text", ["70", "58.3", "1/CP.21", "12/13/14", "A/70/1", "B (III)", "(2001)"])
def test_other_figures_are_not_read(text: str):
    assert match_number(text) is None


def test_a_word_after_the_number_is_no_letter():
    matched = match_number("70/1 E-commerce")
    assert matched is not None
    assert str(matched[0]) == "70/1"


def test_further_letters_are_read_one_by_one():
    text = "72/266 A, B and C of"
    letters = []
    at = len("72/266 A")
    while more := match_letters(text, at):
        letters.append(more[0])
        at = more[1].end
    assert letters == ["B", "C"]


def test_numbers_are_scanned_in_order():
    assert [str(number) for number, _ in scan_numbers("56/1, 2010/2 and 22 A (I), not 58.3")] == [
        "56/1",
        "2010/2",
        "22(I)[A]",
    ]


@pytest.mark.parametrize(
    ("figures", "number"), [("III", 3), ("XXX", 30), ("XLVIII", 48), ("LX", 60), ("IIX", None), ("", None)]
)
def test_roman_figures(figures: str, number: int | None):
    assert roman_number(figures) == number


def test_a_special_session_has_no_number():
    assert ResolutionNumber(Numbering.ROMAN, "S-VI", 3201).session_number is None
    assert ResolutionNumber(Numbering.ROMAN, "XV", 1514).session_number == 15


@given(
    st.sampled_from(["80", "7", "S-10", "2025", "ES-7"]),
    st.integers(1, 400),
    st.sampled_from(["", "A", "B", "A-C"]),
)
def test_the_canonical_form_is_read_as_the_same_number(session: str, number: int, letter: str):
    numbering = Numbering.YEAR if session == "2025" else Numbering.SESSION
    printed = ResolutionNumber(numbering, session, number, letter)
    assert match_number(str(printed)) == (printed, (0, len(str(printed))))
