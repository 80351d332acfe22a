"""The tables of texts: what is held, paragraphs, changes between two texts, lives of provisions, citations, events.

Knows which columns they have. The words of a paragraph are verbatim; where they stand is said in characters of the
text that ``stocktake read FILE --text`` prints.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from stocktake.documents.compare.model import Pair
from stocktake.documents.model import Paragraph
from stocktake.documents.threads.model import Life, Thread
from stocktake.publish.opendata.cells import joined, spans_text
from stocktake.publish.opendata.model import Column, Material, Reference, Table
from stocktake.review.model import Passage, Text

TO_TEXT = Reference(("text",), "texts", ("text",))
TO_PARAGRAPH = Reference(("text", "paragraph"), "paragraphs", ("text", "paragraph"))


class Placed(NamedTuple):
    """A thing of a text: the text's key, how many of its kind stand before it there and it itself, and the thing."""

    text: str
    number: int
    thing: Any


class _Changed(NamedTuple):
    old: str
    new: str
    number: int
    pair: Pair


class _Alive(NamedTuple):
    thread: Thread
    life: Life


class _Named(NamedTuple):
    thing: Any
    passage: Passage


def _texts(material: Material) -> tuple[Text, ...]:
    return material.review.texts


def _paragraphs(material: Material) -> Iterator[Placed]:
    for text in material.review.texts:
        yield from (Placed(text.key, number, each) for number, each in enumerate(text.document.paragraphs, 1))


def _changes(material: Material) -> Iterator[_Changed]:
    for (old, new), comparison in material.comparisons.items():
        yield from (_Changed(old, new, number, pair) for number, pair in enumerate(comparison.pairs, 1))


def _lives(material: Material) -> Iterator[_Alive]:
    threads = material.review.threads.threads if material.review.threads else ()
    yield from (_Alive(thread, life) for thread in threads for life in thread.lives)


def _citations(material: Material) -> Iterator[_Named]:
    yield from (_Named(cited, place) for cited in material.review.citations for place in cited.places)


def _events(material: Material) -> Iterator[_Named]:
    yield from (_Named(event, place) for event in material.review.events for place in event.passages)


def _words(operation: str, pair: Pair) -> str | None:
    """The words that were put in or taken out, run by run."""
    return " … ".join(run.text for run in pair.words if run.operation == operation) or None


_TEXTS = Table(
    "texts",
    "Texts",
    "One row for each text held: an adopted resolution or a draft of one.",
    (
        Column(
            "text", "What the data call it: its symbol, else its file's name.", lambda row: row.key, required=True
        ),
        Column("symbol", "The symbol printed.", lambda row: row.document.data.symbol),
        Column("title", "The title printed.", lambda row: row.document.data.title),
        Column("status", "adopted or draft.", lambda row: row.document.data.status, required=True),
        Column("organ", "The organ that adopts.", lambda row: row.document.data.organ),
        Column("session", "The number of the session.", lambda row: row.document.data.session, "integer"),
        Column("agenda_item", "As printed.", lambda row: row.document.data.agenda_item),
        Column("adopted", "The day of adoption.", lambda row: row.document.data.adopted, "date"),
        Column("distributed", "The day of distribution.", lambda row: row.document.data.distributed, "date"),
        Column("language", "ISO 639-1 code.", lambda row: row.document.data.language),
        Column(
            "paragraphs", "How many paragraphs and items.", lambda row: len(row.document.paragraphs), "integer"
        ),
        Column("used", "Whether the review reads it.", lambda row: row.used, "boolean"),
        Column("in_place_of", "The text that stands for this one too.", lambda row: row.twin_of),
        Column("invented", "Made up for demonstration.", lambda row: row.example, "boolean"),
        Column("file", "The file it was read from.", lambda row: row.document.source.name),
        Column("format", "Of the file.", lambda row: row.document.source.format),
        Column("sha256", "Of the file's bytes.", lambda row: row.document.source.sha256),
    ),
    _texts,
    ("text",),
    owner="texts",
)

_PARAGRAPHS = Table(
    "paragraphs",
    "Paragraphs",
    "One row for each paragraph or item of a text, with its words as printed.",
    (
        Column("text", "The text.", lambda row: row.text, required=True),
        Column("paragraph", "Its id: P1 in the preamble, 13 or 13(a).", lambda row: row.thing.id, required=True),
        Column("position", "Its place in the text, from 1.", lambda row: row.number, "integer"),
        Column("kind", "preambular, operative or item.", lambda row: row.thing.kind),
        Column(
            "verb", "The leading verb, which the United Nations prints in italics.", lambda row: _verb(row.thing)
        ),
        Column("words", "Verbatim, from the verb on.", lambda row: row.thing.text),
        Column("notes", "The marks of its notes.", lambda row: joined(row.thing.notes)),
        Column("spans", "Where the words stand in the source text.", lambda row: spans_text(row.thing.spans)),
    ),
    _paragraphs,
    ("text", "paragraph"),
    (TO_TEXT,),
    "texts",
)


