"""What printed figures leave open: digits, words, comparators, denial."""

import pytest
from figured import case
from hypothesis import given
from hypothesis import strategies as st

from stocktake.documents.find.figures import find_figures
from stocktake.review.figures.printed import agrees, printed_range
from stocktake.values.interval import Interval, exact, rounded


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("65 per cent of people worldwide use the Internet", 64.5, 65.5),
        ("24.4 per cent of people worldwide use the Internet", 24.35, 24.45),
        ("only 27 per cent of people worldwide use the Internet", 26.5, 27.5),
        ("almost half of the world's population uses the Internet", 45, 50),
        ("nearly 50 per cent of the world's population uses the Internet", 47.5, 50),
        ("nearly 87 per cent of the world's population uses the Internet", 86, 87),
        ("about 87 per cent of the world's population uses the Internet", 86, 88),
        ("about 24.0 per cent of the world's population uses the Internet", 23.9, 24.1),
        ("nine out of ten people worldwide use the Internet", 85, 95),
        ("nearly nine out of ten people worldwide use the Internet", 85, 90),
        ("nine tenths of the world's population use the Internet", 85, 95),
        ("approximately a third of the world's population uses the Internet", 28.3, 38.3),
        ("two thirds of the world's population use the Internet", 64.2, 69.2),
        ("more than 60 per cent of the world's population uses the Internet", 60, 100),
        ("less than 18 per cent of the world's population uses the Internet", 0, 18),
        ("between 60 and 70 per cent of the world's population use the Internet", 59.5, 70.5),
    ],
)
def test_words_and_digits_leave_open(words: str, low: float, high: float):
    found = case(f"Notes that {words};").reach
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(low, abs=0.05), pytest.approx(high, abs=0.05))


def test_a_denied_share_is_that_of_the_others():
    figure = case("Notes that more than four in five people worldwide are not using the Internet;").figure
    assert printed_range(figure, negated=False) == Interval(80, 100)
    assert printed_range(figure, negated=True) == Interval(0, 20)


def test_money_is_open_by_half_a_unit_of_its_last_place():
    found = case("Notes the annual 4.1 trillion United States dollar gap in the financing of kites;")
    assert found.reach is not None
    assert (found.reach.low, found.reach.high) == (pytest.approx(4.05e12), pytest.approx(4.15e12))


def test_a_share_without_a_number_leaves_nothing_to_compare():
    text = case("Notes that the majority of kite makers have no string;")
    assert printed_range(text.figure, negated=False) is None


def test_ranges_that_only_touch_do_not_agree_and_a_single_number_within_does():
    assert not agrees(rounded(29, 0), rounded(30, 0))
    assert agrees(rounded(30, 0), exact(29.7))
    assert agrees(rounded(67, 0), rounded(66.9, 1))


@given(st.integers(1, 99), st.sampled_from(["", "about ", "almost ", "more than ", "at most ", "only "]))
def test_the_printed_number_is_always_left_open_and_denial_mirrors(number: int, comparator: str):
    text = case(f"Notes that {comparator}{number} per cent of people worldwide use the Internet;")
    (figure,) = find_figures(text.text.document)
    plain, turned = printed_range(figure, negated=False), printed_range(figure, negated=True)
    assert plain is not None
    assert turned is not None
    assert plain.contains(number)
    assert (turned.low, turned.high) == (pytest.approx(100 - plain.high), pytest.approx(100 - plain.low))
