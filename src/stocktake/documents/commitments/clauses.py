"""The clauses of an operative paragraph that have the organ for their subject, and where each begins and ends.

Knows where a finite verb of the organ can stand: at the beginning, after a comma or semicolon, after "and", with
words that only link it ("in this regard"). The UN puts a comma before the "and" that joins a new clause of the
organ, and none within a list; so a verb after a bare comma or a bare "and" must show that it is the organ's. Does
not know who is asked, nor what the clause is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from stocktake.documents.commitments.phrases import name_end
from stocktake.frameworks import actors
from stocktake.frameworks.commitment_verbs import (
    CommitmentVerb,
    Phrase,
    participle_at,
    phrase_at,
    plain_phrase_at,
    words_of,
)
from stocktake.frameworks.records import load_records
from stocktake.frameworks.verbs import VerbWord


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the organ within the text of a paragraph.

    Attributes:
        joint: Where what joins it to the clause before begins.
        start: Where its verb phrase begins.
        head_end: Where the verb phrase ends.
        end: Where the clause ends: before what joins the next one.
        verb: The verb that asks; None where the clause asks nothing.
        is_renewed: "reiterates its request".
        is_participle: A participle of the organ: "..., calling upon States to".
    """

    joint: int
    start: int
    head_end: int
    end: int
    verb: CommitmentVerb | None
    is_renewed: bool = False
    is_participle: bool = False


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where a clause of the organ begins: its joint, its verb."""

    joint: int
    start: int
    end: int
    phrase: Phrase | None
    is_participle: bool = False


# ``mark`` tells a joint that opens a new clause (strong) from one that could go on with a list.
_JOINT = re.compile(
    r"(?P<mark>^|[;:]|\.(?=\sWe\b)|,(?=\s(?:and|but|while)\b)|,|(?=\sand\b))\s?(?P<and>(?:and|but|while)\b,?\s)?"
)
# A resolution is one sentence; the declarations that it adopts have many, of which those that ask begin with "We".
_WE = re.compile(r"(?:^|\.\s)We\s")
_SENTENCE_END = re.compile(r"\.\s(?=[A-Z])")
_TRAILING = re.compile(r"[\s,;:.]*(?:\band)?[\s,;:.]*$")
# Marks after which a verb of the organ needs no further sign.
_STRONG = (";", ".")
_WORD = re.compile(r"[A-Za-z][\w-]*")
# A relative clause whose verb is singular: a list of further singular verbs may follow.
_RELATIVE = re.compile(r"\b(?:which|who)\s(?:\w+ly\s|also\s|further\s)?[a-z]+s\b|\bthat\s(?P<verb>[a-z]+s)\b")
_INFINITIVE = re.compile(r"\sto[\s:,]")


def find_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of the organ in an operative paragraph or item, in order; none where it has no verb of its own."""
    openings = list(_openings(text))
    ends = [*(each.joint for each in openings[1:]), len(text)][: len(openings)]
    return tuple(_clause(text, opening, end) for opening, end in zip(openings, ends, strict=True))


def _clause(text: str, opening: _Opening, end: int) -> Clause:
    if _WE.search(text, 0, opening.start + len("We ")):
        sentence = _SENTENCE_END.search(text, opening.end, end)
        end = sentence.start() if sentence else end
    trailing = _TRAILING.search(text, opening.end, end)
    stop = trailing.start() if trailing else end
    phrase = opening.phrase
    verb = phrase.verb if phrase else None
    is_renewed = phrase.is_renewed if phrase else False
    return Clause(opening.joint, opening.start, opening.end, stop, verb, is_renewed, opening.is_participle)


def _openings(text: str) -> Iterator[_Opening]:
    last: _Opening | None = None
    for joint in _JOINT.finditer(text):
        opening = _opening_at(text, joint, last)
        if opening is not None and _is_the_organs(text, joint, opening, last):
            last = opening
            yield opening


def _opening_at(text: str, joint: re.Match[str], last: _Opening | None) -> _Opening | None:
    if last is not None and joint.end() < last.end:
        return None
    at = joint.end()
    links = _links().match(text, at)
    verb_at = links.end() if links else at
    for start in dict.fromkeys((at, verb_at)):
        phrase = phrase_at(text, start) or _still_we(text, joint, start, last)
        if phrase is not None:
            return _Opening(joint.start(), start, phrase.end, phrase)
        # Within a paragraph a verb of the organ has a small letter: ", and States" are States.
        is_noun = start > 0 and joint["mark"] != ";" and text[start : start + 1].isupper()
        end = None if is_noun else _other_verb(text, start)
        if end is not None:
            return _Opening(joint.start(), start, end, None)
    return _participle(text, joint, verb_at, last)


