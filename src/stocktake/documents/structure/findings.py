"""What there is to say of a document once it is read: gaps, orphans, several texts in one, unexplained words.

Knows the rules a whole resolution keeps; looks at the finished document only.
"""

from collections.abc import Iterator
from dataclasses import replace

from stocktake.documents.model import Document, Status
from stocktake.documents.sources.line import Line
from stocktake.documents.structure.language import RIGHT_TO_LEFT
from stocktake.findings import Code, Finding
from stocktake.frameworks.text_kinds import text_kind
from stocktake.values.span import squeeze
from stocktake.values.symbol import parse_short

_UNEXPLAINED_SHARE = 0.005
# A heading with masthead, session, agenda item and title; exports break it into short lines with blank ones between.
_HEADING_LINES = 80
_QUOTED = 60


def find_faults(document: Document, heading_marks: frozenset[str], second: Line | None) -> tuple[Finding, ...]:
    """All findings of the rules below, in the order of the rules."""
    found = [
        *_language(document),
        *_no_paragraphs(document),
        *_several_texts(second),
        *_numbering(document),
        *_truncated(document),
        *_notes(document, heading_marks),
        *_unexplained(document),
        *_annexes(document),
    ]
    return tuple(found)


def _language(document: Document) -> Iterator[Finding]:
    language = document.data.language
    if language in RIGHT_TO_LEFT:
        yield Finding(
            Code.RIGHT_TO_LEFT, "document", "The text runs from right to left.", "Compare it with the PDF."
        )
    if language not in (None, "en"):
        yield Finding(
            Code.LANGUAGE_UNHANDLED,
            "document",
            f"The text is in the language {language!r}; the rules of reading are those of English texts.",
            "Read the English version of the document.",
        )


def _no_paragraphs(document: Document) -> Iterator[Finding]:
    if document.paragraphs:
        return
    kind = text_kind(squeeze(line) for line in document.source_text.splitlines()[:_HEADING_LINES])
    advice = "Check that the file is a resolution or a draft of one."
    yield Finding(Code.NO_PARAGRAPHS, "document", "No preambular or operative paragraph was found.", advice)
    yield Finding(
        Code.NOT_A_RESOLUTION,
        "document",
        f"By its heading the text is {kind}; of such texts nothing is read."
        if kind
        else "No line names an organ (“The General Assembly,”) above paragraphs.",
        "Read the resolution it belongs to, or look at the text itself." if kind else advice,
    )


def _several_texts(second: Line | None) -> Iterator[Finding]:
    if second is not None:
        yield Finding(
            Code.SEVERAL_TEXTS,
            "document",
            f"A second text begins at “{squeeze(second.text)[:_QUOTED]}”; only the first was read.",
            "Cut the file in two and add each.",
        )


def _numbering(document: Document) -> Iterator[Finding]:
    expected = 1
    for paragraph in document.paragraphs:
        if paragraph.kind != "operative" or paragraph.number is None or not paragraph.number.isdigit():
            continue
        number = int(paragraph.number)
        if number not in (expected, 1):
            yield Finding(
                Code.NUMBERING_GAP,
                paragraph.id,
                f"Paragraph {number} follows where {expected} was expected.",
                "Compare with the source: a number may be misprinted or a paragraph lost.",
            )
        expected = number + 1


def _truncated(document: Document) -> Iterator[Finding]:
    if not document.paragraphs:
        return
    last = document.paragraphs[-1]
    if last.text and last.text.rstrip("”’\"')]")[-1:] not in (".", ";", ","):
        yield Finding(
            Code.PARAGRAPH_TRUNCATED,
            last.id,
            f"The last paragraph ends in mid-sentence: “…{last.text[-_QUOTED:]}”.",
            "Check that the file is whole.",
        )


def _notes(document: Document, heading_marks: frozenset[str]) -> Iterator[Finding]:
    marks = {note.mark for note in document.notes}
    for note in document.notes:
        if not note.paragraphs and note.mark not in heading_marks:
            yield Finding(
                Code.NOTE_WITHOUT_MARK, f"note {note.mark}", "No paragraph carries the mark of this note.", ""
            )
    for paragraph in document.paragraphs:
        for mark in paragraph.notes:
            if mark not in marks:
                yield Finding(
                    Code.MARK_WITHOUT_NOTE,
                    paragraph.id,
                    f"The mark {mark} calls a note that is not in the text.",
                    "",
                )


def _unexplained(document: Document) -> Iterator[Finding]:
    length = sum(end - start for start, end in document.coverage.unexplained)
    if not length:
        return
    start, end = document.coverage.unexplained[0]
    share = length / document.coverage.characters
    first = squeeze(document.source_text[start:end])[:_QUOTED]
    yield Finding(
        Code.UNEXPLAINED_TEXT,
        "document",
        f"{length} characters ({share:.1%}) were not understood, first “{first}”.",
        "See coverage.unexplained."
        if share < _UNEXPLAINED_SHARE
        else "Look at coverage.unexplained before relying on it.",
    )


def _annexes(document: Document) -> Iterator[Finding]:
    for count, annex in enumerate(document.annexes, 1):
        yield Finding(
            Code.ANNEX_NOT_SEARCHED,
            "annex" if len(document.annexes) == 1 else f"annex {count}",
            f"“{squeeze(annex.title)[:_QUOTED]}” ({len(annex.text.split())} words) is kept as one text; duties and"
            " figures are not looked for in it.",
            "Look through the annex yourself.",
        )


def given_by_user(document: Document, symbol: str | None, status: Status | None) -> Document:
    """The document with the symbol and status that the user gave, and findings that say so."""
    data, findings = document.data, document.findings
    if symbol is not None:
        canonical = str(parse_short(symbol))
        message = f"The symbol {canonical} was given by the user; the text prints {data.symbol or 'none'}."
        findings += (Finding(Code.SYMBOL_GIVEN, "heading", message),)
        data = replace(data, symbol=canonical)
    if status is not None:
        message = f"The status {status} was given by the user; by its heading the text is {data.status}."
        findings += (Finding(Code.STATUS_GIVEN, "heading", message),)
        data = replace(data, status=status)
    return replace(document, data=data, findings=findings)
