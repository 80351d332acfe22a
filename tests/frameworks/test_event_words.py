"""Words of events, by the part they play."""

from typing import get_args

from stocktake.frameworks.event_words import EventWord, Role, event_words
from stocktake.frameworks.records import load_records


def test_every_part_is_played_and_no_other():
    assert {each.role for each in load_records("event_words", EventWord)} == set(get_args(Role))


def test_no_word_plays_one_part_twice():
    records = [(each.role, each.word) for each in load_records("event_words", EventWord)]
    assert len(records) == len(set(records))


def test_the_longest_comes_first_so_that_it_is_matched():
    words = event_words("theme")
    assert list(words) == sorted(words, key=lambda word: (-len(word), word))
    assert words.index("under the theme of") < words.index("under the theme")
