"""A report with everything numbered and every word fit to print: the one tree that all four writers lay out.

Paragraphs, notes, tables and figures are numbered here and nowhere else, so that DOCX, PDF, HTML and Markdown agree.
A source that is given several times in a row is one note, after the last words that come from it; where another comes
between, it is noted again, so that no note seems to be for words of another source. Words come from
anywhere and are made fit to print here. Knows nothing of any format.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from stocktake.publish.charts import Chart, data_table, text_alternative
from stocktake.publish.charts.wording import number as number_of
from stocktake.publish.report.labels import LABELS
from stocktake.publish.report.model import (
    Block,
    Cell,
    Emphasis,
    Figure,
    Length,
    Paragraph,
    Points,
    Report,
    Run,
    Runs,
    Section,
    Source,
    Subheading,
    TablePart,
)
from stocktake.publish.report.printable import clean, safe_address, safe_language

_SHORT_TABLE, _SHORT_WORDS = 6, 1500
_MOST_COLUMNS = 8
_FIRST_WIDE = 1.6
"""The first column, which names the row, beside the others."""
_YEARS = frozenset({"Year"})
_STOPS = tuple(".,;:?!")
_RUNNING = 80
NO_VALUE = "–"
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")
_MARKS = {"fr": ("«\xa0", "\xa0»"), "es": ("«", "»"), "ru": ("«", "»"), "ar": ("«", "»")}
_ENGLISH_MARKS = ("“", "”")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number through the report, and the source it names."""

    number: int
    source: Source


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look, with the notes that follow them; ``language`` is empty for that of the report."""

    text: str
    emphasis: Emphasis = "plain"
    language: str = ""
    notes: tuple[Note, ...] = ()


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class NumberedParagraph:
    """A paragraph; ``number`` is None where it has none, ``quotation`` where all of it is quoted and stands apart."""

    number: int | None
    pieces: Pieces
    quotation: bool = False


@dataclass(frozen=True, slots=True)
class LetteredPoints:
    """Points with their letters: ``a`` to ``z``, then ``aa``, ``bb`` as word processors count."""

    items: tuple[tuple[str, Pieces], ...]


@dataclass(frozen=True, slots=True)
class NumberedCell:
    """A cell of a table."""

    pieces: Pieces
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class NumberedTable:
    """A table: each row has as many cells as there are heads, and ``widths`` are shares that make one."""

    number: int
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[NumberedCell, ...], ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...]
    widths: tuple[float, ...]

    @property
    def is_short(self) -> bool:
        """Whether it is better held together on one page."""
        length = sum(len(plain_text(cell.pieces)) for row in self.rows for cell in row)
        return len(self.rows) <= _SHORT_TABLE and length <= _SHORT_WORDS

    @property
    def number_columns(self) -> tuple[bool, ...]:
        """Of each column, whether all of it are numbers; its head then stands on the right too."""
        return tuple(
            bool(self.rows) and all(row[at].is_number for row in self.rows) for at in range(len(self.heads))
        )


@dataclass(frozen=True, slots=True)
class NumberedFigure:
    """A chart with the words around it, in words of its own, and as a table; not drawn where it is left out."""

    number: int
    chart: Chart
    title: str
    subtitle: str
    sources: tuple[Source, ...]
    notes: tuple[str, ...]
    words: str
    table: NumberedTable
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class NumberedHeading:
    """A heading inside a section; ``anchor`` is alone of its name in the report."""

    text: str
    anchor: str


NumberedBlock = NumberedParagraph | LetteredPoints | NumberedTable | NumberedFigure | NumberedHeading


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section: its heading with its number, its anchor, its parts."""

    heading: str
    anchor: str
    blocks: tuple[NumberedBlock, ...]

    @property
    def paragraphs(self) -> str:
        """Which numbered paragraphs stand in it: ``paras. 3–9``, ``para. 3``, or nothing."""
        numbers = [each.number for each in self.blocks if isinstance(each, NumberedParagraph) and each.number]
        if not numbers:
            return ""
        if len(numbers) == 1:
            return f"{LABELS.paragraph} {numbers[0]}"
        return f"{LABELS.paragraphs} {numbers[0]}–{numbers[-1]}"


