"""Verdicts on a figure held against what is published: one function each, a case in, a verdict or None out.

Knows editions and years: a newer year supersedes, another value of the same year in a later edition revises, and a
figure that a newest value still bears out is neither. Does not know what earlier texts said.
"""

from collections.abc import Sequence

from stocktake.review.figures.case import Case, age
from stocktake.review.figures.estimates import is_of_another_time
from stocktake.review.figures.model import Value, Verdict
from stocktake.review.figures.printed import WHOLE, agrees, is_in_words, printed_decimals
from stocktake.review.figures.wording import (
    figure_words,
    plain_number,
    range_words,
    unrounded_words,
    value_words,
)
from stocktake.review.words import long_date
from stocktake.values.interval import Interval

REVISIONS = 5.0
"""So far revisions between editions have moved a year's value, in points: an undated figure no further above all that
is held may be of an edition that is not."""
RECENT = 2
"""Only where a value of so many years before the text is held can an undated figure be outside of all that was out."""
MOST_LISTED = 4
"""So many values are named beside a figure that none of them fits."""
_ROOM = 2
"""Half a unit of the last place printed has one place more than that."""
TEN_YEARS = 50.0
"""So far, in points, no share of people rose in the ten years for which texts carry figures over: an undated figure
no further below all that is held may be of a year before."""


def supported(case: Case) -> Verdict | None:
    """The words give the published value, to the last place that they print."""
    meant = case.meant
    if meant is None or not _is_exact(case, meant):
        return None
    return Verdict("supported", f"{_said(case)} Published: {value_words(meant)}.", (meant,))


def consistent(case: Case) -> Verdict | None:
    """The words leave room for the published value, though they do not give it to the last place."""
    meant, reach = case.meant, case.reach
    if meant is None or reach is None or _is_exact(case, meant):
        return None
    because = f"{_said(case)} {_left_open(case, reach, meant.unit)} Published: {unrounded_words(meant)}."
    return Verdict("consistent after rounding", because, (meant,))


def superseded(case: Case) -> Verdict | None:
    """A newer year is published, and the words do not fit it.

    Where it was published before the words were settled, they were out of date from the first day. A figure that
    says its year is not out of date by newer years that came out later, nor where the same words go on to a later one;
    nor is one that is said to be of years ago.
    """
    meant = case.meant
    if meant is None or _is_where_a_change_began(case) or _is_of_years_ago(case):
        return None
    then = _newer_than(case, meant, case.known_when_settled())
    if then:
        return Verdict("superseded", _superseded_when_settled(case, meant, then), (meant, then))
    now = _newer_than(case, meant, case.deciding) if case.figure.year_basis != "stated" else None
    if now is None:
        return None
    day = f"on {long_date(now.published.isoformat())}" if now.published else "on a day that is not known"
    because = (
        f"{_said(case)} It rests on {value_words(meant)}. Since then {value_words(now)} came out, {day}."
        f"{_no_change(meant, now)}"
    )
    return Verdict("superseded", because, (meant, now))


def revised(case: Case) -> Verdict | None:
    """A later edition gives the same year another value, with which the words do not agree."""
    meant, reach = case.meant, case.reach
    if meant is None or reach is None:
        return _revised_since(case)
    others = [each for each in case.deciding if _revises(each, meant) and not agrees(reach, each.range)]
    if not others:
        return None
    latest = max(others, key=age)
    because = (
        f"{_said(case)} It rests on {value_words(meant)}. A later edition gives the same year another value: "
        f"{value_words(latest)}. The source revised the year; the world did not change by the difference."
    )
    return Verdict("revised", because, (meant, latest))


def outside_all(case: Case) -> Verdict | None:
    """The words agree with no value that is published: of the year that they name, else of any year near."""
    reach, of_year = case.reach, _of_the_year(case)
    year = case.figure.year
    if reach is None or case.meant or not of_year or _is_of_years_ago(case):
        return None
    if _is_near_a_later_edition(case) if year else not _is_far_outside(case, reach):
        return None
    first = sorted(of_year, key=lambda each: _apart(reach, each))[:MOST_LISTED]
    nearest = tuple(each for each in of_year if each in first)
    listed = "; ".join(map(value_words, nearest))
    what = f"for {year}" if year else "for any year held"
    there = "there:" if len(nearest) == len(of_year) else "there; the nearest are"
    room = _left_open(case, reach, of_year[0].unit)
    because = f"{_said(case)} {room} Nothing published {what} lies {there} {listed}."
    return Verdict("contradicted", because, nearest)


def _of_the_year(case: Case) -> tuple[Value, ...]:
    """The deciding values of the year that the words name; all of them where they name none."""
    year = case.figure.year
    return tuple(each for each in case.deciding if year is None or each.period == str(year))


