"""The redline as a page: whole, both views, every paragraph an anchor, nothing said by colour alone."""

from dataclasses import replace

import pytest
from invented import OPERATIVE, draft, resolution
from page import Page, broken_rules
from workshop import LATER, document

from stocktake.documents.compare import compare_documents
from stocktake.documents.compare.remarks import comparison_findings
from stocktake.documents.model import Document, Note, NoteMark
from stocktake.example import example_texts
from stocktake.publish.comparison_html import render_comparison_html

OLD = document(resolution(97, 901), "old.txt")
NEW = document(resolution(99, 903, operative=LATER), "new.txt")
EXAMPLE = [document(text.read_text("utf-8"), text.name) for text in example_texts()]


def render(old: Document, new: Document) -> str:
    comparison = compare_documents(old, new)
    return render_comparison_html(comparison, old, new, comparison_findings(comparison, old, new))


PAIRS = {
    "invented": (OLD, NEW),
    "backwards": (NEW, OLD),
    "draft": (OLD, document(draft(98, 4), "draft.txt")),
    "itself": (OLD, OLD),
    "example": (EXAMPLE[1], EXAMPLE[2]),
    "example, two steps": (EXAMPLE[0], EXAMPLE[2]),
    "nothing": (OLD, replace(NEW, paragraphs=(), notes=())),
    "nothing at all": (replace(OLD, paragraphs=(), notes=()), replace(NEW, paragraphs=(), notes=())),
}


@pytest.mark.parametrize("name", PAIRS)
def test_it_keeps_the_rules_of_every_page(name: str):
    assert broken_rules(Page(render(*PAIRS[name]))) == []


@pytest.mark.parametrize("name", PAIRS)
def test_every_paragraph_of_both_sides_has_its_anchor(name: str):
    old, new = PAIRS[name]
    ids = set(Page(render(old, new)).ids)
    assert {f"old-{each.id}" for each in old.paragraphs} <= ids
    assert {f"new-{each.id}" for each in new.paragraphs} <= ids


def test_continuing_paragraphs_lead_to_one_another():
    text = render(OLD, NEW)
    assert '<a id="old-4" href="#new-3">paragraph 4</a>' in text
    assert '<a id="new-3" href="#old-4">3</a>' in text


def test_both_views_hold_the_words_with_insertions_and_deletions_in_words_too():
    text = render(OLD, NEW)
    deleted = '<del><span class="unseen"> [deleted:] </span>Calls upon<span class="unseen"> [end] </span></del>'
    inserted = '<ins><span class="unseen"> [inserted:] </span>Encourages<span class="unseen"> [end] </span></ins>'
    assert text.count(deleted) == 2
    assert text.count(inserted) == 2
    assert f"{deleted} {inserted} the kite makers" in text
    assert 'id="view-sides" checked' in text
    assert 'id="view-inline"' in text


def test_a_weaker_verb_is_said():
    assert '<span class="badge weaker">weaker verb: Calls upon → Encourages</span>' in render(OLD, NEW)


def test_the_counts_lead_to_a_filter_and_to_each_paragraph():
    text = render(OLD, NEW)
    page = Page(text)
    assert "Show only dropped: 1 3" in page.text
    assert "None: split, merged, moved, crosses, stronger verb, notes changed." in page.text
    assert "#only-dropped:target ~ .rows > article:not(.dropped)" in text
    assert "Only “dropped” is shown, 1 of 7 pairs." in page.text


def test_moves_splits_mergers_and_crossings_are_said_in_words():
    page = Page(render(EXAMPLE[1], EXAMPLE[2]))
    assert "Moved: stood after paragraph 8 in A/RES/98/38, stands after paragraph 5 in A/RES/99/52." in page.text
    assert "Crosses: went from the" in page.text
    assert "A/RES/98/38, paragraph 9, in A/RES/99/52 → 6, 7 split moved" in page.text
    assert "paragraph 7, 8, in A/RES/99/52 → 8 merged" in page.text


def test_changed_notes_are_shown_with_both_texts():
    paragraph = replace(OLD.paragraphs[0], marks=(NoteMark("1", 9),))

    def noted(words: str) -> Document:
        notes = (Note("1", words, (paragraph.id,), ()),)
        return replace(OLD, paragraphs=(paragraph, *OLD.paragraphs[1:]), notes=notes)

    page = Page(render(noted("Kite file 1."), noted("Kite file 2.")))
    assert "Notes in A/RES/97/901 (old.txt) Note 1 Kite file 1." in page.text
    assert "Notes in A/RES/97/901 (old.txt) Note 1 Kite file 2." in page.text
    assert "notes changed" in page.text


def test_both_texts_say_what_they_are_and_where_they_come_from():
    page = Page(render(OLD, document(draft(98, 4), "draft.txt")))
    assert "Statusadopteddraft" in page.text
    assert OLD.source.sha256 in page.text
    assert "Adopted12 December 2042not printed" in page.text


def test_remarks_stand_before_everything_else():
    assert (
        "Before you read A/RES/99/903 (2044-12-12) is newer than A/RES/97/901 (2042-12-12)."
        in Page(render(NEW, OLD)).text
    )
    assert "Before you read" not in render(OLD, NEW)


def test_the_example_says_that_it_is_invented():
    text = render(EXAMPLE[1], EXAMPLE[2])
    assert "<title>EXAMPLE: A/RES/98/38 compared with A/RES/99/52</title>" in text
    assert "Every text on this page is invented" in text
    assert "Every text on this page is invented" not in render(OLD, NEW)


def test_words_of_a_text_cannot_become_markup():
    nasty = document(
        resolution(98, 5, operative=("Decides <b>so</b> & <script>alert(1)</script> kites;", *OPERATIVE))
    )
    page = Page(render(OLD, nasty))
    assert broken_rules(page) == []
    assert not page.all("b") or "so" not in page.words


def test_the_same_texts_give_the_same_bytes():
    assert render(OLD, NEW) == render(OLD, NEW)