@dataclass(frozen=True, slots=True)
class NumberedReport:
    """A report as it is printed; ``notes`` holds all of them in order."""

    title: str
    subtitle: str
    as_of: str
    length: Length
    example: bool
    language: str
    marks: tuple[str, ...]
    sections: tuple[NumberedSection, ...]
    notes: tuple[Note, ...]

    @property
    def running_title(self) -> str:
        """The title for the head of a page: cut where it would not stand on one line."""
        return self.title if len(self.title) <= _RUNNING else f"{self.title[:_RUNNING].rstrip()}…"

    @property
    def has_contents(self) -> bool:
        """Whether it is long enough for a table of contents."""
        return self.length != "brief"


def number_report(report: Report, *, drawn: bool = True) -> NumberedReport:
    """The report as it is printed; the same for every writer.

    Args:
        report: The report.
        drawn: Its charts can be drawn; else each figure is its table.
    """
    numbers = _Numbers(safe_language(report.language) or "en", drawn=drawn)
    sections = tuple(numbers.section(each) for each in report.sections)
    return NumberedReport(
        clean(report.title).strip() or LABELS.untitled,
        clean(report.subtitle),
        report.as_of,
        report.length,
        report.example,
        numbers.language,
        _cleaned(report.marks),
        sections,
        tuple(numbers.notes),
    )


def plain_text(pieces: Pieces) -> str:
    """The words of a paragraph without notes."""
    return "".join(piece.text for piece in pieces)


def letter(index: int) -> str:
    """The letter of a point, counted from 0, as word processors count: after ``z`` comes ``aa``, then ``bb``."""
    times, place = divmod(index, 26)
    return chr(ord("a") + place) * (times + 1)


class _Numbers:
    """Counts paragraphs, notes, tables and figures through one report."""

    def __init__(self, language: str, *, drawn: bool) -> None:
        self.language = language
        self._drawn = drawn
        self.notes: list[Note] = []
        self._paragraphs, self._tables, self._figures = count(1), count(1), count(1)
        self._anchors: dict[str, int] = {}
        self._open, self._close = _MARKS.get(language.split("-", maxsplit=1)[0].lower(), _ENGLISH_MARKS)

    def section(self, section: Section) -> NumberedSection:
        title = clean(section.title).strip() or LABELS.untitled
        number = clean(section.number).strip()
        anchor = self._anchor(section.id)
        blocks = tuple(self._block(each) for each in section.blocks)
        return NumberedSection(f"{number}. {title}" if number else title, anchor, blocks)

    def _block(self, block: Block) -> NumberedBlock:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Points():
                return LetteredPoints(
                    tuple((letter(at), self._pieces(item)) for at, item in enumerate(block.items))
                )
            case TablePart():
                return self._table(block)
            case Figure():
                return _figure(block.chart, next(self._figures), drawn=self._drawn)
            case Subheading():
                text = clean(block.text).strip() or LABELS.untitled
                return NumberedHeading(text, self._anchor(text))

    def _anchor(self, name: str) -> str:
        plain = _NOT_IN_NAME.sub("-", name.lower())[:24].strip("-") or "part"
        self._anchors[plain] = times = self._anchors.get(plain, 0) + 1
        # A name that ends in a number of ours could be taken by another: the dot cannot stand in one.
        return f"section-{plain}" if times == 1 else f"section-{plain}.{times}"

    def _paragraph(self, block: Paragraph) -> NumberedParagraph:
        quotation = not block.numbered and bool(block.runs) and all(run.emphasis == "quoted" for run in block.runs)
        pieces = self._pieces(block.runs, marked=not quotation)
        return NumberedParagraph(next(self._paragraphs) if block.numbered else None, pieces, quotation)

    def _pieces(self, runs: Runs, *, marked: bool = True) -> Pieces:
        """The runs of one paragraph, quoted words between marks, notes behind them."""
        pieces: list[Piece] = []
        inside = False
        for run, notes in self._noted(runs):
            quoted = marked and run.emphasis == "quoted"
            if quoted != inside:
                _append(pieces, Piece(self._open if quoted else ""), closing="" if quoted else self._close)
            text = clean(run.text)
            # A note follows the last sign, not the space before the next words.
            end = len(text.rstrip(" ")) if notes and text.strip(" ") else len(text)
            pieces.append(Piece(text[:end], run.emphasis, safe_language(run.language), notes))
            if end < len(text):
                pieces.append(Piece(text[end:], run.emphasis))
            inside = quoted
        if inside:
            _append(pieces, Piece(""), closing=self._close)
        return tuple(_told(_after_stops(_told(pieces))))

    def _noted(self, runs: Runs) -> Iterator[tuple[Run, tuple[Note, ...]]]:
        """Each run with its notes: a source stands after the last of the runs in a row that it is for."""
        runs_of = [tuple(dict.fromkeys(map(_source, run.sources))) for run in runs]
        for at, run in enumerate(runs):
            follows: tuple[Source, ...] = next(filter(None, runs_of[at + 1 :]), ())
            yield run, tuple(self._note(source) for source in runs_of[at] if source not in follows)

    def _note(self, source: Source) -> Note:
        self.notes.append(Note(len(self.notes) + 1, source))
        return self.notes[-1]

    def _table(self, block: TablePart) -> NumberedTable:
        columns = max([1, len(block.heads), *(len(row) for row in block.rows)])
        heads = _cleaned(block.heads) + ("",) * (columns - len(block.heads))
        rows = tuple(tuple(self._cell(each) for each in _filled(row, columns)) for row in block.rows)
        return NumberedTable(
            next(self._tables),
            clean(block.title).strip() or LABELS.untitled,
            heads,
            rows,
            tuple(map(_source, block.sources)),
            _cleaned(block.notes),
            _shares(block.widths, columns),
        )

    def _cell(self, cell: Cell) -> NumberedCell:
        return NumberedCell(self._pieces(cell.runs), cell.is_number)


