"""The JSON of threads: the shape, the order of its keys, the same bytes."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "specimens"))

from invented import resolution
from workshop import LATER, document

from stocktake.documents.formats.document_json import dump_json
from stocktake.documents.formats.threads_json import threads_to_json
from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.model import ChainText
from stocktake.documents.threads.refine import refined_by

OLD = document(resolution(97, 901), "old.txt")
NEW = document(resolution(99, 903, operative=LATER), "new.txt")
CHAIN = [ChainText("A/RES/97/901"), ChainText("A/RES/98/902"), ChainText("A/RES/99/903")]
THREADS = build_threads([OLD, NEW], chain=CHAIN)


def test_the_keys_stand_in_the_order_of_the_reference():
    data = threads_to_json(THREADS)
    assert list(data) == [
        "schema", "held", "not_held", "threads", "texts", "blocks", "repeats", "vanished", "refinements",
    ]  # fmt: skip
    assert (data["schema"], data["held"]) == ("stocktake/threads/1", ["A/RES/97/901", "A/RES/99/903"])
    assert data["not_held"] == ["A/RES/98/902"]
    thread = data["threads"][0]
    assert list(thread)[:5] == ["id", "lives", "gone_in", "carried_duties", "note"]
    assert list(thread["lives"][0])[:4] == ["document", "paragraphs", "change", "words"]


def test_a_vanished_provision_is_there_with_its_duty():
    data = threads_to_json(THREADS)
    gone = next(each for each in data["threads"] if each["id"] == "97/901:3")
    assert gone == {
        "id": "97/901:3",
        "lives": [
            {
                "document": "A/RES/97/901",
                "paragraphs": ["3"],
                "change": "first seen",
                "words": 11,
                "moved": False,
                "crosses": False,
                "notes_changed": False,
                "verb": None,
                "redline": [],
            }
        ],
        "gone_in": "A/RES/99/903",
        "carried_duties": ["97/901:3#1"],
        "note": "present in A/RES/97/901, the oldest text held; in A/RES/97/901, gone in A/RES/99/903, "
        "one text between not held",
        "absent": [],
        "age": 0,
        "older_possible": False,
    }
    (vanished,) = data["vanished"]
    assert vanished["duties"] == [
        {
            "id": "97/901:3#1",
            "verb": "Requests",
            "text": "Requests the Secretary-General to count the kites of Examplia every autumn",
        }
    ]


def test_an_edited_life_says_what_changed():
    edited = next(each for each in threads_to_json(THREADS)["threads"] if each["id"] == "97/901:2")["lives"][1]
    assert edited["verb"] == {"from": "Calls upon", "to": "Encourages", "shift": "weaker"}
    assert edited["redline"][:2] == [["delete", "Calls upon"], ["insert", "Encourages"]]


def test_one_thread_alone_and_what_was_refined():
    before = build_threads([OLD], chain=CHAIN)
    only = THREADS.through("A/RES/99/903", "4")
    data = threads_to_json(THREADS, only, refined_by(before, THREADS))
    assert [each["id"] for each in data["threads"]] == ["99/903:4"]
    assert data["refinements"] == [
        {
            "kind": "seen only here",
            "document": "A/RES/99/903",
            "threads": ["99/903:4"],
            "words": "1 provision was not known; it is known from A/RES/99/903 alone.",
        }
    ]


def test_the_same_bytes_in_whatever_order_the_texts_come():
    turned = build_threads([NEW, OLD], chain=CHAIN)
    assert dump_json(threads_to_json(turned)) == dump_json(threads_to_json(THREADS))
    assert json.loads(dump_json(threads_to_json(THREADS)))
