"""Which session the words mean: "at its eighty-first session", "the Commission's next session", "that session".

The body is the one named with the session, or right before it, or the one the caller says "its" means, or the
nearest one named before, or the organ that speaks. A short name that several bodies share means the one named in
full before, or the only one that the number, the printed date and the day of adoption leave. Sessions that were over
when the text was adopted set no deadline. The sessions themselves are data (``frameworks.sessions``).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from stocktake.documents.commitments.deadline_model import MENTION, OCCASION, SUBMISSION, Candidate, Days, tied
from stocktake.documents.commitments.deadline_scene import Scene
from stocktake.documents.commitments.deadline_words import LEAD, ORDINAL, PART, part_of, tie_of
from stocktake.frameworks.actors import words_of
from stocktake.frameworks.sessions import (
    ASSEMBLY,
    SessionSeries,
    Window,
    load_series,
    session_series,
    session_window,
    sessions_after,
)
from stocktake.values.ordinal import ordinal_number
from stocktake.values.partial_date import MONTHS, PartialDate, PrintedDate, scan_dates, scan_years
from stocktake.values.session import Session

_KINDS = (
    *("next", "following", "forthcoming", "upcoming", "coming", "subsequent", "current", "present"),
    *("substantive", "regular", "ordinary", "annual", "biennial", "plenary", "resumed"),
)
_KIND = rf"(?:(?:{'|'.join(_KINDS)})\s)*"
_DATE = rf"(?:(?:\d{{1,2}}|{'|'.join(MONTHS)}|to|and|–)[\s–])*(?:19|20)\d\d"
_YEAR = r"(?:19|20)\d\d"
# "Its first, third and fifth sessions", "its 2030 and 2031 sessions".
_LIST = r"(?:,?\s(?:and|to|or)\s|,\s)"
# How far before a session's words its body is looked for: addressees with what they are asked are long.
_REACH = 600
# A duty laid down for a session further ahead than this has been read wrongly.
_HORIZON = timedelta(days=366 * 12)
# What can stand between a body and "at its session".
_FOR = (
    r"(?:,?\s(?:for\s(?:its\s|their\s)?(?:\w+\s){0,2}?"
    r"(?:consideration|review|discussion|approval|adoption|endorsement|information)(?:\s(?:and|or)\s\w+)?"
    r"|as\sappropriate|also|inter\salia))*,?"
)
# "A report on its twentieth session" tells of a session that was.
_NO_LEADS = ("on", "in")
_ITS = ("its", "their")
_NEXT = re.compile(r"next|following|coming|subsequent")
_PAST = re.compile(
    r"\b(?<!be\s)(?<!being\s)(?:adopted|held|took\splace|taken\splace|submitted|presented|considered|convened|discussed"
    r"|established|launched|issued|made|agreed|decided|endorsed|approved|requested|recommended|began|met|contained"
    r"|organized|heard|celebrated|concluded|reached|set\sup|decisions?\s(?:by|of)|work\sof|was|were)\b[^,;]{0,80}$"
)
_SUBMITS = re.compile(
    r"\b(?:submit|report|present|provide|transmit|convey|prepare|update|brief|inform|share|issue)\w*\b[^;]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Meant:
    """A session that words mean: its series and number, its days, and how the body was found."""

    series: SessionSeries
    number: int

    @property
    def code(self) -> str:
        return str(Session(self.series.code, self.number))

    @property
    def window(self) -> Window | None:
        return session_window(self.series.code, self.number)


class _Body(NamedTuple):
    """A body that may be meant, by its series (several where they share a name), and how it was found."""

    series: tuple[SessionSeries, ...]
    basis: str
    is_sure: bool


def session_candidates(scene: Scene) -> Iterator[Candidate]:
    """Every session that the words tie something to, in order; those over at the adoption are left out."""
    if "session" not in scene.text:
        return
    last: _Meant | None = None
    for found in _pattern().finditer(scene.text):
        if found["same"]:
            if last:
                yield _candidate(scene, found, [last], "the session named before")
            continue
        meant, basis, is_past = _meant(scene, found)
        if meant:
            last = meant[0]
        if not is_past:
            yield _candidate(scene, found, meant, basis)


@cache
def _pattern() -> re.Pattern[str]:
    named = "|".join(re.escape(name) for name in _names())
    date_after = rf"(?:,?\s(?:to\sbe\sheld\s)?(?:in|from|on)\s(?P<date>{_DATE}))?"
    return re.compile(
        rf"\b(?P<lead>{LEAD})\s(?P<part>{PART})?"
        rf"(?:(?P<same>(?:that|the\ssame|the\ssaid)\ssession\b)"
        rf"|(?P<det>its|their|the|a|(?:the\s)?(?P<whose>{named})[’']s?)\s(?P<kind>{_KIND})"
        rf"(?:(?P<year>{_YEAR})(?:{_LIST}(?P<last_year>{_YEAR}))*\s|(?P<ordinal>{ORDINAL})(?:{_LIST}(?:its\s)?(?P<second>{ORDINAL}))*\s)?"
        rf"(?P<kind2>{_KIND})(?P<special>(?:emergency\s)?special\s)?sessions?\b"
        rf"(?:\sof\s(?P<of_year>(?:19|20)\d\d)\b)?(?:,?\sof\s(?:the\s)?(?P<of>{named})(?![\w-]))?{date_after}"
        rf"(?:,?\sand\s(?:at\s|during\s)?(?:its|the|their)\s(?P<third>{ORDINAL})\ssession\b(?:,\sin\s(?:19|20)\d\d)?)?)",
        re.IGNORECASE,
    )


@cache
def _names() -> tuple[str, ...]:
    names = {name for each in load_series() for name in (each.body, *each.aliases)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def _mention() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _names()))})\b")


@cache
def _adjacent() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<name>{'|'.join(map(re.escape, _names()))})\b{_FOR}\s?$")


@cache
def _unknown_body() -> re.Pattern[str]:
    """A capitalized name that ends right before the session and holds a noun of bodies: "the Committee on Kites"."""
    words = "|".join(
        re.escape(word.capitalize()) for word in sorted(words_of("sub-body") | words_of("proper-body"))
    )
    after = r"(?:\s(?:of|on|for|to|against|in|and)(?:\sthe)?\s[A-Z][\w’-]*|\s[A-Z][\w’-]*|,\s[A-Z][\w’-]*)*"
    return re.compile(rf"\bthe\s(?:[A-Z][\w’-]*\s)*(?:{words})\b{after}{_FOR}\s?$")


def _meant(scene: Scene, found: re.Match[str]) -> tuple[list[_Meant], str, bool]:
    """The sessions meant, how they were found, and whether the words speak of a session that is over."""
    kind = f"{found['kind']}{found['kind2']}".lower()
    is_numbered = found["ordinal"] or found["year"] or found["of_year"]
    if found["lead"].lower() in _NO_LEADS or not (is_numbered or _NEXT.search(kind)):
        return [], "", True
    if found["special"]:
        return [], "the days of special sessions are not known", _is_told_past(scene, found)
    is_over = False
    for body in _bodies(scene, found):
        numbered = _numbered(scene, found, body)
        chosen = _one_of(scene, [each for each in numbered if _fits(scene, found, each)], found.start())
        if chosen:
            return _with_second(found, chosen), body.basis, _is_told_past(scene, found, chosen)
        is_over |= any(_is_over(scene, each) for each in numbered)
        if is_over and body.is_sure:
            break
    return [], "the body of the session is not known", is_over or _is_told_past(scene, found)


def _bodies(scene: Scene, found: re.Match[str]) -> Iterator[_Body]:
    """The bodies the session can be of, the likeliest first."""
    own = found["of"] or found["whose"]
    if own:
        yield _Body(_series(own), "named with the session", is_sure=True)
        return
    before = scene.text[max(0, found.start() - _REACH) : found.start()]
    adjacent = _adjacent().search(before)
    if adjacent:
        yield _Body(_series(adjacent["name"]), "named right before the session", is_sure=True)
    elif found["det"].lower() in _ITS and _unknown_body().search(before):
        # "The Committee on Kites at its tenth session": no other body's tenth session is meant.
        return
    if scene.context.body:
        yield _Body(session_series(scene.context.body), "the body that “its” means", is_sure=True)
    for each in reversed(list(_mention().finditer(before))):
        yield _Body(_series(each[0]), "the nearest body named", is_sure=False)
    if scene.context.organ:
        yield _Body(session_series(scene.context.organ), "the organ that speaks", is_sure=False)


def _series(name: str) -> tuple[SessionSeries, ...]:
    exact = session_series(name)
    lower = name.lower()
    return exact or tuple(
        each for each in load_series() if lower in (each.body.lower(), *(alias.lower() for alias in each.aliases))
    )


def _numbered(scene: Scene, found: re.Match[str], body: _Body) -> list[_Meant]:
    """Each series with the number that the words give in it; a series in which they give none is left out.

    A session of which no days are known is left out too where only its days could tell that it is meant.
    """
    ordinal = ordinal_number(found["ordinal"]) if found["ordinal"] else None
    year = found["year"] or found["of_year"]
    meant = []
    for series in body.series:
        if ordinal is not None:
            number = series.number_of(ordinal)
        elif year:
            number = series.number_in(int(year))
        else:
            number = next(sessions_after(series.code, scene.day), None) if scene.day else None
        if number and number > 0:
            meant.append(_Meant(series, number))
    needs_days = not body.is_sure or len(body.series) > 1
    return [each for each in meant if each.window or not needs_days]


def _fits(scene: Scene, found: re.Match[str], meant: _Meant) -> bool:
    """Whether the session can be meant: not over, not too far ahead, in the year printed with it."""
    window, day = meant.window, scene.day
    if window is None:
        return not _is_over(scene, meant)
    printed = _printed(found)
    if printed and not window.first.year <= printed.start.year <= window.last.year:
        return False
    return day is None or (window.last >= day and window.first <= day + _HORIZON)


def _is_over(scene: Scene, meant: _Meant) -> bool:
    window, day, now = meant.window, scene.day, scene.context.session
    if meant.series.code == ASSEMBLY and now and scene.context.organ == meant.series.body:
        return meant.number < now
    return window is not None and day is not None and window.last < day


def _one_of(scene: Scene, fitting: Sequence[_Meant], at: int) -> _Meant | None:
    """The one meant: the only one, or the one named in full before, or the organ's own; None where none is."""
    if len(fitting) <= 1:
        return next(iter(fitting), None)
    before = scene.text[:at]
    named = [each for each in fitting if each.series.body in before]
    own = [each for each in fitting if each.series.body in (scene.context.organ, scene.context.body)]
    for some in (named, own):
        if len(some) == 1:
            return some[0]
    return None


