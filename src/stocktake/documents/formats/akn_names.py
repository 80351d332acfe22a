"""Names in Akoma Ntoso: identifiers of work, expression and manifestation, and ``eId`` of elements.

Follows the naming convention of AKN4UN (UN System Document Ontology and Guidelines, part 1, "AKN4UN Naming
convention") as the XML files that the UN publishes apply it:
``/akn/un/statement/deliberation/{actor}/{date}/{number}/{language}@``. Departures: an unknown date is
``0001-01-01`` (as in those files), an unknown number is left out, and no identifier ends in a slash.
"""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from stocktake.documents.model import HeadingData
from stocktake.frameworks.records import Confidence, load_records

UNKNOWN_DATE = "0001-01-01"
UNKNOWN_LANGUAGE = "und"  # ISO 639-2: undetermined
_NOT_IN_EID = re.compile(r"[^\w.-]+")
_RESOLUTION = re.compile(r"[A-Z]+/RES/(.+)")
_NOT_IN_NUMBER = re.compile(r"[/()\[\]\s]+")


@dataclass(frozen=True, slots=True)
class Actor:
    """How an organ is named in identifiers."""

    name: str
    actor: str
    concept: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Language:
    """The ISO 639-2 code of a language, by its ISO 639-1 code."""

    code: str
    alpha3: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document.

    Attributes:
        actor: The organ, ``unga``; ``un`` where the document names none.
        concept: The organ in the ontology: ``generalAssembly``.
        number: ``80-118``; empty where the document prints no symbol.
        dated: The date of the work, and which date it is.
        issued: The date of the expression, and which date it is.
        language: ISO 639-2.
    """

    actor: str
    concept: str
    number: str
    dated: tuple[str, str]
    issued: tuple[str, str]
    language: str

    @property
    def work(self) -> str:
        """The identifier of the work."""
        parts = ["/akn/un/statement/deliberation", self.actor, self.dated[0], self.number]
        return "/".join(quote(part, safe="/-._~", errors="surrogatepass") for part in parts if part)

    @property
    def expression(self) -> str:
        """The identifier of the expression: the original version in its language."""
        return f"{self.work}/{self.language}@"


def name_document(data: HeadingData) -> Names:
    """The names of a document, from what it prints about itself."""
    actor = _actor(data.organ)
    languages = {each.code: each.alpha3 for each in load_records("akn_languages", Language)}
    issued = (data.distributed, "publication") if data.distributed else (UNKNOWN_DATE, "unknown")
    return Names(
        actor=actor.actor,
        concept=actor.concept,
        number=_number(data.symbol),
        dated=(data.adopted, "adoption") if data.adopted else issued,
        issued=issued,
        language=languages.get(data.language or "", UNKNOWN_LANGUAGE),
    )


def _actor(organ: str | None) -> Actor:
    """The record of the organ; one made from its name where there is none."""
    if organ is None:
        return Actor("United Nations", "un", "un", "the document names no organ", "unsure")
    actors: tuple[Actor, ...] = load_records("akn_actors", Actor)
    for each in actors:
        if each.name == organ:
            return each
    slug = clean(organ.lower())
    return Actor(organ, slug, slug, "made from the name", "unsure")


def _number(symbol: str | None) -> str:
    if symbol is None:
        return ""
    resolution = _RESOLUTION.fullmatch(symbol)
    return _NOT_IN_NUMBER.sub("-", resolution[1] if resolution else symbol).strip("-")


def clean(name: str) -> str:
    """The name as a part of an ``eId``: letters, digits, points, hyphens and underlines."""
    return _NOT_IN_EID.sub("-", name).strip("-.")


def print_date(iso: str) -> str:
    """The date as the UN prints it: ``15 December 2025``."""
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B} {day.year}"


class Ids:
    """Hands out ``eId`` values, each once: a second ``para_3`` becomes ``para_3_2``."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """``wanted`` if it is free, else the same with the first free count."""
        name, count = wanted, 1
        while name in self._taken:
            count += 1
            name = f"{wanted}_{count}"
        self._taken.add(name)
        return name
