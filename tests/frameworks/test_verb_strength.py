"""The scales of verbs: whole, without contradictions, and the same read from either end."""

from hypothesis import given
from hypothesis import strategies as st

from stocktake.frameworks.records import load_records
from stocktake.frameworks.verb_strength import StrengthRecord, direction, strength_of

RECORDS = load_records("verb_strength", StrengthRecord)
VERBS = sorted({form for record in RECORDS if record.role == "verb" for forms in record.forms for form in forms})
TURNED = {"weaker": "stronger", "stronger": "weaker", "same": "same", "changed": "changed"}


def test_each_verb_has_one_place_on_a_scale_and_one_name():
    places = [
        (record.scale, form) for record in RECORDS if record.role == "verb" for f in record.forms for form in f
    ]
    assert len(places) == len(set(places))
    names: dict[str, str] = {}
    for forms in (forms for record in RECORDS if record.role == "verb" for forms in record.forms):
        for form in forms:
            assert names.setdefault(form, forms[0]) == forms[0]


def test_every_record_that_is_no_filler_has_a_scale_and_a_rank():
    assert all((record.scale and record.strength > 0) or record.role == "filler" for record in RECORDS)


def test_a_phrase_falls_into_verb_and_sharpening_words():
    strength = strength_of("Notes with great concern also")
    assert (strength.verb, strength.sharpened) == ("notes", {"concern": 2})
    assert strength_of("Once again encourages").verb == "encourages"
    assert strength_of("Expresses its deep concern").sharpened == {"concern": 2}


def test_a_verb_that_no_record_knows_is_its_own_words():
    strength = strength_of("Further  twirls")
    assert (strength.verb, strength.ranks, strength.sharpened) == ("twirls", {}, {})


@given(st.sampled_from(VERBS), st.sampled_from(VERBS))
def test_direction_is_mirrored(old: str, new: str):
    assert direction(new, old) == TURNED[direction(old, new)]
    assert direction(old, old) == "same"
