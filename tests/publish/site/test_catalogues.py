"""The catalogues: every message in every language, with its placeholders and plural forms, and no other message."""

import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.catalog import Catalog, Message

import messages
from stocktake.publish.site.languages import language
from stocktake.publish.site.terms import TYPES, terms

CODES = tuple(messages.PLURALS)


@pytest.fixture(scope="module")
def found() -> Catalog:
    """Every message that a page may say."""
    return messages.template()


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_translated_and_none_is_obsolete_fuzzy_or_wrong(code: str, found: Catalog) -> None:
    assert sorted(messages.catalogue_faults(code, found)) == []


IN_COMMON: Mapping[str, frozenset[str]] = {
    "zh": frozenset({"%(size)s KB"}),
    "es": frozenset({"%(size)s KB", "Internet"}),
    "fr": frozenset(
        {"Action", "Actions", "Pages", "Page %(number)s", "Source", "Sources", "Notes", "Versions", "Index"}
        | {"Observations", "Corrections", "Contributions", "session", "parties", "institutions"}
        | {"%(num)s observation", "Internet"}
    ),
}
"""Words that a language writes as English does."""


@pytest.mark.parametrize("code", CODES)
def test_no_translation_is_the_english_words(code: str) -> None:
    catalog = messages.read(code)
    same = {each.id for each in catalog if each.id and each.string == each.id}
    assert {each if isinstance(each, str) else each[0] for each in same} <= IN_COMMON.get(code, frozenset()) | {
        "%(text)s, %(place)s"
    }


_PLACEHOLDER = re.compile(r"%\(\w+\)s")
UNWRITTEN: Mapping[str, str] = {
    "ar": '[,;?"“”\u0660-\u0669]',
    "zh": '[,;:?!()"]|[\u4e00-\u9fff] | [\u4e00-\u9fff]',
    "fr": "(?<!\u202f)[:;!?»]|«(?!\u202f)|['\"]",
    "ru": '[ё"“”]| - ',
    "es": "[\"“”']",
}
"""What the United Nations does not write in a language: signs of another script, a wrong or missing space, ё."""


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_its_own_signs_and_spaces(code: str) -> None:
    said = chain.from_iterable(
        [each.string] if isinstance(each.string, str) else each.string for each in messages.read(code) if each.id
    )
    assert [each for each in said if re.search(UNWRITTEN[code], _PLACEHOLDER.sub("0", each))] == []


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


def test_an_update_keeps_every_translation(
    found: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
