"""The life of provisions over invented chains: first seen, kept, edited, split, merged, gone and back."""

from dataclasses import replace

import pytest
from tests.documents.compare.factories import SUBJECTS
from tests.documents.threads.chains import chain, of, symbol, text

from stocktake.documents.compare import compare_documents
from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.model import Thread, Threads
from stocktake.errors import RequestError

BOTH = f"Requests the keepers to consider {SUBJECTS[0]}, and also to consider {SUBJECTS[1]};"
FIRST = f"Requests the keepers to consider {SUBJECTS[0]};"
SECOND = f"Requests the keepers also to consider {SUBJECTS[1]};"


def story(thread: Thread) -> list[tuple[str, tuple[str, ...], str]]:
    return [(life.document.split("/")[2], life.paragraphs, life.change) for life in thread.lives]


def thread(threads: Threads, thread_id: str) -> Thread:
    return next(each for each in threads.threads if each.id == thread_id)


def test_a_provision_is_followed_under_other_numbers():
    edited = of(3)[0].replace("consider", "survey every year")
    threads = build_threads([text(91, of(1, 2, 3)), text(92, [*of(9, 1, 2), edited])])
    assert story(thread(threads, "91/1:2")) == [("91", ("2",), "first seen"), ("92", ("3",), "identical")]
    assert story(thread(threads, "91/1:3"))[1] == ("92", ("4",), "edited")
    assert story(thread(threads, "92/1:1")) == [("92", ("1",), "first seen")]
    life = thread(threads, "91/1:3").last
    assert ("delete", " consider") in life.redline
    assert life.words == len(edited.split())


def test_a_provision_that_leaves_its_neighbours_is_moved():
    threads = build_threads([text(91, of(1, 2, 3, 4)), text(92, of(4, 1, 2, 3))])
    assert [story(each)[1][2] for each in threads.threads] == ["identical", "identical", "identical", "moved"]


def test_a_split_provision_is_followed_in_its_parts_and_a_merged_one_twice():
    threads = build_threads([text(91, [*of(5, 6), BOTH]), text(92, [*of(5, 6), FIRST, SECOND])])
    assert story(thread(threads, "91/1:3"))[1] == ("92", ("3", "4"), "split")
    merged = build_threads([text(91, [*of(5, 6), FIRST, SECOND]), text(92, [*of(5, 6), BOTH])])
    assert [each.id for each in merged.through(symbol(92), "3")] == ["91/1:3", "91/1:4"]
    assert {story(each)[1][2] for each in merged.through(symbol(92), "3")} == {"merged"}


def test_provisions_that_merged_and_are_split_again_go_on_with_their_own_words():
    texts = [
        text(each, [*of(5, 6), *words])
        for each, words in ((91, (FIRST, SECOND)), (92, (BOTH,)), (93, (FIRST, SECOND)))
    ]
    threads = build_threads(texts)
    assert story(thread(threads, "91/1:3"))[1:] == [("92", ("3",), "merged"), ("93", ("3",), "split")]
    assert story(thread(threads, "91/1:4"))[1:] == [("92", ("3",), "merged"), ("93", ("4",), "split")]
    assert len(threads.threads) == 4


def test_a_provision_comes_back_after_a_text_without_it():
    threads = build_threads([text(91, of(1, 2, 3)), text(92, of(1, 3)), text(93, of(1, 2, 3))])
    back = thread(threads, "91/1:2")
    assert story(back) == [("91", ("2",), "first seen"), ("93", ("2",), "back")]
    assert (back.absent, back.gone_in) == ((symbol(92),), None)
    assert "in A/RES/91/1, not in A/RES/92/1, back in A/RES/93/1" in back.note
    assert len(threads.threads) == 3


def test_a_provision_comes_back_inside_one_that_goes_on():
    kept = f"Notes that nobody has counted {SUBJECTS[7]} nor paid any person who did so last year;"
    joined = kept.removesuffix(";") + f", and stresses once more {SUBJECTS[0]};"
    old = f"Stresses once more {SUBJECTS[0]};"
    threads = build_threads(
        [text(91, [old, *of(4, 5)]), text(92, [kept, *of(4, 5)]), text(93, [joined, *of(4, 5)])]
    )
    assert [each.id for each in threads.through(symbol(93), "1")] == ["91/1:1", "92/1:1"]
    assert story(thread(threads, "91/1:1"))[1] == ("93", ("1",), "back")


def test_a_provision_that_is_gone_says_where():
    threads = build_threads([text(91, of(1, 2)), text(92, of(1)), text(93, of(1))])
    gone = thread(threads, "91/1:2")
    assert (gone.gone_in, gone.absent) == (symbol(92), ())
    assert gone.note.endswith("in A/RES/91/1, gone in A/RES/92/1")
    assert [(each.thread, each.gone_in, each.whole) for each in threads.vanished] == [("91/1:2", symbol(92), True)]