def _revised_since(case: Case) -> Verdict | None:
    """The words agree with no edition held of the year they name, and each came out too late for them to be of it."""
    if case.meant or not _is_near_a_later_edition(case):
        return None
    of_year = _of_the_year(case)
    because = (
        f"{_said(case)} What is held of {case.figure.year} came out later, or on a day that is not known: "
        f"{'; '.join(value_words(each) for each in of_year)}. The difference is no greater than revisions of a year "
        "have been; the edition of the time is not held."
    )
    return Verdict("revised", because, of_year)


def _is_near_a_later_edition(case: Case) -> bool:
    """Whether a figure that says its year is near to what is held of it, and none of that was out by its day."""
    reach, of_year, out = case.reach, _of_the_year(case), case.known_when_settled()
    if reach is None or case.figure.year is None or not of_year or any(each in out for each in of_year):
        return False
    return min(_apart(reach, each) for each in of_year) <= REVISIONS


def _apart(reach: Interval, value: Value) -> float:
    """By how much a value lies outside of what the words leave open."""
    return max(value.range.low - reach.high, reach.low - value.range.high)


def _is_where_a_change_began(case: Case) -> bool:
    """Whether the same words go on to a later year of the same: "from 65 per cent in 2043 to 68 per cent in 2044"."""
    figure = case.figure
    return figure.year is not None and any(
        each.year is not None
        and each.year > figure.year
        and (each.paragraph, each.quote) == (figure.paragraph, figure.quote)
        and (each.measure, each.area, each.sex, each.location)
        == (figure.measure, figure.area, figure.sex, figure.location)
        for each in case.text.figures
    )


def _is_of_years_ago(case: Case) -> bool:
    return case.figure.year is None and is_of_another_time(case.figure)


def _is_exact(case: Case, value: Value) -> bool:
    figure, reach = case.figure, case.reach
    if figure.value is None or reach is None or figure.upper is not None or is_in_words(figure):
        return False
    if figure.sense in (None, "exactly"):
        shown = WHOLE - value.value if case.binding.is_negated else value.value
        return figure.unit == value.unit and abs(round(shown, printed_decimals(figure)) - figure.value) < 1e-9  # noqa: PLR2004 - the same number
    return figure.sense != "around" and reach.contains(value.range.low) and reach.contains(value.range.high)


def _newer_than(case: Case, meant: Value, values: Sequence[Value]) -> Value | None:
    """The newest of some values, where it is of a later year than the one meant and the words do not fit it."""
    newest = max(values, key=age, default=None)
    reach = case.reach
    if newest is None or reach is None or newest.period <= meant.period or agrees(reach, newest.range):
        return None
    return newest


def _revises(value: Value, meant: Value) -> bool:
    """Whether it is the same year in a later edition of the same kind of source, and not the same number."""
    is_later = value.published is not None and meant.published is not None and value.published > meant.published
    is_same = value.period == meant.period and value.basis == meant.basis and value.population == meant.population
    return is_later and is_same and not agrees(value.range, meant.range)


def _is_far_outside(case: Case, reach: Interval) -> bool:
    """Whether an undated figure is beyond every value that was out, by more than editions or years before differ."""
    known, day = case.known_when_settled(), case.text.day
    if not known or day is None or int(known[-1].period) < day.year - RECENT:
        return False
    low, high = min(each.range.low for each in known), max(each.range.high for each in known)
    return reach.low > high + REVISIONS or reach.high < low - TEN_YEARS


def _superseded_when_settled(case: Case, meant: Value, newer: Value) -> str:
    day = long_date(case.text.day.isoformat()) if case.text.day else ""
    out = long_date(newer.published.isoformat()) if newer.published else ""
    settled = "adopted" if case.text.document.data.status == "adopted" else "settled"
    return (
        f"{_said(case)} It rests on {value_words(meant)}. When the text was {settled}, on {day}, {value_words(newer)} "
        f"was out already, since {out}.{_no_change(meant, newer)}"
    )


def _no_change(old: Value, new: Value) -> str:
    """That the step from one edition to another is no change of the world."""
    if old.edition == new.edition:
        return ""
    return (
        f" The two are of two editions, and a later edition may revise all years: {plain_number(old.value, old.unit)} "
        f"and {plain_number(new.value, new.unit)} are not to be read as a change."
    )


def _said(case: Case) -> str:
    counted = f" ({case.figure.measure}; the indicator counts the others)" if case.binding.is_negated else ""
    return f"The text says {figure_words(case.figure)}{counted}."


def _left_open(case: Case, reach: Interval, unit: str) -> str:
    """What the words leave open, in the indicator's terms."""
    if case.binding.is_negated:
        return f"That leaves {range_words(reach, unit, _ROOM)} for the others."
    return f"The words leave room for {range_words(reach, unit, _ROOM)}."
