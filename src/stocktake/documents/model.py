"""The text side's nouns: a document as read, and its parts. All frozen; nothing here computes.

The names follow ``docs/reference/shapes.md`` (the JSON that ``stocktake read`` prints).
"""

from dataclasses import dataclass, field
from typing import Literal

from stocktake.findings import Finding
from stocktake.values.span import Span

Kind = Literal["preambular", "operative", "item"]
Status = Literal["adopted", "draft"]
Format = Literal["text", "pdf", "docx", "html", "akn"]


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note mark inside a paragraph.

    Attributes:
        mark: The mark as printed, without brackets: ``1``, ``*``.
        at: How many characters of the paragraph's text stand before it.
    """

    mark: str
    at: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One preambular paragraph, operative paragraph or item (a chapeau and its items are separate).

    Attributes:
        id: ``P1``; ``13``; ``70(a)``; ``II.3`` where numbering restarts in parts.
        kind: Preambular, operative or item.
        number: The number as printed (``13``, ``70(a)``); None in the preamble and where none is printed.
        verb: The leading verb phrase, as the UN prints it in italics; empty for an item without one.
        text: The words from the verb on: no number, no note mark, no markup, one space between words.
        marks: The note marks, in order of place.
        spans: Where the words stand in the source text.
    """

    id: str
    kind: Kind
    number: str | None
    verb: str
    text: str
    marks: tuple[NoteMark, ...]
    spans: tuple[Span, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """The marks of the notes this paragraph carries, each once, in order of place."""
        return tuple(dict.fromkeys(mark.mark for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its mark, its words, the paragraphs that carry the mark, and where the words stand."""

    mark: str
    text: str
    paragraphs: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between paragraphs. ``before`` is the id of the paragraph it stands before."""

    text: str
    before: str | None


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex after the closing line: its title and its words, not cut into paragraphs."""

    title: str
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Votes:
    """A recorded vote: for, against, abstaining."""

    in_favour: int
    against: int
    abstaining: int


@dataclass(frozen=True, slots=True)
class HeadingData:
    """What the document prints about itself. None wherever it prints nothing: nothing is guessed.

    Attributes:
        symbol: Canonical symbol, ``A/RES/80/118``.
        title: The title of the resolution.
        organ: The organ that adopts, by its full name.
        session: The number of the session.
        agenda_item: As printed: ``15``, ``18 (b)``.
        status: Adopted or draft.
        adopted: ISO date of adoption.
        distributed: ISO date of distribution.
        committee_report: Canonical symbol of the report it was adopted on.
        plenary: The plenary meeting as printed: ``64th``, ``69th (resumed)``.
        language: ISO 639-1 code of the language of the text.
        committee: The Main Committee named in the heading.
        based_on: Canonical symbol of the draft it replaces or was negotiated on.
        draft_label: As printed in a committee report: ``Draft resolution II``.
    """

    symbol: str | None = None
    title: str | None = None
    organ: str | None = None
    session: int | None = None
    agenda_item: str | None = None
    status: Status = "draft"
    adopted: str | None = None
    distributed: str | None = None
    committee_report: str | None = None
    plenary: str | None = None
    language: str | None = None
    committee: str | None = None
    based_on: str | None = None
    draft_label: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which file a document was read from: its name, its format and the SHA-256 of its bytes."""

    name: str
    format: Format
    sha256: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where every character of the source text went; the numbers add up to ``characters``.

    White space goes with what it follows. ``paragraphs`` holds numbers, note marks and annexes too;
    ``heading`` the headings between paragraphs, the organ line, the closing line and the vote.

    Attributes:
        unexplained: The spans that no rule explained; their length is the rest of the sum.
    """

    characters: int
    paragraphs: int
    notes: int
    heading: int
    furniture: int
    unexplained: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One resolution or draft, as read from one file.

    Attributes:
        source_text: The text all spans point into: the file itself for plain text, the extracted text for
            PDF, DOCX and HTML. It is what ``stocktake read --text`` prints.
    """

    data: HeadingData
    source: Provenance
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    headings: tuple[Heading, ...]
    annexes: tuple[Annex, ...]
    votes: Votes | None
    coverage: Coverage
    findings: tuple[Finding, ...]
    source_text: str = field(repr=False)

    @property
    def name(self) -> str:
        """What it is called: its symbol, or its file's name where it prints none."""
        return self.data.symbol or self.source.name

    @property
    def operative(self) -> tuple[Paragraph, ...]:
        """The operative paragraphs and their items, in order; not the items of the preamble."""
        found: list[Paragraph] = []
        is_operative = False
        for each in self.paragraphs:
            is_operative = each.kind == "operative" or (is_operative and each.kind == "item")
            if is_operative:
                found.append(each)
        return tuple(found)

    def paragraph(self, paragraph_id: str) -> Paragraph | None:
        """The paragraph with this id, or None."""
        return next((each for each in self.paragraphs if each.id == paragraph_id), None)
