"""Needs and offers as CSV: one row for each need and offer that match, and for each that matches nothing.

Knows the columns and their order. Computes nothing.
"""

from collections.abc import Iterator, Mapping

from stocktake.frameworks.areas import area_name
from stocktake.publish.needs_words import mismatch_words
from stocktake.publish.sheet import to_csv
from stocktake.register import Need, Offer
from stocktake.review.needs.model import Match, Mismatched, NeedsView, NeedView

COLUMNS = (
    *("Country or area", "Code", "Policy area", "Recommendation", "Status", "Met by rule", "Lead body"),
    *("Cost", "Cost currency", "Assessment", "Assessed", "Provider", "Programme", "Kind", "State of the offer"),
    *("Amount", "Amount currency", "Why it matches", "Not known", "Need", "Offer"),
    *("Cover", "Lacking", "Said not to match"),
)
_BETWEEN = "; "
_UNKNOWN = "unknown"


def needs_csv(view: NeedsView) -> str:
    """The table: countries by name with their needs, then the offers that match no recorded need.

    Where an area is chosen, what is open to a country without a need of it stands with the country.
    """
    rows = [*_of_countries(view), *_without_need(view)]
    return to_csv(COLUMNS, [[row.get(column, "") for column in COLUMNS] for row in rows])


def _of_countries(view: NeedsView) -> Iterator[Mapping[str, str]]:
    for country in view.countries:
        for each in country.needs:
            need = _need(each)
            matched = [{**need, **_match(match)} for match in each.matches]
            yield from matched or [{**need, "Why it matches": "no open offer matches"}]
            yield from ({**need, **_mismatched(one)} for one in each.mismatched)
        area = {"Country or area": country.name, "Code": country.area}
        yield from ({**area, **_match(each)} for each in country.without_need or ())


def _without_need(view: NeedsView) -> Iterator[Mapping[str, str]]:
    listed = {each.offer.id for country in view.countries for each in country.without_need or ()}
    for each in view.offers:
        if not each.needs and each.available.offer.id not in listed:
            available = each.available
            yield {
                **_offer(available.offer),
                "Policy area": _BETWEEN.join(available.offer.policy_areas),
                "State of the offer": available.state,
                "Why it matches": "it matches no recorded need",
                "Not known": _BETWEEN.join(available.unknown),
            }


def _need(view: NeedView) -> dict[str, str]:
    need: Need = view.need
    return {
        "Country or area": area_name(need.area),
        "Code": need.area,
        "Policy area": need.policy_area,
        "Recommendation": need.recommendation,
        "Status": need.status or "",
        "Met by rule": view.met,
        "Lead body": need.lead,
        "Cost": need.cost or _UNKNOWN,
        "Cost currency": need.currency,
        "Assessment": need.assessment,
        "Assessed": need.assessed,
        "Need": str(need.id),
        "Cover": view.cover.reach if view.cover else "",
        "Lacking": f"{view.cover.lacking.amount:f}" if view.cover and view.cover.lacking else "",
    }


def _match(match: Match) -> dict[str, str]:
    return {
        **_offer(match.offer),
        "State of the offer": "open",
        "Why it matches": _BETWEEN.join(each.words for each in match.reasons),
        "Not known": _BETWEEN.join(match.unknown),
    }


def _mismatched(one: Mismatched) -> dict[str, str]:
    return {
        **_offer(one.available.offer),
        "State of the offer": one.available.state,
        "Said not to match": mismatch_words(one.mismatch),
    }


def _offer(offer: Offer) -> dict[str, str]:
    return {
        "Provider": offer.provider,
        "Programme": offer.programme,
        "Kind": offer.kind,
        "Amount": offer.amount or _UNKNOWN,
        "Amount currency": offer.currency,
        "Offer": str(offer.id),
    }
