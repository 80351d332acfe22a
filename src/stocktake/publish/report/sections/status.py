"""Status by operative paragraph: what is asked, when it is due, how far the evidence carries and how old it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stocktake.documents.commitments.model import UNSPECIFIED
from stocktake.publish.report.model import Block, Cell, Run, Source
from stocktake.publish.report.sections.asked import NOTHING_IN_FORCE
from stocktake.publish.report.sections.matter import Matter, text_source
from stocktake.publish.report.wording import (
    MOST_ROWS,
    agreeing,
    are,
    bold,
    cell,
    counted,
    leading,
    number_words,
    paragraph,
    plain,
    points,
    quoted,
    runs,
    sentence,
    some_of,
    table,
)
from stocktake.publish.review_evidence_layout import rung_counts
from stocktake.review.asked import Asked
from stocktake.review.duties_model import ParagraphStatus
from stocktake.review.evidence.model import Proof, Standing
from stocktake.review.model import Text
from stocktake.review.words import capital, long_date, opening

_COLUMNS = (
    ("Para.", 0.8),
    ("Opening words", 3.6),
    ("Asked of", 2.8),
    ("Due", 1.3),
    ("Evidence", 1.7),
    ("Latest", 1.2),
)
_MOST_PROOFS = 15
_MOST_WHO = 3
_OPENING = 90
_YEAR = 365


def status(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    standings = matter.review.standings
    if not matter.in_force:
        yield paragraph(NOTHING_IN_FORCE)
        return
    if not standings:
        yield paragraph("No clause in force asks for action, so that there is no status to tell.")
        return
    yield paragraph(
        f"The evidence on each of the {number_words(len(standings))} clauses in force that ask for action was placed "
        "on a ladder. A rung says how far the evidence carries, never that a request was fulfilled:"
    )
    yield from points((_rung(*each) for each in rung_counts(standings)), len(standings), "")
    for text in matter.told:
        yield from _table(matter, text)
    yield from _proofs(matter, standings)


def _rung(rung: str, means: str, number: int) -> tuple[Run, ...]:
    return runs(bold(capital(rung)), f" ({means}): {counted(number, 'clause')}.")


def _table(matter: Matter, text: Text) -> Iterator[Block]:
    rows = [each for each in matter.review.duties.status if each.text == text.key]
    asking = [each for each in rows if each.duties]
    if not asking:
        return
    standings = {each.commitment: each for each in matter.review.standings if each.text == text.key}
    duties = {each.commitment.id: each for each in matter.review.duties.of(text.key)}
    shown = asking[:MOST_ROWS]
    made = table(
        f"Operative paragraphs of {matter.name(text.key)} that ask for action",
        _COLUMNS,
        [_row(matter, each, duties, standings) for each in shown],
    )
    silent = len(rows) - len(asking)
    notes = [f"{leading(silent, 'other operative paragraph')} {agreeing(silent, 'asks', 'ask')} for nothing."]
    if len(asking) > len(shown):
        notes.append(
            f"{number_words(len(asking) - len(shown))} more paragraphs stand in the register of the full report."
        )
    yield replace(made, sources=(text_source(text.key),), notes=tuple(notes))


def _row(
    matter: Matter, each: ParagraphStatus, duties: dict[str, Asked], standings: dict[str, Standing]
) -> tuple[Cell, ...]:
    own = [standings[name] for name in each.duties if name in standings]
    who = [name for name in each.addressees if name != UNSPECIFIED]
    if UNSPECIFIED in each.addressees:
        who.append("in part nobody named" if who else "nobody named")
    return (
        cell(each.paragraph),
        cell(quoted(opening(each.words.removesuffix(" …"), _OPENING), matter.language(each.text))),
        cell(capital(some_of(who, _MOST_WHO)) if who else ""),
        cell(_due(each, [duties[name] for name in each.duties if name in duties])),
        cell(rungs_words(own)),
        cell(latest_words(own)),
    )


def _due(each: ParagraphStatus, duties: Sequence[Asked]) -> str:
    if each.due is not None and each.state is not None:
        word = {"passed": "by {} (passed)", "overdue": "by {} (passed; no text held tells of it)"}.get(
            each.state, "by {}"
        )
        return word.format(long_date(each.due.isoformat()))
    said = [duty.commitment.deadline.text for duty in duties if duty.commitment.deadline]
    rhythm = [duty.commitment.recurrence.rhythm for duty in duties if duty.commitment.recurrence]
    return said[0] if said else (rhythm[0] if rhythm else "no date")


def rungs_words(own: Iterable[Standing]) -> str:
    """The rungs that the clauses of a paragraph reach, with how many where there are several."""
    counts = Counter(each.rung for each in own)
    return "; ".join(f"{rung} ({number})" if len(counts) > 1 else rung for rung, number in counts.items())


def latest_words(own: Sequence[Standing]) -> str:
    """The day of the newest evidence, with its age in days or years; a dash where there is none."""
    dated = [each for each in own if each.latest and each.age is not None]
    if not dated:
        return "–"
    newest = min(dated, key=lambda each: each.age or 0)
    age = newest.age or 0
    old = counted(age // _YEAR, "year") if age >= 2 * _YEAR else counted(age, "day")
    return f"{long_date(newest.latest)} ({old} old)" if age >= 0 else long_date(newest.latest)


def _proofs(matter: Matter, standings: Sequence[Standing]) -> Iterator[Block]:
    every = [(each, proof) for each in standings for proof in each.proofs]
    actions = len({proof.contribution for _each, proof in every} - {None})
    found = [(each, proof) for each, proof in every if proof.contribution is None]
    if actions:
        yield paragraph(
            f"{leading(actions, 'action')} reported on them {are(actions)} listed under the action lines."
        )
    if not every:
        yield paragraph(
            "No evidence was found on any of them. That is not to say that nothing was done. A contribution by "
            "whoever acted, a document that answers, or a value of an indicator that "
            "is named would show more."
        )
    if found:
        yield paragraph(f"{leading(len(found), 'piece')} of evidence {are(len(found))} seen in the texts held:")
        every_one = (proof_runs(matter, *each) for each in found)
        yield from points(every_one, _MOST_PROOFS, "stand in the list of evidence of the full report")


def proof_runs(matter: Matter, standing: Standing, proof: Proof) -> tuple[Run, ...]:
    """One piece of evidence as a point: the clause, what is said, where."""
    words = f"Paragraph {standing.paragraph} of {matter.name(standing.text)}, {proof.rung}: {proof.words}"
    return runs(
        plain(sentence(matter.said(words)), proof_source(proof), text_source(standing.text, standing.paragraph))
    )


def proof_source(proof: Proof) -> Source:
    """Who says so, and when."""
    what = "contribution of " if proof.contribution is not None else ""
    day = f", {long_date(proof.day)}" if proof.day else ", no date given"
    return Source(f"{what}{proof.source}{day}", proof.link)
