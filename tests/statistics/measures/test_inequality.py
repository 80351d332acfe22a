"""Gini and Theil, and the parts that add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_observations import AS_OF, people, row

from stocktake.statistics.measures import inequality
from stocktake.statistics.measures.inequality import gini, theil, theil_parts
from stocktake.statistics.measures.request import FixedGroups, IndicatorFacts, Request

RATES = st.lists(st.tuples(st.floats(0.1, 100), st.floats(0.1, 1e6)), min_size=1, max_size=12)
GROUPS = FixedGroups(
    {"ALL": ("ARC", "BOR", "COK", "DYS"), "ONE": ("ARC", "BOR"), "TWO": ("COK", "DYS"), "MIX": ("ARC", "COK")}
)


def rows():
    values = {"ARC": 20.0, "BOR": 40.0, "COK": 60.0, "DYS": 90.0}
    return [
        *(row(area, 2023, value) for area, value in values.items()),
        *(people(area, 2023, 10.0) for area in values),
    ]


def test_half_without_and_half_with():
    assert gini([(0.0, 1.0), (100.0, 1.0)]) == pytest.approx(0.5)


def test_nobody_counted_gives_none():
    assert gini([(0.0, 1.0)]) is None
    assert theil([]) is None
    assert theil_parts({"a": []}) is None


def test_a_group_with_its_parts(hold):
    asked = Request("use", AS_OF, ("ALL",), classified=("now",), partition=("ONE", "TWO"))
    (found,) = inequality.compute(asked, hold(rows(), groups=GROUPS))
    assert found.value == pytest.approx(gini([(20, 1), (40, 1), (60, 1), (90, 1)]))
    assert found.details["between"] + found.details["within"] == pytest.approx(found.details["theil"])
    assert found.because.startswith(
        "Gini index of the rates of members, each with the weight of its denominator. Parted by ONE, TWO."
    )


def test_groups_with_a_common_member_are_not_parted(hold):
    asked = Request("use", AS_OF, ("ALL",), classified=("now",), partition=("ONE", "MIX"))
    (found,) = inequality.compute(asked, hold(rows(), groups=GROUPS))
    assert "between" not in found.details
    assert "Not parted: Arcadia in more than one of the groups." in found.because


@given(RATES, st.floats(0.1, 10))
def test_neither_depends_on_the_unit_or_the_order(rates, factor):
    scaled = [(v * factor, w) for v, w in reversed(rates)]
    assert gini(scaled) == pytest.approx(gini(rates), abs=1e-9)
    assert theil(scaled) == pytest.approx(theil(rates), abs=1e-9)


@given(RATES)
def test_equal_rates_have_none(rates):
    same = [(50.0, w) for _, w in rates]
    assert gini(same) == pytest.approx(0, abs=1e-9)
    assert theil(same) == pytest.approx(0, abs=1e-9)


@given(RATES, RATES)
def test_the_parts_add_up(first, second):
    parts = theil_parts({"a": first, "b": second})
    assert parts is not None
    assert sum(parts) == pytest.approx(theil([*first, *second]), abs=1e-9)


@given(RATES)
def test_the_gini_index_lies_between_0_and_1(rates):
    assert 0 <= gini(rates) <= 1


def test_a_count_has_no_index(hold):
    held = hold(rows(), groups=GROUPS, indicators={"use": IndicatorFacts("use", aggregator="sum")})
    (found,) = inequality.compute(Request("use", AS_OF, ("ALL",), classified=("now",)), held)
    assert (found.value, found.because) == (
        None,
        "use is a count and no rate: a large country has more of it than a small one.",
    )


def test_two_codes_of_one_release_are_not_mixed(hold):
    other = [row("ARC", 2023, 99.0, code="OTHER")]
    asked = Request("use", AS_OF, ("ALL",), classified=("now",))
    (found,) = inequality.compute(asked, hold([*rows(), *other], groups=GROUPS))
    assert found.value == pytest.approx(gini([(20, 1), (40, 1), (60, 1), (90, 1)]))
