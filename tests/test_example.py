"""The bundled example: it says that it is invented, is read without a remark, and shows what it should."""

import csv
import json
import re

import pytest

from stocktake.documents.compare import compare_documents
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.example import AS_OF, example_drafts, example_records, example_statistics, example_texts
from stocktake.frameworks.areas import is_example_area
from stocktake.frameworks.lineages import lineage_of
from stocktake.review.example import is_example

TEXTS = {text.name: text for text in example_texts()}
SYMBOLS = ("A/RES/97/41", "A/RES/98/38", "A/RES/99/52")


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return tuple(build_document(read_source_bytes(text.read_bytes(), name)) for name, text in TEXTS.items())


def changes(old: Document, new: Document) -> dict[tuple[tuple[str, ...], tuple[str, ...]], str]:
    pairs = compare_documents(old, new).pairs
    return {(tuple(pair.old), tuple(pair.new)): str(pair.change) for pair in pairs}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_begins_and_ends_by_saying_that_it_is_invented(name: str):
    lines = TEXTS[name].read_text("utf-8").strip().splitlines()
    assert "EXAMPLE. This text is invented" in lines[0]
    assert re.search(r"EXAMPLE: here ends the invented text A/RES/\d\d/\d\d\.$", lines[-1])
    assert sum("(EXAMPLE)" in line for line in lines) >= 3


def test_the_texts_are_the_example_lineage_oldest_first(documents: tuple[Document, ...]):
    lineage = lineage_of(SYMBOLS[0])
    assert lineage is not None
    assert tuple(document.data.symbol for document in documents) == lineage.symbols == SYMBOLS
    assert [document.data.adopted for document in documents] == [str(text.adopted) for text in lineage.texts]
    assert {document.data.title for document in documents} == {lineage.title}
    assert all(document.data.adopted and document.data.adopted < str(AS_OF) for document in documents)


def test_every_character_is_explained_and_there_is_nothing_to_remark(documents: tuple[Document, ...]):
    assert [document.coverage.unexplained for document in documents] == [(), (), ()]
    assert [document.findings for document in documents] == [(), (), ()]


def test_the_three_dialects_give_the_same_shape(documents: tuple[Document, ...]):
    kinds = [[paragraph.kind for paragraph in document.paragraphs] for document in documents]
    assert [each.count("preambular") for each in kinds] == [13, 15, 17]
    assert [each.count("operative") for each in kinds] == [16, 17, 20]
    assert [each.count("item") for each in kinds] == [0, 2, 2]
    assert [len(document.notes) for document in documents] == [5, 6, 6]
    assert all(note.paragraphs for document in documents for note in document.notes)


def test_the_first_year_splits_merges_moves_and_adds(documents: tuple[Document, ...]):
    seen = changes(documents[0], documents[1])
    assert seen[("5",), ("6", "7")] == "split"
    assert seen[("7", "8"), ("9",)] == "merged"
    assert seen[("9",), ("4",)] == "identical"
    assert seen[(), ("P13",)] == "added"
    assert seen[("13",), ()] == "dropped"


def test_the_second_year_drops_the_duty_to_report_and_weakens_a_verb(documents: tuple[Document, ...]):
    seen = changes(documents[1], documents[2])
    assert seen[("10",), ()] == "dropped"
    assert seen[("9",), ("6", "7")] == "split"
    assert seen[("7", "8"), ("8",)] == "merged"
    assert seen[("4",), ("11",)] == "identical"
    assert seen[("2",), ("2",)] == "edited"
    weaker = next(pair for pair in compare_documents(documents[1], documents[2]).pairs if list(pair.old) == ["2"])
    assert weaker.verb is not None
    assert (weaker.verb.old, weaker.verb.new, weaker.verb.shift) == ("Calls upon", "Encourages", "weaker")


def test_a_figure_is_repeated_a_year_later(documents: tuple[Document, ...]):
    repeated = [document.paragraph("P6") for document in documents[1:]]
    assert [each.text.startswith("Recognizing that 66 per cent") for each in repeated if each] == [True, True]


def test_the_draft_says_that_it_is_invented_and_belongs_to_the_example():
    (draft,) = example_drafts()
    lines = draft.read_text("utf-8").strip().splitlines()
    assert "EXAMPLE. This text is invented" in lines[0]
    assert lines[-1].endswith("EXAMPLE: here ends the invented draft A/C.2/99/L.9.")
    document = build_document(read_source_bytes(draft.read_bytes(), draft.name))
    assert (document.data.symbol, document.data.status, document.findings) == ("A/C.2/99/L.9", "draft", ())
    assert is_example(document)


def test_a_draft_under_another_title_is_no_example():
    (draft,) = example_drafts()
    other = draft.read_text("utf-8").replace("Lantern signals for coastal villages (EXAMPLE)", "Lantern signals")
    assert not is_example(build_document(read_source_bytes(other.encode(), "other.txt")))


def test_figures_and_records_are_of_invented_areas_only():
    for file, day in example_statistics():
        rows = list(csv.DictReader(file.read_text("utf-8").splitlines()))
        assert {is_example_area(row["area"]) for row in rows} == {True}
        assert max(row["period"] for row in rows) < str(day.year)
    contributions, needs = (json.loads(each.read_text("utf-8")) for each in example_records())
    where = [code for each in contributions["contributions"] for code in each["where"].split("; ")]
    assert all(is_example_area(code) for code in (*where, *(each["area"] for each in needs["needs"])))


def test_the_second_release_revises_the_first():
    first, second = (
        {
            tuple(row[key] for key in ("indicator", "area", "period", "sex", "location")): row["value"]
            for row in rows
        }
        for rows in (csv.DictReader(file.read_text("utf-8").splitlines()) for file, _ in example_statistics())
    )
    assert set(first) < set(second)
    assert first["17.8.1", "XAD", "2042", "_T", "_T"] == "50"
    assert second["17.8.1", "XAD", "2042", "_T", "_T"] == "48.2"
