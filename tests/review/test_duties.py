"""What texts ask, put together: what is in force, what is overdue, and what only seems so."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from invented import draft, resolution
from workshop import CHAIN, document, lineage

from stocktake.documents.model import Document
from stocktake.register import Correction
from stocktake.review import Review, build_review
from stocktake.review.build import Besides

AS_OF = date(2045, 1, 15)
ALWAYS = "Welcomes the gift of nine balls of string to the towns that lost theirs;"
REPORT = "Requests the Secretary-General to submit a report on the torn tails of kites by 30 June 2043;"
TAKEN = "Takes note of the report of the Secretary-General on the torn tails of kites (A/98/40);"
OLD, MIDDLE, NEW = "A/RES/97/901", "A/RES/98/902", "A/RES/99/903"


def text(session: int, number: int, *operative: str, title: str = "Kites above example towns") -> Document:
    words = resolution(session, number, title=title, operative=(*operative, ALWAYS))
    return document(words, f"{session}-{number}.txt")


def review(*texts: Document, as_of: date = AS_OF, corrections: tuple[Correction, ...] = ()) -> Review:
    return build_review(texts, as_of, [CHAIN], Besides(corrections=corrections))


def states(made: Review) -> dict[str, str]:
    return {each.commitment.id: each.state for each in made.duties.asked}


def correction(field: str, value: str) -> Correction:
    return Correction(
        id=UUID(int=1),
        commitment="97/901:1#1",
        text=OLD,
        paragraph="1",
        quote=REPORT.rstrip(";"),
        field=field,  # type: ignore[arg-type]
        value=value,
        because="read again",
        by="A. Reader",
        recorded_at=datetime(2044, 1, 1, tzinfo=UTC),
    )


def test_overdue_where_the_text_that_should_tell_is_silent():
    made = review(text(97, 901, REPORT), text(98, 902), text(99, 903))
    assert states(made)["97/901:1#1"] == "overdue"
    (said,) = [each.words for each in made.attention if each.rule == "duty overdue"]
    assert said == (
        "Paragraph 1 of A/RES/97/901 was due by 30 June 2043; no text held says what came of it: “"
        f"{REPORT.rstrip(';')}”"
    )


@pytest.mark.parametrize(
    ("asked", "later"),
    [
        (REPORT, [(98, 902, TAKEN), (99, 903)]),
        (REPORT, [(99, 903)]),
        (REPORT.replace("Requests", "Invites"), [(98, 902), (99, 903)]),
        (REPORT.replace("submit a report on", "mend"), [(98, 902), (99, 903)]),
        (REPORT.replace("submit a report on", "convene a meeting on"), [(98, 902), (99, 903)]),
        (REPORT, []),
    ],
    ids=["taken up", "a text between is not held", "only invited", "nothing to hand in", "a meeting", "alone"],
)
def test_passed_and_not_overdue(asked: str, later: list[tuple[int, int]]):
    made = review(text(97, 901, asked), *(text(*each) for each in later))
    assert states(made)["97/901:1#1"] == "passed"


def test_a_draft_does_not_tell_by_its_silence_and_owes_nothing():
    made = review(text(97, 901, REPORT), document(draft(98, 4), "draft.txt"))
    assert states(made)["97/901:1#1"] == "passed"
    owing = document(
        draft(98, 4).replace("Decides to fly", f"{REPORT[:-1].replace('2043', '2044')}, and to fly"), "d.txt"
    )
    assert "overdue" not in states(review(text(97, 901), owing, text(99, 903))).values()


def test_what_is_not_followed_is_not_called_overdue():
    balls = "Balls of Examplia"
    other = [text(97, 1, REPORT, title=balls), text(99, 2, title=balls)]
    made = review(text(97, 901, REPORT), text(98, 902), text(99, 903), *other)
    assert (states(made)["97/901:1#1"], states(made)["97/1:1#1"]) == ("overdue", "passed")


def test_texts_of_another_chain_change_no_cycle_of_this_one():
    kites = [text(97, 901, REPORT), text(98, 902, TAKEN), text(99, 903)]
    other = [text(97, 1, REPORT, title="Balls"), text(98, 2, TAKEN, title="Balls")]
    assert review(*kites).duties.cycles == review(*reversed(kites), *other).duties.cycles


def test_the_latest_of_each_chain_and_what_is_in_no_chain_is_in_force():
    made = review(text(97, 901), text(99, 903), text(97, 5, title="Balls"), document(draft(98, 4), "draft.txt"))
    assert made.duties.in_force == {NEW, "A/RES/97/5"}
    assert {each.text for each in made.duties.status} == {NEW, "A/RES/97/5"}


def test_before_its_adoption_a_text_is_not_in_force():
    made = review(text(97, 901), text(99, 903), as_of=date(2043, 1, 1))
    assert made.duties.in_force == {OLD}
    assert not made.duties.of(NEW)


def test_one_text_alone_and_no_text_at_all():
    alone = review(text(97, 901, REPORT))
    assert (alone.duties.cycles, alone.duties.in_force) == ((), {OLD})
    assert review().duties.asked == ()


def test_two_files_of_one_text_count_once():
    twins = [text(97, 901, REPORT), document(resolution(97, 901, operative=(REPORT, ALWAYS)), "b.txt")]
    assert list(states(review(*twins))) == ["97/901:1#1"]


def test_a_text_in_two_chains_counts_once():
    both = [CHAIN, lineage((97, 901), (99, 903), name="strings")]
    made = build_review([text(97, 901, REPORT), text(98, 902), text(99, 903)], AS_OF, both)
    assert list(states(made)) == ["97/901:1#1"]
    assert made.duties.in_force == {NEW}
    assert states(made)["97/901:1#1"] == "overdue"


def test_the_status_of_a_paragraph_is_that_of_its_most_urgent_duty():
    both = f"{REPORT[:-1]}, and invites the kite makers to mend nine tails;"
    made = review(text(97, 901, both))
    first = made.duties.status[0]
    assert (first.paragraph, first.state, first.due) == ("1", "passed", date(2043, 6, 30))
    assert first.duties == ("97/901:1#1", "97/901:1#2")


def test_a_clause_that_a_person_says_is_no_duty_is_set_aside_and_has_no_cycle():
    made = review(text(97, 901, REPORT), text(98, 902), corrections=(correction("not-a-duty", "yes"),))
    assert [each.original.id for each in made.duties.set_aside] == ["97/901:1#1"]
    assert (states(made), made.duties.cycles) == ({}, ())


def test_a_corrected_deadline_counts_for_state_and_cycle():
    made = review(text(97, 901, REPORT), text(98, 902), corrections=(correction("deadline", "2046-06-30"),))
    assert states(made)["97/901:1#1"] == "ahead"
    assert [each.due for each in made.duties.cycles] == [date(2046, 6, 30)]
