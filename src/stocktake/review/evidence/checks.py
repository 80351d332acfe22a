"""How far a contribution can be followed: whether its document is held or taken up, its indicator has a value.

Knows that a document which is older than what asks for it is no output of it, that the texts which ask are none
either, and that a value counts from the beginning of what was done up to the date of the review. Does not know whether
a document says what its author says, nor whether a value moved because of what was done.
"""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from stocktake.frameworks.areas import area_name
from stocktake.register import Contribution
from stocktake.review.evidence.days import first_day, last_day
from stocktake.review.evidence.given import Given, Level
from stocktake.review.model import Passage, Text
from stocktake.review.words import place_name
from stocktake.values.symbol import NotASymbolError, Symbol


class Seen(NamedTuple):
    """What was found of a document or of a value: in words, who says so, and the day or period it is of."""

    words: str
    source: str
    day: str


class Checks:
    """What is held, by which contributions are followed."""

    def __init__(self, given: Given, as_of: date) -> None:
        self._given = given
        self._as_of = as_of
        self._texts = {each.key: each for each in given.texts}
        self._held = {half: each for each in given.texts for half in _halves(each.document.data.symbol)}
        self._cited: dict[str, set[Passage]] = defaultdict(set)
        for cited in given.citations:
            for half in _halves(cited.symbol):
                self._cited[half].update(cited.places)
        chain = given.followed.threads if given.followed else None
        self._asking = {*(each.name for each in chain.held), *chain.not_held} if chain else set()
        self._documents: dict[tuple[str, str], Seen | None] = {}

    def document(self, named: str, asked_in: str) -> Seen | None:
        """Where a document that is named can be seen; None where it cannot, or was there before it was asked for.

        Args:
            named: Its symbol or link.
            asked_in: The key of the first text held that asks for it.
        """
        known = (named, asked_in)
        if known not in self._documents:
            self._documents[known] = self._seek(named, self._texts.get(asked_in))
        return self._documents[known]

    def _seek(self, named: str, asking: Text | None) -> Seen | None:
        halves = _halves(named)
        if asking is None or _is_older(named, asking) or self._asking & set(halves):
            return None
        held = next((self._held[half] for half in halves if half in self._held), None)
        if held is not None and _is_after(held, asking):
            return Seen(f"{named} is held", held.document.source.name, _day(held))
        places = [place for half in halves for place in self._cited.get(half, ())]
        later = [place for place in places if _is_after(self._texts[place.text], asking)]
        if not later:
            return None
        last = max(later, key=lambda place: (_day(self._texts[place.text]), place.text, place.place))
        text = self._texts[last.text]
        standing = "a draft, " if text.document.data.status == "draft" else ""
        return Seen(f"{last.text} cites {named}", f"{standing}{last.text}, {place_name(last.place)}", _day(text))

    def value(self, contribution: Contribution) -> Seen | None:
        """The newest value of the indicator that is named, in the areas and the time of the contribution."""
        levels = self._given.levels(contribution.document, contribution.where)
        own = [each for each in levels or () if self._is_meant(each, contribution)]
        if not own:
            return None
        newest = max(own, key=lambda each: (each.period, -contribution.where.index(each.area), each.source))
        words = (
            f"{contribution.document}: {newest.value:g} {newest.unit}, {area_name(newest.area)}, {newest.period}"
        )
        return Seen(words, newest.source, newest.period)

    def _is_meant(self, level: Level, contribution: Contribution) -> bool:
        return (
            level.area in contribution.where
            and last_day(level.period) >= first_day(contribution.start)
            and first_day(level.period) <= self._as_of
        )


def _halves(symbol: str | None) -> Sequence[str]:
    """A symbol and each half of a joint one, without asterisks; nothing for a link."""
    with suppress(NotASymbolError):
        halves = Symbol.parse(symbol or "").halves
        whole = ["/".join(half) for half in halves]
        return tuple(dict.fromkeys(("-".join(whole), *whole)))
    return ()


def _is_older(named: str, asking: Text) -> bool:
    """Whether a document is of an earlier session than the text that asks for it, or is that text."""
    with suppress(NotASymbolError):
        symbol = Symbol.parse(named)
        session = asking.document.data.session
        is_before = symbol.session is not None and session is not None and symbol.session < session
        return is_before or str(symbol) == asking.document.data.symbol
    return False


def _day(text: Text) -> str:
    return text.document.data.adopted or text.document.data.distributed or ""


def _is_after(text: Text, asking: Text) -> bool:
    """Whether a text was there after another; not known where a day lacks, and then it is not taken for later."""
    return bool(_day(asking)) and _day(text) > _day(asking)
