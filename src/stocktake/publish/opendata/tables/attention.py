"""The tables of the review itself: what wants attention, remarks on the texts, the files it was made from."""

from collections.abc import Iterator
from typing import NamedTuple

from stocktake.publish.opendata.cells import joined
from stocktake.publish.opendata.model import Column, Material, Table
from stocktake.publish.opendata.tables.texts import TO_TEXT
from stocktake.publish.opendata.taken import taken_from_statistics
from stocktake.review.model import Attention, Passage, Remark


class _Ranked(NamedTuple):
    rank: int
    attention: Attention


class _File(NamedTuple):
    name: str
    kind: str
    sha256: str
    format: str | None = None
    publisher: str | None = None
    title: str | None = None
    vintage: str | None = None
    observations: int | None = None
    licence: str | None = None
    fault: str | None = None


def _attention(material: Material) -> Iterator[_Ranked]:
    yield from (_Ranked(rank, each) for rank, each in enumerate(material.review.attention, 1))


def _findings(material: Material) -> tuple[Remark, ...]:
    return material.review.remarks


def _source_files(material: Material) -> Iterator[_File]:
    review, licences = material.review, taken_from_statistics(material).licences
    for text in review.texts:
        source = text.document.source
        yield _File(source.name, "text", source.sha256, source.format)
    for each in review.data_files:
        yield _File(
            each.name,
            "statistics",
            each.sha256,
            each.format,
            each.publisher,
            each.title,
            each.vintage.isoformat() if each.vintage else None,
            each.observations,
            licences.get(each.sha256),
        )
    yield from (_File(each.name, "damaged", each.sha256, fault=each.what) for each in review.damages)


def _place(passage: Passage) -> str:
    return f"{passage.text}:{passage.place}" if passage.place else passage.text


_ATTENTION = Table(
    "attention",
    "What wants attention",
    "One row for each thing that a person should look at, the gravest first.",
    (
        Column("position", "From 1.", lambda row: row.rank, "integer", required=True),
        Column("rule", "That raised it.", lambda row: row.attention.rule),
        Column("words", "What it is.", lambda row: row.attention.words),
        Column("because", "Why it matters.", lambda row: row.attention.because or None),
        Column("places", "Text and paragraph.", lambda row: joined(map(_place, row.attention.passages))),
    ),
    _attention,
    ("position",),
)

_FINDINGS = Table(
    "findings",
    "Remarks on reading",
    "One row for each remark made when a text was read.",
    (
        Column("text", "The text.", lambda row: row.text, required=True),
        Column("code", "Of the remark.", lambda row: row.finding.code.value, required=True),
        Column("place", "In the text.", lambda row: row.finding.place),
        Column("message", "What was seen.", lambda row: row.finding.message),
        Column("advice", "What to do.", lambda row: row.finding.advice or None),
    ),
    _findings,
    references=(TO_TEXT,),
)

_SOURCES = Table(
    "sources",
    "Sources",
    "One row for each file that the review was made from.",
    (
        Column("file", "Its name.", lambda row: row.name, required=True),
        Column("kind", "text, statistics or damaged.", lambda row: row.kind, required=True),
        Column("sha256", "Of its bytes.", lambda row: row.sha256, required=True),
        Column("format", "As which it was read.", lambda row: row.format),
        Column("publisher", "Who published it.", lambda row: row.publisher),
        Column("title", "What the publisher calls it.", lambda row: row.title),
        Column("vintage", "The day of the release.", lambda row: row.vintage, "date"),
        Column("observations", "How many it holds.", lambda row: row.observations, "integer"),
        Column("licence", "As the file prints it; empty where it prints none.", lambda row: row.licence),
        Column("fault", "Why it cannot be used.", lambda row: row.fault),
    ),
    _source_files,
)

REVIEW_TABLES = (_ATTENTION, _FINDINGS, _SOURCES)
