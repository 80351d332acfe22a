"""To which published value each figure of a text belongs, or why to none.

Knows that a figure is of one indicator, area, sex, place and year; that the edition its note cites goes before every
other; and that a text can have meant only what was out when it was settled. Says nothing on whether the figure is
right. A figure with no published counterpart is not bound, with the reason; none is made up for it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from stocktake.documents.find.figures import Figure
from stocktake.documents.model import Document
from stocktake.frameworks.areas import area_name
from stocktake.frameworks.figure_laws import near_measures
from stocktake.frameworks.headlines import Edition, edition_cited
from stocktake.frameworks.indicators import Indicator, indicators
from stocktake.review.figures.estimates import is_cut_short, is_usable
from stocktake.review.figures.measured import base_measure, indicator_of
from stocktake.review.figures.model import Binding, Value
from stocktake.review.figures.printed import agrees, printed_range
from stocktake.review.figures.rates import rates_wanted
from stocktake.review.figures.values import Candidate, Known
from stocktake.review.words import listed, long_date
from stocktake.statistics.measures.published import Wanted

MOST_YEARS_BACK = 10
"""How far before a text the value may lie that a figure without a year repeats: texts carry figures over, not for ever;
and a share that rises was once almost any number."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A figure that a value is looked for, with what its text says of it.

    Attributes:
        figure: The figure.
        whom: Whose values its words are of, or are close to.
        day: When the words were settled; None where nobody knows.
        edition: What its note cites; None where that is no edition that is recorded, or there are several.
    """

    figure: Figure
    whom: Wanted
    day: date | None
    edition: Edition | None

    @property
    def indicator(self) -> Indicator:
        """What its words are of, or are close to."""
        return indicators()[self.whom.indicator]


def wanted_of(figures: Iterable[Figure]) -> frozenset[Wanted]:
    """Whose values have to be known to bind some figures: those of all texts together, for one question."""
    found = [(_sought(each), *(rates_wanted(each) or ())) for each in figures]
    return frozenset(each for wanted in found for each in wanted if isinstance(each, Wanted))


def bind_figures(
    document: Document, figures: Sequence[Figure], known: Known, day: date | None = None
) -> tuple[Binding, ...]:
    """What each figure of a document is bound to, one binding for each, in their order.

    Args:
        document: The text.
        figures: Its figures.
        known: What is published of what ``wanted_of`` them says.
        day: When its words were settled; None where only the document can say: when it was adopted, else distributed.
    """
    printed = document.data.adopted or document.data.distributed
    settled = day or (date.fromisoformat(printed) if printed else None)
    return tuple(
        replace(_bind(each, _edition_of(document, each), settled, known), rates=_rates(each, known))
        for each in figures
    )


def _rates(figure: Figure, known: Known) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """What is published of the two sides that a figure sets against each other; nothing where it does not."""
    wanted = rates_wanted(figure)
    women, men = (known.of(each) for each in wanted) if wanted else ((), ())
    return _values(women), _values(men)


def _values(candidates: Iterable[Candidate]) -> tuple[Value, ...]:
    """The values, by year, then by day of edition, of everyone of an area."""
    plain = [each.value for each in candidates if each.breakdown is None and not each.is_negated]
    return tuple(sorted(plain, key=lambda one: (one.period, one.published or date.min)))


def _bind(figure: Figure, edition: Edition | None, day: date | None, known: Known) -> Binding:
    whom = _sought(figure)
    if isinstance(whom, str):
        return Binding(None, whom)
    asked = _Asked(figure, whom, day, edition)
    held = known.of(whom)
    alike = _alike(asked, held)
    is_negated = figure.negated and any(not each.is_negated for each in alike)
    values = tuple(sorted((each.value for each in alike), key=lambda one: (one.period, one.published or date.min)))
    if figure.indicator is None:
        return Binding(None, _only_near(asked), values, is_negated)
    chosen = _chosen(asked, alike, is_negated=is_negated)
    if chosen is None:
        return Binding(None, _none_of(asked, held, alike), values, is_negated)
    return Binding(chosen.value, _because(asked, chosen, is_negated=is_negated), values, is_negated)


# ------------------------------------------------------------------------------------------------- why there is none

_Reasons = tuple[tuple[Callable[[Figure], bool], str], ...]

_NO_LEVEL: _Reasons = (
    (
        lambda figure: figure.kind == "target",
        "It says how much is wanted; what is published is how much there is.",
    ),
    (
        lambda figure: figure.kind == "change",
        "It says by how much something changed, or one differs from another; what is published is how much there was.",
    ),
    (
        lambda figure: figure.value is None,
        "It names no number that a published value could be held against.",
    ),
)

_NOT_OF_ALL: _Reasons = (
    (
        is_cut_short,
        "It counts those of whom the words before it do not hold, and does not say of whom.",
    ),
    (
        lambda figure: _is_share_of_some(figure),  # noqa: PLW0108 - it stands further down
        "It is a share of some of the people only, or of something else; the values held are of all the people.",
    ),
)


def _sought(figure: Figure) -> Wanted | str:
    """Whose values the words of a figure are of; or why, by its words alone, there can be none."""
    code, area = indicator_of(figure), figure.area
    if why_not := _first_reason(_NO_LEVEL, figure):
        return why_not
    if code is None:
        return (
            "The words name no indicator that we recognise, so that no published value is held against the figure."
        )
    if area is None:
        return "The text does not say of which countries or areas it is."
    return _first_reason(_NOT_OF_ALL, figure) or Wanted(code, area, figure.sex, figure.location)


def _first_reason(reasons: _Reasons, figure: Figure) -> str | None:
    return next((why for applies, why in reasons if applies(figure)), None)


def _is_share_of_some(figure: Figure) -> bool:
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
    """Why none of the values held is the one that the words are of."""
    figure, what = asked.figure, _named(asked.indicator)
    whose = f"{area_name(asked.whom.area)}{_in_brackets(figure.sex, figure.location)}"
    if not held:
        return f"No published value of {what} is held for {whose}."
    if not alike:
        return f"What is held of {what} for {whose} {_unlike(asked, held)}."
    if figure.year is None and asked.day is None:
        return "Neither its words nor the text say of which year it is."
    if not any(_is_of_its_time(asked, each) for each in alike):
        return (
            f"No published value of {what} for {_time_of(asked)} is held for {whose}; there is {_years_of(alike)}."
        )
    if asked.day is None:
        return (
            f"No value held of {what} for {_time_of(asked)} fits its words. When the text was settled is not known, so "
            "that it may rest on an edition that is not held."
        )
    return (
        f"What is held of {what} for {_time_of(asked)} came out after the text, and does not fit its words. The "
        "publisher may have revised it since; what was out when the text was settled is not held."
    )


def _unlike(asked: _Asked, held: Sequence[Candidate]) -> str:
    """What sets all values that are held apart from a figure."""
    of_unit = [each for each in held if each.value.unit in _units(asked)]
    parts = sorted({_code_of(each.breakdown) for each in of_unit if each.breakdown})
    if not of_unit:
        return f"is in {listed(sorted({each.value.unit for each in held}))}, and the figure in {asked.figure.unit}"
    if parts:
        return f"is by part ({listed(parts)}), and its words name none of them, or several"
    return "counts the others"


def _time_of(asked: _Asked) -> str:
    if asked.figure.year is not None or asked.day is None:
        return str(asked.figure.year)
    return f"{asked.day.year - MOST_YEARS_BACK} to {asked.day.year}"


def _years_of(candidates: Iterable[Candidate]) -> str:
    years = sorted({each.value.period for each in candidates})
    return years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"


def _in_brackets(*words: str | None) -> str:
    told = [word for word in words if word]
    return f" ({', '.join(told)})" if told else ""


def _named(indicator: Indicator) -> str:
    return f"{indicator.name} ({indicator.code})" if indicator.code[0].isdigit() else indicator.name


# ---------------------------------------------------------------------------------------------------- which value it is


def _edition_of(document: Document, figure: Figure) -> Edition | None:
    cited = (edition_cited(note.text) for note in document.notes if note.mark in figure.notes)
    found = {each.id: each for each in cited if each is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _alike(asked: _Asked, held: Sequence[Candidate]) -> list[Candidate]:
    """The values in the figure's unit, of the part that its words name, of those of whom it counts.

    A share of those of whom it is not true is 100 minus the share of the others; a number of them is no such thing.
    """
    figure, part = asked.figure, _part_named(asked.figure, held)
    like = [each for each in held if each.value.unit in _units(asked) and each.breakdown == part]
    same = [each for each in like if each.is_negated == figure.negated]
    return like if figure.negated and not same and figure.unit == "per cent" else same


def _units(asked: _Asked) -> frozenset[str]:
    """The figure's unit, and those that mean the same of this indicator."""
    own, of_indicator = asked.figure.unit, {asked.indicator.unit, *asked.indicator.units}
    return frozenset(of_indicator if own in of_indicator else {own})


