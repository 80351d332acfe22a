"""Needs and offers from both sides: by country, who can help; by policy area, what is unmet and what nobody asked for.

Knows what is chosen and how it is counted. Countries stand by name and policy areas in their own order: nothing is
ranked.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import NamedTuple, TypeVar
from uuid import UUID

from stocktake.errors import NotFoundError, nearest
from stocktake.frameworks.areas import area_name, areas
from stocktake.frameworks.groups import members
from stocktake.frameworks.policy_areas import policy_areas
from stocktake.register import Mismatch, Need, Offer
from stocktake.register.offer import ANY
from stocktake.review.needs.cover import cover
from stocktake.review.needs.eligibility import is_eligible
from stocktake.review.needs.matching import Matching
from stocktake.review.needs.model import (
    Availability,
    CountryView,
    MismatchedNeed,
    Money,
    NeedsView,
    NeedView,
    OfferView,
    PolicyAreaView,
)
from stocktake.review.needs.money import amounts, costs
from stocktake.review.needs.twice import find_twice

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which needs and offers are meant.

    Attributes:
        area: The code of a country, area, region or group; None for all.
        provider: Words of the provider's name; case does not count. Empty for all.
    """

    area: str | None = None
    provider: str = ""


def view_needs(
    needs: Sequence[Need],
    offers: Sequence[Offer],
    day: date,
    chosen: Chosen | None = None,
    mismatches: Sequence[Mismatch] = (),
) -> NeedsView:
    """Needs and offers on a day: the same records and the same day give the same view.

    Args:
        needs: All that was recorded of needs until the day.
        offers: The same of offers.
        day: The day on which groups and windows are looked at.
        chosen: Which are meant; None for all.
        mismatches: What was recorded of pairs that do not match.

    Raises:
        NotFoundError: No offer of such a provider is recorded, or there is no such area.
    """
    wanted = chosen or Chosen()
    meant = _areas(wanted.area, day)
    matching = Matching(needs, offers, day, mismatches)
    # An offer is shared by all the needs that it matches, also by those that are not looked at.
    every = [matching.view(each) for each in matching.needs]
    matched = _matched(every)
    sharing = _sharing(matched, matching.offers)
    seen = [_covered(each, sharing) for each in every if meant is None or each.need.area in meant]
    there = [each for each in matching.offers if meant is None or _is_for(each.offer, meant, day)]
    own = _of_provider(matching.offers, wanted.provider, there)
    available = [each.offer for each in there if each.state == "open"]
    return NeedsView(
        as_of=day,
        area=wanted.area,
        provider=wanted.provider,
        countries=_countries(matching, seen, wanted, [each for each in own if each.state == "open"]),
        policy_areas=_policy_areas(seen, available),
        offers=_offer_views(seen, own, matched),
        costs=costs(each.need for each in seen if each.met != "reported implemented"),
        amounts=amounts(each.offer for each in own if each.state == "open"),
        candidates=find_twice(
            [each.need for each in seen], [each.offer for each in own if each.state != "withdrawn"]
        ),
    )


def _matched(views: Iterable[NeedView]) -> Mapping[UUID, list[Need]]:
    """The needs that each offer matches, by its id."""
    found: dict[UUID, list[Need]] = {}
    for each in views:
        for match in each.matches:
            found.setdefault(match.offer.id, []).append(each.need)
    return found


class _Together(NamedTuple):
    """Several offers together: how many needs they match, and what they have to give."""

    needs: int
    amounts: Money


def _sharing(
    matched: Mapping[UUID, Sequence[Need]], offers: Iterable[Availability]
) -> Callable[[tuple[UUID, ...]], _Together]:
    """What offers come to, by their ids; needs of one country and policy area mostly have the same offers."""
    by_id = {each.offer.id: each.offer for each in offers}

    @cache
    def together(named: tuple[UUID, ...]) -> _Together:
        needs = {need.id for each in named for need in matched[each]}
        return _Together(len(needs), amounts(by_id[each] for each in named))

    return together


def _covered(view: NeedView, sharing: Callable[[tuple[UUID, ...]], _Together]) -> NeedView:
    """The need with its cost against what is offered, and how many others the same offers match."""
    if not view.matches:
        return view
    together = sharing(tuple(each.offer.id for each in view.matches))
    return replace(view, cover=cover(costs([view.need]), together.amounts), others=together.needs - 1)


def _areas(code: str | None, day: date) -> frozenset[str] | None:
    """The countries and areas that are meant; None for all."""
    if code is None:
        return None
    return frozenset({code}) if code in areas() else members(code, day)


def _is_for(offer: Offer, meant: frozenset[str], day: date) -> bool:
    return any(is_eligible(offer.eligible, area, day) for area in meant)


