"""The words of cycles: every role is there, kinds are deliverables, and only the first object counts."""

from typing import get_args

import pytest

from stocktake.frameworks.cycle_words import CycleWords, Role, delivered_kinds, object_of, words_of
from stocktake.frameworks.records import load_records


def test_every_role_has_words_and_only_deliverables_have_a_kind():
    records = load_records("cycle_words", CycleWords)
    assert {each.role for each in records} == set(get_args(Role))
    assert all((each.kind is not None) == (each.role == "delivered") for each in records)


@pytest.mark.parametrize("role", get_args(Role))
def test_words_are_lower_case_once_each_and_the_longest_first(role: Role):
    words = words_of(role)
    assert list(words) == sorted(words, key=lambda word: (-len(word), word))
    assert all(word == word.casefold().strip() for word in words)


def test_each_noun_stands_for_one_kind():
    nouns = [word for each in load_records("cycle_words", CycleWords) if each.kind for word in each.words]
    assert len(nouns) == len(set(nouns)) == len(delivered_kinds())


@pytest.mark.parametrize(
    ("action", "noun"),
    [
        ("to finalize the modalities for the kite review", "modalities"),
        ("to prepare a short report on kites", "report"),
        ("to continue to submit the annual report", "report"),
        ("to implement the recommendations of the report", None),
        ("to prepare a table of reports", None),
        ("to consider the report", None),
        ("", None),
    ],
)
def test_what_an_action_hands_in(action: str, noun: str | None):
    assert object_of(action) == noun
