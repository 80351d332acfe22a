"""The calendar: duties with a deadline, events and the sessions that deadlines name, in order of their days.

Knows how duties and events become entries and when two texts name one event. Computes no days of its own: those of a
duty come with its deadline, those of an event from the text, those of a session from the frameworks. What has words
for a deadline but no days is kept apart. Looks at no clock.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from stocktake.documents.commitments.model import UNSPECIFIED, Commitment
from stocktake.documents.commitments.timing import state_on
from stocktake.documents.find.events import Event
from stocktake.frameworks.sessions import SessionSeries, series_coded, session_window
from stocktake.values.ordinal import ordinal_words
from stocktake.values.session import Session

EntryKind = Literal["duty", "event", "session"]
EntryState = Literal["ahead", "due", "now", "passed", "open-ended", "not dated"]
_KINDS: tuple[EntryKind, ...] = ("session", "duty", "event")


@dataclass(frozen=True, slots=True)
class TextDates:
    """What one text puts into the calendar: its symbol (or its file's name), its duties and its events."""

    text: str
    commitments: Sequence[Commitment] = ()
    events: Sequence[Event] = ()


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One line of the calendar.

    Attributes:
        id: Stable: the same thing in the same text has the same one in every calendar.
        kind: A duty that falls due, an event that a text names, a session at which duties fall due.
        first: The first day; None where none is known.
        last: The last day; None where none is known, or none is set ("after its twelfth session").
        what: What is to be done, or what takes place.
        who: Who is asked; the body of a session.
        text: The text's symbol or file name; empty for a session.
        paragraph: The paragraph's id; empty for a session.
        quote: The words of the text; for a session, how its days are known.
        deadline: The words of the deadline; empty for events and sessions.
        session: The code of the session meant; None where there is none.
        state: Where it stands on the date of the calendar.
        standing: Of a duty: asked by the text, or only reported in it.
        exact: An event or session takes all of these days; else some of them, which ones is not known. A duty can
            fall due on any of its days.
        also_in: Further places that name the same event, as ``symbol:paragraph``.
    """

    id: str
    kind: EntryKind
    first: date | None
    last: date | None
    what: str
    who: tuple[str, ...]
    text: str
    paragraph: str
    quote: str
    deadline: str
    session: str | None
    state: EntryState
    standing: str = "asked"
    exact: bool = True
    also_in: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """Those of ``who`` that the text names."""
        return tuple(each for each in self.who if each != UNSPECIFIED)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The entries as of a date, by their days; and the duties whose deadlines have no days, in order of the texts."""

    as_of: date
    entries: tuple[CalendarEntry, ...]
    undated: tuple[CalendarEntry, ...]


def build_calendar(texts: Iterable[TextDates], as_of: date) -> Calendar:
    """Everything that ``texts`` date, as of a date.

    A duty without a deadline is in no list. An event named alike in several places is one entry, at the first.
    """
    given = tuple(texts)
    duties = [entry for text in given for each in text.commitments for entry in _duties(text.text, each, as_of)]
    events = _merged(_event(text.text, each, as_of) for text in given for each in text.events)
    dated = [each for each in duties if each.first]
    sessions = _sessions((each.session for each in duties if each.session), as_of)
    entries = sorted((*dated, *events, *sessions), key=_order)
    return Calendar(as_of, tuple(entries), tuple(each for each in duties if each.first is None))


def _order(entry: CalendarEntry) -> tuple[date, date, int, str, str]:
    first = entry.first or date.max
    return first, entry.last or date.max, _KINDS.index(entry.kind), entry.text, entry.id


def _duties(text: str, duty: Commitment, as_of: date) -> Iterator[CalendarEntry]:
    """An entry for each deadline that the clause sets; the first has the id of the duty alone."""
    if duty.deadline is None:
        return
    for number, deadline in enumerate((duty.deadline, *duty.further_deadlines), 1):
        yield CalendarEntry(
            id=f"duty:{text}:{duty.id}" if number == 1 else f"duty:{text}:{duty.id}:{number}",
            kind="duty",
            first=deadline.earliest,
            last=deadline.latest,
            what=duty.action or duty.quote,
            who=tuple(each.name for each in duty.addressees) or (UNSPECIFIED,),
            text=text,
            paragraph=duty.paragraph,
            quote=duty.quote,
            deadline=deadline.text,
            session=deadline.session,
            state=state_on(deadline, as_of),
            standing=duty.standing,
        )


def _event(text: str, event: Event, as_of: date) -> CalendarEntry:
    first, last = event.start.earliest, event.end.latest
    return CalendarEntry(
        id=f"event:{text}:{event.paragraph}:{event.start}:{event.name}",
        kind="event",
        first=first,
        last=last,
        what=f"{event.name}, {event.place}" if event.place else event.name,
        who=(),
        text=text,
        paragraph=event.paragraph,
        quote=event.quote,
        deadline="",
        session=None,
        state=_when(first, last, as_of),
        exact=event.start.precision == event.end.precision == "day",
    )


def _merged(events: Iterable[CalendarEntry]) -> Iterator[CalendarEntry]:
    """The events with each that is named alike, at the same days, once."""
    places: dict[tuple[object, ...], list[CalendarEntry]] = {}
    for each in events:
        places.setdefault((each.what.casefold(), each.first, each.last), []).append(each)
    for first, *others in places.values():
        also = dict.fromkeys(f"{each.text}:{each.paragraph}" for each in others)
        also.pop(f"{first.text}:{first.paragraph}", None)
        yield replace(first, also_in=tuple(also))


def _sessions(codes: Iterable[str], as_of: date) -> Iterator[CalendarEntry]:
    """The sessions with these codes whose days are known, each once."""
    for code in sorted(set(codes)):
        session = Session.parse(code)
        series, window = series_coded(session.series), session_window(session.series, session.number)
        if series and window:
            yield CalendarEntry(
                id=f"session:{code}",
                kind="session",
                first=window.first,
                last=window.last,
                what=_session_name(series, session.number),
                who=(series.body,),
                text="",
                paragraph="",
                quote=window.basis,
                deadline="",
                session=code,
                state=_when(window.first, window.last, as_of),
                exact=window.exact,
            )


def _session_name(series: SessionSeries, number: int) -> str:
    return (
        f"{series.body}, {ordinal_words(number)} session" if series.by == "number" else f"{series.body} {number}"
    )


def _when(first: date, last: date, as_of: date) -> EntryState:
    if as_of < first:
        return "ahead"
    return "now" if as_of <= last else "passed"
