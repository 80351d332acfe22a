"""Dates and places are worded as the UN words them."""

import pytest

from stocktake.review.words import counted, date_range, long_date, opening, place_name


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2044-05-04", "2044-05-04", "4 May 2044"),
        ("2044-05-04", "2044-05-06", "4–6 May 2044"),
        ("2044-05-30", "2044-06-02", "30 May – 2 June 2044"),
        ("2044-12-30", "2045-01-02", "30 December 2044 – 2 January 2045"),
        ("2044-03", "2044-06", "March – June 2044"),
        ("2044", "2045", "2044 – 2045"),
    ],
)
def test_ranges_say_nothing_twice(start: str, end: str, words: str):
    assert date_range(start, end) == words


def test_dates_are_worded_as_far_as_they_are_known():
    assert [long_date(iso) for iso in ("2044", "2044-05", "2044-05-04")] == ["2044", "May 2044", "4 May 2044"]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("P3", "preambular paragraph 3"),
        ("13", "paragraph 13"),
        ("70(a)", "paragraph 70(a)"),
        ("note 3", "note 3"),
        ("annex", "annex"),
        ("document", "document"),
        ("page 4", "page 4"),
        ("", ""),
    ],
)
def test_places_are_worded(place: str, words: str):
    assert place_name(place) == words


def test_counts_and_openings():
    assert [counted(1, "text"), counted(2, "text"), counted(2, "annex", "annexes")] == [
        "1 text",
        "2 texts",
        "2 annexes",
    ]
    assert opening("one two three", 9) == "one two …"
    assert opening("one two", 9) == "one two"
