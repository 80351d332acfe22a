"""The frameworks as measures see them."""

from datetime import date

import pytest

from stocktake.frameworks.indicators import indicators
from stocktake.frameworks.targets import TargetStanding, targets
from stocktake.statistics.measures.reference import (
    DatedGroups,
    area_names,
    indicator_facts,
    target_facts,
    targets_by_indicator,
)

ON = date(2026, 11, 22)


def test_a_rate_of_people_has_people_as_its_denominator():
    facts = indicator_facts(indicators()["17.8.1"])
    assert (facts.denominator, facts.aggregator, facts.high) == ("population", "weighted mean", 100)


def test_coverage_by_a_network_is_split_as_itu_does():
    assert indicator_facts(indicators()["9.c.1"]).is_coverage
    assert not indicator_facts(indicators()["17.8.1"]).is_coverage


def test_a_price_goes_with_an_income():
    assert indicator_facts(indicators()["mobile-data-price"]).income == "gni-per-capita"
    assert indicator_facts(indicators()["17.8.1"]).income is None


def test_a_target_for_another_population_says_so():
    names = {each.name: each for each in targets_by_indicator(ON)["17.8.1"]}
    target = next(each for name, each in names.items() if "umc-2030-use" in name)
    assert (target.value, target.met_at, target.note) == (
        100,
        95,
        "The target was set for another population (internet-use-15plus).",
    )


@pytest.mark.parametrize(
    ("target", "value", "is_met"),
    [
        ("bc-2025-price", 2, False),
        ("bc-2025-price", 1.99, True),
        ("umc-2030-price", 2, True),
        ("umc-2030-use", 95, True),
        ("umc-2030-use", 94.9, False),
        ("umc-2030-parity-use", 0.98, True),
        ("umc-2030-parity-use", 1.03, False),
        ("bc-2025-use-ldc", 35, True),
    ],
)
def test_a_value_meets_a_recorded_target_or_not(target: str, value: float, is_met: bool):
    facts = target_facts(TargetStanding(targets()[target], "in force", own=True))
    assert facts is not None
    assert facts.is_met(value) is is_met


def test_a_target_in_words_has_no_facts():
    assert target_facts(TargetStanding(targets()["sdg-9-c"], "in force", own=True)) is None


def test_a_group_that_is_not_known_has_no_members():
    assert DatedGroups().members("NOBODY", ON) == frozenset()
    assert "NGA" in DatedGroups().members("WLD", ON)


def test_names():
    assert area_names()["NGA"] == "Nigeria"


def test_who_may_have_left_on_a_contested_day_is_told_from_that_day_on():
    groups = DatedGroups()
    assert groups.contested("LDC", date(2026, 11, 23)) == {}
    assert groups.contested("LDC", date(2026, 11, 24)) == {area: date(2026, 11, 24) for area in ("BGD", "NPL")}
    assert groups.contested("nobody", date(2026, 11, 24)) == {}


def test_from_which_day_on_another_classification_holds_that_is_not_recorded():
    """The World Bank's of 1 July 2026 is not."""
    groups = DatedGroups()
    assert {code: groups.recorded_until(code) for code in ("LIC", "WB-LMY", "LDC", "nobody")} == {
        "LIC": date(2026, 7, 1),
        "WB-LMY": date(2026, 7, 1),
        "LDC": None,
        "nobody": None,
    }
