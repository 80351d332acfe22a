"""Sessions of bodies: what they are called, and on which days they are, were or will be held.

Knows three ways in which a session has days, tried in this order: the days themselves, as published; the rule by
which the General Assembly opens; and the custom of a body to meet in the same months each year, which gives a
window of months in which the session falls. A session without any of these has a code and no days. Does not know
what is to be done at a session.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count, islice
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records
from stocktake.values.partial_date import PartialDate

ASSEMBLY = "GA"
_TUESDAY = 1
# Sessions further ahead than this are of no use to anybody, and a search for one must end.
_FURTHEST = 50


@dataclass(frozen=True, slots=True)
class SessionSeries:
    """The sessions of one body, or the holdings of one forum.

    Attributes:
        code: Short name, the first part of each session's code.
        body: The body's full name.
        source: Where the custom comes from.
        confidence: How sure the custom is, that is: ``anchor``, ``months`` and ``every``.
        aliases: Other names; the short ones are shared with other bodies.
        by: Whether the body counts its sessions or names them by year.
        anchor: A session's number and the year in which it was held; None where the years are not regular.
        months: For each session of a year, its first and last month; empty where the body has no custom.
        every: How many years lie between one session and the next.
        since: The first number for which the custom holds.
        year_before: The first month is that of the year before: the Council's session of 2026 begins in July 2025.
        main_part_to: The month with which the main part of a session ends; None where no part is called so.
    """

    code: str
    body: str
    source: str
    confidence: Confidence
    aliases: tuple[str, ...] = ()
    by: Literal["number", "year"] = "number"
    anchor: tuple[int, int] | None = None
    months: tuple[tuple[int, int], ...] = ()
    every: int = 1
    since: int = 1
    year_before: bool = False
    main_part_to: int | None = None

    def number_of(self, ordinal: int) -> int | None:
        """The number in the code of the session printed with this ordinal; None where it does not follow."""
        if self.by == "number":
            return ordinal
        return self.anchor[1] + self.every * (ordinal - self.anchor[0]) if self.anchor else None

    def number_in(self, year: int) -> int | None:
        """The number in the code of the session of this year; None where there are several, none, or no rule."""
        if self.by == "year":
            return year if year >= self.since else None
        if self.anchor is None or len(self.months) > 1 or (year - self.anchor[1]) % self.every:
            return None
        number = self.anchor[0] + (year - self.anchor[1]) // self.every
        return number if number >= self.since else None


@dataclass(frozen=True, slots=True)
class DatedSession:
    """A session whose days are known: its series, its number, its first and its last day."""

    series: str
    number: int
    start: date
    end: date
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class AssemblyOpening:
    """The rule by which sessions of the General Assembly open, from one number to another.

    Attributes:
        first: The first session that opened by it.
        last: The last one.
        week: The Tuesday of which week of September it is.
        counted: Whether weeks count from the first that has a working day, or Tuesdays are counted.
        source: Where the rule comes from.
        confidence: How sure it is.
    """

    first: int
    last: int
    week: int
    counted: Literal["working weeks", "Tuesdays"]
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Window:
    """Days between which a session lies.

    Attributes:
        first: The first day.
        last: The last day; never before ``first``.
        exact: They are the session's own first and last day; else it is held on some days between them.
        basis: How they are known.
        confidence: How sure they are.
    """

    first: date
    last: date
    exact: bool
    basis: str
    confidence: Confidence


@cache
def load_series() -> tuple[SessionSeries, ...]:
    """All series, in the order in which they are tried where a short name can mean several."""
    return load_records("session_series", SessionSeries)


@cache
def _by_code() -> dict[str, SessionSeries]:
    return {each.code: each for each in load_series()}


def series_coded(code: str) -> SessionSeries | None:
    """The series with this short name; None where there is none."""
    return _by_code().get(code)


@cache
def session_series(body: str) -> tuple[SessionSeries, ...]:
    """The series of a body by its full name; by another name of it, all that share the name. Case counts."""
    named = tuple(each for each in load_series() if each.body == body)
    return named or tuple(each for each in load_series() if body in each.aliases)


@cache
def session_window(code: str, number: int) -> Window | None:
    """The days of a session, as far as they are known; None where nothing is known of them.

    ``session_window("GA", 81)``: from the day it opens to the day before the next one opens.
    """
    dated = _dated().get((code, number))
    if dated and code != ASSEMBLY:
        return Window(dated.start, dated.end, exact=True, basis=dated.source, confidence=dated.confidence)
    if code == ASSEMBLY:
        return _assembly_window(number)
    series = series_coded(code)
    return _customary(series, number) if series else None


def sessions_after(code: str, day: date) -> Iterator[int]:
    """The numbers of the sessions that begin after ``day``, in order; none where the series has no rule."""
    series = series_coded(code)
    start = _number_near(series, day.year) if series else None
    if start is None:
        return
    for number in islice(count(max(1, start)), _FURTHEST):
        window = session_window(code, number)
        if window and window.first > day:
            yield number


def _number_near(series: SessionSeries, year: int) -> int | None:
    """The number of a session that is surely over before ``year``."""
    if series.code == ASSEMBLY:
        return year - 1945 - 2
    if series.by == "year":
        return year - 1
    if series.anchor is None:
        return None
    return series.anchor[0] + ((year - series.anchor[1]) // series.every - 1) * max(1, len(series.months))


@cache
def _dated() -> dict[tuple[str, int], DatedSession]:
    return {(each.series, each.number): each for each in load_records("sessions", DatedSession)}


def _assembly_window(number: int) -> Window | None:
    opening, after = _opening(number), _opening(number + 1)
    if opening is None or after is None:
        return None
    return Window(opening[0], after[0] - timedelta(days=1), True, opening[1], opening[2])  # noqa: FBT003


def _opening(number: int) -> tuple[date, str, Confidence] | None:
    """The day on which a session of the Assembly opens, with source and confidence."""
    dated = _dated().get((ASSEMBLY, number))
    if dated:
        return dated.start, dated.source, dated.confidence
    for rule in load_records("assembly_openings", AssemblyOpening):
        if rule.first <= number <= rule.last:
            return _tuesday(1945 + number, rule), rule.source, rule.confidence
    return None


def _tuesday(year: int, rule: AssemblyOpening) -> date:
    """The Tuesday of September that the rule names."""
    first = date(year, 9, 1)
    if rule.counted == "Tuesdays":
        return first + timedelta(days=(_TUESDAY - first.weekday()) % 7, weeks=rule.week - 1)
    # A week goes from Monday to Friday: the first one that has a working day holds 1 September, unless that is a
    # Saturday or Sunday.
    monday = first - timedelta(days=first.weekday())
    if first.weekday() > 4:  # noqa: PLR2004
        monday += timedelta(weeks=1)
    return monday + timedelta(days=_TUESDAY, weeks=rule.week - 1)


def _customary(series: SessionSeries, number: int) -> Window | None:
    """The months in which the body is used to meet, in the year that follows from the number."""
    if not series.months or number < series.since:
        return None
    if series.by == "year":
        year, which = number, 0
    elif series.anchor is None:
        return None
    else:
        years, which = divmod(number - series.anchor[0], len(series.months))
        year = series.anchor[1] + series.every * years
    first, last = series.months[which]
    begins = PartialDate(f"{year - series.year_before:04}-{first:02}").earliest
    basis = f"custom of the body: {series.source}"
    return Window(begins, PartialDate(f"{year:04}-{last:02}").latest, False, basis, series.confidence)  # noqa: FBT003
