import pytest

from stocktake.frameworks.commitment_verbs import asking_verbs, load_commitment_verbs, participle_at, phrase_at


@pytest.mark.parametrize(
    ("words", "phrase", "strength"),
    [
        ("Requests the Kite Board", "Requests", "requests"),
        ("also strongly encourages States", "also strongly encourages", "encourages"),
        ("Calls once again upon States", "Calls once again upon", "calls upon"),
        ("Encourages further the Kite Board", "Encourages further", "encourages"),
        ("Encourages further efforts", "Encourages", "encourages"),
        ("Reiterates its request to", "Reiterates its request", "requests"),
        ("renews the call for", "renews the call", "calls upon"),
        ("reiterates the need to", "reiterates", "stresses"),
        ("Decides to fly", "Decides", "decides"),
        ("agrees to fly", "agrees", "decides"),
        ("Expresses the hope that", "Expresses the hope", "other"),
        ("appeals to donors", "appeals", "urges"),
    ],
)
def test_phrases(words, phrase, strength):
    found = phrase_at(words, 0)
    assert found is not None
    assert words[: found.end] == phrase
    assert found.verb.strength == strength


@pytest.mark.parametrize(
    "words", ["requests for kites", "agrees with it", "notes the kites", "demands of donors", "hopes for wind"]
)
def test_no_phrases(words):
    assert phrase_at(words, 0) is None


def test_a_participle():
    found = participle_at("calling upon States", 0)
    assert found is not None
    assert found.verb.words == "calls upon"


def test_every_verb_has_strength_and_frame_and_other_words_have_none():
    assert all(each.strength and each.frame for each in asking_verbs())
    assert not any(each.strength or each.frame for each in load_commitment_verbs() if each.role != "asking")