def _verb(paragraph: Paragraph) -> str | None:
    return paragraph.verb or None


_CHANGES = Table(
    "changes",
    "Changes between two texts",
    "One row for each paragraph of two texts that are compared: what continues what, what is new, what is gone.",
    (
        Column("from_text", "The earlier text.", lambda row: row.old, required=True),
        Column("to_text", "The later text.", lambda row: row.new, required=True),
        Column(
            "position", "Its place in the comparison, from 1.", lambda row: row.number, "integer", required=True
        ),
        Column("from_paragraphs", "In the earlier text; empty where it is new.", lambda row: joined(row.pair.old)),
        Column("to_paragraphs", "In the later text; empty where it is gone.", lambda row: joined(row.pair.new)),
        Column("change", "identical, edited, split, merged, added or dropped.", lambda row: row.pair.change),
        Column("moved", "Out of the order of its neighbours.", lambda row: row.pair.moved, "boolean"),
        Column("crosses", "Between preamble and operative part.", lambda row: row.pair.crosses, "boolean"),
        Column("from_verb", "The leading verb before.", lambda row: row.pair.verb.old),
        Column("to_verb", "The leading verb after.", lambda row: row.pair.verb.new),
        Column("verb_shift", "weaker, stronger, same or changed.", lambda row: row.pair.verb.shift),
        Column("words_out", "The words taken out.", lambda row: _words("delete", row.pair)),
        Column("words_in", "The words put in.", lambda row: _words("insert", row.pair)),
    ),
    _changes,
    ("from_text", "to_text", "position"),
    (Reference(("from_text",), "texts", ("text",)), Reference(("to_text",), "texts", ("text",))),
    "texts",
)

_LIVES = Table(
    "provision_lives",
    "Lives of provisions",
    "One row for each provision in each text held in which it stands.",
    (
        Column(
            "provision", "Where it was first seen: text and paragraph.", lambda row: row.thread.id, required=True
        ),
        Column("document", "The text, by its symbol.", lambda row: row.life.document, required=True),
        Column("paragraphs", "Where it stands there.", lambda row: joined(row.life.paragraphs)),
        Column("change", "Since the text held before.", lambda row: row.life.change),
        Column("words", "How many words it has there.", lambda row: row.life.words, "integer"),
        Column("gone_in", "The text held that no longer has the provision.", lambda row: row.thread.gone_in),
        Column("years", "From its first text held to its last.", lambda row: row.thread.age, "integer"),
        Column(
            "older_possible",
            "Texts before its first are not held.",
            lambda row: row.thread.older_possible,
            "boolean",
        ),
        Column("note", "What is not known.", lambda row: row.thread.note or None),
    ),
    _lives,
    ("provision", "document"),
)

_CITATIONS = Table(
    "citations",
    "Documents cited",
    "One row for each place in which a text cites a document.",
    (
        Column(
            "cited", "The canonical symbol of the document cited.", lambda row: row.thing.symbol, required=True
        ),
        Column("held", "What the data call it, where it is held.", lambda row: row.thing.held),
        Column("text", "The text that cites it.", lambda row: row.passage.text, required=True),
        Column("place", "The paragraph, or the note.", lambda row: row.passage.place, required=True),
    ),
    _citations,
    ("cited", "text", "place"),
    (TO_TEXT, Reference(("held",), "texts", ("text",))),
)

_EVENTS = Table(
    "events",
    "Events named",
    "One row for each place in which a text names an event with a date.",
    (
        Column("event", "Its name as printed.", lambda row: row.thing.name, required=True),
        Column("place", "Where it is held, where the text says so.", lambda row: row.thing.place),
        Column("starts", "A day, month or year.", lambda row: row.thing.start, required=True),
        Column("ends", "A day, month or year.", lambda row: row.thing.end),
        Column("state", "past, now or ahead on the day of the review.", lambda row: row.thing.when),
        Column("text", "The text that names it.", lambda row: row.passage.text, required=True),
        Column("paragraph", "The paragraph.", lambda row: row.passage.place, required=True),
    ),
    _events,
    references=(TO_PARAGRAPH,),
    owner="texts",
)

TEXT_TABLES = (_TEXTS, _PARAGRAPHS, _CHANGES, _LIVES, _CITATIONS, _EVENTS)
