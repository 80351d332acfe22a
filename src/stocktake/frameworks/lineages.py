"""Lineages: which resolutions follow one another on one matter, from ``data/lineages.yaml``.

Knows the chains that were written down, in order, with the source of each fact. Does not know what a text says,
whether anyone holds it, or which text will come next.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby, pairwise

from stocktake.errors import InternalError
from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class LineageText:
    """One text of a lineage.

    Attributes:
        lineage: The name of the chain it stands in.
        symbol: Canonical symbol, ``A/RES/80/118``.
        session: The Assembly's session; for the Economic and Social Council, the year its resolutions count by.
        source: Where the facts were taken from.
        confidence: How sure it is that the text stands in this chain.
        adopted: The date of adoption; None where no source gave us one.
        dated: How sure the date is; None where there is no date.
        title: The title, where it is first used or changes; None where it stays.
    """

    lineage: str
    symbol: str
    session: int
    source: str
    confidence: Confidence
    adopted: date | None = None
    dated: Confidence | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """A chain of texts on one matter, oldest first."""

    name: str
    texts: tuple[LineageText, ...]

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbols of the chain, oldest first."""
        return tuple(text.symbol for text in self.texts)

    @property
    def title(self) -> str | None:
        """The title that the newest text carries; None where no title was written down."""
        return next((text.title for text in reversed(self.texts) if text.title), None)

    def between(self, first: str, last: str) -> tuple[LineageText, ...]:
        """The texts after ``first`` and before ``last``; none where either symbol is not of the chain."""
        if first not in self.symbols or last not in self.symbols:
            return ()
        return self.texts[self.symbols.index(first) + 1 : self.symbols.index(last)]


@cache
def lineages() -> tuple[Lineage, ...]:
    """Every lineage, in the order of the file.

    Raises:
        InternalError: A record is damaged, a symbol stands in two places, or a chain is out of order.
    """
    return chain(load_records("lineages", LineageText))


def lineage_of(symbol: str) -> Lineage | None:
    """The lineage in which the text with this canonical symbol stands; None where it stands in none."""
    return next((lineage for lineage in lineages() if symbol in lineage.symbols), None)


def chain(texts: tuple[LineageText, ...]) -> tuple[Lineage, ...]:
    """The lineages that the records make, each in the order of its records.

    Raises:
        InternalError: A symbol or a lineage stands in two places, or a chain is not in order of session and date.
    """
    made = tuple(Lineage(name, tuple(run)) for name, run in groupby(texts, key=lambda text: text.lineage))
    faults = [*_twice([text.symbol for text in texts]), *_twice([lineage.name for lineage in made])]
    faults += [fault for lineage in made for fault in _disorder(lineage)]
    if faults:
        raise InternalError(
            expected="each text once, each chain in one piece and in order, in frameworks/data/lineages.yaml",
            came="; ".join(faults),
            advice="Mend the file and run the tests of frameworks.",
        )
    return made


def _twice(names: list[str]) -> list[str]:
    return [f"{name} stands in two places" for name in dict.fromkeys(names) if names.count(name) > 1]


def _disorder(lineage: Lineage) -> list[str]:
    dates = [(text.session, text.adopted or date.min, text.symbol) for text in lineage.texts]
    return [
        f"{later[2]} stands after {earlier[2]} but is older"
        for earlier, later in pairwise(dates)
        if later[0] < earlier[0] or date.min < later[1] < earlier[1]
    ]
