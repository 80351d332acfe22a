"""Which offers match which needs on a day: a pure function of what is recorded and of the frameworks.

An offer matches a need where it is for the need's policy area, the country is eligible on the day, and its window is
open. A need that is reported as implemented is matched with nothing. Knows neither totals nor layout.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from stocktake.register import Need, Offer
from stocktake.register.history import standing
from stocktake.register.offer import ANY
from stocktake.review.needs.eligibility import eligible, is_eligible
from stocktake.review.needs.model import Availability, Match, Met, NeedView, Reason
from stocktake.review.needs.windows import availabilities


class Matching:
    """The needs and offers that are recorded until a day, matched when asked.

    Attributes:
        needs: The needs that stand, by policy area and recommendation.
        offers: The offers that stand and those that were withdrawn, by provider and programme.
        day: The day.
    """

    def __init__(self, needs: Iterable[Need], offers: Iterable[Offer], day: date) -> None:
        self.needs = tuple(sorted(standing(needs), key=_need_order))
        self.offers = availabilities(offers, day)
        self.day = day
        self._by_policy_area = _by_policy_area(self.offers)
        self._fitting: dict[tuple[str, str], tuple[tuple[Match, ...], tuple[Availability, ...]]] = {}

    def view(self, need: Need) -> NeedView:
        """The need with what is offered for it."""
        matches, not_open = ((), ()) if need.status == "implemented" else self._fits(need.area, need.policy_area)
        return NeedView(need, _met(need, bool(matches)), matches, not_open)

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


def _met(need: Need, matched: bool) -> Met:
    if need.status == "implemented":
        return "reported implemented"
    return "partly met" if matched or need.status == "in progress" else "unmet"


def _need_order(need: Need) -> tuple[str, str, str]:
    return need.policy_area.casefold(), need.recommendation.casefold(), str(need.id)