def _still_we(text: str, joint: re.Match[str], at: int, last: _Opening | None) -> Phrase | None:
    """The next verb of a sentence that began with "We": "We request ..., and invite States to"."""
    goes_on = joint["mark"] == "," and joint["and"] and last is not None and text.startswith("We ", last.start)
    phrase = plain_phrase_at(text, at) if goes_on else None
    return phrase if phrase and _asks_someone(text, phrase.end) else None


def _participle(text: str, joint: re.Match[str], at: int, last: _Opening | None) -> _Opening | None:
    """A participle that asks, after a clause of the organ that asks nothing itself: its subject is the organ then.

    After a clause that asks, the subject of "inviting" can be whoever is asked; it stays part of the action.
    """
    phrase = participle_at(text, at) if last and last.phrase is None and joint["mark"] == "," else None
    if phrase is None or phrase.verb.frame != "someone":
        return None
    return _Opening(joint.start(), at, phrase.end, phrase, is_participle=True)


def _is_the_organs(text: str, joint: re.Match[str], opening: _Opening, last: _Opening | None) -> bool:
    if last is None:
        # A paragraph begins with the organ's verb; where it does not, a later verb must show that it is the organ's.
        return opening.joint == 0 or joint["mark"] in _STRONG or _is_plain(text, opening)
    if joint["mark"] == ":":
        return False
    if opening.is_participle:
        # "Welcomes the letter of the Board, inviting States": it is the letter that invites.
        return _asks_someone(text, opening.end) and not _sayings().search(text, last.end, opening.joint)
    is_strong = joint["mark"] in _STRONG or (joint["mark"] == "," and bool(joint["and"]))
    word = _WORD.match(text, opening.start)
    if word and word[0].casefold() in words_of("other"):
        return is_strong and not _open_relative(text, last.end, opening.joint)
    return is_strong or opening.phrase is None or _is_no_list(text, opening, last)


def _is_no_list(text: str, opening: _Opening, last: _Opening) -> bool:
    """Whether a verb that asks, after a bare comma or a bare "and", is no part of a list before it."""
    if text.startswith((" and ", " or "), opening.end):
        # A noun: "appeals, requests and calls".
        return False
    return _asks_someone(text, opening.end) or not _open_relative(text, last.end, opening.joint)


def _is_plain(text: str, opening: _Opening) -> bool:
    """Whether the verb asks someone to do something, or is followed by what the organ does itself."""
    if opening.phrase is None:
        return False
    is_own = opening.phrase.verb.frame == "itself" and text.startswith((" to ", " that "), opening.end)
    return is_own or _asks_someone(text, opening.end)


def _open_relative(text: str, start: int, end: int) -> bool:
    return any(
        found["verb"] is None or found["verb"] in words_of("other")
        for found in _RELATIVE.finditer(text, start, end)
    )


def _asks_someone(text: str, at: int) -> bool:
    """Whether an actor follows who is asked to do something."""
    begin = _LEAD.match(text, at)
    start = begin.end() if begin else at
    pronoun = _PRONOUN.match(text, start)
    named = pronoun.end() if pronoun else name_end(text, start)
    return named is not None and _INFINITIVE.search(text, named, named + 400) is not None


_LEAD = re.compile(r",?\s(?:upon\s|to\s|on\s)?")
_PRONOUN = re.compile(r"(?:it|them|him|her)\b")


@cache
def _sayings() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words_of('saying'))})s?\b")


def _other_verb(text: str, at: int) -> int | None:
    """Where a verb phrase of the organ ends that asks nothing; None where none stands at ``at``."""
    adverbs = _adverbs().match(text, at)
    start = adverbs.end() if adverbs else at
    word = _WORD.match(text, start)
    for form in _other_forms().get(word[0].casefold(), ()) if word else ():
        end = start + len(form)
        if text[start:end].casefold() == form and not text[end : end + 1].isalnum():
            return end
    return None


@cache
def _other_forms() -> dict[str, tuple[str, ...]]:
    """The verbs of the operative part by their first word, in small letters, the longest first."""
    forms: dict[str, list[str]] = {}
    for word in load_records("verbs", VerbWord):
        for form in word.operative:
            forms.setdefault(form.split()[0].casefold(), []).append(form.casefold())
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in forms.items()}


@cache
def _adverbs() -> re.Pattern[str]:
    words = sorted((each.name for each in load_records("verbs", VerbWord) if each.kind == "before"), key=len)
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, reversed(words)))})\b,?\s)*", re.IGNORECASE)


@cache
def _links() -> re.Pattern[str]:
    return re.compile(rf"(?:,?\s?{actors.any_of('link')},?\s)+", re.IGNORECASE)
