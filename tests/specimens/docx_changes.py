"""An accept/reject oracle over the XML of a DOCX file, written apart from what makes the files.

It follows ECMA-376 part 1, 17.13.5: accepting keeps what was inserted or moved here and drops what was deleted or
moved away; a paragraph whose mark goes runs into the next one.
"""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE = {"accept": {"del", "moveFrom"}, "reject": {"ins", "moveTo"}}
WORDS = {"t", "delText"}


def read_part(data: bytes, name: str) -> ElementTree.Element:
    """The root of one part of the package."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(name))


def resolved(data: bytes, act: str) -> list[str]:
    """The paragraphs of the body after accepting or rejecting everything; a note's words stand in ``{...}``."""
    notes = {
        note.get(f"{W}id"): "".join(_words(note, GONE[act], {})).strip()
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


def _words(element: ElementTree.Element, gone: set[str], notes: dict[str | None, str]) -> list[str]:
    found: list[str] = []
    for child in element:
        name = child.tag.removeprefix(W)
        if name in gone or name == "pPr":
            continue
        if name in WORDS:
            found.append(child.text or "")
        elif name == "tab":
            found.append("\t")
        elif name == "footnoteReference":
            found.append(f"{{{notes[child.get(f'{W}id')]}}}")
        else:
            found += _words(child, gone, notes)
    return found


def comments(data: bytes) -> list[str]:
    """The words of every comment, in order."""
    return ["\n".join("".join(p.itertext()) for p in each.iter(f"{W}p")) for each in read_part(data, "word/comments.xml")]
