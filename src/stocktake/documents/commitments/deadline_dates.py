"""Dates and lengths of time that set a deadline: "by the end of March 2025", "within six months", "in 2027".

A date counts through the words before it. What lay in the past when the text was adopted is no deadline; neither is
the date of an event that the clause only names, nor a target year inside a goal, a name or a forecast.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from stocktake.documents.commitments.deadline_forums import forum_named_before
from stocktake.documents.commitments.deadline_model import (
    ASIDE,
    MENTION,
    OCCASION,
    TERM,
    Candidate,
    Days,
    Tie,
    tied,
)
from stocktake.documents.commitments.deadline_scene import Scene
from stocktake.documents.commitments.deadline_words import LEAD, NUMBER, PART, number_in, part_of, tie_of
from stocktake.frameworks.event_words import event_words
from stocktake.frameworks.sessions import session_window
from stocktake.values.partial_date import PartialDate, PrintedDate, date_in_year, scan_dates, scan_days, scan_years
from stocktake.values.session import Session
from stocktake.values.span import Span

_BEFORE = re.compile(
    rf"\b(?P<lead>{LEAD})\s(?P<part>{PART})?(?:the\s(?:year|month|decade|period|biennium|triennium)\s)?$",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?P<lead>during|in|for|over|throughout)\s(?:the\s)?(?P<noun>decade|period|years|biennium|triennium|quadrennium|cycle)"
    r"(?:,?\sfrom)?\s\(?(?P<a>(?:19|20)\d\d)(?:\s?[–—-]\s?|\sto\s)(?P<b>(?:19|20)\d\d)\)?"
)
_WITHIN = re.compile(
    rf"\b(?:within|in)\s(?:a\speriod\sof\s|the\snext\s|the\sfollowing\s|not\smore\sthan\s)?(?P<number>{NUMBER})[-\s](?P<unit>day|week|month|year)s?"
    r"(?P<time>[’']s?\stime)?(?:\b|(?<=’))(?P<anchor>\s(?:of|from|after|following)\s(?P<what>[^,;.:]{0,80}))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    rf"\b(?P<lead>(?:(?:by\s)?(?:no|not)\slater\sthan|at\sleast)\s)?(?P<number>{NUMBER})\s(?P<unit>day|week|month|year)s?"
    r"\s(?P<side>after|before|prior\sto|in\sadvance\sof|following|from)\s(?P<what>[^,;.:]{0,100})",
    re.IGNORECASE,
)
_AFTERWARDS = ("after", "following", "from")
# "In five years" sets a term where nothing follows that tells of what those years are.
_ENDS_PHRASE = re.compile(r"\s?(?:[,;.:]|$|and\b)")
_ADOPTION = re.compile(
    r"(?:the\s)?(?:date\sof\s(?:the\s)?)?adoption(?:\sof\s(?:the\spresent|this)\s(?:resolution|decision))?\s?$",
    re.IGNORECASE,
)
_YEAR_OF_A_NAME = re.compile(
    r"[’']?\s(?:Agenda|Goals?|Framework|Agreement|Declaration|Strategy|Vision|International|Summit|Conference|World"
    r"|target|goals?|agenda|report|edition|session|high-level|census|round)"
)
# Strong leads say by themselves that a term is set; the others need a day of adoption to tell ahead from past.
_STRONG: frozenset[Tie] = frozenset(("by", "before", "until"))
_GOAL = re.compile(
    r"(?<!with\sthe\s)(?<!with\sa\s)(?<!with\san\s)\b(?:goals?|targets?|aim|ambition|objectives?|vision|promise|pledges?|aspirations?)"
    r"\s(?:of|to|set|for)\b[^,;]*$",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:projected|estimated|expected|estimates?|projections?|forecasts?|shortfall|will\s(?:be|have|reach|need)|could\s(?:be|reach)|is\sslipping|are\sprojected)\b[^,;]*$"
)
_HELD = re.compile(
    r"\b(?:to\sbe\s(?:held|convened|organized|hosted)|to\stake\splace|taking\splace|(?:will|shall|would)\s(?:be\s(?:held|convened|hosted)|take\splace)"
    r"|being\sheld|scheduled|held|hosted|celebrated|commemorated|launched|adopted|established|published|issued|of|since)\b[^,;]*$"
)
_HAPPENED = re.compile(r"\b(?:has|have|had|was|were)\b[^,;]*$")
_CONVENES = re.compile(
    r"\b(?:conven|hold|organiz|schedul|proclaim|declar|observ|launch|submit|report|present|provid|review|complet|conclud"
    r"|finaliz|undertak|conduct|begin|start|commenc|establish|elect|appoint|consider|assess|extend|host)\w*\b",
    re.IGNORECASE,
)
# Words that make the holding itself what is asked.
_CALLED = re.compile(
    r"\b(?:to\s(?:convene|hold|organize|host|schedule)|(?:shall|should)\sbe\s(?:held|convened|organized)"
    r"|(?:shall|should)\s(?:take\splace|hold|meet|convene|organize))\b",
    re.IGNORECASE,
)
_NAMES_ONLY = re.compile(r"\b(?:participat|attend|contribut|prepar|follow|implement|outcome)\w*\b", re.IGNORECASE)
_LONGEST_WITHIN = 10
# A text can be weeks in coming out: "within one week" is how long something may take each time, not counted from then.
_LEAST_COUNTED = timedelta(days=28)


def date_candidates(scene: Scene) -> Iterator[Candidate]:
    """Every date or length of time that ties something to days, in order of kind; those past are left out."""
    taken: list[Span] = []
    for found in (*_ranges(scene), *_lengths(scene), *_dated(scene)):
        span = Span(found.start, found.end)
        if not any(span.start < other.end and other.start < span.end for other in taken):
            taken.append(span)
            yield found


def _ranges(scene: Scene) -> Iterator[Candidate]:
    for found in _RANGE.finditer(scene.text):
        first, last = PartialDate(found["a"]), PartialDate(found["b"])
        if first < last and scene.is_ahead(last.latest):
            days = Days(first.earliest, last.latest)
            yield Candidate(*found.span(), None, days, "the period printed", MENTION)


def _lengths(scene: Scene) -> Iterator[Candidate]:
    adopted = scene.context.adopted
    for found in _OFFSET.finditer(scene.text):
        is_counted = bool(_ADOPTION.match(found["what"])) and found["side"].lower() in _AFTERWARDS
        if is_counted and (not found["lead"] or "later" in found["lead"].lower()):
            due = _later(adopted, number_in(found["number"]), found["unit"].lower()) if adopted else None
            days = Days(due, due) if due else None
            yield Candidate(*found.span(), None, days, "counted from the adoption", TERM)
        elif found["lead"]:
            yield Candidate(*found.span(), None, None, "counted from an event whose day is not known", TERM)
    for found in _WITHIN.finditer(scene.text):
        number, unit = number_in(found["number"]), found["unit"].lower()
        is_long = unit == "year" and number > _LONGEST_WITHIN
        if is_long or (found[0].lower().startswith("in ") and not _is_term(scene.text, found)):
            continue
        what = (found["what"] or "").strip()
        if what and not _ADOPTION.match(what):
            yield Candidate(*found.span(), None, None, "counted from an event whose day is not known", TERM)
            continue
        due = _later(adopted, number, unit) if adopted else None
        if adopted and due and not what and due - adopted < _LEAST_COUNTED:
            yield Candidate(*found.span(), None, None, "counted from a day that the words do not name", TERM)
            continue
        basis = "counted from the adoption" if what else "counted from the adoption, as no other day is named"
        yield Candidate(*found.span(), None, Days(due, due) if due else None, basis, TERM)


def _is_term(text: str, found: re.Match[str]) -> bool:
    """Whether "in five years" says by when something is to be done, and not how long something took or will take."""
    if found["anchor"] or found["time"]:
        return True
    clause = text[max(text.rfind(";", 0, found.start()) + 1, found.start() - 250) : found.start()]
    told = _FORECAST.search(clause) or _HAPPENED.search(clause)
    return told is None and _ENDS_PHRASE.match(text, found.end()) is not None


def _later(day: date, number: int, unit: str) -> date:
    """The day so many days, weeks, months or years after ``day``; the month's last where it has no such day."""
    if unit in ("day", "week"):
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    months = day.month - 1 + number * (12 if unit == "year" else 1)
    month = PartialDate(f"{day.year + months // 12:04}-{months % 12 + 1:02}")
    return min(month.earliest + timedelta(days=day.day - 1), month.latest)


