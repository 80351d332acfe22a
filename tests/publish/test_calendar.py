"""The calendar as .ics, CSV, JSON and table, read back."""

import csv
import io
import json
from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.publish.calendar_csv import calendar_csv
from stocktake.publish.calendar_ics import calendar_ics
from stocktake.publish.calendar_json import calendar_to_json
from stocktake.publish.calendar_terminal import render_calendar
from stocktake.publish.terminal import to_text
from stocktake.review.calendar import Calendar, CalendarEntry

AS_OF = date(2026, 9, 10)


def entry(first: date | None, last: date | None, what: str = "to list lamps", **changes: object) -> CalendarEntry:
    values: dict[str, object] = {
        "id": f"duty:A/RES/99/52:99/52:3#1:{first}",
        "kind": "duty",
        "first": first,
        "last": last,
        "what": what,
        "who": ("Lantern Office",),
        "text": "A/RES/99/52",
        "paragraph": "3",
        "quote": "Requests the Lantern Office to list lamps",
        "deadline": "at its eighty-first session",
        "session": "GA-81",
        "state": "due",
    }
    return CalendarEntry(**{**values, **changes})  # type: ignore[arg-type]


def calendar(*entries: CalendarEntry) -> Calendar:
    return Calendar(AS_OF, entries, (entry(None, None, id="duty:undated", state="not dated"),))


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


SHORT = entry(date(2026, 5, 11), date(2026, 5, 13))
LONG = entry(date(2026, 9, 8), date(2027, 9, 6))
OPEN = entry(date(2026, 9, 8), None)


def test_where_nobody_is_named_nobody_is_printed():
    nobody = entry(date(2026, 5, 11), date(2026, 5, 13), who=("(unspecified)",))
    (event,) = events(calendar_ics(calendar(nobody)))
    assert str(event["summary"]) == "Due: to list lamps (A/RES/99/52, 3)"
    assert "(unspecified)" not in to_text(render_calendar(calendar(nobody)))


def test_a_short_window_is_one_entry_over_its_days():
    (event,) = events(calendar_ics(calendar(SHORT)))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 5, 11), date(2026, 5, 14))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event.decoded("dtstamp") == datetime(2026, 9, 10, tzinfo=UTC)
    assert str(event["summary"]) == "Due: Lantern Office: to list lamps (A/RES/99/52, 3)"
    assert str(event["description"]).splitlines() == [
        "11–13 May 2026",
        "Deadline as printed: at its eighty-first session",
        "A/RES/99/52, paragraph 3",
        "Requests the Lantern Office to list lamps",
    ]
    assert [str(each) for each in event["categories"].cats] == ["duty", "due"]
    assert str(event["transp"]) == "TRANSPARENT"


def test_a_long_window_is_two_days():
    first, last = events(calendar_ics(calendar(LONG)))
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (date(2026, 9, 8), date(2026, 9, 9))
    assert (last.decoded("dtstart"), last.decoded("dtend")) == (date(2027, 9, 6), date(2027, 9, 7))
    assert str(first["summary"]).startswith("Can fall due from today: ")
    assert str(last["summary"]).startswith("Last day: ")
    assert first["uid"] != last["uid"]
    assert "8 September 2026 – 6 September 2027" in str(first["description"])


def test_a_window_without_end_is_its_first_day():
    (event,) = events(calendar_ics(calendar(OPEN)))
    assert event.decoded("dtstart") == date(2026, 9, 8)
    assert str(event["description"]).startswith("From 8 September 2026 on\n")


@pytest.mark.parametrize(
    ("last", "end"), [(date(2026, 5, 31), date(2026, 6, 1)), (date(2026, 12, 31), date(2026, 5, 2))]
)
def test_of_what_only_month_or_year_is_known_no_beginning_is_said(last: date, end: date):
    given = entry(date(2026, 5, 1), last, "Lantern Fair", kind="event", who=(), exact=False)
    (event,) = events(calendar_ics(calendar(given)))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 5, 1), end)
    assert str(event["summary"]) == "Days not known, in this time: Lantern Fair (A/RES/99/52, 3)"
    assert "some days in this time" in " ".join(to_text(render_calendar(calendar(given))).split())
    assert "some days in this time" in calendar_csv(calendar(given))


