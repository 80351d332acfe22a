"""Tracked paragraphs as WordprocessingML: the body, the footnotes and the comments of a DOCX file.

Knows ECMA-376 part 1, 17.13 (annotations): insertions, deletions and moves of runs and of paragraph marks, comments
with their ranges, footnotes with changes inside. Every change and comment bears the same author and date. Knows
nothing of documents.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from lxml import etree

from stocktake.documents.compare.model import WordRun
from stocktake.documents.formats.redline_blocks import NoteWords
from stocktake.documents.formats.redline_tracks import Track, Tracked, TrackedParagraph

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
AUTHOR = "Stocktake"
_INITIALS = "ST"
# XML 1.0, section 2.2: everything but these characters is allowed.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"([\t\n])")
_ELEMENTS: dict[Track, str] = {"insert": "ins", "delete": "del", "from": "moveFrom", "to": "moveTo"}
_NOTE_TRACKS: dict[str, Track] = {"equal": "equal", "delete": "delete", "insert": "insert"}
# The first footnotes of a file are the rules that Word draws above notes (17.11.23).
FIRST_NOTE = 1
# LibreOffice 7 takes a comment for the note of the same number and then loses the words of all notes: the numbers
# of comments begin where those of notes do not come.
FIRST_COMMENT = 100_000


def w(name: str) -> str:
    """The name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def add(parent: Any, name: str, /, **attributes: str) -> Any:
    """A new last child; attributes are those of WordprocessingML."""
    made = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        made.set(w(key), value)
    return made


