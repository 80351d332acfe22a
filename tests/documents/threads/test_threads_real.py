"""Threads over the real chain on information and communications technologies, by ids only."""

from dataclasses import replace
from pathlib import Path

import pytest

from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.model import ChainText, Thread, Threads
from stocktake.documents.threads.refine import refined_by
from stocktake.frameworks.lineages import lineage_of

pytestmark = pytest.mark.real

FILES = {
    "65/141": "seeds/004_cd0fbb38d84fe99a.txt",
    "67/195": "seeds/002_6685dddd1c3663d1.txt",
    "77/150": "seeds/000_ff88ad18e966784e.txt",
    "78/132": "ict/A_RES_78_132.pdf",
    "79/194": "seeds/001_b2b2b425cb4da82d.txt",
    "80/118": "seeds/003_b03e53008abf82d6.txt",
}
FIVE = tuple(name for name in FILES if name != "78/132")


@pytest.fixture(scope="session")
def texts(corpus: Path) -> dict[str, Document]:
    held = {name: build_document(read_source(corpus / path)) for name, path in FILES.items()}
    # What the user says with --symbol: this draft prints no symbol and no session.
    nameless = held["67/195"]
    return {**held, "67/195": replace(nameless, data=replace(nameless.data, symbol="A/RES/67/195"))}


@pytest.fixture(scope="session")
def chain() -> tuple[ChainText, ...]:
    lineage = lineage_of("A/RES/80/118")
    assert lineage is not None
    return tuple(
        ChainText(each.symbol, each.adopted.isoformat() if each.adopted else None) for each in lineage.texts
    )


@pytest.fixture(scope="session")
def five(texts: dict[str, Document], chain: tuple[ChainText, ...]) -> Threads:
    return build_threads([texts[name] for name in FIVE], chain=chain)


@pytest.fixture(scope="session")
def six(texts: dict[str, Document], chain: tuple[ChainText, ...]) -> Threads:
    return build_threads([texts[name] for name in FILES], chain=chain)


def the(threads: Threads, place: str) -> Thread:
    name, paragraph = place.split(":")
    return threads.through(f"A/RES/{name}", paragraph)[0]


def story(thread: Thread) -> dict[str, tuple[str, str]]:
    return {life.document[6:]: ("+".join(life.paragraphs), life.change) for life in thread.lives}


def test_the_drafts_stand_in_and_are_marked(five: Threads):
    assert [(each.name, each.status) for each in five.held] == [
        ("A/RES/65/141", "adopted"),
        ("A/RES/67/195", "draft"),
        ("A/RES/77/150", "draft"),
        ("A/RES/79/194", "adopted"),
        ("A/RES/80/118", "adopted"),
    ]
    assert "A/RES/66/184" in five.not_held
    assert "A/RES/78/132" in five.not_held


def test_the_sentence_on_the_poor_is_gone_for_years_and_comes_back(five: Threads):
    back = the(five, "65/141:4")
    assert story(back) == {
        "65/141": ("4", "first seen"),
        "67/195": ("5", "identical"),
        "79/194": ("P35", "back"),
        "80/118": ("P39", "edited"),
    }
    assert (back.absent, back.gone_in, back.age) == (("A/RES/77/150",), None, 15)
    life = back.life_in("A/RES/79/194")
    assert life is not None
    assert life.crosses


def test_the_old_figure_is_followed_and_its_edit_dated(five: Threads):
    figure = the(five, "80/118:26")
    assert figure.id == "77/150:17"
    assert [each for _, each in story(figure).values()] == ["first seen", "identical", "edited"]
    assert figure.note.startswith("not in A/RES/67/195, present in A/RES/77/150, nine texts between not held")
    assert (figure.age, figure.older_possible) == (3, True)


def test_the_reporting_on_the_forum_vanished_with_its_duty(five: Threads):
    (lost,) = [each for each in five.vanished if each.document == "A/RES/79/194" and each.paragraphs == ("34",)]
    assert (lost.gone_in, lost.whole, [duty.id for duty in lost.duties]) == ("A/RES/80/118", True, ["79/194:34#1"])
    assert the(five, "79/194:34").gone_in == "A/RES/80/118"
    gone = [each for each in five.vanished if each.gone_in == "A/RES/80/118" and each.whole]
    assert [each.paragraphs for each in gone] == [("34",), ("P53",), ("22",), ("60",)]


def test_a_decision_that_went_to_the_preamble_is_a_duty_lost_by_an_edit(five: Threads):
    lost = [each for each in five.vanished if each.document == "A/RES/65/141" and not each.whole]
    # In paragraph 12 the need for resources became their importance, which asks for nothing.
    assert [(each.paragraphs, each.gone_in) for each in lost] == [
        (("12",), "A/RES/67/195"),
        (("20",), "A/RES/67/195"),
    ]


def test_the_fossil_block_travels_through_all_the_later_texts(five: Threads, six: Threads):
    starts = [(each.document[6:], each.paragraphs[0], each.paragraphs[-1]) for each in five.blocks[0].stretches]
    assert starts == [("77/150", "28", "33"), ("79/194", "35", "40"), ("80/118", "37", "42")]
    assert [len(each.stretches) for each in six.blocks[:3]] == [4, 4, 4]
    assert six.blocks[0].stretches[-1] == five.blocks[0].stretches[-1]


@pytest.mark.parametrize("pair", [("36", "65"), ("3", "48"), ("24", "61")])
def test_what_one_text_says_twice_is_shown(five: Threads, pair: tuple[str, str]):
    found = [
        each for each in five.repeats if each.document == "A/RES/80/118" and set(pair) <= set(each.paragraphs)
    ]
    assert found
    assert len([each for each in five.repeats if each.document == "A/RES/80/118"]) < 45


def test_every_paragraph_is_in_one_thread_or_in_several_that_joined(six: Threads, texts: dict[str, Document]):
    for name, document in texts.items():
        for paragraph in document.paragraphs:
            through = six.through(f"A/RES/{name}", paragraph.id)
            joined = {life.change for thread in through for life in thread.lives} & {"merged", "split", "back"}
            assert len(through) == 1 or (through and joined)


def test_holding_one_text_more_refines_the_threads_and_says_what(five: Threads, six: Threads):
    refinements = {each.kind: each for each in refined_by(five, six)}
    first = refinements["first seen"]
    assert (first.document, len(first.threads), "78/132:18" in first.threads) == ("A/RES/78/132", 8, True)
    assert refinements["back"].threads == ("65/141:4",)
    assert the(six, "65/141:4").lives[2].document == "A/RES/78/132"
    assert the(six, "80/118:24").id == "78/132:18"
    assert {each.document for each in refinements.values()} == {"A/RES/78/132"}


def test_the_order_of_the_texts_does_not_show(
    texts: dict[str, Document], chain: tuple[ChainText, ...], five: Threads
):
    assert build_threads([texts[name] for name in reversed(FIVE)], chain=chain) == five
