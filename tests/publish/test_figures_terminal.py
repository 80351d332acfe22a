"""The page of a text's figures: whose, of which year, of what; and it keeps to eighty columns."""

from dataclasses import replace

from laid_out import make_document

from stocktake.documents.find.figures import find_figures
from stocktake.documents.model import NoteMark
from stocktake.publish.figures_terminal import render_figures
from stocktake.publish.terminal import to_text


def page(*paragraphs: str, note: str | None = None) -> str:
    document = make_document(paragraphs, {"1": note} if note else None)
    if note:
        first = document.paragraphs[0]
        document = replace(document, paragraphs=(replace(first, marks=(NoteMark("1", len(first.text)),)),))
    return to_text(render_figures(document, find_figures(document)))


def test_a_figure_stands_with_what_is_known_of_it():
    out = page(
        "Noting that only 9 per cent of women in Chad use the Internet,",
        note="Lamps in Figures 2019 (Quayside, 2020).",
    )
    assert out.startswith("X/RES/9/1 prints 1 figure\n")
    assert "only 9 per cent" in out
    assert "Chad, women" in out
    assert "2019*" in out
    assert "* the year in the title of the publication that the note cites" in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_text_without_figures_says_so():
    assert page("Recalling the five meetings of 2015,") == "X/RES/9/1 prints 0 figures\n"


def test_a_period_and_a_target_are_said():
    out = page("Urges keepers to halve the number of wrecks; notes 9 million dollars for the period 2024–2025;")
    assert "(target)" in out
    assert "2024–2025" in out
    assert "*" not in out
