"""A document as the blocks of a page: each paragraph of a DOCX file as a row of signs, before anything is tracked.

Knows which lines stand around the paragraphs, what a paragraph's number, verb and note marks look like, and which
notes Word can count by itself. Knows nothing of changes nor of XML.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from stocktake.documents.draft.lines import TitleLine, title_lines
from stocktake.documents.model import Document, Paragraph

SignKind = Literal["sign", "number", "note", "end"]

# The paragraph style of each kind of line around the text; the rest is a plain line.
_LINE_STYLES = {
    "symbol": "UNSymbol",
    "organ": "UNOrgan",
    "status": "UNLine",
    "distributed": "UNLine",
    "session": "UNSession",
    "committee": "UNSession",
    "agenda item": "UNLine",
    "adoption": "UNAdoption",
    "report": "UNReport",
    "title": "UNTitle",
    "opening": "UNOpening",
    "vote": "UNClosing",
    "plenary": "UNClosing",
    "closing date": "UNClosing",
}
_ITEM_STYLES = ("UNItem", "UNSubItem")


@dataclass(frozen=True, slots=True)
class NoteWords:
    """A note as its mark stands in the text.

    Attributes:
        mark: The mark as printed.
        text: The words of the note; None where the mark is repeated, or there is no note for it.
        counted: Whether Word's own counting gives this mark.
    """

    mark: str
    text: str | None
    counted: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a block: a character, a number printed before a paragraph, a note mark, or the paragraph's end.

    Attributes:
        kind: Which of these.
        text: The character, or the words of the number; empty otherwise.
        italic: Printed in italics.
        note: The note, for a note mark.
        style: The paragraph style, for an end.
        at: How many characters of the paragraph's own text stand before it.
    """

    kind: SignKind
    text: str = ""
    italic: bool = field(default=False, compare=False)
    note: NoteWords | None = field(default=None, compare=False)
    style: str = field(default="", compare=False)
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the page.

    Attributes:
        name: The paragraph's id, or what kind of line it is; alone of its name within a document.
        text: Its own words, without number and note marks.
        signs: All of it in order, the end last.
    """

    name: str
    text: str
    signs: tuple[Sign, ...]


def blocks_of(document: Document) -> tuple[Block, ...]:
    """The blocks of a document in the order of the page; the last one is always there, if only empty."""
    lines = title_lines(document)
    notes = _Notes(document)
    headings = [(each.before, each.text) for each in document.headings]
    blocks = [_line(each) for each in lines.before]
    for paragraph in document.paragraphs:
        blocks += _headings(headings, paragraph.id)
        blocks.append(_paragraph(paragraph, notes))
    blocks += _headings(headings, None)
    blocks += [_line(each) for each in lines.after]
    for number, annex in enumerate(document.annexes, 1):
        blocks.append(_plain(f"annex {number} title", annex.title, "UNTitle"))
        blocks.append(_plain(f"annex {number}", annex.text, "UNBody"))
    blocks += [_plain(f"loose note {each.mark}", f"{each.mark} {each.text}", "UNBody") for each in notes.loose()]
    return (*_told_apart(block for block in blocks if len(block.signs) > 1), _plain("last", "", "UNClosing"))


def _told_apart(blocks: Iterator[Block]) -> Iterator[Block]:
    taken: dict[str, int] = {}
    for block in blocks:
        taken[block.name] = taken.get(block.name, 0) + 1
        times = taken[block.name]
        yield block if times == 1 else Block(f"{block.name} ({times})", block.text, block.signs)


def _headings(headings: list[tuple[str | None, str]], before: str | None) -> list[Block]:
    return [_plain(f"heading {text}", text, "UNHeading") for place, text in headings if place == before]


def _line(line: TitleLine) -> Block:
    # The opening is printed in italics up to its comma, as in every resolution.
    italic = len(line.text) - 1 if line.kind == "opening" else 0
    return Block(line.kind, line.text, (*_signs(line.text, italic), _end(_LINE_STYLES[line.kind], line.text)))


def _plain(name: str, text: str, style: str) -> Block:
    return Block(name, text, (*_signs(text, 0), _end(style, text)))


def _end(style: str, text: str) -> Sign:
    return Sign("end", style=style, at=len(text))


def _signs(text: str, italic: int) -> Iterator[Sign]:
    for at, sign in enumerate(text):
        yield Sign("sign", sign, italic=at < italic, at=at)


def _paragraph(paragraph: Paragraph, notes: "_Notes") -> Block:
    signs: list[Sign] = []
    label = _label(paragraph)
    if label:
        signs += [Sign("number", label), Sign("sign", "\t")]
    marks = list(paragraph.marks)
    verb = len(paragraph.verb) if paragraph.text.startswith(paragraph.verb) else 0
    for sign in (*_signs(paragraph.text, verb), _end(_style(paragraph), paragraph.text)):
        while marks and marks[0].at <= sign.at:
            signs.append(Sign("note", note=notes.at(marks.pop(0).mark, paragraph.id), at=sign.at))
        signs.append(sign)
    signs[-1:-1] = [Sign("note", note=notes.at(each.mark, paragraph.id), at=each.at) for each in marks]
    return Block(paragraph.id, paragraph.text, tuple(signs))


def _label(paragraph: Paragraph) -> str:
    """The number as it is printed: ``13.``; of an item its own part alone, ``(a)``."""
    number = paragraph.number or ""
    if paragraph.kind == "item" and number.endswith(")"):
        return number[number.rindex("(") :] if "(" in number else number
    return f"{number}." if number and number[-1].isalnum() else number


def _style(paragraph: Paragraph) -> str:
    if paragraph.kind != "item":
        return "UNBody"
    depth = (paragraph.number or paragraph.id).count("(")
    return _ITEM_STYLES[min(max(depth, 1), len(_ITEM_STYLES)) - 1]


class _Notes:
    """The notes of a document: which words each mark stands for, and whether Word would count it so."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_place = {(note.mark, place): note for note in document.notes for place in note.paragraphs}
        self._by_mark = {note.mark: note for note in document.notes}
        self._seen: set[int] = set()
        firsts = list(dict.fromkeys(mark.mark for each in document.paragraphs for mark in each.marks))
        self._counted = firsts == [str(number) for number in range(1, len(firsts) + 1)] and all(
            mark in self._by_mark for mark in firsts
        )

    def at(self, mark: str, paragraph: str) -> NoteWords:
        """The note of a mark in a paragraph; without words where its words have been given before."""
        note = self._by_place.get((mark, paragraph)) or self._by_mark.get(mark)
        if note is None or id(note) in self._seen:
            return NoteWords(mark, None, counted=False)
        self._seen.add(id(note))
        return NoteWords(mark, note.text, self._counted)

    def loose(self) -> list[NoteWords]:
        """The notes whose mark stands in no paragraph."""
        return [
            NoteWords(each.mark, each.text, counted=False)
            for each in self._document.notes
            if id(each) not in self._seen
        ]
