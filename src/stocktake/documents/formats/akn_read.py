"""Akoma Ntoso back to the document it was written from.

Reads only files that ``akn_write`` wrote: other Akoma Ntoso, the UN's own included, has no source text and no
spans, and is refused. Words, leading verbs and note marks are taken from the text, everything else from the
record; where the file says a thing in both (symbol, dates), the record counts. The parser loads no DTD, expands no
entity and opens no network connection; a file with a document type declaration is refused.
"""

import json
from typing import Any

from lxml import etree

from stocktake.documents.formats.akn_words import AKN, OURS, read_verb, read_words, unescape
from stocktake.documents.formats.document_json import document_from_json
from stocktake.documents.model import Document
from stocktake.errors import InputError, UnsupportedError

_AGAIN = "Write it again with `stocktake read --akn`."


def read_akn(data: bytes) -> Document:
    """The document that ``write_akn`` wrote as ``data``.

    Raises:
        InputError: The bytes are no XML, no Akoma Ntoso, or damaged.
        UnsupportedError: It is Akoma Ntoso of another maker.
    """
    root = _parse(data)
    record = root.find(f".//{{{AKN}}}proprietary/{{{OURS}}}record")
    source = root.find(f".//{{{AKN}}}proprietary/{{{OURS}}}source")
    if record is None or source is None:
        raise UnsupportedError(
            expected="Akoma Ntoso that Stocktake wrote",
            came="this file has no record of Stocktake in it",
            where="Akoma Ntoso",
            advice="Read the PDF, DOCX or HTML of the document instead.",
        )
    source_text = unescape(source.text or "")
    return document_from_json(_restore(root, _json(record), source_text), source_text)


def _parse(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise _damaged("well-formed XML", f"it breaks off or is malformed ({fault.msg})") from fault
    if root.getroottree().docinfo.doctype:
        raise _damaged("XML without a document type declaration", "there is one")
    if root.tag != f"{{{AKN}}}akomaNtoso":
        raise _damaged("an akomaNtoso element of Akoma Ntoso 3.0", f"the file begins with {root.tag}")
    return root


def _damaged(expected: str, came: str) -> InputError:
    return InputError(expected=expected, came=came, where="Akoma Ntoso", advice=_AGAIN)


def _json(record: Any) -> Any:
    try:
        return json.loads(unescape(record.text or ""))
    except (ValueError, RecursionError) as fault:
        raise _damaged("JSON in the record", f"it is malformed ({fault})") from fault


def _restore(root: Any, record: Any, source_text: str) -> Any:
    """The document's JSON: the record with the words put back; every fault of the record named at once."""
    words = _Words(root)
    try:
        if record["title"] is not None:
            record["title"] = words.at(record["title"])
        for each in record["paragraphs"]:
            words.put_paragraph(each)
        for each in record["notes"]:
            words.put_note(each)
        for each in record["headings"]:
            each["text"] = words.at(each["text"])
        for each in record["annexes"]:
            each["title"], each["text"] = words.at(each["title"]), words.at(each["text"])
        for each in record["coverage"]["unexplained"]:
            each["text"] = source_text[slice(*each["span"])]
    except (KeyError, TypeError, AttributeError) as fault:
        raise _damaged(
            "a record of the document", f"a part of it is missing or of another kind ({fault})"
        ) from fault
    if words.missing:
        raise _damaged(
            "the elements that the record names", f"there is no eId {', '.join(map(str, words.missing))}"
        )
    return record


class _Words:
    """The words of elements by ``eId``; those looked for in vain are collected in ``missing``."""

    def __init__(self, root: Any) -> None:
        self._elements = {each.get("eId"): each for each in root.iter(f"{{{AKN}}}*") if each.get("eId")}
        self.missing: list[str] = []

    def at(self, eid: str) -> str:
        """The words of an element."""
        return read_words(self._holder(eid))[0]

    def put_paragraph(self, data: dict[str, Any]) -> None:
        """Put words, verb and marks back into a paragraph of the record."""
        holder = self._holder(data["text"])
        data["text"], marks = read_words(holder)
        data.setdefault("verb", read_verb(holder) or None)
        data["marks"] = [{"mark": each.mark, "at": each.at} for each in marks]
        data["notes"] = list(dict.fromkeys(each.mark for each in marks))

    def put_note(self, data: dict[str, Any]) -> None:
        """Put mark and words back into a note of the record."""
        eid = data["text"]
        data["text"] = self.at(eid)
        data["mark"] = unescape(self._elements[eid].get("marker", "")) if eid in self._elements else ""

    def _holder(self, eid: str) -> Any:
        """The element with the words: the first paragraph of text in a block, or the element itself."""
        found = self._elements.get(eid)
        if found is None:
            self.missing.append(eid)
            return etree.Element("missing")
        first = next(found.iterchildren(f"{{{AKN}}}p"), None)
        if first is None and found.tag in _BLOCKS:
            first = next(found.iter(f"{{{AKN}}}p"), None)
        return found if first is None else first


# The elements whose words stand in a paragraph of text further down.
_BLOCKS = {f"{{{AKN}}}{name}" for name in ("paragraph", "point")}
