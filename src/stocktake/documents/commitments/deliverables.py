"""What is to come of a duty, and who is to receive it: "submit to the Assembly ... a report".

Knows recipients after "to" and "for consideration by"; kinds and acts come from ``frameworks.deliverables``. The
first thing that the clause asks for counts. Does not know whether it was handed in.
"""

import re
from dataclasses import dataclass

from stocktake.documents.commitments.addressees import Name, Where, names_in
from stocktake.documents.commitments.phrases import someone_end
from stocktake.frameworks.actors import words_of
from stocktake.frameworks.deliverables import Thing, find_things


@dataclass(frozen=True, slots=True)
class Found:
    """A deliverable within the text of a paragraph."""

    thing: Thing
    recipients: tuple[Name, ...]


REPORT = "report"
_TO = re.compile(r"(?<=\bto\s)(?=\S)|(?<=\bconsideration\sby\s)(?=\S)")
_BEFORE = re.compile(r"([\w-]+)\sto\s$")
_IT = re.compile(r"it\b(?!s)")
_OWN = re.compile(r"\bfor\sits\s(?:further\s)?(?:consideration|approval|review|information)\b")
_AND = re.compile(r"(?:,\s(?:and\s|as\swell\sas\s)?|\s(?:and|or)\s)(?:to\s)?")


def find_deliverable(where: Where, start: int, end: int) -> Found | None:
    """The thing to be handed in, set up, held or placed in the clause; None where there is none.

    Of several a report that someone is to receive counts, or else a report, or else the first: a report is what
    can be followed up.
    """
    found = [Found(each, _recipients(where, each, end)) for each in find_things(where.text, start, end)]
    received = [each for each in found if each.recipients and each.thing.kind == REPORT]
    reports = [each for each in found if each.thing.kind == REPORT]
    return next(iter([*received, *reports, *found]), None)


def _recipients(where: Where, thing: Thing, end: int) -> tuple[Name, ...]:
    for to in _TO.finditer(where.text, thing.act[1], end):
        before = _BEFORE.search(where.text, max(0, to.end() - 40), to.end())
        if before and before[1] in words_of("no-recipient"):
            continue
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
    while (reached := someone_end(where.text, begin)) is not None and reached <= end:
        stop = reached
        joint = _AND.match(where.text, stop, end)
        if joint is None:
            break
        begin = joint.end()
    return names_in(where, at, stop) if stop > at else ()
