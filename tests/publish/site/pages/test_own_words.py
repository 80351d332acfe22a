"""No word of ours stays English on a page of another language, and every word of others is kept apart from ours.

Looks at the site of the whole example, text by text, in three languages that are not written in Latin letters.
"""

import re
from collections.abc import Iterator

import pytest
from lxml import html

from stocktake.publish.opendata import Beside
from stocktake.publish.site.languages import language
from stocktake.publish.site.model import Published
from stocktake.publish.site.writing import site_files

Tree = html.HtmlElement
SHOWN = ("title", "aria-label", "alt", "placeholder", "data-name", "data-found", "data-none")
"""Attributes that are read out or shown."""
APART = frozenset({"script", "style", "code", "bdi", "svg"})
"""Elements without words, or with words of others that are kept apart from ours."""
_LATIN = re.compile(r"[A-Za-z]")
ALLOWED = {
    "our name": r"\bStocktake\b",
    "symbols of documents": r"\b[AE]/[\w./-]+",
    "names of files and their endings": r"\b[\w.-]*\.[a-z]{2,7}\b|[(（]\.ics",
    "formats by their codes": r"\bplain-csv\b|(?<=[:：])\s?text\b",
    "places in a text": r"\bP\d+\b|\d+\([a-z]+\)(?:\([ivx]+\))?",
    "themes and sessions": r"\bC\d+(?:-e[a-z]+)?\b|\b(?:SDG|GDC) \d+|\bGA-\d+",
    "indicators": r"\b\d+\.[a-z\d]\.\d\b|\b[a-z]+(?:-[a-z\d]+)+\b",
    "units and currencies": r"\b(?:JSON|KB|MB)\b|\b[A-Z]{3}(?=[ \xa0][\d.,]+)",
    "letters of the index, which has names in English": r"^[A-Z]$",
}
_ALLOWED = re.compile("|".join(ALLOWED.values()), re.ASCII)


@pytest.fixture(scope="module")
def pages(whole: Published, beside: Beside) -> dict[str, bytes]:
    """Every page of these languages by its path."""
    chosen = [language(code) for code in ("ar", "zh", "ru")]
    made = site_files(whole, chosen, beside)
    return {each.path: each.data for each in made if each.path.endswith(".html")}


def own_words(element: Tree, code: str) -> Iterator[str]:
    """What a page says in its own language."""
    if not isinstance(element.tag, str) or element.tag in APART or element.get("dir") == "auto":
        return
    if element.get("lang") not in (None, code):
        return
    yield from (element.get(name, "") for name in SHOWN)
    yield element.text or ""
    for child in element:
        yield from own_words(child, code)
        yield child.tail or ""


def left_in_english(tree: Tree, code: str) -> list[str]:
    """Words in Latin letters that stand on a page as its own."""
    title = tree.find(".//title")
    # A title in a head cannot be marked; the heading that says the same is.
    if title is not None and tree.xpath("//h1//*[@lang]"):
        title.text = ""
    words = (each.strip() for each in own_words(tree, code))
    return [each for each in words if _LATIN.search(_ALLOWED.sub("", each))]


@pytest.mark.slow
@pytest.mark.parametrize("code", ["ar", "zh", "ru"])
def test_no_word_of_ours_is_left_in_english(code: str, pages: dict[str, bytes]) -> None:
    own = {path: html.fromstring(data) for path, data in pages.items() if path.startswith(f"{code}/")}
    left = {path: words for path, tree in own.items() if (words := left_in_english(tree, code))}
    assert len(own) > len(("a page of each kind",))
    assert left == {}


@pytest.mark.slow
@pytest.mark.parametrize("code", ["ar", "zh", "ru"])
def test_every_page_says_its_language_and_direction(code: str, pages: dict[str, bytes]) -> None:
    roots = [html.fromstring(data) for path, data in pages.items() if path.startswith(f"{code}/")]
    assert {(root.get("lang"), root.get("dir")) for root in roots} == {(code, language(code).direction)}


def test_what_is_ours_and_what_is_not_is_told_apart() -> None:
    tree = html.fromstring(
        '<html lang="ar" dir="rtl"><head><title>نص</title></head><body><h1>نص</h1><p>A/RES/99/52، الفقرة 4(a) '
        '<span lang="en" dir="ltr">kites</span> <bdi>lamps</bdi> harbour</p><p title="shore">نص</p></body></html>'
    )
    assert left_in_english(tree, "ar") == ["harbour", "shore"]
