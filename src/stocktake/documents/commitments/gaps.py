"""Further duties under one verb that is not said again: "Invites A to do x, and B to do y".

Knows that such a part is a name and an infinitive. The UN puts no comma before "and" in a list of two; so after a
comma the name is asked, and without one it is only where no verb before it ("to encourage Governments and donors
to", "to consult donors and States on") can govern it; an infinitive after an act that is talked about belongs to
that act ("donors on ways to"). Does not know whom a name means.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stocktake.documents.commitments.addressees import Name, Where, names_in
from stocktake.documents.commitments.phrases import (
    begins_with_someone,
    find_infinitive,
    head_end,
    list_end,
    someone_end,
)
from stocktake.frameworks.actors import find_names, words_of


class Part(NamedTuple):
    """A part with its own addressee: where the joint begins, where the name, who it is, where what is asked.

    ``is_sure``: a comma, or "that", parts it from what stands before.
    """

    joint: int
    start: int
    names: tuple[Name, ...]
    action: int
    is_sure: bool


_JOINT = re.compile(r"(?P<comma>[,;])?(?:\s(?P<and>and)\s|(?<=,)\s)")
# What can stand between a name and what it is asked: words between commas, and what says which ones.
_AFTER_NAME = re.compile(r",|(?:with|that|which|who|not)\s[^,;]{1,60}$")
_LONGEST = 260
_INFINITIVE = re.compile(r"\s?to\s(?:\w+ly\s)?[a-z-]+\s(?:with\s)?")
# An infinitive that goes on with the first one: "to fly kites ..., and to mend them".
_GOES_ON = re.compile(r"\b(?:and|or|but)\s$")
# What is talked about, and a noun in it that an infinitive can follow; not "clubs working on".
_ABOUT = re.compile(r"(?<!ing)\s(?:on|about|regarding|concerning)\s(?:[\w’-]+\s){0,6}?(?P<word>[\w-]+)\sto\s")
_VERB = re.compile(r"\s(?:is|are|was|were|has|have|should|must|shall|will|can|may)\s")


def find_gaps(where: Where, action: int, end: int) -> Iterator[Part]:
    """The parts of an action that ask others, in order of place."""
    for found in _JOINT.finditer(where.text, action, end):
        part = _part(where, action, found, end)
        if part is not None and not _is_in_name(where.text, action, part.joint):
            yield part


def _is_in_name(text: str, start: int, at: int) -> bool:
    """Whether the joint at ``at`` stands within a name: "the Economic and Social Council"."""
    return any(start + each.start < at < start + each.end for each in find_names(text[start : at + 200]))


def _part(where: Where, action: int, found: re.Match[str], end: int) -> Part | None:
    text, start = where.text, found.end()
    stop = someone_end(text, start)
    if stop is None or not begins_with_someone(text, start, end):
        return None
    infinitive = find_infinitive(text, stop, min(end, start + _LONGEST))
    if infinitive is None or _VERB.search(text, stop, infinitive) or ";" in text[stop:infinitive]:
        return None
    if _is_of_an_act(text, stop, infinitive) or _GOES_ON.search(text, stop, infinitive):
        return None
    if not found["and"] and infinitive != stop + 1:
        # One of a list of three or more: nothing stands between the name and what it is asked.
        return None
    if found["and"] and not found["comma"] and _is_governed(text, action, found.start()):
        return None
    names = names_in(where, start, infinitive)
    between = text[names[-1].end : infinitive].strip() if names else "nothing"
    is_whole = (not between or _AFTER_NAME.match(between) is not None) and all(
        each.known for each in names if each.start >= stop
    )
    is_sure = bool(found["comma"]) or not found["and"]
    return Part(found.start(), start, names, infinitive, is_sure) if is_whole else None


def _is_governed(text: str, action: int, at: int) -> bool:
    """Whether a verb before "and" can take the name for its object: "to enable Governments and donors to"."""
    begin = max(text.rfind(" to ", action, at), action)
    is_list = any(begin + each.end == at for each in find_names(text[begin:at]))
    verb = _INFINITIVE.match(text, begin, at)
    if verb and (list_end(text, verb.end(), at) == at or _is_someone(text, verb.end(), at)):
        # "To consult delegations and States": the verb's object is someone, and goes on.
        return True
    return is_list or _governors().search(text, begin, at) is not None


def _is_someone(text: str, at: int, end: int) -> bool:
    return begins_with_someone(text, at, end) and head_end(text, at, end) == end


def _is_of_an_act(text: str, name: int, infinitive: int) -> bool:
    """Whether an infinitive belongs to what is talked about, after a name that ends at ``name``: "on ways to"."""
    spoken_of = _ABOUT.finditer(text, name, infinitive + len("to "))
    return any(each["word"] in words_of("act") for each in spoken_of)


@cache
def _governors() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words_of('governor')), key=len, reverse=True))})\b")
