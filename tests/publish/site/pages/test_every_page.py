"""What holds for every page of these kinds: light, no dead link, tables named, English marked in other languages."""

import gzip
import posixpath
from collections.abc import Callable

import pytest
from lxml import html

KINDS = (
    "duties.html",
    "calendar.html",
    "health.html",
    "figures.html",
    "action-lines.html",
    "goals.html",
    "compact.html",
    "needs.html",
    "downloads.html",
    "divides/index.html",
    "divides/17-8-1.html",
    "countries/index.html",
    "countries/xaa.html",
)
LIGHT = 50_000


@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_light(files: dict[str, bytes], path: str) -> None:
    assert len(gzip.compress(files[path])) < LIGHT


@pytest.mark.parametrize("path", [*KINDS, "ar/duties.html", "ar/divides/17-8-1.html", "ar/calendar.html"])
def test_every_link_leads_somewhere(files: dict[str, bytes], path: str) -> None:
    tree = html.fromstring(files[path])
    for address in tree.xpath("//a/@href"):
        if "://" in address:
            continue
        to, _mark, place = address.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
        assert target in files, address
        if place:
            assert html.fromstring(files[target]).xpath("//*[@id=$id]", id=place), address


@pytest.mark.parametrize("path", KINDS)
def test_every_table_has_a_caption_and_scopes(page: Callable[[str], html.HtmlElement], path: str) -> None:
    for table in page(path).xpath("//table"):
        assert table.xpath("./caption")[0].text_content().strip()
        assert all(each.get("scope") for each in table.xpath(".//th"))
        assert not [each for each in table.xpath(".//th") if not each.text_content().strip()]


@pytest.mark.parametrize("path", KINDS)
def test_no_name_stands_twice(page: Callable[[str], html.HtmlElement], path: str) -> None:
    names = page(path).xpath("//@id")
    assert len(names) == len(set(names))


def test_derivations_are_marked_as_english_on_an_arabic_page(page: Callable[[str], html.HtmlElement]) -> None:
    tree = page("ar/figures.html")
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    said = tree.xpath("//td/details/p/span")
    assert said
    assert {(each.get("lang"), each.get("dir")) for each in said} == {("en", "ltr")}


def test_every_page_of_the_example_says_that_it_is_one(files: dict[str, bytes]) -> None:
    pages = [
        data.decode() for path, data in files.items() if path.endswith(".html") and not path.startswith("ar/")
    ]
    assert all('<p class="example">' in each for each in pages)
