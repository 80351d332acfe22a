"""What is to come of a duty, and who is to receive it: "submit to the Assembly ... a report".

Knows recipients after "to" and "for consideration by"; kinds and acts come from ``frameworks.deliverables``. The
first thing that the clause asks for counts. Does not know whether it was handed in.
"""

import re
from dataclasses import dataclass

from stocktake.documents.commitments.addressees import Name, Where, names_in
from stocktake.documents.commitments.phrases import find_infinitive, list_end
from stocktake.frameworks.actors import find_names, words_of
from stocktake.frameworks.deliverables import Thing, find_things


@dataclass(frozen=True, slots=True)
class Found:
    """A deliverable within the text of a paragraph; ``end`` is where its words end: "a report on the use of kites"."""

    thing: Thing
    recipients: tuple[Name, ...]
    end: int


REPORT = "report"
_TO = re.compile(r"(?<=\bto\s)(?=\S)|(?<=\bconsideration\sby\s)(?=\S)")
_AND_TO = re.compile(r",?\s(?:and|as\swell\sas)\sto\s")
_BEFORE = re.compile(r"([\w-]+)\sto\s$")
_IT = re.compile(r"it\b(?!s)")
_SUBJECT = re.compile(
    r"\s(?:on|of|about|regarding|concerning|containing|outlining|describing|covering|with|based|assessing|detailing"
    r"|reflecting|evaluating|analysing|summarizing|setting|addressing|among|between|entitled|for|in|that|which|made|contained|achieved)\b"
)
_ENTITLED = re.compile(r"(?:\sentitled)?\s[“\"][^”\"]+[”\"]")
_NEXT_PART = re.compile(
    r"[;:]|,(?!\s(?!(?:as|taking|through|including|with|in|at|by|based|for|to|and|which|that)\b)(?:[\w-]+\s){1,2}and\s)"
    r"|\s(?:through|via)\sthe\s[A-Z]|\s(?:at|during|before|by|for|to|in)\s(?:its|the|their|each)\s[^,;:]{0,50}?\bsessions?\b"
    r"|\sfor\s(?:its\s|their\s|the\s)?(?:further\s)?(?:consideration|submission|information|approval|adoption)\b"
    r"|\s(?:by\s)?(?:no|not)\slater\sthan\b|\sby\s(?:the\s(?:end|beginning|start)|\d|[A-Z][a-z]+\s(?:19|20)\d\d)"
    r"|\swithin\s(?:\w+\s)?(?:\w+)\s(?:days|weeks|months|years?)\b|\s(?:and|or)\sto\s[a-z]|\sand\s(?:submit|report|present|transmit)\b"
    r"|(?<!contained)(?<!made)\sin\s(?:his|her|its|their|the)\s[^,;:]{0,40}?(?:summary|report)\b|\sas\spart\sof\b|\sto\sbe\s[a-z]+ed\b|\sin\s(?:19|20)\d\d\b"
)
_DANGLING = re.compile(r"\s(?:to|to\sthe|by|of|and|or|for)*\s*$")
_OWN = re.compile(r"\bfor\sits\s(?:further\s)?(?:consideration|approval|review|information)\b")


def find_deliverable(where: Where, start: int, end: int) -> Found | None:
    """The thing to be handed in, set up, held or placed in the clause; None where there is none.

    Of several a report that someone is to receive counts, or else a report, or else the first: a report is what
    can be followed up.
    """
    found = [_found(where, each, end) for each in find_things(where.text, start, end)]
    received = [each for each in found if each.recipients and each.thing.kind == REPORT]
    reports = [each for each in found if each.thing.kind == REPORT]
    return next(iter([*received, *reports, *found]), None)


def _found(where: Where, thing: Thing, end: int) -> Found:
    recipients = _recipients(where, thing, end)
    if thing.act[0] <= thing.start < thing.act[1]:
        # "To report on kites to the Council": the act is the thing, and has no words of its own.
        return Found(thing, recipients, thing.end)
    after = [each.start for each in recipients if each.start > thing.end]
    return Found(thing, recipients, _end_of_subject(where.text, thing.end, min([end, *after])))


def _end_of_subject(text: str, at: int, end: int) -> int:
    """Where the words of a thing end with what it is about: before a comma, a recipient, a session, a channel."""
    quoted = _ENTITLED.match(text, at, end)
    if quoted:
        return quoted.end()
    if not _SUBJECT.match(text, at, end):
        return at
    stop = _NEXT_PART.search(text, at, end)
    last = stop.start() if stop else end
    # "A working group on kites to count them": what it is for is no part of its name.
    purpose = find_infinitive(text, at, last)
    words = text[at : purpose if purpose is not None else last]
    return at + len(_DANGLING.sub("", words))


def _recipients(where: Where, thing: Thing, end: int) -> tuple[Name, ...]:
    rest = where.text[thing.act[1] : end]
    given = _given(where, thing, end)
    if given:
        return given
    inside = [(end - len(rest) + each.start, end - len(rest) + each.end) for each in find_names(rest)]
    for to in _TO.finditer(where.text, thing.act[1], end):
        before = _BEFORE.search(where.text, max(0, to.end() - 40), to.end())
        if before and before[1].casefold() in words_of("no-recipient"):
            continue
        if any(first < to.start() < last for first, last in inside):
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


def _given(where: Where, thing: Thing, end: int) -> tuple[Name, ...]:
    """Those who stand right after the act: "provide the Council with a report", "brief the Council"."""
    act = where.text[slice(*thing.act)].split()[-1]
    stop = list_end(where.text, thing.act[1] + 1, end) if act in words_of("giving") else None
    if stop is None or not (stop < thing.start or thing.act[0] <= thing.start < thing.act[1]):
        return ()
    return names_in(where, thing.act[1] + 1, stop)


def _names(where: Where, at: int, end: int) -> tuple[Name, ...]:
    """The names of a list that begins at ``at``; "to" can stand before each: "to the Council and to the Assembly"."""
    stop = list_end(where.text, at, end)
    if stop is None:
        return ()
    joints = list(_AND_TO.finditer(where.text, at, stop))
    begins, ends = [at, *(each.end() for each in joints)], [*(each.start() for each in joints), stop]
    return tuple(name for first, last in zip(begins, ends, strict=True) for name in names_in(where, first, last))
