"""The rules on the health of mandates as data."""

import pytest

from stocktake.errors import RequestError
from stocktake.frameworks.health import choose_health_rules, load_health_rules


def test_rules_are_chosen_by_name_in_the_order_of_the_file() -> None:
    names = [rule.name for rule in choose_health_rules(frozenset({"weakened", "no-addressee"}))]
    assert names == ["no-addressee", "weakened"]
    assert choose_health_rules(frozenset()) == ()
    assert [rule.name for rule in choose_health_rules()] == [r.name for r in load_health_rules() if r.by_default]


def test_an_unknown_rule_is_refused_with_the_nearest() -> None:
    with pytest.raises(RequestError) as raised:
        choose_health_rules(frozenset({"weakend"}))
    assert raised.value.message == (
        "expected names of rules on the health of mandates, but there is no rule 'weakend'. Nearest: weakened. "
        "Name rules of this list, or none for those that are on by default."
    )


def test_every_wording_is_advice() -> None:
    for rule in load_health_rules():
        assert any(word in rule.because for word in ("may", "consider")), rule.name
        assert not any(word in rule.because for word in ("must", "wrong", "fails", "error")), rule.name
