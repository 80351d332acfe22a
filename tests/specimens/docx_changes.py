"""An accept/reject oracle over the XML of a DOCX file, and what a document should print; apart from what makes them.

The oracle follows ECMA-376 part 1, 17.13.5: accepting keeps what was inserted or moved here and drops what was
deleted or moved away; a paragraph whose mark goes runs into the next one.
"""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from io import BytesIO

from stocktake.documents.draft.lines import title_lines
from stocktake.documents.model import Document, Paragraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE = {"accept": {"del", "moveFrom"}, "reject": {"ins", "moveTo"}}
WORDS = {"t", "delText"}
SIGNS = {"tab": "\t", "br": "\n"}
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_part(data: bytes, name: str) -> ET.Element:
    """The root of one part of the package."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return ET.fromstring(archive.read(name))


def resolved(data: bytes, act: str) -> list[str]:
    """The paragraphs of the body after accepting or rejecting everything; a note's words stand in ``{...}``."""
    notes = {
        note.get(f"{W}id"): "".join(_words(note, GONE[act], {})).partition(" ")[2]
        for note in read_part(data, "word/footnotes.xml")
        if note.get(f"{W}type") is None
    }
    paragraphs: list[str] = []
    held: list[str] = []
    for paragraph in read_part(data, "word/document.xml").iter(f"{W}p"):
        held += _words(paragraph, GONE[act], notes)
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or not any(each.tag.removeprefix(W) in GONE[act] for each in mark):
            paragraphs.append("".join(held))
            held = []
    assert not held, "the last paragraph of a body cannot go"
    return paragraphs


def _words(element: ET.Element, gone: set[str], notes: dict[str | None, str]) -> list[str]:
    found: list[str] = []
    for child in element:
        name = child.tag.removeprefix(W)
        if name in gone or name == "pPr":
            continue
        if name in WORDS:
            found.append(child.text or "")
        elif name in SIGNS:
            found.append(SIGNS[name])
        elif name == "footnoteReference":
            found.append(f"{{{notes[child.get(f'{W}id')]}}}")
        else:
            found += _words(child, gone, notes)
    return found


def comments(data: bytes) -> list[str]:
    """The words of every comment, in order."""
    root = read_part(data, "word/comments.xml")
    return ["\n".join("".join(each.itertext()) for each in comment.iter(f"{W}p")) for comment in root]


def changes(data: bytes) -> dict[str, int]:
    """How many elements of each kind of change the body holds."""
    kinds = ("ins", "del", "moveFrom", "moveTo")
    root = read_part(data, "word/document.xml")
    return {kind: sum(1 for _ in root.iter(f"{W}{kind}")) for kind in kinds}


def printed(document: Document) -> list[str]:
    """The paragraphs that the page of a document has, from first line to last."""
    lines = title_lines(document)
    shown: set[int] = set()
    page = [line.text for line in lines.before]
    for paragraph in document.paragraphs:
        page += [each.text for each in document.headings if each.before == paragraph.id and each.text]
        page += list(_paragraph(document, paragraph, shown))
    page += [each.text for each in document.headings if each.before is None and each.text]
    page += [line.text for line in lines.after]
    page += [words for annex in document.annexes for words in (annex.title, annex.text) if words]
    page += [f"{note.mark} {note.text}" for note in document.notes if id(note) not in shown]
    return [NOT_XML.sub("\ufffd", each) for each in (*page, "")]


def _paragraph(document: Document, paragraph: Paragraph, shown: set[int]) -> Iterator[str]:
    number = paragraph.number or ""
    if paragraph.kind == "item" and re.search(r"\([^()]*\)$", number):
        number = number[number.rindex("(") :]
    elif number and number[-1].isalnum():
        number = f"{number}."
    text, at = "", 0
    for mark in paragraph.marks:
        text += paragraph.text[at : mark.at] + _note(document, paragraph, mark.mark, shown)
        at = mark.at
    text += paragraph.text[at:]
    if number or text:
        yield f"{number}\t{text}" if number else text


def _note(document: Document, paragraph: Paragraph, mark: str, shown: set[int]) -> str:
    """A note's words at its first mark, with the mark itself where a word processor would count otherwise."""
    carried = [each for each in document.notes if each.mark == mark]
    here = [each for each in carried if paragraph.id in each.paragraphs]
    note = (here or carried or [None])[-1]
    if note is None or id(note) in shown:
        return mark
    shown.add(id(note))
    return f"{{{note.text}}}" if _counted(document) else f"{{{note.text}}}{mark}"


def _counted(document: Document) -> bool:
    marks = list(dict.fromkeys(mark.mark for each in document.paragraphs for mark in each.marks))
    known = {note.mark for note in document.notes}
    return marks == [str(at) for at, _ in enumerate(marks, 1)] and known.issuperset(marks)
