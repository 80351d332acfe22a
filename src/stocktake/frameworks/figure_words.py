"""The words in which quantities about the world are printed: numbers, units, comparators, groups, what is measured.

Knows ``data/figure_words.yaml`` and how its words become patterns. Does not know how they are put together in a text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records
from stocktake.frameworks.verbs import VerbWord

Role = Literal[
    "number", "scale", "fraction", "share", "percent", "currency", "sign", "physical", "counted", "uncounted", "rate",
    "each", "comparator", "between", "function", "continuation", "likeness", "size", "procedure", "idiom", "holds",
    "ordinal", "multiple", "change", "intent", "coordinator", "aside", "concession", "event", "reporting", "negation",
    "label", "house", "population", "group", "measure", "network", "difference", "projection", "unsourced", "score",
    "following", "increase", "proportion", "elliptical", "narrowing",
]  # fmt: skip
Sense = Literal["around", "below", "at most", "above", "at least", "exactly"]
"""On which side of the printed number the world is: "almost half" is below it, "up to" at most it."""


@dataclass(frozen=True, slots=True)
class FigureWord:
    """Words that play one part and mean one thing.

    Attributes:
        role: The part they play.
        name: What they mean: the unit, the comparator, the group, the measure.
        words: The words as printed.
        source: Where the record comes from.
        confidence: How sure it is.
        value: The number, factor or number of parts they stand for.
        sense: Of a comparator: the side of the number.
        sex: Of a population: its sex.
        area: Of a group: its code among the areas.
        indicator: Of a measure: the code of the indicator that measures just this.
        parity: Of a measure: the code of the indicator that divides its rate of women by that of men.
        opposite: Of a measure: its name where it is denied.
        denials: Of a measure: words that mean the opposite by themselves.
        note: What a reader must know besides.
    """

    role: Role
    name: str
    words: tuple[str, ...]
    source: str
    confidence: Confidence
    value: int | float | None = None
    sense: Sense | None = None
    sex: Literal["female", "male"] | None = None
    area: str | None = None
    indicator: str | None = None
    parity: str | None = None
    opposite: str | None = None
    denials: tuple[str, ...] = ()
    note: str = ""


def figure_words(role: Role) -> tuple[FigureWord, ...]:
    """The records of one part, in the order of the file."""
    return tuple(each for each in load_records("figure_words", FigureWord) if each.role == role)


@cache
def words_by_form(role: Role) -> Mapping[str, FigureWord]:
    """The record that each printed form of one part belongs to, by the form as it stands in the file."""
    return {form: each for each in figure_words(role) for form in each.words}


@cache
def any_of(*roles: Role) -> str:
    """A pattern for one of the words of these parts, the longest first; a blank in it is one blank of the text."""
    forms = {form for role in roles for form in words_by_form(role)}
    return "(?:" + "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))) + ")"


@cache
def organ_verbs() -> tuple[str, ...]:
    """The forms of the verbs with which an organ says something, in lower case, the longest first."""
    heads = (each for each in load_records("verbs", VerbWord) if each.kind == "head")
    forms = {form.lower() for each in heads for form in (*each.preambular, *each.operative)}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
