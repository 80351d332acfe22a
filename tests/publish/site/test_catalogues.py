"""The catalogues: every message in every language, and no word of ours left in English on a page of another."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import get_args

import messages
import pytest
from babel.messages.catalog import Catalog, Message
from lxml import html

from stocktake.publish.site.languages import language
from stocktake.publish.site.terms import TYPES, terms

Tree = html.HtmlElement
CODES = tuple(messages.PLURALS)
SHOWN = ("title", "aria-label", "alt", "placeholder", "data-name", "data-found", "data-none")
NO_WORDS = frozenset({"script", "style", "code", "bdi", "svg"})
"""What holds no words, or words of others that are kept apart from ours."""
_LATIN = re.compile(r"[A-Za-z]")
ALLOWED = re.compile(
    "|".join(
        (
            r"\bStocktake\b",
            r"\b[AE]/[\w./-]+",  # symbols of documents
            r"[\w.-]*\.[a-z]{2,7}\b",  # names of files and their endings
            r"\bplain-csv\b|(?<=[:：] )text\b|(?<=：)text\b",  # formats by their codes
            r"\bP\d+\b|\d+\([a-z]+\)(?:\([ivx]+\))?",  # places in a text
            r"\bC\d+(?:-e[a-z]+)?\b|\b(?:SDG|GDC) \d+|\bGA-\d+",  # themes and sessions
            r"\b\d+\.[a-z\d]\.\d\b|\b[a-z]+(?:-[a-z\d]+)+\b",  # indicators
            r"\b(?:JSON|KB|MB)\b|\b[A-Z]{3}(?= [\d.,]+)",  # units and currencies
            r"^[A-Z]$",  # the letters of an index of names
        )
    )
)


@pytest.fixture(scope="module")
def found() -> Catalog:
    """Every message that a page may say."""
    return messages.template()


def _own_words(element: Tree, code: str) -> Iterator[str]:
    """What a page says in its own language: texts and the attributes that are read or shown."""
    if not isinstance(element.tag, str) or element.tag in NO_WORDS or element.get("dir") == "auto":
        return
    if element.get("lang") not in (None, code):
        return
    yield from (element.get(name, "") for name in SHOWN)
    yield element.text or ""
    for child in element:
        yield from _own_words(child, code)
        yield child.tail or ""


def _left_in_english(page: Path, code: str) -> list[str]:
    tree = html.fromstring(page.read_bytes())
    # A title in a head cannot be marked; the heading that says the same is.
    title = tree.find(".//title")
    if title is not None and tree.xpath("//h1//*[@lang]"):
        title.text = ""
    words = (each.strip() for each in _own_words(tree, code))
    return [each for each in words if _LATIN.search(ALLOWED.sub("", each))]


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_translated_and_none_is_obsolete_fuzzy_or_wrong(code: str, found: Catalog) -> None:
    assert sorted(messages.catalogue_faults(code, found)) == []


@pytest.mark.parametrize("code", CODES)
def test_no_translation_is_the_english_words(code: str, found: Catalog) -> None:
    """Apart from those that a language has in common with English."""
    same = {
        each.id
        for each in messages.read(code)
        if isinstance(each.id, str) and each.id and each.string == each.id and _LATIN.search(each.id)
    }
    common = {"%(text)s, %(place)s"}
    if code in {"fr", "es"}:
        common |= set(COMMON[code])
    assert same <= common


COMMON = {
    "fr": ("Action", "Actions", "Pages", "Page %(number)s", "Source", "Sources", "Notes", "Format: %(format)s")
    + ("Observations", "Corrections", "Contributions", "Index", "session", "Versions", "identique"),
    "es": ("Material", "regular", "anual"),
}


def test_the_messages_are_english(found: Catalog) -> None:
    wrong = [each.id for each in found if each.id and not str(each.id).isascii() and not _typographic(each)]
    assert wrong == []


def _typographic(message: Message) -> bool:
    return not re.search(r"[^\x00-\x7f“”‘’–—…é]", str(message.id))


def test_every_value_of_every_type_is_a_term() -> None:
    known = {term for term, _about in terms()}
    assert set(chain.from_iterable(map(get_args, TYPES))) <= known


@pytest.mark.parametrize("code", CODES)
def test_every_term_has_words_in_every_language(code: str) -> None:
    assert [term for term, _about in terms() if not language(code).has(term)] == []


@pytest.mark.parametrize(
    ("words", "faults"),
    [
        ("Страница %(number)s", []),
        ("Страница", ["placeholders [] where the message has ['number']"]),
        ("Страница %(num)s", ["placeholders ['num'] where the message has ['number']"]),
        ("Страница %(number)s ", ["other spaces at its ends than the message"]),
        ("<b>%(number)s</b>", ["a sign of markup, which a message never holds"]),
        ('"%(number)s"', ["a sign of markup, which a message never holds"]),
        ("%(number)s %", ["a per cent sign that begins no placeholder"]),
    ],
)
def test_what_is_wrong_with_a_translation_is_said(words: str, faults: list[str]) -> None:
    assert list(messages.message_faults(Message("Page %(number)s", words), messages.read("ru"))) == faults


def test_a_form_of_one_number_may_say_it_in_a_word_and_no_other_may() -> None:
    of_kites = ("%(num)s kite", "%(num)s kites")
    arabic = ("صفر", "واحد", "اثنان", "%(num)s", "%(num)s", "%(num)s")
    assert list(messages.message_faults(Message(of_kites, arabic), messages.read("ar"))) == []
    russian = ("один", "%(num)s", "%(num)s")
    fault = "placeholders [] where the message has ['num']"
    assert list(messages.message_faults(Message(of_kites, russian), messages.read("ru"))) == [fault]
    few = ("%(num)s", "%(num)s")
    assert list(messages.message_faults(Message(of_kites, few), messages.read("ru"))) == [
        "2 forms, where the language has 3"
    ]


def test_an_update_keeps_every_translation(found: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "LOCALES", tmp_path)
    messages.update("ru", found, forget=False)
    catalog = messages.read("ru")
    catalog["Search"].string = "Поиск"
    catalog.add("kites of the harbour", "змеи гавани")
    messages.write("ru", catalog)
    messages.update("ru", found, forget=False)
    assert messages.read("ru")["Search"].string == "Поиск"
    assert messages.read("ru").obsolete["kites of the harbour"].string == "змеи гавани"
    assert "ru: no page says 'kites of the harbour' any more" in messages.catalogue_faults("ru", found)
    messages.update("ru", found, forget=True)
    assert "kites of the harbour" not in messages.read("ru").obsolete


@pytest.mark.parametrize("code", ["ar", "zh", "ru"])
def test_no_word_of_ours_is_left_in_english(code: str, folder: Path) -> None:
    left = {
        str(page.relative_to(folder)): words
        for page in sorted((folder / code).rglob("*.html"))
        if (words := _left_in_english(page, code))
    }
    assert left == {}


@pytest.mark.parametrize("code", CODES)
def test_every_page_says_its_language_and_direction(code: str, folder: Path) -> None:
    pages = list((folder / code).rglob("*.html"))
    roots = [html.fromstring(page.read_bytes()) for page in pages]
    assert {(root.get("lang"), root.get("dir")) for root in roots} == {(code, language(code).direction)}
