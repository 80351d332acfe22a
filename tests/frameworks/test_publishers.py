"""Who is believed where several publish one series."""

from stocktake.frameworks.indicators import indicators
from stocktake.frameworks.publishers import PublisherRecord, believed
from stocktake.frameworks.records import load_records


def names(code):
    return [each.name for each in believed(indicators()[code])]


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


def test_ranks_and_names_stand_once():
    records = load_records("publishers", PublisherRecord)
    ranks = [each.rank for each in records if each.rank is not None]
    assert ranks == sorted(set(ranks))
    assert len({each.name for each in records}) == len(records)
    assert len({(each.publisher, each.dataset) for each in records}) == len(records)
