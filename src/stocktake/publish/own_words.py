"""What entities report, as pages and reports print it: one action after the other, long words cut and said to be.

Knows that several reports may tell of one action. Words are those of whoever reported, and nobody checked them: they
are handed on as plain words, never as markup.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from stocktake.frameworks.themes import Framework
from stocktake.register import Contribution
from stocktake.review.evidence.model import Reported

_LONG_WORD = 12
"""So many signs count as a word where none ends: Chinese has no spaces."""


@dataclass(frozen=True, slots=True)
class Told:
    """One action: the report that stands for it, then the others on it."""

    reports: tuple[Reported, ...]

    @property
    def made(self) -> Contribution:
        """The contribution that stands for it."""
        return self.reports[0].contribution

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Text and paragraph of what it answers."""
        return self.reports[0].places

    def codes(self, framework: Framework) -> tuple[str, ...]:
        """The themes that any of its reports names."""
        return tuple(dict.fromkeys(code for each in self.reports for code in each.contribution.codes(framework)))


@dataclass(frozen=True, slots=True)
class Cut:
    """Words, whole or the first of them: how many are shown, and how many there are."""

    text: str
    shown: int
    every: int
    whole: bool


def actions_told(contributions: Iterable[Reported]) -> tuple[Told, ...]:
    """Each action once, in the order in which it was first reported."""
    found: dict[UUID, list[Reported]] = defaultdict(list)
    for each in contributions:
        found[each.action].append(each)
    return tuple(
        Told(tuple(sorted(own, key=lambda each: each.contribution.id != each.action))) for own in found.values()
    )


def by_line(told: Iterable[Told], framework: Framework) -> dict[str, tuple[Told, ...]]:
    """The actions under each theme of a framework that they name."""
    found: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        for code in each.codes(framework):
            found[code].append(each)
    return {code: tuple(own) for code, own in found.items()}


def by_place(told: Iterable[Told]) -> dict[tuple[str, str], tuple[Told, ...]]:
    """The actions by text and paragraph that they answer."""
    found: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for each in told:
        for place in each.places:
            found[place].append(each)
    return {place: tuple(own) for place, own in found.items()}


def first_words(text: str, most: int) -> Cut:
    """The first words of a text, with an ellipsis where more follow."""
    every = text.split()
    words, longest = " ".join(every[:most]), most * _LONG_WORD
    kept = words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0]
    whole = kept == " ".join(every)
    return Cut(kept if whole else f"{kept} …", len(kept.split()), len(every), whole)
