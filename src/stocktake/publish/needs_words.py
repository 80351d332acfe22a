"""How needs, offers and sums are worded, the same in the terminal, in HTML and in CSV. Computes nothing."""

from collections.abc import Sequence

from stocktake.register import Mismatch, Need, Offer
from stocktake.register.words import shown
from stocktake.review.needs.model import Cover, Money, NeedView, PolicyAreaView
from stocktake.review.words import capital, counted, long_date

MEANING = (
    "An offer that matches is no promise and no payment. A need is reported as implemented only where its assessor "
    "says so. Nothing recorded is not to say that nothing is needed or offered."
)
RULES = (
    "Unmet: not reported as implemented or in progress, and no open offer matches. Partly met: in progress, or an open "
    "offer matches, whatever its amount. Over-supplied: an open offer for the policy area matches none of its needs "
    "that are unmet or partly met."
)
COVER = (
    "Cover: the amounts of the open offers that match against the cost, in one currency; each offer is set against a "
    "need with its whole amount, and against the costs of all needs that it matches."
)


def amount_words(currency: str, amount: str, *, unknown: str) -> str:
    """``USD 1,250,000``; ``unknown`` where nothing is said."""
    return f"{currency} {_grouped(amount)}" if amount else unknown


def cost_words(need: Need) -> str:
    """What a need costs."""
    return amount_words(need.currency, need.cost, unknown="cost unknown")


def offer_amount_words(offer: Offer) -> str:
    """What an offer has to give."""
    return amount_words(offer.currency, offer.amount, unknown="amount unknown")


def money_words(money: Money, what: str, *, none: str = "") -> str:
    """``EUR 2,000 and USD 1,250,000; 3 of 7 costs unknown``; currencies are never added up.

    Args:
        money: The sums.
        what: Of what, for one record: ``cost``.
        none: The words where there is no record.
    """
    if not money.records:
        return none
    sums = " and ".join(f"{each.currency} {_grouped(f'{each.amount:f}')}" for each in money.totals)
    unknown = f"{money.unknown} of {counted(money.records, what)} unknown" if money.unknown else ""
    return "; ".join(filter(None, (sums, unknown)))


def cover_words(cover: Cover) -> str:
    """``USD 100 against USD 250: part of the cost, USD 150 lacking``."""
    several = cover.costs.records > 1
    verdict = {
        "whole": "would cover them all" if several else "would cover the cost",
        "part": "would not cover them all" if several else "part of the cost",
        "unknown": "not known whether it is enough",
    }[cover.reach]
    asked = money_words(cover.costs, "cost")
    against = f"the costs of {cover.costs.records} needs ({asked})" if several else asked
    return f"{money_words(cover.amounts, 'amount')} against {against}: {verdict}{_lacking(cover)}"


def _lacking(cover: Cover) -> str:
    if cover.lacking is None:
        return ""
    least = "at least " if cover.costs.unknown or len(cover.costs.totals) > 1 else ""
    return f", {least}{cover.lacking.currency} {_grouped(f'{cover.lacking.amount:f}')} lacking"


def need_cover_words(view: NeedView) -> str:
    """What the offers that match a need would cover of it, and with how many needs they are shared; empty for none."""
    if view.cover is None:
        return ""
    shared = f"; the same offers match {counted(view.others, 'other need')}" if view.others else ""
    return f"{cover_words(view.cover)}{shared}"


def mismatch_words(mismatch: Mismatch) -> str:
    """Who says that a need and an offer do not match, when, and why."""
    day = long_date(mismatch.recorded_at.date().isoformat())
    return f"{shown(mismatch.by)} says on {day} that they do not match: {shown(mismatch.reason)}"


def _grouped(amount: str) -> str:
    whole, point, rest = amount.partition(".")
    return f"{int(whole):,}{point}{rest}"


def source_words(need: Need) -> str:
    """The assessment that says so, with its date."""
    return f"{shown(need.assessment)}, {long_date(need.assessed)}" if need.assessed else shown(need.assessment)


def status_words(need: Need) -> str:
    """Where a need stands, as its assessor says."""
    return f"{need.status}, as the assessor says" if need.status != "unknown" else "the assessor does not say"


def recorded_words(record: Need | Offer) -> str:
    """Who recorded it, and when."""
    return f"{shown(record.by)}, {record.recorded_at.isoformat(timespec='seconds')}"


def offer_name(offer: Offer) -> str:
    """Provider and programme."""
    return f"{shown(offer.provider)}: {shown(offer.programme)}"


def state_words(view: PolicyAreaView) -> str:
    """The state of a policy area, with over-supply beside it."""
    return f"{view.state}; over-supplied" if view.over_supplied else view.state


def sentence(parts: Sequence[str]) -> str:
    """The parts as one sentence."""
    return f"{capital('; '.join(map(shown, parts)))}."
