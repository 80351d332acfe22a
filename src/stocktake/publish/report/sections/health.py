"""Mandates that may need attention: signs by rule, with the paragraphs that show them. Advice, no judgement."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stocktake.publish.report.model import Block, Runs, TablePart
from stocktake.publish.report.sections.matter import Matter, text_source
from stocktake.publish.report.wording import (
    agreeing,
    cell,
    leading,
    listed,
    number_cell,
    paragraph,
    plain,
    points,
    quoted,
    runs,
    short_place,
    table,
)
from stocktake.review.health_model import Health, HealthNote
from stocktake.review.words import capital, opening, place_name

_COLUMNS = (("Sign", 3.4), ("Number", 0.8), ("Paragraphs", 3))
_MOST_SHOWN = 10
_EACH = 2
_OPENING = 120


def health(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    told = {each.key for each in matter.told}
    every = [each for each in matter.review.health if each.notes and each.document in told]
    if not every:
        yield paragraph("No sign was found in the texts in force.")
        return
    for each in every:
        yield paragraph(
            f"{leading(len(each.notes), 'sign')} that a drafter may want to look at "
            f"{agreeing(len(each.notes), 'was', 'were')} found in {matter.name(each.document)}. None of them "
            "says that a "
            "paragraph is wrong."
        )
        yield _table(matter, each)
        shown = _chosen(each)
        yield paragraph("Examples, at most two of each kind:" if len(shown) < len(each.notes) else "They are:")
        yield from points((_point(matter, each.document, note) for note in shown), len(shown), "")


def _table(matter: Matter, each: Health) -> TablePart:
    rows = []
    for rule in each.rules:
        notes = [note for note in each.notes if note.rule == rule.name]
        places = list(dict.fromkeys(note.paragraph for note in notes))
        rows.append(
            (
                cell(rule.shows),
                number_cell(len(notes)),
                cell(listed([short_place(place) for place in places]) if places else "–"),
            )
        )
    made = table(f"Signs in {matter.name(each.document)}", _COLUMNS, rows)
    return replace(made, sources=(text_source(each.document),))


def _chosen(each: Health) -> Sequence[HealthNote]:
    """The first signs of each rule."""
    own = [[note for note in each.notes if note.rule == rule.name][:_EACH] for rule in each.rules]
    return [note for notes in own for note in notes][:_MOST_SHOWN]


def _point(matter: Matter, document: str, note: HealthNote) -> Runs:
    return runs(
        f"{capital(place_name(note.paragraph))}: ",
        quoted(opening(note.quote, _OPENING), matter.language(document), text_source(document, note.paragraph)),
        plain(f". {matter.said(note.because)}"),
    )
