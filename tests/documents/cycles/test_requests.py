"""Requests from text to text: asked, answered, asked again, dropped; what is not told is not known."""

from dataclasses import replace

import pytest
from tests.documents.cycles.cycles import asks, cycles, seen, takes, text

from stocktake.documents.commitments.model import Deadline


def test_a_report_of_the_session_asked_for_answers():
    (only,) = cycles([text(97, asks(98)), text(98, takes("A/98/40"))], (97, 98))
    assert seen(only) == [("asked", "A/RES/97/1", "1"), ("delivered", "A/RES/98/1", "1")]
    assert (only.state, only.answered, only.stages[1].symbols) == ("answered", ("97/1:1#1",), ("A/98/40",))
    assert only.because == "A/RES/98/1 takes up what A/RES/97/1 asked for"


def test_a_receipt_without_a_matter_answers_by_author_and_session():
    (only,) = cycles([text(97, asks(98)), text(98, takes("A/98/40", ""))], (97, 98))
    assert only.state == "answered"
    assert only.stages[1].because == "by one who was asked; of the session asked for (GA-98)"


def test_a_receipt_without_a_matter_that_fits_two_requests_answers_neither():
    other = asks(98, "the bakeries and ovens of the villages of Examplia")
    made = cycles([text(97, asks(98), other), text(98, takes("A/98/40", ""))], (97, 98))
    assert [each.answered for each in made] == [(), ()]


@pytest.mark.parametrize(
    "receipt",
    [
        takes("A/98/40", " on the bakeries and ovens of the villages of Examplia"),
        takes("A/98/40").replace("Secretary-General", "Economic and Social Council"),
        takes("A/98/40").replace("the report", "the summary"),
        takes("A/96/40"),
        takes("A/99/40"),
        "Stresses the importance of the lamps and moorings of the harbours of Examplia;",
    ],
    ids=["another matter", "another author", "another kind", "older", "another session", "no receipt"],
)
def test_what_does_not_answer(receipt: str):
    (only,) = cycles([text(97, asks(98)), text(98, receipt)], (97, 98))
    assert only.answered == ()
    assert only.state in {"no longer asked", "not known from the texts held"}


def test_what_the_asking_text_took_up_itself_answers_nothing():
    undated = asks(98).replace(" at its ninety-eighth session", "")
    (only,) = cycles([text(97, takes("A/97/40"), undated), text(98, takes("A/97/40"))], (97, 98))
    assert only.answered == ()


def test_asked_again_in_the_same_place_and_answered_in_between():
    made = cycles([text(97, asks(98)), text(98, takes("A/98/40"), asks(99)), text(99, asks(99))])
    assert [each.state for each in made] == ["asked again"]
    assert (made[0].carried, made[0].answered) == (3, ("97/1:1#1",))


def test_silently_dropped():
    (only,) = cycles([text(97, asks(98)), text(98)], (97, 98))
    assert only.state == "no longer asked"
    assert only.because == "A/RES/98/1 does not ask it again; no words that it is ended were found there"


def test_with_a_text_between_not_held_it_is_not_known():
    (only,) = cycles([text(97, asks(98)), text(99)])
    assert only.state == "not known from the texts held"
    assert only.because == (
        "no text held after A/RES/97/1 says what came of it; not held between them: A/RES/98/1"
    )


def test_a_text_that_may_say_that_it_is_ended_is_named():
    ended = "Decides to discontinue the report on the lamps and moorings of the harbours of Examplia;"
    (only,) = cycles([text(97, asks(98)), text(98, ended)], (97, 98))
    assert (only.state, only.because) == (
        "not known from the texts held",
        "A/RES/98/1 may say in paragraph 1 that it is ended",
    )


def test_only_in_the_newest_text_it_is_open():
    made = cycles([text(97), text(98, asks(99))], (97, 98))
    assert [(each.state, each.because) for each in made] == [("open", "asked in A/RES/98/1")]


def test_another_duty_of_the_paragraph_that_goes_is_not_this_one():
    both = asks(98).rstrip(";") + ", and invites the keepers of Examplia to polish forty brass bells;"
    (only,) = cycles([text(97, both), text(98, asks(99))], (97, 98))
    assert only.state == "asked again"


def test_to_implement_recommendations_hands_nothing_in():
    assert (
        cycles(
            [text(97, "Requests the Secretary-General to implement the recommendations of the keepers;"), text(98)]
        )
        == ()
    )


def test_the_report_of_a_body_on_its_session_answers_what_was_asked_of_that_session():
    asked = "Requests the Statistical Commission to submit at its thirtieth session a report on toy boats;"
    taken = (
        "Takes note of the report of the Statistical Commission on its thirtieth "
        "session, with the lively talk about brass bells;"
    )
    due = Deadline("at its thirtieth session", "STAT-30", None, None, (), "invented")
    (only,) = cycles([text(97, asked), text(98, taken)], (97, 98), due)
    assert (only.state, only.stages[1].because) == (
        "answered",
        "by one who was asked; of the session asked for (STAT-30)",
    )
    other = replace(due, session="STAT-29")
    assert cycles([text(97, asked), text(98, taken)], (97, 98), other)[0].answered == ()
