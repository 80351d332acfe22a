"""PDF to lines: words with their font, size and place, page by page, through pypdfium2.

Knows how pdfium hands out characters: in the order of the content stream, with made-up spaces and line breaks
between text objects, and with a control character for a hyphen at the end of a line. All characters of one text
object share font, size and baseline, so style is asked once per object and not once per character. Knows nothing
of resolutions.

Departures from the file, on purpose: a non-breaking hyphen becomes a hyphen and a typographic ligature its
letters, since both are typesetting and not words. A file without any text (a scan) is refused, not guessed.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from stocktake.documents.sources.layout import with_layout
from stocktake.documents.sources.line import Line, Place, Run, SourceText
from stocktake.documents.sources.spacing import DOUBTFUL, NARROW, settle, words_of
from stocktake.errors import InputError
from stocktake.findings import Code, Finding

NAME = "PDF"

_HYPHEN_AT_LINE_END = "\x02"
_LETTERS = str.maketrans(
    {_HYPHEN_AT_LINE_END: "-", "\u2011": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi"}
    | {"\ufb04": "ffl", "\ufffe": "-", "\x00": " "}
)
# Shares of the type size, from how superscripts are set: Word raises by a third and shrinks to two thirds.
_RAISED_BY = 0.12
_RAISED_SIZE = 0.8
_SAME_LINE = 0.55
_SAME_LINE_GAP = 3.0
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 1 << 6


@dataclass(frozen=True, slots=True)
class _Style:
    """Font and size of one text object."""

    size: float
    italic: bool
    bold: bool


@dataclass(slots=True)
class _Piece:
    """Characters of one text object (and the spaces pdfium made up after them) on one line."""

    text: str
    left: float
    right: float
    baseline: float
    style: _Style


_Page = tuple[list[list[_Piece]], float]


def handles(data: bytes) -> bool:
    """Whether the bytes hold a PDF header where readers look for it, in the first kilobyte."""
    return b"%PDF-" in data[:1024]


def read(data: bytes, name: str, digest: str) -> SourceText:
    """The text and lines of a PDF.

    Raises:
        InputError: The file is truncated, encrypted, or holds no text at all.
    """
    pages = _read_pages(data, name)
    if not any(pieces for pieces, _ in pages):
        raise InputError(
            expected="a PDF with text",
            came=f"its {len(pages)} pages are images only",
            where=name,
            advice="Take the digital PDF or DOCX from the UN document service, or run text recognition.",
        )
    findings = [
        Finding(
            Code.PAGE_WITHOUT_TEXT,
            f"page {number}",
            "The page holds no text, perhaps an image.",
            "Look at the page in the PDF.",
        )
        for number, (pieces, _) in enumerate(pages, start=1)
        if not pieces
    ]
    text, lines = _assemble(pages)
    return SourceText(text, with_layout(lines), name, "pdf", digest, tuple(findings), wrapped=True)


def _read_pages(data: bytes, name: str) -> list[_Page]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(name, str(error)) from error
    try:
        return _settled([(_page_lines(page), page.get_height()) for page in document])
    except pypdfium2.PdfiumError as error:
        raise _unreadable(name, str(error)) from error
    finally:
        document.close()


def _unreadable(name: str, said: str) -> InputError:
    if "password" in said.lower():
        return InputError(
            expected="a PDF that opens without a password",
            came="this one is encrypted",
            where=name,
            advice="Save it without a password and read that.",
        )
    return InputError(
        expected="a whole PDF",
        came="the file is damaged or cut off",
        where=name,
        advice="Download it again.",
    )


def _page_lines(page: Any) -> list[list[_Piece]]:
    """The pieces of one page, grouped into lines, in the order of the content stream."""
    textpage = page.get_textpage()
    lines: list[list[_Piece]] = []
    for piece in _pieces(textpage.raw, textpage.count_chars()):
        if lines and _continues(lines[-1], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [line for line in lines if any(piece.text.strip() for piece in line)]


def _pieces(raw: Any, count: int) -> Iterator[_Piece]:
    """The characters by text object; pdfium's own line breaks, which come in mid-object too, close a piece."""
    from pypdfium2.raw import FPDFText_GetTextObject, FPDFText_GetUnicode

    styles: dict[int, _Style] = {}
    letters: list[str] = []
    piece: _Piece | None = None
    current, last, made_up = 0, 0, ""
    for index in range(count):
        letter = chr(FPDFText_GetUnicode(raw, index))
        pointer = FPDFText_GetTextObject(raw, index)
        if not pointer:
            made_up += letter
            continue
        address = ctypes.addressof(pointer.contents)
        if address not in styles:
            styles[address] = _style(raw, index)
        if made_up and piece is not None:
            letters.append(_space(raw, last, index, piece.style == styles[address]))
        if address != current or "\n" in made_up:
            if piece is not None:
                yield _closed(piece, letters, raw, last)
            current = address
            piece, letters = _opened(raw, index, styles[address]), []
        letters.append(letter)
        last, made_up = index, ""
    if piece is not None:
        yield _closed(piece, letters, raw, last)


def _opened(raw: Any, index: int, style: _Style) -> _Piece:
    x, y = _origin(raw, index)
    return _Piece("", x, x, y, style)


def _closed(piece: _Piece, letters: list[str], raw: Any, last: int) -> _Piece:
    piece.text = _whole_letters("".join(letters)).translate(_LETTERS)
    piece.right = max(piece.left, _origin(raw, last)[0])
    return piece


