"""Which offers match which needs on a day: a pure function of what is recorded and of the frameworks.

An offer matches a need where it is for the need's policy area, the country is eligible on the day, its window is open,
and nobody says that the two do not match. A need that is reported as implemented is matched with nothing. Knows neither
totals nor layout.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from stocktake.register import Mismatch, Need, Offer
from stocktake.register.history import newest_states, standing
from stocktake.register.offer import ANY
from stocktake.review.needs.eligibility import eligible, is_eligible
from stocktake.review.needs.model import Availability, Match, Met, Mismatched, NeedView, Reason
from stocktake.review.needs.windows import availabilities


class Matching:
    """The needs and offers that are recorded until a day, matched when asked.

    Attributes:
        needs: The needs that stand, by policy area and recommendation.
        offers: The offers that stand and those that were withdrawn, by provider and programme.
        day: The day.
    """

    def __init__(
        self, needs: Sequence[Need], offers: Sequence[Offer], day: date, mismatches: Iterable[Mismatch] = ()
    ) -> None:
        self.needs = tuple(sorted(standing(needs), key=_need_order))
        self.offers = availabilities(offers, day)
        self.day = day
        self._apart = _apart(mismatches, {**newest_states(needs), **newest_states(offers)})
        self._by_policy_area = _by_policy_area(self.offers)
        self._fitting: dict[tuple[str, str], tuple[tuple[Match, ...], tuple[Availability, ...]]] = {}

    def view(self, need: Need) -> NeedView:
        """The need with what is offered for it."""
        every, closed = ((), ()) if need.status == "implemented" else self._fits(need.area, need.policy_area)
        apart = self._apart.get(need.id)
        if apart is None:
            return NeedView(need, _met(need, bool(every)), every, closed)
        matches = tuple(each for each in every if each.offer.id not in apart)
        not_open = tuple(each for each in closed if each.offer.id not in apart)
        mismatched = self._mismatched(apart, every, closed)
        return NeedView(need, _met(need, bool(matches)), matches, not_open, mismatched)

    def _mismatched(
        self, apart: Mapping[UUID, Mismatch], every: Sequence[Match], closed: Sequence[Availability]
    ) -> tuple[Mismatched, ...]:
        """The offers that the rules match, open or not, and that are said not to."""
        fitting = {each.offer.id for each in every} | {each.offer.id for each in closed}
        said = fitting & apart.keys()
        return tuple(Mismatched(each, apart[each.offer.id]) for each in self.offers if each.offer.id in said)

    def open_to(self, area: str, offers: Iterable[Availability]) -> tuple[Match, ...]:
        """Those of the offers that are open and that a country or area may have, whatever it needs."""
        return tuple(found for each in offers if (found := self._match(each, area)))

    def _fits(self, area: str, policy_area: str) -> tuple[tuple[Match, ...], tuple[Availability, ...]]:
        """What matches the needs of an area in a policy area, and what would if it were open; worked out once."""
        key = area, policy_area.casefold()
        if key not in self._fitting:
            offers = self._by_policy_area.get(key[1], self._by_policy_area[ANY])
            here = [each for each in offers if is_eligible(each.offer.eligible, area, self.day)]
            self._fitting[key] = (
                tuple(found for each in here if (found := self._match(each, area, policy_area))),
                tuple(each for each in here if each.state != "open"),
            )
        return self._fitting[key]

    def _match(self, available: Availability, area: str, policy_area: str = "") -> Match | None:
        """The match where the offer is open and the area is eligible."""
        found = eligible(available.offer.eligible, area, self.day)
        if found is None or available.state != "open":
            return None
        reasons = [Reason("eligibility", words) for words in found.reasons]
        if policy_area:
            every = ANY in available.offer.policy_areas
            words = "the offer is for any policy area" if every else f"the offer is for {policy_area}"
            reasons.insert(0, Reason("policy area", words))
        reasons.append(Reason("window", available.because))
        return Match(available.offer, tuple(reasons), (*found.unknown, *available.unknown))


def _by_policy_area(offers: Sequence[Availability]) -> Mapping[str, list[Availability]]:
    """The offers for each policy area in their order; under ``any`` those for every one, which stand in all."""
    found: dict[str, list[Availability]] = {ANY: []}
    for each in offers:
        for name in each.offer.policy_areas:
            found.setdefault(name.casefold(), [])
    for each in offers:
        own = {name.casefold(): None for name in each.offer.policy_areas}
        for name in found if ANY in own else own:
            found[name].append(each)
    return found


def _apart(mismatches: Iterable[Mismatch], newest: Mapping[UUID, UUID]) -> dict[UUID, dict[UUID, Mismatch]]:
    """What is said against a need and an offer, by the ids of their newest states; of several the oldest."""
    found: dict[UUID, dict[UUID, Mismatch]] = {}
    for each in standing(mismatches):
        if each.need and each.offer:
            of_need = found.setdefault(newest.get(each.need, each.need), {})
            of_need.setdefault(newest.get(each.offer, each.offer), each)
    return found


def _met(need: Need, matched: bool) -> Met:
    if need.status == "implemented":
        return "reported implemented"
    return "partly met" if matched or need.status == "in progress" else "unmet"


def _need_order(need: Need) -> tuple[str, str, str]:
    return need.policy_area.casefold(), need.recommendation.casefold(), str(need.id)