def clean(text: str) -> str:
    """The text with the replacement character for what XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


@dataclass(slots=True)
class Written:
    """The roots of the three parts, as ``write_parts`` fills them."""

    body: Any = field(default_factory=lambda: etree.Element(w("body"), nsmap={"w": W, "r": R}))
    footnotes: Any = field(default_factory=lambda: etree.Element(w("footnotes"), nsmap={"w": W}))
    comments: Any = field(default_factory=lambda: etree.Element(w("comments"), nsmap={"w": W}))


def write_parts(paragraphs: Sequence[TrackedParagraph], dated: date | None) -> Written:
    """The body, footnotes and comments; without a date the changes bear none."""
    writer = _Writer(dated)
    for paragraph in paragraphs:
        writer.write(paragraph)
    return writer.written


class _Writer:
    """Writes paragraph after paragraph, counting changes, notes and comments."""

    def __init__(self, dated: date | None) -> None:
        self.written = Written()
        self._by = {"author": AUTHOR} | ({"date": f"{dated.isoformat()}T00:00:00Z"} if dated else {})
        self._changes = 0
        self._notes = FIRST_NOTE
        self._comments = FIRST_COMMENT

    def write(self, paragraph: TrackedParagraph) -> None:
        """Add one paragraph to the body."""
        element = add(self.written.body, "p")
        properties = add(element, "pPr")
        add(properties, "pStyle", val=paragraph.style)
        if paragraph.end != "equal":
            self._change(add(properties, "rPr"), paragraph.end)
        move = self._open_move(element, paragraph)
        comment = self._open_comment(element, paragraph.comment)
        for said, run in groupby(paragraph.signs, key=lambda each: each.comment):
            self._commented(element, said, list(run), paragraph.end)
        self._close_comment(
            self._into(element, paragraph.end) if comment is not None else element, element, comment
        )
        if move is not None:
            add(self.written.body, f"{_ELEMENTS[paragraph.end]}RangeEnd", id=move)

    def _change(self, parent: Any, track: Track) -> Any:
        self._changes += 1
        return add(parent, _ELEMENTS[track], id=str(self._changes), **self._by)

    def _into(self, parent: Any, track: Track) -> Any:
        """Where runs of this track go: the parent itself, or a new element of change in it."""
        return parent if track == "equal" else self._change(parent, track)

    def _open_move(self, element: Any, paragraph: TrackedParagraph) -> str | None:
        if not paragraph.move:
            return None
        self._changes += 1
        name = f"{_ELEMENTS[paragraph.end]}RangeStart"
        add(element, name, id=str(self._changes), name=paragraph.move, **self._by)
        return str(self._changes)

    # Comments

    def _open_comment(self, element: Any, words: str) -> int | None:
        if not words:
            return None
        number, self._comments = self._comments, self._comments + 1
        comment = add(self.written.comments, "comment", id=str(number), initials=_INITIALS, **self._by)
        for line in words.split("\n"):
            paragraph = add(comment, "p")
            add(add(paragraph, "pPr"), "pStyle", val="CommentText")
            self._words(add(paragraph, "r"), "t", line)
        add(element, "commentRangeStart", id=str(number))
        return number

    @staticmethod
    def _close_comment(into: Any, element: Any, number: int | None) -> None:
        """End the range of a comment; its mark goes with the words it is about."""
        if number is None:
            return
        end = add(element, "commentRangeEnd", id=str(number))
        if into is not element:
            into.addprevious(end)
        run = add(into, "r")
        add(add(run, "rPr"), "rStyle", val="CommentReference")
        add(run, "commentReference", id=str(number))

    def _commented(self, element: Any, said: str, signs: Sequence[Tracked], end: Track) -> None:
        number = self._open_comment(element, said)
        for track, run in groupby(signs, key=lambda each: each.track):
            into = self._into(element, track)
            for look, same in groupby(run, key=_look):
                self._run(into, track, look, list(same))
        self._close_comment(self._into(element, end) if number is not None else element, element, number)

    # Runs

    def _run(self, into: Any, track: Track, look: tuple[str, bool], signs: Sequence[Tracked]) -> None:
        kind, italic = look
        if kind == "note":
            for each in signs:
                if each.sign.note:
                    self._note(into, track, each.sign.note, each.words)
            return
        run = add(into, "r")
        if kind == "number":
            add(add(run, "rPr"), "rStyle", val="UNNumber")
        elif italic:
            add(add(run, "rPr"), "i")
        self._words(run, _text_element(track), "".join(each.sign.text for each in signs))

    @staticmethod
    def _words(run: Any, element: str, text: str) -> None:
        """Words with their tabs and line breaks."""
        for piece in _pieces(clean(text)):
            if piece == "\t":
                add(run, "tab")
            elif piece == "\n":
                add(run, "br")
            else:
                words = add(run, element)
                words.text = piece
                words.set(_XML_SPACE, "preserve")

    def _note(self, into: Any, track: Track, note: NoteWords, words: tuple[WordRun, ...]) -> None:
        run = add(into, "r")
        add(add(run, "rPr"), "rStyle", val="FootnoteReference")
        if note.text is None:
            self._words(run, _text_element(track), note.mark)
            return
        attributes = {} if note.counted else {"customMarkFollows": "1"}
        add(run, "footnoteReference", id=str(self._notes), **attributes)
        if not note.counted:
            self._words(run, _text_element(track), note.mark)
        self._write_note(note, words)

    def _write_note(self, note: NoteWords, words: tuple[WordRun, ...]) -> None:
        paragraph = add(add(self.written.footnotes, "footnote", id=str(self._notes)), "p")
        self._notes += 1
        add(add(paragraph, "pPr"), "pStyle", val="FootnoteText")
        run = add(paragraph, "r")
        add(add(run, "rPr"), "rStyle", val="FootnoteReference")
        if note.counted:
            add(run, "footnoteRef")
        else:
            self._words(run, "t", note.mark)
        self._words(add(paragraph, "r"), "t", " ")
        for each in words:
            track = _NOTE_TRACKS[each.operation]
            self._words(add(self._into(paragraph, track), "r"), _text_element(track), each.text)


def _look(tracked: Tracked) -> tuple[str, bool]:
    return tracked.sign.kind, tracked.sign.italic


def _text_element(track: Track) -> str:
    # Moved words are ordinary text inside the element of their move (17.13.5.22).
    return "delText" if track == "delete" else "t"


def _pieces(text: str) -> list[str]:
    """The text cut at tabs and line breaks, these too."""
    return [piece for piece in _BREAKS.split(text) if piece]
