"""Plain and Markdown-like text to lines: emphasis, superscripts, links and indents as style, markup left out.

Knows how text exports of UN documents write style: stars for italics and bold (glued where block after block was
bold), ``<sup>`` and Unicode superscripts for note marks, ``[words](target)`` for links, leading blanks or a tab
for a first-line indent. Knows nothing of resolutions. A star or bracket that closes nothing is a character like
any other.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from stocktake.documents.sources.line import Line, Run, SourceText
from stocktake.errors import UnsupportedError
from stocktake.findings import Code, Finding
from stocktake.values.span import Span

NAME = "text"

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FALLBACK_ENCODING = "windows-1252"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TOKEN = re.compile(
    r"(?P<stars>\*{1,4})"
    r"|(?P<sup></?sup>)"
    rf"|(?P<raised>[{_SUPERSCRIPTS}]+)"
    r"|\[\^(?P<reference>[^\]\s]{1,9})\]:?"
    r"|\[(?P<link>[^\[\]\r\n]*)\]\((?P<target>[^()\s]*)\)"
    r"|(?P<hashes>^#{1,6}[ \t])"
    r"|(?P<escape>\\(?=[.*_#\[\]()-]))",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]+")
_WRAP_WIDTH = 100
_WRAPPED_SHARE = 0.9
_BINARY_SHARE = 0.02


def handles(data: bytes) -> bool:
    """Whether the bytes decode as text with next to no control characters."""
    decoded = _decode(data)
    if decoded is None:
        return False
    sample = decoded[0][:20000]
    odd = sum(1 for letter in sample if ord(letter) < ord(" ") and letter not in "\t\n\r\x0b\x0c")
    return odd <= _BINARY_SHARE * len(sample)


def read(data: bytes, name: str, digest: str) -> SourceText:
    """The text and lines of a text file.

    Raises:
        UnsupportedError: The bytes are in no encoding we know.
    """
    decoded = _decode(data)
    if decoded is None:
        raise UnsupportedError(
            expected="text in UTF-8, UTF-16 or Windows-1252",
            came="the bytes are in none of these",
            where=name,
            advice="Save the file as UTF-8.",
        )
    text, findings = decoded
    lines = _with_pages(text, _lines(text))
    return SourceText(text, lines, name, "text", digest, findings, wrapped=_is_wrapped(lines))


def _with_pages(text: str, lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines with their pages, where form feeds part these; else as they are."""
    feeds = [match.start() for match in re.finditer("\x0c", text)]
    if not feeds:
        return tuple(lines)
    return tuple(replace(line, page=bisect_right(feeds, line.start) + 1) for line in lines)


def _decode(data: bytes) -> tuple[str, tuple[Finding, ...]] | None:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        pass  # the next encoding is tried; the finding says so
    try:
        text = data.decode(_FALLBACK_ENCODING)
    except UnicodeDecodeError:
        return None
    finding = Finding(
        Code.ENCODING_GUESSED,
        "document",
        f"The file is not UTF-8; it was read as {_FALLBACK_ENCODING}.",
        "Check letters with accents, or save the file as UTF-8.",
    )
    return text, (finding,)


def _is_wrapped(lines: tuple[Line, ...]) -> bool:
    """Whether lines are broken at a width: nearly none is longer than a printed line."""
    lengths = [len(line.text.strip()) for line in lines if line.text.strip()]
    return bool(lengths) and sum(length <= _WRAP_WIDTH for length in lengths) >= _WRAPPED_SHARE * len(lengths)


def _lines(text: str) -> Iterator[Line]:
    """The lines that hold words or markup. Style runs over line breaks within a block, never over a blank line."""
    for block in _blocks(text):
        gap = True
        for line in _styled_lines(text, block):
            yield replace(line, gap=line.gap or gap)
            gap = False


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines with no blank line between them."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        if not match.group().strip():
            continue
        between = text[block[-1].end : match.start()] if block else ""
        if between.count("\n") > 1 or ("\n" not in between and between.count("\r") > 1):
            yield block
            block = []
        block.append(Span(*match.span()))
    if block:
        yield block


