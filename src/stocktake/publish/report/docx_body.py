"""The words of a report as WordprocessingML: headings, numbered paragraphs, points, tables, figures and footnotes.

Knows ECMA-376 part 1: paragraphs and runs (17.3), tables (17.4), lists (17.9), footnotes (17.11) and fields (17.16).
Everything that came from outside is the text of an element or the value of an attribute; lxml writes it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from lxml import etree

from stocktake.documents.formats.redline_write import R, W, add, w
from stocktake.publish.report.docx_parts import FIRST_LIST
from stocktake.publish.report.docx_pictures import DRAWING_NAMES, add_picture
from stocktake.publish.report.labels import LABELS
from stocktake.publish.report.model import Source
from stocktake.publish.report.numbering import (
    LetteredPoints,
    Note,
    NumberedFigure,
    NumberedHeading,
    NumberedParagraph,
    NumberedReport,
    NumberedSection,
    NumberedTable,
    Piece,
    Pieces,
    plain_text,
)
from stocktake.publish.report.pictures import png_picture
from stocktake.publish.report.printable import from_right
from stocktake.review.keeping import Keeper

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PAGE = {"w": "11906", "h": "16838"}
_EDGES = {"top": "1418", "right": "1417", "bottom": "1418", "left": "1418", "header": "709", "footer": "709"}
_WIDTH = 9071
"""Between the margins, in twentieths of a point."""
_KEPT_TOGETHER = 600
"""A row with more signs than this may be parted by the end of a page."""
_LOOKS = {"italic": "Emphasis", "bold": "Strong", "quoted": "QuotedWords"}
_EAST_ASIAN = {"zh", "ja", "ko"}
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a part: to another part, or to an address outside."""

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Body:
    """The roots of the document and its footnotes, with what they refer to."""

    document: Any
    footnotes: Any
    relations: list[Relation] = field(default_factory=list)
    note_relations: list[Relation] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    lists: int = 0


def write_body(report: NumberedReport, keep: Keeper) -> Body:
    """The body of the report and its footnotes; ``keep`` keeps the charts that were drawn.

    Raises:
        MissingPartError: A figure is to be drawn, and the extra ``publish`` is not installed.
    """
    return _Writer(keep).write(report)


