"""Passages laid out as a text with lines, and the numerals of automatic lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.documents.sources.extracted import PLAIN, RAISED, Passage, Piece, Style, lay_out
from stocktake.documents.sources.line import Run, Zone
from stocktake.documents.sources.numerals import HTML_FORMS, WORD_FORMS

STYLES = st.builds(Style, st.booleans(), st.booleans(), st.booleans())
PASSAGES = st.lists(st.lists(st.tuples(st.text(max_size=6), STYLES), max_size=5), max_size=5)


def passage(*pieces, **about):
    made = Passage(**about)
    for text, style in pieces:
        made.add(text, style)
    return made


def test_blank_passages_are_left_out_and_ends_are_stripped():
    text, lines = lay_out([passage(("\t a ", PLAIN)), passage(("  ", PLAIN)), passage(("b", PLAIN), page=2)])
    assert text == "a\nb"
    assert [(line.start, line.end, line.indent, line.page) for line in lines] == [
        (0, 1, True, 0),
        (2, 3, False, 2),
    ]


def test_a_raised_run_holds_its_mark_and_no_space():
    _, (line,) = lay_out([passage(("a", PLAIN), (" 1 ", RAISED), ("b", PLAIN), zone=Zone.NOTE)])
    assert line.runs == (Run(0, "a "), Run(2, "1", raised=True), Run(3, " b"))
    assert line.zone is Zone.NOTE


def test_neighbours_of_one_style_are_one_run():
    _, (line,) = lay_out([passage(("a", PLAIN), ("b", PLAIN))])
    assert line.runs == (Run(0, "ab"),)
    assert Piece("a") == Piece("a", PLAIN)


@given(PASSAGES)
def test_offsets_hold_and_no_words_are_lost(passages):
    made = [passage(*pieces) for pieces in passages]
    text, lines = lay_out(made)
    assert "\n".join(line.text for line in lines) == text
    for line in lines:
        assert (line.runs[0].start, line.runs[-1].end) == (line.start, line.end)
        assert all(text[run.start : run.end] == run.text for run in line.runs)
    assert "".join(text.split()) == "".join("".join(each.text for each in made).split())


@pytest.mark.parametrize(
    ("forms", "form", "expected"),
    [
        (WORD_FORMS, "lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 781: "781", 0: "0"}),
        (HTML_FORMS, "a", {1: "a", 26: "z", 27: "aa", 28: "ab", 0: "0"}),
        (HTML_FORMS, "upper-roman", {1: "I", 4: "IV", 1999: "MCMXCIX", 4000: "4000", 0: "0"}),
        (WORD_FORMS, "ordinal", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd", 112: "112th"}),
        (WORD_FORMS, "decimalZero", {7: "07", 12: "12"}),
    ],
)
def test_numerals(forms, form, expected):
    assert {count: forms[form](count) for count in expected} == expected