def _whole_letters(units: str) -> str:
    """The letters of UTF-16 units, as pdfium hands out what lies beyond the basic plane; a lone half is none."""
    if units.isascii():
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _origin(raw: Any, index: int) -> tuple[float, float]:
    from pypdfium2.raw import FPDFText_GetCharOrigin

    x, y = ctypes.c_double(), ctypes.c_double()
    FPDFText_GetCharOrigin(raw, index, x, y)
    return x.value, y.value


def _space(raw: Any, before: int, after: int, same_style: bool) -> str:
    """The space that pdfium made up between two characters, doubtful where the gap is too narrow for one.

    Between two styles the overhang of italics narrows true spaces, so there it is believed.
    """
    from pypdfium2.raw import FS_RECTF, FPDFText_GetFontSize, FPDFText_GetLooseCharBox

    left, right = FS_RECTF(), FS_RECTF()
    FPDFText_GetLooseCharBox(raw, before, left)
    FPDFText_GetLooseCharBox(raw, after, right)
    gap = right.left - left.right
    height = abs(left.top - left.bottom) or FPDFText_GetFontSize(raw, before)
    return DOUBTFUL if same_style and 0 <= gap < NARROW * height else " "


def _settled(pages: list[_Page]) -> list[_Page]:
    """The same pages with every doubtful space settled by the words of the document."""
    lines = ["".join(piece.text for piece in line) for page, _ in pages for line in page]
    if any(DOUBTFUL in line for line in lines):
        vocabulary = words_of(lines)
        for page, _ in pages:
            for line in page:
                _settle_line(line, vocabulary)
    return pages


def _settle_line(line: list[_Piece], vocabulary: frozenset[str]) -> None:
    """Settle a line as a whole, for a word may lie in two pieces; then give each piece its share of it."""
    marked = "".join(piece.text for piece in line)
    if DOUBTFUL not in marked:
        return
    letters = iter(settle(marked, vocabulary))
    settled = next(letters, "")
    for piece in line:
        text = ""
        for letter in piece.text:
            if letter == settled or (letter == DOUBTFUL and settled == " "):
                text += settled
                settled = next(letters, "")
        piece.text = text


def _style(raw: Any, index: int) -> _Style:
    from pypdfium2.raw import (
        FS_MATRIX,
        FPDFText_GetFontInfo,
        FPDFText_GetFontSize,
        FPDFText_GetFontWeight,
        FPDFText_GetMatrix,
    )

    name, flags, matrix = ctypes.create_string_buffer(128), ctypes.c_int(), FS_MATRIX()
    FPDFText_GetFontInfo(raw, index, name, 128, flags)
    FPDFText_GetMatrix(raw, index, matrix)
    font = name.value.decode("utf-8", "replace").lower()
    height = abs(complex(matrix.b, matrix.d)) or 1.0
    return _Style(
        size=round(FPDFText_GetFontSize(raw, index) * height, 2),
        italic="italic" in font or "oblique" in font or bool(flags.value & _ITALIC_FLAG),
        bold="bold" in font or FPDFText_GetFontWeight(raw, index) >= _BOLD_WEIGHT,
    )


def _continues(line: list[_Piece], piece: _Piece) -> bool:
    """Whether a piece stands on the same printed line as those before it.

    A raised mark shifts the baseline by a third of the size; a new line by more than the whole size. Pieces far
    apart on one height (the two columns of a heading) are two lines, whatever pdfium made up between them.
    """
    last = line[-1]
    size = max(last.style.size, piece.style.size)
    if abs(last.baseline - piece.baseline) > _SAME_LINE * size or piece.left < last.left - 1:
        return False
    return piece.left - last.right < _SAME_LINE_GAP * size


def _assemble(pages: list[_Page]) -> tuple[str, list[Line]]:
    """The extracted text, one printed line a line, and the lines with their offsets."""
    parts: list[str] = []
    lines: list[Line] = []
    offset = 0
    for number, (page, height) in enumerate(pages, start=1):
        for pieces in page:
            line = _line(pieces, offset, number, height)
            lines.append(line)
            parts.append(line.text + "\n")
            offset = line.end + 1
    return "".join(parts), lines


def _line(pieces: list[_Piece], offset: int, page: int, page_height: float) -> Line:
    main = max(pieces, key=lambda piece: len(piece.text.strip()))
    runs: list[Run] = []
    start = offset
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        raised = _is_raised(piece, main)
        text = piece.text + (" " if raised and following and _needs_space(piece, following) else "")
        runs.append(Run(offset, text, piece.style.italic, piece.style.bold, raised))
        offset += len(text)
    right = max(piece.right for piece in pieces)
    place = Place(pieces[0].left, right, main.baseline, main.style.size, page_height)
    return Line(start, offset, tuple(runs), page=page, place=place)


def _is_raised(piece: _Piece, main: _Piece) -> bool:
    size = main.style.size
    return piece.style.size <= _RAISED_SIZE * size and piece.baseline > main.baseline + _RAISED_BY * size


def _needs_space(mark: _Piece, following: _Piece) -> bool:
    """Whether a word follows a raised mark: pdfium makes up no space there, and no mark stands inside a word."""
    return (not mark.text.endswith(" ") and following.text[:1].isalnum()) or following.text[:1] in tuple("“‘([–—")
