"""A document to Akoma Ntoso 3.0 in the UN's profile AKN4UN.

The words of the document stand once, in the elements that AKN4UN has for them. What Akoma Ntoso has no place for
goes into ``meta/proprietary``, in a namespace of our own: ``record``, the document's JSON in which each text is
replaced by the ``eId`` of the element that holds it, and ``source``, the text that the spans point into (it holds
page furniture and line breaks, so it cannot be made from the words).
"""

import json
from typing import Any

from lxml import etree

from stocktake.documents.formats.akn_body import BodyWriter, Written, split_preamble, write_preamble
from stocktake.documents.formats.akn_meta import MARKER, ORGAN, write_identification, write_meta
from stocktake.documents.formats.akn_names import Ids, name_document, print_date
from stocktake.documents.formats.akn_notes import NoteWriter
from stocktake.documents.formats.akn_words import AKN, OURS, add, escape, indent
from stocktake.documents.formats.document_json import document_to_json
from stocktake.documents.model import Document, HeadingData

_NAMES = {"adopted": "resolution", "draft": "resolutionDraft"}
TITLE_EID = "docTitle_1"
# The masthead: field of the heading data, element, its attributes, words around the value.
_MASTHEAD: tuple[tuple[str, str, dict[str, str], str], ...] = (
    ("symbol", "docNumber", {"refersTo": "#symbol"}, "{}"),
    ("organ", "docAuthority", {"refersTo": ORGAN}, "{}"),
    ("session", "session", {"value": "{}"}, "Session {}"),
    ("agenda_item", "inline", {"name": "agenda item", "title": "{}"}, "Agenda item {}"),
    ("committee", "docCommittee", {}, "{}"),
    ("committee_report", "inline", {"name": "originating document"}, "{}"),
    ("based_on", "inline", {"name": "base document"}, "{}"),
    ("draft_label", "inline", {"name": "draft label"}, "{}"),
)


def write_akn(document: Document) -> bytes:
    """The document as the bytes of an XML file; same document, same bytes."""
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN, "st": OURS})
    statement = add(root, "statement", contains="originalVersion", name=_NAMES[document.data.status])
    ids = Ids()
    written = Written(ids, NoteWriter(document.notes, ids), document.headings)
    meta = write_meta(statement, document)
    _reserve(ids, meta)
    _write_cover(statement, document.data)
    _write_preface(statement, document.data, ids)
    before, after = split_preamble(document.paragraphs)
    write_preamble(statement, document.data.organ, before, written)
    BodyWriter(add(statement, "mainBody"), written).write(after)
    _write_conclusions(statement, document.data, written)
    _write_annexes(statement, document)
    _write_proprietary(meta, document, written)
    indent(root)
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return xml + b"\n"


def _reserve(ids: Ids, meta: Any) -> None:
    for each in meta.iter():
        if each.get("eId"):
            ids.take(each.get("eId"))


def _write_cover(statement: Any, data: HeadingData) -> None:
    """Write the masthead; none where the document prints nothing of it."""
    cover = add(statement, "coverPage")
    for field, tag, attributes, words in _MASTHEAD:
        value = getattr(data, field)
        if value is not None:
            filled = {name: pattern.format(value) for name, pattern in attributes.items()}
            add(add(cover, "p"), tag, words.format(value), **filled)
    if data.distributed is not None:
        _write_date(add(cover, "p"), data.distributed, "#dateOfIssuance")
    if not len(cover):
        statement.remove(cover)


def _write_date(parent: Any, iso: str, refers_to: str) -> None:
    add(parent, "docDate", print_date(iso), date=iso, refersTo=refers_to)


def _write_preface(statement: Any, data: HeadingData, ids: Ids) -> None:
    preface = add(statement, "preface")
    if data.symbol is not None:
        add(add(preface, "p"), "docNumber", data.symbol, refersTo="#symbol")
    if data.title is not None:
        eid = ids.take(TITLE_EID)
        add(add(preface, "p"), "docTitle", data.title, eId=eid, refersTo="#resolutionTitle")
    if data.organ is not None:
        add(add(preface, "p"), "docProponent", data.organ, refersTo=ORGAN)
    if data.adopted is not None:
        _write_date(add(preface, "p"), data.adopted, "#dateOfAdoption")
    if not len(preface):
        statement.remove(preface)


def _write_conclusions(statement: Any, data: HeadingData, written: Written) -> None:
    """Write the closing line, and after it the notes whose mark stands in no paragraph."""
    conclusions = add(statement, "conclusions")
    if data.plenary is not None or data.adopted is not None:
        line = add(add(conclusions, "container", name="conclusion", eId=written.ids.take("conclusion")), "p")
        if data.plenary is not None:
            event = add(line, "event", refersTo="#meeting")
            add(event, "location", f"{data.plenary} plenary meeting", refersTo="#plenary")
            add(line, "eol")
        if data.adopted is not None:
            _write_date(line, data.adopted, "#dateOfAdoption")
    for note in written.notes.left_over():
        add(conclusions, "p").append(note)
    if not len(conclusions):
        statement.remove(conclusions)


def _write_annexes(statement: Any, document: Document) -> None:
    if not document.annexes:
        return
    names = name_document(document.data)
    attachments = add(statement, "attachments")
    for count, annex in enumerate(document.annexes, 1):
        eid = f"annex_{count}"
        doc = add(add(attachments, "attachment", eId=eid), "doc", name="annex")
        write_identification(add(doc, "meta"), names, document.data.symbol, eid)
        add(add(add(doc, "preface"), "p"), "docTitle", annex.title, eId=f"{eid}__docTitle")
        add(add(doc, "mainBody"), "p", annex.text, eId=f"{eid}__p")


def _write_proprietary(meta: Any, document: Document, written: Written) -> None:
    proprietary = add(meta, "proprietary", source=MARKER)
    record = etree.SubElement(proprietary, f"{{{OURS}}}record")
    record.text = escape(json.dumps(_record(document, written), ensure_ascii=False, separators=(",", ":")))
    source = etree.SubElement(proprietary, f"{{{OURS}}}source")
    source.text = escape(document.source_text)


def _record(document: Document, written: Written) -> dict[str, Any]:
    """The document's JSON without its words: each text replaced by the ``eId`` of the element that holds it."""
    record = document_to_json(document)
    record["title"] = None if document.data.title is None else TITLE_EID
    for each, paragraph, eid in zip(
        record["paragraphs"], document.paragraphs, written.paragraph_eids, strict=True
    ):
        each["text"] = eid
        del each["notes"], each["marks"]
        if paragraph.text.startswith(paragraph.verb):
            del each["verb"]
    for each, eid in zip(record["notes"], written.notes.eids, strict=True):
        each["text"] = eid
        del each["mark"]
    for at, each in enumerate(record["headings"]):
        each["text"] = written.heading_eids[at]
    for count, each in enumerate(record["annexes"], 1):
        each["title"], each["text"] = f"annex_{count}__docTitle", f"annex_{count}__p"
    for each in record["coverage"]["unexplained"]:
        del each["text"]
    return record
