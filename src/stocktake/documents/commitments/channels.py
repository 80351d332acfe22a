"""The bodies through which something is to be done or reported: "through the Commission and the Council".

Knows the words that open a channel, and by what noun a name that the frameworks do not know is a body. Only bodies
are channels: "through capacity-building" is a means, "through the efforts of the Board" too.
"""

import re
from collections.abc import Iterator
from functools import cache

from stocktake.documents.commitments.addressees import Name, Where, names_in
from stocktake.documents.commitments.phrases import name_end
from stocktake.frameworks import actors
from stocktake.frameworks.actors import actors_called

_JOINT = re.compile(r"(?:,\s(?:and\s|as\swell\sas\s)?|\s(?:and|or)\s|,?\sas\swell\sas\s)(?:through\s)?")
_SHORT = re.compile(r"(?:the|its|their|his|her)\s(?P<name>(?:[A-Z][\w’-]+\s?)+|forum)\b")
_ABOUT = re.compile(r"\s(?:on|for)\s(?:the\s)?[\w’-]+(?:\s(?:and|of)\s[\w’-]+)*(?=[,;:.]|\sto\s|$)")
# A capitalized name. The UN repeats "the" before each body of a list, so that "and" without it goes on with the name.
_PROPER = re.compile(
    r"(?:the|its|their|his|her)\s(?P<head>[A-Z][\w’-]*(?:\s(?:and\s)?[A-Z][\w’-]*)*)"
    r"(?:\s(?:of|for|on|against)\s(?:the\s)?[A-Z][\w’-]*(?:\s(?:and\s(?=[A-Z][a-z]))?[A-Z][\w’-]*)*)*"
)
# Classes of bodies: those whose name says that they are bodies of the United Nations.
_CLASSES_OF_BODIES = ("commissions", "country teams", "coordinators", "centres", "Committees", "treaty bodies")


def find_channels(where: Where, start: int, end: int) -> tuple[Name, ...]:
    """The bodies through which the clause between two places is to be carried out, in order, each once."""
    found: dict[str, Name] = {}
    for opening in _through().finditer(where.text, start, end):
        for name in _bodies(where, opening.end(), end):
            found.setdefault(name.name, name)
    return tuple(found.values())


@cache
def _through() -> re.Pattern[str]:
    return re.compile(rf"\b{actors.any_of('channel')}(?:,\s[a-z][a-z ]{{2,40}},|\sinter\salia,)?\s")


def _bodies(where: Where, at: int, end: int) -> Iterator[Name]:
    while at < end:
        stop = _body_end(where, at, end)
        if stop is None:
            return
        yield from names_in(where, at, stop)
        joint = _JOINT.match(where.text, stop, end)
        if joint is None:
            return
        at = joint.end()


def _body_end(where: Where, at: int, end: int) -> int | None:
    """Where a body's name ends that stands at ``at``; None where none does, or where it only qualifies a noun."""
    text = where.text
    stop = name_end(text, at)
    if stop is not None:
        actor = actors.find_names(text[at:stop])[-1].actor
        is_body = actor.kind != "class" or actor.name.endswith(_CLASSES_OF_BODIES)
        if is_body and stop <= end and not _is_qualifier(text, stop):
            return stop
        return _sub_body_end(text, at, end)
    short = _SHORT.match(text, at, end)
    name = short["name"].strip() if short else ""
    if short is None or not actors_called(name):
        return _sub_body_end(text, at, end)
    stop = max(short.start("name") + len(name), _sub_body_end(text, at, end) or at)
    return None if _is_qualifier(text, stop) else stop


def _sub_body_end(text: str, at: int, end: int) -> int | None:
    """Where the name of a body ends that is none of the frameworks': "its expert group on kites"."""
    proper = _PROPER.match(text, at, end)
    if proper and proper["head"].rpartition(" ")[2] in _proper_heads():
        return None if _is_qualifier(text, proper.end()) else proper.end()
    found = _sub_body().match(text, at, end)
    if found is None:
        return None
    about = _ABOUT.match(text, found.end(), end)
    stop = about.end() if about else found.end()
    return None if _is_qualifier(text, stop) else stop


@cache
def _sub_body() -> re.Pattern[str]:
    qualifier = rf"(?!{actors.any_of('stop')}|the\b|and\b|or\b)[\w-]+\s"
    return re.compile(rf"(?:the|its|their|his|her)\s(?:{qualifier}){{0,5}}?{actors.any_of('sub-body')}")


@cache
def _proper_heads() -> frozenset[str]:
    """The nouns by which a capitalized name is that of a body."""
    words = (word.rpartition(" ")[2].capitalize() for word in actors.words_of("sub-body"))
    return actors.words_of("proper-body") | frozenset(words)


def _is_qualifier(text: str, stop: int) -> bool:
    return bool(
        re.match(
            r"[’'](?:s\s)?|\s(?!and\b|or\b|to\b|as\b|at\b|in\b|on\b|for\b|with\b|by\b|within\b|of\b|a\b|an\b|the\b|its\b|their\b|his\b|information\b|recommendations\b|regular\b|annual\b)[a-z]",
            text[stop : stop + 24],
        )
    )
