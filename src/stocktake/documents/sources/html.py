"""HTML to lines: one line for each block or line break, with styles, list numbers, note marks and notes.

Knows when bytes are a page rather than a text with a tag in it, and what to say of what was read. How a page is
taken apart stands in ``html_markup``, ``html_css``, ``html_notes`` and ``html_walk``.
"""

import re

from stocktake.documents.sources.extracted import lay_out
from stocktake.documents.sources.html_markup import declared_encoding, decode, parse_markup
from stocktake.documents.sources.html_walk import Walk
from stocktake.documents.sources.line import SourceText
from stocktake.documents.sources.revisions import find_revisions
from stocktake.errors import InputError

NAME = "HTML"

_LOOK_AT = 16_384
# What may stand before the first element of a page.
_PROLOGUE = re.compile(r"(?:\s|\ufeff|<\?[^>]{0,400}>|<!--.*?-->|<!\[[^>]{0,400}>)*", re.DOTALL)
_PAGE = re.compile(r"(?i)<(?:!doctype\s+html|html|head|body|meta|title)\b")
# A fragment without page elements: it must begin and end with a tag, and close a block.
_FRAGMENT = re.compile(r"(?i)<(?:p|div|table|h[1-6]|ol|section|article|main|center|font|span|blockquote)\b[^<>]*>")
_CLOSES = re.compile(r"(?i)</(?:p|div|td|li|h[1-6]|section|article|main|center|blockquote)\s*>")


def handles(data: bytes) -> bool:
    """Whether these bytes are an HTML page: its first element is one that a page or its body begins with.

    A plain text with a tag somewhere in it is none; nor is an XML file of another kind.
    """
    start = data[:_LOOK_AT].decode(declared_encoding(data) or "utf-8", "replace")
    before = _PROLOGUE.match(start)
    first = before.end() if before else 0
    if _PAGE.match(start, first):
        return True
    return bool(_FRAGMENT.match(start, first) and _CLOSES.search(start, first) and data.rstrip().endswith(b">"))


def read(data: bytes, name: str, digest: str) -> SourceText:
    """The text and its lines.

    Raises:
        InputError: The page is too large, cannot be parsed to its end, or prints no words.
    """
    characters, findings = decode(data, name)
    walk = Walk(parse_markup(characters, name))
    text, lines = lay_out(walk.read())
    if not text:
        raise InputError(
            expected="a page with words",
            came="it prints none",
            where=name,
            advice="If a script writes the page, open it in a browser and save what it shows.",
        )
    return SourceText(
        text=text,
        lines=lines,
        name=name,
        format="html",
        sha256=digest,
        findings=(*findings, *find_revisions(walk.changes)),
        wrapped=any(not line.gap for line in lines),
    )
