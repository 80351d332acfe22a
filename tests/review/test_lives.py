"""Which texts of a workspace are followed, and which stand in for what is not held."""

import pytest
from invented import draft, resolution
from workshop import CHAIN, LATER, document, documents, lineage

from stocktake.errors import NotFoundError
from stocktake.review.lives import followed_chain, threads_at


def test_adopted_texts_are_followed_and_a_draft_stands_in():
    chain = followed_chain(documents(), [CHAIN])
    assert chain.name == "kites"
    held = [(each.name, each.status) for each in chain.threads().held]
    assert held == [("A/RES/97/901", "adopted"), ("A/RES/98/902", "draft"), ("A/RES/99/903", "adopted")]
    assert chain.threads().not_held == ()


def test_an_adopted_text_is_never_replaced_and_of_drafts_the_last_is_taken():
    adopted = document(resolution(98, 902), "adopted.txt")
    chain = followed_chain([*documents(), adopted], [CHAIN], "A/RES/98/902")
    assert [each.status for each in chain.threads().held] == ["adopted"] * 3
    later = document(draft(98, 5).replace("3 November", "9 November"), "later.txt")
    assert followed_chain([*documents(), later], [CHAIN]).threads().held[1].file == "later.txt"


def test_the_chain_with_most_texts_is_taken_unless_a_text_is_named():
    bells = [
        document(resolution(session, number, title="Example bells", operative=LATER), f"{session}.txt")
        for session, number in ((97, 5), (98, 6))
    ]
    held, known = [*documents(), *bells], [lineage((97, 5), (98, 6), name="bells"), CHAIN]
    assert len(followed_chain(held, known).documents) == 3
    assert list(followed_chain(held, known, "A/RES/98/6").documents) == ["A/RES/97/5", "A/RES/98/6"]


def test_a_chain_can_be_followed_as_if_a_text_were_not_held():
    chain = followed_chain(documents(), [CHAIN])
    assert chain.threads(without="A/RES/98/902").not_held == ("A/RES/98/902",)
    with pytest.raises(NotFoundError) as refused:
        chain.threads(without="A/RES/96/900")
    assert refused.value.message == (
        "expected a text that is held and belongs to a chain, but A/RES/96/900 is none. "
        "Nearest: A/RES/99/903, A/RES/98/902, A/RES/97/901. Name one of these, or add the text: stocktake add FILE"
    )


def test_where_nothing_renews_anything_it_is_said():
    with pytest.raises(NotFoundError) as refused:
        followed_chain([document(resolution(97, 901))], [])
    assert refused.value.message == (
        "expected texts that renew one another, but no text held belongs to a chain. "
        "Add the texts of the years before: stocktake add FILE..."
    )


def test_a_paragraph_that_is_not_there_is_said_with_the_nearest():
    threads = followed_chain(documents(), [CHAIN]).threads()
    assert [each.id for each in threads_at(threads, "A/RES/99/903", "4")] == ["99/903:4"]
    with pytest.raises(NotFoundError) as refused:
        threads_at(threads, "A/RES/99/903", "44")
    assert refused.value.message == (
        "expected a paragraph of A/RES/99/903, but it has none called '44'. Nearest: 4. Operative paragraphs go by "
        "their number (13, 70(a)), preambular ones by P and their place (P1)."
    )