def _part_named(figure: Figure, held: Sequence[Candidate]) -> str | None:
    """The further dimension that the words name by its code ("5G"); None for the total, or where they name several."""
    parts = sorted({each.breakdown for each in held if each.breakdown})
    named = [part for part in parts if re.search(rf"(?<!\w){re.escape(_code_of(part))}(?!\w)", figure.quote)]
    return named[0] if len(named) == 1 else None


def _code_of(part: str) -> str:
    return part.rpartition("=")[2]


def _chosen(asked: _Asked, alike: Sequence[Candidate], *, is_negated: bool) -> Candidate | None:
    """The value that the words are of; None where none is.

    That of the edition cited; else the latest that was out when the words were settled and fits them, or the latest
    of it. What came out later is theirs only where nothing else is held and it fits: publishers revise. A value that
    is not sure is theirs only where no other is.
    """
    in_time = [each for each in alike if _is_of_its_time(asked, each)]
    sure = [each for each in in_time if each.value.is_sure] or in_time
    cited = [each for each in sure if asked.edition is not None and each.edition == asked.edition.id]
    out_by_then = [each for each in sure if asked.day is not None and not each.came_out_after(asked.day)]
    pool = cited or out_by_then
    fitting = [each for each in pool or sure if _fits(asked.figure, each.value, is_negated=is_negated)]
    # Of one year a loaded series goes before a headline figure; of several the first, which is believed most.
    return max(fitting or pool, key=lambda one: (one.value.period, one.value.basis == "series"), default=None)


