"""Extracted text: passages of styled words laid out as one text with lines whose offsets hold.

Knows how words taken out of markup become a text, its lines and their runs, and which characters of a word
processor are no words. Knows nothing of any format; DOCX and HTML both end here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from stocktake.documents.sources.line import Line, Run, Zone

# What a word processor types for its own ends: control characters, optional hyphens, joiners and byte order marks
# are no words, and a no-break space is a space. A line break inside a piece would shift the lines: a space too.
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_UNPRINTED = str.maketrans(
    {chr(code): None for code in _CONTROLS if chr(code) != "\t"}
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff")
    | dict.fromkeys("\u00a0\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " ")
)


@dataclass(frozen=True, slots=True)
class Style:
    """How words are printed: italic, bold, raised."""

    italic: bool = False
    bold: bool = False
    raised: bool = False


PLAIN = Style()
RAISED = Style(raised=True)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one style, not yet placed in a text."""

    text: str
    style: Style = PLAIN


@dataclass(slots=True)
class Passage:
    """One line in the making: pieces are added until it is laid out."""

    page: int = 0
    gap: bool = True
    zone: Zone = Zone.UNSAID
    pieces: list[Piece] = field(default_factory=list)

    def add(self, text: str, style: Style = PLAIN) -> None:
        """Add words at the end."""
        words = text.translate(_UNPRINTED)
        if words:
            self.pieces.append(Piece(words, style))

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def blank(self) -> bool:
        """Whether there are no words yet."""
        return not any(piece.text.strip() for piece in self.pieces)


def merge(pieces: Iterable[Piece]) -> list[Piece]:
    """The same words in the fewest pieces: neighbours of one style are made one."""
    return [
        Piece("".join(piece.text for piece in group), style)
        for style, group in groupby(pieces, key=lambda piece: piece.style)
    ]


def strip(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces without white space at either end of the whole, the empty ones left out."""
    kept = [piece for piece in pieces if piece.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = Piece(kept[0].text.lstrip(), kept[0].style)
        kept[-1] = Piece(kept[-1].text.rstrip(), kept[-1].style)
    return kept


def _lower_spaces(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with white space around raised words not raised, so that a raised run is a mark and no more."""
    for piece in pieces:
        words = piece.text.strip()
        if not piece.style.raised or words == piece.text:
            yield piece
            continue
        before, _, after = piece.text.partition(words) if words else (piece.text, "", "")
        low = replace(piece.style, raised=False)
        yield from (
            each for each in (Piece(before, low), Piece(words, piece.style), Piece(after, low)) if each.text
        )


def lay_out(passages: Iterable[Passage]) -> tuple[str, tuple[Line, ...]]:
    """The text (passages joined by line breaks, blank ones left out) and its lines.

    White space at the ends of a passage is left out; an ``indent`` says that it stood at its beginning.
    """
    lines: list[Line] = []
    texts: list[str] = []
    at = 0
    for passage in passages:
        pieces = merge(_lower_spaces(strip(passage.pieces)))
        if not pieces:
            continue
        runs = _runs(pieces, at)
        lines.append(
            Line(
                start=at,
                end=runs[-1].end,
                runs=runs,
                page=passage.page,
                gap=passage.gap,
                indent=passage.text[:1].isspace(),
                zone=passage.zone,
            )
        )
        texts.append("".join(piece.text for piece in pieces))
        at = runs[-1].end + 1
    return "\n".join(texts), tuple(lines)


def _runs(pieces: Iterable[Piece], start: int) -> tuple[Run, ...]:
    """The pieces placed one after another from ``start``."""
    runs: list[Run] = []
    for piece in pieces:
        style = piece.style
        runs.append(Run(start, piece.text, italic=style.italic, bold=style.bold, raised=style.raised))
        start += len(piece.text)
    return tuple(runs)
