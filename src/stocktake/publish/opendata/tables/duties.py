"""The tables of what is asked: duties with their state and evidence, what became of them, dates, health, corrections.

Knows which columns they have. No evidence found is not "not done"; the rungs are those of ``docs/tasks``.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from stocktake.documents.cycles.model import Cycle, Stage
from stocktake.publish.opendata.cells import day, joined, spans_text
from stocktake.publish.opendata.model import Column, Material, Reference, Table
from stocktake.publish.opendata.tables.texts import TO_PARAGRAPH, TO_TEXT, Placed
from stocktake.review.asked import Asked, addressee_names
from stocktake.review.calendar import CalendarEntry
from stocktake.review.corrected import Applied
from stocktake.review.evidence.model import Proof, Standing

TO_DUTY = Reference(("text", "duty"), "duties", ("text", "duty"))


class _Weighed(NamedTuple):
    asked: Asked
    in_force: bool
    standing: Standing | None


class _Proven(NamedTuple):
    standing: Standing
    number: int
    proof: Proof


class _Staged(NamedTuple):
    cycle: Cycle
    number: int
    stage: Stage


class _Corrected(NamedTuple):
    asked: Asked
    applied: Applied


def _duties(material: Material) -> Iterator[_Weighed]:
    duties = material.review.duties
    standings = {(each.text, each.commitment): each for each in material.review.standings}
    for each in duties.asked:
        standing = standings.get((each.text, each.commitment.id))
        yield _Weighed(each, each.text in duties.in_force, standing)


def _proofs(material: Material) -> Iterator[_Proven]:
    for standing in material.review.standings:
        yield from (_Proven(standing, number, each) for number, each in enumerate(standing.proofs, 1))


def _cycles(material: Material) -> tuple[Cycle, ...]:
    return material.review.duties.cycles


def _stages(material: Material) -> Iterator[_Staged]:
    for cycle in material.review.duties.cycles:
        yield from (_Staged(cycle, number, each) for number, each in enumerate(cycle.stages, 1))


def _calendar(material: Material) -> tuple[CalendarEntry, ...]:
    calendar = material.review.calendar
    return (*calendar.entries, *calendar.undated)


def _health(material: Material) -> Iterator[Placed]:
    for each in material.review.health:
        yield from (Placed(each.document, number, note) for number, note in enumerate(each.notes, 1))


def _corrections(material: Material) -> Iterator[_Corrected]:
    for asked in material.review.duties.asked:
        yield from (_Corrected(asked, each) for each in asked.corrected.applied)


def _of_deadline(row: _Weighed, name: str) -> Any:
    return getattr(row.asked.commitment.deadline, name, None)


def _of_standing(row: _Weighed, name: str) -> Any:
    return getattr(row.standing, name, None) or None


_DUTIES = Table(
    "duties",
    "Duties",
    "One row for each clause that asks somebody to do something, with its state and the evidence on it.",
    (
        Column("text", "The text that asks.", lambda row: row.asked.text, required=True),
        Column("duty", "Text, paragraph, which clause of it.", lambda row: row.asked.commitment.id, required=True),
        Column("paragraph", "The paragraph.", lambda row: row.asked.commitment.paragraph, required=True),
        Column("asked", "Who is asked.", lambda row: joined(addressee_names(row.asked.commitment))),
        Column("action", "What is asked, verbatim.", lambda row: row.asked.commitment.action),
        Column("strength", "How strongly.", lambda row: row.asked.commitment.strength),
        Column("verb", "The verb as printed.", lambda row: row.asked.commitment.verb),
        Column("through", "Through whom.", lambda row: joined(each.name for each in row.asked.commitment.through)),
        Column("deliverable", "What is to be handed in or set up.", lambda row: _deliverable(row.asked)),
        Column("deadline", "By when, as printed.", lambda row: _of_deadline(row, "text")),
        Column("session", "The code of the session meant.", lambda row: _of_deadline(row, "session")),
        Column("due_from", "The first day.", lambda row: day(_of_deadline(row, "earliest")), "date"),
        Column("due_by", "The last day.", lambda row: day(_of_deadline(row, "latest")), "date"),
        Column(
            "further_deadlines",
            "The other deadlines that the clause sets, as printed.",
            lambda row: joined(each.text for each in row.asked.commitment.further_deadlines),
        ),
        Column("rhythm", "How often.", lambda row: _rhythm(row.asked)),
        Column(
            "themes",
            "Action lines, Goals and objectives, by our own mapping.",
            lambda row: joined(row.asked.themes),
        ),
        Column("state", "Where its deadline stands on the day of the review.", lambda row: row.asked.state),
        Column("in_force", "Whether its text is in force.", lambda row: row.in_force, "boolean"),
        Column("standing", "asked, or reported: only told of.", lambda row: row.asked.commitment.standing),
        Column("evidence", "The rung that the evidence reaches.", lambda row: _of_standing(row, "rung")),
        Column("evidence_because", "Why this rung.", lambda row: _of_standing(row, "because")),
        Column("evidence_latest", "The day of the newest evidence.", lambda row: _of_standing(row, "latest")),
        Column("words", "The clause, verbatim.", lambda row: row.asked.commitment.quote),
        Column("spans", "Where it stands in the source text.", lambda row: spans_text(row.asked.commitment.spans)),
        Column("doubts", "What a person should settle.", lambda row: joined(row.asked.commitment.doubts)),
        Column("corrected", "A person corrected it.", lambda row: bool(row.asked.corrected.applied), "boolean"),
    ),
    _duties,
    ("text", "duty"),
    (TO_TEXT, TO_PARAGRAPH),
)


def _deliverable(asked: Asked) -> str | None:
    return asked.commitment.deliverable.kind if asked.commitment.deliverable else None


def _rhythm(asked: Asked) -> str | None:
    return asked.commitment.recurrence.rhythm if asked.commitment.recurrence else None


_PROOFS = Table(
    "proofs",
    "Evidence on duties",
    "One row for each piece of evidence on a duty in force, the furthest first.",
    (
        Column("text", "The text that asks.", lambda row: row.standing.text, required=True),
        Column("duty", "The duty.", lambda row: row.standing.commitment, required=True),
        Column(
            "position",
            "Its place among the evidence on the duty.",
            lambda row: row.number,
            "integer",
            required=True,
        ),
        Column("rung", "How far it carries.", lambda row: row.proof.rung),
        Column("words", "What it is, in a line.", lambda row: row.proof.words),
        Column("source", "Who says so.", lambda row: row.proof.source),
        Column("day", "The latest day or period that it is of.", lambda row: row.proof.day or None),
        Column("contribution", "The contribution it comes from.", lambda row: _text(row.proof.contribution)),
        Column("link", "A page about it.", lambda row: row.proof.link or None),
    ),
    _proofs,
    ("text", "duty", "position"),
    (TO_DUTY,),
    "contributors",
)


def _text(value: object) -> str | None:
    return str(value) if value else None


_CYCLES = Table(
    "cycles",
    "What became of requests and bodies",
    "One row for each request or body that is followed through the texts held.",
    (
        Column("cycle", "Its first duty, or the body's name.", lambda row: row.id, required=True),
        Column("kind", "deliverable or body.", lambda row: row.kind),
        Column("subject", "What it is about, in words of the text.", lambda row: row.subject),
        Column("state", "How it stands in the newest text held.", lambda row: row.state),
        Column("because", "Why, with what is not held.", lambda row: row.because),
        Column("due", "The last day on which it fell due.", lambda row: day(row.due), "date"),
        Column("texts_asking", "In how many texts held it is asked.", lambda row: row.carried, "integer"),
        Column("answered", "The duties that a later text answers.", lambda row: joined(row.answered)),
    ),
    _cycles,
    ("cycle",),
)

_STAGES = Table(
    "cycle_stages",
    "Stages of requests and bodies",
    "One row for each thing that a text says of a request or body.",
    (
        Column("cycle", "The request or body.", lambda row: row.cycle.id, required=True),
        Column("position", "Its place, in order of the texts.", lambda row: row.number, "integer", required=True),
        Column("kind", "What the text says of it.", lambda row: row.stage.kind),
        Column("document", "The text, by its symbol.", lambda row: row.stage.document),
        Column("adopted", "The day of adoption.", lambda row: day(row.stage.adopted), "date"),
        Column("paragraph", "The paragraph.", lambda row: row.stage.paragraph),
        Column("words", "Verbatim.", lambda row: row.stage.quote),
        Column("spans", "Where they stand in the source text.", lambda row: spans_text(row.stage.spans)),
        Column("symbols", "The documents cited for it.", lambda row: joined(row.stage.symbols)),
        Column("because", "Why it is counted here.", lambda row: row.stage.because),
    ),
    _stages,
    ("cycle", "position"),
    (Reference(("cycle",), "cycles", ("cycle",)),),
    "texts",
)

_CALENDAR = Table(
    "calendar",
    "Calendar",
    "One row for each duty with a deadline, event and session of the texts in force.",
    (
        Column("entry", "Stable: the same thing of the same text.", lambda row: row.id, required=True),
        Column("kind", "duty, event or session.", lambda row: row.kind),
        Column("first_day", "Empty where our records have no days.", lambda row: day(row.first), "date"),
        Column("last_day", "Empty where none is set or known.", lambda row: day(row.last), "date"),
        Column("exact", "False: some of these days, which is not known.", lambda row: row.exact, "boolean"),
        Column("what", "What is to be done, or takes place.", lambda row: row.what),
        Column("who", "Who is asked; the body of a session.", lambda row: joined(row.who)),
        Column("state", "On the day of the review.", lambda row: row.state),
        Column("text", "The text; empty for a session.", lambda row: row.text or None),
        Column("paragraph", "The paragraph; empty for a session.", lambda row: row.paragraph or None),
        Column("deadline", "As printed.", lambda row: row.deadline or None),
        Column("session", "The code of the session meant.", lambda row: row.session),
        Column("words", "Of the text; for a session, how its days are known.", lambda row: row.quote),
        Column("also_in", "Further places that name the same event.", lambda row: joined(row.also_in)),
    ),
    _calendar,
    ("entry",),
    (TO_TEXT, TO_PARAGRAPH),
)

_HEALTH = Table(
    "health_notes",
    "Signs in mandates",
    "One row for each sign that a rule shows in a text in force: advice, no verdict.",
    (
        Column("text", "The text.", lambda row: row.text, required=True),
        Column("position", "By rule, then by place.", lambda row: row.number, "integer", required=True),
        Column("rule", "The name of the rule.", lambda row: row.thing.rule),
        Column("paragraph", "The paragraph.", lambda row: row.thing.paragraph),
        Column("duty", "The duty it is about.", lambda row: row.thing.commitment),
        Column("words", "Verbatim.", lambda row: row.thing.quote),
        Column("spans", "Where they stand in the source text.", lambda row: spans_text(row.thing.spans)),
        Column("because", "Why it is shown.", lambda row: row.thing.because),
        Column("against", "The paragraphs it was held against.", lambda row: joined(row.thing.against)),
    ),
    _health,
    ("text", "position"),
    (TO_TEXT,),
)

_CORRECTIONS = Table(
    "corrections",
    "Corrections",
    "One row for each correction that a person made to a duty.",
    (
        Column("correction", "Its own number.", lambda row: str(row.applied.correction.id), required=True),
        Column("text", "The text.", lambda row: row.asked.text, required=True),
        Column("duty", "The duty.", lambda row: row.asked.commitment.id, required=True),
        Column("field", "What is corrected.", lambda row: row.applied.correction.field),
        Column("was", "What was read.", lambda row: row.applied.was),
        Column("value", "What it is.", lambda row: row.applied.correction.value),
        Column("because", "Why.", lambda row: row.applied.correction.because),
        Column("corrected_by", "Who says so.", lambda row: row.applied.correction.by),
        Column(
            "recorded",
            "The day it was recorded.",
            lambda row: row.applied.correction.recorded_at.date().isoformat(),
            "date",
        ),
        Column("counts", "False: a later correction does.", lambda row: row.applied.counts, "boolean"),
    ),
    _corrections,
    references=(TO_DUTY,),
    owner="contributors",
)

DUTY_TABLES = (_DUTIES, _PROOFS, _CYCLES, _STAGES, _CALENDAR, _HEALTH, _CORRECTIONS)
