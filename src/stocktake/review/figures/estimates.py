"""What the figures of one text put one share at: as stated, and by the laws of parts and wholes.

A whole is a mean of its parts, each weighed by its share of the people; where a part is not stated it is anything from
0 to 100. The shares are ranges from the frameworks. Knows no published value, and does not say who is right.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stocktake.documents.find.figures import Figure
from stocktake.frameworks.areas import aggregates
from stocktake.frameworks.figure_laws import FigureLaw, partitions, words_for_elsewhere, words_for_everyone
from stocktake.frameworks.figure_words import figure_words
from stocktake.review.figures.measured import indicator_of
from stocktake.review.figures.printed import WHOLE, printed_range
from stocktake.review.figures.wording import range_words
from stocktake.values.interval import Interval

Cell = tuple[str, str | None, str | None]
"""Area, sex, location."""
_DENIED = re.compile(r"\s(?:do|does|did|are|is|were|was|have|has|had)\snot\b")


@dataclass(frozen=True, slots=True)
class Estimate:
    """What some figures put a share at.

    Attributes:
        range: Of those of whom the measure is true, in per cent.
        figures: The figures it rests on.
        law: By which law, in words; empty where it is stated outright.
    """

    range: Interval
    figures: tuple[Figure, ...]
    law: str = ""


def is_usable(figure: Figure) -> bool:
    """Whether a figure is a share of everyone in a group, of one sex or place at most, of a measure that is known."""
    is_share = figure.kind == "level" and figure.unit == "per cent" and figure.value is not None
    is_known = figure.area is not None and indicator_of(figure) is not None
    return is_share and is_known and not is_cut_short(figure) and _is_of_everyone(figure)


def is_cut_short(figure: Figure) -> bool:
    """Whether its words deny what words before it said, so that it counts the others: "27 use it, 73 did not"."""
    return not figure.negated and bool(_DENIED.match(figure.words_after))


def is_of_another_time(figure: Figure) -> bool:
    """Whether its clause is of another time than the text: how much there once was, or will be."""
    return bool(_another_time().search(figure.quote))


def estimates(figures: Sequence[Figure]) -> Mapping[Cell, tuple[Estimate, ...]]:
    """Everything that figures of one indicator and one time put each share at."""
    stated: dict[Cell, list[Estimate]] = {}
    for each in figures:
        reach = printed_range(each, negated=each.negated)
        if reach and each.area:
            stated.setdefault((each.area, each.sex, each.location), []).append(Estimate(reach, (each,)))
    smaller = [*dict.fromkeys(area for area, _, _ in stated)]
    for area in smaller:
        stated.setdefault((area, None, None), []).extend(_from_parts(area, stated, within=True))
    for whole in dict.fromkeys(part.whole for parts in partitions().values() for part in parts if part.whole):
        stated.setdefault((whole, None, None), []).extend(_from_parts(whole, stated, within=False))
    return {cell: tuple(found) for cell, found in stated.items()}


def mean_range(parts: Sequence[tuple[Interval, Interval]]) -> Interval:
    """Every mean of numbers within ranges, weighed by shares within ranges that add up to one.

    Args:
        parts: Of each part the range of its share and the range of its number.
    """
    return Interval(
        _extreme([(share, value.low) for share, value in parts], sign=1),
        _extreme([(share, value.high) for share, value in parts], sign=-1),
    )


def _extreme(parts: Sequence[tuple[Interval, float]], sign: int) -> float:
    """The least mean (``sign`` 1) or the greatest (-1): what is left to give goes to the least or greatest numbers."""
    left = 1.0 - sum(share.low for share, _ in parts)
    total = sum(share.low * value for share, value in parts)
    for share, value in sorted(parts, key=lambda each: sign * each[1]):
        given = min(left, share.high - share.low)
        total += given * value
        left -= given
    return total


def _from_parts(whole: str, stated: Mapping[Cell, Sequence[Estimate]], *, within: bool) -> Iterator[Estimate]:
    """A whole by each partition of which a part is stated: into sexes and places, or into groups of countries."""
    if within and whole not in aggregates():
        # In a single country the sexes may be far from even.
        return
    for parts in partitions().values():
        if (parts[0].area is None) != within or (not within and parts[0].whole != whole):
            continue
        known = [stated.get((part.area or whole, part.sex, part.location), ()) for part in parts]
        if any(known):
            yield _joined(parts, [each[0] if each else None for each in known])


def _joined(parts: Sequence[FigureLaw], known: Sequence[Estimate | None]) -> Estimate:
    anything = Interval(0, WHOLE)
    mean = mean_range(
        [
            (Interval(part.low, part.high), each.range if each else anything)
            for part, each in zip(parts, known, strict=True)
        ]
    )
    figures = dict.fromkeys(figure for each in known if each for figure in each.figures)
    laws = dict.fromkeys([*(each.law for each in known if each and each.law), _law(parts)])
    return Estimate(mean, tuple(figures), "; ".join(laws))


def _law(parts: Sequence[FigureLaw]) -> str:
    if all((part.low, part.high) == (0, 1) for part in parts):
        return f"the whole lies between its parts, {parts[0].name}"
    shares = ", ".join(
        f"{_part_name(part)} {range_words(Interval(part.low, part.high).scaled(WHOLE))} of the people"
        for part in parts
    )
    return f"the whole is the mean of its parts ({shares})"


def _part_name(part: FigureLaw) -> str:
    names = {each.area: each.name for each in figure_words("group")}
    return names.get(part.area, "") or {"female": "women", "male": "men"}.get(part.sex or "", part.location or "")


def _is_of_everyone(figure: Figure) -> bool:
    """Whether the words after the number leave nobody out but by sex or place."""
    rest = figure.words_after
    words = [word for word in (figure.population or "").split() if word not in words_for_everyone("before them")]
    if figure.population is None or (rest.startswith(" of ") and figure.population not in rest):
        # Of whom it is a share is not said; what follows "of" is a thing that is not known to be people, and where the
        # words after it say who they are ("27 per cent are women"), it is a share of those just named.
        is_of_others = _who_they_are().match(rest) or re.search(r"\bamong\b", figure.words_before)
        return figure.indicator is not None and not rest.startswith(" of ") and not is_of_others
    named = rest if figure.population in rest else figure.words_before
    after = named.partition(figure.population)[2].split(maxsplit=1)
    is_open = bool(after) and after[0] in words_for_everyone("not after them")
    return not is_open and set(words) <= words_for_everyone("heads")


@cache
def _who_they_are() -> re.Pattern[str]:
    heads = "|".join(sorted(map(re.escape, words_for_everyone("heads"))))
    return re.compile(rf"\s(?:are|were)\s(?:{heads})\b")


@cache
def _another_time() -> re.Pattern[str]:
    words = "|".join(map(re.escape, words_for_elsewhere("another time")))
    return re.compile(rf"\b(?:(?:{words})\b|(?:19|20)\d0s)", re.IGNORECASE)
