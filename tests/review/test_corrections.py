"""Corrections find their duty again: applied within a text, offered across texts, listed where they are lost."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.documents.commitments.model import Commitment, Deadline, Named
from stocktake.documents.threads.model import HeldText, Life, Thread, Threads
from stocktake.register import Correction
from stocktake.review.corrections import Attached, Lost, Offer, Onward, attach
from stocktake.values.span import Span

OLD, NEW, DRAFT = "A/RES/97/901", "A/RES/99/903", "A/C.2/97/L.4"
COUNT = "Requests the Secretary-General to count the kites of Examplia every autumn and to report thereon;"
MEND = "Calls upon the kite makers of Examplia to mend torn tails within two days;"
_numbers = count(1)


def duty(name: str, quote: str = COUNT, **parts: Any) -> Commitment:
    usual: dict[str, Any] = {
        "id": name,
        "paragraph": name.rpartition(":")[2].partition("#")[0],
        "standing": "asked",
        "strength": "requests",
        "verb": quote.split(" ", maxsplit=1)[0],
        "quote": quote,
        "spans": (Span(0, len(quote)),),
        "chapeau": None,
        "addressees": (Named("Secretary-General", "the Secretary-General", True, (Span(9, 30),)),),  # noqa: FBT003
        "action": "count",
        "through": (),
        "deliverable": None,
        "deadline": Deadline("every autumn", None, None, None, (Span(50, 62),), "rule"),
        "recurrence": None,
        "rule": "rule",
    }
    return Commitment(**{**usual, **parts})


def said(name: str = "97/901:3#1", **parts: Any) -> Correction:
    number = next(_numbers)
    usual: dict[str, Any] = {
        "id": UUID(int=number),
        "commitment": name,
        "text": OLD,
        "paragraph": name.rpartition(":")[2].partition("#")[0],
        "quote": COUNT,
        "field": "addressee",
        "value": "Kite makers",
        "because": "why",
        "by": "who",
        "recorded_at": datetime(2044, 5, 4, tzinfo=UTC) + timedelta(minutes=number),
    }
    return Correction(**{**usual, **parts})


def ids_and_how(attached: Attached, text: str = OLD) -> list[tuple[str, str]]:
    return [(each.original.id, applied.how) for each in attached.texts[text] for applied in each.applied]


def test_a_value_takes_the_place_of_what_was_read_and_both_are_kept():
    made, read = said(value="Kite makers; Secretary-General"), duty("97/901:3#1")
    corrected, other = attach({OLD: [read, duty("97/901:4#1", MEND)]}, [made]).texts[OLD]
    assert [(each.name, each.known, bool(each.spans)) for each in corrected.commitment.addressees] == [
        ("Kite makers", False, False),
        ("Secretary-General", True, True),
    ]
    assert corrected.original is read
    assert [(each.correction, each.counts, each.was) for each in corrected.applied] == [
        (made, True, "Secretary-General")
    ]
    assert other.commitment is not None
    assert other.applied == ()


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("strength", "urges", lambda each: each.commitment.strength == "urges"),
        ("through", "none", lambda each: each.commitment.through == ()),
        ("addressee", "none", lambda each: [named.name for named in each.commitment.addressees] == ["(unspecified)"]),
        ("not-a-duty", "yes", lambda each: not each.is_duty),
        ("not-a-duty", "no", lambda each: each.is_duty),
        ("theme", "C2; SDG 9", lambda each: each.themes == ("C2", "SDG 9")),
        ("theme", "none", lambda each: each.themes == ()),
        ("deadline", "none", lambda each: each.commitment.deadline is None),
        ("deadline", "2044-02", lambda each: (each.commitment.deadline.earliest, each.commitment.deadline.latest) == (date(2044, 2, 1), date(2044, 2, 29))),
        ("deadline", "GA-81", lambda each: (each.commitment.deadline.session, each.commitment.deadline.earliest.year) == ("GA-81", 2026)),
        ("deadline", "KITE-3", lambda each: (each.commitment.deadline.session, each.commitment.deadline.earliest) == ("KITE-3", None)),
    ],
)  # fmt: skip
def test_every_field_can_be_corrected(field, value, seen):
    assert seen(attach({OLD: [duty("97/901:3#1")]}, [said(field=field, value=value)]).texts[OLD][0])


def test_the_later_of_two_counts_and_the_earlier_is_kept():
    first, second = said(value="One"), said(value="Two")
    corrected = attach({OLD: [duty("97/901:3#1")]}, [second, first]).texts[OLD][0]
    assert [each.name for each in corrected.commitment.addressees] == ["Two"]
    assert [(each.correction.value, each.counts) for each in corrected.applied] == [("One", False), ("Two", True)]
    before = attach({OLD: [duty("97/901:3#1")]}, [first]).texts[OLD][0]
    assert [each.name for each in before.commitment.addressees] == ["One"]


def test_a_withdrawn_correction_does_nothing():
    first, second = said(value="One"), said(value="Two")
    withdrawal = said(value="", withdraws=second.id)
    corrected = attach({OLD: [duty("97/901:3#1")]}, [first, second, withdrawal]).texts[OLD][0]
    assert [each.name for each in corrected.commitment.addressees] == ["One"]
    assert attach({OLD: [duty("97/901:3#1")]}, [second, withdrawal]).texts[OLD][0].applied == ()


def test_a_text_that_is_numbered_otherwise():
    texts = {
        OLD: [
            duty("97/901:3#1", MEND),
            duty("97/901:5#2", COUNT.replace(" every", "\u00a0every").rstrip(";") + "."),
        ]
    }
    assert ids_and_how(attach(texts, [said()])) == [("97/901:5#2", "same words")]


def test_a_text_that_is_read_better():
    other_letters = {OLD: [duty("97/901:4#1", COUNT.replace("autumn", "autunm"))]}
    assert ids_and_how(attach(other_letters, [said()])) == [("97/901:4#1", "nearly the same words")]
    longer = {
        OLD: [duty("97/901:3#1", f"{COUNT[:-1]}, in close consultation with the makers of all their strings;")]
    }
    assert ids_and_how(attach(longer, [said()])) == [("97/901:3#1", "nearly the same words")]


def test_the_same_words_twice_are_told_apart_by_place_or_not_at_all():
    twice = [duty("97/901:3#1"), duty("97/901:7#1")]
    moved = said("97/901:9#1")
    assert ids_and_how(attach({OLD: twice}, [said()])) == [("97/901:3#1", "same place and words")]
    assert ids_and_how(attach({OLD: twice}, [said("97/901:7#2")])) == [("97/901:7#1", "same words")]
    assert attach({OLD: twice}, [moved]).lost == (
        Lost(moved, "same words in several duties", ("97/901:3#1", "97/901:7#1")),
    )


def test_an_id_that_names_another_duty_now_is_no_reason():
    made = said()
    attached = attach({OLD: [duty("97/901:3#1", MEND)]}, [made])
    assert attached.texts[OLD][0].applied == ()
    assert attached.lost == (Lost(made, "no duty of the text has these words now", ("97/901:3#1",)),)


def test_a_text_that_is_not_held():
    made = said()
    assert attach({}, [made]).lost == (Lost(made, "A/RES/97/901 is not held"),)


def life(document: str, *paragraphs: str) -> Life:
    return Life(document, paragraphs, "edited", 9, False, False, False, None, (), "words")  # noqa: FBT003


THREADS = Threads(
    held=(HeldText(OLD, "adopted", None, "a"), HeldText(NEW, "adopted", None, "b")),
    not_held=(),
    threads=(Thread("97/901:3", (life(OLD, "3"), life(NEW, "8")), None, (), (), None, False, ""),),  # noqa: FBT003
    blocks=(),
    repeats=(),
    vanished=(),
)
LATER = COUNT.replace("every autumn", "in spring and in autumn")


def offered(made: list[Correction], later: Commitment, **more: Any) -> tuple[Offer, ...]:
    texts = {OLD: [duty("97/901:3#1")], NEW: [duty("99/903:2#1", MEND), later]}
    attached = attach(texts, made, Onward(threads=(THREADS,), **more))
    assert not [each for each in attached.texts[NEW] for applied in each.applied if applied.correction.text == OLD]
    return attached.offered


def test_a_later_text_is_offered_what_was_corrected_before_it():
    made = said()
    assert offered([made], duty("99/903:8#1", LATER)) == (
        Offer(made, NEW, "99/903:8#1", "the provision goes on in A/RES/99/903, 8"),
    )


def test_what_is_not_offered_to_a_later_text():
    later = duty("99/903:8#1", LATER)
    confirmed = said("99/903:8#1", text=NEW, quote=LATER)
    assert offered([said(field="deadline", value="GA-98")], later) == ()
    assert offered([said(), confirmed], later) == ()
    assert offered([said(value="Secretary-General")], later) == ()
    assert offered([said()], duty("99/903:8#1", MEND)) == ()
    assert offered([said(field="strength", value="urges")], duty("99/903:8#1", LATER, verb="Urges")) == ()
    overruled, ruling = said(value="One"), said(value="Two")
    assert [each.correction for each in offered([overruled, ruling], later)] == [ruling]


def test_an_adopted_text_is_offered_what_was_corrected_in_its_draft():
    made = said("C.2/97/L.4:2#1", text=DRAFT, field="deadline", value="GA-98")
    onward = Onward(became={DRAFT: OLD})
    expected = (Offer(made, OLD, "97/901:3#1", "A/C.2/97/L.4 became A/RES/97/901"),)
    held = attach({DRAFT: [duty("C.2/97/L.4:2#1")], OLD: [duty("97/901:3#1")]}, [made], onward)
    assert (held.offered, held.lost) == (expected, ())
    gone = attach({OLD: [duty("97/901:3#1")]}, [made], onward)
    assert (gone.offered, gone.lost) == (expected, (Lost(made, "A/C.2/97/L.4 is not held"),))


QUOTES = st.sampled_from([COUNT, MEND, LATER, "Decides to fly one kite above every example town in spring;"])
PLACES = st.sampled_from(["97/901:1#1", "97/901:3#1", "97/901:3#2", "97/901:5#1"])


@given(
    st.dictionaries(PLACES, QUOTES),
    st.lists(st.builds(said, PLACES, quote=QUOTES, value=st.sampled_from(["A", "B"])), max_size=6, unique_by=lambda x: x.id),
)  # fmt: skip
def test_no_correction_is_dropped_and_none_counts_twice(read: dict[str, str], made: list[Correction]):
    attached = attach({OLD: [duty(name, quote) for name, quote in read.items()]}, made)
    put = [applied for each in attached.texts[OLD] for applied in each.applied]
    assert sorted(
        [*(each.correction.id for each in put), *(each.correction.id for each in attached.lost)]
    ) == sorted(each.id for each in made)
    for each in attached.texts[OLD]:
        assert sum(applied.counts for applied in each.applied) == bool(each.applied)
    assert attach({OLD: [duty(name, quote) for name, quote in read.items()]}, made[::-1]) == attached
