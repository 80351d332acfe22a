"""The annex: the register of duties, the evidence, the figures, the data, the files with their checksums, the terms."""

from collections.abc import Iterator
from dataclasses import replace

from stocktake.publish.divides_layout import rows_of
from stocktake.publish.report.model import Block, Cell, Subheading, TablePart
from stocktake.publish.report.sections.asked import asked_in
from stocktake.publish.report.sections.divides import divide_table
from stocktake.publish.report.sections.figures import audit_table
from stocktake.publish.report.sections.matter import Matter, text_source
from stocktake.publish.report.sections.own_words import words_table
from stocktake.publish.report.wording import cell, listed, number_cell, quoted, table
from stocktake.publish.review_evidence_layout import RUNGS
from stocktake.review.asked import Asked
from stocktake.review.evidence.model import Standing
from stocktake.review.words import capital, long_date

_EVERY = 10_000
_REGISTER = (
    ("Duty", 1.6),
    ("Verb", 1.6),
    ("Asked of", 2),
    ("What is asked", 4.3),
    ("By when", 1.6),
    ("Evidence", 1.4),
)
_EVIDENCE = (("Duty", 1.4), ("Evidence", 4), ("Says who", 3), ("Day", 1.2), ("Rung", 1.4))
_FILES = (("File", 4), ("Publisher", 2), ("Release", 1.4), ("Values", 0.8), ("SHA-256", 3))
_VERDICTS = (
    ("supported", "the figure is the published one"),
    ("consistent after rounding", "the two agree once both are rounded"),
    ("superseded", "a newer edition of the same source has another figure"),
    ("revised", "the publisher has changed the figure of the same year since"),
    ("stale", "it repeats an earlier text although newer data were there"),
    ("group changed", "it is of another group than in the text before; the two are no series"),
    ("definition changed", "it is of another measure or population than the words say or than before"),
    ("contradicted", "nothing published of the same thing bears it out"),
    ("expired target", "the year of the target has passed"),
    ("not checkable", "nothing held or on record measures it"),
    ("not bound", "its words do not tell which series it is of"),
)


def annex(matter: Matter) -> Iterator[Block]:
    """The parts of the annex."""
    yield Subheading("Register of what the texts in force ask")
    yield from _register(matter)
    yield Subheading("Evidence")
    yield from _evidence(matter)
    yield Subheading("Figures of all texts held")
    yield from _figures(matter)
    yield Subheading("Data on the divides")
    yield from _data(matter)
    yield Subheading("Texts and files")
    yield _texts(matter)
    yield from _files(matter)
    yield Subheading("Terms")
    yield _terms()


def _register(matter: Matter) -> Iterator[Block]:
    standings = {each.commitment: each for each in matter.review.standings}
    for text in matter.in_force:
        rows = [_duty(matter, each, standings.get(each.commitment.id)) for each in asked_in(matter, text)]
        made = table(f"What {matter.name(text.key)} asks, clause by clause", _REGISTER, rows)
        yield replace(made, sources=(text_source(text.key),))


def _duty(matter: Matter, asked: Asked, standing: Standing | None) -> tuple[Cell, ...]:
    duty = asked.commitment
    when = duty.deadline.text if duty.deadline else duty.recurrence.text if duty.recurrence else "–"
    corrected = " (corrected)" if asked.corrected.applied else ""
    return (
        cell(f"{duty.id}{corrected}"),
        cell(duty.verb or duty.strength),
        cell(capital(listed([each.name for each in duty.addressees]))),
        cell(quoted(duty.action or duty.quote, matter.language(asked.text))),
        cell(when),
        cell(standing.rung if standing else "–"),
    )


def _evidence(matter: Matter) -> Iterator[Block]:
    rows = [
        (
            cell(each.commitment),
            cell(proof.words),
            cell(proof.source),
            cell(long_date(proof.day) if proof.day else "–"),
            cell(proof.rung),
        )
        for each in matter.review.standings
        for proof in each.proofs
    ]
    yield table(
        "Evidence on the clauses in force", _EVIDENCE, rows or [_none("No evidence is held.", len(_EVIDENCE))]
    )
    if matter.review.contributions:
        yield words_table(matter)


def _none(words: str, columns: int) -> tuple[Cell, ...]:
    return (cell(words), *(cell("") for _ in range(columns - 1)))


def _figures(matter: Matter) -> Iterator[TablePart]:
    for text in (each for each in matter.review.texts if each.used):
        own = [each for each in matter.review.figures.figures if each.text == text.key]
        if own:
            yield audit_table(f"Figures printed in {matter.name(text.key)}", matter, own)


def _data(matter: Matter) -> Iterator[Block]:
    for divide in matter.review.divides:
        for measured in divide.measured:
            rows = rows_of(measured)
            if rows:
                yield divide_table(measured, rows, _EVERY)
    lacking = [(each.name, ", ".join(each.lacking)) for each in matter.review.divides if each.lacking]
    if lacking:
        columns = (("Divide", 2), ("Indicators of which nothing is held", 4))
        yield table("What is lacking", columns, [(cell(name), cell(codes)) for name, codes in lacking])


def _texts(matter: Matter) -> TablePart:
    rows = [
        (
            cell(each.key),
            cell("example" if each.example else each.document.data.status),
            cell(long_date(each.document.data.adopted) if each.document.data.adopted else "–"),
            number_cell(len(each.document.paragraphs)),
            cell(f"{each.document.source.name}, {each.document.source.sha256}"),
        )
        for each in matter.review.texts
    ]
    columns = (("Text", 2), ("Status", 1), ("Adopted", 1.4), ("Paragraphs", 1), ("File and SHA-256", 5))
    return table("Texts held", columns, rows)


def _files(matter: Matter) -> Iterator[TablePart]:
    rows = [
        (
            cell(each.name),
            cell(each.publisher or "not named"),
            cell(long_date(each.vintage.isoformat()) if each.vintage else "not known"),
            number_cell(each.observations),
            cell(each.sha256),
        )
        for each in matter.review.data_files
    ]
    if rows:
        yield table("Files of statistics held", _FILES, rows)


def _terms() -> TablePart:
    rows = [(cell(name), cell(means)) for name, means in (*RUNGS, *_VERDICTS)]
    return table("Rungs of evidence and verdicts on figures", (("Term", 2), ("Means", 5)), rows)
