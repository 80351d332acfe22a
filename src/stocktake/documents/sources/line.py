"""What every source hands over: a text, and its lines with style and place.

The one meeting point between formats and structure. A source says what the file says (words, italics, raised
characters, place on the page); what a line *is* (furniture, note, paragraph) is for ``structure`` to decide.
"""

from dataclasses import dataclass
from enum import StrEnum

from stocktake.documents.model import Format
from stocktake.findings import Finding
from stocktake.values.span import squeeze


class Zone(StrEnum):
    """Where the format itself says a line belongs. Plain text and PDF say nothing: UNSAID."""

    UNSAID = "unsaid"
    NOTE = "note"
    PAGE_HEADER = "page header"
    PAGE_FOOTER = "page footer"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style within a line.

    Attributes:
        start: Offset of the first character in the source text.
        text: The words as they stand there: ``source_text[start:start + len(text)]``.
        italic: Printed in italics.
        bold: Printed in bold.
        raised: Printed as a superscript, as note marks are.
    """

    start: int
    text: str
    italic: bool = False
    bold: bool = False
    raised: bool = False

    @property
    def end(self) -> int:
        """Offset after the last character in the source text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands on its page, in points from the lower left corner, as PDF counts.

    Attributes:
        left: Where the first character begins.
        right: Where the last character begins.
        baseline: The height of the line.
        size: The type size of most of its characters.
        page_height: The height of the page.
    """

    left: float
    right: float
    baseline: float
    size: float
    page_height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line (or, in DOCX, HTML and unwrapped text, one whole paragraph) of a source.

    Markup that is not words (stars, tags, link targets) lies between ``start`` and ``end`` but in no run.

    Attributes:
        start: Offset of the line's first character in the source text, markup and indent included.
        end: Offset after its last character, without the line break.
        runs: The words, in order; none for a line of markup only.
        page: The page, from 1; 0 where the format has no pages.
        gap: White space stands before it: a blank line, extra leading, the start of a block.
        indent: It begins to the right of the lines around it (first-line indent).
        place: Where it stands on the page; None where the format does not say.
        zone: What the format itself says of it.
    """

    start: int
    end: int
    runs: tuple[Run, ...]
    page: int = 0
    gap: bool = False
    indent: bool = False
    place: Place | None = None
    zone: Zone = Zone.UNSAID

    @property
    def text(self) -> str:
        """The words of the line, without markup; note marks included."""
        return "".join(run.text for run in self.runs)

    @property
    def words(self) -> str:
        """The words of the line without its raised characters, one space between words."""
        return squeeze("".join(run.text for run in self.runs if not run.raised))

    @property
    def bold(self) -> bool:
        """Whether all its words are printed in bold; true of a line without words."""
        return all(run.bold for run in self.runs if run.text.strip())


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file, read: its text, its lines and what there is to say of it.

    Attributes:
        text: The text all offsets point into.
        lines: The lines in reading order; together with the breaks between them they cover ``text``.
        name: The file's name, without folders.
        format: Which kind of file.
        sha256: Of the file's bytes, in hexadecimal.
        findings: What the source noticed (a guessed encoding, accepted tracked changes).
        wrapped: Lines are broken at a width, so one paragraph is many lines.
    """

    text: str
    lines: tuple[Line, ...]
    name: str
    format: Format
    sha256: str
    findings: tuple[Finding, ...] = ()
    wrapped: bool = False
