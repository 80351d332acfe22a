"""The nouns of needs and offers in a review: a match with its reasons, the view of a country, the view by policy area.

Computes nothing. An offer that matches is no promise and no payment; a need is never called met because of one. What is
unknown is counted as such and never as nought. Countries and areas stand in the order of the alphabet, never of need.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple
from uuid import UUID

from stocktake.register import Mismatch, Need, Offer
from stocktake.register.offer import ANY

Rule = Literal["policy area", "eligibility", "window"]
Window = Literal["open", "not yet open", "closed", "withdrawn"]
"""Where an offer stands on the day, by its own dates and by what is recorded."""
Met = Literal["unmet", "partly met", "reported implemented"]
"""``reported implemented``: the assessor says that the recommendation is; ``partly met``: the assessor says that it is
in progress, or an open offer matches; ``unmet``: neither."""


Reach = Literal["whole", "part", "unknown"]
"""How far amounts go towards costs."""


class Reason(NamedTuple):
    """One condition of a match that holds, in words."""

    rule: Rule
    words: str


@dataclass(frozen=True, slots=True)
class Availability:
    """An offer on the day of the view.

    Attributes:
        offer: What was recorded; of a withdrawn one, what it was.
        state: Where it stands.
        because: Why, in words: its window, or who withdrew it.
        unknown: What is not known of it.
    """

    offer: Offer
    state: Window
    because: str
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An open offer that a need, or a country as such, can have.

    Attributes:
        offer: The offer.
        reasons: Every condition that holds; without a need there is none on the policy area.
        unknown: What is not known and may yet stand in the way.
    """

    offer: Offer
    reasons: tuple[Reason, ...]
    unknown: tuple[str, ...]


class Mismatched(NamedTuple):
    """An offer that the rules match with a need, and what a person says against it."""

    available: Availability
    mismatch: Mismatch


class MismatchedNeed(NamedTuple):
    """The same from the other side."""

    need: Need
    mismatch: Mismatch


class Total(NamedTuple):
    """A sum in one currency, and of how many records."""

    currency: str
    amount: Decimal
    records: int


@dataclass(frozen=True, slots=True)
class Money:
    """What is known of costs or amounts; sums in different currencies are never added up.

    Attributes:
        totals: By currency, in the order of the alphabet.
        unknown: Of how many records nothing is known.
        records: Of how many records in all.
    """

    totals: tuple[Total, ...]
    unknown: int
    records: int


@dataclass(frozen=True, slots=True)
class Cover:
    """Costs against amounts, as far as both are known in one currency; nothing is converted, nothing is promised.

    Attributes:
        reach: ``whole``: the amounts are not below the costs, all of which are known; ``part``: they are below them;
            ``unknown``: what is known does not tell.
        costs: What is asked.
        amounts: What is offered.
        lacking: Of a part: by how much the amounts are below the costs that are known, which is the least that lacks
            where other costs are not.
    """

    reach: Reach
    costs: Money
    amounts: Money
    lacking: Total | None = None


@dataclass(frozen=True, slots=True)
class NeedView:
    """A need and what is offered for it.

    Attributes:
        need: The need as it stands on the day.
        met: How far it is met, by rule.
        matches: The open offers that match it, by provider and programme.
        not_open: Offers that would match if they were open.
        mismatched: Offers, open or not, that would stand among these but for a person who says that they do not match.
        cover: Its cost against the amounts of the offers that match, taken together; None where none does.
        others: How many other needs these offers match.
    """

    need: Need
    met: Met
    matches: tuple[Match, ...]
    not_open: tuple[Availability, ...]
    mismatched: tuple[Mismatched, ...] = ()
    cover: Cover | None = None
    others: int = 0


@dataclass(frozen=True, slots=True)
class CountryView:
    """What a country needs and who can help.

    Attributes:
        area: Its code.
        name: Its name.
        needs: Its needs, by policy area and recommendation.
        costs: What those cost that are not reported as implemented.
        without_need: Open offers for which it is eligible and which match none of its recorded needs; None where no
            area was asked for.
    """

    area: str
    name: str
    needs: tuple[NeedView, ...]
    costs: Money
    without_need: tuple[Match, ...] | None


@dataclass(frozen=True, slots=True)
class PolicyAreaView:
    """What is asked and what is offered in one policy area.

    Attributes:
        name: Its name; ``any`` gathers the offers for every one.
        unmet: Needs that are unmet.
        partly_met: Needs that are partly met.
        implemented: How many needs are reported as implemented.
        costs: What the unmet and partly met ones cost.
        unmet_costs: What the unmet ones cost.
        offers: How many offers are open.
        amounts: What those offer; an offer for several policy areas counts in each.
        without_need: Those of them that match no need of this policy area: more is offered than asked.
    """

    name: str
    unmet: tuple[Need, ...]
    partly_met: tuple[Need, ...]
    implemented: int
    costs: Money
    unmet_costs: Money
    offers: int
    amounts: Money
    without_need: tuple[Offer, ...]

    @property
    def needs(self) -> int:
        """How many needs are recorded."""
        return len(self.unmet) + len(self.partly_met) + self.implemented

    @property
    def state(self) -> str:
        """Unmet where all its needs are; reported implemented where all are; partly met between; else none recorded."""
        if not self.needs:
            return "for every policy area" if self.name == ANY else "no need recorded"
        if len(self.unmet) == self.needs:
            return "unmet"
        return "reported implemented" if self.implemented == self.needs else "partly met"

    @property
    def over_supplied(self) -> bool:
        """Whether there is an open offer without a need."""
        return bool(self.without_need)


@dataclass(frozen=True, slots=True)
class OfferView:
    """An offer and the needs that it matches; none where it is not open.

    Attributes:
        available: The offer on the day.
        needs: The needs that it matches, of those that are looked at.
        mismatched: Needs that would stand among them but for a person who says that they do not match.
        cover: The costs of all needs that it matches, whoever is looked at, against its amount; None where it matches
            none.
    """

    available: Availability
    needs: tuple[Need, ...]
    mismatched: tuple[MismatchedNeed, ...] = ()
    cover: Cover | None = None


class Twice(NamedTuple):
    """Two records that may be one, the older first, and why; nothing is merged."""

    first: UUID
    second: UUID
    because: str


@dataclass(frozen=True, slots=True)
class NeedsView:
    """Needs and offers on a day, from both sides.

    Attributes:
        as_of: The day: of the records, of the groups and of the windows.
        area: The code that was asked for; None for all.
        provider: The words of the provider's name that were asked for; empty for all.
        countries: By name. With a provider: only needs that it can help with.
        policy_areas: The known ones in their order, then others by name.
        offers: By provider and programme.
        costs: Of the needs not reported as implemented.
        amounts: Of the open offers, each once.
        candidates: Records that may be one.
    """

    as_of: date
    area: str | None
    provider: str
    countries: tuple[CountryView, ...]
    policy_areas: tuple[PolicyAreaView, ...]
    offers: tuple[OfferView, ...]
    costs: Money
    amounts: Money
    candidates: tuple[Twice, ...]
