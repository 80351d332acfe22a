"""What stands between an event's name and its date: place, the word of happening, theme, host.

Knows how these are put together, read backwards from the date, and the place that may follow the date. The words
come from ``frameworks.event_words``; a place is told by its capitals, not by a list of places.
"""

import re
from functools import cache
from typing import NamedTuple

from stocktake.frameworks.event_words import event_words

_CAPITAL = r"[A-ZÀ-ÞŁŚŽŠ][\w’'-]*\.?(?<![^t]\.)"
_PARTICLE = r"(?:de|del|della|da|do|dos|das|di|la|las|los|el|al|of|and|the|on|sur|am|an|les|es|der)"
_PROPER = rf"{_CAPITAL}(?:\s(?:{_PARTICLE}[\s-]){{0,2}}{_CAPITAL})*"
_PLACE = rf"{_PROPER}(?:,\s(?:the\s)?{_PROPER})*"
_WITHIN = rf"(?:the\s)?{_PROPER}\s(?:in|at)\s"
_AT_PLACE = rf"(?:in|at)\s(?:{_WITHIN})?(?:the\s)?(?P<place>{_PLACE})"

_PLACE_BEFORE = re.compile(rf",?\s{_AT_PLACE}$")
_BRACKET_BEFORE = re.compile(rf"\s\((?P<place>{_PLACE})?$")
_PLACE_AFTER = re.compile(rf",?\s{_AT_PLACE}(?!,?\s(?:in|on|from)\s\d)")
_PLACE_AGAIN = re.compile(rf"(?:,\s(?:and\s)?|\sand\s)(?:then\s)?(?:{_AT_PLACE},?\s)(?P<lead>(?:in|on|from)\s)")
_DATE_AGAIN = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?P<lead>(?:in\s|on\s|from\s)?)")
_MANNER = re.compile(r",?\s(?:respectively|most\srecently|successively|annually)$")
_LEAD = re.compile(r"(?:,\s|\s)(?:from|on|in|between|during)\s(?:early\s|late\s|mid-)?$|,\s$|\($")


class Setting(NamedTuple):
    """What was read backwards from a date: where the name ends, the place, whether a word of happening stood."""

    name_end: int
    place: str | None
    is_happening: bool


class Place(NamedTuple):
    """A place and where its words end."""

    words: str
    end: int


@cache
def _happening() -> re.Pattern[str]:
    word = f"(?:{'|'.join(map(re.escape, event_words('happening')))})"
    helper = (
        r"(?:which|that|was|were|is|are|to|will|would|be|being|has|have|had|been|most\srecently|jointly|both|also|"
        r"successfully|recently|virtually|again|first|last|initially)"
    )
    return re.compile(rf",?(?:\sand)?(?:\s{helper}){{0,5}}\s{word}(?:\sand\s{word})?$")


@cache
def _theme() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{'|'.join(map(re.escape, event_words('theme')))})[,:]?\s[“\"‘][^”\"]*[”\"’],?$")


@cache
def _host() -> re.Pattern[str]:
    word = f"(?:{'|'.join(map(re.escape, event_words('host')))})"
    manner = r"(?:(?:\w+ly|and)\s)?"
    lead = rf"(?:,?\s(?:to\sbe\s|being\s)?{manner}{word}(?:\s(?:and|or)\s{word})?)?\s{manner}"
    by = r"(?:by|under\sthe\sauspices\sof|in\scooperation\swith)\s(?=the\s|[A-Z])"
    return re.compile(rf"{lead}{by}(?P<host>[^;“”]{{1,240}})$")


@cache
def _virtual() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{'|'.join(map(re.escape, event_words('virtual')))})$")


@cache
def _event_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, event_words('event')))})s?\b", re.IGNORECASE)


def lead_before(text: str, date: int) -> int | None:
    """Where the words begin that lead to a date at ``date`` (*from*, *on*, *in*); None where none leads to it."""
    found = _LEAD.search(text, max(0, date - 20), date)
    return found.start() if found else None


def setting_before(text: str, end: int) -> Setting:
    """The setting read backwards from ``end``, where the words begin that lead to the date."""
    place: str | None = None
    is_happening = False
    before = -1
    while before != end:
        before = end
        for pattern in (_MANNER, _virtual(), _theme()):
            end = _start(pattern, text, end)
        found = _search(_happening(), text, end)
        is_happening = is_happening or found is not None
        end = found.start() if found else end
        if (
            place is None
            and not is_happening
            and (where := _search(_PLACE_BEFORE, text, end) or _search(_BRACKET_BEFORE, text, end))
        ):
            place, end = where["place"], where.start()
        hosted = _host_before(text, end)
        is_happening, end = is_happening or hosted != end, hosted
    return Setting(end, place, is_happening)


def _host_before(text: str, end: int) -> int:
    """Where the words on the host begin; ``end`` where there are none, or where they name another event."""
    found = _search(_host(), text, end)
    return end if found is None or _event_noun().search(found["host"]) else found.start()


def _search(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """The match that ends at ``end``; only the last words are searched, for speed."""
    return pattern.search(text, max(0, end - 400), end)


def _start(pattern: re.Pattern[str], text: str, end: int) -> int:
    found = _search(pattern, text, end)
    return found.start() if found else end


def place_after(text: str, date_end: int) -> Place | None:
    """The place named right after a date: ``in Geneva``, ``at United Nations Headquarters in New York``."""
    found = _PLACE_AFTER.match(text, date_end)
    return Place(found["place"], found.end()) if found else None


def again(text: str, last_end: int, date: int) -> tuple[str | None] | None:
    """Whether the date at ``date`` goes on with the event that ends at ``last_end``; its new place, in a tuple.

    ``held in Kigali in 2007 and in Cairo in 2008``; ``held in 2011 and 2012`` (no new place: None within).
    """
    for pattern in (_PLACE_AGAIN, _DATE_AGAIN):
        found = pattern.fullmatch(text, last_end, date)
        if found:
            return (found.groupdict().get("place"),)
    return None
