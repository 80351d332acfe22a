"""The tables of figures: what the texts print, the value it is bound to, verdicts, contradictions, expired targets.

Knows which columns they have. Nothing published is made up; a figure that is not bound says why.
"""

from collections.abc import Iterator
from typing import Any

from stocktake.publish.opendata.cells import day, joined, spans_text
from stocktake.publish.opendata.model import Column, Material, Reference, Table
from stocktake.publish.opendata.tables.texts import TO_PARAGRAPH, TO_TEXT, Placed
from stocktake.review.figures.model import Audited, Place, Value, Verdict

TO_FIGURE = Reference(("text", "figure"), "figures", ("text", "figure"))


def _counted(material: Material) -> Iterator[tuple[str, Audited]]:
    """The figures with a name each: the paragraph, and which figure of it; ``13~2``."""
    seen: dict[tuple[str, str], int] = {}
    for each in material.review.figures.figures:
        place = (each.text, each.figure.paragraph)
        seen[place] = seen.get(place, 0) + 1
        yield f"{each.figure.paragraph}~{seen[place]}", each


def _verdicts(material: Material) -> Iterator[tuple[str, Audited, int, Verdict]]:
    for name, audited in _counted(material):
        yield from ((name, audited, number, each) for number, each in enumerate(audited.verdicts, 1))


def _numbered(things: tuple[Any, ...]) -> Iterator[Placed]:
    seen: dict[str, int] = {}
    for each in things:
        seen[each.text] = seen.get(each.text, 0) + 1
        yield Placed(each.text, seen[each.text], each)


def _against(against: Value | Place) -> str:
    if isinstance(against, Place):
        return f"{against.text}:{against.paragraph} “{against.printed}”"
    return f"{against.indicator} {against.area} {against.period}: {against.value:g} ({against.source})"


def _bound(row: tuple[str, Audited], name: str) -> Any:
    return getattr(row[1].binding.bound, name, None)


_FIGURES = Table(
    "figures",
    "Figures in the texts",
    "One row for each quantity about the world that a text prints, with the published value that it is bound to.",
    (
        Column("text", "The text.", lambda row: row[1].text, required=True),
        Column("figure", "The paragraph, and which figure of it.", lambda row: row[0], required=True),
        Column("paragraph", "The paragraph.", lambda row: row[1].figure.paragraph, required=True),
        Column("printed", "As printed.", lambda row: row[1].figure.printed),
        Column("value", "The number; the lower one of a range.", lambda row: row[1].figure.value, "number"),
        Column("upper", "The higher number of a range.", lambda row: row[1].figure.upper, "number"),
        Column("unit", "Of the number.", lambda row: row[1].figure.unit),
        Column("comparator", "The word before it.", lambda row: row[1].figure.comparator),
        Column(
            "kind",
            "level, change (or how far one differs from another) or target.",
            lambda row: row[1].figure.kind,
        ),
        Column("measure", "What is measured.", lambda row: row[1].figure.measure),
        Column("group_name", "Whose, in the words of the United Nations.", lambda row: row[1].figure.group),
        Column("sex", "female or male.", lambda row: row[1].figure.sex),
        Column("location", "urban or rural.", lambda row: row[1].figure.location),
        Column("year", "The year it is of.", lambda row: row[1].figure.year, "integer"),
        Column("verdicts", "The gravest first.", lambda row: joined(each.verdict for each in row[1].verdicts)),
        Column("bound_indicator", "The indicator it is bound to.", lambda row: _bound(row, "indicator")),
        Column("bound_area", "The code of the area or group.", lambda row: _bound(row, "area")),
        Column("bound_year", "The year of the value.", lambda row: _bound(row, "period")),
        Column("bound_value", "As published.", lambda row: _bound(row, "value"), "number"),
        Column("bound_unit", "Of the value.", lambda row: _bound(row, "unit")),
        Column("bound_edition", "What it was published in.", lambda row: _bound(row, "edition")),
        Column("bound_published", "The day of the edition.", lambda row: day(_bound(row, "published")), "date"),
        Column("bound_source", "The file and row, or the record.", lambda row: _bound(row, "source")),
        Column("because", "Why this value, or why none.", lambda row: row[1].binding.because),
        Column("words", "The clause, verbatim.", lambda row: row[1].figure.quote),
        Column("spans", "Where it stands in the source text.", lambda row: spans_text(row[1].figure.spans)),
        Column("notes", "The marks of the notes in it.", lambda row: joined(row[1].figure.notes)),
    ),
    _counted,
    ("text", "figure"),
    (TO_TEXT, TO_PARAGRAPH),
)

