"""Policy areas and kinds of offers: seven names, and no word for two of them."""

from stocktake.frameworks.offer_kinds import offer_kind_of, offer_kinds
from stocktake.frameworks.policy_areas import policy_area_of, policy_areas
from stocktake.frameworks.records import load_records
from stocktake.frameworks.word_lists import ListedName


def test_the_seven_by_name_and_by_other_words():
    assert len(policy_areas()) == 7
    assert [policy_area_of(each) for each in policy_areas()] == list(policy_areas())
    assert policy_area_of(" access  to FINANCE") == "Access to financing"
    assert policy_area_of("kites") is None


def test_kinds_by_name_and_by_other_words():
    assert [offer_kind_of(each) for each in offer_kinds()] == list(offer_kinds())
    assert offer_kind_of("Technical  cooperation") == "technical assistance"
    assert offer_kind_of("kite") is None


def test_no_word_is_for_two():
    for words in (
        [word for each in load_records("policy_areas", ListedName) for word in (each.name, *each.aliases)],
        [word for each in load_records("offer_kinds", ListedName) for word in (each.name, *each.aliases)],
    ):
        folded = [each.casefold() for each in words]
        assert len(folded) == len(set(folded))
