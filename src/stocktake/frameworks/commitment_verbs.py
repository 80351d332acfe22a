"""The verbs by which an organ asks that something be done: their forms, their strength, what stands after them.

Knows the words of ``data/commitment_verbs.yaml`` and how a verb phrase is put together: adverbs, verb, adverbs; and
that "reiterates its request" is "requests" again. Does not know where in a paragraph a clause of the organ can
begin, nor who is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from stocktake.frameworks.records import Confidence, load_records

Role = Literal["asking", "renewing", "adverb", "other", "need", "modal", "saying"]
Frame = Literal["someone", "thing", "itself", "need"]
Strength = Literal["decides", "requests", "urges", "calls upon", "invites", "encourages", "stresses", "other"]


@dataclass(frozen=True, slots=True)
class CommitmentVerb:
    """A verb that asks, or a word that stands with one; the roles are explained in the file.

    Attributes:
        role: ``asking`` for the verbs themselves.
        words: The third person, or the word.
        participle: "requesting".
        past: "requested".
        nouns: "request", "requests".
        strength: Its place in the register; None for words that are no verb.
        frame: What stands after it; None for words that are no verb.
        only_before: It asks only before one of these.
        never_before: It is a noun before one of these.
        tie: Words between it, or its noun, and whom it asks.
        is_direct: What stands between it and an infinitive is someone, whatever the noun: "urges kite clubs to".
    """

    role: Role
    words: str
    source: str
    confidence: Confidence
    participle: str = ""
    past: str = ""
    nouns: tuple[str, ...] = ()
    strength: Strength | None = None
    frame: Frame | None = None
    only_before: tuple[str, ...] = ()
    never_before: tuple[str, ...] = ()
    tie: tuple[str, ...] = ()
    is_direct: bool = False


class Phrase(NamedTuple):
    """A verb phrase in a text: where, of which verb, and whether "reiterates" renews it."""

    start: int
    end: int
    verb: CommitmentVerb
    is_renewed: bool


def load_commitment_verbs() -> tuple[CommitmentVerb, ...]:
    """All records, in the order of the file."""
    return load_records("commitment_verbs", CommitmentVerb)


@cache
def asking_verbs() -> tuple[CommitmentVerb, ...]:
    """The verbs that ask."""
    return tuple(each for each in load_commitment_verbs() if each.role == "asking")


@cache
def words_of(role: Role) -> tuple[str, ...]:
    """The words of one role, the longest first."""
    words = (each.words for each in load_commitment_verbs() if each.role == role)
    return tuple(sorted(words, key=lambda each: (-len(each), each)))


def phrase_at(text: str, at: int) -> Phrase | None:
    """The finite verb phrase that stands at ``at`` and asks; None where none does.

    A following "to" or "that" is no part of it. Capital and small letters are alike.
    """
    return _phrase(_finite(), text, at)


def participle_at(text: str, at: int) -> Phrase | None:
    """The same for a participle: ``encouraging``."""
    return _phrase(_participial(), text, at)


def _phrase(regex: re.Pattern[str], text: str, at: int) -> Phrase | None:
    found = regex.match(text, at)
    if not found or not found.lastgroup:
        return None
    if found.lastgroup == "renewed":
        return Phrase(at, found.end(), _nouns()[found["noun"].casefold()], is_renewed=True)
    return Phrase(at, found.end(), asking_verbs()[int(found.lastgroup.removeprefix("verb"))], is_renewed=False)


@cache
def _nouns() -> dict[str, CommitmentVerb]:
    return {noun: each for each in asking_verbs() for noun in each.nouns}


@cache
def _finite() -> re.Pattern[str]:
    numbered = sorted(enumerate(asking_verbs()), key=lambda each: -len(each[1].words))
    heads = [f"(?P<verb{number}>{_head(each)})" for number, each in numbered]
    adverb = rf"(?:{_any(words_of('adverb'))}\s)?"
    renewal = rf"{_any(words_of('renewing'))}\s{adverb}(?:its|the)\s(?:\w+\s)?(?P<noun>{_any(tuple(_nouns()))})"
    return _compiled([f"(?P<renewed>{renewal})", *heads])


@cache
def _participial() -> re.Pattern[str]:
    numbered = sorted(enumerate(asking_verbs()), key=lambda each: -len(each[1].participle))
    return _compiled(
        [rf"(?P<verb{number}>{_spaced(each.participle)}\b)" for number, each in numbered if each.participle]
    )


def _compiled(heads: Sequence[str]) -> re.Pattern[str]:
    adverb = _any(words_of("adverb"))
    # "encourages further efforts" is about further efforts; "encourages further the Board" is not.
    ahead = r"(?=,?\s(?:the|that|all|a|an|to|upon|on|for|its|those|these|in|(?-i:[A-Z])))"
    return re.compile(rf"(?:{adverb},?\s)*(?:{'|'.join(heads)})(?:\s{adverb}{ahead})*", re.IGNORECASE)


def _head(verb: CommitmentVerb) -> str:
    ahead = rf"(?=,?\s{_any(verb.only_before)})" if verb.only_before else ""
    refused = rf"(?!\s{_any(verb.never_before)})" if verb.never_before else ""
    return rf"{_spaced(verb.words)}\b{ahead}{refused}"


def _spaced(words: str) -> str:
    """The words, with room for an adverb or words between commas: "calls once again upon"."""
    inside = rf"(?:,?\s{_any(words_of('adverb'))},?|,\s[a-z][a-z ]{{2,40}},)?\s"
    return inside.join(map(re.escape, words.split()))


def _any(words: Sequence[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, longest_first))})\b"