def _of_provider(
    every: Sequence[Availability], provider: str, there: Sequence[Availability]
) -> Sequence[Availability]:
    """Of the offers that are ``there``, those of the provider."""
    words = provider.casefold()
    names = sorted({each.offer.provider for each in every}, key=str.casefold)
    if words and not any(words in each.casefold() for each in names):
        raise NotFoundError(
            expected="a provider of a recorded offer",
            came=f"none has {provider!r} in its name",
            choices=nearest(provider, names),
            advice="" if names else "No offer is recorded; begin with: stocktake needs template --for offers",
        )
    return [each for each in there if words in each.offer.provider.casefold()]


def _countries(
    matching: Matching, seen: Sequence[NeedView], chosen: Chosen, own: Sequence[Availability]
) -> tuple[CountryView, ...]:
    """By name; with a provider, only needs that one of its open offers matches, and only those matches."""
    ids = frozenset(each.offer.id for each in own)
    by_area: dict[str, list[NeedView]] = {chosen.area: []} if chosen.area and chosen.area in areas() else {}
    for each in seen:
        shown = _of_own(each, ids) if chosen.provider else each
        if shown is not None:
            by_area.setdefault(each.need.area, []).append(shown)
    free = own if chosen.area else None
    made = [_country(matching, code, views, free) for code, views in by_area.items()]
    return tuple(sorted(made, key=lambda each: (each.name, each.area)))


def _of_own(view: NeedView, own: frozenset[UUID]) -> NeedView | None:
    """The need with the matches among the provider's ``own`` offers; None where there is none."""
    matches = tuple(each for each in view.matches if each.offer.id in own)
    return replace(view, matches=matches, not_open=(), mismatched=()) if matches else None


def _country(
    matching: Matching, code: str, views: Sequence[NeedView], offers: Sequence[Availability] | None
) -> CountryView:
    """One country; which of the ``offers`` match none of its needs is not worked out where there are none given."""
    asked = costs(each.need for each in views if each.met != "reported implemented")
    matched = {match.offer.id for each in views for match in each.matches}
    free = None if offers is None else [each for each in offers if each.offer.id not in matched]
    without = None if free is None else matching.open_to(code, free)
    return CountryView(code, area_name(code), tuple(views), asked, without)


def _policy_areas(seen: Sequence[NeedView], available: Sequence[Offer]) -> tuple[PolicyAreaView, ...]:
    needs = _grouped((each.need.policy_area, each) for each in seen)
    offers = _grouped((name, each) for each in available for name in each.policy_areas)
    matched = {match.offer.id for each in seen for match in each.matches}
    names = {key: found[0] for group in (offers, needs) for key, found in group.items()}
    order = {name.casefold(): at for at, name in enumerate(policy_areas())}
    last = len(order) + 1
    ranked = sorted(names, key=lambda key: (last + 1 if key == ANY else order.get(key, last), key))
    return tuple(
        _policy_area(names[key], _rows(needs, key), _rows(offers, key), matched if key == ANY else None)
        for key in ranked
    )


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[str, list[T]]]:
    """What stands under each name, whatever its case, and the name as it was first written."""
    found: dict[str, tuple[str, list[T]]] = {}
    for name, each in pairs:
        found.setdefault(name.casefold(), (name, []))[1].append(each)
    return found


def _rows(groups: Mapping[str, tuple[str, list[T]]], key: str) -> list[T]:
    return groups[key][1] if key in groups else []


def _policy_area(
    name: str, views: Sequence[NeedView], offers: Sequence[Offer], matched: set[UUID] | None
) -> PolicyAreaView:
    """One policy area; ``matched`` are the offers that match a need, where not only its own needs count."""
    taken = {match.offer.id for each in views for match in each.matches} if matched is None else matched
    unmet = tuple(each.need for each in views if each.met == "unmet")
    partly = tuple(each.need for each in views if each.met == "partly met")
    return PolicyAreaView(
        name=name,
        unmet=unmet,
        partly_met=partly,
        implemented=len(views) - len(unmet) - len(partly),
        costs=costs((*unmet, *partly)),
        unmet_costs=costs(unmet),
        offers=len(offers),
        amounts=amounts(offers),
        without_need=tuple(each for each in offers if each.id not in taken),
    )


def _offer_views(
    seen: Sequence[NeedView], own: Sequence[Availability], matched: Mapping[UUID, Sequence[Need]]
) -> tuple[OfferView, ...]:
    """Each offer with the needs that are ``seen``; ``matched`` are all that it matches."""
    here = _matched(seen)
    apart: dict[UUID, list[MismatchedNeed]] = {}
    for view in seen:
        for each in view.mismatched:
            apart.setdefault(each.available.offer.id, []).append(MismatchedNeed(view.need, each.mismatch))
    return tuple(
        OfferView(
            each,
            tuple(here.get(each.offer.id, ())),
            tuple(apart.get(each.offer.id, ())),
            cover(costs(matched.get(each.offer.id, ())), amounts([each.offer])),
        )
        for each in own
    )
