"""Everything published that a figure of a text can be held against: loaded series and headline figures in one shape.

Knows how a value of a release and a headline figure become a value with its range, and which came out after a day.
Takes what publishers say as it is given: asks no engine, computes no number but ranges. Does not know any text.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from stocktake.frameworks.headlines import HeadlineFigure, editions, headline_figures
from stocktake.frameworks.indicators import indicators
from stocktake.review.figures.model import Value
from stocktake.statistics.measures.published import Published, Wanted
from stocktake.values.interval import UNROUNDED, Interval, exact, rounded


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a figure may be bound to, with what tells it apart from its like.

    Attributes:
        value: The value.
        edition: The id of its edition; None for a series.
        breakdown: The further dimension, as observations have it; None for the total.
        is_negated: It counts those of whom the indicator is not true.
        reaches: The last year of which its release has a value.
    """

    value: Value
    edition: str | None
    breakdown: str | None
    is_negated: bool
    reaches: int

    def came_out_after(self, day: date) -> bool | None:
        """Whether it came out after a day; None where that is not known.

        A release without a day came out no earlier than the last year that it has values of; no indicator that texts
        give figures of is projected.
        """
        if self.value.published is not None:
            return self.value.published > day
        return True if self.reaches > day.year else None


@dataclass(frozen=True, slots=True)
class Known:
    """All that is published of what figures are of.

    Attributes:
        as_of: The day on which it is known; what came out later is not there.
        by_whom: For each one asked the values, the more believed first, then the newer.
    """

    as_of: date
    by_whom: Mapping[Wanted, tuple[Candidate, ...]] = field(default_factory=dict)

    def of(self, wanted: Wanted) -> tuple[Candidate, ...]:
        """The values of one indicator, area, sex and location; empty where none is published."""
        return self.by_whom.get(wanted, ())


def known_values(
    wanted: Collection[Wanted], published: Mapping[Wanted, Collection[Published]], as_of: date
) -> Known:
    """What is published of all that is wanted: loaded series, then headline figures.

    Args:
        wanted: Without a period: every year is looked at.
        published: What the loaded series say of each; empty where no statistics are held.
        as_of: What came out later is left out.
    """
    found = {
        each: tuple(
            candidate
            for candidate in (*_of_series(each, published.get(each, ())), *_of_headlines(each))
            if candidate.value.published is None or candidate.value.published <= as_of
        )
        for each in wanted
    }
    return Known(as_of, found)


def _of_series(wanted: Wanted, published: Collection[Published]) -> Iterator[Candidate]:
    """The values of all ages: what is of some ages alone is another population."""
    reaches: dict[str, int] = {}
    for each in published:
        reaches[each.source.sha256] = max(reaches.get(each.source.sha256, 0), int(each.period))
    for each in published:
        if each.age is None:
            value = _value_of_series(wanted, each)
            yield Candidate(value, None, each.breakdown, is_negated=False, reaches=reaches[each.source.sha256])


def _value_of_series(wanted: Wanted, each: Published) -> Value:
    source = each.source
    return Value(
        basis="series",
        indicator=wanted.indicator,
        area=wanted.area,
        sex=wanted.sex,
        location=wanted.location,
        period=each.period,
        value=each.value,
        unit=each.unit or indicators()[wanted.indicator].unit,
        range=exact(each.value) if each.decimals >= UNROUNDED else rounded(each.value, each.decimals),
        edition=_edition_of_series(each),
        published=each.vintage,
        population=None,
        source=f"{source.file or source.sha256}, row {source.row}",
        sha256=source.sha256,
        row=source.row,
        publisher=each.publisher,
    )


def _edition_of_series(each: Published) -> str:
    """The publisher and the data set; the file too where only that tells one release from another."""
    source = each.source
    file = source.file if each.vintage is None else None
    return ", ".join(dict.fromkeys(name for name in (each.publisher, source.name, file) if name)) or source.sha256


def _of_headlines(wanted: Wanted) -> Iterator[Candidate]:
    """The headline figures of what is wanted, the newest edition first."""
    found = [each for each in headline_figures().values() if _whom(each) == wanted]
    for each in sorted(found, key=lambda one: editions()[one.edition].published, reverse=True):
        yield Candidate(_value_of_headline(each), each.edition, each.breakdown, each.is_negated, each.year)


def _whom(figure: HeadlineFigure) -> Wanted:
    return Wanted(figure.indicator, figure.area, figure.sex, figure.location)


def _value_of_headline(figure: HeadlineFigure) -> Value:
    edition = editions()[figure.edition]
    half = figure.last / 2
    return Value(
        basis="headline",
        indicator=figure.indicator,
        area=figure.area,
        sex=figure.sex,
        location=figure.location,
        period=str(figure.year),
        value=float(figure.value),
        unit=figure.unit,
        range=Interval(figure.value - half, figure.value + half),
        edition=edition.name,
        published=edition.published,
        population=None,
        source=figure.source,
        record=figure.id,
        is_sure="unsure" not in (figure.confidence, edition.confidence),
    )
