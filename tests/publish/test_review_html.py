"""The page: whole, well formed, without scripts, every link leading somewhere."""

from itertools import pairwise

import pytest
from page import Page
from workshop import AS_OF, document, review

from stocktake.example import example_texts
from stocktake.frameworks.lineages import lineages
from stocktake.publish.review_html import render_html
from stocktake.review import build_review


def example_review():
    texts = [document(text.read_text("utf-8"), text.name) for text in example_texts()]
    return build_review(texts, AS_OF, lineages())


@pytest.fixture(params=["invented", "example", "empty"])
def page(request: pytest.FixtureRequest) -> Page:
    made = {"invented": review, "example": example_review, "empty": lambda: review([])}[request.param]
    return Page(render_html(made()))


def test_it_is_well_formed(page: Page):
    assert page.faults == []


def test_ids_are_unique_and_every_link_leads_to_one(page: Page):
    ids = [attributes["id"] for _tag, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {link["href"] for link in page.all("a")} <= {f"#{each}" for each in ids}


def test_it_needs_nothing_else_and_runs_nothing(page: Page):
    assert not page.all("script")
    assert not page.all("link")
    assert not page.all("img")
    assert not [name for _tag, attributes in page.tags for name in attributes if name.startswith("on")]


def test_headings_go_down_one_level_at_a_time(page: Page):
    levels = [int(tag[1]) for tag, _attributes in page.tags if tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_landmarks_language_and_tables_are_named(page: Page):
    assert page.all("html")[0]["lang"] == "en"
    assert [len(page.all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert len(page.all("caption")) == len(page.all("table"))
    assert all("scope" in attributes for attributes in page.all("th"))


def test_insertions_and_deletions_are_said_in_words_too():
    text = render_html(review())
    assert '<ins><span class="unseen"> [inserted:] </span>' in text
    assert '<del><span class="unseen"> [deleted:] </span>' in text
    page = Page(text)
    assert len(page.all("ins")) == "".join(page.words).count("[inserted:]")


def test_quotations_lead_to_source_and_span():
    text = render_html(review())
    paragraph = next(each for each in review().quotes if each.text == "A/RES/97/901" and each.paragraph.id == "3")
    start, end = paragraph.paragraph.spans[0]
    assert f"old.txt, characters {start}–{end}" in text


def test_a_draft_is_marked_and_the_example_says_so_everywhere():
    assert '<span class="badge draft">draft</span>' in render_html(review())
    assert "Example. Every text on this page is invented" not in render_html(review())
    example = render_html(example_review())
    assert "<title>EXAMPLE: Review as of 15 January 2045</title>" in example
    assert example.count('<span class="badge">example</span>') >= 4
    assert "all of them invented" in example


def test_words_of_a_text_cannot_become_markup():
    nasty = document(
        "The General Assembly,\n\nRecalling <script>alert(1)</script> & kites,\n\n1. Decides <b>so</b>;\n"
    )
    page = Page(render_html(build_review([nasty], AS_OF, [])))
    assert page.faults == []
    assert not page.all("script")


def test_the_same_review_gives_the_same_bytes():
    assert render_html(review()) == render_html(review())
