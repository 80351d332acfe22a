"""Reads a text written in a test as a file would be read."""

from stocktake.documents.model import Document
from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document


def read_text(text: str, name: str = "example.txt") -> Document:
    """The document that a text file with these words gives."""
    return build_document(read_source_bytes(text.encode(), name))