def _with_second(found: re.Match[str], first: _Meant) -> list[_Meant]:
    printed = found["second"] or found["third"]
    second = ordinal_number(printed) if printed else None
    number = first.series.number_of(second) if second else None
    if found["last_year"]:
        number = first.series.number_in(int(found["last_year"]))
    return [first, _Meant(first.series, number)] if number and number > first.number else [first]


def _is_told_past(scene: Scene, found: re.Match[str], meant: _Meant | None = None) -> bool:
    """Whether the words tell of what happened at the session; never where it lies wholly ahead."""
    printed = _printed(found)
    if printed and scene.day and printed.end.latest < scene.day:
        return True
    if meant and meant.window and scene.day and meant.window.first > scene.day:
        return False
    return _PAST.search(scene.text, max(0, found.start() - 120), found.start()) is not None


def _candidate(scene: Scene, found: re.Match[str], meant: Sequence[_Meant], basis: str) -> Candidate:
    before = scene.text[max(0, found.start() - 250) : found.start()]
    lead = found["lead"].lower()
    weight = SUBMISSION if "agenda" in lead or _SUBMITS.search(before) else OCCASION
    if lead in ("to", "for", "after", "following"):
        weight = MENTION
    days, days_basis = _days(found, meant)
    session = meant[0].code if meant else None
    return Candidate(
        found.start(), found.end(), session, days, "; ".join(filter(None, (basis, days_basis))), weight
    )


