"""Every JSON that is printed is valid against the schema of its shape; the schemas are strict."""

import json
from datetime import date
from typing import Any

import pytest
from asking import documents
from jsonschema import Draft202012Validator
from shapes import faults

from stocktake.documents.compare import compare_documents
from stocktake.documents.find.citations import find_citations
from stocktake.documents.find.events import find_events
from stocktake.documents.find.figures import find_figures
from stocktake.documents.find.themes import find_themes
from stocktake.documents.formats.comparison_json import comparison_to_json
from stocktake.documents.formats.figures_json import figures_to_json
from stocktake.documents.formats.found_json import citations_to_json, events_to_json, themes_to_json
from stocktake.documents.reading import read_document
from stocktake.example import AS_OF as EXAMPLE_DAY
from stocktake.example import example_drafts, example_texts
from stocktake.frameworks.lineages import lineages
from stocktake.frameworks.matrices import disagreements, parse_matrix
from stocktake.publish.opendata import open_data_files
from stocktake.publish.opendata.schemas import schema_names, schema_of
from stocktake.publish.site.model import Published
from stocktake.review import build_review

MATRIX = """matrix,WSIS-SDG
version,2044-06
source,"Example Bureau, invented"
date,2044-06-01
row,column,related,rationale
C2,9,no,Invented for a test
"""
DESCRIPTIONS = ("datapackage.json", "csv-metadata.json")


def printed(document: Any) -> list[Any]:
    return [
        citations_to_json(document, find_citations(document)),
        events_to_json(document, find_events(document)),
        figures_to_json(document, find_figures(document)),
        themes_to_json(document, find_themes(document)),
    ]


def records_of(files: dict[str, bytes]) -> dict[str, Any]:
    left_out = (*DESCRIPTIONS, "schemas/")
    return {
        path: json.loads(data)
        for path, data in files.items()
        if path.endswith(".json") and not path.startswith(left_out)
    }


@pytest.mark.parametrize("name", schema_names())
def test_each_schema_is_one_and_has_its_name(name):
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:stocktake:{name}:1"
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_file_is_valid(files):
    found = records_of(files)
    assert {data["schema"].split("/")[1] for data in found.values()} == {
        *("document", "commitments", "figures", "comparison", "threads", "calendar", "measure", "needs", "review"),
    }
    assert {path: faults(data) for path, data in found.items()} == {path: [] for path in found}


def test_what_commands_print_is_valid():
    texts = documents()
    data = [each for text in texts for each in printed(text)]
    data.append(comparison_to_json(compare_documents(texts[0], texts[1]), ()))
    assert [faults(each) for each in data] == [[] for _ in data]


def test_themes_beside_a_matrix_are_valid():
    text = documents()[0]
    matrix = parse_matrix(MATRIX, "matrix.csv")
    differing = disagreements(matrix, {"1": [("WSIS", "C2"), ("SDG", "9"), ("SDG", "4")]})
    data = themes_to_json(text, find_themes(text), matrix, differing)
    assert len(data["disagreements"]) == 2
    assert faults(data) == []


@pytest.mark.parametrize(
    ("path", "change", "words"),
    [
        ("review.json", {"extra": 1}, "'extra' was unexpected"),
        ("review.json", {"as_of": "15 January"}, "'15 January' does not match"),
        ("review.json", {"commitments": [{}]}, "'id' is a required property"),
        ("threads.json", {"held": None}, "None is not of type 'array'"),
        ("calendar.json", {"schema": "stocktake/calendar/2"}, "'stocktake/calendar/1' was expected"),
    ],
)
def test_schemas_are_strict(files, path, change, words):
    found = faults({**json.loads(files[path]), **change})
    assert any(words in each for each in found), found


def test_the_bundled_example_is_valid():
    texts = [read_document(each.read_bytes(), each.name) for each in (*example_texts(), *example_drafts())]
    review = build_review(texts, EXAMPLE_DAY, lineages())
    files = {each.path.removeprefix("data/"): each.data for each in open_data_files(Published(review))}
    data = [*records_of(files).values(), *(each for text in texts for each in printed(text))]
    assert [found for each in data for found in faults(each)] == []
    assert b"nothing in it is real" in files["README.md"]
    assert b"nothing in it is real" in files["changes.atom"]
    assert json.loads(files["datapackage.json"])["invented"] is True


@pytest.mark.real
def test_the_real_texts_are_valid(corpus):
    paths = sorted((corpus / "seeds").glob("*.txt"))
    texts = [read_document(path.read_bytes(), path.name) for path in paths]
    review = build_review(texts, date(2026, 1, 15), lineages())
    files = {each.path.removeprefix("data/"): each.data for each in open_data_files(Published(review))}
    data = [*records_of(files).values(), *(each for text in texts for each in printed(text))]
    assert [found for each in data for found in faults(each)] == []
