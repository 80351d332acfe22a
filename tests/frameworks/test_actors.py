import pytest

from stocktake.frameworks.actors import actor_named, actors_called, find_names, load_actors, name_at, words_of


def test_names_are_given_once():
    names = [name for each in load_actors() for name in (each.name, *each.aliases)]
    assert sorted(each for each in set(names) if names.count(each) > 1) == []


def test_members_are_actors():
    names = {each.name for each in load_actors()}
    assert {member for each in load_actors() for member in each.members} <= names


def test_the_longest_name_wins():
    found = find_names(
        "the Commission on Science and Technology for Development, with the Economic and Social Council"
    )
    assert [each.actor.name for each in found] == [
        "Commission on Science and Technology for Development",
        "Economic and Social Council",
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("CSTD", "Commission on Science and Technology for Development"),
        ("UN-Women", "United Nations Entity for Gender Equality and the Empowerment of Women (UN-Women)"),
        ("Member State", "Member States"),
        ("governments", "Governments"),
        ("funds and programmes", "United Nations funds and programmes"),
    ],
)
def test_aliases(words, name):
    actor = actor_named(words)
    assert actor is not None
    assert actor.name == name


@pytest.mark.parametrize("words", ["who", "assembly", "Kite Board", "Member States of Examplia"])
def test_no_names(words):
    assert actor_named(words) is None


def test_a_longer_word_is_no_name():
    assert name_at("United Nations-led kites", 0) is None
    assert name_at("Statesmen", 0) is None


def test_short_names_can_mean_several():
    assert {"Security Council", "Human Rights Council"} <= {each.name for each in actors_called("Council")}


def test_words_are_in_one_role_or_meant_to_be_in_two():
    assert not words_of("consulted") & words_of("channel")
    assert not words_of("head") & words_of("thing")
