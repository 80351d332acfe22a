"""The laws of figures: a reach for each comparator, parts that can add up to a whole, measures that are known."""

import pytest

from stocktake.errors import InternalError
from stocktake.frameworks.areas import aggregates
from stocktake.frameworks.figure_laws import figure_laws, near_measures, partitions, reach_of, words_for_everyone
from stocktake.frameworks.figure_words import figure_words, words_by_form
from stocktake.frameworks.indicators import indicators


def test_every_comparator_reaches_to_the_side_that_its_sense_says():
    for word in figure_words("comparator"):
        if word.sense == "exactly":
            continue
        reach = reach_of(word.name)
        assert (reach.below != 0) == (word.sense in {"around", "below", "at most"}), word.name
        assert (reach.above != 0) == (word.sense in {"around", "above", "at least"}), word.name


def test_a_comparator_without_a_record_is_named():
    with pytest.raises(InternalError) as caught:
        reach_of("hardly")
    assert caught.value.message == (
        "expected a record of role range for each comparator of figure_words.yaml, in figure_laws.yaml, but there is "
        "none for 'hardly'. Add it and run the tests of frameworks."
    )


def test_the_shares_of_the_parts_can_add_up_to_one_whole():
    for name, parts in partitions().items():
        assert sum(each.low for each in parts) <= 1 <= sum(each.high for each in parts), name
        assert len({each.whole for each in parts}) == 1, name
        assert all(each.area is None or each.area in aggregates() for each in parts), name


def test_what_is_close_to_an_indicator_is_a_measure_without_one():
    measures = {each.name: each for each in figure_words("measure")}
    for near in near_measures().values():
        assert near.indicator in indicators()
        assert measures[near.name].indicator is None
        assert near.note


def test_words_for_everyone_are_words_for_a_population():
    populations = {word for form in words_by_form("population") for word in form.split()}
    assert words_for_everyone("heads") <= populations
    assert not words_for_everyone("before them") & words_for_everyone("not after them")
    assert {each.name for each in figure_laws("everyone")} == {"heads", "before them", "not after them"}
