"""Prices against incomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_observations import AS_OF, row

from stocktake.statistics.measures import affordability
from stocktake.statistics.measures.affordability import price_share, price_share_poorest
from stocktake.statistics.measures.request import IndicatorFacts, Request

FACTS = {
    "use": IndicatorFacts("use", aggregator="median", unit="US dollars", income="income", income_share="poorest")
}


def income(area, year, value, indicator="income"):
    return row(area, year, value, indicator=indicator, code=indicator, unit="US dollars")


def test_the_stated_example():
    assert price_share(6.0, 1200.0) == 6.0


def test_price_and_income_of_one_year(hold):
    rows = [
        row("ARC", 2023, 6.0),
        row("ARC", 2024, 5.0),
        income("ARC", 2023, 1200.0),
        income("ARC", 2023, 20.0, "poorest"),
    ]
    (found,) = affordability.compute(Request("use", AS_OF, ("ARC",)), hold(rows, indicators=FACTS))
    assert (found.period, found.value, found.unit) == ("2023", 6.0, "per cent of GNI per capita")
    assert found.details["poorest_40"] == pytest.approx(12.0)


def test_no_income_of_another_year_is_taken(hold):
    rows = [row("ARC", 2024, 5.0), income("ARC", 2023, 1200.0)]
    (found,) = affordability.compute(Request("use", AS_OF, ("ARC",), ("2024",)), hold(rows, indicators=FACTS))
    assert (found.value, found.because) == (None, "No income is held for 2024; none is taken from another year.")


def test_what_is_no_price_is_said(hold):
    (found,) = affordability.compute(Request("use", AS_OF, ("ARC",)), hold([row("ARC", 2024, 5.0)]))
    assert found.because == "use is no price: the frameworks name no income that goes with it."


def test_a_published_share_is_kept(hold):
    (found,) = affordability.compute(
        Request("use", AS_OF, ("ARC",)), hold([row("ARC", 2024, 2.4, unit="per cent of GNI per capita")])
    )
    assert (found.value, found.because) == (2.4, "Published as a share of income, release of 2025-01-01.")


@given(st.floats(0.01, 1e4), st.floats(1, 1e6), st.floats(0.01, 1e4))
def test_the_currency_does_not_count(price, income_, rate):
    assert price_share(price * rate, income_, rate) == pytest.approx(price_share(price, income_))


@given(st.floats(0.01, 1e4), st.floats(1, 1e6))
def test_the_poorest_pay_as_much_where_incomes_are_equal(price, income_):
    assert price_share_poorest(price, income_, 0.4) == pytest.approx(price_share(price, income_))


def test_without_income_there_is_no_share():
    assert price_share(1.0, 0.0) is None
