"""The words of SDMX messages: which component plays which part, and who stands behind an agency's id.

Knows identifiers of components (``data/sdmx_concepts.yaml``) and agencies (``data/sdmx_agencies.yaml``). What the codes
of dimensions mean is in ``statistical_words``. Knows no data structure definition and no message.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from stocktake.errors import nearest
from stocktake.frameworks.areas import Scheme
from stocktake.frameworks.records import Confidence, load_records

Part = Literal[
    "code",
    "indicator",
    "area",
    "period",
    "value",
    "status",
    "nature",
    "unit",
    "multiplier",
    "updated",
    "dimension",
    "attribute",
]
"""What a component is to an observation; ``dimension`` breaks it down further, ``attribute`` only describes it."""


@dataclass(frozen=True, slots=True)
class Concept:
    """Identifiers under which data structures name one part of an observation, the preferred first."""

    part: Part
    ids: tuple[str, ...]
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Agency:
    """Who maintains data structures.

    Attributes:
        agency: The id before the first colon of a structure's own id.
        publisher: Whose statistics they are.
        scheme: How its messages name areas, for ``areas.area_of``.
        prefix: What goes before an area's code that only this publisher uses.
        source: Where the record comes from.
        confidence: How sure it is.
        dataset: What the publisher calls the data set; None where it has several.
        dotted: Its codes of series stand with "_" where the publisher's own have ".".
    """

    agency: str
    publisher: str
    scheme: Scheme
    prefix: str
    source: str
    confidence: Confidence
    dataset: str | None = None
    dotted: bool = False


def part_of(component: str) -> Part | None:
    """The part that a component of this id plays; None where the id is not recorded."""
    return _parts().get(component.casefold())


def ids_of(part: Part) -> tuple[str, ...]:
    """The recorded ids of a part, the preferred first."""
    return tuple(each for concept in _concepts() if concept.part == part for each in concept.ids)


def nearest_components(component: str, known: tuple[str, ...] = (), count: int = 3) -> tuple[str, ...]:
    """The recorded ids, and those of ``known``, most like ``component``, best first; for messages only."""
    ids = {each.casefold(): each for concept in _concepts() for each in concept.ids}
    ids |= {each.casefold(): each for each in known}
    return tuple(ids[each] for each in nearest(component.casefold(), list(ids), count))


def agency_of(structure: str) -> Agency:
    """Who maintains the structure of this id ("IAEG-SDGs:SDG(1.0)"); an agency of its own where it is not recorded."""
    agency = structure.partition(":")[0] if ":" in structure else ""
    top = agency.partition(".")[0]
    known = next((each for each in load_records("sdmx_agencies", Agency) if each.agency == top), None)
    return known or Agency(top, top, "any", top or "X", "as printed in the message", "unsure")


def _concepts() -> tuple[Concept, ...]:
    return load_records("sdmx_concepts", Concept)


@cache
def _parts() -> MappingProxyType[str, Part]:
    return MappingProxyType({each.casefold(): concept.part for concept in _concepts() for each in concept.ids})
