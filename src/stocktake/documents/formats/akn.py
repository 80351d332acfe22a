"""Documents to Akoma Ntoso 3.0 in the UN's profile (AKN4UN), and back.

The door to the format; the work is done in ``akn_write`` and ``akn_read``, which alone load lxml.
"""

from stocktake.documents.model import Document

_BEGINNING = 2048


def handles_akn(data: bytes) -> bool:
    """Whether these bytes are an XML file that begins as Akoma Ntoso."""
    beginning = data[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n")
    return beginning.startswith(b"<") and b"akomaNtoso" in beginning


def document_to_akn(document: Document) -> bytes:
    """The document as an XML file, valid against the OASIS schema of Akoma Ntoso 3.0."""
    from stocktake.documents.formats.akn_write import write_akn

    return write_akn(document)


def document_from_akn(data: bytes) -> Document:
    """The document that ``document_to_akn`` wrote: it gives the same JSON.

    Raises:
        InputError: The bytes are no XML, no Akoma Ntoso, or damaged.
        UnsupportedError: It is Akoma Ntoso that was not written here.
    """
    from stocktake.documents.formats.akn_read import read_akn

    return read_akn(data)
