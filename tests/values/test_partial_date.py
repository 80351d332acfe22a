"""Partial dates and how they are printed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.values.partial_date import (
    NotADateError,
    PartialDate,
    date_in_year,
    parse_date,
    scan_dates,
    scan_days,
    scan_years,
)

DAYS = st.dates(date(1946, 1, 1), date(2098, 1, 1))


def printed(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


@pytest.mark.parametrize(
    ("iso", "precision", "earliest", "latest"),
    [
        ("2025", "year", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12-15", "day", date(2025, 12, 15), date(2025, 12, 15)),
    ],
)
def test_a_date_is_as_precise_as_it_is_long(iso, precision, earliest, latest):
    known = PartialDate(iso)
    assert (known.precision, known.earliest, known.latest, str(known), known.year) == (
        precision,
        earliest,
        latest,
        iso,
        int(iso[:4]),
    )


@pytest.mark.parametrize("text", ["25", "2025-13", "2025-02-30", "2025-1-1", "soon", "0000"])
def test_what_is_no_date_is_refused(text: str):
    with pytest.raises(NotADateError) as refused:
        PartialDate(text)
    assert refused.value.message == (
        f"expected a date such as 2025, 2025-12 or 2025-12-15, but {text!r} is none. "
        "Write year, month and day in figures, with hyphens."
    )


def test_dates_are_ordered_and_a_year_comes_before_its_months():
    assert sorted([PartialDate("2025-12"), PartialDate("2025"), PartialDate("2024-06-01")]) == [
        PartialDate("2024-06-01"),
        PartialDate("2025"),
        PartialDate("2025-12"),
    ]


@pytest.mark.parametrize(
    ("text", "iso"),
    [("19 December 2024", "2024-12-19"), ("May 2019", "2019-05"), ("2006", "2006"), ("2024-12-19", "2024-12-19")],
)
def test_one_date_is_parsed(text: str, iso: str):
    assert parse_date(text) == PartialDate(iso)


@pytest.mark.parametrize(
    "text", ["", "31 February 2020", "16 to 18 May 2020", "19 December", "2025-99", "in May 2019"]
)
def test_what_is_no_single_date_is_not_parsed(text: str):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("from 16 to 18 November 2005", "2005-11-16", "2005-11-18", "16 to 18 November 2005"),
        ("28 March to 1 April 2022", "2022-03-28", "2022-04-01", "28 March to 1 April 2022"),
        ("30 June to 3 July 2025", "2025-06-30", "2025-07-03", "30 June to 3 July 2025"),
        ("on 15 and 16 December 2015", "2015-12-15", "2015-12-16", "15 and 16 December 2015"),
        ("on 22-23 September 2024", "2024-09-22", "2024-09-23", "22-23 September 2024"),
        ("30 December 2024–2 January 2025", "2024-12-30", "2025-01-02", "30 December 2024–2 January 2025"),
        ("8 – 22 March 2002", "2002-03-08", "2002-03-22", "8 – 22 March 2002"),
        ("on 4, 5 and 7 May 2020", "2020-05-04", "2020-05-07", "4, 5 and 7 May 2020"),
        ("from March to June 2022", "2022-03", "2022-06", "March to June 2022"),
        ("between September 2016 and January 2018", "2016-09", "2018-01", "September 2016 and January 2018"),
        ("in May 2019,", "2019-05", "2019-05", "May 2019"),
    ],
)
def test_ranges_are_found(text: str, start: str, end: str, words: str):
    (found,) = scan_dates(text)
    assert (str(found.start), str(found.end), text[found.span.start : found.span.end]) == (start, end, words)


@pytest.mark.parametrize(
    "text", ["31 February 2020", "18 to 16 November 2005", "May this be", "12/5/2020", "page 5 March on"]
)
def test_impossible_dates_are_not_found(text: str):
    assert [each for each in scan_dates(text) if each.start != each.end or each.span.start == 0] == []


def test_years_alone_leave_ranges_dates_and_amounts_alone():
    text = "in 2006, the period 2024–2034, 15 May 2010, 2015-2017, 1,999 and 2012."
    assert [str(year.start) for year in scan_years(text)] == ["2006", "2012"]


def test_days_without_a_year_take_one_that_is_given():
    text = "convened on 23 to 25 September, after 1 May 2018"
    (span,) = scan_days(text)
    dated = date_in_year(text, span, 2019)
    assert dated is not None
    assert (str(dated.start), str(dated.end), dated.span) == ("2019-09-23", "2019-09-25", span)
    assert date_in_year("30 February", span._replace(start=0, end=11), 2019) is None


@given(DAYS)
def test_a_printed_day_is_read_back(day: date):
    assert parse_date(printed(day)) == PartialDate(day.isoformat())


@given(DAYS, st.integers(1, 500), st.sampled_from([" to ", "–", " – ", " and "]))
def test_a_printed_range_of_whole_dates_is_read_back(day: date, days: int, between: str):
    last = day + timedelta(days=days)
    text = f"held from {printed(day)}{between}{printed(last)} in Examplia"
    (found,) = scan_dates(text)
    assert (found.start.earliest, found.end.latest) == (day, last)


@given(st.text(max_size=80))
def test_whatever_is_found_lies_in_the_text_and_is_in_order(text: str):
    found = list(scan_dates(text))
    assert all(0 <= each.span.start < each.span.end <= len(text) and each.start <= each.end for each in found)
    assert [each.span for each in found] == sorted(each.span for each in found)
