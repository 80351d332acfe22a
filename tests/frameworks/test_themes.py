"""The frameworks of themes and the lexicon: whole, consistent, ours."""

import pytest

from stocktake.errors import RequestError
from stocktake.frameworks.records import load_records
from stocktake.frameworks.theme_words import ThemeWords, procedural_clauses, speaks_of_icts, theme_words_in
from stocktake.frameworks.themes import FRAMEWORKS, checked_theme, load_themes, theme_codes


def test_there_are_eighteen_lines_seventeen_goals_and_five_objectives() -> None:
    assert [len(load_themes(each)) for each in FRAMEWORKS] == [18, 17, 5]
    assert theme_codes("WSIS")[5:8] == ("C6", "C7-egovernment", "C7-ebusiness")


def test_every_code_of_the_lexicon_is_one_of_a_framework() -> None:
    for record in load_records("theme_words", ThemeWords):
        assert set(record.wsis) <= set(theme_codes("WSIS")), record.words[0]
        assert set(record.sdg) <= set(theme_codes("SDG")), record.words[0]
        assert set(record.gdc) <= set(theme_codes("GDC")), record.words[0]
        assert bool(record.wsis or record.sdg or record.gdc) is (record.role == "theme"), record.words[0]


def test_every_theme_has_words() -> None:
    records = load_records("theme_words", ThemeWords)
    for framework, field in zip(FRAMEWORKS, ("wsis", "sdg", "gdc"), strict=True):
        assert {code for each in records for code in getattr(each, field)} == set(theme_codes(framework))


def test_the_lexicon_says_that_it_is_our_own() -> None:
    assert {each.source for each in load_records("theme_words", ThemeWords)} == {"own mapping"}


def test_the_longest_words_win_and_none_counts_inside_another() -> None:
    found = list(theme_words_in("the gender digital divide", icts=False))
    assert {(each.start, each.end) for each in found} == {(4, 25)}
    assert [each.code for each in found] == ["C2", "5", "1"]


def test_marks_of_either_kind_are_read() -> None:
    assert [each.code for each in theme_words_in("women’s low‑carbon boats", icts=False)] == ["5", "13"]


def test_a_title_speaks_of_icts_or_not() -> None:
    assert speaks_of_icts("Information and communications technologies for sustainable development")
    assert speaks_of_icts("The role of Artificial Intelligence")
    assert not speaks_of_icts("Tourism")


def test_a_clause_of_procedure_says_why() -> None:
    text = (
        "Welcomes the lamps, and requests the Keeper to submit a report on hunger to the Council at its session;"
    )
    (clause,) = procedural_clauses(text)
    assert text[clause.start :].startswith("requests the Keeper")
    assert clause.why == "it asks for a paper or a meeting, and lists what these are to take into account"


@pytest.mark.parametrize(
    ("text", "label"), [("c2", "C2"), ("sdg9", "SDG 9"), (" GDC  1 ", "GDC 1"), ("C7-EHEALTH", "C7-ehealth")]
)
def test_a_theme_is_named_however_it_is_written(text: str, label: str) -> None:
    assert checked_theme(text) == label


@pytest.mark.parametrize(
    ("text", "nearby"),
    [
        ("C99", "C9"),
        # An action line with applications is none by itself: all of them are offered.
        (
            "c7",
            "C7-egovernment, C7-ebusiness, C7-elearning, C7-ehealth, C7-eemployment, C7-eenvironment, C7-eagriculture, C7-escience",
        ),
    ],
)
def test_a_theme_that_is_none_is_refused_with_the_nearest(text: str, nearby: str) -> None:
    with pytest.raises(RequestError) as caught:
        checked_theme(text)
    assert caught.value.message == (
        f"expected the code of a theme, but {text!r} is none. Nearest: {nearby}. "
        "Write an action line (C2, C7-ehealth), a Goal (SDG 9) or an objective of the Compact (GDC 1)."
    )
