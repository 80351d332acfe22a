"""The calendar as iCalendar (RFC 5545), for calendar programs.

An entry of up to 31 days is one all-day entry over these days. A longer one would lie as a bar over every month of a
session, and no program reminds of its end; so it becomes two entries of one day, one where it begins and one on its
last day, each of which says both. An event or session of which only month or year is known has no first and last
day of its own: one entry, which says so. None of them makes a person busy. DTEND is the day after the last one, as
the standard has it. The time stamp is the date of the calendar, so that the same input gives the same bytes.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from stocktake import __version__
from stocktake.review.calendar import Calendar, CalendarEntry
from stocktake.review.words import date_range, opening, place_name

if TYPE_CHECKING:
    from icalendar import Event

LONGEST_BAR = timedelta(days=31)
_DAY = timedelta(days=1)
_LONGEST_SUMMARY = 120
# Control characters are forbidden in iCalendar text, but for the line's end, which the library escapes.
_FORBIDDEN = dict.fromkeys((*range(10), *range(11, 32), 127), " ")


class _Part(NamedTuple):
    """One VEVENT of an entry: which one, what its summary begins with, its first and last day."""

    name: str
    label: str
    first: date
    last: date


# What the summary begins with where an entry begins and where it ends.
_LABELS = {
    "duty": ("Can fall due from today", "Last day"),
    "event": ("Begins", "Ends"),
    "session": ("Opens", "Closes"),
}


def calendar_ics(calendar: Calendar) -> bytes:
    """The dated entries as an .ics file: UTF-8, lines folded and ended by CR LF."""
    from icalendar import Calendar as ICalendar

    made = ICalendar()
    made.add("prodid", f"-//stocktake//stocktake {__version__}//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", "Stocktake: what is due and when")
    for entry in calendar.entries:
        for part in _parts(entry):
            made.add_component(_event(entry, part, calendar.as_of))
    written: bytes = made.to_ical()
    return written


def _parts(entry: CalendarEntry) -> Iterator[_Part]:
    if entry.first is None:
        return
    begins, ends = _LABELS[entry.kind]
    is_short = entry.last is not None and entry.last - entry.first < LONGEST_BAR
    if not entry.exact:
        until = entry.last if is_short and entry.last else entry.first
        yield _Part("some", "Days not known, in this time", entry.first, until)
    elif entry.last is None:
        yield _Part("from", begins, entry.first, entry.first)
    elif is_short:
        yield _Part("whole", "Due" if entry.kind == "duty" else "", entry.first, entry.last)
    else:
        yield _Part("from", begins, entry.first, entry.first)
        yield _Part("to", ends, entry.last, entry.last)


def _event(entry: CalendarEntry, part: _Part, as_of: date) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{sha256(f'{entry.id}|{part.name}'.encode()).hexdigest()[:32]}@stocktake")
    event.add("dtstamp", datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC))
    event.add("dtstart", part.first)
    event.add("dtend", part.last + _DAY)
    event.add("summary", _clean(_summary(entry, part.label)))
    event.add("description", _clean("\n".join(_description(entry))))
    event.add("categories", [entry.kind, entry.state])
    event.add("transp", "TRANSPARENT")
    return event


def _summary(entry: CalendarEntry, label: str) -> str:
    who = f"{', '.join(entry.named)}: " if entry.kind == "duty" and entry.named else ""
    place = f" ({entry.text}, {entry.paragraph})" if entry.text else ""
    return f"{f'{label}: ' if label else ''}{opening(f'{who}{entry.what}', _LONGEST_SUMMARY)}{place}"


def _description(entry: CalendarEntry) -> Iterator[str]:
    if entry.first:
        days = date_range(entry.first.isoformat(), (entry.last or entry.first).isoformat())
        yield days if entry.last else f"From {days} on"
    if entry.deadline:
        yield f"Deadline as printed: {entry.deadline}"
    if entry.text:
        yield f"{entry.text}, {place_name(entry.paragraph)}"
    if entry.standing == "reported":
        yield "The text only reports this duty; it was laid down elsewhere."
    yield entry.quote
    if entry.also_in:
        yield f"Also in {', '.join(entry.also_in)}"


def _clean(words: str) -> str:
    return words.translate(_FORBIDDEN)
