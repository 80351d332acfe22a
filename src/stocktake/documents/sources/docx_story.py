"""One story of a DOCX file (body, header, footer or note): its paragraphs as passages of styled words.

Knows the elements of WordprocessingML that carry words, and which are left out on purpose: deleted and hidden
text, instructions of fields, placeholders, fallbacks of drawings. An element it does not know is walked through,
so that no words are lost. What numbers and marks look like is for ``docx_numbering`` and ``docx_notes``.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from stocktake.documents.sources.docx_notes import NoteMarks, Reference
from stocktake.documents.sources.docx_numbering import Numbering
from stocktake.documents.sources.docx_package import attribute, child, local
from stocktake.documents.sources.docx_styles import Look, Styles, read_look, read_place, shown
from stocktake.documents.sources.docx_symbols import symbol
from stocktake.documents.sources.extracted import PLAIN, Passage, Style
from stocktake.documents.sources.line import Zone
from stocktake.documents.sources.revisions import DELETED, INSERTED

_CHANGES = {"ins": INSERTED, "moveTo": INSERTED, "del": DELETED, "moveFrom": DELETED}
# Properties are read where they are needed; the rest is no printed word.
_LEFT_OUT = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr"}
    | {"instrText", "delText", "delInstrText", "rt"}
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011"}
_CONTAINERS = frozenset({"tbl", "tc", "txbxContent"})
_LONGEST_MARK = 4


@dataclass(slots=True)
class Shared:
    """What all stories of a file share: its styles, and what has been counted so far."""

    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    marks: NoteMarks = field(default_factory=NoteMarks)
    revisions: Counter[tuple[str, str]] = field(default_factory=Counter)
    page: int = 1
    section: int = 0
    # A page has just begun and nothing has been printed on it.
    fresh_page: bool = True


@dataclass(slots=True)
class _Paragraph:
    """A paragraph in the making; more than one passage where it holds line breaks."""

    style: str | None = None
    passages: list[Passage] = field(default_factory=list)
    changes: set[str] = field(default_factory=set)


class Story:
    """Reads one story; ``passages`` are in order of print, text boxes after the paragraph they hang on."""

    def __init__(self, shared: Shared, zone: Zone = Zone.UNSAID, own_mark: str = "") -> None:
        self._shared = shared
        self._zone = zone
        self._own_mark = own_mark
        self._done: list[_Paragraph] = []
        self._open: list[_Paragraph] = []
        self._runs: list[tuple[Style, bool]] = []
        # For each container that is open: the paragraph whose mark was deleted and that runs into the next.
        self._running_on: list[_Paragraph | None] = [None]
        # For each field that is open: whether its instruction, which is not printed, is being read.
        self._fields: list[bool] = []
        self._custom: Reference | None = None
        self._starts: dict[str, Callable[[Any], None]] = {
            "p": self._start_paragraph,
            "r": self._start_run,
            "t": self._text,
            "sym": self._symbol,
            "br": self._break,
            "cr": self._break,
            "lastRenderedPageBreak": self._rendered_break,
            "fldChar": self._field,
            "footnoteReference": self._refer,
            "endnoteReference": self._refer,
            "footnoteRef": self._print_own_mark,
            "endnoteRef": self._print_own_mark,
        }

    def read(self, root: Any) -> list[Passage]:
        """The passages of everything below ``root``."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = local(element)
            if event == "end":
                self._leave(name, element)
            elif self._skips(name, element):
                walk.skip_subtree()
            else:
                self._enter(name, element)
        return [passage for paragraph in self._done for passage in paragraph.passages]

    def _skips(self, name: str, element: Any) -> bool:
        """Whether an element and all it holds is left out."""
        if name in _CHANGES:
            self._note_change(_CHANGES[name], element)
            return _CHANGES[name] == DELETED
        if name in {"tr", "tc"}:
            return self._row_or_cell_is_deleted(element)
        if name == "sdt":
            return child(element, "sdtPr", "showingPlcHdr") is not None
        if name in {"Choice", "Fallback"}:
            return element.getprevious() is not None
        return name in _LEFT_OUT

    def _enter(self, name: str, element: Any) -> None:
        """The start of an element."""
        if name in self._starts:
            self._starts[name](element)
        elif name in _CHARACTERS:
            self._type(_CHARACTERS[name])
        elif name in _CONTAINERS:
            self._running_on.append(None)

    def _leave(self, name: str, element: Any) -> None:
        """The end of an element, of skipped ones too."""
        if name == "p" and self._open:
            self._end_paragraph(element)
        elif name == "r" and self._runs:
            self._runs.pop()
            self._custom = None
        elif name in _CONTAINERS and len(self._running_on) > 1:
            self._running_on.pop()

    # Paragraphs

    def _start_paragraph(self, element: Any) -> None:
        paragraph = self._running_on[-1]
        self._running_on[-1] = None
        if paragraph is None:
            paragraph = _Paragraph(passages=[Passage(zone=self._zone)])
            self._done.append(paragraph)
        properties = child(element, "pPr")
        named = None if properties is None else child(properties, "pStyle")
        paragraph.style = attribute(named, "val") if named is not None else self._shared.styles.default_paragraph
        if properties is not None and child(properties, "pageBreakBefore") is not None:
            self._new_page()
        self._open.append(paragraph)

    def _end_paragraph(self, element: Any) -> None:
        paragraph = self._open.pop()
        # The instruction of a field ends with its paragraph; otherwise an unclosed field would swallow the rest.
        self._fields = [False for _ in self._fields]
        properties = child(element, "pPr")
        if properties is None:
            self._number(paragraph, None)
            return
        if self._mark_is_gone(paragraph, child(properties, "rPr")):
            self._running_on[-1] = paragraph
            return
        self._number(paragraph, properties)
        section = child(properties, "sectPr")
        if section is not None:
            self._shared.section += 1
            kind = child(section, "type")
            if kind is None or attribute(kind, "val") not in {"continuous", "nextColumn"}:
                self._new_page()

    def _mark_is_gone(self, paragraph: _Paragraph, mark: Any | None) -> bool:
        """Whether the paragraph runs into the next one: its end was deleted, moved away or hidden."""
        gone = False
        for each in mark if mark is not None else ():
            change = _CHANGES.get(local(each))
            if change and change not in paragraph.changes:
                self._shared.revisions[change, attribute(each, "author") or ""] += 1
            gone = gone or change == DELETED
        look = read_look(mark)
        return gone or bool(look.hidden)

    def _number(self, paragraph: _Paragraph, properties: Any | None) -> None:
        """Put the automatic number before the first words."""
        place = self._shared.numbering.place(read_place(properties), paragraph.style, self._shared.styles)
        if place is None:
            return
        label = self._shared.numbering.next_label(*place)
        first = next((each for each in paragraph.passages if not each.blank), paragraph.passages[0])
        words, first.pieces = first.pieces, []
        first.add(label)
        first.pieces.extend(words)
        first.page = first.page or self._shared.page

    # Runs and words

    def _start_run(self, element: Any) -> None:
        properties = child(element, "rPr")
        named = None if properties is None else child(properties, "rStyle")
        styles = self._shared.styles
        self._runs.append(
            shown(
                read_look(properties),
                styles.look(attribute(named, "val")) if named is not None else Look(),
                styles.look(self._open[-1].style if self._open else styles.default_paragraph),
                styles.default_look,
            )
        )

    def _text(self, element: Any) -> None:
        text = element.text or ""
        if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            text = text.strip(" \t\r\n")
        if self._custom is None:
            self._type(text)
            return
        # The characters typed after the reference, up to a space, are the mark of the note.
        mark = text.split(maxsplit=1)[0][:_LONGEST_MARK] if text.strip() else ""
        self._custom.mark += mark
        self._type(mark, raised=True)
        self._custom = None
        self._type(text.strip()[len(mark) :])

    def _symbol(self, element: Any) -> None:
        text = symbol(attribute(element, "char") or "", attribute(element, "font") or "")
        if self._custom is not None:
            self._custom.mark += text
        self._type(text, raised=self._custom is not None)

    def _type(self, text: str, *, raised: bool = False) -> None:
        """Add words to the open paragraph, unless they are hidden or a field's instruction."""
        style, hidden = self._runs[-1] if self._runs else (PLAIN, False)
        if hidden or any(self._fields) or not self._open or not text:
            return
        passage = self._open[-1].passages[-1]
        passage.page = passage.page or self._shared.page
        passage.add(text, Style(style.italic, style.bold, raised=True) if raised else style)
        self._shared.fresh_page = self._shared.fresh_page and not text.strip()

    def _break(self, element: Any) -> None:
        if attribute(element, "type") == "page":
            self._new_page()
        if not self._open:
            return
        last = self._open[-1].passages[-1]
        # A second break in a row leaves a blank line.
        last.gap = last.gap or last.blank
        if not last.blank:
            self._open[-1].passages.append(Passage(gap=False, zone=self._zone))

    def _rendered_break(self, _element: Any) -> None:
        # Word notes the break once more after an explicit one.
        if not self._shared.fresh_page:
            self._new_page()

    def _new_page(self) -> None:
        if self._zone is Zone.UNSAID:
            self._shared.page += 1
            self._shared.fresh_page = True

    # Fields, notes, changes

    def _field(self, element: Any) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _refer(self, element: Any) -> None:
        if self._runs and self._runs[-1][1]:
            return
        custom = attribute(element, "customMarkFollows") not in {None, "0", "false", "off"}
        reference = self._shared.marks.refer(
            Reference(
                kind=local(element).removesuffix("Reference"),
                note=attribute(element, "id") or "",
                mark="",
                page=self._shared.page,
                custom=custom,
            ),
            self._shared.section,
        )
        if custom:
            self._custom = reference
        else:
            self._type(reference.mark, raised=True)

    def _print_own_mark(self, _element: Any) -> None:
        self._type(self._own_mark, raised=True)

    def _note_change(self, change: str, element: Any) -> None:
        """Count a change that holds words; an empty one (in properties of lists) is none."""
        if len(element):
            self._shared.revisions[change, attribute(element, "author") or ""] += 1
            if self._open:
                self._open[-1].changes.add(change)

    def _row_or_cell_is_deleted(self, element: Any) -> bool:
        """Whether a table row or cell was deleted; the change is counted."""
        for path in (("trPr", "del"), ("tcPr", "cellDel")):
            deleted = child(element, *path)
            if deleted is not None:
                self._shared.revisions[DELETED, attribute(deleted, "author") or ""] += 1
                return True
        return False
