"""The health of the texts of a review, each in its chain."""

import pytest
from workshop import AS_OF, review

from stocktake.errors import RequestError
from stocktake.review.mandates import Setting, health_of


def test_the_setting_is_that_of_the_review():
    made = review()
    setting = Setting.of(made)
    assert (setting.steps, setting.threads, setting.duties, setting.as_of) == (
        *(made.steps, made.threads, made.duties),
        AS_OF,
    )


def test_only_texts_in_force_are_assessed_in_a_review():
    made = review()
    assert {each.document for each in made.health} == made.duties.in_force


def test_the_text_before_is_looked_at_where_there_is_one():
    made = review()
    held = {text.key: text for text in made.texts}
    chosen = frozenset({"weakened"})
    newer, older = (health_of(held[key], Setting.of(made), chosen) for key in ("A/RES/99/903", "A/RES/97/901"))
    assert [note.rule for note in newer.notes] == ["weakened"]
    assert older.notes == ()


def test_a_rule_that_is_not_there_is_refused():
    made = review()
    with pytest.raises(RequestError):
        health_of(made.texts[0], Setting.of(made), frozenset({"no-such-rule"}))
