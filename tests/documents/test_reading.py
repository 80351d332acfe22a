"""The one door: every kind of bytes that holds a document gives it back."""

from stocktake.documents.formats.akn import document_to_akn
from stocktake.documents.formats.document_json import document_to_json
from stocktake.documents.reading import read_document

TEXT = b"The General Assembly,\n\nRecalling the lanterns,\n\n1. Decides to meet."


def test_akoma_ntoso_written_is_read_back() -> None:
    document = read_document(TEXT, "x.txt")
    again = read_document(document_to_akn(document), "x.akn")
    assert document_to_json(again) == document_to_json(document)


def test_what_the_user_says_counts_for_akoma_ntoso_too() -> None:
    akn = document_to_akn(read_document(TEXT, "x.txt"))
    document = read_document(akn, "x.akn", symbol="A/RES/99/7", status="adopted")
    assert (document.data.symbol, document.data.status) == ("A/RES/99/7", "adopted")
    assert [finding.code for finding in document.findings] == ["symbol-given", "status-given"]
