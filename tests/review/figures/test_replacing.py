"""Candidates for the next text: the sentence's own words with newer numbers."""

from dataclasses import replace
from datetime import date

import pytest
from figured import AS_OF, audit_text, published, resolution_of

from stocktake.documents.draft import apply_changes, propose_changes
from stocktake.review.figures.candidates import changes_of
from stocktake.review.figures.model import Replacement, Value
from stocktake.review.figures.replacing import propose_replacements


def series(value: float, year: int = 2044, *, area: str = "WLD", sex: str | None = None) -> Value:
    return published(value, year, f"{year}-12-01", area=area, sex=sex, basis="series")


def proposed(words: str, *values: Value) -> tuple[Replacement, ...]:
    return tuple(propose_replacements(audit_text(resolution_of(words), values), AS_OF))


def next_words(words: str, *values: Value) -> str:
    """The paragraph with all candidates accepted."""
    document = resolution_of(words)
    found = tuple(propose_replacements(audit_text(document, values), AS_OF))
    paragraph = document.paragraph("1")
    assert paragraph is not None
    for each in found:
        assert paragraph.text[each.start : each.end] == each.old
    return apply_changes(paragraph.text, changes_of(found))


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("Notes that 68 per cent of people worldwide use the Internet;", 71.46, "Notes that 71 per cent of people worldwide use the Internet;"),
        ("Notes that 68.2 per cent of people worldwide use the Internet;", 71.46, "Notes that 71.5 per cent of people worldwide use the Internet;"),
        ("Notes that only 68 per cent of people worldwide use the Internet;", 71.46, "Notes that only 71 per cent of people worldwide use the Internet;"),
        ("Notes that two thirds of people worldwide use the Internet;", 71.46, "Notes that 71 per cent of people worldwide use the Internet;"),
        ("Notes that two thirds of people worldwide use the Internet;", 67.2, "Notes that two thirds of people worldwide use the Internet;"),
        ("Notes that almost three in five people worldwide use the Internet;", 71.46, "Notes that 71 per cent of people worldwide use the Internet;"),
        ("Notes that about a third of people worldwide are offline;", 78.3, "Notes that about 22 per cent of people worldwide are offline;"),
        ("Notes that more than 60 per cent of people worldwide use the Internet;", 71.46, "Notes that more than 60 per cent of people worldwide use the Internet;"),
        ("Notes that less than 60 per cent of people worldwide use the Internet;", 71.46, "Notes that 71 per cent of people worldwide use the Internet;"),
        ("Notes that 71 per cent of people worldwide use the Internet;", 71.46, "Notes that 71 per cent of people worldwide use the Internet;"),
        ("Notes that 68 per cent of people worldwide used the Internet in 2043;", 71.46, "Notes that 71 per cent of people worldwide used the Internet in 2044;"),
    ],
)  # fmt: skip
def test_the_sentence_keeps_its_words_and_its_places(words: str, value: float, expected: str):
    old = series(68, 2043)
    assert next_words(words, old, series(value)) == expected


PAIR = "Notes that 70 per cent of men use the Internet worldwide, compared with 65 per cent of women;"


def test_the_figures_of_a_sentence_move_together_or_not_at_all():
    men, women = series(73, sex="male"), series(66, sex="female")
    assert next_words(PAIR, men, women) == (
        "Notes that 73 per cent of men use the Internet worldwide, compared with 66 per cent of women;"
    )
    assert proposed(PAIR, men) == ()
    earlier = series(66, 2043, sex="female")
    assert proposed(PAIR, men, earlier) == ()
    assert [each.new for each in proposed(PAIR, series(69, 2043, sex="male"), men, earlier)] == [
        "69 per cent",
        "66 per cent",
    ]


def test_headline_figures_and_older_series_move_nothing():
    words = "Notes that 68 per cent of people worldwide use the Internet;"
    assert proposed(words, published(68, 2043, "2043-11-20"), published(71, 2044, "2044-11-20")) == ()
    assert proposed(words, published(68, 2043, "2043-11-20"), series(60, 2040)) == ()


def test_the_reason_names_the_source():
    (found,) = proposed("Notes that 68 per cent of people worldwide use the Internet;", series(71))
    assert found.because == (
        "The newest value held is 71 per cent for 2044 (Example Bureau, use.csv, 1 December 2044), from use.csv, row 3."
    )
    assert (found.paragraph, found.old, found.new, found.source) == ("1", "68 per cent", "71 per cent", series(71))


def test_the_note_that_cites_the_old_source_is_named():
    document = resolution_of(
        "Notes that 68 per cent of people worldwide use the Internet;¹", note="Example Bureau, Example Facts 2043."
    )
    (found,) = propose_replacements(audit_text(document, (series(68, 2043), series(71))), AS_OF)
    assert found.besides == "Note 1 cites where the old figure stands, and needs the new source."
    assert found.because.endswith(found.besides)


def test_files_of_one_publisher_and_day_are_of_one_release():
    men, women = (
        replace(series(share, sex=sex), edition=f"Example Bureau, {sex}.csv")
        for share, sex in ((73, "male"), (66, "female"))
    )
    assert proposed(PAIR, men, women) == ()
    named = [replace(each, publisher="Example Bureau") for each in (men, women)]
    assert [each.new for each in proposed(PAIR, *named)] == ["73 per cent", "66 per cent"]


def test_candidates_are_changes_of_the_next_draft_with_their_reason():
    words = "Notes that 68 per cent of people worldwide use the Internet;"
    changes = changes_of(proposed(words, series(71)))
    drafted = propose_changes(resolution_of(words), as_of=date(2045, 1, 15), chains=(), candidates=changes)
    (change,) = [each for each in drafted if each.place == "1"]
    assert (change.old, change.new, change.rule, change.bracketed) == (
        "68 per cent",
        "71 per cent",
        "newer figures",
        False,
    )
    assert change.comment == (
        "A newer figure of the same is held. From: 71 per cent for 2044 (Example Bureau, use.csv, 1 December 2044) "
        "(use.csv, row 3)."
    )
