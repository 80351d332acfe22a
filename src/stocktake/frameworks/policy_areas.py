"""The policy areas by which readiness for electronic commerce is assessed, and other words for them.

Knows the seven of the eTrade for All initiative (``data/policy_areas.yaml``). A policy area outside them is as good:
who records a need or an offer may write any.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class PolicyArea:
    """A policy area.

    Attributes:
        name: What it is called.
        source: Where the record comes from.
        confidence: How sure it is.
        aliases: Other words for it.
    """

    name: str
    source: str
    confidence: Confidence
    aliases: tuple[str, ...] = ()


@cache
def policy_areas() -> tuple[str, ...]:
    """The names of the seven, in the order of the file."""
    return tuple(each.name for each in load_records("policy_areas", PolicyArea))


def policy_area_of(text: str) -> str | None:
    """The policy area that ``text`` is a name of, whatever the case of its letters; None where it is none."""
    return policy_area_words().get(" ".join(text.casefold().split()))


@cache
def policy_area_words() -> Mapping[str, str]:
    """The name of each policy area by every word for it, in small letters."""
    records = load_records("policy_areas", PolicyArea)
    return {word.casefold(): each.name for each in records for word in (each.name, *each.aliases)}