_VERDICTS = Table(
    "verdicts",
    "Verdicts on figures",
    "One row for each verdict on a figure; several may hold at once.",
    (
        Column("text", "The text.", lambda row: row[1].text, required=True),
        Column("figure", "The figure.", lambda row: row[0], required=True),
        Column("position", "The gravest first.", lambda row: row[2], "integer", required=True),
        Column("verdict", "Its name.", lambda row: row[3].verdict),
        Column("because", "How it follows.", lambda row: row[3].because),
        Column("against", "What it was held against.", lambda row: joined(map(_against, row[3].against))),
    ),
    _verdicts,
    ("text", "figure", "position"),
    (TO_FIGURE,),
)

_CONTRADICTIONS = Table(
    "contradictions",
    "Figures that cannot all hold",
    "One row for each set of figures of one text that cannot all hold.",
    (
        Column("text", "The text.", lambda row: row.text, required=True),
        Column("position", "Its place in the text, from 1.", lambda row: row.number, "integer", required=True),
        Column("places", "The figures.", lambda row: joined(map(_against, row.thing.places))),
        Column("because", "The derivation.", lambda row: row.thing.because),
    ),
    lambda material: _numbered(material.review.figures.contradictions),
    ("text", "position"),
    (TO_TEXT,),
)

_EXPIRED = Table(
    "expired_targets",
    "Targets whose year has passed",
    "One row for each target that a text still names although its year has passed.",
    (
        Column("text", "The text.", lambda row: row.text, required=True),
        Column("position", "Its place in the text, from 1.", lambda row: row.number, "integer", required=True),
        Column("paragraph", "The paragraph.", lambda row: row.thing.paragraph),
        Column("year", "The year that has passed.", lambda row: row.thing.year, "integer"),
        Column("target", "The record of the frameworks.", lambda row: row.thing.target),
        Column("since", "Earlier texts that carry the same words.", lambda row: joined(row.thing.since)),
        Column("because", "How it is known.", lambda row: row.thing.because),
        Column("words", "Verbatim.", lambda row: row.thing.quote),
        Column("spans", "Where they stand in the source text.", lambda row: spans_text(row.thing.spans)),
    ),
    lambda material: _numbered(material.review.figures.expired),
    ("text", "position"),
    (TO_TEXT,),
)

_REPLACEMENTS = Table(
    "replacements",
    "Newer numbers for the next text",
    "One row for each number of a text that newer statistics could take the place of: an option, no advice.",
    (
        Column("text", "The text.", lambda row: row.text, required=True),
        Column("position", "Its place in the text, from 1.", lambda row: row.number, "integer", required=True),
        Column("paragraph", "The paragraph.", lambda row: row.thing.paragraph),
        Column("old_words", "The words as they are.", lambda row: row.thing.old),
        Column("new_words", "What would stand there.", lambda row: row.thing.new),
        Column("because", "What it rests on.", lambda row: row.thing.because),
        Column("source", "The file with its row.", lambda row: row.thing.source.source),
    ),
    lambda material: _numbered(material.review.figures.replacements),
    ("text", "position"),
    (TO_TEXT,),
)

FIGURE_TABLES = (_FIGURES, _VERDICTS, _CONTRADICTIONS, _EXPIRED, _REPLACEMENTS)
