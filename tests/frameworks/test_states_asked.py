"""The names under which texts ask States: each is an actor, each group is a group, classes without members are left out."""

from stocktake.frameworks.actors import actor_named
from stocktake.frameworks.groups import group_codes
from stocktake.frameworks.states_asked import names_asking, states_asked


def test_every_group_is_one_and_no_name_stands_twice() -> None:
    names = [each.name for each in states_asked()]
    assert len(names) == len(set(names))
    assert {code for each in states_asked() for code in each.groups} <= set(group_codes())


def test_every_name_is_that_of_an_actor() -> None:
    assert [each.name for each in states_asked() if actor_named(each.name) is None] == []


def test_a_group_asks_its_members_only() -> None:
    assert "least developed countries" in names_asking(frozenset({"LDC", "SIDS"}))
    assert "least developed countries" not in names_asking(frozenset({"HIC"}))
    assert "Member States" in names_asking(frozenset())
