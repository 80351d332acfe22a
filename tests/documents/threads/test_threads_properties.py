"""Laws of threads, on random texts: nothing is lost, nothing is counted twice, a text twice says nothing new."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents.compare.test_properties import documents
from tests.documents.threads.chains import adopted, symbol

from stocktake.documents.model import Document
from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.model import Thread, Threads

JOINING = {"split", "merged", "back"}
random_texts = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def chained(*texts: Document) -> list[Document]:
    return [
        replace(
            each,
            data=replace(
                each.data, symbol=symbol(session), session=session, status="adopted", adopted=adopted(session)
            ),
        )
        for session, each in enumerate(texts, 91)
    ]


def joined_by(thread: Thread, document: str) -> bool:
    """Whether the thread was split, merged or back up to this text."""
    names = [life.document for life in thread.lives]
    return any(life.change in JOINING for life in thread.lives[: names.index(document) + 1])


def assert_whole(threads: Threads, texts: list[Document]) -> None:
    for each in texts:
        name = each.data.symbol or ""
        for paragraph in each.paragraphs:
            through = threads.through(name, paragraph.id)
            assert through
            assert len(through) == 1 or any(joined_by(thread, name) for thread in through)


@random_texts
@given(documents(), documents(), documents())
def test_every_paragraph_is_in_one_thread_or_in_several_that_joined(one: Document, two: Document, three: Document):
    texts = chained(one, two, three)
    threads = build_threads(texts)
    assert_whole(threads, texts)
    assert len({thread.id for thread in threads.threads}) == len(threads.threads)
    for thread in threads.threads:
        assert [life.change for life in thread.lives].count("first seen") == 1
        assert thread.gone_in is None or thread.life_in(thread.gone_in) is None


@random_texts
@given(documents())
def test_a_text_twice_gives_identical_lives(one: Document):
    for thread in build_threads(chained(one, one)).threads:
        assert [life.change for life in thread.lives] == ["first seen", "identical"]
        assert thread.first.paragraphs == thread.last.paragraphs


@random_texts
@given(documents(), documents(), st.booleans())
def test_the_same_texts_give_the_same_threads_in_any_order(one: Document, two: Document, turned: bool):
    texts = chained(one, two, one)
    assert build_threads(texts[::-1] if turned else texts) == build_threads(texts)


@random_texts
@given(documents(), documents())
def test_blocks_are_identical_paragraphs_side_by_side(one: Document, two: Document):
    texts = chained(one, two, one)
    words = {(each.data.symbol, p.id): p.text.casefold().strip(";,.") for each in texts for p in each.paragraphs}
    for block in build_threads(texts).blocks:
        assert block.size >= 3
        columns = [[words[each.document, p] for p in each.paragraphs] for each in block.stretches]
        assert all(column == columns[0] for column in columns)
