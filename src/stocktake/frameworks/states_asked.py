"""The names under which texts ask States: all of them, or the members of a group (``data/states_asked.yaml``).

Does not know who belongs to a group (``groups``), nor which countries a class without a list of members means.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class StatesAsked:
    """One name.

    Attributes:
        name: The canonical name among the actors.
        source: Where the record comes from.
        confidence: How sure it is.
        groups: The groups whose members it asks; empty for every Member State.
    """

    name: str
    source: str
    confidence: Confidence
    groups: tuple[str, ...] = ()


@cache
def states_asked() -> tuple[StatesAsked, ...]:
    """Every name, in the order of the file."""
    return load_records("states_asked", StatesAsked)


def names_asking(groups: Collection[str]) -> frozenset[str]:
    """The names under which a text asks a State that is a member of these groups."""
    return frozenset(
        each.name for each in states_asked() if not each.groups or not frozenset(each.groups).isdisjoint(groups)
    )
