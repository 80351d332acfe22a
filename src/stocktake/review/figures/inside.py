"""Figures of one text that cannot all hold, with the derivation and what is taken for granted.

Two estimates of one share (``estimates``) that have no number in common cannot both be right. Figures of two years
that the text states are never held against each other. Does not know which of them is wrong.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from stocktake.documents.find.figure_groups import WORLD
from stocktake.documents.find.figures import Figure
from stocktake.frameworks.areas import area_name
from stocktake.frameworks.figure_laws import words_for_elsewhere
from stocktake.frameworks.figure_words import any_of
from stocktake.frameworks.indicators import indicators
from stocktake.review.figures.case import AuditText
from stocktake.review.figures.estimates import Estimate, estimates, is_of_another_time, is_usable
from stocktake.review.figures.measured import granted_of, indicator_of, is_one_share
from stocktake.review.figures.model import Contradiction
from stocktake.review.figures.printed import agrees
from stocktake.review.figures.wording import figure_words, range_words
from stocktake.review.words import place_name

CURRENT = 2
"""A figure that states a year so many years before the text is still taken for one of its own time."""
A_YEAR_APART = 2.0
"""Figures without a year may be a year apart, in which a share of the world's people rises by some two points."""


def contradictions(text: AuditText) -> tuple[Contradiction, ...]:
    """What cannot hold together in a text, in the order of its figures."""
    usable = [each for each in text.figures if is_usable(each) and is_one_share(each) and not _is_elsewhere(each)]
    found: dict[frozenset[Figure], Contradiction] = {}
    for indicator in dict.fromkeys(indicator_of(each) for each in usable):
        of_one = [each for each in usable if indicator_of(each) == indicator]
        for figures in _of_one_time(of_one, text):
            for area, one, other in _disjoint(figures):
                both = frozenset((*one.figures, *other.figures))
                if both not in found:
                    found[both] = _contradiction(text, area, one, other)
    least = [both for both in found if not any(smaller < both for smaller in found)]
    order = {each: place for place, each in enumerate(text.figures)}
    return tuple(found[both] for both in sorted(least, key=lambda each: sorted(order[f] for f in each)))


def _is_elsewhere(figure: Figure) -> bool:
    """Whether its clause is of another time than the text, or of some of a group only."""
    return is_of_another_time(figure) or bool(_some_of_a_group().search(figure.quote))


@cache
def _some_of_a_group() -> re.Pattern[str]:
    words = "|".join(map(re.escape, words_for_elsewhere("some of a group")))
    return re.compile(rf"\b(?:{words})\s(?:the\s)?{any_of('group')}", re.IGNORECASE)


def _of_one_time(figures: Sequence[Figure], text: AuditText) -> Iterator[list[Figure]]:
    """The undated figures; then those of each year that is named, with the undated ones where that year is recent."""
    yield [each for each in figures if each.year is None]
    for year in sorted({each.year for each in figures if each.year is not None}):
        is_recent = text.day is not None and year >= text.day.year - CURRENT
        yield [each for each in figures if each.year == year or (each.year is None and is_recent)]


def _disjoint(figures: Sequence[Figure]) -> Iterator[tuple[str, Estimate, Estimate]]:
    """Pairs of estimates of one share that exclude each other, with the area; no figure is in both."""
    for (area, _, _), found in estimates(figures).items():
        for one, other in combinations(found, 2):
            is_shared = set(one.figures) & set(other.figures)
            apart = 0.0 if all(each.year for each in (*one.figures, *other.figures)) else A_YEAR_APART
            gap = max(one.range.low - other.range.high, other.range.low - one.range.high)
            # Two figures of one share in one clause are a rise or a fall: "from 30 to 40 per cent".
            is_change = one.law == other.law == "" and one.figures[0].quote == other.figures[0].quote
            if not is_shared and not is_change and gap >= apart and not agrees(one.range, other.range):
                yield area, one, other


def _contradiction(text: AuditText, area: str, one: Estimate, other: Estimate) -> Contradiction:
    figures = sorted({*one.figures, *other.figures}, key=text.figures.index)
    first, second = sorted((one, other), key=lambda each: figures[0] not in each.figures)
    because = (
        f"{_whom(area, one, other)}: {_put(first, figures)}; {_put(second, figures)}. "
        f"The two have no number in common. Taken for granted: {_granted(figures)}.{_of_two_years(text, figures)}"
    )
    return Contradiction(text.key, tuple(text.place(each) for each in figures), because)


def _whom(area: str, *sides: Estimate) -> str:
    """What and whose share the two sides are about: of an area, of one sex or place where both are stated of it."""
    figure = next((each.figures[0] for each in sides if not each.law), None)
    traits = [each for each in (figure.sex, figure.location) if each] if figure else []
    code = indicator_of(sides[0].figures[0]) or ""
    groups = (each.group for side in sides for each in side.figures if each.area == area and each.group)
    name = "world" if area == WORLD else next(groups, area_name(area))
    return ", ".join([f"{indicators()[code].name} ({code})", name, *traits])


def _put(estimate: Estimate, order: Sequence[Figure]) -> str:
    named = " and ".join(
        f"{figure_words(each)}{_of(each)} ({place_name(each.paragraph)})"
        for each in order
        if each in estimate.figures
    )
    law = f", since {estimate.law}" if estimate.law else ""
    verb = "put" if len(estimate.figures) > 1 else "puts"
    return f"{named} {verb} it at {range_words(estimate.range)}{law}"


def _of(figure: Figure) -> str:
    """Of whom, as far as it tells the figures apart."""
    whom = {"female": "women", "male": "men"}.get(figure.sex or "", f"{figure.location or ''} people".lstrip())
    group = "the world" if figure.area == WORLD else figure.group
    return f" of {whom} in {group}{f' ({figure.measure})' if figure.negated else ''}"


def _granted(figures: Sequence[Figure]) -> str:
    near = dict.fromkeys(note for each in figures if (note := granted_of(each)))
    return ", ".join([*near, "the figures are of the same ages and at most a year apart"])


def _of_two_years(text: AuditText, figures: Sequence[Figure]) -> str:
    """The years of the values that the figures are bound to, where they differ: that is how it may have come."""
    bound = [text.bindings[text.figures.index(each)].bound for each in figures]
    years = sorted({each.period for each in bound if each and each.is_sure})
    return f" They are bound to values of {' and '.join(years)}." if len(years) > 1 else ""
