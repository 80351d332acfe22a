"""Duty verbs: where a clause that asks someone to act begins and ends."""

import pytest

from stocktake.frameworks.duty_verbs import DutyWord, duty_places
from stocktake.frameworks.records import load_records
from stocktake.frameworks.verb_strength import strength_of


def clauses(text: str) -> list[str]:
    return [text[place.start : place.end] for place in duty_places(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Requests the Keeper to count kites;", ["Requests the Keeper to count kites;"]),
        ("Also urges all towns to wait;", ["urges all towns to wait;"]),
        (
            "Welcomes the kites, and in this regard invites the towns to look up, and requests them to wave;",
            ["invites the towns to look up", "requests them to wave;"],
        ),
        ("Notes the wind, accordingly urges calm, and recalls the storm;", ["urges calm"]),
        ("Decides to fly; also decides to land; and notes the grass;", ["decides to land", "Decides to fly"]),
        (
            "Calls upon the towns to hold, mend and store kites;",
            ["Calls upon the towns to hold, mend and store kites;"],
        ),
    ],
)
def test_clauses_begin_at_the_verb_and_end_before_the_next(text: str, found: list[str]):
    assert sorted(clauses(text)) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Notes the kites, as requested by the Council;",
        "Recognizes the needs and requests for string of the towns;",
        "Notes that the Council invites the towns to look up;",
        "Welcomes the plan that encourages towns to look up;",
        "Notes higher costs and demands on the towns;",
    ],
)
def test_nouns_and_the_duties_of_others_are_none(text: str):
    assert clauses(text) == []


def test_every_duty_verb_is_on_the_scale_of_asking():
    verbs = [each.words for each in load_records("duty_verbs", DutyWord) if each.role == "verb"]
    assert [verb for verb in verbs if "asking" not in strength_of(verb.replace(" the ", " its ")).ranks] == []