class _Writer:
    """Writes part after part, counting bookmarks, lists, pictures and addresses."""

    def __init__(self, keep: Keeper) -> None:
        self._keep = keep
        names = {"w": W, "r": R, **DRAWING_NAMES}
        self._made = Body(
            etree.Element(w("document"), nsmap=names), etree.Element(w("footnotes"), nsmap={"w": W, "r": R})
        )
        self._body = add(self._made.document, "body")
        self._ids = count(1)
        self._writers: dict[type, Callable[[Any], None]] = {
            NumberedParagraph: self._paragraph,
            LetteredPoints: self._points,
            NumberedTable: self._table,
            NumberedFigure: self._figure,
            NumberedHeading: lambda block: self._heading(2, block.text, block.anchor),
        }

    def write(self, report: NumberedReport) -> Body:
        for kind, number in _SEPARATORS:
            add(add(add(add(self._made.footnotes, "footnote", type=kind, id=str(number)), "p"), "r"), kind)
        self._words("Title", report.title)
        self._words("Subtitle", report.subtitle)
        for mark in report.marks:
            self._words("ReportMark", mark)
        if report.has_contents:
            self._contents(report.sections)
        for section in report.sections:
            self._heading(1, section.heading, section.anchor)
            for block in section.blocks:
                self._writers[type(block)](block)
        properties = add(self._body, "sectPr")
        for name in ("header", "footer"):
            add(properties, f"{name}Reference", type="default").set(f"{{{R}}}id", name)
        add(properties, "pgSz", **_PAGE)
        add(properties, "pgMar", **_EDGES, gutter="0")
        return self._made

    # Headings and contents

    def _heading(self, level: int, text: str, anchor: str) -> None:
        paragraph = _paragraph_in(self._body, f"Heading{level}", text)
        number = str(next(self._ids))
        add(paragraph, "bookmarkStart", id=number, name=_bookmark(anchor))
        _run(paragraph, text)
        add(paragraph, "bookmarkEnd", id=number)

    def _contents(self, sections: Iterable[NumberedSection]) -> None:
        """A field that is filled already; it says paragraphs, since pages are only known to who lays them out."""
        self._words("TOCHeading", LABELS.contents)
        entries = [
            (level, text, anchor, where)
            for section in sections
            for level, text, anchor, where in (
                (1, section.heading, section.anchor, section.paragraphs),
                *((2, each.text, each.anchor, "") for each in section.blocks if isinstance(each, NumberedHeading)),
            )
        ]
        paragraph: Any = None
        for at, (level, text, anchor, where) in enumerate(entries):
            paragraph = _paragraph_in(self._body, f"TOC{level}", text)
            if at == 0:
                add(add(paragraph, "r"), "fldChar", fldCharType="begin")
                _text(add(paragraph, "r"), ' TOC \\o "1-2" \\h \\z \\u ', "instrText")
                add(add(paragraph, "r"), "fldChar", fldCharType="separate")
            link = add(paragraph, "hyperlink", anchor=_bookmark(anchor), history="1")
            _run(link, text)
            if where:
                add(add(link, "r"), "tab")
                _run(link, where)
        if paragraph is not None:
            add(add(paragraph, "r"), "fldChar", fldCharType="end")

    # Paragraphs and points

    def _words(self, style: str, text: str) -> None:
        _run(_paragraph_in(self._body, style, text), text)

    def _paragraph(self, block: NumberedParagraph) -> None:
        style = "Quote" if block.quotation else "Normal" if block.number is None else "NumberedParagraph"
        self._pieces(_paragraph_in(self._body, style, plain_text(block.pieces)), block.pieces)

    def _points(self, block: LetteredPoints) -> None:
        number = str(FIRST_LIST + self._made.lists)
        self._made.lists += 1
        for _, pieces in block.items:
            paragraph = _paragraph_in(self._body, "Point", plain_text(pieces), listed=number)
            self._pieces(paragraph, pieces)

    def _pieces(self, paragraph: Any, pieces: Pieces) -> None:
        for piece in pieces:
            if piece.text:
                _run(paragraph, piece.text, piece)
            for at, note in enumerate(piece.notes):
                if at:
                    _text(_styled_run(paragraph, "FootnoteReference"), ",")
                self._note(paragraph, note)

    def _note(self, paragraph: Any, note: Note) -> None:
        run = _styled_run(paragraph, "FootnoteReference")
        add(run, "footnoteReference", id=str(note.number))
        footnote = add(self._made.footnotes, "footnote", id=str(note.number))
        words = _paragraph_in(footnote, "FootnoteText", note.source.words)
        add(_styled_run(words, "FootnoteReference"), "footnoteRef")
        _run(words, " ")
        self._source(words, note.source, self._made.note_relations)

    @staticmethod
    def _source(paragraph: Any, source: Source, relations: list[Relation]) -> None:
        if not source.link:
            _run(paragraph, source.words)
            return
        relation = Relation(f"link{len(relations) + 1}", "hyperlink", source.link, external=True)
        relations.append(relation)
        link = add(paragraph, "hyperlink", history="1")
        link.set(f"{{{R}}}id", relation.id)
        _text(_styled_run(link, "Hyperlink"), source.words or source.link)

    # Tables and figures

    def _caption(self, label: str, number: int, title: str) -> None:
        paragraph = _paragraph_in(self._body, "Caption", "")
        _run(paragraph, f"{label} ")
        _run(add(paragraph, "fldSimple", instr=f" SEQ {label} \\* ARABIC "), str(number))
        _run(paragraph, f". {title}")

    def _table(self, block: NumberedTable) -> None:
        self._caption(LABELS.table, block.number, block.title)
        self._grid(block)
        self._below(block.sources, block.notes)

    def _grid(self, block: NumberedTable) -> None:
        table = add(self._body, "tbl")
        widths = [str(round(share * _WIDTH)) for share in block.widths]
        _table_properties(table, block.title, widths)
        self._head_row(table, block, widths)
        style = "TableTextKept" if block.is_short else "TableText"
        for cells in block.rows:
            row = add(table, "tr")
            if sum(len(plain_text(cell.pieces)) for cell in cells) < _KEPT_TOGETHER:
                add(add(row, "trPr"), "cantSplit")
            for width, cell in zip(widths, cells, strict=True):
                paragraph = _cell(row, width, style, plain_text(cell.pieces), right=cell.is_number)
                self._pieces(paragraph, cell.pieces)

    @staticmethod
    def _head_row(table: Any, block: NumberedTable, widths: list[str]) -> None:
        properties = add(add(table, "tr"), "trPr")
        add(properties, "cantSplit")
        add(properties, "tblHeader")
        for width, head, numbers in zip(widths, block.heads, block.number_columns, strict=True):
            _run(_cell(properties.getparent(), width, "TableHead", head, right=numbers), head)

    def _figure(self, block: NumberedFigure) -> None:
        self._caption(LABELS.figure, block.number, block.title)
        if block.subtitle:
            self._words("FigureSubtitle", block.subtitle)
        if block.drawn:
            self._picture(block)
        else:
            self._words("NoteLine", LABELS.left_out)
            self._grid(block.table)
        self._below(block.sources, block.notes)

    def _picture(self, block: NumberedFigure) -> None:
        name = f"figure{block.number}.png"
        data = self._made.pictures[name] = png_picture(block.chart, self._keep)
        self._made.relations.append(Relation(f"figure{block.number}", "image", f"media/{name}"))
        run = add(_paragraph_in(self._body, "FigurePicture", ""), "r")
        add_picture(run, block, data, number=next(self._ids))

    def _below(self, sources: Iterable[Source], notes: Iterable[str]) -> None:
        """The notes, then the sources, of a table or a figure."""
        for note in notes:
            self._words("NoteLine", note)
        named = list(sources)
        # A table at the very end of a body, and two tables in a row, need a paragraph after them.
        paragraph = _paragraph_in(self._body, "SourceLine", "")
        for at, source in enumerate(named):
            _run(paragraph, "; " if at else LABELS.over_sources(len(named)))
            self._source(paragraph, source, self._made.relations)


