"""To which published value each figure of a text belongs, or why to none.

Knows that a figure is of one indicator, area, sex, place and year; that the edition its note cites goes before every
other; and that a text can have meant only what was out when it was settled. Says nothing on whether the figure is
right. A figure with no published counterpart is not bound, with the reason; none is made up for it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from stocktake.documents.find.figures import Figure
from stocktake.documents.model import Document
from stocktake.frameworks.areas import area_name
from stocktake.frameworks.figure_laws import near_measures
from stocktake.frameworks.headlines import Edition, edition_cited
from stocktake.frameworks.indicators import Indicator, indicators
from stocktake.review.figures.estimates import is_usable
from stocktake.review.figures.measured import base_measure, indicator_of
from stocktake.review.figures.model import Binding, Value
from stocktake.review.figures.printed import agrees, printed_range
from stocktake.review.figures.values import Candidate, Known
from stocktake.review.words import long_date
from stocktake.statistics.measures.published import Wanted

MOST_YEARS_BACK = 10
"""How far before a text the value may lie that a figure without a year repeats: texts carry figures over, not for ever;
and a share that rises was once almost any number."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A figure that a value is looked for, with what its text says of it.

    Attributes:
        figure: The figure.
        indicator: What it is of, or close to.
        day: When the words were settled: adopted, else distributed, else the day of the review.
        edition: What its note cites; None where that is no edition that is recorded, or there are several.
    """

    figure: Figure
    indicator: Indicator
    day: date
    edition: Edition | None


def wanted_of(figures: Iterable[Figure]) -> frozenset[Wanted]:
    """Whose values have to be known to bind some figures: those of all texts together, for one question."""
    asked = (_whom(each) for each in figures if _why_unbound(each) is None)
    return frozenset(each for each in asked if each is not None)


def bind_figures(document: Document, figures: Sequence[Figure], known: Known) -> tuple[Binding, ...]:
    """What each figure of a document is bound to, one binding for each, in their order.

    Args:
        document: The text.
        figures: Its figures.
        known: What is published of what ``wanted_of`` them says.
    """
    settled = document.data.adopted or document.data.distributed
    day = date.fromisoformat(settled) if settled else known.as_of
    return tuple(_bind(each, _edition_of(document, each), day, known) for each in figures)


def _bind(figure: Figure, edition: Edition | None, day: date, known: Known) -> Binding:
    why_not = _why_unbound(figure)
    whom = _whom(figure)
    if why_not is not None or whom is None:
        return Binding(None, why_not or "")
    asked = _Asked(figure, indicators()[whom.indicator], day, edition)
    held = known.of(whom)
    alike = _alike(asked, held)
    is_negated = figure.negated and not any(each.is_negated for each in alike)
    values = tuple(sorted((each.value for each in alike), key=lambda one: (one.period, one.published or date.min)))
    if figure.indicator is None:
        return Binding(None, _only_near(asked), values, is_negated)
    chosen = _chosen(asked, alike, is_negated=is_negated)
    if chosen is None:
        return Binding(None, _none_of(asked, held, alike), values, is_negated)
    return Binding(chosen.value, _because(asked, chosen, is_negated=is_negated), values, is_negated)


# ------------------------------------------------------------------------------------------------- why there is none

_UNBOUND: tuple[tuple[Callable[[Figure], bool], str], ...] = (
    (
        lambda figure: figure.kind == "target",
        "It says how much is wanted; what is published is how much there is.",
    ),
    (
        lambda figure: figure.kind == "change",
        "It says by how much something changed; what is published is how much there was in each year.",
    ),
    (
        lambda figure: indicator_of(figure) is None,
        "No indicator that we know counts this, so there is no published value to hold it against.",
    ),
    (
        lambda figure: figure.value is None,
        "It names no number that a published value could be held against.",
    ),
    (
        lambda figure: figure.area is None,
        "The text does not say of which countries or areas it is.",
    ),
    (
        lambda figure: _is_of_some(figure),
        "It is a share of some of the people only; the indicator's values that are held are of all.",
    ),
)


def _why_unbound(figure: Figure) -> str | None:
    """Why the words of a figure alone keep it from being bound; None where they do not."""
    return next((why for applies, why in _UNBOUND if applies(figure)), None)


def _is_of_some(figure: Figure) -> bool:
    """Whether a share is of fewer people than the indicator counts: children, persons with disabilities."""
    code = indicator_of(figure)
    is_of_people = code is not None and indicators()[code].denominator == "population"
    return figure.unit == "per cent" and is_of_people and not is_usable(figure)


def _only_near(asked: _Asked) -> str:
    near = near_measures()[base_measure(asked.figure.measure)]
    return (
        f"Its words say {near.name}. The indicator closest to that, {_named(asked.indicator)}, does not count the "
        "same, so that none of its values can bear the figure out."
    )


def _none_of(asked: _Asked, held: Sequence[Candidate], alike: Sequence[Candidate]) -> str:
    """Why none of the values held is what the figure is of."""
    figure = asked.figure
    whose = " ".join(
        word for word in (area_name(figure.area or ""), _in_brackets(figure.sex, figure.location)) if word
    )
    if not held:
        return f"No published value of {_named(asked.indicator)} is held for {whose}."
    if not alike:
        return (
            f"The values of {_named(asked.indicator)} that are held for {whose} are not in {figure.unit} as the words "
            "are, or of another part of what it counts."
        )
    years = sorted({each.value.period for each in alike})
    span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"
    when = figure.year or f"{asked.day.year} or the {MOST_YEARS_BACK} years before"
    return f"No published value of {_named(asked.indicator)} for {when} is held for {whose}; there is {span}."


def _in_brackets(*words: str | None) -> str:
    told = [word for word in words if word]
    return f"({', '.join(told)})" if told else ""


def _named(indicator: Indicator) -> str:
    return f"{indicator.name} ({indicator.code})" if indicator.code[0].isdigit() else indicator.name


# ---------------------------------------------------------------------------------------------------- which value it is


def _whom(figure: Figure) -> Wanted | None:
    code = indicator_of(figure)
    return None if code is None or figure.area is None else Wanted(code, figure.area, figure.sex, figure.location)


def _edition_of(document: Document, figure: Figure) -> Edition | None:
    cited = (edition_cited(note.text) for note in document.notes if note.mark in figure.notes)
    found = {each.id: each for each in cited if each is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _alike(asked: _Asked, held: Sequence[Candidate]) -> list[Candidate]:
    """The values in the figure's unit, of the part that its words name, of those of whom it counts.

    A share of those of whom it is not true is 100 minus the share of the others; a number of them is no such thing.
    """
    figure, indicator = asked.figure, asked.indicator
    same_unit = {figure.unit}
    if figure.unit in (indicator.unit, *indicator.units):
        same_unit |= {indicator.unit, *indicator.units}
    part = _part_named(figure, held)
    return [
        each
        for each in held
        if each.value.unit in same_unit
        and each.breakdown == part
        and (each.is_negated == figure.negated or (figure.negated and figure.unit == "per cent"))
    ]


def _part_named(figure: Figure, held: Sequence[Candidate]) -> str | None:
    """The further dimension that the words name by its code ("5G"); None for the total, or where they name several."""
    parts = {each.breakdown for each in held if each.breakdown}
    named = [
        part for part in parts if re.search(rf"(?<!\w){re.escape(part.rpartition('=')[2])}(?!\w)", figure.quote)
    ]
    return named[0] if len(named) == 1 else None


def _chosen(asked: _Asked, alike: Sequence[Candidate], *, is_negated: bool) -> Candidate | None:
    """The value that the words are of; None where none is of their time.

    That of the edition cited; else the latest that was out by the day and fits the words; else the latest out by the
    day; else, of what came out after it, the latest that fits, or the latest.
    """
    in_time = [each for each in alike if _is_of_its_time(asked, each)]
    sure = [each for each in in_time if each.value.is_sure] or in_time
    pools = (
        [each for each in sure if asked.edition is not None and each.edition == asked.edition.id],
        [each for each in sure if not each.came_out_after(asked.day)],
        sure,
    )
    pool = next((each for each in pools if each), [])
    fitting = [each for each in pool if _fits(asked.figure, each.value, is_negated=is_negated)]
    # Where two are of one year the loaded series goes before the headline figure, and the more believed before others.
    return max(
        reversed(fitting or pool), key=lambda one: (one.value.period, one.value.basis == "series"), default=None
    )


def _is_of_its_time(asked: _Asked, candidate: Candidate) -> bool:
    year = int(candidate.value.period)
    if asked.figure.year is not None:
        return year == asked.figure.year
    return asked.day.year - MOST_YEARS_BACK <= year <= asked.day.year


def _fits(figure: Figure, value: Value, *, is_negated: bool) -> bool:
    reach = printed_range(figure, negated=is_negated)
    return reach is not None and agrees(reach, value.range)


# ------------------------------------------------------------------------------------------------------ why this one

_OF_THE_YEAR = {
    "stated": "The text gives the year {year}.",
    "implied": "The text gives the year {year} in the words before.",
    "source": "The year {year} is that in the title of what its note cites.",
    None: "The text gives no year.",
}


def _because(asked: _Asked, chosen: Candidate, *, is_negated: bool) -> str:
    figure, value = asked.figure, chosen.value
    is_fitting = _fits(figure, value, is_negated=is_negated)
    told = [
        _OF_THE_YEAR[figure.year_basis].format(year=figure.year),
        _way_chosen(asked, chosen, is_fitting=is_fitting),
    ]
    if is_negated:
        told.append("The text counts the others, so 100 minus the value is what it says.")
    if not value.is_sure:
        told.append("The record is not sure, and decides nothing.")
    return " ".join(told)


def _way_chosen(asked: _Asked, chosen: Candidate, *, is_fitting: bool) -> str:
    day = long_date(asked.day.isoformat())
    came_later = chosen.came_out_after(asked.day)
    if asked.edition is not None and chosen.edition == asked.edition.id:
        return f"The value is that of the edition its note cites, {chosen.value.edition}."
    which = f"the latest that {'fits' if is_fitting else 'there is; none fits'} the words"
    if came_later:
        return f"Nothing held was out by {day}, when the words were settled; of what came out later it is {which}."
    told = f"Of what was out by {day} the value is {which}."
    if came_later is None:
        return f"{told} Its file prints no day of release; whether it was out by then is not known."
    return told
