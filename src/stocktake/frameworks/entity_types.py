"""The kinds of entities that report what was done: governments, UN entities, civil society and so on.

Knows the kinds and other words for them (``data/entity_types.yaml``). Does not know which entity is of which kind:
whoever reports says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class EntityType:
    """A kind of entities.

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
def entity_types() -> tuple[str, ...]:
    """The names of all kinds, in the order of the file."""
    return tuple(each.name for each in load_records("entity_types", EntityType))


def entity_type_of(text: str) -> str | None:
    """The kind that ``text`` is a name of, whatever the case of its letters; None where it is none."""
    return _names().get(" ".join(text.casefold().split()))


@cache
def _names() -> Mapping[str, str]:
    records = load_records("entity_types", EntityType)
    return {word.casefold(): each.name for each in records for word in (each.name, *each.aliases)}
