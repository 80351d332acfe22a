"""The JSON of a document: its shape, its order of keys, and the same document when read back."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stocktake.documents.formats.document_json import document_from_json, document_to_json, dump_json
from stocktake.documents.formats.schema import load_schema, schema_faults
from stocktake.errors import InputError

ADVICE = "Write it again with `stocktake read --json`."
FIRST = "JSON: expected a document of the shape stocktake/document/1, but "


@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_document_comes_back_the_same(documents, data):
    document = data.draw(documents)
    written = document_to_json(document)
    assert schema_faults(written, load_schema("document")) == []
    assert json.loads(dump_json(written)) == written
    assert document_from_json(json.loads(dump_json(written)), document.source_text) == document


def test_the_keys_stand_in_the_order_of_the_contract(specimen):
    data = document_to_json(specimen)
    assert list(data) == [
        "schema",
        "symbol",
        "title",
        "organ",
        "session",
        "agenda_item",
        "status",
        "adopted",
        "distributed",
        "committee_report",
        "plenary",
        "language",
        "committee",
        "based_on",
        "draft_label",
        "source",
        "paragraphs",
        "notes",
        "headings",
        "annexes",
        "votes",
        "coverage",
        "findings",
    ]
    assert list(data["source"]) == ["name", "format", "sha256"]
    assert list(data["votes"]) == ["for", "against", "abstaining"]
    assert list(data["coverage"]) == ["characters", "paragraphs", "notes", "heading", "furniture", "unexplained"]
    assert list(data["findings"][0]) == ["code", "place", "message", "advice"]


def test_the_schema_names_the_keys_in_the_same_order(specimen):
    schema = load_schema("document")
    data = document_to_json(specimen)
    assert list(schema["properties"]) == schema["required"] == list(data)
    assert list(schema["$defs"]["paragraph"]["properties"]) == list(data["paragraphs"][0])
    assert list(schema["$defs"]["note"]["properties"]) == list(data["notes"][0])


def test_a_paragraph_a_note_and_what_is_unexplained(specimen):
    data = document_to_json(specimen)
    assert data["paragraphs"][3] == {
        "id": "1(b)",
        "kind": "item",
        "number": "1(b)",
        "verb": None,
        "text": "To count them, namely:",
        "notes": ["*"],
        "spans": [[114, 128], [129, 137]],
        "marks": [{"mark": "*", "at": 14}],
    }
    assert data["notes"][0] == {
        "mark": "1",
        "text": "See X/RES/6/1.",
        "paragraphs": ["P1", "1(a)"],
        "spans": [[208, 222]],
    }
    assert data["coverage"]["unexplained"] == [{"span": [16, 17], "text": "\f"}]


def test_json_text_keeps_characters_and_spans_on_one_line():
    assert dump_json({"words": "é [\n1,\n2\n]", "spans": [[1, 20], [3, 4]]}) == (
        '{\n  "words": "é [\\n1,\\n2\\n]",\n  "spans": [\n    [1, 20],\n    [3, 4]\n  ]\n}\n'
    )


def faults_of(data, source):
    with pytest.raises(InputError) as fault:
        document_from_json(data, source)
    return fault.value.message


def test_all_faults_of_shape_are_named_by_path(specimen):
    data = copy.deepcopy(document_to_json(specimen))
    data["session"] = True
    data["adopted"] = "2031-02-30"
    data["status"] = "withdrawn"
    data["paragraphs"][0]["text"] = 5
    data["paragraphs"][1]["spans"] = [[1, 2, 3], [-1, 4]]
    del data["notes"][0]["mark"]
    data["votes"]["for"] = None
    data["colour"] = "green"
    assert faults_of(data, specimen.source_text) == (
        f"{FIRST}$.session is true or false, not a whole number or null; "
        "$.status is 'withdrawn', not one of adopted, draft; "
        "$.adopted is '2031-02-30', not a date like 2025-12-15; "
        "$.paragraphs[0].text is a whole number, not text; "
        "$.paragraphs[1].spans[0] has 3 members, not 2; "
        "$.paragraphs[1].spans[1][0] is -1, less than 0; "
        "$.notes[0] has no 'mark'; "
        "$.votes.for is null, not a whole number; "
        f"$ has an unknown field 'colour'. {ADVICE}"
    )


def test_another_schema_is_refused(specimen):
    data = {**document_to_json(specimen), "schema": "stocktake/document/2"}
    assert faults_of(data, specimen.source_text) == (
        f"{FIRST}$.schema is 'stocktake/document/2', not 'stocktake/document/1'. {ADVICE}"
    )


def test_what_is_no_object_is_refused():
    assert faults_of([1], "") == f"{FIRST}$ is a list, not an object. {ADVICE}"


def test_all_misfits_with_the_source_text_are_named(specimen):
    data = copy.deepcopy(document_to_json(specimen))
    data["paragraphs"][0]["spans"] = [[5, 3]]
    data["notes"][1]["spans"] = [[250, 300]]
    data["paragraphs"][2]["marks"] = [{"mark": "1", "at": 99}]
    data["paragraphs"][3]["notes"] = []
    data["findings"][0]["code"] = "colour-unknown"
    assert faults_of(data, specimen.source_text) == (
        f"{FIRST}$.paragraphs[0].spans[0] is [5, 3], which lies outside the source text; "
        "$.notes[1].spans[0] is [250, 300], which lies outside the source text; "
        "$.paragraphs[2].marks do not stand in the text in order of place; "
        "$.paragraphs[3].notes are not the marks of $.paragraphs[3].marks; "
        f"$.findings[0].code is 'colour-unknown', which is no code of a finding. {ADVICE}"
    )


def test_more_than_twenty_faults_are_counted(specimen):
    data = document_to_json(specimen)
    data = {**data, "findings": [7] * 25}
    message = faults_of(data, specimen.source_text)
    assert "$.findings[19] is a whole number, not an object; and 5 more faults. " in message
    assert "$.findings[20]" not in message
