"""Which body adopted the resolution whose number stands at a place of a text.

Knows how English says it: the name before the word (*Security Council resolution*), after the number (*resolution
5/14 of the Environment Assembly*), or earlier, taken up by *its*; and that a number itself rules bodies out. What
the bodies are called and how they number comes from ``frameworks.organs``.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from stocktake.frameworks.organs import Nature, Organ, load_organs
from stocktake.values.resolution_number import ResolutionNumber
from stocktake.values.span import Span


class Mention(NamedTuple):
    """A body's name in a text: where, which bodies it can mean, whether it is the full name."""

    start: int
    end: int
    organs: tuple[Organ, ...]
    is_full: bool


class Number(NamedTuple):
    """A number with what says whose it is: the word before its list, and where the number and its date end."""

    value: ResolutionNumber
    nature: Nature
    head: Span
    end: int


# A gerund or finite verb right before "its" has the adopting organ for its subject; a preposition has not.
_OWN = re.compile(
    r"\b(?:(?!including\b|during\b)\w+(?:ing|ls|ms|es)(?:\s(?:also|further|again|once))*"
    r"|(?:takes|taking)\snote(?:\s\w+)?(?:\swith\s\w+)?\sof)\s(?:all\s)?$",
    re.IGNORECASE,
)
_ITS = re.compile(r"\bits\s(?:\w+\s){0,3}$")
_AFTER = re.compile(r",?\s(?:adopted\s)?(?:of|by)\s(?:the\s)?(?=[A-Z])")
_ADOPTED_BY = re.compile(r"[^;]{0,250}?\sadopted\sby\s(?:the\s)?(?=[A-Z])")
_ADOPTION_OF = re.compile(r"\badoption\sof\s(?:the\s|its\s)?$")
_BY = re.compile(r"[^;]{0,250}?,?\sby\s(?:the\s)?(?=[A-Z])")
_IN_BETWEEN = re.compile(
    r"(?:’s)?,?\s(?:(?:in|by|under|through|via)\s)?(?:(?:its|the|previous|relevant|draft)\s){0,2}$"
)
_ANOTHER = re.compile(r"[^.;:“(\s]\s(?P<word>[A-Z][\w’-]+)\s$")
_FUNCTION_WORDS = frozenset(
    ("The", "In", "By", "See", "And", "Of", "Its", "With", "Under", "Also", "Assembly", "Council")
)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, tuple[tuple[Organ, ...], bool]]]:
    known: dict[str, tuple[tuple[Organ, ...], bool]] = {}
    for organ in load_organs():
        known[organ.name] = ((organ,), True)
    for organ in load_organs():
        for alias in organ.aliases:
            organs, is_full = known.get(alias, ((), False))
            known[alias] = ((*organs, organ), is_full or " " in alias)
    longest_first = sorted(known, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), known


def find_mentions(text: str) -> tuple[Mention, ...]:
    """The bodies named in ``text``, in order."""
    pattern, known = _names()
    return tuple(Mention(*found.span(), *known[found[0]]) for found in pattern.finditer(text))


@dataclass(frozen=True, slots=True)
class Speaker:
    """A text, the bodies named in it, and the organ that speaks in it.

    Attributes:
        text: The words of one passage.
        mentions: The bodies named in it.
        own: The organ that adopts the document; None where the document does not say.
        named: The bodies named in full anywhere in the document.
    """

    text: str
    mentions: tuple[Mention, ...]
    own: Organ | None
    named: frozenset[Organ] = frozenset()

    def body_of(self, number: Number) -> Organ | None:
        """The body that adopted the number; None where another body is named that we do not know.

        In order: the name after the number, the name right before the word, the body that *its* takes up, the
        organ that speaks, the nearest body named that can have given the number, the first principal organ that
        can, the only body named elsewhere in the document that can.
        """
        after = self._named_after(number)
        if after is not None:
            return self._fitting(after, number)
        before = self._named_before(number)
        if before is not None and (named := self._fitting(before, number)):
            return named
        if self._is_unclear(before, number) or (before is None and self._is_of_another(number)):
            return None
        here = self._taken_up(number) or self._speaking(number) or self._nearest(number)
        return here or _first(number) or self._only_one(number)

    def start_of(self, number: Number) -> int:
        """Where the words begin that name the body, or else the word itself: ``its resolution``."""
        before = self._named_before(number)
        if before is not None:
            return before.start
        its = _ITS.search(self.text[max(0, number.head.start - 60) : number.head.start])
        return number.head.start - (len(its[0]) if its else 0)

    def _named_after(self, number: Number) -> Mention | None:
        ways = [_AFTER, _ADOPTED_BY]
        if _ADOPTION_OF.search(self.text, max(0, number.head.start - 20), number.head.start):
            ways.append(_BY)
        ends = {found.end() for way in ways if (found := way.match(self.text, number.end))}
        return next((each for each in self.mentions if each.start in ends), None)

    def _named_before(self, number: Number) -> Mention | None:
        earlier = [each for each in self.mentions if each.end <= number.head.start]
        if earlier and _IN_BETWEEN.fullmatch(self.text[earlier[-1].end : number.head.start]):
            return earlier[-1]
        return None

    def _is_unclear(self, before: Mention | None, number: Number) -> bool:
        """A short name stands before the word that could be that of several bodies, none of them named in full."""
        organs = before.organs if before else ()
        return any(each.can_have(number.value, number.nature) for each in organs)

    def _is_of_another(self, number: Number) -> bool:
        found = _ANOTHER.search(self.text[max(0, number.head.start - 80) : number.head.start])
        return found is not None and not (found["word"] in _FUNCTION_WORDS or found["word"].endswith("ing"))

    def _taken_up(self, number: Number) -> Organ | None:
        start = self.start_of(number)
        if not self.text.startswith("its", start) or _OWN.search(self.text[max(0, start - 60) : start]):
            return None
        return self._nearest(number)

    def _speaking(self, number: Number) -> Organ | None:
        return self.own if self.own and self.own.can_have(number.value, number.nature) else None

    def _nearest(self, number: Number) -> Organ | None:
        clause = max(self.text.rfind(mark, 0, number.head.start) for mark in (";", ". "))
        for mention in reversed(self.mentions):
            if clause < mention.start < number.head.start and (organ := self._fitting(mention, number)):
                return organ
        return None

    def _only_one(self, number: Number) -> Organ | None:
        can = (each for each in self.named if each.can_have(number.value, number.nature))
        fitting = [each for each in can if each.symbol(number.value, number.nature)]
        return fitting[0] if len(fitting) == 1 else None

    def _fitting(self, mention: Mention, number: Number) -> Organ | None:
        """The body the name means: a short name means the one last named in full, or else a principal organ."""
        fitting = [each for each in mention.organs if each.can_have(number.value, number.nature)]
        if mention.is_full:
            return next(iter(fitting), None)
        for earlier in reversed(self.mentions):
            if earlier.start < mention.start and earlier.is_full:
                named = [each for each in earlier.organs if each in fitting]
                if named:
                    return named[0]
        return next((each for each in fitting if each.principal or each == self.own or each in self.named), None)


def _first(number: Number) -> Organ | None:
    principal = (each for each in load_organs() if each.principal)
    return next((each for each in principal if each.can_have(number.value, number.nature)), None)


def organ_named(name: str | None) -> Organ | None:
    """The body with this full name; None where there is none."""
    return next((each for each in load_organs() if each.name == name), None)
