"""Bodies from text to text: set up, composed, asked, reported, founded twice, never mentioned again."""

from dataclasses import replace

from tests.documents.cycles.cycles import cycles, seen, text

SET_UP = (
    "Requests the Secretary-General to establish a working group to examine harbour dues and toy moorings, which shall "
    "report to the General Assembly at its ninety-eighth session;"
)
REPORTED = "Takes note of the report of the Working Group on Harbour Dues and Toy Moorings (A/98/41);"
NAMED = "Recalls the work of the Working Group on Harbour Dues and Toy Moorings;"


def bodies(*texts):
    return [each for each in cycles(list(texts)) if each.kind == "body"]


def test_set_up_in_small_letters_and_reported_under_its_name():
    (only,) = bodies(text(97, SET_UP), text(98, REPORTED), text(99))
    assert only.id == "Working Group on Harbour Dues and Toy Moorings"
    assert seen(only) == [("set up", "A/RES/97/1", "1"), ("delivered", "A/RES/98/1", "1")]
    assert only.stages[0].commitment == "97/1:1#1"
    assert only.stages[1].symbols == ("A/98/41",)
    assert only.state == "never mentioned again"
    assert only.because.startswith("last named in A/RES/98/1; A/RES/99/1 does not name it")


def test_what_only_a_draft_leaves_out_is_not_known():
    last = text(99)
    draft = replace(last, data=replace(last.data, status="draft"))
    (only,) = bodies(text(97, SET_UP), text(98, REPORTED), draft)
    assert only.state == "not known from the texts held"
    assert only.because.startswith("last named in A/RES/98/1; a draft of A/RES/99/1 does not name it")


def test_who_is_on_it_and_what_is_asked_of_it():
    composed = "Decides that the working group on harbour dues and toy moorings shall be composed of nine keepers;"
    asked = "Encourages the working group to report on its progress by 2050;"
    (only,) = bodies(text(97, SET_UP, composed, asked), text(98))
    kinds = [each.kind for each in only.stages]
    assert kinds[:2] == ["set up", "composition"]
    assert "asked" in kinds


def test_two_foundings_under_one_name_are_said():
    again = (
        "Notes the work of the Working Group on Harbour Dues and Toy Moorings, established as requested by the General "
        "Assembly in its resolution 98/7;"
    )
    (only,) = bodies(text(97, SET_UP), text(99, again))
    assert "2 foundings under one name, by A/RES/97/1 (A/RES/97/1 1); by A/RES/98/7 (A/RES/99/1 1)" in only.because


def test_a_founding_that_is_cited_later_is_the_same():
    cited = (
        "Notes the work of the Working Group on Harbour Dues and Toy Moorings, established by the General Assembly in its "
        "resolution 97/1;"
    )
    (only,) = bodies(text(97, SET_UP), text(98, cited))
    assert "foundings" not in only.because


def test_the_report_of_a_second_body_of_the_name_does_not_answer_the_first():
    again = (
        "Notes the work of the Working Group on Harbour Dues and Toy Moorings, established as requested by the General "
        "Assembly in its resolution 98/7;"
    )
    (only,) = bodies(text(97, SET_UP), text(99, again, "Recalls the report of the Working Group;"))
    assert only.answered == ()


def test_the_working_group_is_the_one_named_just_before():
    (only,) = bodies(text(97, REPORTED, "Thanks the Working Group for its patience;"), text(98))
    assert seen(only)[1] == ("mentioned", "A/RES/97/1", "2")
    far = "Thanks the Working Group for its patience;"
    (only,) = bodies(text(97, REPORTED, "Welcomes forty lanterns;", far), text(98))
    assert len(only.stages) == 1


def test_a_body_that_is_only_mentioned_has_no_cycle():
    assert bodies(text(97, NAMED), text(98)) == []


def test_a_panel_discussion_is_no_body():
    assert (
        bodies(text(97, "Requests the Secretary-General to convene a panel discussion on toy boats;"), text(98))
        == []
    )


def test_named_again_in_small_letters_is_named():
    later = "Invites the working group on harbour dues and toy moorings to rest;"
    (only,) = bodies(text(97, REPORTED), text(98, later))
    assert only.state == "mentioned since"
