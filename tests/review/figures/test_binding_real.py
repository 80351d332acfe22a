"""Binding on the real texts, with headline figures alone."""

from datetime import date
from pathlib import Path

import pytest

from stocktake.documents.find.figures import find_figures
from stocktake.documents.reading import read_document
from stocktake.review.figures.binding import bind_figures, wanted_of
from stocktake.review.figures.values import known_values

pytestmark = pytest.mark.real


def bindings(corpus: Path, name: str) -> dict[tuple[str, str], str | None]:
    """The record that each figure of a text is bound to, by paragraph and printed words."""
    (file,) = (corpus / "seeds").glob(f"{name}_*.txt")
    document = read_document(file.read_bytes(), file.name)
    figures = find_figures(document)
    known = known_values(wanted_of(figures), {}, date(2026, 11, 22))
    found = bind_figures(document, figures, known)
    return {
        (figure.paragraph, figure.printed): binding.bound.record if binding.bound else None
        for figure, binding in zip(figures, found, strict=True)
    }


def test_the_edition_cited_and_the_latest_before_the_text(corpus: Path):
    found = bindings(corpus, "003")
    assert found["26", "93 per cent"] == "ff2024-high-income"
    assert found["26", "27 per cent"] == "ff2024-low-income"
    assert found["32", "70 per cent"] == "ff2024-world-men"
    assert found["32", "29 per cent"] == "ff2024-ldc-women"
    assert found["P58", "a third"] == "ff2024-world"
    assert found["P39", "the majority"] is None


def test_a_figure_carried_over_is_still_of_its_old_edition(corpus: Path):
    old, new = bindings(corpus, "000"), bindings(corpus, "001")
    assert old["17", "57 per cent"] == new["24", "57 per cent"] == "ff2021-developing"
    assert old["P50", "half"] is None
    assert new["P54", "a third"] is None


def test_without_an_edition_of_its_time_nothing_is_bound(corpus: Path):
    assert set(bindings(corpus, "002").values()) == {None}
    assert set(bindings(corpus, "004").values()) == {None}