def _days(found: re.Match[str], meant: Sequence[_Meant]) -> tuple[Days | None, str]:
    """The days the words mean, and how they are known."""
    tie, part = tie_of(found["lead"], found["part"]), found["part"]
    printed = _printed(found)
    windows = [window for each in meant if (window := each.window)]
    if not windows:
        if printed is None:
            return None, "the days of the session are not known" if meant else ""
        first, last = part_of(part, printed.start, printed.end)
        return tied(tie, first, last, exact=False), "the date printed with the session"
    first, last, exact = windows[0].first, windows[-1].last, all(each.exact for each in windows)
    basis = windows[0].basis
    if len(windows) > 1:
        basis = f"from the first of the sessions named to the last; {basis}"
    if (
        printed
        and len(windows) == 1
        and not exact
        and first <= printed.end.latest
        and printed.start.earliest <= last
    ):
        first, last = max(first, printed.start.earliest), min(last, printed.end.latest)
        basis = f"the date printed with the session; {basis}"
    if part and exact:
        first, last = _part(part, first, last, meant[0].series)
    return tied(tie, first, last, exact=exact), basis


def _part(part: str, first: date, last: date, series: SessionSeries) -> tuple[date, date]:
    """First and last day of a part of a session."""
    if "main part" in part and series.main_part_to:
        return first, PartialDate(f"{first.year}-{series.main_part_to:02}").latest
    return part_of(part, PartialDate(first.isoformat()), PartialDate(last.isoformat()))


def _printed(found: re.Match[str]) -> PrintedDate | None:
    """The date printed behind the session; None where there is none."""
    if not found["date"]:
        return None
    return next(iter((*scan_dates(found["date"]), *scan_years(found["date"]))), None)
