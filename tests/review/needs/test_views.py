"""Both views of needs and offers: what is counted where, in which order, and that nothing unknown becomes nought."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from needed import mismatch, need, offer

from stocktake.errors import NotFoundError
from stocktake.review.needs import Chosen, view_needs
from stocktake.review.needs.money import costs

DAY = date(2026, 11, 22)


def test_a_country_sees_its_needs_and_what_is_open_to_it_without_one():
    asked = need(area="ZMB", cost="10", currency="USD")
    other = need(area="KEN")
    helps, free, closed = offer(), offer(policy_areas=("Kites",)), offer(policy_areas=("Kites",), end="2025")
    (view,) = view_needs([asked, other], [helps, free, closed], DAY, Chosen("ZMB")).countries
    assert (view.area, view.name) == ("ZMB", "Zambia")
    assert [(each.need, [one.offer for one in each.matches]) for each in view.needs] == [(asked, [helps])]
    assert view.without_need is not None
    assert [each.offer for each in view.without_need] == [free]
    assert [each.words for each in view.without_need[0].reasons] == [
        "the offer is open to everyone", "no window is named: taken as open",
    ]  # fmt: skip


def test_a_country_without_a_need_is_shown_as_such():
    (view,) = view_needs([need(area="KEN")], [offer()], DAY, Chosen("ZMB")).countries
    assert view.needs == ()
    assert view.without_need is not None
    assert len(view.without_need) == 1


def test_a_group_is_its_members_on_the_day_by_name():
    asked = [need(area=code) for code in ("ZMB", "KEN", "AFG", "LAO")]
    view = view_needs(asked, [], DAY, Chosen("LDC"))
    assert [each.area for each in view.countries] == ["AFG", "LAO", "ZMB"]
    assert [each.area for each in view_needs(asked, [], date(2026, 11, 24), Chosen("LDC")).countries] == [
        "AFG", "ZMB",
    ]  # fmt: skip


def test_policy_areas_are_unmet_partly_met_over_supplied():
    asked = [
        need(policy_area="Payment solutions", cost="5", currency="USD"),
        need(policy_area="Payment solutions", area="KEN"),
        need(policy_area="Access to financing", status="implemented", cost="9", currency="USD"),
        need(policy_area="Zithers"),
        need(policy_area="kites", status="in progress"),
    ]
    pays = offer(eligible=("KEN",), amount="7", currency="EUR")
    lends, rests = offer(policy_areas=("Access to financing",)), offer(policy_areas=("any",), eligible=("NOR",))
    made = view_needs(asked, [pays, lends, rests], DAY).policy_areas
    assert [(each.name, each.state, each.over_supplied) for each in made] == [
        ("Payment solutions", "partly met", False),
        ("Access to financing", "reported implemented", True),
        ("kites", "partly met", False),
        ("Zithers", "unmet", False),
        ("any", "for every policy area", True),
    ]
    first = made[0]
    assert (len(first.unmet), len(first.partly_met), first.implemented, first.offers) == (1, 1, 0, 1)
    assert (first.costs.totals[0][:2], first.costs.unknown, first.costs.records) == (("USD", Decimal(5)), 1, 2)
    assert first.unmet_costs.unknown == 0
    assert made[1].costs.records == 0
    assert made[1].without_need == (lends,)


def test_an_offer_for_every_policy_area_that_matches_a_need_is_not_over_supply():
    (payments, every) = view_needs([need()], [offer(policy_areas=("any",))], DAY).policy_areas
    assert (payments.state, payments.offers) == ("partly met", 0)
    assert (every.over_supplied, every.offers) == (False, 1)


def test_a_provider_sees_its_offers_and_whom_they_could_help():
    asked, other = need(area="ZMB"), need(area="KEN", policy_area="Kites")
    own, others = offer(provider="Kite Fund of Examplia"), offer(provider="Wind Bank", policy_areas=("Kites",))
    view = view_needs([asked, other], [own, others], DAY, Chosen(provider="kite fund"))
    assert [(each.available.offer, each.needs) for each in view.offers] == [(own, (asked,))]
    assert [each.area for each in view.countries] == ["ZMB"]
    assert [each.name for each in view.policy_areas] == ["Payment solutions", "Kites"]
    assert view.amounts.records == 1


def test_a_provider_of_whom_nothing_is_recorded():
    with pytest.raises(NotFoundError) as error:
        view_needs([], [offer(provider="Wind Bank")], DAY, Chosen(provider="Wint Bank"))
    assert error.value.message == (
        "expected a provider of a recorded offer, but none has 'Wint Bank' in its name. Nearest: Wind Bank."
    )
    with pytest.raises(NotFoundError, match="No offer is recorded; begin with: stocktake needs template"):
        view_needs([], [], DAY, Chosen(provider="Wind Bank"))


def test_a_mismatch_counts_on_both_sides():
    asked, given_ = need(), offer()
    said = mismatch(asked, given_)
    view = view_needs([asked], [given_], DAY, Chosen("ZMB"), [said])
    (shown,) = view.offers
    assert (shown.needs, shown.cover) == ((), None)
    assert [(each.need, each.mismatch) for each in shown.mismatched] == [(asked, said)]
    (payments,) = view.policy_areas
    assert (payments.state, payments.over_supplied) == ("unmet", True)


def usd(*amounts: str, of=need, **parts):
    key = "cost" if of is need else "amount"
    return [of(**{key: each, "currency": "USD" if each else "", **parts}) for each in amounts]


@pytest.mark.parametrize(
    ("asked", "offered", "reach", "lacking"),
    [
        (usd("10"), usd("10", of=offer), "whole", None),
        (usd("10"), usd("4", "6", of=offer), "whole", None),
        (usd("10"), usd("12", "", of=offer), "whole", None),
        (usd("10"), usd("4", of=offer), "part", ("USD", 6)),
        (usd("10"), usd("4", "", of=offer), "unknown", None),
        (usd(""), usd("4", of=offer), "unknown", None),
        (usd("10"), [offer(amount="99", currency="EUR")], "unknown", None),
        (usd("10"), [*usd("4", of=offer), offer(amount="99", currency="EUR")], "unknown", None),
    ],
    ids=[
        "equal",
        "together",
        "more besides",
        "part",
        "more may come",
        "cost unknown",
        "other currency",
        "two currencies",
    ],
)
def test_a_cost_is_set_against_the_amounts_in_its_currency(asked, offered, reach: str, lacking):
    (country,) = view_needs(asked, offered, DAY).countries
    (found,) = country.needs
    assert found.cover is not None
    assert found.cover.reach == reach
    assert (found.cover.lacking and found.cover.lacking[:2]) == lacking
    assert found.met == "partly met"


def test_an_offer_is_set_against_the_costs_of_all_that_it_matches():
    asked = [*usd("10", "20", ""), *usd("30", area="KEN")]
    (given_,) = offered = usd("50", of=offer)
    view = view_needs(asked, offered, DAY, Chosen("ZMB"))
    (shown,) = view.offers
    assert shown.needs == tuple(each for each in asked if each.area == "ZMB")
    assert shown.cover is not None
    assert (shown.cover.reach, shown.cover.costs.records, shown.cover.lacking) == ("part", 4, ("USD", 10, 3))
    assert [(each.need.cost, each.cover.reach, each.others) for each in view.countries[0].needs if each.cover] == [
        ("10", "whole", 3), ("20", "whole", 3), ("", "unknown", 3),
    ]  # fmt: skip
    assert given_.amount == "50"


def test_what_may_be_one_is_offered():
    first, second = (
        need(recommendation=f"Let kite shops take payments by {each}") for each in ("phone", "phones")
    )
    apart = need(recommendation="Let kite shops take payments by phone", area="KEN")
    phase = [offer(programme=f"Kites for trade, phase {at}") for at in (1, 2)]
    (pair,) = view_needs([first, second, apart], phase, DAY).candidates
    assert (pair.first, pair.second) == (first.id, second.id)
    assert pair.because == "the same country and policy area, nearly the same recommendation"
    twice = [offer(programme=each) for each in ("Kites for the trade", "Kites for trade", "Kites for trades")]
    assert len(view_needs([], twice, DAY).candidates) == 3


MONEY = st.tuples(st.sampled_from(["", "USD", "ZMW"]), st.decimals(1, 10**12, places=2, allow_nan=False))


@given(st.lists(MONEY, max_size=8))
def test_sums_are_exact_and_the_unknown_is_counted_apart(said: list[tuple[str, Decimal]]):
    asked = [need(cost=str(amount) if currency else "", currency=currency) for currency, amount in said]
    made = costs(asked)
    for total in made.totals:
        assert total.amount == sum(amount for currency, amount in said if currency == total.currency)
    assert made.unknown == sum(not currency for currency, _ in said)
    assert made.unknown + sum(each.records for each in made.totals) == made.records == len(said)


@given(st.permutations(range(6)))
def test_the_order_of_the_records_makes_no_difference(order: list[int]):
    records = _RECORDS
    shuffled = [records[at] for at in order]
    split = (
        [each for each in shuffled if hasattr(each, "cost")],
        [each for each in shuffled if hasattr(each, "amount")],
    )
    assert view_needs(*split, DAY, Chosen("LDC")) == view_needs(records[:3], records[3:], DAY, Chosen("LDC"))


_RECORDS = [need(area="ZMB"), need(area="AFG"), need(area="ZMB", policy_area="Kites"), offer(), offer(eligible=("LDC",)), offer()]  # fmt: skip
