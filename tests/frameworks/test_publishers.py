"""Who is believed where several publish one series."""

from stocktake.frameworks.indicators import indicators
from stocktake.frameworks.publishers import PublisherRecord, believed
from stocktake.frameworks.records import load_records


def names(code):
    return [each.record.name for each in believed(indicators()[code])]


def test_the_custodian_comes_before_those_who_republish():
    assert names("17.8.1") == [
        "ITU",
        "Global SDG Indicators Database",
        "World Bank",
        "UNdata",
        "Our World in Data",
        "Gapminder",
    ]


def test_a_custodian_who_republishes_others_too_stands_once():
    assert names("gni-per-capita")[:2] == ["World Bank", "Global SDG Indicators Database"]
    assert names("gni-per-capita").count("World Bank") == 1


def test_several_custodians_stand_in_the_order_of_the_indicator_under_the_name_in_files():
    assert names("4.4.1")[:2] == ["UNESCO Institute for Statistics", "ITU"]


def test_whoever_hands_on_the_figures_as_they_are_is_believed_like_the_custodian():
    tiers = {each.record.name: each.tier for each in believed(indicators()["17.8.1"])}
    assert [name for name, tier in tiers.items() if tier == 0] == [
        "ITU",
        "Global SDG Indicators Database",
        "World Bank",
        "UNdata",
    ]
    assert (tiers["Our World in Data"], tiers["Gapminder"]) == (1, 2)


def test_names_stand_once():
    records = load_records("publishers", PublisherRecord)
    assert len({each.name for each in records}) == len(records)
    assert len({(each.publisher, each.dataset) for each in records}) == len(records)
