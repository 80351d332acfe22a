"""The verbs by which an organ asks that something be done: their forms, their strength, what stands after them.

Knows the words of ``data/commitment_verbs.yaml`` and how a verb phrase is put together: adverbs, verb, adverbs; that
"reiterates its request" is "requests" again, and that "continues to encourage" is "encourages". Does not know where
in a paragraph a clause of the organ can begin, nor who is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from stocktake.frameworks.records import Confidence, load_records

Role = Literal["asking", "renewing", "auxiliary", "adverb", "other", "need", "modal", "saying"]
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
    auxiliary = _auxiliary().match(text, at)
    if auxiliary is None:
        return _phrase(_finite(), text, at)
    phrase = _phrase(_infinite(), text, auxiliary.end())
    return phrase._replace(start=at) if phrase else None


def plain_phrase_at(text: str, at: int) -> Phrase | None:
    """The same for the plain form: the second verb of "We request the Chair to report, and *invite* States to"."""
    return _phrase(_infinite(), text, at)


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
    return _heads(words_of("renewing"), [each.words for each in asking_verbs()])


@cache
def _auxiliary() -> re.Pattern[str]:
    """What stands before the plain form of a verb that asks.

    What the organ says of its own asking: *continues to*, *continues, in this regard, to*, *wishes to*; and the *we*
    of declarations: *We further request*, *We therefore decide*.
    """
    adverbs = rf"(?:{_any(words_of('adverb'))},?\s)*"
    auxiliary = _any(words_of("auxiliary"))
    we = rf"\bwe(?:,\s[a-z][a-z ]{{2,40}},)?\s(?:(?:therefore|hereby|thus)\s)?{adverbs}"
    return re.compile(rf"(?:{adverbs}{auxiliary}(?:,\s[a-z][a-z ]{{2,40}},)?\sto\s|{we})", re.IGNORECASE)


@cache
def _infinite() -> re.Pattern[str]:
    """The verbs that ask as they stand after an auxiliary."""
    return _heads([_base(each) for each in words_of("renewing")], [_base(each.words) for each in asking_verbs()])


def _base(words: str) -> str:
    """The form after "to" of a third person: without its ending, which is -es after a hiss and else -s."""
    first, space, rest = words.partition(" ")
    return first.removesuffix("es" if first.endswith(("sses", "shes", "ches")) else "s") + space + rest


def _heads(renewing: Sequence[str], forms: Sequence[str]) -> re.Pattern[str]:
    """The phrases of the asking verbs in one form each, and those of the verbs that renew one."""
    numbered = sorted(enumerate(asking_verbs()), key=lambda each: -len(each[1].words))
    heads = [f"(?P<verb{number}>{_head(each, forms[number])})" for number, each in numbered]
    adverb = rf"(?:{_any(words_of('adverb'))}\s)?"
    renewal = rf"{_any(renewing)}\s{adverb}(?:its|the)\s(?:\w+\s)?(?P<noun>{_any(tuple(_nouns()))})"
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


def _head(verb: CommitmentVerb, words: str) -> str:
    ahead = rf"(?=,?\s{_any(verb.only_before)})" if verb.only_before else ""
    refused = rf"(?!\s{_any(verb.never_before)})" if verb.never_before else ""
    return rf"{_spaced(words)}\b{ahead}{refused}"


def _spaced(words: str) -> str:
    """The words, with room for an adverb or words between commas: "calls once again upon"."""
    inside = rf"(?:,?\s{_any(words_of('adverb'))},?|,\s[a-z][a-z ]{{2,40}},)?\s"
    return inside.join(map(re.escape, words.split()))


def _any(words: Sequence[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, longest_first))})\b"
