"""``review.json``: the contract's keys, the same bytes for the same input."""

import json

from workshop import documents, review

from stocktake.documents.formats.document_json import dump_json
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