def _is_of_its_time(asked: _Asked, candidate: Candidate) -> bool:
    year = int(candidate.value.period)
    if asked.figure.year is not None:
        return year == asked.figure.year
    return asked.day is not None and asked.day.year - MOST_YEARS_BACK <= year <= asked.day.year


def _fits(figure: Figure, value: Value, *, is_negated: bool) -> bool:
    reach = printed_range(figure, negated=is_negated)
    return reach is not None and agrees(reach, value.range)


# ------------------------------------------------------------------------------------------------------ why this one

_OF_THE_YEAR = {
    "stated": "The text gives the year {year}.",
    "implied": "The year {year} stands in the words before.",
    "source": "The title that its note cites gives the year {year}.",
    None: "The text gives no year.",
}


def _because(asked: _Asked, chosen: Candidate, *, is_negated: bool) -> str:
    told = [
        _OF_THE_YEAR[asked.figure.year_basis].format(year=asked.figure.year),
        _way_chosen(asked, chosen, is_fitting=_fits(asked.figure, chosen.value, is_negated=is_negated)),
    ]
    if is_negated:
        told.append("The text counts the others, so that it is held against 100 minus the value.")
    if not chosen.value.is_sure:
        told.append("The record is not sure, and decides nothing.")
    return " ".join(told)


def _way_chosen(asked: _Asked, chosen: Candidate, *, is_fitting: bool) -> str:
    if asked.edition is not None and chosen.edition == asked.edition.id:
        return "The value is that of the edition its note cites."
    if asked.day is None:
        return (
            "When it was settled is not known; of all that is held this is the latest value that fits its words."
        )
    day = long_date(asked.day.isoformat())
    came_later = chosen.came_out_after(asked.day)
    if came_later:
        return (
            f"This value fits its words, and came out only after the text; nothing that was out by {day} is held."
        )
    told = (
        f"Of what was out by {day} this is the latest value that fits its words."
        if is_fitting
        else f"Nothing that was out by {day} fits its words; this is the latest of it."
    )
    undated = " Its file prints no day of release, so that it may have come out after the text."
    return told + (undated if came_later is None else "")
