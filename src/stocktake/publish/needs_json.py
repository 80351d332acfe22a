"""Needs and offers as JSON: both views of a day, the list of records, the template and the export. Computes nothing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from stocktake.register import Mismatch, Need, Offer
from stocktake.register.form import Form
from stocktake.register.history import states
from stocktake.register.mismatch import MISMATCHES
from stocktake.register.need import NEEDS
from stocktake.register.offer import OFFERS
from stocktake.review.needs.model import (
    Availability,
    CountryView,
    Cover,
    Match,
    Money,
    NeedsView,
    NeedView,
    OfferView,
    PolicyAreaView,
)

VIEW_SCHEMA = "stocktake/needs/1"
LIST_SCHEMA = "stocktake/needs-list/1"
EXPORT_SCHEMA = "stocktake/needs-and-offers/1"


def needs_to_json(view: NeedsView) -> dict[str, Any]:
    """Both views, in the shape ``stocktake/needs/1``."""
    return {
        "schema": VIEW_SCHEMA,
        "as_of": view.as_of.isoformat(),
        "area": view.area,
        "provider": view.provider or None,
        "countries": [_country(each) for each in view.countries],
        "policy_areas": [_policy_area(each) for each in view.policy_areas],
        "offers": [_offer(each) for each in view.offers],
        "costs": _money(view.costs),
        "amounts": _money(view.amounts),
        "candidates": [
            {"first": str(each.first), "second": str(each.second), "because": each.because}
            for each in view.candidates
        ],
    }


def records_to_json(
    needs: Sequence[Need],
    offers: Sequence[Offer],
    mismatches: Sequence[Mismatch],
    as_of: date | None,
    *,
    history: bool,
) -> dict[str, Any]:
    """The records that stand, with the history every one, in the shape ``stocktake/needs-list/1``."""
    return {
        "schema": LIST_SCHEMA,
        "as_of": as_of.isoformat() if as_of else None,
        NEEDS.name: _stated(NEEDS, needs, history=history),
        OFFERS.name: _stated(OFFERS, offers, history=history),
        MISMATCHES.name: _stated(MISMATCHES, mismatches, history=history),
    }


def export_to_json(
    needs: Sequence[Need], offers: Sequence[Offer], mismatches: Sequence[Mismatch]
) -> dict[str, Any]:
    """Everything recorded, in the shape ``stocktake/needs-and-offers/1``, which ``stocktake needs add`` takes in."""
    return {
        "schema": EXPORT_SCHEMA,
        NEEDS.name: [NEEDS.data(each) for each in sorted(needs, key=lambda each: each.order)],
        OFFERS.name: [OFFERS.data(each) for each in sorted(offers, key=lambda each: each.order)],
        MISMATCHES.name: [MISMATCHES.data(each) for each in sorted(mismatches, key=lambda each: each.order)],
    }


def template_to_json(form: Form) -> dict[str, Any]:
    """The template of a form: what each key asks for, and an example that is never taken in."""
    return {
        "schema": EXPORT_SCHEMA,
        "explained": {each.name: each.asks for each in form.columns},
        form.name: [{each.name: each.value(each.example) for each in form.columns}],
    }


def _stated(form: Form, records: Sequence[Any], *, history: bool) -> list[dict[str, Any]]:
    became = states(records)
    chosen = [each for each in records if history or became[each.id] == "stands"]
    return [{**form.data(each), "state": became[each.id]} for each in sorted(chosen, key=lambda each: each.order)]


def _country(view: CountryView) -> dict[str, Any]:
    return {
        "area": view.area,
        "name": view.name,
        "needs": [_need(each) for each in view.needs],
        "costs": _money(view.costs),
        "offers_without_need": None if view.without_need is None else [_match(each) for each in view.without_need],
    }


def _need(view: NeedView) -> dict[str, Any]:
    return {
        **NEEDS.data(view.need),
        "met": view.met,
        "matches": [_match(each) for each in view.matches],
        "not_open": [_available(each) for each in view.not_open],
        "mismatched": [{**_available(each.available), **_mismatch(each.mismatch)} for each in view.mismatched],
        "cover": _cover(view.cover),
        "other_needs_matched": view.others,
    }


def _match(match: Match) -> dict[str, Any]:
    return {
        **_named(match.offer),
        "reasons": [{"rule": each.rule, "words": each.words} for each in match.reasons],
        "not_known": list(match.unknown),
    }


def _available(available: Availability) -> dict[str, Any]:
    return {**_named(available.offer), "state": available.state, "because": available.because}


def _named(offer: Offer) -> dict[str, str]:
    return {"offer": str(offer.id), "provider": offer.provider, "programme": offer.programme}


def _policy_area(view: PolicyAreaView) -> dict[str, Any]:
    return {
        "name": view.name,
        "state": view.state,
        "over_supplied": view.over_supplied,
        "needs": view.needs,
        "unmet": _ids(view.unmet),
        "partly_met": _ids(view.partly_met),
        "reported_implemented": view.implemented,
        "costs": _money(view.costs),
        "unmet_costs": _money(view.unmet_costs),
        "open_offers": view.offers,
        "amounts": _money(view.amounts),
        "offers_without_need": _ids(view.without_need),
    }


def _offer(view: OfferView) -> dict[str, Any]:
    return {
        **OFFERS.data(view.available.offer),
        "state": view.available.state,
        "because": view.available.because,
        "not_known": list(view.available.unknown),
        "matched_needs": _ids(view.needs),
        "mismatched": [{"need": str(each.need.id), **_mismatch(each.mismatch)} for each in view.mismatched],
        "cover": _cover(view.cover),
    }


def _mismatch(mismatch: Mismatch) -> dict[str, str]:
    return {
        "mismatch": str(mismatch.id),
        "reason": mismatch.reason,
        "by": mismatch.by,
        "recorded_at": mismatch.recorded_at.isoformat(),
    }


def _cover(cover: Cover | None) -> dict[str, Any] | None:
    if cover is None:
        return None
    lacking = cover.lacking and {"currency": cover.lacking.currency, "amount": f"{cover.lacking.amount:f}"}
    return {
        "reach": cover.reach,
        "costs": _money(cover.costs),
        "amounts": _money(cover.amounts),
        "lacking": lacking or None,
    }


def _ids(records: Sequence[Need | Offer]) -> list[str]:
    return [str(each.id) for each in records]


def _money(money: Money) -> dict[str, Any]:
    return {
        "totals": [
            {"currency": each.currency, "amount": f"{each.amount:f}", "records": each.records}
            for each in money.totals
        ],
        "unknown": money.unknown,
        "of": money.records,
    }
