"""``review.json``: the contract's keys, the same bytes for the same input."""

import json

from asking import asking, said
from workshop import documents, review

from stocktake.documents.formats.document_json import dump_json
from stocktake.publish.commitments_json import commitments_to_json
from stocktake.publish.review_json import review_to_json

CONTRACT = [
    "schema", "as_of", "workspace", "documents", "comparison", "threads", "commitments", "calendar", "figures",
    "divides", "coverage", "health", "attention", "findings", "sources",
]  # fmt: skip


def test_the_contracts_keys_are_all_there_in_its_order():
    data = review_to_json(review())
    assert [key for key in data if key in CONTRACT] == CONTRACT
    assert data["schema"] == "stocktake/review/1"
    assert data["as_of"] == "2045-01-15"


def test_the_same_input_gives_the_same_bytes_whatever_its_order():
    once = dump_json(review_to_json(review(documents())))
    again = dump_json(review_to_json(review(documents()[::-1])))
    assert once == again
    assert json.loads(once) == review_to_json(review())


def test_the_comparison_is_the_one_that_compare_prints():
    data = review_to_json(review())
    assert (data["comparison"]["from"], data["comparison"]["to"]) == ("A/RES/97/901", "A/RES/99/903")
    assert data["comparison"]["summary"]["dropped"] == 1
    assert data["other_comparisons"] == []


def test_sources_carry_their_checksum():
    data = review_to_json(review())
    assert {each["name"]: len(each["sha256"]) for each in data["sources"]} == {
        "old.txt": 64,
        "new.txt": 64,
        "draft.txt": 64,
    }


def test_a_review_of_nothing_has_every_key_too():
    data = review_to_json(review([]))
    assert data["comparison"] == {}
    assert data["documents"] == data["attention"] == data["sources"] == []


def test_what_is_asked_stands_as_the_command_prints_it_with_its_text():
    made = asking()
    data = review_to_json(made)
    third = made.duties.of("A/RES/99/903")
    printed = commitments_to_json("A/RES/99/903", third)["commitments"]
    own = [each for each in data["commitments"] if each["text"] == "A/RES/99/903"]
    beside = ("text", "in_force", "standing", "evidence")
    assert [{key: value for key, value in each.items() if key not in beside} for each in own] == printed
    assert {each["in_force"] for each in own} == {True}
    assert {each["state"] for each in data["commitments"] if not each["in_force"]} >= {"overdue", "passed"}


def test_paragraphs_cycles_rhythms_calendar_and_health_are_there():
    data = review_to_json(asking())
    assert [(each["paragraph"], each["change"], each["state"]) for each in data["status"]] == [
        ("1", "added", None),
        ("2", "edited", "ahead"),
        ("3", "identical", "ahead"),
        ("4", "added", "ahead"),
    ]
    assert {each["kind"] for each in data["cycles"]} == {"deliverable", "body"}
    assert data["cycles"][0]["stages"][0]["adopted"] == "2042-12-12"
    assert [each["rhythm"] for each in data["conflicts"][0]["duties"]] == ["annual", "biennial"]
    assert [each["kind"] for each in data["calendar"]].count("duty") == 3
    assert {each["document"] for each in data["health"]} == {"A/RES/99/903"}
    assert data["corrections"] == {"applied": [], "set_aside": [], "offered": [], "lost": []}


def test_corrections_say_what_became_of_them():
    data = review_to_json(
        asking([said(1, "99/903:3#2", "not-a-duty", "yes"), said(2, "97/901:4#1", "addressee", "Kite makers")])
    )["corrections"]
    assert [(each["text"], each["commitment"]) for each in data["applied"]] == [("A/RES/97/901", "97/901:4#1")]
    assert [(each["commitment"], each["by"]) for each in data["set_aside"]] == [("99/903:3#2", "A. Person")]
    assert [each["commitment"] for each in data["offered"]] == ["98/902:2#1", "99/903:3#1"]
    assert data["offered"][0]["correction"]["value"] == "Kite makers"
    assert data["lost"] == []


def test_the_order_in_which_corrections_are_given_does_not_matter():
    records = [said(1, "99/903:3#2", "not-a-duty", "yes"), said(2, "97/901:4#1", "addressee", "Kite makers")]
    assert dump_json(review_to_json(asking(records))) == dump_json(review_to_json(asking(records[::-1])))
