"""Figures of the real texts: those on which the design rests, by place and value, and what holds for all of them."""

import pytest

from stocktake.documents.find.figures import Figure, find_figures
from stocktake.documents.model import Document
from stocktake.values.span import words_at

pytestmark = pytest.mark.real

USE = "individuals using the Internet"
NOT_USE = "individuals not using the Internet"
ACCESS = "access to the Internet"
NO_ACCESS = "without access to the Internet"
Row = tuple[str, float, str | None, str | None, str | None, int | None, str]
"""Paragraph, value, comparator, area, sex, year, measure."""

# What issue and design hold the texts to: methods.md section 0, reference.md section 1.
SEEDS: dict[str, list[Row]] = {
    "004_cd0fbb38d84fe99a": [
        ("P13", 25, "nearly", "WLD", None, None, ACCESS),
        ("P13", 18, "less than", "DVG", None, None, USE),
        ("P13", 60, "more than", "DEV", None, None, USE),
    ],
    "002_6685dddd1c3663d1": [
        ("P13", 33.3, None, "WLD", None, None, ACCESS),
        ("P14", 24.4, "only", "DVG", None, 2011, USE),
        ("P14", 70.2, None, "DEV", None, 2011, USE),
    ],
    "000_ff88ad18e966784e": [
        ("P50", 50, "almost", "WLD", None, None, NO_ACCESS),
        ("P50", 80, "more than", "LDC", None, None, NO_ACCESS),
        ("17", 90, None, "DEV", None, None, USE),
        ("17", 57, "only", "DVG", None, None, USE),
        ("23", 62, None, "WLD", "male", None, USE),
        ("23", 57, None, "WLD", "female", None, USE),
        ("23", 19, "only", "LDC", "female", None, USE),
        ("23", 31, None, "LDC", "male", None, USE),
    ],
    "001_b2b2b425cb4da82d": [
        ("P54", 33.3, "approximately", "WLD", None, None, NO_ACCESS),
        ("P54", 66.7, "approximately", "LDC", None, None, NO_ACCESS),
        ("24", 90, None, "DEV", None, None, USE),
        ("24", 57, "only", "DVG", None, None, USE),
        ("30", 70, None, "WLD", "male", None, USE),
        ("30", 65, None, "WLD", "female", None, USE),
        ("30", 30, "only", "LDC", "female", None, USE),
        ("30", 41, None, "LDC", "male", None, USE),
    ],
    "003_b03e53008abf82d6": [
        ("P58", 33.3, "approximately", "WLD", None, None, NOT_USE),
        ("P58", 66.7, "approximately", "LDC", None, None, NOT_USE),
        ("26", 93, None, "HIC", None, 2024, USE),
        ("26", 27, "only", "LIC", None, 2024, USE),
        ("32", 70, None, "WLD", "male", None, USE),
        ("32", 65, None, "WLD", "female", None, USE),
        ("32", 29, "only", "LDC", "female", None, USE),
        ("32", 41, None, "LDC", "male", None, USE),
    ],
}


def row(figure: Figure) -> Row:
    value = figure.value if figure.value is not None else -1
    return (figure.paragraph, value, figure.comparator, figure.area, figure.sex, figure.year, figure.measure)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_seeds_say_what_the_design_says_they_say(read: dict[str, Document], seed: str):
    shares = [each for each in find_figures(read[seed]) if each.unit == "per cent"]
    assert [row(each) for each in shares] == SEEDS[seed]


def test_the_source_of_the_figures_of_80_118_is_its_note_20(read: dict[str, Document]):
    figures = [each for each in find_figures(read["A_RES_80_118"]) if each.paragraph == "26"]
    assert [(each.notes, each.year, each.year_basis) for each in figures] == [(("20",), 2024, "source")] * 2


def test_use_and_access_are_told_apart_between_79_194_and_80_118(read: dict[str, Document]):
    before = next(each for each in find_figures(read["A_RES_79_194"]) if each.paragraph == "P54")
    after = next(each for each in find_figures(read["A_RES_80_118"]) if each.paragraph == "P58")
    assert (before.measure, before.indicator, before.negated) == (NO_ACCESS, None, True)
    assert (after.measure, after.indicator, after.negated) == (NOT_USE, "17.8.1", True)


def test_spans_give_the_words_in_every_text(read: dict[str, Document]):
    for document in read.values():
        for each in find_figures(document):
            assert words_at(document.source_text, each.spans) == each.quote
            assert words_at(document.source_text, each.printed_spans) == each.printed
