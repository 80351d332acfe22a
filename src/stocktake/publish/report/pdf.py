"""A report as a tagged PDF (PDF/UA-1), set by typst; the same report gives the same bytes on the same machine.

Knows typst (extra ``publish``) and what it is given: the words of the report as data, never as markup, so that nothing
in them can become a command. Letters come from the fonts that typst brings along; a sign that those lack is taken from
the fonts of the machine, and one that no font has is printed as U+FFFD and listed under the title.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from stocktake.errors import InternalError, missing_part
from stocktake.publish.report.labels import LABELS
from stocktake.publish.report.model import Report
from stocktake.publish.report.numbering import (
    NumberedFigure,
    NumberedParagraph,
    NumberedReport,
    NumberedTable,
    number_report,
    plain_text,
)
from stocktake.publish.report.pictures import WIDE, paper_share, svg_picture
from stocktake.publish.report.printable import from_right
from stocktake.review.keeping import Keeper, made_anew

_MOST_ROUNDS = 4
_MOST_NAMED = 24
_LONG_WORD = re.compile(r"[^\s\u200b]{31,}")
_PART = 24
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
# Fonts that typst brings along and, for letters drawn in a picture, those that most machines have.
_PICTURE_FONT = (
    'font-family="system-ui,sans-serif"',
    'font-family="Liberation Sans,Arial,DejaVu Sans,Libertinus Serif"',
)


def write_pdf(report: Report, keep: Keeper = made_anew) -> bytes:
    """The report as a tagged PDF.

    Args:
        report: The report.
        keep: Keeps the charts that were drawn, so that none is drawn again.

    Raises:
        MissingPartError: The extra ``publish`` is not installed.
        InternalError: typst refuses our template.
    """
    require_typst()
    numbered = number_report(report)
    data = _data(numbered, keep)
    lacking: tuple[str, ...] = ()
    floats = True
    for _ in range(_MOST_ROUNDS):
        told = {**_without(data, lacking), "lacking": _lacking_words(lacking), "floats": floats}
        try:
            return _compiled(told, numbered.as_of)
        except _NoGlyphError as error:
            lacking = tuple(sorted({*lacking, *error.signs}, key=lambda each: (-len(each), each)))
        except _TagsError:
            floats = False
    raise InternalError(expected="a PDF", came=f"signs without a font remain: {_lacking_words(lacking)}")


class _NoGlyphError(Exception):
    """No font has some groups of signs."""

    def __init__(self, signs: set[str]) -> None:
        super().__init__(signs)
        self.signs = signs


class _TagsError(Exception):
    """typst cannot tag what floats, which it can where nothing does (its issue 8487)."""


def require_typst() -> None:
    """Return where a PDF can be made.

    Raises:
        MissingPartError: The extra ``publish`` is not installed.
    """
    absent = next((each for each in ("typst", "vl_convert") if find_spec(each) is None), None)
    if absent:
        raise missing_part("publish", absent, "for a PDF", "DOCX, HTML and Markdown")


def _data(report: NumberedReport, keep: Keeper) -> dict[str, Any]:
    """What the template reads: the report as plain values, each block with its kind."""
    told = asdict(report, dict_factory=_plain_values)
    told["labels"] = asdict(LABELS)
    told["head_line"] = LABELS.example if report.example else ""
    told["has_contents"] = report.has_contents
    told["running_title"] = report.running_title
    for section, own in zip(told["sections"], report.sections, strict=True):
        for block, mine in zip(section["blocks"], own.blocks, strict=True):
            block["kind"] = type(mine).__name__
            if isinstance(mine, NumberedParagraph):
                block["from_right"] = from_right(plain_text(mine.pieces))
            elif isinstance(mine, NumberedTable):
                block.update(is_short=mine.is_short, number_columns=mine.number_columns)
            elif isinstance(mine, NumberedFigure):
                block.update(_picture(svg_picture(mine.chart, WIDE, keep)))
    return told


def _picture(svg: str) -> dict[str, Any]:
    """The SVG with fonts that are there, and how much of the text's width it takes."""
    size = _SIZE.search(svg)
    if size is None:
        raise InternalError(expected="an SVG with a size", came=f"it begins with {svg[:80]!r}")
    return {"svg": svg.replace(*_PICTURE_FONT), "share": paper_share(float(size[1]), float(size[2]))}


def _plain_values(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    # The chart and its table are not read by the template.
    return {name: _breakable(value) for name, value in pairs if name not in {"chart", "table"}}


def _breakable(value: Any) -> Any:
    """Words too long for a cell with places where they may be parted."""
    if not isinstance(value, str):
        return value
    return _LONG_WORD.sub(lambda found: "\u200b".join(_cut(found[0])), value)


def _cut(word: str) -> list[str]:
    return [word[at : at + _PART] for at in range(0, len(word), _PART)]


def _compiled(data: dict[str, Any], as_of: str) -> bytes:
    import typst

    try:
        return bytes(
            typst.compile(
                _template(),
                format="pdf",
                sys_inputs={"report": json.dumps(data, ensure_ascii=False)},
                pdf_standards="ua-1",
                timestamp=datetime.fromisoformat(as_of).replace(tzinfo=UTC),
            )
        )
    except typst.TypstError as error:
        lacking = {_unescaped(each) for each in _NO_GLYPH.findall(error.diagnostic)}
        if lacking:
            raise _NoGlyphError(lacking) from error
        if data["floats"] and "internal error" in error.message:
            raise _TagsError from error
        raise InternalError(expected="typst to set the report", came=f"it says {error.message}") from error


@cache
def _template() -> bytes:
    return files("stocktake.publish").joinpath("templates", "report.typ").read_bytes()


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)


def _without(value: Any, lacking: Sequence[str]) -> Any:
    """The data with U+FFFD for each group of signs that no font has; pictures too."""
    if isinstance(value, str):
        for signs in lacking:
            value = value.replace(signs, "\ufffd")
        return value
    if isinstance(value, dict):
        return {name: _without(each, lacking) for name, each in value.items()}
    return [_without(each, lacking) for each in value] if isinstance(value, list | tuple) else value


def _lacking_words(lacking: Sequence[str]) -> str:
    """Which signs are not printed, for the reader; empty where none is lacking."""
    signs = sorted({sign for group in lacking for sign in group})
    if not signs:
        return ""
    named = [f"U+{ord(sign):04X} {unicodedata.name(sign, '').lower()}".strip() for sign in signs[:_MOST_NAMED]]
    more = f" and {len(signs) - _MOST_NAMED} more" if len(signs) > _MOST_NAMED else ""
    return f"No font at hand has these signs; each is printed as \ufffd: {', '.join(named)}{more}."
