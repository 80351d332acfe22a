"""The calendar as JSON, in the shape ``stocktake/calendar/1``. Computes nothing."""

from typing import Any

from stocktake.review.calendar import Calendar, CalendarEntry

CALENDAR_SCHEMA = "stocktake/calendar/1"


def calendar_to_json(calendar: Calendar) -> dict[str, Any]:
    """The calendar, ready for ``json.dumps``; under ``undated`` the duties whose deadlines have no days."""
    return {
        "schema": CALENDAR_SCHEMA,
        "as_of": calendar.as_of.isoformat(),
        "entries": [calendar_entry_to_json(each) for each in calendar.entries],
        "undated": [calendar_entry_to_json(each) for each in calendar.undated],
    }


def calendar_entry_to_json(entry: CalendarEntry) -> dict[str, Any]:
    """One entry; null where a day or a session is not known."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "from": entry.first.isoformat() if entry.first else None,
        "to": entry.last.isoformat() if entry.last else None,
        "exact": entry.exact,
        "what": entry.what,
        "who": list(entry.who),
        "text": entry.text or None,
        "paragraph": entry.paragraph or None,
        "quote": entry.quote,
        "deadline": entry.deadline or None,
        "session": entry.session,
        "state": entry.state,
        "standing": entry.standing if entry.kind == "duty" else None,
        "also_in": list(entry.also_in),
    }
