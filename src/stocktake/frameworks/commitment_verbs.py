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

Role = Literal["asking", "renewing", "adverb", "other", "need", "modal"]
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


def _phrase(pattern: tuple[re.Pattern[str], dict[str, tuple[CommitmentVerb, bool]]], text: str, at: int) -> Phrase | None:
    regex, verbs = pattern
    found = regex.match(text, at)
    if not found:
        return None
    verb, is_renewed = verbs[_plain(found["head"])]
    return Phrase(at, found.end(), verb, is_renewed)


def _plain(head: str) -> str:
    """A head as the table of forms has it: without adverbs inside, "its" for "the"."""
    words = head.casefold().split()
    if words[0] in words_of("renewing") and len(words) > 1:
        return f"{words[0]} its {words[-1]}"
    return " ".join(words)


@cache
def _finite() -> tuple[re.Pattern[str], dict[str, tuple[CommitmentVerb, bool]]]:
    verbs = {each.words: (each, False) for each in asking_verbs()}
    heads = [_head(each.words, each) for each in sorted(asking_verbs(), key=lambda each: -len(each.words))]
    renewed = {noun: each for each in asking_verbs() for noun in each.nouns}
    for word in words_of("renewing"):
        verbs |= {f"{word} its {noun}": (verb, True) for noun, verb in renewed.items()}
    renewals = rf"{_any(words_of('renewing'))}\s(?:its|the)\s(?:\w+\s)?{_any(tuple(renewed))}"
    return _compiled([renewals, *heads]), verbs


@cache
def _participial() -> tuple[re.Pattern[str], dict[str, tuple[CommitmentVerb, bool]]]:
    verbs = {each.participle: (each, False) for each in asking_verbs() if each.participle}
    return _compiled([re.escape(each) + r"\b" for each in sorted(verbs, key=len, reverse=True)]), verbs


def _compiled(heads: Sequence[str]) -> re.Pattern[str]:
    adverb = _any(words_of("adverb"))
    # "encourages further efforts" is about further efforts; "encourages further the Board" is not.
    after = rf"(?:\s{adverb}(?=,?\s(?:the|that|all|a|an|to|upon|on|for|its|those|these|in|[A-Z])))*"
    return re.compile(rf"(?:{adverb},?\s)*(?P<head>{'|'.join(heads)}){after}", re.IGNORECASE)


def _head(words: str, verb: CommitmentVerb) -> str:
    ahead = rf"(?=,?\s{_any(verb.only_before)})" if verb.only_before else ""
    refused = rf"(?!\s{_any(verb.never_before)})" if verb.never_before else ""
    return rf"{re.escape(words)}\b{ahead}{refused}"


def _any(words: Sequence[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, longest_first))})\b"
