"""The way to a text as a page: each word with its stage, what did not survive, nothing by colour alone."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from invented import OPERATIVE, draft, resolution
from page import Page, broken_rules
from workshop import LATER, document

from stocktake.documents.compare.negotiation import trace_negotiation
from stocktake.documents.model import Document
from stocktake.example import example_texts
from stocktake.publish.negotiation_html import render_negotiation_html
from stocktake.publish.negotiation_layout import letter_of

BEFORE = document(resolution(97, 901), "old.txt")
DRAFT = document(draft(98, 4), "draft.txt")
PROPOSAL = "Requests the towns of Examplia to weigh every kite before it is flown;"
PROPOSED = document(resolution(98, 7, operative=(*OPERATIVE, PROPOSAL)), "l7.txt", "A/C.2/99/L.7", "draft")
OUTCOME = document(resolution(99, 903, operative=LATER), "new.txt")
EXAMPLE = [document(text.read_text("utf-8"), text.name) for text in example_texts()]
WAYS = {
    "year to year": [BEFORE, OUTCOME],
    "through drafts": [BEFORE, DRAFT, PROPOSED, OUTCOME],
    "no text before": [DRAFT, OUTCOME],
    "example": EXAMPLE,
    "many": [
        BEFORE,
        *[replace(DRAFT, source=replace(DRAFT.source, name=f"{at}.txt")) for at in range(6)],
        OUTCOME,
    ],
}


def render(stages: Sequence[Document], not_held: Sequence[str] = ()) -> str:
    return render_negotiation_html(trace_negotiation(stages), stages, not_held)


@pytest.mark.parametrize("name", WAYS)
def test_it_keeps_the_rules_of_every_page(name: str):
    assert broken_rules(Page(render(WAYS[name]))) == []


def test_words_are_marked_by_letter_and_said_for_readers_who_do_not_see():
    text = render(WAYS["year to year"])
    assert (
        '<span class="from line-1"><span class="unseen">[from A/RES/99/903:] </span>Encourages'
        '<sup aria-hidden="true">B</sup><span class="unseen"> [end]</span></span> the kite makers'
    ) in text


def test_every_paragraph_says_where_it_stood():
    page = Page(render(WAYS["through drafts"]))
    assert {f"p-{each.id}" for each in OUTCOME.paragraphs} <= set(page.ids)
    assert "A: 4 B: 4 C: 4" in page.text
    assert "paragraph 4 first in A/RES/99/903" in page.text


def test_what_did_not_survive_stands_with_its_stage_and_where_it_was_lost():
    page = Page(render(WAYS["through drafts"]))
    assert f"A/C.2/99/L.7, paragraph 5 whole paragraph not in A/RES/99/903 {PROPOSAL[:-1]}." in page.text
    assert "A/RES/97/901, paragraph 3 whole paragraph not in A/RES/99/903" in page.text


def test_what_cannot_be_told_is_said():
    text = Page(render(WAYS["no text before"], ["A/RES/98/902"])).text
    assert "No text before A/C.2/98/L.4 is held" in text
    assert "Not held: A/RES/98/902." in text
    assert "No draft is held" in Page(render(WAYS["year to year"])).text
    assert "No draft is held" not in Page(render(WAYS["through drafts"])).text


def test_the_example_says_that_it_is_invented():
    assert "<title>EXAMPLE: Where the words of A/RES/99/52 came from</title>" in render(EXAMPLE)


def test_the_same_texts_give_the_same_bytes():
    assert render(EXAMPLE) == render(EXAMPLE)


def test_stages_have_letters_however_many_there_are():
    assert [letter_of(stage) for stage in (0, 1, 25, 26, 27)] == ["A", "B", "Z", "A1", "B1"]
