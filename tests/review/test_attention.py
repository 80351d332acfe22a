"""What wants attention: each rule raises what it should, and no more than ten things in all."""

from datetime import date

import pytest
from invented import OPERATIVE, resolution
from workshop import AS_OF, CHAIN, document, documents, lineage, review

from stocktake.review import build_review
from stocktake.review.attention import MOST, RULES
from stocktake.review.build import Besides
from stocktake.review.model import Damage
from stocktake.review.words import capital, place_name


def words(made, rule: str) -> list[str]:
    return [each.words for each in made.attention if each.rule == rule]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            "duty no longer in the text",
            (
                "Paragraph 3 of A/RES/97/901 carried a duty that A/RES/99/903 no longer has: “Requests the "
                "Secretary-General to count the kites of Examplia every autumn”"
            ),
        ),
        (
            "verb weakened",
            (
                "Paragraph 2 of A/RES/99/903 opens with “Encourages”; paragraph 2 of A/RES/97/901 had “Calls upon”, a "
                "stronger verb."
            ),
        ),
        (
            "texts not held between",
            (
                "Between A/RES/97/901 and A/RES/99/903 these texts are not held: A/RES/98/902. What looks new may be "
                "older."
            ),
        ),
        ("only a draft held", "A/RES/98/902 is held only as a draft (A/C.2/98/L.4): it is not compared."),
    ],
)
def test_each_rule_says_what_it_saw(rule: str, said: str):
    assert words(review(), rule) == [said]


def test_an_expected_event_that_is_past():
    (said,) = words(review(), "expected event past")
    assert said.startswith("Paragraph 3 of A/RES/99/903 looks forward to what is past now: ")
    assert said.endswith("Festival of Strings, 4–6 May 2044.")
    earlier = build_review(documents(), date(2044, 5, 1), [CHAIN])
    assert words(earlier, "expected event past") == []


def test_damaged_files_come_first():
    made = build_review(
        documents(), AS_OF, [CHAIN], Besides([Damage("gone.pdf", "0" * 64, "the original was altered")])
    )
    assert (made.attention[0].rule, made.attention[0].words) == (
        "file damaged",
        "The file gone.pdf cannot be used: the original was altered.",
    )


def test_many_dropped_paragraphs_are_one_thing():
    many = tuple(f"Requests the keeper of kite number {word} to paint it again;" for word in "abcdefg")
    texts = [
        document(resolution(97, 901, operative=(*many, OPERATIVE[0]))),
        document(
            resolution(98, 902, operative=("Decides to close the workshop of Examplia for good;", OPERATIVE[0]))
        ),
    ]
    (said,) = words(build_review(texts, AS_OF, [CHAIN]), "duty no longer in the text")
    assert (
        said == "7 paragraphs of A/RES/97/901 carried duties that A/RES/98/902 no longer has: 1, 2, 3, 4, 5, 6, 7."
    )


def test_a_paragraph_without_a_duty_is_only_dropped():
    noted = "Notes that the kites of Examplia were many;"
    texts = [
        document(resolution(97, 901, operative=(noted, OPERATIVE[0]))),
        document(
            resolution(98, 902, operative=("Decides to close the workshop of Examplia for good;", OPERATIVE[0]))
        ),
    ]
    made = build_review(texts, AS_OF, [CHAIN])
    assert words(made, "operative paragraph dropped") == [
        f"Paragraph 1 of A/RES/97/901 does not return in A/RES/98/902: “{noted}”"
    ]
    assert words(made, "duty no longer in the text") == []


def test_two_files_of_one_symbol_that_differ():
    other = (*OPERATIVE[:3], OPERATIVE[3].replace("Festival", "Carnival"))
    twins = [document(resolution(97, 901), "a.txt"), document(resolution(97, 901, operative=other), "b.txt")]
    (said,) = words(build_review(twins, AS_OF, [CHAIN]), "two files of one text differ")
    assert said.endswith("should be one text and differ in 4.")


def test_never_more_than_ten_and_in_the_order_of_the_rules():
    damages = [Damage(f"{number}.pdf", f"{number:064}", "altered") for number in range(8)]
    made = build_review(documents(), AS_OF, [CHAIN, lineage((50, 1), name="other")], Besides(damages))
    assert len(made.attention) == MOST
    order = [list(RULES).index(each.rule) for each in made.attention]
    assert order == sorted(order)


def test_a_newer_text_that_is_not_held_is_said():
    made = review([document(resolution(97, 901)), document(resolution(98, 902))])
    assert words(made, "newer text not held") == [
        (
            "A/RES/98/902 is the newest text held, and these came after it: A/RES/99/903. What it asks may be renewed, "
            "changed or ended there."
        )
    ]
    assert words(review(), "newer text not held") == []


def test_a_body_that_is_no_longer_mentioned_is_not_said_to_have_ended():
    report = "Takes note of the report of the Working Group on Torn Tails and Loose Strings (A/97/41);"
    texts = [document(resolution(97, 901, operative=(report, *OPERATIVE))), document(resolution(98, 902))]
    (said,) = words(build_review(texts, AS_OF, [CHAIN]), "body no longer mentioned")
    assert said == (
        "Working Group on Torn Tails and Loose Strings: last named in A/RES/97/901; A/RES/98/902 does not name it. "
        "That does not say that it was ended."
    )


def test_two_rhythms_for_one_report_are_set_side_by_side():
    asked = "Requests the Secretary-General to submit a {} report on the torn tails and loose strings of Examplia;"
    texts = [
        document(resolution(99, 903, operative=(asked.format("biennial"), OPERATIVE[0]))),
        document(resolution(97, 5, title="Strings", operative=(asked.format("triennial"), OPERATIVE[0]))),
    ]
    (said,) = words(build_review(texts, AS_OF, [CHAIN]), "rhythms collide")
    assert "paragraph 1 of A/RES/97/5 says triennial (“triennial”)" in said
    assert "paragraph 1 of A/RES/99/903 says biennial (“biennial”)" in said
    assert said.endswith("Which holds is not settled here.")


def test_what_can_fall_due_now_is_listed_once_per_text():
    due = "Requests the Secretary-General to submit to the General Assembly a report on torn tails by 30 January 2045;"
    made = build_review([document(resolution(99, 903, operative=(due, OPERATIVE[0])))], date(2045, 1, 30), [CHAIN])
    (said,) = words(made, "duty due")
    assert (
        said
        == "1 duty of A/RES/99/903 can fall due now: paragraph 1 (Secretary-General: report, by 30 January 2045)."
    )


def test_a_sentence_begins_with_a_capital_and_keeps_the_numerals_of_parts():
    assert capital(place_name("II.3")) == "Paragraph II.3"
