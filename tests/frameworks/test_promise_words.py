"""The words of promises: each part is there, the longest word first, none in two parts."""

from typing import get_args

from stocktake.frameworks.promise_words import Role, promise_words


def test_every_part_has_words_the_longest_first_and_shares_none():
    parts = [promise_words(role) for role in get_args(Role)]
    for words in parts:
        assert words
        assert list(words) == sorted(words, key=lambda word: (-len(word), word))
    every = [word for words in parts for word in words]
    assert len(every) == len(set(every))
