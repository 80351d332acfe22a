"""Addresses are stable, never alike, and links lead where they say from any page."""

from posixpath import dirname, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.publish.site.addresses import Addresses, anchor, link, slug, slugs
from stocktake.publish.site.model import Published
from stocktake.review.model import Passage


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("A/RES/80/118", "a-res-80-118"),
        ("E/RES/2025/18", "e-res-2025-18"),
        ("draft (2).docx", "draft-2-docx"),
        ("مشروع.docx", "docx-8a3a6f3a"),
    ],
)
def test_a_name_as_part_of_an_address(name: str, expected: str) -> None:
    assert slug(name)[: len(expected) - 8] == expected[: len(expected) - 8]
    assert slug(name).isascii()


@pytest.mark.parametrize(
    ("place", "expected"),
    [("13", "p-13"), ("P1", "pp-1"), ("70(a)(i)", "p-70-a-i"), ("II.3", "p-ii-3"), ("note 3", "note-3")],
)
def test_a_place_in_the_page_of_its_text(place: str, expected: str) -> None:
    assert anchor(place) == expected


@given(st.lists(st.text(min_size=1, max_size=100), min_size=1, max_size=20))
def test_no_two_names_have_one_address(names: list[str]) -> None:
    found = slugs(names, frozenset({"index"}))
    assert len(set(found.values())) == len(set(names))
    assert "index" not in found.values()
    assert all(each and len(each) < 110 for each in found.values())


def test_an_address_stays_when_more_is_added() -> None:
    assert (
        slugs(["A/RES/80/118"])["A/RES/80/118"] == slugs(["A/RES/80/118", "A/RES/81/1", "b.txt"])["A/RES/80/118"]
    )


@given(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join),
)
def test_a_link_leads_there_from_any_page(to: str, page: str) -> None:
    assert normpath(f"{dirname(page)}/{link(f'{to}.html', f'{page}.html')}".lstrip("/")) == f"{to}.html"


def test_a_place_in_the_page_itself_is_its_anchor_alone() -> None:
    assert link("texts/a.html#p-1", "texts/a.html") == "#p-1"


def test_what_has_no_page_has_no_address(example: Published) -> None:
    at = Addresses(example)
    assert at.text("A/RES/1/1") is None
    assert at.passage(Passage("A/RES/1/1", "3")) is None
    assert at.comparison("A/RES/99/52", "A/RES/98/38") is None
    assert at.indicator("17.8.1") is None
    assert at.country("FRA") is None


def test_a_place_that_is_not_shown_leads_to_the_text(example: Published) -> None:
    assert Addresses(example).passage(Passage("A/RES/99/52", "annex 9")) == "texts/a-res-99-52.html"
    assert Addresses(example).passage(Passage("A/RES/99/52", "2")) == "texts/a-res-99-52.html#p-2"
