"""The kinds of offers by which needs can be met: grant, loan, technical assistance, training and so on.

Knows the kinds and other words for them (``data/offer_kinds.yaml``). Does not know which programme is of which kind:
whoever records it says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class OfferKind:
    """A kind of offers.

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
def offer_kinds() -> tuple[str, ...]:
    """The names of all kinds, in the order of the file."""
    return tuple(each.name for each in load_records("offer_kinds", OfferKind))


def offer_kind_of(text: str) -> str | None:
    """The kind that ``text`` is a name of, whatever the case of its letters; None where it is none."""
    return _names().get(" ".join(text.casefold().split()))


@cache
def _names() -> Mapping[str, str]:
    records = load_records("offer_kinds", OfferKind)
    return {word.casefold(): each.name for each in records for word in (each.name, *each.aliases)}
