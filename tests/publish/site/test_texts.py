"""The page of a text: every paragraph verbatim with its place in the source, and what is known of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from invented import draft, resolution
from lxml import html
from workshop import LATER, document, lineage

from stocktake.publish.site.addresses import Addresses
from stocktake.publish.site.knowing import Knowledge, text_before
from stocktake.publish.site.model import Published
from stocktake.publish.site.parts import HEAVIEST, parts_of, weight_of
from stocktake.review.model import Passage

NEW = "A/RES/99/52"


def test_every_paragraph_is_quoted_verbatim_with_its_place(example: Published, folder: Path) -> None:
    for text in example.review.texts:
        at = Addresses(example)
        tree = html.parse(str(folder / (at.text(text.key) or "")))
        for paragraph in text.document.paragraphs:
            article = tree.xpath(f"//article[@id='{at.anchor(text.key, paragraph.id)}']")[0]
            words = article.xpath("./p[@class='words']/text()")[0]
            assert words.strip() == paragraph.text
            place = article.xpath("./p[@class='span']")[0].text_content()
            assert text.document.source.name in place
            assert f"{paragraph.spans[0].start}–{paragraph.spans[0].end}" in place


def test_what_became_of_it_leads_to_the_pair(folder: Path) -> None:
    tree = html.parse(str(folder / "texts/a-res-99-52.html"))
    link = tree.xpath("//article[@id='p-2']//dl[@class='known']/dd[1]/a")[0]
    assert link.text == "edited"
    assert link.get("href") == "../compare/a-res-98-38--a-res-99-52.html#from-p-2-to-p-2"


def test_the_life_of_a_provision_leads_through_the_texts(folder: Path) -> None:
    tree = html.parse(str(folder / "texts/a-res-99-52.html"))
    life = tree.xpath("//article[@id='pp-1']//ol[@class='life']")[0]
    assert life.xpath(".//a/@href") == ["a-res-97-41.html#pp-1", "a-res-98-38.html#pp-1"]
    assert life.xpath("./li[@class='here']")[0].text_content().split() == [NEW, "P1", "edited"]


def test_knowledge_is_that_of_the_review(example: Published) -> None:
    about = {each.paragraph.id: each for each in Knowledge(example).of(example.review.text(NEW))}
    asked = [duty for each in about.values() for duty in each.asked]
    assert len(asked) == len(example.review.duties.of(NEW))
    assert about["P1"].begins == "preamble"
    assert about["1"].begins == "operative"
    assert sum(len(each.figures) for each in about.values()) == sum(
        each.text == NEW for each in example.review.figures.figures
    )


def test_the_text_before(example: Published) -> None:
    assert text_before(NEW, example) == "A/RES/98/38"
    assert text_before("A/RES/97/41", example) is None


def test_a_draft_is_marked_wherever_it_is_named(publish: Callable[..., dict[str, str]]) -> None:
    texts = {
        "old.txt": resolution(97, 901),
        "draft.txt": draft(98, 4),
        "new.txt": resolution(98, 902, operative=LATER),
    }
    files = publish(texts, lineage((97, 901), (98, 902)))
    for page in ("texts/index.html", "texts/draft-txt.html", "compare/index.html"):
        path = (
            page if page in files else next(each for each in files if each.startswith("texts/") and "98-l" in each)
        )
        assert '<span class="badge draft">draft</span>' in files[path], path


def test_what_is_not_held_is_said(publish: Callable[..., dict[str, str]]) -> None:
    files = publish({"old.txt": resolution(97, 901)}, lineage((97, 901), (98, 902)))
    assert "1 of 2 adopted texts are held." in files["texts/index.html"]
    assert (
        'class="none"><span>A/RES/98/902</span> <span class="badge">not held</span>' in files["texts/index.html"]
    )
    assert "A/RES/98/902" in files["sources.html"]


@pytest.fixture(scope="module")
def long_text() -> str:
    """A resolution of several pages."""
    words = "the kite makers to count every kite of every village " * 30
    return resolution(97, 901, operative=tuple(f"Requests {words}in year {at};" for at in range(120)))


@pytest.fixture(scope="module")
def long_files(long_text: str, publish: Callable[..., dict[str, str]]) -> dict[str, str]:
    """The files of its site, by path."""
    return publish({"long.txt": long_text}, lineage((97, 901)))


def test_a_long_text_goes_on_on_further_pages(long_text: str, long_files: dict[str, str]) -> None:
    pages = [path for path in long_files if path.startswith("texts/a-res-97-901")]
    assert pages == ["texts/a-res-97-901.html", "texts/a-res-97-901.2.html", "texts/a-res-97-901.3.html"]
    trees = [html.fromstring(long_files[path].encode()) for path in pages]
    assert sum(len(tree.xpath("//article")) for tree in trees) == len(document(long_text).paragraphs)
    assert trees[1].xpath("//nav[@class='pages'][1]//a/@href") == [path.removeprefix("texts/") for path in pages]


def test_a_link_to_a_paragraph_leads_to_the_right_page(long_files: dict[str, str]) -> None:
    links = {
        address
        for path, text in long_files.items()
        if path == "search.html"
        for address in html.fromstring(text.encode()).xpath("//ul[@class='index']//a/@href")
        if "#" in address
    }
    assert len(links) == 120
    for address in links:
        path, _, place = address.partition("#")
        assert f'id="{place}"' in long_files[path]


def test_parts_hold_everything_once_and_none_is_heavy(long_text: str) -> None:
    text = document(long_text)
    parts = parts_of(text)
    assert [each for part in parts for each in part.paragraphs] == list(text.paragraphs)
    assert all(sum(weight_of(each.text) for each in part.paragraphs) <= HEAVIEST for part in parts)


def test_addresses_of_notes(example: Published) -> None:
    assert Addresses(example).passage(Passage(NEW, "note 1")) == "texts/a-res-99-52.html#note-1"
