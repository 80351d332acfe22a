"""What can come of a duty: kinds of things handed in, set up, held or placed on an agenda, and the acts for each.

Knows the words of ``data/deliverables.yaml``. Does not know who hands in what to whom.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from stocktake.frameworks.records import Confidence, load_records

Group = Literal["hand-in", "set-up", "hold", "place", "proclaim", "alone"]


@dataclass(frozen=True, slots=True)
class DeliverableWords:
    """The verbs of a group of acts, or the nouns of a kind of thing.

    Attributes:
        role: ``act`` or ``kind``.
        groups: Which acts go with which things.
        words: Verbs in the infinitive, or nouns.
        kind: The name of the thing; for an act only where it names the thing itself ("to report").
        bare: The nouns that need no article before them.
    """

    role: Literal["act", "kind"]
    groups: tuple[Group, ...]
    words: tuple[str, ...]
    source: str
    confidence: Confidence
    kind: str = ""
    bare: tuple[str, ...] = ()


class Thing(NamedTuple):
    """A deliverable in a text: its kind, where its act begins and ends, and where its words stand."""

    kind: str
    act: tuple[int, int]
    start: int
    end: int


_DETERMINERS = (
    "a|an|the|his|her|its|their|any|one|two|three|another|further|regular|annual|biennial|periodic|concrete|specific|"
    "such|comprehensive|some|more"
)
# A noun phrase does not go on over these.
_NOT_WITHIN = (
    r"(?:a|an|the|his|her|its|their|of|on|in|for|to|towards|at|by|with|from|through|and|or|as|that|which)\b"
)
# How far from its act a thing is looked for: recipients, sessions and channels stand between the two.
_REACH = 320


def find_things(text: str, start: int, end: int) -> Iterator[Thing]:
    """The deliverables between two places, in order of their acts."""
    for act in _acts().finditer(text, start, end):
        if act.lastgroup == "alone":
            yield Thing(_alone()[act["alone"]], act.span(), *act.span("alone"))
            continue
        things = (
            noun.search(text, act.end(), min(end, act.end() + _REACH)) for noun in _nouns_after(act[0].casefold())
        )
        found = min((each for each in things if each), key=lambda each: each.start(), default=None)
        if found is not None and not re.search(r"[;:]", text[act.end() : found.start()]):
            yield Thing(_kinds()[found["noun"].casefold()], act.span(), *found.span())


@cache
def _records(role: Literal["act", "kind"]) -> tuple[DeliverableWords, ...]:
    return tuple(each for each in load_records("deliverables", DeliverableWords) if each.role == role)


@cache
def _acts() -> re.Pattern[str]:
    verbs = {word for each in _records("act") if "alone" not in each.groups for word in each.words}
    alone = _any(_alone())
    return re.compile(
        rf"(?<=\b[Tt]o\s)(?:(?:\w+ly|also|further|continue\sto)\s)?(?:(?P<alone>{alone})(?=[\s,;.]|$)|{_any(verbs)}\b)|(?<=\sand\s)(?:to\s)?(?:(?P<also>{_any(verbs)})\b)"
    )


@cache
def _alone() -> dict[str, str]:
    return {word: each.kind for each in _records("act") if "alone" in each.groups for word in each.words}


@cache
def _nouns_after(act: str) -> tuple[re.Pattern[str], ...]:
    verb = re.sub(r"^(?:\w+ly|also|further|continue to|to)\s", "", act)
    groups = {group for each in _records("act") if verb in each.words for group in each.groups}
    kinds = [each for each in _records("kind") if groups & set(each.groups)]
    nouns = {word for each in kinds for word in each.words}
    bare = {word for each in kinds for word in each.bare}
    if not nouns:
        return ()
    words = rf"(?:(?!{_NOT_WITHIN})[a-z][\w’-]*\s){{0,5}}?"
    patterns = [rf"\b(?:{_DETERMINERS})\s{words}(?P<noun>{_any(nouns)})\b(?!-)"]
    if bare:
        patterns.append(rf"(?<=,\s){words}(?P<noun>{_any(bare)})\b(?!-)")
    return tuple(map(re.compile, patterns))


@cache
def _kinds() -> dict[str, str]:
    return {word.casefold(): each.kind for each in _records("kind") for word in each.words}


def _any(words: object) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))  # type: ignore[call-overload]
    return "(?:" + "|".join(re.escape(word) for word in longest_first) + ")"
