"""The frameworks as measures see them."""

from datetime import date

from stocktake.frameworks.indicators import indicators
from stocktake.statistics.measures.reference import DatedGroups, area_names, indicator_facts, targets_by_indicator

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
