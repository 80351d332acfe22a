"""The comparison on the real texts: what people who know them say happened, by ids only."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake.documents.compare import Comparison, Pair, compare_documents
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document

pytestmark = pytest.mark.real

SEEDS = {
    "65/141": "seeds/004_cd0fbb38d84fe99a.txt",
    "67/195": "seeds/002_6685dddd1c3663d1.txt",
    "77/150": "seeds/000_ff88ad18e966784e.txt",
    "79/194": "seeds/001_b2b2b425cb4da82d.txt",
    "80/118": "seeds/003_b03e53008abf82d6.txt",
}


@pytest.fixture(scope="session")
def read(corpus: Path) -> Callable[[str], Document]:
    held: dict[str, Document] = {}

    def read_once(name: str) -> Document:
        if name not in held:
            held[name] = build_document(read_source(corpus / SEEDS.get(name, name)))
        return held[name]

    return read_once


def pair_of(comparison: Comparison, *, old: str) -> Pair:
    return next(pair for pair in comparison.pairs if old in pair.old)


@pytest.mark.parametrize("name", list(SEEDS))
def test_a_real_text_with_itself_is_all_identical(read: Callable[[str], Document], name: str):
    comparison = compare_documents(read(name), read(name))
    assert {(pair.change, pair.moved, pair.crosses, pair.notes_changed) for pair in comparison.pairs} == {
        ("identical", False, False, False)
    }


def test_the_first_paragraph_is_the_same_though_its_list_moved_into_a_note(read: Callable[[str], Document]):
    pair = pair_of(compare_documents(read("67/195"), read("77/150")), old="P1")
    assert (pair.new, pair.change, pair.notes_changed) == (("P1",), "edited", True)


def test_the_reporting_on_the_forum_is_dropped_and_its_neighbours_stay(read: Callable[[str], Document]):
    comparison = compare_documents(read("79/194"), read("80/118"))
    assert pair_of(comparison, old="34").change == "dropped"
    assert pair_of(comparison, old="35").new == ("37",)
    assert pair_of(comparison, old="24").new == ("26",)
    assert comparison.summary["moved"] == 0


def test_a_block_travels_unchanged_under_other_numbers(read: Callable[[str], Document]):
    comparison = compare_documents(read("79/194"), read("80/118"))
    block = [pair_of(comparison, old=str(number)) for number in range(36, 41)]
    assert [pair.new for pair in block] == [(str(number),) for number in range(38, 43)]
    assert not any(pair.moved for pair in block)


def test_the_text_and_the_pdf_of_one_resolution_are_the_same(read: Callable[[str], Document]):
    for symbol, pdf in (("79/194", "ict/A_RES_79_194.pdf"), ("80/118", "ict/A_RES_80_118.pdf")):
        summary = compare_documents(read(symbol), read(pdf)).summary
        assert (summary["added"], summary["dropped"], summary["moved"]) == (0, 0, 0)


def test_two_texts_on_other_subjects_have_little_in_common(read: Callable[[str], Document]):
    summary = compare_documents(read("80/118"), read("lineages/A_RES_80_75.pdf")).summary
    assert summary["identical"] + summary["edited"] + summary["split"] + summary["merged"] <= 2