class _Piece(NamedTuple):
    """Words of one style, or (with ``glued``) the place where one block was glued to the next."""

    start: int
    text: str
    italic: bool = False
    bold: bool = False
    raised: bool = False
    glued: bool = False


def _styled_lines(text: str, block: list[Span]) -> Iterator[Line]:
    """The lines of one block, cut at its line breaks and where blocks were glued together."""
    pieces = list(_pieces(text, Span(block[0].start, block[-1].end)))
    following = iter(pieces)
    piece = next(following, None)
    for start, end in block:
        line_start = start
        runs: list[Run] = []
        while piece is not None and piece.start < end:
            if piece.glued:
                yield _line(text, Span(line_start, piece.start), runs)
                line_start, runs = piece.start, []
                piece = next(following, None)
                continue
            inside = piece.text[max(0, start - piece.start) : end - piece.start]
            runs.append(Run(max(start, piece.start), inside, piece.italic, piece.bold, piece.raised))
            rest = piece.text[end - piece.start :]
            piece = piece._replace(start=end, text=rest) if rest else next(following, None)
        yield _line(text, Span(line_start, end), runs)


def _line(text: str, span: Span, runs: list[Run]) -> Line:
    words = [run for run in runs if run.text]
    indented = text[span.start : span.end][:1].isspace()
    glued = span.start > 0 and text[span.start - 1] not in "\r\n\x0b\x0c\u2028\u2029"
    return Line(span.start, span.end, tuple(words), gap=glued, indent=indented)


def _pieces(text: str, block: Span) -> Iterator[_Piece]:
    """The words of a block with their style, markup left out."""
    tokens = list(_TOKEN.finditer(text, *block))
    stars = _emphasis(text, block, [token for token in tokens if token["stars"]])
    style = _Piece(block.start, "")
    place = block.start
    for token in tokens:
        if token["stars"] and token.start() not in stars:
            continue
        yield style._replace(start=place, text=text[place : token.start()])
        place = token.end()
        if token["stars"]:
            italic, bold, glued = stars[token.start()]
            style = style._replace(italic=italic, bold=bold)
            if glued:
                yield style._replace(start=place, glued=True)
        elif token["sup"]:
            style = style._replace(raised=token["sup"] == "<sup>")
        elif token["hashes"]:
            style = style._replace(bold=True)
        else:
            yield from _inline(style, token)
    yield style._replace(start=place, text=text[place : block.end])


def _inline(style: _Piece, token: re.Match[str]) -> Iterator[_Piece]:
    """The words inside a token that stands for itself: a superscript, a note reference, a link."""
    for name, raised in (("raised", True), ("reference", True), ("link", style.raised)):
        if token[name] is not None:
            yield style._replace(start=token.start(name), text=token[name], raised=raised)


def _emphasis(text: str, block: Span, tokens: Iterable[re.Match[str]]) -> dict[int, tuple[bool, bool, bool]]:
    """For each run of stars that is markup: italic and bold after it, and whether two blocks meet there.

    After CommonMark: stars open before a character and close after one; an opener needs a closer in its block.
    """
    found: dict[int, tuple[bool, bool, bool]] = {}
    tokens = list(tokens)
    italic = bold = False
    last_closer = max((each.start() for each in tokens if _touches(text, block, each.start() - 1)), default=-1)
    for token in tokens:
        count = len(token["stars"])
        before = _touches(text, block, token.start() - 1)
        after = _touches(text, block, token.end())
        opens = after and token.start() < last_closer
        turns_italic, turns_bold = count in (1, 3), count in (2, 3)
        closes = before and ((italic and turns_italic) or (bold and (turns_bold or count == 4)))  # noqa: PLR2004
        if not (opens or closes) or (count == 4 and not bold):  # noqa: PLR2004
            continue
        was_styled = italic or bold
        italic, bold = italic ^ turns_italic, bold ^ turns_bold
        glued = before and after and was_styled and (italic or bold)
        found[token.start()] = (italic, bold, glued)
    return found


def _touches(text: str, block: Span, place: int) -> bool:
    return block.start <= place < block.end and not text[place].isspace()
