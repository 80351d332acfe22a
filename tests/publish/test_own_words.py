"""Words of contributions: each action once, long words cut and said to be."""

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reported import contribution

from stocktake.publish.own_words import actions_told, by_line, by_place, first_words
from stocktake.review.evidence.model import Reported


def test_an_action_stands_once_under_every_line_and_place_of_its_reports():
    first = Reported(contribution(1, action_lines=("C2",)), UUID(int=2), (("A", "3"),))
    second = Reported(contribution(2, action_lines=("C4",)), UUID(int=2), (("A", "3"),))
    (told,) = actions_told((first, second))
    assert told.made == second.contribution
    assert told.reports == (second, first)
    assert by_line((told,), "WSIS") == {"C4": (told,), "C2": (told,)}
    assert by_place((told,)) == {("A", "3"): (told,)}


def test_short_words_are_whole():
    assert first_words("Kites for all.", 3).text == "Kites for all."
    assert first_words("", 3).text == ""
    assert first_words("", 3).whole


def test_long_words_are_cut_and_counted():
    cut = first_words("one two three four", 3)
    assert (cut.text, cut.shown, cut.every, cut.whole) == ("one two three …", 3, 4, False)


def test_words_without_spaces_are_cut_too():
    cut = first_words("字" * 100, 3)
    assert not cut.whole
    assert len(cut.text) == 3 * 12 + len(" …")


@settings(max_examples=100)
@given(st.text(max_size=200), st.integers(1, 20))
def test_what_is_shown_is_how_the_words_begin(text, most):
    cut = first_words(text, most)
    words = " ".join(text.split())
    assert cut.shown <= most
    assert words.startswith(cut.text.removesuffix(" …")) or cut.whole
    assert cut.whole == (cut.text == words)


@pytest.mark.parametrize("most", [1, 2])
def test_an_ellipsis_of_the_author_is_not_ours(most):
    assert first_words("a …", 2).whole
    assert first_words("a b c", most).text.endswith(" …")
