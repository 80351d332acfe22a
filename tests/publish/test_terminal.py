"""Pages for the terminal: eighty columns, no control characters, what matters said."""

from dataclasses import replace

import pytest
from asking import asking, said
from invented import draft, resolution
from workshop import LATER, document, review

from stocktake.documents.compare import compare_documents
from stocktake.documents.find.citations import find_citations
from stocktake.documents.find.events import find_events
from stocktake.publish.comparison_terminal import render_comparison
from stocktake.publish.document_terminal import render_document
from stocktake.publish.found_terminal import render_citations, render_events
from stocktake.publish.frameworks_terminal import render_framework
from stocktake.publish.review_terminal import render_review
from stocktake.publish.terminal import to_text

OLD = document(resolution(97, 901), "old.txt")
NEW = document(resolution(99, 903, operative=LATER), "new.txt")
PAGES = {
    "review": lambda: render_review(review(), ["output/review.html"]),
    "empty review": lambda: render_review(review([])),
    "review of what is asked": lambda: render_review(asking()),
    "comparison": lambda: render_comparison(compare_documents(OLD, NEW), OLD, NEW),
    "document": lambda: render_document(OLD),
    "draft": lambda: render_document(document(draft(98, 4))),
    "citations": lambda: render_citations(OLD, find_citations(OLD)),
    "events": lambda: render_events(OLD, find_events(OLD)),
    "framework": lambda: render_framework("kites", "Strings.", [{"name": "kite " * 40, "forms": ["a", "b"]}]),
}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_keeps_to_eighty_columns_and_is_plain(name: str):
    text = to_text(PAGES[name]())
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "\x1b" not in text
    assert text.endswith("\n")


def test_the_review_fits_a_page_and_says_what_matters():
    text = to_text(PAGES["review"]())
    assert len(text.splitlines()) <= 66
    assert text.startswith("Review as of 15 January 2045\n3 texts held: 2 adopted, 1 draft\n")
    assert (
        "\nWHAT WANTS ATTENTION\n   1.  Paragraph 3 of A/RES/97/901 carried a duty that A/RES/99/903 no longer"
        in text
    )
    assert "  held      A/RES/97/901 (2042), A/RES/99/903 (2044)\n" in text
    assert "  drafts    A/RES/98/902 (A/C.2/98/L.4)\n" in text
    assert "  not held  1 of 3: A/RES/98/902\n" in text
    assert "\nTO READ ON\n  output/review.html\n" in text


def test_an_empty_review_says_so():
    assert to_text(PAGES["empty review"]()) == (
        "Review as of 15 January 2045\n0 texts held: 0 adopted, 0 drafts\n\nWHAT WANTS ATTENTION\n"
        "  Nothing that a rule of ours finds.\n\nTHE TEXTS\n"
    )


def test_a_comparison_marks_changes_without_colour():
    text = to_text(PAGES["comparison"]())
    assert text.startswith("A/RES/97/901 (adopted) → A/RES/99/903 (adopted)\n")
    assert "2 → 2: EDITED, WEAKER VERB: CALLS UPON → ENCOURAGES\n" in text
    assert "[-Calls upon-]{+Encourages+} the kite makers" in text
    assert "3: DROPPED\n  Requests the Secretary-General to count the kites of Examplia every autumn;\n" in text


def test_a_document_shows_its_heading_and_paragraphs():
    text = to_text(PAGES["document"]())
    assert "  symbol       A/RES/97/901\n" in text
    assert "  adopted      12 December 2042\n" in text
    assert "2 preambular, 4 operative, 0 items, 0 notes, 0 annexes" in text


def test_colour_is_there_only_where_it_is_asked_for():
    assert "\x1b[" in to_text(PAGES["comparison"](), colour=True)


def test_no_correction_steers_the_terminal():
    nasty = said(1, "99/903:3#1", "addressee", "Kite \x1b[2J \u202emakers")
    lost = replace(said(2, "99/903:2#1", "strength", "urges"), quote="Requests nothing", by="\x1b]0;title\x07")
    text = to_text(render_review(asking([nasty, lost])))
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_the_review_says_what_is_due_and_how_much_is_asked():
    text = to_text(PAGES["review of what is asked"]())
    assert "\nDUE AND OVERDUE\n  overdue 2043-12-31  97/901:3 General Assembly: to establish a working …" in text
    assert "\nWHAT IS ASKED\n  in force   1 text: 4 duties in 3 paragraphs\n" in text
    assert "  deadlines  ahead 3, open-ended 1\n" in text