def test_years_not_held_are_said_and_never_guessed_about():
    texts = [text(91, of(1)), text(95, of(1, 2)), text(96, of(1, 2))]
    threads = build_threads(texts, chain=chain(*range(89, 97)))
    assert threads.not_held == tuple(symbol(each) for each in (89, 90, 92, 93, 94))
    assert thread(threads, "91/1:1").note == (
        "present in A/RES/91/1, the oldest text held, two earlier texts not held"
    )
    assert thread(threads, "95/1:2").note == (
        "not in A/RES/91/1, present in A/RES/95/1, three texts between not held"
    )
    assert [(each.age, each.older_possible) for each in threads.threads] == [(5, True), (1, True)]


def test_a_draft_stands_in_for_the_text_of_its_session_and_is_marked():
    threads = build_threads([text(92, of(1), status="draft"), text(91, of(1))], chain=chain(91, 92))
    held = [(each.name, each.status, each.adopted) for each in threads.held]
    assert held == [(symbol(91), "adopted", "2036-12-15"), (symbol(92), "draft", "2037-12-15")]
    assert build_threads([text(92, of(1), status="draft")]).held[0].name == "92.txt"
    later = build_threads([text(91, of(1)), text(92, of(1, 2), status="draft")], chain=chain(91, 92))
    assert thread(later, "92/1:2").note.endswith("; A/RES/92/1 held only as a draft")


def test_a_duty_that_leaves_an_edited_paragraph_is_listed():
    before = f"Welcomes {SUBJECTS[2]}, and requests the Treasurer of Examplia to count them by noon each Tuesday;"
    after = f"Welcomes {SUBJECTS[2]};"
    threads = build_threads([text(91, [*of(1), before]), text(92, [*of(1), after])])
    (lost,) = threads.vanished
    assert (lost.thread, lost.whole, lost.paragraphs) == ("91/1:2", False, ("2",))
    (duty,) = lost.duties
    assert duty.id == "91/1:2#1"
    assert duty.text == "requests the Treasurer of Examplia to count them by noon each Tuesday"
    assert thread(threads, "91/1:2").duties == ()


def test_a_duty_in_other_words_is_not_lost():
    before = "Requests the Treasurer of Examplia to count the lanterns of every harbour by noon each Tuesday;"
    after = "Urges the Treasurer of Examplia to count the lanterns of every harbour by noon each Friday;"
    assert build_threads([text(91, [*of(1), before]), text(92, [*of(1), after])]).vanished == ()


def test_a_duty_that_stands_in_another_paragraph_now_is_not_lost():
    duty = "requests the Treasurer of Examplia to count the lanterns of every harbour by noon each Tuesday"
    before, after = f"Welcomes {SUBJECTS[2]}, and {duty};", f"Welcomes {SUBJECTS[2]};"
    texts = [text(91, [*of(1), before]), text(92, [*of(1), after, f"Notes {SUBJECTS[8]} with joy, and {duty};"])]
    assert build_threads(texts).vanished == ()


def test_comparisons_that_were_made_are_not_made_again():
    old, new = text(91, of(1, 2)), text(92, of(1))
    other = compare_documents(old, text(92, of(1, 2)))
    threads = build_threads([old, text(92, of(1, 2))], {(symbol(91), symbol(92)): other})
    assert threads == build_threads([old, text(92, of(1, 2))])
    assert build_threads([old, new], {(symbol(91), symbol(92)): compare_documents(old, new)}).vanished


def test_nothing_to_follow_is_refused():
    with pytest.raises(RequestError) as refused:
        build_threads([])
    assert refused.value.message == "expected at least one text, but there is none. Name a text that is held."


def test_one_text_twice_is_refused():
    with pytest.raises(RequestError) as refused:
        build_threads([text(91, of(1)), text(91, of(2))])
    assert refused.value.message == (
        "expected each text of the chain once, but A/RES/91/1 came 2 times (91.txt, 91.txt). Leave out all but one."
    )


def test_a_text_without_date_and_session_is_refused():
    nowhere = text(92, of(1), status="draft")
    nowhere = replace(nowhere, data=replace(nowhere.data, session=None))
    with pytest.raises(RequestError) as refused:
        build_threads([text(91, of(1)), nowhere])
    assert refused.value.message == (
        "92.txt: expected texts with a date of adoption or a session, so that they can be put in order, but this one "
        "prints neither. Add it with --symbol SYMBOL, the text of the chain that it stands for."
    )


def test_two_languages_are_refused():
    french = text(92, of(1))
    french = replace(french, data=replace(french.data, language="fr"))
    with pytest.raises(RequestError) as refused:
        build_threads([text(91, of(1)), french])
    assert refused.value.message == (
        "expected texts in one language, but they are in en, fr. Follow the provisions in one language at a time."
    )
