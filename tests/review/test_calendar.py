"""The calendar: what is dated, in order; what is not, apart."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stocktake.documents.commitments.model import Commitment, Deadline, Named
from stocktake.documents.find.events import Event
from stocktake.review.calendar import TextDates, build_calendar
from stocktake.values.partial_date import PartialDate

AS_OF = date(2026, 9, 10)


def duty(number: int, earliest: date | None, latest: date | None, session: str | None = None) -> Commitment:
    deadline = Deadline("by then", session, earliest, latest, (), "a test")
    return Commitment(
        id=f"99/52:{number}#1",
        paragraph=str(number),
        standing="asked",
        strength="requests",
        verb="Requests",
        quote=f"Requests the Lantern Office to list lamps {number}",
        spans=(),
        chapeau=None,
        addressees=(Named("Lantern Office", "the Lantern Office", known=False, spans=()),),
        action=f"to list lamps {number}",
        through=(),
        deliverable=None,
        deadline=deadline,
        recurrence=None,
        rule="test",
    )


def event(paragraph: str, name: str, start: str, end: str) -> Event:
    return Event(paragraph, name, "Exampleville", PartialDate(start), PartialDate(end), f"{name}, {start}", ())


def test_duties_events_and_their_sessions_stand_in_order_of_days():
    text = TextDates(
        "A/RES/99/52",
        (
            duty(3, date(2026, 9, 8), date(2027, 9, 6), "GA-81"),
            duty(1, date(2026, 1, 1), date(2026, 1, 1)),
            duty(2, None, None, "GA-30"),
            duty(4, date(2028, 1, 1), None),
        ),
        (event("5", "Lantern Fair", "2026-09-10", "2026-09-11"),),
    )
    calendar = build_calendar([text], AS_OF)
    assert [(each.kind, each.paragraph, each.state) for each in calendar.entries] == [
        ("duty", "1", "passed"),
        ("session", "", "now"),
        ("duty", "3", "due"),
        ("event", "5", "now"),
        ("duty", "4", "ahead"),
    ]
    assert [each.paragraph for each in calendar.undated] == ["2"]
    session = calendar.entries[1]
    assert (session.what, session.session) == ("General Assembly, eighty-first session", "GA-81")


def test_one_event_named_in_two_texts_is_one_entry():
    fair = event("5", "Lantern Fair", "2026-09-10", "2026-09-11")
    again = event("7", "Lantern Fair", "2026-09-10", "2026-09-11")
    other = event("8", "Lantern Fair", "2027-09-10", "2027-09-11")
    calendar = build_calendar(
        [TextDates("A/RES/99/52", (), (fair, again)), TextDates("A/RES/98/51", (), (fair, other))], AS_OF
    )
    assert [(each.text, each.paragraph, each.also_in) for each in calendar.entries] == [
        ("A/RES/99/52", "5", ("A/RES/99/52:7", "A/RES/98/51:5")),
        ("A/RES/98/51", "8", ()),
    ]


def test_a_forum_is_named_by_its_year_and_a_session_without_days_is_no_entry():
    duties = (duty(1, date(2026, 7, 6), date(2026, 7, 10), "WSIS-FORUM-2026"), duty(2, AS_OF, AS_OF, "IGF-2026"))
    entries = build_calendar([TextDates("A/RES/99/52", duties)], AS_OF).entries
    assert [each.what for each in entries if each.kind == "session"] == [
        "World Summit on the Information Society Forum 2026"
    ]


def test_an_event_known_to_the_month_is_on_some_days_of_it():
    text = TextDates("A/RES/99/52", (), (event("5", "Lantern Fair", "2026-09", "2026-09"),))
    (fair,) = build_calendar([text], AS_OF).entries
    assert (fair.first, fair.last, fair.exact, fair.state) == (date(2026, 9, 1), date(2026, 9, 30), False, "now")


def test_a_duty_without_deadline_is_nowhere():
    free = replace(duty(1, None, None), deadline=None)
    calendar = build_calendar([TextDates("A/RES/99/52", (free,))], AS_OF)
    assert (calendar.entries, calendar.undated) == ((), ())


DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@given(st.lists(st.tuples(DAYS, DAYS), max_size=8), DAYS)
def test_entries_are_in_order_and_each_has_its_own_id(days: list[tuple[date, date]], as_of: date):
    duties = tuple(duty(number, min(pair), max(pair)) for number, pair in enumerate(days))
    entries = build_calendar([TextDates("A/RES/99/52", duties)], as_of).entries
    assert [each.first for each in entries] == sorted(min(pair) for pair in days)
    assert len({each.id for each in entries}) == len(days)
    assert entries == build_calendar([TextDates("A/RES/99/52", duties[::-1])], as_of).entries


def test_each_deadline_of_a_clause_is_an_entry_of_its_own():
    twice = replace(
        duty(1, date(2026, 1, 1), date(2026, 1, 1)),
        further_deadlines=(Deadline("and by 2028", None, date(2028, 1, 1), date(2028, 12, 31), (), "a test"),),
    )
    calendar = build_calendar([TextDates("A/RES/99/52", (twice,))], AS_OF)
    assert [(each.id, each.deadline, each.state) for each in calendar.entries] == [
        ("duty:A/RES/99/52:99/52:1#1", "by then", "passed"),
        ("duty:A/RES/99/52:99/52:1#1:2", "and by 2028", "ahead"),
    ]
