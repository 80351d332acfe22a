"""The one door to a document: bytes of any kind that we read, our own Akoma Ntoso among them.

Knows which road bytes take: a source and then structure, or straight back from Akoma Ntoso. Knows nothing of files.
"""

from stocktake.documents.formats.akn import document_from_akn, handles_akn
from stocktake.documents.model import Document, Status
from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.documents.structure.findings import given_by_user


def read_document(data: bytes, name: str, *, symbol: str | None = None, status: Status | None = None) -> Document:
    """The document that ``data`` holds; ``name`` is for provenance and messages only.

    Args:
        data: The bytes of a file.
        name: The file's name.
        symbol: The document's symbol, where the user says it; a finding then says so.
        status: Adopted or draft, where the user says it.

    Raises:
        InputError: The bytes are empty or damaged.
        UnsupportedError: They are of no kind that we read.
    """
    if handles_akn(data):
        return given_by_user(document_from_akn(data), symbol, status)
    return build_document(read_source_bytes(data, name), symbol=symbol, status=status)