def _append(pieces: list[Piece], piece: Piece, closing: str) -> None:
    """Add a mark of quotation; one that closes takes over the notes of what it closes."""
    if closing:
        last = pieces.pop()
        pieces += [replace(last, notes=()), Piece(closing, notes=last.notes)]
    pieces.append(piece)


def _told(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces that say anything."""
    return (each for each in pieces if each.text or each.notes)


def _after_stops(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with each mark of a note behind the stop that follows it, as the United Nations set them."""
    last = Piece("")
    for each in pieces:
        if last.notes and each.text.startswith(_STOPS):
            yield replace(last, notes=())
            yield Piece(each.text[0], notes=last.notes)
            last = replace(each, text=each.text[1:])
        else:
            yield last
            last = each
    yield last


def _figure(chart: Chart, number: int, *, drawn: bool) -> NumberedFigure:
    title = clean(chart.title).strip() or LABELS.untitled
    sources = tuple(Source(each) for each in _cleaned(chart.sources))
    notes, words = _cleaned(chart.notes), clean(text_alternative(chart))
    table = _figure_table(chart, number, title)
    return NumberedFigure(number, chart, title, clean(chart.subtitle), sources, notes, words, table, drawn)


def _figure_table(chart: Chart, number: int, title: str) -> NumberedTable:
    """What is drawn as a table; of many columns those that say something are listed, since no page is so wide."""
    heads, rows = data_table(chart)
    # A column of which no row says anything is left out.
    kept = [at for at in range(len(heads)) if at == 0 or any(row[at] not in {None, ""} for row in rows)]
    heads, rows = tuple(heads[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows)
    if len(heads) > _MOST_COLUMNS:
        named = [(row[0], _said(heads, row)) for row in rows]
        heads, rows = (heads[0], LABELS.where_any), tuple(named)
    cells = tuple(
        tuple(
            NumberedCell((Piece(_cell_words(head, each)),), isinstance(each, int | float))
            for head, each in zip(heads, row, strict=True)
        )
        for row in rows
    )
    widths = tuple(_FIRST_WIDE if at == 0 else 1.0 for at in range(len(heads)))
    return NumberedTable(number, title, _cleaned(heads), cells, (), (), _shares(widths, max(1, len(heads))))


def _said(heads: Sequence[str], row: Sequence[str | float | None]) -> str:
    told = [f"{head}: {_cell_words(head, each)}" for head, each in zip(heads[1:], row[1:], strict=True) if each]
    return "; ".join(told) or NO_VALUE


def _cell_words(head: str, cell: str | float | None) -> str:
    """A cell as printed; a year is written without signs between its thousands."""
    if cell is None:
        return NO_VALUE
    if isinstance(cell, str):
        return clean(cell)
    return f"{cell:.0f}" if head in _YEARS else number_of(cell)


def _filled(row: Sequence[Cell], columns: int) -> tuple[Cell, ...]:
    return (*row, *(Cell(()) for _ in range(columns - len(row))))


def _shares(widths: Sequence[float], columns: int) -> tuple[float, ...]:
    """The widths as shares of one; equal ones where they do not fit the columns."""
    if len(widths) != columns or min(widths) <= 0:
        return (1 / columns,) * columns
    return tuple(width / sum(widths) for width in widths)


def _source(source: Source) -> Source:
    return Source(clean(source.words).strip(), safe_address(source.link))


def _cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean(each) for each in texts)
