"""What can come of a duty: kinds of things handed in, set up, held or placed on an agenda, and the acts for each.

Knows the words of ``data/deliverables.yaml``. Does not know who hands in what to whom.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from stocktake.frameworks.actors import words_of
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
    "a|an|the|his|her|its|their|any|one(?! hundred)|two|three|another|further|regular|annual|biennial|periodic|"
    "concrete|specific|such|comprehensive|some|more"
)
# A noun phrase does not go on over these.
_NOT_WITHIN = (
    r"(?:a|an|the|his|her|its|their|of|on|in|for|to|towards|at|by|with|from|through|and|or|as|that|which)\b"
)
# The object of a preposition is not what the act makes, save what it is put into: "compile them in a report".
_OBLIQUE = re.compile(r"\b(?:at|during|of|before|after|by|through|for|with|to|on|from|under|within|in|into)\s$")
_INTO = re.compile(r"\b(?:in|into)\s$")
_PART_ENDS = re.compile(r"[;:]")
# How far from its act a thing is looked for: recipients, sessions and channels stand between the two.
_REACH = 320


def find_things(text: str, start: int, end: int) -> Iterator[Thing]:
    """The deliverables between two places, in order of their acts."""
    # What someone "will submit" begins with its act; elsewhere "to" or "and" stands before it.
    first = _act().match(text, start, end)
    for act in (*((first,) if first else ()), *_acts().finditer(text, start, end)):
        thing = _alone_at(act) or _handed_in(text, act, end)
        if thing is not None:
            yield thing


def _alone_at(act: re.Match[str]) -> Thing | None:
    named = act.groupdict()
    group = next((name for name in ("alone", "and_alone") if named.get(name)), None)
    return Thing(_alone()[act[group]], act.span(), *act.span(group)) if group else None


def _handed_in(text: str, act: re.Match[str], end: int) -> Thing | None:
    """The first thing after an act that is its object: not "its session" of "hold at its session a dialogue"."""
    last = min(end, act.end() + _REACH)
    nouns = _nouns_after(act[0].casefold())
    right_after = [found for each in nouns if (found := each.bare.match(text, act.end(), last))]
    things = right_after + [
        found
        for each in nouns
        for found in each.anywhere.finditer(text, act.end(), last)
        if not _is_oblique(text, act.end(), found.start())
    ]
    found = min(things, key=lambda each: (each.start(), -each.end()), default=None)
    if found is None or _PART_ENDS.search(text, act.end(), found.start()):
        return None
    start = found.start() + (found[0][0] == " ")
    return Thing(_kinds()[(found["noun"] or found["named"]).casefold()], act.span(), start, found.end())


def _is_oblique(text: str, act: int, at: int) -> bool:
    """Whether a preposition governs the thing at ``at``, save "in a report", and "with" after "provide the Board"."""
    before = text[max(0, at - 12) : at]
    if not _OBLIQUE.search(before):
        return False
    is_given = before.endswith("with ") and text[:act].endswith(tuple(words_of("giving")))
    return not is_given and not (_INTO.search(before) and text.startswith(("a ", "an "), at))


@cache
def _records(role: Literal["act", "kind"]) -> tuple[DeliverableWords, ...]:
    return tuple(each for each in load_records("deliverables", DeliverableWords) if each.role == role)


@cache
def _act() -> re.Pattern[str]:
    """An act, with the adverb before it."""
    verbs = {word for each in _records("act") if "alone" not in each.groups for word in each.words}
    return re.compile(
        rf"(?:(?:\w+ly|also|further|continue\sto)\s)?(?:(?P<alone>{_any(_alone())})(?=[\s,;.]|$)|{_any(verbs)}\b)"
    )


@cache
def _acts() -> re.Pattern[str]:
    """The same after "to" or "and", where "report" and "brief" after "and" must show that they are no nouns."""
    verbs = {word for each in _records("act") if "alone" not in each.groups for word in each.words}
    return re.compile(
        rf"(?<=\b[Tt]o\s){_act().pattern}"
        rf"|(?<=\sand\s)(?:to\s)?(?:(?P<and_alone>{_any(_alone())})(?=\sto\s|\sthereon)|{_any(verbs)}\b)"
    )


@cache
def _alone() -> dict[str, str]:
    return {word: each.kind for each in _records("act") if "alone" in each.groups for word in each.words}


class _Nouns(NamedTuple):
    """The nouns of an act: those with an article before them or after a comma, and those right after it without."""

    anywhere: re.Pattern[str]
    bare: re.Pattern[str]


@cache
def _nouns_after(act: str) -> tuple[_Nouns, ...]:
    verb = re.sub(r"^(?:\w+ly|also|further|continue to|to)\s", "", act)
    groups = {group for each in _records("act") if verb in each.words for group in each.groups}
    kinds = [each for each in _records("kind") if groups & set(each.groups)]
    if not kinds:
        return ()
    nouns = _any({word for each in kinds for word in each.words})
    bare = _any({word for each in kinds for word in each.bare} or {"(none)"})
    word = rf"(?!{_NOT_WITHIN})[a-z][\w’-]*"
    words = rf"(?:(?:{word},\s)*{word}\sand\s)?(?:{word}\s){{0,5}}?"
    anywhere = rf"\b(?:{_DETERMINERS})\s{words}(?P<noun>{nouns})\b(?!-)|(?<=,\s){words}(?P<named>{bare})\b(?!-)"
    return (_Nouns(re.compile(anywhere), re.compile(rf"\s{words}(?P<noun>(?P<named>{bare}))\b(?!-)")),)


@cache
def _kinds() -> dict[str, str]:
    return {word.casefold(): each.kind for each in _records("kind") for word in each.words}


def _any(words: object) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))  # type: ignore[call-overload]
    return "(?:" + "|".join(re.escape(word) for word in longest_first) + ")"
