"""Things that take place on days of the calendar: sessions, meetings, conferences, with place and dates.

An event is a name with a date that a preposition ties to it, with or without *held*. Dates of resolutions, of
reports and deadlines are none. Only paragraphs are read: the dates in notes are those of publications.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.documents.find.event_names import name_before
from stocktake.documents.find.event_places import again, lead_before, place_after, setting_before
from stocktake.documents.find.locate import Passage, paragraph_passages
from stocktake.documents.model import Document
from stocktake.values.partial_date import PartialDate, PrintedDate, date_in_year, scan_dates, scan_days, scan_years
from stocktake.values.span import Span

# How far before its date a name is looked for, in characters: names with their theme and hosts are long.
LONGEST_NAME = 1500


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event named in a paragraph.

    Attributes:
        paragraph: The paragraph's id.
        name: The name as printed, without article.
        place: The place as printed; None where none is given.
        start: The first day, month or year.
        end: The last one; the same as ``start`` where there is one date.
        quote: The words from the name to the end of date and place.
        spans: Where these stand in the source text.
    """

    paragraph: str
    name: str
    place: str | None
    start: PartialDate
    end: PartialDate
    quote: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """An event within one passage."""

    name: str
    place: str | None
    date: PrintedDate
    span: Span


def find_events(document: Document) -> tuple[Event, ...]:
    """Every dated event in the paragraphs, in order of place.

    ``the meetings of the Forum, held in Athens in 2006, in Baku in 2012`` gives two, with one name.
    """
    verbs = {each.id: each.verb for each in document.paragraphs}
    return tuple(
        Event(
            place,
            each.name,
            each.place,
            each.date.start,
            each.date.end,
            passage.text[each.span.start : each.span.end],
            passage.locate(*each.span),
        )
        for place, passage in paragraph_passages(document)
        for each in _find_in(passage, len(verbs[place]))
    )


def _find_in(passage: Passage, begin: int) -> Iterator[_Found]:
    text = passage.text
    last: _Found | None = None
    for span, date in _dates(text):
        found = (_going_on(text, last, date) if date else None) or _with_name(text, begin, last, (span, date))
        if found:
            last = found
            yield found


def _dates(text: str) -> list[tuple[Span, PrintedDate | None]]:
    """The dates of a text in order; None beside the span of a day without a year."""
    whole = [(date.span, date) for date in (*scan_dates(text), *scan_years(text))]
    return sorted([*whole, *((span, None) for span in scan_days(text))], key=lambda each: each[0])


def _going_on(text: str, last: _Found | None, date: PrintedDate) -> _Found | None:
    """The last event's name at a further place or date of the same list."""
    more = again(text, last.span.end, date.span.start) if last and last.span.end <= date.span.start else None
    if last is None or more is None:
        return None
    after = place_after(text, date.span.end) if more[0] is None else None
    end = after.end if after else date.span.end
    start = text.index(more[0], last.span.end) if more[0] else date.span.start
    return _Found(last.name, more[0] or (after.words if after else None), date, Span(start, end))


def _with_name(
    text: str, begin: int, last: _Found | None, dated: tuple[Span, PrintedDate | None]
) -> _Found | None:
    """The event whose name stands before a date; None where no name does, or nothing ties it to the date."""
    at, date = dated
    lead = lead_before(text, at.start)
    floor = max(begin, last.span.end if last else 0, at.start - LONGEST_NAME)
    setting = setting_before(text, lead) if lead is not None else None
    if setting is None or setting.name_end <= floor:
        return None
    name = name_before(text[floor : at.start], setting.name_end - floor, is_happening=setting.is_happening)
    if name is None:
        return None
    words = text[floor + name.start : floor + name.end]
    date = date or _in_the_names_year(text, at, words)
    if date is None:
        return None
    after = place_after(text, at.end) if setting.place is None else None
    place = after.words if after else setting.place
    return _Found(words, place, date, Span(floor + name.start, after.end if after else at.end))


def _in_the_names_year(text: str, at: Span, name: str) -> PrintedDate | None:
    """A day printed without its year, in the year that the name carries: *2019 Summit ... on 23 September*."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", name)
    return date_in_year(text, at, int(years[0])) if len(years) == 1 else None
