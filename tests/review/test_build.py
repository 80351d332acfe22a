"""The review is a pure function of documents and a date."""

from datetime import date
from itertools import permutations

import pytest
from invented import draft, resolution
from workshop import AS_OF, CHAIN, document, documents, review

from stocktake.errors import RequestError
from stocktake.example import example_texts
from stocktake.frameworks.lineages import lineages
from stocktake.review import build_review


def test_the_order_of_the_documents_does_not_matter():
    assert len({repr(review(order)) for order in permutations(documents())}) == 1


def test_the_chain_says_what_is_held_and_what_only_as_a_draft():
    (chain,) = review().chains
    assert [(each.symbol, each.held, each.drafts) for each in chain.members] == [
        ("A/RES/97/901", "adopted", ()),
        ("A/RES/98/902", "draft", ("A/C.2/98/L.4",)),
        ("A/RES/99/903", "adopted", ()),
    ]


def test_the_latest_adopted_is_compared_with_the_one_before_it_that_is_held():
    (step,) = review().steps
    assert (step.old, step.new, step.not_held_between) == ("A/RES/97/901", "A/RES/99/903", ("A/RES/98/902",))
    assert step.comparison.summary["dropped"] == 1


def test_a_draft_is_never_taken_for_the_adopted_text():
    made = build_review([documents()[0], document(draft(98, 4))], AS_OF, [CHAIN])
    assert made.steps == ()


def test_a_draft_that_bears_the_symbol_of_the_adopted_text_is_still_a_draft():
    said = document(draft(98, 4), symbol="A/RES/98/902", status="draft")
    (chain,) = build_review([documents()[0], said], AS_OF, [CHAIN]).chains
    assert [each.held for each in chain.members] == ["adopted", "draft", "not held"]


@pytest.mark.parametrize(("day", "is_out"), [("2043-01-01", False), ("2043-11-02", False), ("2043-11-03", True)])
def test_what_was_adopted_or_distributed_after_the_date_is_listed_and_not_used(day: str, is_out: bool):
    made = review(as_of=date.fromisoformat(day))
    assert [(text.key, text.after_as_of) for text in made.texts] == [
        ("A/RES/99/903", True),
        ("A/C.2/98/L.4", not is_out),
        ("A/RES/97/901", False),
    ]
    drafted = {each.text for each in made.duties.asked if each.text == "A/C.2/98/L.4"}
    assert drafted == ({"A/C.2/98/L.4"} if is_out else set())
    assert made.steps == ()
    assert [each.symbol for each in made.chains[0].members] == ["A/RES/97/901"]


def test_events_are_seen_from_the_date():
    assert {each.when for each in review(as_of=date(2045, 1, 1)).events} == {"past"}
    assert {each.when for each in build_review(documents()[:1], date(2044, 5, 5), [CHAIN]).events} == {"now"}
    assert {each.when for each in build_review(documents()[:1], date(2044, 5, 3), [CHAIN]).events} == {"ahead"}


def test_everything_quoted_stands_in_its_source():
    made = review()
    for quote in made.quotes:
        text = made.text(quote.text).document
        assert text.paragraph(quote.paragraph.id) == quote.paragraph
    assert {quote.text for quote in made.quotes} >= {"A/RES/97/901", "A/RES/99/903"}


def test_every_passage_to_a_paragraph_is_quoted():
    made = review()
    quoted = {(quote.text, quote.paragraph.id) for quote in made.quotes}
    named = [passage for each in (*made.attention, *made.events) for passage in each.passages if passage.place]
    assert {(passage.text, passage.place) for passage in named} <= quoted


def test_texts_outside_the_lineages_make_a_chain_by_their_title():
    texts = [document(resolution(session, 7, title="String for all")) for session in (97, 98)]
    (chain,) = build_review(texts, AS_OF, []).chains
    assert (chain.name, chain.basis) == ("String for all", "same title")
    assert [each.symbol for each in chain.members] == ["A/RES/97/7", "A/RES/98/7"]


def test_two_files_of_one_symbol_are_one_text_that_is_held_twice():
    twice = [*documents(), document(resolution(97, 901) + "\n", "copy.txt")]
    made = review(twice)
    keys = [text.key for text in made.texts]
    assert len(set(keys)) == len(keys) == 4
    assert [text.twin_of for text in made.texts].count("A/RES/97/901") == 1


def test_example_and_real_texts_do_not_mix():
    invented = document(example_texts()[0].read_text("utf-8"))
    with pytest.raises(RequestError) as caught:
        build_review([invented, *documents()], AS_OF, lineages())
    assert caught.value.message == (
        f"expected example and real texts kept apart, but {invented.data.symbol} is an example and "
        f"{build_review(documents(), AS_OF, []).texts[0].key} is real. Keep them in two workspaces."
    )


def test_nothing_held_gives_an_empty_review():
    made = build_review([], AS_OF, lineages())
    assert (made.texts, made.chains, made.steps, made.attention, made.example) == ((), (), (), (), False)
