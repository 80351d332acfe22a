"""Headline figures as published, and the editions they stand in: what serves where no series is loaded.

Knows ``data/headline_figures.yaml`` and ``data/editions.yaml``, and which edition a note cites. Every figure was
published by whoever answers for it; none is known only because a resolution prints it. Does not know any series, nor
which value a text means.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

from stocktake.errors import InternalError
from stocktake.frameworks.areas import aggregates, areas
from stocktake.frameworks.indicators import indicators
from stocktake.frameworks.records import Confidence, load_records
from stocktake.frameworks.statistical_words import unit_of


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a publication.

    Attributes:
        id: What it is called here.
        publisher: Who published it.
        title: The title as it is cited.
        words: Words of the title by which a note is known to cite it.
        published: The day it came out.
        source: Where the record comes from.
        confidence: How sure it is.
    """

    id: str
    publisher: str
    title: str
    words: tuple[str, ...]
    published: date
    source: str
    confidence: Confidence

    @property
    def name(self) -> str:
        """The publisher and the title."""
        return f"{self.publisher}, {self.title}"


@dataclass(frozen=True, slots=True)
class HeadlineFigure:
    """One figure of one edition.

    Attributes:
        id: What it is called here.
        edition: The id of the edition.
        indicator: Code of the indicator.
        area: The code of the area or group.
        year: The year it is of.
        value: In ``unit``.
        unit: The canonical unit.
        source: Where the record comes from.
        confidence: How sure it is.
        sex: Whose; None for both.
        location: Urban or rural; None for everywhere.
        breakdown: The further dimension, as observations have it: ``TECH=5G``.
        last: The unit of the last place printed; half of it either way is what rounding leaves open.
        is_negated: It counts those of whom the indicator is not true.
        note: What a reader must know besides.
    """

    id: str
    edition: str
    indicator: str
    area: str
    year: int
    value: int | float
    unit: str
    source: str
    confidence: Confidence
    sex: Literal["female", "male"] | None = None
    location: Literal["urban", "rural"] | None = None
    breakdown: str | None = None
    last: int | float = 1
    is_negated: bool = False
    note: str = ""


def edition_cited(note: str) -> Edition | None:
    """The edition that a note cites by the words of its title; None where it cites none, or several."""
    words = note.casefold()
    found = [each for each in editions().values() if any(title.casefold() in words for title in each.words)]
    return found[0] if len(found) == 1 else None


@cache
def editions() -> Mapping[str, Edition]:
    """Every edition by its id, in the order of the file.

    Raises:
        InternalError: A record is damaged or stands twice.
    """
    loaded = load_records("editions", Edition)
    made = {each.id: each for each in loaded}
    if len(made) < len(loaded):
        raise _broken("editions.yaml", [])
    return MappingProxyType(made)


@cache
def headline_figures() -> Mapping[str, HeadlineFigure]:
    """Every headline figure by its id, in the order of the file.

    Raises:
        InternalError: A record is damaged, stands twice, or names an edition, an indicator, an area or a unit that
            there is not.
    """
    loaded = load_records("headline_figures", HeadlineFigure)
    made = {each.id: each for each in loaded}
    faults = [f"{each.id}: {fault}" for each in loaded for fault in _faults(each)]
    if faults or len(made) < len(loaded):
        raise _broken("headline_figures.yaml", faults)
    return MappingProxyType(made)


def _faults(figure: HeadlineFigure) -> list[str]:
    known = {
        figure.edition: figure.edition in editions(),
        figure.indicator: figure.indicator in indicators(),
        figure.area: figure.area in {*areas(), *aggregates()},
        figure.unit: figure.unit in {each.unit for each in (unit_of(figure.unit),) if each},
    }
    return [f"{name} is not known" for name, is_known in known.items() if not is_known]


def _broken(file: str, faults: list[str]) -> InternalError:
    return InternalError(
        expected=f"each record once, of what is known, in frameworks/data/{file}",
        came="; ".join(faults) or "one stands twice",
        advice="Mend the file and run the tests of frameworks.",
    )
