"""A document to the JSON that ``stocktake read --json`` prints, and back.

Knows the shape ``stocktake/document/1`` (``schemas/document.schema.json``), its order of keys and how JSON is laid
out. The JSON does not hold the source text that the spans point into: who reads it back brings that along.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from stocktake.documents.formats.schema import load_schema, schema_faults
from stocktake.documents.model import (
    Annex,
    Coverage,
    Document,
    Heading,
    HeadingData,
    Note,
    NoteMark,
    Paragraph,
    Provenance,
    Votes,
)
from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.values.span import Span

SCHEMA = "stocktake/document/1"

# The contract's fields first, in its order; then those that were added since.
_HEADING_DATA = (
    "symbol",
    "title",
    "organ",
    "session",
    "agenda_item",
    "status",
    "adopted",
    "distributed",
    "committee_report",
    "plenary",
    "language",
    "committee",
    "based_on",
    "draft_label",
)
_LISTED = 20
_HALF_SIGN = re.compile("[\ud800-\udfff]")
_PAIR = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")


def dump_json(data: Any) -> str:
    """The JSON text of ``data``: UTF-8 characters as they are, two spaces of indent, a line break at the end.

    A pair of numbers (a span) stands on one line; half of a surrogate pair, which has no UTF-8, as its escape. Same
    data, same text.

    Raises:
        ValueError: A number is infinite or none, for which JSON has no word.
    """
    import msgspec

    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    if _HALF_SIGN.search(text) is None:
        # The standard library lays out as well, in three times the time.
        laid_out = msgspec.json.format(text, indent=2)
    else:
        laid_out = _HALF_SIGN.sub(_escaped, json.dumps(data, ensure_ascii=False, indent=2))
    return _PAIR.sub(r"[\1, \2]", laid_out) + "\n"


def _escaped(half: re.Match[str]) -> str:
    return f"\\u{ord(half.group()):04x}"


def document_to_json(document: Document) -> dict[str, Any]:
    """The document as JSON data, keys in the contract's order."""
    return {
        "schema": SCHEMA,
        **{name: getattr(document.data, name) for name in _HEADING_DATA},
        "source": asdict(document.source),
        "paragraphs": [_paragraph(each) for each in document.paragraphs],
        "notes": [_note(each) for each in document.notes],
        "headings": [{"text": each.text, "before": each.before} for each in document.headings],
        "annexes": [
            {"title": each.title, "text": each.text, "spans": _pairs(each.spans)} for each in document.annexes
        ],
        "votes": _votes(document.votes),
        "coverage": _coverage(document.coverage, document.source_text),
        "findings": [
            {"code": each.code.value, "place": each.place, "message": each.message, "advice": each.advice}
            for each in document.findings
        ],
    }


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "id": paragraph.id,
        "kind": paragraph.kind,
        "number": paragraph.number,
        "verb": paragraph.verb or None,
        "text": paragraph.text,
        "notes": list(paragraph.notes),
        "spans": _pairs(paragraph.spans),
        "marks": [{"mark": each.mark, "at": each.at} for each in paragraph.marks],
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "mark": note.mark,
        "text": note.text,
        "paragraphs": list(note.paragraphs),
        "spans": _pairs(note.spans),
    }


def _votes(votes: Votes | None) -> dict[str, int] | None:
    if votes is None:
        return None
    return {"for": votes.in_favour, "against": votes.against, "abstaining": votes.abstaining}


def _coverage(coverage: Coverage, source_text: str) -> dict[str, Any]:
    return {
        "characters": coverage.characters,
        "paragraphs": coverage.paragraphs,
        "notes": coverage.notes,
        "heading": coverage.heading,
        "furniture": coverage.furniture,
        "unexplained": [
            {"span": [start, end], "text": source_text[start:end]} for start, end in coverage.unexplained
        ],
    }


