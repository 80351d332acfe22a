"""Indicators: found by exact codes and names; what a publisher's code of a series means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import InternalError, NotFoundError
from stocktake.frameworks.indicators import (
    _only_once,
    indicator,
    indicator_of,
    indicators,
    nearest_indicators,
    series_of,
)
from stocktake.frameworks.statistical_words import unit_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("17.8.1", "17.8.1"),
        ("internet-use", "17.8.1"),
        ("HH7", "17.8.1"),
        ("IT.NET.USER.ZS", "17.8.1"),
        ("IT.NET.USER.FE.ZS", "17.8.1"),
        ("it_use_ii99", "17.8.1"),
        ("Individuals using the Internet (% of population)", "17.8.1"),
        ("17.6.2", "17.6.1"),
        ("SP.POP.TOTL", "population"),
        ("IT_MOB_4GNTWK", "9.c.1"),
        ("E-Government Index", "egdi"),
    ],
)
def test_a_code_or_a_name_is_its_indicator(text: str, code: str):
    found = indicator_of(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["", "17.8", "Internet", "IT.NET.USER"])
def test_anything_else_is_none(text: str):
    assert indicator_of(text) is None


@pytest.mark.parametrize(
    ("code", "meant", "fixed"),
    [
        ("IT.NET.USER.ZS", "17.8.1", ()),
        ("IT.NET.USER.FE.ZS", "17.8.1", (("sex", "F"),)),
        ("SP.POP.TOTL.MA.IN", "population", (("sex", "M"),)),
        ("SP.URB.TOTL", "population", (("location", "U"),)),
        ("IT_MOB_3GNTWK", "9.c.1", (("TECH", "3G"),)),
        ("se_acc_comp", "4.a.1", (("SERVICE", "COMPUTERS"),)),
    ],
)
def test_a_series_is_an_indicator_with_what_its_code_fixes(code, meant, fixed):
    series = series_of(code)
    assert series is not None
    assert (series.indicator, series.fixed) == (meant, fixed)


def test_a_code_is_of_its_publisher():
    assert series_of("IT_USE_II99", "World Bank") is None
    assert series_of("IT_USE_II99", "UNSD") is not None


@given(st.sampled_from(list(indicators().values())))
def test_every_indicator_is_found_by_all_its_names_and_is_whole(each):
    assert all(indicator_of(name.upper()) == each for name in (each.code, each.name, *each.also))
    unit = unit_of(each.unit)
    assert unit is not None
    assert unit.unit == each.unit
    assert each.aggregator != "weighted mean" or each.denominator is not None
    assert each.low is None or each.high is None or each.low < each.high


def test_a_rate_of_people_is_weighed_by_people():
    assert indicator("17.8.1").denominator == "population"
    assert indicator("households-internet").denominator == "households"
    assert indicator("broadband-price-share").aggregator == "median"


def test_an_unknown_one_is_refused_with_the_nearest():
    with pytest.raises(NotFoundError) as caught:
        indicator("IT.NET.USERS.ZS")
    assert str(caught.value) == (
        "expected the code or the name of an indicator, but 'IT.NET.USERS.ZS' is none. "
        "Nearest: IT.NET.USER.ZS, IT.NET.USER.MA.ZS, IT.NET.USER.FE.ZS. List them: stocktake frameworks indicators"
    )


def test_words_are_near_to_names():
    assert nearest_indicators("individuals using internet")[0] == "17.8.1"


def test_a_name_of_two_indicators_is_a_fault():
    with pytest.raises(InternalError) as caught:
        _only_once([("red", 1), ("red", 2)], "indicators.yaml")
    assert str(caught.value) == (
        "expected each code and name once in frameworks/data/indicators.yaml, but 'red' stands for two. "
        "Mend the file and run the tests of frameworks."
    )
