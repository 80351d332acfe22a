"""Which body a short name or a pronoun takes up: "the Commission", "it".

Knows every body that a document names, in order. A short name means the body last named in full that it can stand
for; where another body that it can stand for is named too, both are candidates. Does not know what a body is asked.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from stocktake.frameworks.actors import Actor, Place, actors_called, find_names, find_short_names

# A capitalized name of several words within a sentence.
_PROPER = re.compile(
    r"(?<=[a-z,]\s)[A-Z][\w’-]*(?:\s(?:(?:of|for|on|against)\s(?:the\s)?)?[A-Z][\w’-]*)+(?:\s(?:and)\s[A-Z][\w’-]*(?=[,;.]))?"
)
_PRONOUNS = {"it": "body", "itself": "body", "him": "officer", "her": "officer"}


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
        self._texts = tuple(texts)
        self._places: list[tuple[Place, ...]] = []
        for text in texts:
            self._places.append(self._in(text))

    def _in(self, text: str) -> tuple[Place, ...]:
        """The actors named in the next text: in full, or by a short name of several words that means one of them."""
        places = [each for place in find_names(text) for each in _with_body(text, place)]
        for start, end, short in find_short_names(text):
            if any(each.start < end and start < each.end for each in places):
                continue
            before = [
                each
                for each in sorted(places, key=lambda each: each.start)
                if each.end <= start and short in each.actor.short
            ]
            named = before or self._fitting(self._places, short)
            if named:
                places.append(Place(start, end, named[-1].actor))
        return tuple(sorted(places, key=lambda each: each.start))

    def called(self, paragraph: int, at: int, short: str) -> TakenUp:
        """The body that a short name means at a place."""
        here = [each.actor for each in self._places[paragraph] if each.end <= at and short in each.actor.short]
        if here:
            return self._chosen(list(dict.fromkeys(each.name for each in here)), here[-1].name)
        before = self._named(self._places[:paragraph], short)
        named = before or self._named(self._places[paragraph:], short)
        if named:
            return self._chosen(list(dict.fromkeys(each.name for each in named)), named[-1 if before else 0].name)
        # Named nowhere in full: only the organ that speaks can be meant without being named.
        own = (each.name for each in actors_called(short) if self.organ and each.name.endswith(self.organ))
        return TakenUp(next(own, None))

    def longer(self, paragraph: int, at: int, short: str) -> TakenUp:
        """The longer name, unknown to the frameworks, that a capitalized short one takes up.

        "The Working Group" takes up "the Working Group on Kites", "the Mission" the "Kite Observer Mission": the one
        named last before it; all that fit are candidates.
        """
        before = (*self._texts[:paragraph], self._texts[paragraph][:at])
        fits = re.compile(
            rf"{re.escape(short)}\s(?:on|of|for|to|against)\s.+|(?:.+\s)?[A-Z][\w’-]*\s{re.escape(short)}"
        )
        names = [
            found[0]
            for text in before
            if short in text
            for found in _PROPER.finditer(text)
            if fits.fullmatch(found[0])
        ]
        return self._chosen(list(dict.fromkeys(names)), names[-1]) if names else TakenUp(None)

    def pronoun(self, paragraph: int, at: int, word: str) -> TakenUp:
        """The body that "it", or the officer that "him" or "her", means: named before ``at`` in the paragraph.

        Of several the first is chosen, which the clause is about; all are candidates. None for "them".
        """
        kind = _PRONOUNS.get(word)
        names = [each.actor.name for each in self._places[paragraph] if each.end <= at and each.actor.kind == kind]
        distinct = list(dict.fromkeys(names))
        return self._chosen(distinct, distinct[0]) if distinct else TakenUp(None)

    def _named(self, places: Sequence[Sequence[Place]], short: str) -> list[Actor]:
        return [each.actor for each in self._fitting(places, short)]

    def _fitting(self, places: Sequence[Sequence[Place]], short: str) -> list[Place]:
        return [each for paragraph in places for each in paragraph if short in each.actor.short]

    def _chosen(self, names: list[str], name: str) -> TakenUp:
        return TakenUp(name, tuple(names) if len(names) > 1 else ())


def _with_body(text: str, place: Place) -> tuple[Place, ...]:
    """The actor named, and before it the body that an officer's name holds: "the Chair of the Commission on"."""
    if place.actor.kind != "officer":
        return (place,)
    start = text.index(" ", place.start) if " " in text[place.start : place.end] else place.end
    inner = (
        Place(start + each.start, start + each.end, each.actor) for each in find_names(text[start : place.end])
    )
    return (*(each for each in inner if each.actor.kind == "body"), place)