def document_from_json(data: Any, source_text: str) -> Document:
    """The document that ``document_to_json`` wrote as ``data``; ``source_text`` is what its spans point into.

    Raises:
        InputError: ``data`` is not of the shape, or does not fit ``source_text``; all faults are named by their
            JSON path (the first twenty, where there are more).
    """
    faults = schema_faults(data, load_schema("document")) or list(_misfits(data, source_text))
    if faults:
        raise _not_a_document(faults)
    return Document(
        data=HeadingData(**{name: data[name] for name in _HEADING_DATA}),
        source=Provenance(**data["source"]),
        paragraphs=tuple(_read_paragraph(each) for each in data["paragraphs"]),
        notes=tuple(_read_note(each) for each in data["notes"]),
        headings=tuple(Heading(**each) for each in data["headings"]),
        annexes=tuple(Annex(each["title"], each["text"], _spans(each["spans"])) for each in data["annexes"]),
        votes=_read_votes(data["votes"]),
        coverage=_read_coverage(data["coverage"]),
        findings=tuple(Finding(**{**each, "code": Code(each["code"])}) for each in data["findings"]),
        source_text=source_text,
    )


def _not_a_document(faults: Sequence[str]) -> InputError:
    more = len(faults) - _LISTED
    named = [*faults[:_LISTED], *([f"and {more} more faults"] if more > 0 else [])]
    return InputError(
        expected=f"a document of the shape {SCHEMA}",
        came="; ".join(named),
        where="JSON",
        advice="Write it again with `stocktake read --json`.",
    )


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _read_paragraph(data: dict[str, Any]) -> Paragraph:
    return Paragraph(
        id=data["id"],
        kind=data["kind"],
        number=data["number"],
        verb=data["verb"] or "",
        text=data["text"],
        marks=tuple(NoteMark(**each) for each in data["marks"]),
        spans=_spans(data["spans"]),
    )


def _read_note(data: dict[str, Any]) -> Note:
    return Note(data["mark"], data["text"], tuple(data["paragraphs"]), _spans(data["spans"]))


def _read_votes(data: dict[str, int] | None) -> Votes | None:
    return None if data is None else Votes(data["for"], data["against"], data["abstaining"])


def _read_coverage(data: dict[str, Any]) -> Coverage:
    unexplained = tuple(Span(*each["span"]) for each in data["unexplained"])
    counts = {name: count for name, count in data.items() if name != "unexplained"}
    return Coverage(**counts, unexplained=unexplained)


def _misfits(data: dict[str, Any], source_text: str) -> Iterator[str]:
    """Faults that no schema can state: what one field says against another, or against the source text."""
    size = len(source_text)
    if data["coverage"]["characters"] != size:
        counted = data["coverage"]["characters"]
        yield f"$.coverage.characters is {counted}, but the source text has {size} characters"
    for path, (start, end) in _all_spans(data):
        if not start <= end <= size:
            yield f"{path} is [{start}, {end}], which lies outside the source text"
    for index, paragraph in enumerate(data["paragraphs"]):
        yield from _mark_misfits(paragraph, f"$.paragraphs[{index}]")
    for index, finding in enumerate(data["findings"]):
        if finding["code"] not in set(Code):
            yield f"$.findings[{index}].code is {finding['code']!r}, which is no code of a finding"


def _all_spans(data: dict[str, Any]) -> Iterator[tuple[str, list[int]]]:
    for field in ("paragraphs", "notes", "annexes"):
        for index, each in enumerate(data[field]):
            for number, span in enumerate(each["spans"]):
                yield f"$.{field}[{index}].spans[{number}]", span
    for index, each in enumerate(data["coverage"]["unexplained"]):
        yield f"$.coverage.unexplained[{index}].span", each["span"]


def _mark_misfits(paragraph: dict[str, Any], path: str) -> Iterator[str]:
    places = [each["at"] for each in paragraph["marks"]]
    if places != sorted(places) or any(place > len(paragraph["text"]) for place in places):
        yield f"{path}.marks do not stand in the text in order of place"
    if paragraph["notes"] != list(dict.fromkeys(each["mark"] for each in paragraph["marks"])):
        yield f"{path}.notes are not the marks of {path}.marks"
