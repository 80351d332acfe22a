"""The whole site: every link leads somewhere, every number to words of a source, the same input gives the same bytes."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from invented import resolution
from lxml import html
from workshop import lineage

from stocktake.publish.opendata import Beside
from stocktake.publish.site.languages import language
from stocktake.publish.site.model import Published
from stocktake.publish.site.writing import STYLE, checked_link, direction_of, site_files, site_key

Tree = html.HtmlElement
HOSTILE = (
    "Requests the kite makers to fly <script>alert(1)</script> & \"quotes\" 'and' {{ 7 * 7 }} javascript:alert(1);"
)


@pytest.fixture(scope="module")
def trees(folder: Path) -> dict[Path, Tree]:
    """Every page of the example's site, by its path."""
    return {path: html.fromstring(path.read_bytes()) for path in sorted(folder.rglob("*.html"))}


def _links(path: Path, tree: Tree) -> Iterator[tuple[str, Path, str]]:
    """Every link of a page into the site: as written, the file it leads to, the place there."""
    for address in tree.xpath("//@href | //@src"):
        if not address.startswith(("http://", "https://")):
            file, _, place = address.partition("#")
            yield address, ((path.parent / unquote(file)).resolve() if file else path), unquote(place)


def test_every_link_and_every_anchor_leads_somewhere(folder: Path, trees: dict[Path, Tree]) -> None:
    places = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    dead = [
        (str(path.relative_to(folder)), address)
        for path, tree in trees.items()
        for address, file, place in _links(path, tree)
        if not file.is_file() or (place and place not in places.get(file, ()))
    ]
    assert dead == []


def test_every_page_is_reached_from_the_front_page(folder: Path, trees: dict[Path, Tree]) -> None:
    seen: set[Path] = set()
    ahead = [folder / "index.html"]
    while ahead:
        path = ahead.pop()
        if path in trees and path not in seen:
            seen.add(path)
            ahead += [file for _, file, _ in _links(path, trees[path])]
    assert sorted(set(trees) - seen) == []


def test_every_page_has_one_heading_and_its_landmarks(trees: dict[Path, Tree]) -> None:
    for path, tree in trees.items():
        assert len(tree.xpath("//h1")) == 1, path
        assert len(tree.xpath("//main[@id='main']")) == 1, path
        assert tree.xpath("//body/a[1]/@href") == ["#main"], path
        assert tree.get("lang"), path
        names = tree.xpath("//@id")
        assert len(names) == len(set(names)), path


def test_the_example_is_marked_on_every_page(trees: dict[Path, Tree]) -> None:
    assert all(tree.xpath("//header/p[@class='example']") for tree in trees.values())
    assert all(tree.xpath("//title")[0].text for tree in trees.values())


def test_from_the_front_page_two_clicks_lead_to_words_of_a_source(folder: Path, trees: dict[Path, Tree]) -> None:
    """Every number in the main part of the front page is a link, and stands one click from quoted words."""
    front = folder / "index.html"
    numbers = trees[front].xpath("//main//dd[normalize-space() and not(ancestor::dl[@class='on'])]")
    assert numbers
    for number in numbers:
        assert number.xpath("./a"), html.tostring(number)
    for address in trees[front].xpath("//main//a/@href"):
        file = (folder / address.partition("#")[0]).resolve() if address.partition("#")[0] else front
        assert _holds_words(trees[file]) or any(
            _holds_words(trees[other]) for _, other, _ in _links(file, trees[file]) if other in trees
        ), address


def _holds_words(tree: Tree) -> bool:
    """Whether the page quotes a source, or lists the sources with their checksums."""
    return bool(tree.xpath("//article//*[contains(@class, 'words')] | //ul[@class='files']//code"))


def test_the_same_input_gives_the_same_bytes(example: Published) -> None:
    own = [language("en")]
    first, again = ([(each.path, each.data) for each in site_files(example, own)] for _ in range(2))
    assert first == again
    assert len({path for path, _ in first}) == len(first)


def test_a_page_that_stands_alone_is_known_by_what_it_shows(example: Published) -> None:
    own = [language("en")]
    keys = {each.path: each.key for each in site_files(example, own) if each.key}
    assert keys == {each.path: each.key for each in site_files(example, own) if each.key}
    assert len(set(keys.values())) == len(keys)
    assert {path.partition("/")[0] for path in keys} == {"compare", "texts"}
    later = replace(example, review=replace(example.review, as_of=example.review.as_of + timedelta(days=1)))
    assert not set(keys.values()) & {each.key for each in site_files(later, own)}


def test_the_key_of_a_site_follows_from_all_that_it_is_made_from(example: Published) -> None:
    # What is added to these has to go into the key, unless it makes no difference to what is written.
    assert [each.name for each in fields(Published)] == [
        *("review", "comparisons", "countries", "histories"),
        *("downloads", "keep", "memory"),
    ]
    assert [each.name for each in fields(Beside)] == ["contributions", "numbers"]
    english, french = [language("en")], [language("fr")]
    keys = [
        site_key(example, english),
        site_key(example, french),
        site_key(replace(example, comparisons={}), english),
        site_key(replace(example, review=replace(example.review, fingerprint="0")), english),
    ]
    assert len(set(keys)) == len(keys)
    assert keys[0] == site_key(example, english)


def test_half_a_sign_has_no_key(example: Published) -> None:
    assert not site_key(replace(example, review=replace(example.review, fingerprint="\ud800")))


def test_pages_are_light(folder: Path, trees: dict[Path, Tree]) -> None:
    style = len(gzip.compress((folder / STYLE).read_bytes()))
    for path in trees:
        weight = style + len(gzip.compress(path.read_bytes()))
        assert weight < (14_000 if path.name == "index.html" and "texts" not in path.parts else 50_000), path


def test_only_the_search_page_has_a_script_of_ours(trees: dict[Path, Tree]) -> None:
    with_script = {path.name for path, tree in trees.items() if tree.xpath("//script[not(@type)]")}
    assert with_script == {"search.html"}


def test_hostile_words_stay_words(publish: Callable[..., dict[str, str]]) -> None:
    texts = {
        "a<b>.txt": resolution(97, 901, operative=(HOSTILE,)),
        "b.txt": resolution(98, 902, operative=(HOSTILE, "Decides to fly;")),
    }
    files = publish(texts, lineage((97, 901), (98, 902)))
    for path, text in files.items():
        if path.endswith(".html"):
            tree = html.fromstring(text.encode())
            assert not tree.xpath("//script[contains(., 'alert')]"), path
            assert not [each for each in tree.xpath("//@href") if each.startswith("javascript")], path
    page = html.fromstring(files["texts/a-res-98-902.html"].encode())
    assert page.xpath("//*[@id='p-1']//p[@class='words']")[0].text_content().startswith(HOSTILE)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        ("//example.org", None),
        ("data:text/html,x", None),
        ("", None),
    ],
)
def test_a_link_of_others_leads_to_the_web_or_nowhere(address: str, expected: str | None) -> None:
    assert checked_link(address) == expected


@pytest.mark.parametrize(("code", "expected"), [("ar", "rtl"), ("en", "ltr"), ("xx", "auto"), (None, "auto")])
def test_the_direction_of_quoted_words(code: str | None, expected: str) -> None:
    assert direction_of(code) == expected


def test_a_site_without_any_text(publish: Callable[..., dict[str, str]]) -> None:
    files = publish({})
    assert "No text is held." in files["texts/index.html"]
    assert "compare/index.html" not in files
