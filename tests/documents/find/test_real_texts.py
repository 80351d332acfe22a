"""The finders on the real texts: every symbol prints and parses, every span holds, and the two formats agree."""

import re

import pytest

from stocktake.documents.find.citations import find_citations
from stocktake.documents.find.events import find_events
from stocktake.documents.find.locate import passages
from stocktake.documents.model import Document
from stocktake.values.span import words_at
from stocktake.values.symbol import Symbol, scan_symbols

pytestmark = pytest.mark.real

# What is left of a passage once its symbols are taken out must hold nothing that a symbol could be made of.
LIKE_A_SYMBOL = re.compile(r"\b(?:A|E|S|ST|TD|DP|UNEP|HSP|CRC|CCPR|FCCC|CBD)/[\w.()]+/[\w.()/-]*\d")


def test_every_symbol_printed_is_found_and_prints_and_parses_back(read: dict[str, Document]):
    printed = 0
    for document in read.values():
        for _, passage in passages(document):
            rest = passage.text
            for symbol, span in scan_symbols(passage.text):
                assert Symbol.parse(str(symbol)) == symbol
                rest = rest[: span.start] + "#" * (span.end - span.start) + rest[span.end :]
                printed += 1
            assert not LIKE_A_SYMBOL.search(rest)
        for own in (document.data.symbol, document.data.committee_report):
            assert own is None or str(Symbol.parse(own)) == own
    assert printed > 300


def test_passages_are_the_texts_and_spans_give_what_is_printed(read: dict[str, Document]):
    for document in read.values():
        texts = {place: passage.text for place, passage in passages(document)}
        assert all(texts[each.id] == each.text for each in document.paragraphs)
        assert all(texts[f"note {each.mark}"] == each.text for each in document.notes)
        for citation in find_citations(document):
            assert words_at(document.source_text, citation.spans) == citation.printed
        for event in find_events(document):
            assert words_at(document.source_text, event.spans) == event.quote
            assert event.name in event.quote or event.place is not None or event.start == event.end
            assert event.start <= event.end


@pytest.mark.parametrize(
    ("seed", "official"), [("001_b2b2b425cb4da82d", "A_RES_79_194"), ("003_b03e53008abf82d6", "A_RES_80_118")]
)
def test_the_text_and_the_pdf_cite_the_same_and_name_the_same_events(
    read: dict[str, Document], seed: str, official: str
):
    one, other = read[seed], read[official]
    assert [(each.place, str(each.symbol), each.pinpoint, each.date) for each in find_citations(one)] == [
        (each.place, str(each.symbol), each.pinpoint, each.date) for each in find_citations(other)
    ]
    assert [(each.paragraph, each.place, each.start, each.end) for each in find_events(one)] == [
        (each.paragraph, each.place, each.start, each.end) for each in find_events(other)
    ]


def test_no_document_cites_itself_nor_a_session_to_come(read: dict[str, Document]):
    for document in read.values():
        for citation in find_citations(document):
            assert str(citation.symbol) != document.data.symbol
            session = citation.symbol.session if citation.symbol.organ == "A" else None
            assert session is None or document.data.session is None or session <= document.data.session