def test_the_same_input_gives_the_same_bytes_and_ids_do_not_hang_on_the_date():
    assert calendar_ics(calendar(SHORT, LONG)) == calendar_ics(calendar(SHORT, LONG))
    later = Calendar(date(2027, 1, 1), (SHORT,), ())
    assert events(calendar_ics(later))[0]["uid"] == events(calendar_ics(calendar(SHORT)))[0]["uid"]


def test_lines_are_folded_and_end_as_the_standard_has_it():
    data = calendar_ics(
        calendar(entry(date(2026, 5, 11), date(2026, 5, 11), "to list, count; and light “é” lamps " * 9))
    )
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


WORDS = st.text(min_size=1, max_size=60)


@given(WORDS, WORDS)
def test_no_words_break_the_file(what: str, quote: str):
    (event,) = events(calendar_ics(calendar(entry(date(2026, 5, 11), date(2026, 5, 11), what, quote=quote))))
    assert event.decoded("dtstart") == date(2026, 5, 11)


def test_an_attempt_to_add_an_event_stays_words():
    what = "to list\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:another"
    (event,) = events(calendar_ics(calendar(entry(date(2026, 5, 11), date(2026, 5, 11), what))))
    assert "another" in str(event["summary"])


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_first_columns_of_the_csv_are_those_promised():
    heads, row = rows(calendar_csv(calendar(SHORT)))
    assert heads[:6] == ["Date from", "Date to", "What", "Who", "Text", "Paragraph"]
    assert row[:6] == ["2026-05-11", "2026-05-13", "to list lamps", "Lantern Office", "A/RES/99/52", "3"]


@pytest.mark.parametrize("what", ["=1+1", "+1", "-1", "@sum(1)", "\t=1"])
def test_no_cell_of_the_csv_is_executed(what: str):
    _, row = rows(
        calendar_csv(calendar(entry(date(2026, 5, 11), None, what, who=(what,), text=what, paragraph=what)))
    )
    assert all(cell == "" or cell[0] not in "=+-@\t\r" for cell in row)
    assert row[2] == f"'{what}"


def test_the_json_has_its_shape_and_lists_what_has_no_days():
    data = calendar_to_json(calendar(SHORT, OPEN))
    assert json.loads(json.dumps(data)) == data
    assert list(data) == ["schema", "as_of", "entries", "undated"]
    assert (data["schema"], data["as_of"]) == ("stocktake/calendar/1", "2026-09-10")
    assert data["entries"][0] == {
        "id": "duty:A/RES/99/52:99/52:3#1:2026-05-11",
        "kind": "duty",
        "from": "2026-05-11",
        "to": "2026-05-13",
        "exact": True,
        "what": "to list lamps",
        "who": ["Lantern Office"],
        "text": "A/RES/99/52",
        "paragraph": "3",
        "quote": "Requests the Lantern Office to list lamps",
        "deadline": "at its eighty-first session",
        "session": "GA-81",
        "state": "due",
        "standing": "asked",
        "also_in": [],
    }
    assert data["entries"][1]["to"] is None
    assert [(each["id"], each["from"]) for each in data["undated"]] == [("duty:undated", None)]


def test_the_table_fits_eighty_columns_and_says_what_has_no_days():
    page = to_text(render_calendar(calendar(SHORT, LONG, OPEN)))
    lines = page.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "3 dated entries on 10 September 2026"
    assert "2026-05-11" in page
    assert "99/52:3" in page
    assert "DEADLINES WHOSE DAYS ARE NOT KNOWN" in page


def test_an_empty_calendar_is_a_line():
    assert to_text(render_calendar(Calendar(AS_OF, (), ()))) == "0 dated entries on 10 September 2026\n"