class _Lead(NamedTuple):
    """A preposition right before a date: where it begins, what it does, the part of the date it takes."""

    start: int
    words: str
    part: str | None


def _dated(scene: Scene) -> Iterator[Candidate]:
    printed = [*scan_dates(scene.text), *scan_years(scene.text)]
    printed += [each for span in scan_days(scene.text) if (each := _yearless(scene, span))]
    for each in sorted(printed, key=lambda each: each.span):
        lead = _lead(scene.text, each.span)
        candidate = _candidate(scene, lead, each) if lead else None
        if candidate and not _YEAR_OF_A_NAME.match(scene.text, each.span.end):
            yield candidate


def _lead(text: str, span: Span) -> _Lead | None:
    begin = max(0, span.start - 60)
    found = _BEFORE.search(text[begin : span.start])
    # "The sum for the period from 1 July": how long something runs, not by when it is to be done.
    is_term = found is not None and text.endswith(("period ", "biennium "), 0, begin + found.start())
    return _Lead(begin + found.start(), found["lead"], found["part"]) if found and not is_term else None


def _yearless(scene: Scene, span: Span) -> PrintedDate | None:
    """A day printed without its year: the first such day after the adoption."""
    if scene.day is None:
        return None
    years = (scene.day.year, scene.day.year + 1)
    dates = (date_in_year(scene.text, span, year) for year in years)
    return next((each for each in dates if each and each.end.latest > scene.day), None)


