"""Remarks on comparing two texts, word for word."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.compare.factories import document, provision, provisions

from stocktake.documents.compare import compare_documents
from stocktake.documents.compare.remarks import RELATED, comparison_findings, continued_share
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.findings import Code, Finding


def remarks(old: Document, new: Document) -> tuple[Finding, ...]:
    return comparison_findings(compare_documents(old, new), old, new)


def dated(text: Document, **data: object) -> Document:
    return replace(text, data=replace(text.data, **data))


OLD, NEW = document(provisions(6), symbol="X/RES/1/1"), document(provisions(7), symbol="X/RES/2/1")


def test_two_texts_of_one_matter_in_order_need_no_remark():
    assert remarks(OLD, NEW) == ()


def test_unrelated_texts_are_said_to_be():
    other = document([provision(number) for number in range(7, 14)], symbol="X/RES/3/1")
    assert remarks(OLD, other) == (
        Finding(
            Code.UNRELATED_TEXTS,
            "document",
            "The two texts hardly have anything in common: no paragraph is in both.",
            "Look whether these are the two texts you mean.",
        ),
    )


def test_one_stock_sentence_does_not_make_two_texts_related():
    other = document([provision(number) for number in range(5, 12)], symbol="X/RES/3/1")
    assert remarks(OLD, other)[0].message == (
        "The two texts hardly have anything in common: 1 paragraph is in both."
    )


def test_a_short_text_inside_a_long_one_is_related():
    assert remarks(document(provisions(2), symbol="X/RES/3/1"), document(provisions(14), symbol="X/RES/4/1")) == ()


def test_the_same_text_under_two_names_and_in_two_files():
    assert remarks(OLD, dated(OLD, symbol="X/RES/9/9")) == (
        Finding(
            Code.SAME_TEXT,
            "document",
            "X/RES/1/1 and X/RES/9/9 have the same words, paragraph by paragraph, notes included.",
        ),
    )
    other = replace(OLD, source=replace(OLD.source, name="other.txt"))
    assert remarks(OLD, other)[0].message == (
        "X/RES/1/1 (specimen.txt) and X/RES/1/1 (other.txt) have the same words, paragraph by paragraph, notes included."
    )


def test_two_languages_are_named_and_nothing_else_is_said_of_the_words():
    assert remarks(dated(OLD, language="fr"), dated(document(["Prie les villes;"]), language="en")) == (
        Finding(
            Code.LANGUAGES_DIFFER,
            "document",
            "X/RES/1/1 is in language fr, X/RES/1/1 in en.",
            "Compare two texts in one language.",
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ({"status": "adopted", "adopted": "2044-12-12"}, {"status": "adopted", "adopted": "2043-12-12"}, True),
        ({"status": "adopted", "adopted": "2044-12-12"}, {"status": "draft", "distributed": "2044-11-03"}, True),
        ({"status": "adopted", "adopted": "2044-12-12"}, {"status": "adopted", "adopted": "2044-12-12"}, False),
        ({"session": 99, "organ": "X"}, {"session": 98, "organ": "X"}, True),
        ({"session": 2043, "organ": "X"}, {"session": 98, "organ": "Y"}, False),
        ({"status": "adopted", "adopted": "2044-12-12"}, {}, False),
    ],
)
def test_a_newer_text_named_first_is_noticed(old: dict[str, object], new: dict[str, object], said: bool):
    codes = [each.code for each in remarks(dated(OLD, **old), dated(NEW, **new))]
    assert codes == [Code.OUT_OF_ORDER] * said


def test_out_of_order_in_words():
    late = dated(OLD, status="adopted", adopted="2044-12-12", session=99)
    early = dated(NEW, status="adopted", adopted="2043-12-12", session=98)
    assert remarks(late, early) == (
        Finding(
            Code.OUT_OF_ORDER,
            "document",
            "X/RES/1/1 (2044-12-12) is newer than X/RES/2/1 (2043-12-12).",
            "Name the earlier text first.",
        ),
    )


def test_a_text_without_paragraphs_cannot_be_compared():
    assert remarks(OLD, document([], symbol="X/DEC/1/1")) == (
        Finding(
            Code.NO_PARAGRAPHS,
            "document",
            "No paragraph was found in X/DEC/1/1: there is nothing to compare with.",
            "Look whether it is a resolution.",
        ),
    )


@pytest.mark.real
def test_real_texts_keep_clear_of_the_threshold_on_both_sides(corpus: Path):
    names = ("seeds/004_cd0fbb38d84fe99a.txt", "ict/A_RES_80_118.pdf", "lineages/A_RES_79_200.pdf")
    first, last, other = (build_document(read_source(corpus / name)) for name in names)
    assert continued_share(compare_documents(first, last)) > 1.5 * RELATED
    assert continued_share(compare_documents(other, last)) < RELATED / 1.5
