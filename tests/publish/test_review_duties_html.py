"""What the page of a review says of duties: dues, paragraphs, time lines, rhythms, calendar, health, corrections."""

import re
from dataclasses import replace
from datetime import date

import pytest
from asking import asking, said
from page import Page, broken_rules

from stocktake.publish.review_duties_html import days_words, pressing
from stocktake.publish.review_html import render_html
from stocktake.register import Correction

NASTY = '<script>alert(1)</script> & "quotes" \u202egnorw'


def recorded() -> list[Correction]:
    """One correction of each fate."""
    return [
        said(1, "99/903:3#1", "addressee", NASTY, NASTY),
        said(2, "99/903:3#2", "not-a-duty", "yes", "a courtesy"),
        replace(said(3, "99/903:2#1", "strength", "urges"), quote="Requests nothing of the kind", by=NASTY),
        said(4, "97/901:4#1", "addressee", "Kite makers"),
    ]


def section(html: str, name: str) -> str:
    """The words of one section."""
    return Page(re.findall(rf'<section[^>]*aria-labelledby="{name}">.*?</section>', html, re.DOTALL)[0]).text


@pytest.fixture(scope="module")
def html() -> str:
    return render_html(asking(recorded()))


def test_the_page_keeps_the_rules_of_pages(html: str):
    assert broken_rules(Page(html)) == []
    assert broken_rules(Page(render_html(asking()))) == []


def test_what_is_overdue_comes_first_with_who_when_and_a_link():
    html = render_html(asking())
    words = section(html, "due")
    assert words.startswith("Due and overdue Overdue (2)")
    assert "That is not to say that it was not done." in words
    assert words.index("to establish a working group") < words.index("to submit to the General Assembly")
    assert "Secretary-General overdue 10 September 2043 – 5 September 2044" not in words
    assert re.search(r"Secretary-General overdue .* – 5 September 2044 to submit", words)
    assert "A/RES/97/901, paragraph 2: “at its ninety-eighth session”" in words


def test_only_texts_in_force_are_due_and_passed():
    groups = dict(pressing(asking(as_of=date(2046, 9, 1))))
    assert {each.text for state in ("due", "passed") for each in groups[state]} == {"A/RES/99/903"}
    assert {each.text for each in groups["overdue"]} == {"A/RES/97/901"}


def test_each_operative_paragraph_says_whom_it_asks_since_when_and_its_state():
    words = section(render_html(asking()), "asked")
    assert "A/RES/99/903: 4 duties in 3 of 4 paragraphs" in words
    assert "requests Secretary-General" in words
    assert "ahead by 10 September 2046" in words
    assert "asks nothing" in words


def test_filters_show_their_rows_without_a_script():
    page = render_html(asking())
    chosen = re.findall(r'<a href="#only-([\w-]+)"[^>]*>([^<&]+)&nbsp;<b>(\d+)</b>', page)
    assert ("state-3", "ahead", "3") in chosen
    for name, _title, count in chosen:
        assert len(re.findall(rf'<tr class="[^"]*\b{name}(?![\w-])', page)) == int(count)
        assert f"#only-{name}:target ~ .rows tbody tr:not(.{name})," in page
        assert f'id="only-{name}"' in page


def test_time_lines_name_the_silent_texts_and_do_not_conclude():
    words = section(render_html(asking()), "cycles")
    assert "Bodies that the newest text does not name (1)" in words
    assert "Working Group on String Lengths never mentioned again" in words
    assert "says nothing of it" in words
    assert "a body that is no longer named may go on" in words


def test_years_not_held_stand_in_the_time_line():
    two = asking().threads
    assert two is not None
    made = asking()
    gap = replace(two.held[2], not_held_before=("A/RES/98/950", "A/RES/98/951"))
    words = section(render_html(replace(made, threads=replace(two, held=(*two.held[:2], gap)))), "cycles")
    assert "…2 not held" in words


def test_rhythms_stand_side_by_side_and_none_is_chosen():
    words = section(render_html(asking()), "rhythms")
    assert re.search(r"annual “Requests .*annual.* biennial “Decides .*every two years", words)
    assert "Which of them holds is for people to say." in words


def test_the_calendar_has_what_is_not_over_and_the_command():
    words = section(render_html(asking()), "calendar")
    assert "stocktake calendar --as-of 2045-01-15 --ics > dates.ics" in words
    assert "session General Assembly, one hundredth session" in words
    assert "March 2046 duty to mend tails" in words


def test_health_is_collapsed_advice():
    html = render_html(asking())
    assert "None of them says that a paragraph is wrong." in section(html, "health")
    assert re.search(r"<details><summary><strong>near-duplicate</strong> \(1\)", html)


def test_corrections_are_shown_with_who_when_why_and_cannot_become_markup(html: str):
    words = section(html, "corrections")
    assert "<script>" not in html
    assert "\u202e" not in html
    assert words.count("\\u{202E}") >= 3
    assert "Lost: no duty of the text has these words now" in words
    assert "Its words were: “Requests nothing of the kind”" in words
    assert "Offered: another text may need it too" in words
    assert "addressee: Kite makers" in words
    assert "addressee: Member States" in words
    assert "Set aside: a person said that nothing is asked here" in words
    assert "A. Person, 4 January 2045: a courtesy" in words


def test_a_workspace_without_corrections_says_nothing_of_them():
    html = render_html(asking())
    assert 'id="corrections"' not in html
    assert 'href="#corrections"' not in html


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2030, 1, 1), date(2030, 12, 31), "2030"),
        (date(2046, 6, 1), date(2046, 6, 30), "June 2046"),
        (date(2044, 2, 1), date(2044, 2, 29), "February 2044"),
        (date(2026, 5, 1), date(2026, 6, 30), "May – June 2026"),
        (date(2026, 5, 4), date(2026, 5, 4), "4 May 2026"),
        (date(2026, 9, 8), date(2027, 9, 6), "8 September 2026 – 6 September 2027"),
        (date(2026, 9, 8), None, "from 8 September 2026 on"),
        (None, None, "days not known"),
    ],
)
def test_days_are_worded_as_they_are_known(first: date | None, last: date | None, words: str):
    assert days_words(first, last) == words