def _candidate(scene: Scene, lead: _Lead, printed: PrintedDate) -> Candidate | None:
    tie = tie_of(lead.words, lead.part)
    first, last = part_of(lead.part, printed.start, printed.end)
    if lead.words.lower() in ("to", "for", "at") or not scene.is_ahead(last, strong=tie in _STRONG):
        return None
    forum = forum_named_before(scene.text, lead.start - 1) if tie == "at" else None
    number = forum.number_in(printed.start.year) if forum else None
    session = str(Session(forum.code, number)) if forum and number else None
    window = session_window(forum.code, number) if forum and number else None
    basis = "the date printed"
    if window:
        first, last, basis = window.first, window.last, f"the forum of the year printed; {window.basis}"
    weight = _weight(scene.text, lead, printed, is_forum=session is not None)
    return Candidate(lead.start, printed.span.end, session, tied(tie, first, last), basis, weight)


def _weight(text: str, lead: _Lead, printed: PrintedDate, *, is_forum: bool) -> int:
    """How close a date is to what is to be done."""
    tie = tie_of(lead.words, lead.part)
    clause = text[max(text.rfind(";", 0, lead.start) + 1, lead.start - 250) : lead.start]
    if is_forum:
        # "Invites the Co-Chairs of the Forum in 2031 to ...": the occasion; elsewhere the Forum is only named.
        return OCCASION if re.match(r",?\sto\s[a-z]", text[printed.span.end :]) else ASIDE
    if _FORECAST.search(clause) or _GOAL.search(clause):
        return ASIDE
    if tie in _STRONG:
        return MENTION if _HELD.search(clause) and tie != "by" else TERM
    # "From 3 to 7 May" says when something is held; "from 2031" when something is to begin.
    if tie == "after" or (tie == "from" and printed.start == printed.end):
        return MENTION
    return MENTION if not _is_event(clause) else ASIDE


def _is_event(clause: str) -> bool:
    """Whether a date is that of an event which the clause only names, and does not convene."""
    if _CALLED.search(clause):
        return False
    part = re.split(r"[,;]", clause.rstrip(", "))[-1]
    if _CONVENES.search(part) and not _NAMES_ONLY.search(part):
        return False
    return _HELD.search(clause) is not None or _event_noun().search(part) is not None


@cache
def _event_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, event_words('event')))})s?\b", re.IGNORECASE)