def _table_properties(table: Any, title: str, widths: list[str]) -> None:
    properties = add(table, "tblPr")
    add(properties, "tblStyle", val="ReportTable")
    add(properties, "tblW", w=str(_WIDTH), type="dxa")
    add(properties, "tblLayout", type="fixed")
    add(properties, "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", noHBand="1", noVBand="1")
    add(properties, "tblCaption", val=title)
    grid = add(table, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)


def _cell(row: Any, width: str, style: str, text: str, *, right: bool) -> Any:
    cell = add(row, "tc")
    add(add(cell, "tcPr"), "tcW", w=width, type="dxa")
    return _paragraph_in(cell, style, text, right=right)


def _paragraph_in(parent: Any, style: str, text: str, *, listed: str = "", right: bool = False) -> Any:
    """A new paragraph, from right to left where its first letter is."""
    paragraph = add(parent, "p")
    properties = add(paragraph, "pPr")
    add(properties, "pStyle", val=style)
    if listed:
        numbered = add(properties, "numPr")
        add(numbered, "ilvl", val="0")
        add(numbered, "numId", val=listed)
    if from_right(text):
        add(properties, "bidi")
    if right:
        add(properties, "jc", val="right")
    return paragraph


def _run(parent: Any, text: str, piece: Piece | None = None) -> None:
    run = add(parent, "r")
    properties = add(run, "rPr")
    if piece and piece.emphasis in _LOOKS:
        add(properties, "rStyle", val=_LOOKS[piece.emphasis])
    if from_right(text):
        add(properties, "rtl")
    if piece and piece.language:
        east = piece.language[:2].lower() in _EAST_ASIAN
        add(properties, "lang", **{"bidi" if from_right(text) else "eastAsia" if east else "val": piece.language})
    if not len(properties):
        run.remove(properties)
    _text(run, text)


def _styled_run(parent: Any, style: str) -> Any:
    run = add(parent, "r")
    add(add(run, "rPr"), "rStyle", val=style)
    return run


def _text(run: Any, text: str, element: str = "t") -> None:
    words = add(run, element)
    words.text = text
    words.set(_XML_SPACE, "preserve")


def _bookmark(anchor: str) -> str:
    # Letters, digits and underscores, at most 40 (17.13.6.2); anchors are ASCII already.
    return "_" + anchor.replace("-", "_").replace(".", "__")[:39]
