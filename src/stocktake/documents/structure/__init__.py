"""Lines to a document: furniture, notes, heading, paragraphs, closing line, annexes, each in its module.

``sorting`` tells what each line is; this file makes the document of the sorted lines.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from stocktake.documents.model import Annex, Document, Heading, HeadingData, Paragraph, Provenance, Status
from stocktake.documents.sources.line import Line, SourceText
from stocktake.documents.structure.body import organ_of
from stocktake.documents.structure.closing import parse_votes
from stocktake.documents.structure.findings import find_faults, given_by_user
from stocktake.documents.structure.heading import read_heading
from stocktake.documents.structure.language import language_of
from stocktake.documents.structure.paragraphs import make_notes, make_paragraphs
from stocktake.documents.structure.sorting import Layout, coverage_of, lay_out
from stocktake.documents.structure.words import passage
from stocktake.values.span import squeeze


def build_document(source: SourceText, *, symbol: str | None = None, status: Status | None = None) -> Document:
    """The document that a source holds.

    Args:
        source: A file, read.
        symbol: The document's symbol, where the user says it; findings then say so.
        status: Adopted or draft, where the user says it.

    A source that is no resolution gives a document without paragraphs and a finding, never an error.
    """
    layout = lay_out(source)
    vocabulary = _vocabulary(layout.lines) if source.format == "pdf" else None
    named = make_paragraphs(layout.source, layout.body.paragraphs, vocabulary)
    paragraphs = tuple(each.paragraph for each in named)
    notes = make_notes(layout.source, layout.notes, paragraphs, vocabulary)
    language = language_of(source.text)
    data = replace(_heading_data(layout), language=language)
    document = Document(
        data=data,
        source=Provenance(source.name, source.format, source.sha256),
        paragraphs=paragraphs,
        notes=notes,
        headings=_headings(layout, paragraphs),
        annexes=_annexes(layout, vocabulary),
        votes=parse_votes(" ".join(squeeze(line.text) for line in layout.vote)),
        coverage=coverage_of(layout),
        findings=source.findings + tuple(finding for each in named for finding in each.findings),
        source_text=source.text,
    )
    document = replace(
        document, findings=document.findings + find_faults(document, layout.heading_marks, layout.second)
    )
    return given_by_user(document, symbol, status)


def _vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """The words of the document that no line break parts, in lower case."""
    words: set[str] = set()
    for line in lines:
        words.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-?\s*$)", line.text.lower()))
    return frozenset(words)


def _heading_data(layout: Layout) -> HeadingData:
    organ_line = layout.body.organ_lines[0] if layout.body.organ_lines else None
    organ = organ_of(organ_line) if organ_line else None
    if not layout.body.paragraphs:
        return HeadingData()
    return read_heading(
        layout.heading, layout.trailer, layout.furniture, organ[0] if organ else None, layout.closing
    )


def _headings(layout: Layout, paragraphs: Sequence[Paragraph]) -> tuple[Heading, ...]:
    return tuple(
        Heading(
            squeeze(" ".join(line.text for line in block)),
            paragraphs[count].id if count < len(paragraphs) else None,
        )
        for count, block in layout.body.headings
    )


def _annexes(layout: Layout, vocabulary: frozenset[str] | None) -> tuple[Annex, ...]:
    annexes: list[Annex] = []
    for lines in layout.annexes:
        title, rest = _annex_title(lines)
        words = passage(layout.source.text, rest, vocabulary=vocabulary)
        annexes.append(Annex(title, words.text, words.spans))
    return tuple(annexes)


def _annex_title(lines: Sequence[Line]) -> tuple[str, Sequence[Line]]:
    """The title line and the block of bold lines under it."""
    count = 1
    while count < len(lines) and lines[count].bold and (count == 1 or not lines[count].gap):
        count += 1
    return squeeze(" ".join(line.text for line in lines[:count])), lines[count:]
