"""A report as GitHub-flavoured Markdown: paragraphs, notes, tables; figures as tables.

Knows CommonMark 0.31 (backslash escapes, 2.4), and tables, footnotes and autolinks as GitHub reads them. Every sign
by which words could become markup stands behind a backslash.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from stocktake.publish.report.labels import LABELS
from stocktake.publish.report.model import Report, Source
from stocktake.publish.report.numbering import (
    LetteredPoints,
    NumberedFigure,
    NumberedHeading,
    NumberedParagraph,
    NumberedReport,
    NumberedSection,
    NumberedTable,
    Piece,
    Pieces,
    number_report,
)

# An underscore inside a word marks nothing (CommonMark 6.2).
_SIGNS = re.compile(r"[\\`*\[\]<>#|~$&^{}]|(?<![^\W_])_|_(?![^\W_])")
# What GitHub makes a link of without being asked.
_AUTOLINK = re.compile(r"(?i)\b(www)\.|\b(https?|ftp|mailto|xmpp):")
# What makes a list, a rule, an underlined heading or a code block at the beginning of a line.
_BEGINNING = re.compile(r"\A(\d{1,9})([.)])|\A([-+=:])")
_ADDRESS = re.compile(r"[()<>\\]")
_LOOKS = {"bold": "**", "italic": "*"}


def render_markdown(report: Report) -> str:
    """The report as Markdown; ends in a line break."""
    numbered = number_report(report)
    blocks = [*_front(numbered)]
    for section in numbered.sections:
        blocks += _section(section, numbered.language)
    notes = "\n".join(f"[^{note.number}]: {_beginning(_source(note.source))}" for note in numbered.notes)
    return "\n\n".join([*blocks, *([notes] if notes else [])]) + "\n"


def escape(text: str) -> str:
    """The words so that a reader of Markdown prints them as they are, inside a line."""
    links = _AUTOLINK.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", _SIGNS.sub(r"\\\g<0>", text))
    return links.strip()


def _front(report: NumberedReport) -> list[str]:
    example = [f"> **{LABELS.example}**"] if report.example else []
    lines = (_beginning(escape(each)) for each in (report.subtitle, *report.marks))
    return [f"# {escape(report.title)}", *example, *(each for each in lines if each)]


def _section(section: NumberedSection, language: str) -> list[str]:
    writers: dict[type, Callable[[Any], list[str]]] = {
        NumberedParagraph: lambda block: [_paragraph(block, language)],
        LetteredPoints: lambda block: [
            "\n".join(f"- ({at}) {_pieces(item, language)}" for at, item in block.items)
        ],
        NumberedTable: lambda block: _table(block, language),
        NumberedFigure: lambda block: _figure(block, language),
        NumberedHeading: lambda block: [f"### {escape(block.text)}"],
    }
    made = [f"## {escape(section.heading)}"]
    for block in section.blocks:
        made += writers[type(block)](block)
    return [each for each in made if each]


def _paragraph(block: NumberedParagraph, language: str) -> str:
    words = _pieces(block.pieces, language)
    if block.number is not None:
        # The dot is escaped, or a reader of Markdown would count by itself.
        return f"{block.number}\\. {words}"
    return f"> {_beginning(words)}" if block.quotation else _beginning(words)


def _beginning(line: str) -> str:
    """The line with a backslash where its first sign would make it something else than a paragraph."""
    return _BEGINNING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)


def _pieces(pieces: Pieces, language: str) -> str:
    around = ["", *(each.text for each in pieces), ""]
    told = (
        _piece(each, language, (before[-1:], "[" if each.notes else after[:1]))
        for each, before, after in zip(pieces, around, around[2:], strict=False)
    )
    return "".join(told).strip()


def _piece(piece: Piece, language: str, beside: tuple[str, str]) -> str:
    """The piece; ``beside`` are the signs before and after it."""
    words = _SIGNS.sub(r"\\\g<0>", piece.text)
    words = _AUTOLINK.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", words)
    inner = words.strip()
    if inner and piece.emphasis in _LOOKS:
        signs = _LOOKS[piece.emphasis]
        if _stands_out(words, beside):
            words = words.replace(inner, f"{signs}{inner}{signs}", 1)
    if inner and piece.language not in {"", language}:
        words = f'<span lang="{piece.language}" dir="auto">{words}</span>'
    return words + "".join(f"[^{note.number}]" for note in piece.notes)


def _stands_out(words: str, beside: tuple[str, str]) -> bool:
    """Whether asterisks around the words count as emphasis: those beside a mark need one outside too (6.2)."""
    inner = words.strip()
    before = words[0] if words[0].isspace() else beside[0]
    after = words[-1] if words[-1].isspace() else beside[1]
    return all(
        not _is_mark(inside) or not outside.strip() or _is_mark(outside)
        for inside, outside in ((inner[0], before), (inner[-1], after))
    )


def _is_mark(sign: str) -> bool:
    """Whether a sign is punctuation or a symbol."""
    return unicodedata.category(sign)[0] in "PS"


def _table(block: NumberedTable, language: str) -> list[str]:
    caption = _caption(LABELS.table, block)
    return [caption, _grid(block, language), *_below(block.sources, block.notes)]


def _grid(block: NumberedTable, language: str) -> str:
    lines = [
        _row(escape(head) for head in block.heads),
        _row("---:" if each else "---" for each in block.number_columns),
        *(_row(_pieces(cell.pieces, language) for cell in row) for row in block.rows),
    ]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _figure(block: NumberedFigure, language: str) -> list[str]:
    caption = _caption(LABELS.figure, block)
    parts = [caption, _beginning(escape(block.subtitle))]
    return [*parts, _grid(block.table, language), *_below(block.sources, block.notes)]


def _caption(kind: str, block: NumberedTable | NumberedFigure) -> str:
    return f"**{kind} {block.number}.** {escape(block.title)}"


def _below(sources: tuple[Source, ...], notes: tuple[str, ...]) -> list[str]:
    named = [LABELS.over_sources(len(sources)) + "; ".join(map(_source, sources))] if sources else []
    return [*(_beginning(escape(each)) for each in notes), *named]


def _source(source: Source) -> str:
    words = escape(source.words or source.link)
    address = _ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", source.link)
    return f"[{words}]({address})" if address else words
