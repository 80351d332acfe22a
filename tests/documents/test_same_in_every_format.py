"""One resolution in four formats gives the same paragraphs, notes and heading data."""

from dataclasses import replace

import pytest
import resolution

from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.values.span import squeeze, words_at

FORMS = sorted(resolution.FORMS)


@pytest.fixture(scope="module")
def documents():
    return {name: build_document(read_source_bytes(data, name)) for name, data in resolution.FORMS.items()}


def without_places(document):
    paragraphs = tuple(replace(each, spans=()) for each in document.paragraphs)
    return paragraphs, tuple(replace(each, spans=()) for each in document.notes)


def words_of(marked):
    return squeeze(marked.replace("*", ""))


def test_the_paragraphs_are_those_that_were_written(documents):
    written = [*resolution.PREAMBLE, *(each.words for each in resolution.OPERATIVE)]
    ids = ["P1", "P2", "P3", "P4", "1", "2", "2(a)", "2(a)(i)", "2(a)(ii)", "2(b)", "3", "4", "5"]
    document = documents["plain.txt"]
    assert [each.id for each in document.paragraphs] == ids
    for paragraph, marked in zip(document.paragraphs, written, strict=True):
        words = words_of(marked)
        for mark in paragraph.notes:
            words = words.replace(f"^{mark}^", "")
        assert paragraph.text == words
    assert [(note.mark, note.text) for note in document.notes] == list(resolution.NOTES)
    assert document.notes[1].paragraphs == ("P2", "P3")


@pytest.mark.parametrize("name", FORMS)
def test_paragraphs_and_notes_are_the_same(documents, name):
    assert without_places(documents[name]) == without_places(documents["plain.txt"])


@pytest.mark.parametrize("name", FORMS)
def test_heading_data_are_the_same(documents, name):
    data = documents[name].data
    assert data == documents["plain.txt"].data
    assert (data.symbol, data.session, data.agenda_item) == (resolution.SYMBOL, 199, "6")
    assert data.title == resolution.TITLE


@pytest.mark.parametrize("name", FORMS)
def test_spans_give_the_words(documents, name):
    document = documents[name]
    for paragraph in document.paragraphs:
        assert words_at(document.source_text, paragraph.spans) == paragraph.text


@pytest.mark.parametrize("name", FORMS)
def test_nothing_is_unexplained(documents, name):
    assert documents[name].coverage.unexplained == ()
