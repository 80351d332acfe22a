"""The evidence ladder: how far what is held and reported goes, and what it never says."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from invented import resolution
from reported import AS_OF, GIFT, MEND, MENDED, REPORT, TAKEN, contribution, given, same, texts
from workshop import document

from stocktake.register import Correction
from stocktake.review.evidence.given import Level, Recorded
from stocktake.review.evidence.model import Standing
from stocktake.review.evidence.standing import standings

TAILS, ASKED, LONGER, WEIGHT = "98/902:3#1", "98/902:4#1", "98/902:5#1", "98/902:6#1"


def stands(*contributions, judgements=(), held=None, as_of=AS_OF) -> dict[str, Standing]:
    made = standings(held or given(), Recorded(contributions, judgements), as_of)
    return {each.commitment: each for each in made}


def test_every_duty_of_the_text_in_force_stands_somewhere_and_silence_is_not_not_done():
    made = stands()
    assert {name: each.rung for name, each in made.items()} == {
        TAILS: "no evidence found",
        ASKED: "no evidence found",
        LONGER: "not assessable",
        WEIGHT: "not assessable",
    }
    assert made[TAILS].because == "No evidence found. That is not to say that nothing was done."
    assert made[ASKED].because == (
        "No evidence found. That is not to say that nothing was done. "
        "What A/RES/97/901 asked for was handed in; A/RES/98/902 takes it up."
    )
    assert (made[TAILS].latest, made[TAILS].age, made[TAILS].proofs) == ("", None, ())


def test_a_self_report_is_activity_and_never_more():
    made = stands(contribution())[TAILS]
    assert made.rung == "activity reported"
    assert made.because == (
        "1 action is reported by 1 entity; nobody checked. A report is not to say that the duty is fulfilled."
    )
    assert (made.latest, made.age) == ("2044-03", (AS_OF - date(2044, 3, 31)).days)
    (proof,) = made.proofs
    assert (proof.words, proof.source, proof.contribution) == (
        "Tails mended in 1 towns; self-report",
        "Kite Office",
        UUID(int=1),
    )


def test_what_a_person_says_of_a_duty_counts_beside_what_the_evidence_says():
    duty = next(each for each in given().duties.asked if each.commitment.id == TAILS)
    said = Correction(
        id=UUID(int=7),
        commitment=TAILS,
        text="A/RES/98/902",
        paragraph="3",
        quote=duty.commitment.quote,
        field="status",
        value="superseded",
        because="the kite office was closed.",
        by="A. Person",
        recorded_at=datetime(2044, 12, 1, tzinfo=UTC),
    )
    made = stands(contribution(), held=given(corrections=(said,)))[TAILS]
    assert made.rung == "superseded"
    assert made.because.startswith(
        "Said by A. Person on 1 December 2044: the kite office was closed. By the evidence alone: activity reported. "
    )
    assert len(made.proofs) == 1


def test_a_report_lifts_a_duty_that_was_not_assessable():
    assert stands(contribution(answers=(WEIGHT,)))[WEIGHT].rung == "activity reported"


def test_an_answer_on_a_duty_is_none_on_its_neighbour():
    assert stands(contribution(answers=(TAILS,)))[ASKED].rung == "no evidence found"


def test_what_was_reported_on_the_earlier_text_counts_and_that_is_said():
    made = stands(contribution(answers=("97/901:1",)))[TAILS]
    assert made.rung == "activity reported"
    assert made.because.endswith("Reported on earlier texts of the paragraph too: 97/901:1.")
    assert made.proofs[0].words.endswith("; on 97/901:1, an earlier text of this paragraph")
    assert stands(contribution(answers=("97/901:1#1",)))[TAILS].proofs == made.proofs
    assert stands(contribution(answers=("97/901:3",)))[TAILS].proofs == ()


def test_across_a_merged_paragraph_it_is_said_that_another_part_may_be_meant():
    both = f"{MENDED[:-1]}, and welcomes the gift of nine balls of string to the towns that lost theirs;"
    parts = [
        document(resolution(97, 901, operative=(MEND, GIFT)), "97.txt"),
        document(resolution(98, 902, operative=(both, TAKEN)), "98.txt"),
    ]
    held = given(parts)
    changes = {life.change for thread in held.followed.threads.threads for life in thread.lives}
    assert "merged" in changes
    made = stands(contribution(answers=("97/901:2",)), held=held)["98/902:1#1"]
    assert made.proofs[0].words.endswith(
        "on 97/901:2, an earlier text of this paragraph, split or merged since, so that another part of it may be meant"
    )


DOCUMENT = {"evidence": "document"}


@pytest.mark.parametrize(
    ("named", "rung"),
    [
        ("A/98/40", "output documented"),
        ("A/99/40", "activity reported"),
        ("https://kites.example/report", "activity reported"),
        ("A/RES/97/901", "activity reported"),
        ("A/97/40", "activity reported"),
    ],
    ids=["cited later", "nowhere seen", "a link", "what asks", "cited by what asks"],
)
def test_a_document_counts_where_it_can_be_seen(named: str, rung: str):
    made = stands(contribution(**DOCUMENT, document=named))[TAILS]
    assert made.rung == rung
    seen = (
        f"; A/RES/98/902 cites {named}"
        if rung == "output documented"
        else f"; document named, not checked: {named}"
    )
    assert made.proofs[0].words.endswith(seen)


def test_the_report_of_an_earlier_round_is_no_output_of_this_one():
    made = stands(contribution(**DOCUMENT, document="A/98/40", answers=("98/902:4",)))[ASKED]
    assert made.rung == "activity reported"


def test_a_later_draft_that_takes_up_a_report_is_evidence_without_anybody_reporting():
    taken = TAKEN.replace("A/98/40", "A/99/40")
    later = document(resolution(99, 903, operative=(taken, MENDED)), "99.txt", status="draft")
    made = stands(held=given([*texts(), later]))[ASKED]
    assert made.rung == "output documented"
    (proof,) = made.proofs
    assert proof.words == "a draft of A/RES/99/903 takes up A/99/40"
    assert proof.contribution is None


def levels(_indicator, areas):
    held = [
        Level("KEN", "2043", 12.0, "per cent", "a.csv, row 1"),
        Level("KEN", "2044", 14.0, "per cent", "a.csv, row 2"),
        Level("KEN", "2046", 20.0, "per cent", "a.csv, row 3"),
        Level("BRA", "2044", 30.0, "per cent", "a.csv, row 4"),
    ]
    return [each for each in held if each.area in areas]


@pytest.mark.parametrize(
    ("held", "where", "rung"),
    [
        (levels, ("KEN",), "outcome measured"),
        (levels, ("FRA",), "activity reported"),
        (lambda _indicator, _areas: None, ("KEN",), "activity reported"),
    ],
    ids=["a value of the area", "none of the area", "no statistics"],
)
def test_an_indicator_counts_where_a_value_is_held(held, where, rung):
    made = stands(contribution(evidence="indicator", document="17.8.1", where=where), held=given(levels=held))[
        TAILS
    ]
    assert made.rung == rung
    if rung == "outcome measured":
        (proof,) = made.proofs
        assert proof.words.endswith("17.8.1: 14 per cent, Kenya, 2044")
        assert (proof.source, proof.day) == ("Kite Office; a.csv, row 2", "2044")
        assert made.because == (
            "1 action names an indicator of which a value is held. "
            "Whether it moved because of what was done is not judged."
        )
    else:
        assert made.proofs[0].words.endswith("; indicator named, not checked: 17.8.1")


def test_the_furthest_comes_first_and_the_rest_is_counted():
    made = stands(contribution(1), contribution(2, **DOCUMENT, document="A/98/40"))[TAILS]
    assert [each.rung for each in made.proofs] == ["output documented", "activity reported"]
    assert made.because == (
        "1 piece of evidence can be looked up: a document that is held, or that a text held takes up later; "
        "it is not judged. 1 more action is reported."
    )


def test_what_was_withdrawn_or_replaced_counts_not():
    first = contribution()
    away = replace(contribution(2), who="", title="", answers=(), withdraws=first.id, evidence=None)
    assert stands(first, away)[TAILS].rung == "no evidence found"
    anew = replace(contribution(2), supersedes=first.id, answers=("98/902:5",))
    made = stands(first, anew)
    assert (made[TAILS].rung, made[LONGER].rung) == ("no evidence found", "activity reported")


def test_a_merged_action_is_one_proof_from_the_report_that_carries_furthest():
    reports = [contribution(1), contribution(2, who="Workshop", **DOCUMENT, document="A/98/40")]
    (proof,) = stands(*reports, judgements=[same(1, 2)])[TAILS].proofs
    assert (proof.rung, proof.contribution) == ("output documented", UUID(int=2))
    assert proof.words.endswith("told of in 2 reports")


def test_what_is_still_to_come_is_said():
    made = stands(contribution(start="2044-03", end="2046-05"))[TAILS]
    assert made.proofs[0].words.endswith("ends in 2046-05, after the date of this review")
    assert made.age == 0


def test_a_later_text_of_the_same_organ_that_asks_the_same_supersedes():
    balls = document(resolution(97, 5, title="Balls", operative=(MENDED, GIFT)), "b.txt")
    made = stands(contribution(answers=("97/5:1",)), held=given([*texts(), balls]))
    assert made["97/5:1#1"].rung == "superseded"
    assert made["97/5:1#1"].because == f"A/RES/98/902 asks it anew, in paragraph 3 ({TAILS})."
    assert len(made["97/5:1#1"].proofs) == 1
    assert made[TAILS].rung == "no evidence found"


def test_one_text_alone_and_the_order_of_records():
    alone = given([document(resolution(97, 901, operative=(MEND, REPORT.format("ninety-eighth"))), "a.txt")])
    assert [each.rung for each in standings(alone, Recorded(), AS_OF)] == ["no evidence found"] * 2
    reports = [contribution(at, start=f"204{at % 4}") for at in range(1, 8)]
    assert stands(*reports) == stands(*reversed(reports))
