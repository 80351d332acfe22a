"""Duties that a text only reports: asked before, or by another body.

Knows past tenses ("the Council requested"), nouns ("recalls its request to", "the decision ... to invite") and
participles ("as requested in resolution"). They are kept apart from what the text asks itself. Does not know whether
the reported duty still holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from stocktake.documents.commitments.addressees import Name, Where, names_in
from stocktake.documents.commitments.phrases import begins_with_someone, find_infinitive
from stocktake.frameworks.commitment_verbs import CommitmentVerb, asking_verbs


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported duty within the text of a paragraph.

    Attributes:
        start: Where its words begin.
        head_end: Where the word ends by which it was asked.
        end: Where its words end.
        action: Where the words of what was asked begin.
    """

    start: int
    head_end: int
    end: int
    action: int
    verb: CommitmentVerb
    names: tuple[Name, ...]
    rule: str


_END = re.compile(r"[,;:]|$")
_RESOLUTION = r"(?:in|by|under|pursuant\sto)\s(?:the\s|its\s|that\s)?(?:[A-Z][\w\s]{0,60}?\s)?(?:resolution|decision|paragraph)"


def find_reported(where: Where, start: int, end: int) -> tuple[Reported, ...]:
    """The duties that are only reported between two places, in order."""
    found: list[Reported] = []
    for each in _patterns().finditer(where.text, start, end):
        if not found or each.start() >= found[-1].end:
            found.append(_read(where, each, end))
    return tuple(found)


def _read(where: Where, found: re.Match[str], end: int) -> Reported:
    kind = next(name for name in ("as", "noun", "past") if found[name])
    verb = _verbs()[found[f"{kind}_word"].casefold()]
    head = found.start(kind)
    if kind == "as":
        stop = _END.search(where.text, found.end(), end)
        return Reported(head, found.end("as"), stop.start() if stop else end, found.end("as"), verb, (), "reported: as requested")
    at = found.end() if kind == "noun" else found.end("past") + 1
    return _with_action(where, Reported(head, found.end(kind), end, at, verb, (), _RULES[kind]))


_RULES = {"noun": "reported: its request", "past": "reported: past tense"}


def _with_action(where: Where, reported: Reported) -> Reported:
    text, at = where.text, reported.action
    inner = _inner().match(text, at) if reported.rule == _RULES["noun"] else None
    at = inner.end() if inner else at
    infinitive = find_infinitive(text, at, reported.end)
    names: tuple[Name, ...] = ()
    action = reported.action
    is_someone = inner is not None or reported.rule == _RULES["past"]
    if is_someone and infinitive is not None and begins_with_someone(text, at, infinitive):
        names, action = names_in(where, at, infinitive), infinitive
    return Reported(
        reported.start, reported.head_end, reported.end, action, reported.verb, names, reported.rule
    )


@cache
def _inner() -> re.Pattern[str]:
    """ "to invite" after "the decision": what was decided was to ask."""
    bases = sorted({each.words.split()[0].removesuffix("s") for each in asking_verbs() if each.frame == "someone"})
    return re.compile(rf"(?:to\s)?(?:{'|'.join(bases)})(?:\supon|\son)?\s|to\s(?=the\s|all\s|[A-Z])")


@cache
def _verbs() -> dict[str, CommitmentVerb]:
    forms: dict[str, CommitmentVerb] = {}
    for verb in asking_verbs():
        for form in (verb.past, *verb.nouns):
            if form:
                forms.setdefault(form, verb)
    return forms


@cache
def _patterns() -> re.Pattern[str]:
    past = "|".join(sorted({each.past for each in asking_verbs() if each.past}, key=len, reverse=True))
    nouns = "|".join(sorted({noun for each in asking_verbs() for noun in each.nouns}, key=len, reverse=True))
    subject = (
        r"(?:\b(?:it|he|she|they|which|who)|\bthe\s(?:[A-Z][\w’-]+\s?)+|\b[A-Z][\w’-]+(?:\s(?:of|on|for|the|and|[A-Z][\w’-]+))*|Secretary-General)"
    )
    return re.compile(
        rf"(?P<as>\bas\s(?:also\s|so\s)?(?P<as_word>{past}))(?=\s(?:{_RESOLUTION}|by\s(?:the\s)?[A-Z]))"
        rf"|(?P<noun>\b(?:its|the|his|their)\s(?:\w+\s)?(?P<noun_word>{nouns}))(?:\s(?:of|by)\s[^;]{{1,220}}?|\s(?:contained|made|set\sout)\sin\s[^;,]{{1,120}}?)?,?\s(?=to\s(?!action|arms)[a-z]|to\sthe\s[A-Z]|contained\sin|made\sin)"
        rf"|{subject}\s(?:has\s|have\s|had\s)?(?:also\s|further\s|strongly\s)?(?P<past>\b(?P<past_word>{past}))\s(?!in\b|by\b|at\b|on\b)"
    )
