"""The languages of the interface: words, plural forms, dates and numbers as each of them writes them."""

from datetime import date, timedelta

import pytest
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

from stocktake.publish.site import languages as languages_module
from stocktake.publish.site.languages import NAMES, OWN, language, languages

DUTIES = ("%(num)s duty in force", "%(num)s duties in force")


def test_the_languages_are_the_six_official_ones_in_the_order_of_the_english_alphabet() -> None:
    assert [each.code for each in languages()] == ["ar", "zh", "en", "fr", "ru", "es"]
    assert {each.code for each in languages() if each.direction == "rtl"} == {"ar"}


def test_the_pages_of_our_own_language_stand_at_the_root() -> None:
    assert [each.folder for each in languages()] == ["ar/", "zh/", "", "fr/", "ru/", "es/"]


def test_words_without_a_translation_stay_as_they_are_and_are_known_to_be_ours() -> None:
    russian = language("ru")
    assert russian.words("kite makers of the harbour") == "kite makers of the harbour"
    assert not russian.has("kite makers of the harbour")
    assert russian.words("Search") == "Поиск"
    assert russian.has("Search")
    assert language(OWN).has("kite makers of the harbour")


@pytest.mark.parametrize(
    ("code", "number", "words"),
    [
        ("en", 1, "1 duty in force"),
        ("en", 0, "0 duties in force"),
        ("en", 1234, "1,234 duties in force"),
        ("fr", 0, "0 tâche en vigueur"),
        ("fr", 2, "2 tâches en vigueur"),
        ("es", 1234, "1.234 tareas vigentes"),
        ("ru", 1, "1 действующее поручение"),
        ("ru", 3, "3 действующих поручения"),
        ("ru", 11, "11 действующих поручений"),
        ("ru", 21, "21 действующее поручение"),
        ("zh", 7, "7项现行任务"),
        ("ar", 0, "لا تكليفات سارية"),
        ("ar", 1, "تكليف واحد سارٍ"),
        ("ar", 2, "تكليفان ساريان"),
        ("ar", 3, "3 تكليفات سارية"),
        ("ar", 11, "11 تكليفًا ساريًا"),
        ("ar", 100, "100 تكليف سارٍ"),
    ],
)
def test_a_number_takes_the_form_of_its_language(code: str, number: int, words: str) -> None:
    assert language(code).counted(*DUTIES, number) == words


def test_a_number_whose_words_no_catalogue_has_takes_the_english_form() -> None:
    assert language("ru").counted("%(num)s kite", "%(num)s kites", 2) == "2 kites"


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("ar", "1 آذار/مارس 2044", "آذار/مارس 2044"),
        ("zh", "2044年3月1日", "2044年3月"),
        ("en", "1 March 2044", "March 2044"),
        ("fr", "1er mars 2044", "mars 2044"),
        ("ru", "1 марта 2044\u202fг.", "март 2044\u202fг."),
        ("es", "1 de marzo de 2044", "marzo de 2044"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(code: str, day: str, month: str) -> None:
    spoken = language(code)
    assert spoken.date("2044-03-01") == day
    assert spoken.date("2044-03") == month
    assert spoken.date("2044") == "2044"


def test_only_the_first_day_of_a_french_month_is_an_ordinal() -> None:
    assert language("fr").date("2044-03-11") == "11 mars 2044"
    assert language("fr").date("2044-12-21") == "21 décembre 2044"


@pytest.mark.parametrize(
    ("code", "whole", "part"),
    [
        ("ar", "1,234,567", "0.5"),
        ("zh", "1,234,567", "0.5"),
        ("en", "1,234,567", "0.5"),
        ("fr", "1\u202f234\u202f567", "0,5"),
        ("ru", "1\xa0234\xa0567", "0,5"),
        ("es", "1.234.567", "0,5"),
    ],
)
def test_a_number_has_the_signs_of_its_language(code: str, whole: str, part: str) -> None:
    assert language(code).number(1_234_567) == whole
    assert language(code).number(0.5, 1) == part


@pytest.mark.parametrize(
    ("code", "preamble", "operative"),
    [
        ("ar", "الفقرة 3 من الديباجة", "الفقرة 14(a)"),
        ("zh", "序言部分第3段", "第14(a)段"),
        ("en", "preambular paragraph 3", "paragraph 14(a)"),
        ("fr", "alinéa 3 du préambule", "paragraphe 14(a)"),
        ("ru", "пункт 3 преамбулы", "пункт 14(a)"),
        ("es", "párrafo 3 del preámbulo", "párrafo 14(a)"),
    ],
)
def test_a_paragraph_is_named_as_documents_of_the_language_name_it(
    code: str, preamble: str, operative: str
) -> None:
    assert language(code).place("P3") == preamble
    assert language(code).place("14(a)") == operative


def test_an_annex_and_its_parts_are_named_and_what_is_a_name_stays() -> None:
    assert language("es").place("annex 2") == "anexo 2"
    assert language("es").place("annex 2 part 3") == "anexo 2, parte 3"
    assert language("en").place("annex 2 part 3") == "annex 2, part 3"
    assert language("es").place("note 4") == "note 4"


def test_lists_have_the_comma_of_their_language() -> None:
    assert {each.code: each.comma for each in languages()} == {
        **dict.fromkeys(NAMES, ", "),
        "ar": "، ",
        "zh": "、",
    }
    assert {each.code: each.semicolon for each in languages()} == {
        **dict.fromkeys(NAMES, "; "),
        "ar": "؛ ",
        "zh": "；",
    }


@given(st.sampled_from(sorted(NAMES)), st.integers(0, 10**7))
def test_every_number_has_words_in_every_language(code: str, number: int) -> None:
    words = language(code).counted(*DUTIES, number)
    assert "%" not in words
    assert language(code).number(number) in words or number <= len(("one", "two"))


@given(st.sampled_from(sorted(NAMES)), st.dates(date(1945, 1, 1), date(2100, 1, 1)))
def test_different_days_never_read_alike(code: str, day: date) -> None:
    spoken = language(code)
    assert spoken.date(day.isoformat()) != spoken.date((day + timedelta(days=1)).isoformat())
    assert str(day.year) in spoken.date(day.isoformat())


def test_a_translation_that_is_to_be_confirmed_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalog(locale="ru")
    catalogue.add("Lamps", "Лампы", flags=["fuzzy"])
    catalogue.add(("%(num)s lamp", "%(num)s lamps"), ("%(num)s лампа", "%(num)s лампы", ""))
    monkeypatch.setattr(languages_module, "_catalogue", lambda _code: catalogue)
    russian = language("ru")
    assert russian.words("Lamps") == "Lamps"
    assert not russian.has("Lamps")
    assert russian.counted("%(num)s lamp", "%(num)s lamps", 2) == "2 lamps"
