"""Which body a short name or a pronoun takes up: "the Commission", "it".

Knows every body that a document names, in order. A short name means the body last named in full that it can stand
for; where another body that it can stand for is named too, both are candidates. Does not know what a body is asked.
"""

from collections.abc import Sequence
from typing import NamedTuple

from stocktake.frameworks.actors import Actor, Place, actors_called, find_names, find_short_names


class TakenUp(NamedTuple):
    """The name meant, None where nothing decides; and the names between which the words leave the choice."""

    name: str | None
    candidates: tuple[str, ...] = ()


class Mentions:
    """The actors named in the paragraphs of a document.

    Args:
        texts: The words of the paragraphs, in order.
        organ: The full name of the organ that speaks; None where the document does not say.
    """

    def __init__(self, texts: Sequence[str], organ: str | None) -> None:
        self.organ = organ
        self._places: list[tuple[Place, ...]] = []
        for text in texts:
            self._places.append(self._in(text))

    def _in(self, text: str) -> tuple[Place, ...]:
        """The actors named in the next text: in full, or by a short name of several words that means one of them."""
        places = list(find_names(text))
        for start, end, short in find_short_names(text):
            if any(each.start < end and start < each.end for each in places):
                continue
            before = [each for each in sorted(places, key=lambda each: each.start) if each.end <= start and short in each.actor.short]
            named = before or self._fitting(self._places, short)
            if named:
                places.append(Place(start, end, named[-1].actor))
        return tuple(sorted(places, key=lambda each: each.start))

    def called(self, paragraph: int, at: int, short: str) -> TakenUp:
        """The body that a short name means at a place."""
        here = [each.actor for each in self._places[paragraph] if each.end <= at and short in each.actor.short]
        if here:
            return TakenUp(here[-1].name)
        before = self._named(self._places[:paragraph], short)
        named = before or self._named(self._places[paragraph:], short)
        if named:
            return self._chosen(list(dict.fromkeys(each.name for each in named)), named[-1 if before else 0].name)
        called = actors_called(short)
        if len(called) == 1:
            return TakenUp(called[0].name)
        own = next((each.name for each in called if each.name == self.organ), None)
        return TakenUp(own, tuple(each.name for each in called) if own is None else ())

    def it(self, paragraph: int, start: int, at: int) -> TakenUp:
        """The body that "it" means at a place: the last one named since ``start``, or else in the paragraph."""
        bodies = [each for each in self._places[paragraph] if each.end <= at and each.actor.kind == "body"]
        since = [each for each in bodies if each.start >= start] or bodies[-1:]
        names = list(dict.fromkeys(each.actor.name for each in since))
        return self._chosen(names, names[0]) if names else TakenUp(None)

    def last_named(self, paragraph: int, start: int, end: int) -> tuple[Place, ...]:
        """The actors named in full between two places of a paragraph."""
        return tuple(each for each in self._places[paragraph] if start <= each.start and each.end <= end)

    def _named(self, places: Sequence[Sequence[Place]], short: str) -> list[Actor]:
        return [each.actor for each in self._fitting(places, short)]

    def _fitting(self, places: Sequence[Sequence[Place]], short: str) -> list[Place]:
        return [each for paragraph in places for each in paragraph if short in each.actor.short]

    def _chosen(self, names: list[str], name: str) -> TakenUp:
        return TakenUp(name, tuple(names) if len(names) > 1 else ())
