"""How strong a leading verb is: scales of verbs and of what sharpens them, as data.

Knows the scales of ``data/verb_strength.yaml`` and how a verb phrase falls into verb and sharpening words. Does
not know paragraphs, nor which phrase of a paragraph is its verb.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from stocktake.frameworks.records import Confidence, load_records

Role = Literal["verb", "sharpener", "filler"]
Direction = Literal["weaker", "stronger", "same", "changed"]


@dataclass(frozen=True, slots=True)
class StrengthRecord:
    """Verbs or sharpening words of one place on one scale.

    Attributes:
        role: ``verb``; ``sharpener`` for words that make a verb stronger ("with grave concern", "strongly");
            ``filler`` for words that only link paragraphs ("also", "further").
        forms: One inner list for each verb, holding all its forms; for the other roles one list of phrases.
        scale: What is compared with what; empty for a filler. A verb may stand on several scales.
        strength: The place on the scale, from 1; 0 for a filler.
    """

    role: Role
    forms: tuple[tuple[str, ...], ...]
    source: str
    confidence: Confidence
    scale: str = ""
    strength: int = 0


Ranks: TypeAlias = dict[str, int]


@dataclass(frozen=True, slots=True)
class Strength:
    """A verb phrase taken apart.

    Attributes:
        verb: The verb, in the form its record names first; where no record knows it, its words as printed.
        ranks: The verb's place on each scale it stands on.
        sharpened: How far it is sharpened on each scale of sharpeners.
    """

    verb: str
    ranks: Ranks
    sharpened: Ranks


@dataclass(frozen=True, slots=True)
class _Lexicon:
    names: dict[str, str]
    ranks: dict[str, Ranks]
    sharpeners: tuple[tuple[re.Pattern[str], str, int], ...]
    fillers: tuple[re.Pattern[str], ...]


@cache
def _lexicon() -> _Lexicon:
    names: dict[str, str] = {}
    ranks: dict[str, Ranks] = {}
    sharpeners: list[tuple[str, str, int]] = []
    fillers: list[str] = []
    for record in load_records("verb_strength", StrengthRecord):
        phrases = [form.casefold() for forms in record.forms for form in forms]
        if record.role == "verb":
            names |= {form.casefold(): forms[0].casefold() for forms in record.forms for form in forms}
            for forms in record.forms:
                ranks.setdefault(forms[0].casefold(), {})[record.scale] = record.strength
        elif record.role == "sharpener":
            sharpeners += [(phrase, record.scale, record.strength) for phrase in phrases]
        else:
            fillers += phrases
    return _Lexicon(
        names,
        ranks,
        tuple((_whole(phrase), scale, rank) for phrase, scale, rank in sorted(sharpeners, key=_longest_first)),
        tuple(_whole(phrase) for phrase in sorted(fillers, key=lambda each: (-len(each), each))),
    )


def _longest_first(sharpener: tuple[str, str, int]) -> tuple[int, str]:
    return -len(sharpener[0]), sharpener[0]


def _whole(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){re.escape(phrase)}(?!\S)")


@cache
def strength_of(phrase: str) -> Strength:
    """The parts of a leading verb phrase: fillers left out, sharpening words set apart from the verb."""
    lexicon = _lexicon()
    rest = " ".join(phrase.casefold().replace(",", " ").split())
    for filler in lexicon.fillers:
        rest = " ".join(filler.sub(" ", rest).split())
    sharpened: Ranks = {}
    verb = lexicon.names.get(rest)
    for pattern, scale, rank in lexicon.sharpeners:
        if verb is None and pattern.search(rest):
            rest = " ".join(pattern.sub(" ", rest).split())
            sharpened[scale] = max(rank, sharpened.get(scale, 0))
            verb = lexicon.names.get(rest)
    verb = verb or rest
    return Strength(verb, lexicon.ranks.get(verb, {}), sharpened)


def direction(old: str, new: str) -> Direction:
    """Where the verb phrase ``new`` stands, seen from ``old``.

    The verbs decide where they share a scale and stand apart on it; the sharpening words decide where the verb is
    the same. ``changed`` where there is no order between the two.
    """
    before, after = strength_of(old), strength_of(new)
    if before.verb != after.verb:
        return _compare(before.ranks, after.ranks, before.ranks.keys() & after.ranks.keys()) or "changed"
    if before.sharpened == after.sharpened:
        return "same"
    scales = before.sharpened.keys() | after.sharpened.keys()
    return _compare(before.sharpened, after.sharpened, scales) or "changed"


def _compare(before: Ranks, after: Ranks, scales: set[str]) -> Direction | None:
    """The direction on which all ``scales`` agree; absence is 0."""
    steps = {after.get(scale, 0) - before.get(scale, 0) for scale in scales} - {0}
    if not steps or min(steps) < 0 < max(steps):
        return None
    return "stronger" if min(steps) > 0 else "weaker"
