"""Words of figures: every part is played, every area and indicator is known."""

import re
from typing import get_args

from stocktake.frameworks.areas import named
from stocktake.frameworks.figure_words import FigureWord, Role, any_of, figure_words, organ_verbs, words_by_form
from stocktake.frameworks.indicators import indicator
from stocktake.frameworks.records import load_records


def test_every_part_is_played_and_no_other():
    assert {each.role for each in load_records("figure_words", FigureWord)} == set(get_args(Role))


def test_no_word_means_two_things_in_one_part():
    for role in get_args(Role):
        forms = [form for each in figure_words(role) for form in each.words]
        assert len(forms) == len(set(forms)), role


def test_areas_and_indicators_are_those_of_the_frameworks():
    for group in figure_words("group"):
        assert group.area is not None
        assert named(group.area).en
    for each in figure_words("measure"):
        assert each.indicator is None or indicator(each.indicator).code == each.indicator


def test_what_counts_has_a_number_and_what_compares_a_side():
    counted = [each for role in ("number", "scale", "fraction", "multiple") for each in figure_words(role)]
    assert all(each.value or each.words == ("zero",) for each in counted)
    assert all(each.sense for each in figure_words("comparator"))
    assert words_by_form("comparator")["a minimum of"].name == "at least"


def test_the_longest_word_is_matched():
    found = re.search(any_of("currency"), "9 United States dollars")
    assert found is not None
    assert found[0] == "United States dollars"
    verbs = organ_verbs()
    assert list(verbs) == sorted(verbs, key=lambda verb: (-len(verb), verb))
