"""How far a printed figure reaches, who makes up whom, and which measures are close to which indicator.

Knows ``data/figure_laws.yaml``. Holds no figure of the world but the shares of populations, each as a range that is
wide enough for every year. Does not know how a text is held against them (``review.figures``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stocktake.errors import InternalError
from stocktake.frameworks.records import Confidence, load_records

Role = Literal["range", "part", "near", "elsewhere", "everyone"]


@dataclass(frozen=True, slots=True)
class FigureLaw:
    """One record; the file explains each role.

    Attributes:
        role: What it is.
        name: The comparator, the partition, the measure.
        source: Where the record comes from.
        confidence: How sure it is.
        below: How far below the number the world may be; None where that side is open.
        above: How far above it.
        in_words: In place of each of these that is not 0, where the number is in words; None for the same.
        in_digits: How many units of the last place that is not a zero each of them reaches at most, where the number
            is in digits; None for no such end.
        whole: Code of the group that a part is of; None for any group of countries.
        area: Code of the part.
        sex: The part.
        location: The part.
        low: The least share of the whole that the part has.
        high: The greatest.
        indicator: Code of the indicator that a measure is close to.
        words: Words for everyone, or for another time or some of a group; of a range, for the parts it is of.
        note: What is taken for granted.
    """

    role: Role
    name: str
    source: str
    confidence: Confidence
    below: int | float | None = None
    above: int | float | None = None
    in_words: int | float | None = None
    in_digits: int | float | None = None
    whole: str | None = None
    area: str | None = None
    sex: Literal["female", "male"] | None = None
    location: Literal["urban", "rural"] | None = None
    low: int | float = 0
    high: int | float = 1
    indicator: str | None = None
    words: tuple[str, ...] = ()
    note: str = ""


def figure_laws(role: Role) -> tuple[FigureLaw, ...]:
    """The records of one role, in the order of the file."""
    return tuple(each for each in load_records("figure_laws", FigureLaw) if each.role == role)


@cache
def reach_of(comparator: str | None) -> FigureLaw:
    """How far the world may lie from a number with this comparator; None for a share in words without one.

    Raises:
        InternalError: There is no record of that comparator.
    """
    name = comparator or "none"
    found = next((each for each in figure_laws("range") if each.name == name), None)
    if found is None:
        raise InternalError(
            expected="a record of role range for each comparator of figure_words.yaml, in figure_laws.yaml",
            came=f"there is none for {name!r}",
            advice="Add it and run the tests of frameworks.",
        )
    return found


@cache
def reach_of_parts(word: str) -> FigureLaw | None:
    """How far the world may lie from some parts ("nine out of ten"); None where they have no reach of their own."""
    return next((each for each in figure_laws("range") if word in each.words), None)


@cache
def partitions() -> Mapping[str, tuple[FigureLaw, ...]]:
    """The parts of each partition, by its name."""
    parts = figure_laws("part")
    return {
        name: tuple(each for each in parts if each.name == name) for name in dict.fromkeys(p.name for p in parts)
    }


@cache
def near_measures() -> Mapping[str, FigureLaw]:
    """The measures that are close to an indicator, by their name."""
    return {each.name: each for each in figure_laws("near")}


@cache
def words_for_everyone(name: Literal["heads", "before them", "not after them"]) -> frozenset[str]:
    """Words for everyone; words that may stand before them; words that leave somebody out, where they stand behind."""
    return frozenset(word for each in figure_laws("everyone") if each.name == name for word in each.words)


@cache
def words_for_elsewhere(name: Literal["another time", "some of a group"]) -> tuple[str, ...]:
    """Words of another time; words before a group of which only some are meant; the longest first."""
    found = {word for each in figure_laws("elsewhere") if each.name == name for word in each.words}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
