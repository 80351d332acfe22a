"""The bodies through which something is to be done or reported: "through the Commission and the Council".

Knows the words that open a channel. Only bodies are channels: "through capacity-building" is a means.
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
    return re.compile(rf"\b{actors.any_of('channel')}(?:,?\s(?:inter\salia|as\sappropriate),)?\s")


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
        return stop if is_body and stop <= end and not _is_qualifier(text, stop) else None
    short = _SHORT.match(text, at, end)
    name = short["name"].strip() if short else ""
    if short is None or not actors_called(name):
        return _sub_body_end(text, at, end)
    stop = short.start("name") + len(name)
    return None if _is_qualifier(text, stop) else stop


def _sub_body_end(text: str, at: int, end: int) -> int | None:
    """Where the name of a body ends that is none of the frameworks': "its expert group on kites"."""
    found = _sub_body().match(text, at, end)
    if found is None:
        return None
    about = _ABOUT.match(text, found.end(), end)
    stop = about.end() if about else found.end()
    return None if _is_qualifier(text, stop) else stop


@cache
def _sub_body() -> re.Pattern[str]:
    return re.compile(rf"(?:the|its|their|his|her)\s(?:[a-z-]+\s){{0,4}}?{actors.any_of('sub-body')}")


def _is_qualifier(text: str, stop: int) -> bool:
    return bool(
        re.match(
            r"[’'](?:s\s)?|\s(?!and\b|or\b|to\b|as\b|at\b|in\b|on\b|for\b|with\b|by\b|within\b|of\b|a\b|an\b|the\b|its\b|their\b|his\b|information\b|recommendations\b|regular\b|annual\b)[a-z]",
            text[stop : stop + 24],
        )
    )
