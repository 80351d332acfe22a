"""One figure with everything that a verdict on it may look at. Frozen; look-ups compute, nothing judges.

Knows which published values may decide, which of them the words mean, and what the same provision said in the text
held before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from stocktake.documents.find.figures import Figure
from stocktake.documents.model import Document
from stocktake.documents.threads.model import Life, Threads
from stocktake.review.figures.model import Binding, Contradiction, Place, Value
from stocktake.review.figures.printed import agrees, printed_range
from stocktake.values.interval import Interval


@dataclass(frozen=True, slots=True)
class AuditText:
    """A text to be audited.

    Attributes:
        key: What the review calls it.
        document: As read.
        figures: Its figures, in order of place.
        bindings: What each of them is bound to, in the same order.
        name: What its threads call it; empty where it is in none.
        day: When its words were settled: adopted, else distributed; None where neither is known.
        is_base: Whether the next text of its chain would start from it.
    """

    key: str
    document: Document
    figures: tuple[Figure, ...]
    bindings: tuple[Binding, ...]
    name: str = ""
    day: date | None = None
    is_base: bool = True

    @classmethod
    def of(
        cls,
        key: str,
        document: Document,
        figures: Sequence[Figure],
        bindings: Sequence[Binding],
        threads: Threads | None = None,
    ) -> "AuditText":
        """A text with its place in the threads: its name there, its day, whether a later one is held."""
        held = (
            next((each for each in threads.held if each.file == document.source.name), None) if threads else None
        )
        day = document.data.adopted or (held.adopted if held else None) or document.data.distributed
        return cls(
            key=key,
            document=document,
            figures=tuple(figures),
            bindings=tuple(bindings),
            name=held.name if held else "",
            day=date.fromisoformat(day) if day else None,
            is_base=threads is None or held is None or held == threads.held[-1],
        )

    def place(self, figure: Figure) -> Place:
        """How a verdict refers to one of its figures."""
        return Place(self.key, figure.paragraph, figure.printed)

    def figures_in(self, paragraphs: Sequence[str]) -> tuple[Figure, ...]:
        """The figures in these paragraphs."""
        return tuple(each for each in self.figures if each.paragraph in paragraphs)


@dataclass(frozen=True, slots=True)
class Before:
    """The same provision in the text held before.

    Attributes:
        text: That text.
        then: The figures of the provision there.
        now: Its figures in the text after that.
        earlier: The same of that text and the one held before it; None where it is first seen there.
    """

    text: AuditText
    then: tuple[Figure, ...]
    now: tuple[Figure, ...]
    earlier: "Before | None" = None


@dataclass(frozen=True, slots=True)
class Case:
    """A figure and what is known of it.

    Attributes:
        text: The text it stands in.
        figure: The figure.
        binding: What it is bound to.
        as_of: What is published later is not known.
        before: The provision in the text held before; None where there is none.
        conflicts: The contradictions of the text that it is part of.
    """

    text: AuditText
    figure: Figure
    binding: Binding
    as_of: date
    before: Before | None = None
    conflicts: tuple[Contradiction, ...] = ()

    @property
    def reach(self) -> Interval | None:
        """What its words leave open, in the indicator's terms; None where they name no number."""
        return printed_range(self.figure, negated=self.binding.is_negated)

    @property
    def deciding(self) -> tuple[Value, ...]:
        """The published values that a verdict may rest on, by year, then by day of edition; none but for a level."""
        if self.binding.bound is None or self.figure.kind != "level":
            return ()
        values = dict.fromkeys((*self.binding.values, self.binding.bound))
        known = [each for each in values if each.is_sure and not (each.published and each.published > self.as_of)]
        return tuple(sorted(known, key=age))

    @property
    def agreeing(self) -> tuple[Value, ...]:
        """Those of them with which the printed words agree; where the words name a year, of that year only."""
        reach, year = self.reach, self.figure.year
        return tuple(
            each
            for each in self.deciding
            if reach and agrees(reach, each.range) and (year is None or each.period == str(year))
        )

    @property
    def meant(self) -> Value | None:
        """The value that the words repeat: the one bound where they agree with it, else the latest that they can be.

        None where they agree with none.
        """
        if self.binding.bound in self.agreeing:
            return self.binding.bound
        return next(iter(reversed(self.agreeing)), None)

    def known_when_settled(self) -> tuple[Value, ...]:
        """The deciding values that were published by the day on which the text's words were settled."""
        day = self.text.day
        return tuple(each for each in self.deciding if day and each.published and each.published <= day)


def age(value: Value) -> tuple[str, date]:
    """By which values are put in order: their year, then the day of their edition."""
    return value.period, value.published or date.min


def case_before(
    text: AuditText, figure: Figure, texts: Sequence[AuditText], threads: Threads | None
) -> Before | None:
    """The provision of a figure in the text held before; None where it is first seen, or no threads are known."""
    named = {each.name: each for each in texts if each.name}
    for thread in threads.through(text.name, figure.paragraph) if threads and text.name else ():
        at = next(place for place, life in enumerate(thread.lives) if life.document == text.name)
        found: Before | None = None
        for then, now in pairwise(thread.lives[: at + 1]):
            old, new = named.get(then.document), named.get(now.document)
            found = _before((old, new), (then, now), found) if old and new else None
        if found:
            return found
    return None


def _before(texts: tuple[AuditText, AuditText], lives: tuple[Life, Life], earlier: Before | None) -> Before:
    (old, new), (then, now) = texts, lives
    return Before(old, old.figures_in(then.paragraphs), new.figures_in(now.paragraphs), earlier)
