"""What is to come of a duty, and who is to receive it: "submit to the Assembly ... a report".

Knows recipients after "to" and "for consideration by"; kinds and acts come from ``frameworks.deliverables``. The
first thing that the clause asks for counts. Does not know whether it was handed in.
"""

import re
from dataclasses import dataclass

from stocktake.documents.commitments.addressees import Name, Where, names_in
from stocktake.documents.commitments.phrases import name_end
from stocktake.frameworks.actors import actors_called
from stocktake.frameworks.deliverables import Thing, find_things


@dataclass(frozen=True, slots=True)
class Found:
    """A deliverable within the text of a paragraph."""

    thing: Thing
    recipients: tuple[Name, ...]


_TO = re.compile(r"(?<=\bto\s)(?=\S)|(?<=\bconsideration\sby\s)(?=\S)")
_SHORT = re.compile(r"(?:the|its|their)\s(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)*)")
_IT = re.compile(r"it\b(?!s)")
_OWN = re.compile(r"\bfor\sits\s(?:further\s)?(?:consideration|approval|review|information)\b")
_AND = re.compile(r"(?:,\s(?:and\s|as\swell\sas\s)?|\s(?:and|or)\s)(?:to\s)?")


def find_deliverable(where: Where, start: int, end: int) -> Found | None:
    """The first thing to be handed in, set up, held or placed in the clause; None where there is none."""
    thing = next(find_things(where.text, start, end), None)
    if thing is None:
        return None
    return Found(thing, _recipients(where, thing, end))


def _recipients(where: Where, thing: Thing, end: int) -> tuple[Name, ...]:
    for to in _TO.finditer(where.text, thing.act[1], end):
        own = where.mentions.organ
        it = _IT.match(where.text, to.end(), end)
        if it and own:
            return (Name(*it.span(), own, known=True),)
        names = _names(where, to.end(), end)
        if names:
            return names
    found = _OWN.search(where.text, thing.act[1], end)
    if found and where.mentions.organ:
        return (Name(*found.span(), where.mentions.organ, known=True),)
    return ()


def _names(where: Where, at: int, end: int) -> tuple[Name, ...]:
    """The names of a list that begins at ``at``."""
    stop = begin = at
    while (reached := _end_of_name(where.text, begin, end)) is not None:
        stop = reached
        joint = _AND.match(where.text, stop, end)
        if joint is None:
            break
        begin = joint.end()
    return names_in(where, at, stop) if stop > at else ()


def _end_of_name(text: str, at: int, end: int) -> int | None:
    stop = name_end(text, at)
    if stop is not None and stop <= end:
        return stop
    short = _SHORT.match(text, at, end)
    return short.end("name") if short and actors_called(short["name"]) else None
