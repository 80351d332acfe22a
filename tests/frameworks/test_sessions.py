"""Sessions of bodies: the rule of the Assembly, known days, customs."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.frameworks.records import load_records
from stocktake.frameworks.sessions import (
    DatedSession,
    load_series,
    series_coded,
    session_series,
    session_window,
    sessions_after,
)
from stocktake.values.session import Session

SERIES = st.sampled_from([each.code for each in load_series()])


@pytest.mark.parametrize(
    ("number", "opens"),
    [
        (50, date(1995, 9, 19)),
        (55, date(2000, 9, 5)),
        (58, date(2003, 9, 16)),
        (60, date(2005, 9, 13)),
        (62, date(2007, 9, 18)),
        (67, date(2012, 9, 18)),
        (70, date(2015, 9, 15)),
        (74, date(2019, 9, 17)),
        (75, date(2020, 9, 15)),
        (77, date(2022, 9, 13)),
        (78, date(2023, 9, 5)),
        (79, date(2024, 9, 10)),
        (80, date(2025, 9, 9)),
        (81, date(2026, 9, 8)),
    ],
)
def test_the_assembly_opened_on_these_days(number: int, opens: date):
    window = session_window("GA", number)
    assert window is not None
    assert (window.first, window.exact) == (opens, True)


@given(st.integers(31, 197))
def test_sessions_of_the_assembly_follow_one_another_without_gap_or_overlap(number: int):
    this, following = session_window("GA", number), session_window("GA", number + 1)
    assert this is not None
    assert following is not None
    assert this.first <= this.last
    assert following.first - this.last == timedelta(days=1)
    assert this.first.year == 1945 + number
    assert this.first.month == 9


def test_before_the_thirty_first_session_nothing_is_said():
    assert session_window("GA", 30) is None


@given(SERIES, st.integers(1, 2100))
def test_a_window_begins_before_it_ends(code: str, number: int):
    window = session_window(code, number)
    assert window is None or window.first <= window.last


@given(SERIES, st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_the_sessions_after_a_day_begin_after_it_and_the_one_before_does_not(code: str, day: date):
    numbers = list(islice(sessions_after(code, day), 3))
    assert numbers == sorted(numbers)
    windows = [session_window(code, number) for number in numbers]
    assert all(window and window.first > day for window in windows)
    if numbers:
        before = session_window(code, numbers[0] - 1)
        assert before is None or before.first <= day


@pytest.mark.parametrize(
    ("code", "number", "first", "last", "exact"),
    [
        ("CSTD", 28, date(2025, 4, 7), date(2025, 4, 11), True),
        ("CSTD", 14, date(2011, 3, 1), date(2011, 5, 31), False),
        ("CSTD", 30, date(2027, 3, 1), date(2027, 5, 31), False),
        ("ECOSOC", 2026, date(2025, 7, 1), date(2026, 7, 31), False),
        ("HRC", 58, date(2025, 2, 24), date(2025, 4, 4), True),
        ("HRC", 61, date(2026, 2, 1), date(2026, 4, 30), False),
        ("HRC", 63, date(2026, 9, 1), date(2026, 10, 31), False),
        ("HLPF", 2027, date(2027, 7, 1), date(2027, 7, 31), False),
        ("WSIS-FORUM", 2026, date(2026, 7, 6), date(2026, 7, 10), True),
    ],
)
def test_days_known_and_days_by_custom(code: str, number: int, first: date, last: date, exact: bool):
    window = session_window(code, number)
    assert window is not None
    assert (window.first, window.last, window.exact) == (first, last, exact)


@pytest.mark.parametrize(
    ("code", "number"), [("IGF", 2026), ("CSTD", 3), ("GA-S", 24), ("ECOSOC", 2012), ("NONE", 1)]
)
def test_where_nothing_is_known_nothing_is_said(code: str, number: int):
    assert session_window(code, number) is None


def test_known_days_lie_where_the_custom_of_the_body_puts_them():
    """The one check that the two sources of days can give each other."""
    for dated in load_records("sessions", DatedSession):
        assert dated.start <= dated.end
        series = series_coded(dated.series)
        assert series is not None
        assert str(Session(dated.series, dated.number))
        if series.anchor and series.by == "number" and dated.number >= series.since:
            index = (dated.number - series.anchor[0]) % max(1, len(series.months))
            first, last = series.months[index]
            assert first <= dated.start.month <= last, dated
            assert dated.start.year == series.anchor[1] + series.every * (
                (dated.number - series.anchor[0]) // len(series.months)
            )


def test_a_full_name_means_one_body_and_a_short_one_all_that_share_it():
    assert [each.code for each in session_series("Human Rights Council")] == ["HRC"]
    assert [each.code for each in session_series("Council")] == ["ECOSOC", "HRC"]
    assert session_series("Lantern Council") == ()


def test_codes_and_names_are_unique():
    assert (
        len({each.code for each in load_series()})
        == len(load_series())
        == len({each.body for each in load_series()})
    )


def test_years_and_ordinals_find_their_number():
    forum, commission, council = (series_coded(code) for code in ("IGF", "CSTD", "HRC"))
    assert forum is not None
    assert commission is not None
    assert council is not None
    assert (forum.number_of(20), forum.number_in(2026)) == (2025, 2026)
    assert (commission.number_of(29), commission.number_in(2027)) == (29, 30)
    assert council.number_in(2026) is None, "three sessions a year"
