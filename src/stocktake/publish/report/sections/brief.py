"""The brief: one page for a head of delegation. The main findings with their numbers, and nothing else.

Knows what comes first, and that it ends where the page is full. Computes nothing but counts.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from stocktake.publish.divides_layout import DivideRow, rows_of
from stocktake.publish.report.model import Block, Paragraph, Points, Run, Runs
from stocktake.publish.report.sections.asked import NOTHING_IN_FORCE, asked_in
from stocktake.publish.report.sections.divide_words import group_words, level_words, target_told
from stocktake.publish.report.sections.matter import Matter, result_source, text_source
from stocktake.publish.report.wording import (
    are,
    bold,
    counted,
    leading,
    listed,
    number_words,
    plain,
    runs,
    sentence,
)
from stocktake.review.figures.model import VerdictName
from stocktake.review.words import capital, opening
from stocktake.statistics.measures import Result

_MOST_WORDS = 400
_MOST_AREAS = 2
_WORST: tuple[tuple[VerdictName, str], ...] = (
    ("contradicted", "contradicted"),
    ("superseded", "superseded"),
    ("stale", "carried over although newer data were there"),
    ("revised", "revised in the source"),
    ("group changed", "of another group than before"),
    ("expired target", "targets whose year has passed"),
)
_LINE = 230


def brief(matter: Matter) -> Iterator[Block]:
    """The parts of the page."""
    if not matter.in_force:
        yield Paragraph(runs(NOTHING_IN_FORCE), numbered=False)
        return
    told = chain(_asked(matter), _status(matter), _divides(matter), _figures(matter), _means(matter))
    findings = tuple(_fitting(told, _MOST_WORDS // 2))
    yield Points(findings)
    room = _MOST_WORDS - sum(map(_count, findings))
    decide = tuple(_fitting(_decide(matter), room))
    if decide:
        yield Paragraph(runs(bold("What calls for a decision")), numbered=False)
        yield Points(decide)


def _fitting(items: Iterator[Runs], room: int) -> Iterator[Runs]:
    """The first items that fit into so many words."""
    for each in items:
        room -= _count(each)
        if room < 0:
            return
        yield each


def _count(item: Runs) -> int:
    return sum(len(run.text.split()) for run in item)


def _asked(matter: Matter) -> Iterator[Runs]:
    for text in matter.in_force:
        own = asked_in(matter, text)
        due = [each for each in own if each.state == "due"]
        words = f"{capital(matter.name(text.key))} asks for action in {counted(len(own), 'clause')}"
        words += f"; {counted(len(due), 'clause')} can fall due now" if due else ""
        yield runs(bold("Asked. "), plain(f"{words}.{_changed(matter, text.key)}", text_source(text.key)))


def _changed(matter: Matter, key: str) -> str:
    step = next((each for each in matter.review.steps if each.new == key), None)
    if step is None:
        return ""
    counts = step.comparison.summary
    said = [
        f"{number_words(counts[name])} {word}"
        for name, word in (
            ("identical", "word for word"),
            ("edited", "edited"),
            ("added", "new"),
            ("dropped", "gone"),
        )
        if counts[name]
    ]
    return f" Its paragraphs against {matter.name(step.old)}: {listed(said)}."


def _status(matter: Matter) -> Iterator[Runs]:
    counts = Counter(each.rung for each in matter.review.standings)
    if not counts:
        return
    said = [f"“{rung}” for {number_words(number)}" for rung, number in counts.most_common()]
    received = "" if matter.review.coverage.contributions else " No contribution was received."
    caution = "No evidence found does not mean that nothing was done."
    yield runs(bold("Evidence. "), f"Of the clauses: {listed(said)}. {caution}{received}")


def _divides(matter: Matter) -> Iterator[Runs]:
    for divide in matter.review.divides:
        for measured in divide.measured[:1]:
            rows = [row for row in rows_of(measured) if row.is_known and row.value.breakdown is None][:_MOST_AREAS]
            if rows:
                what = "" if rows[0].value.unit == "per cent" else f"{measured.name}. "
                yield runs(
                    bold(f"{divide.name}. "), what, *_levels([row.value for row in rows]), *_target(rows[0])
                )


def _levels(values: list[Result]) -> Iterator[Run]:
    for at, each in enumerate(values):
        who = group_words(each) if at else capital(group_words(each))
        end = "." if at == len(values) - 1 else "; "
        yield plain(f"{who}: {level_words(each)} ({each.period}){end}", result_source(each))


def _target(row: DivideRow) -> Iterator[Run]:
    ahead = next((each for each in row.distances if not each.details.get("expired")), None)
    if ahead is not None:
        yield plain(f" {target_told(ahead, capital(group_words(ahead)))}", result_source(ahead))


def _figures(matter: Matter) -> Iterator[Runs]:
    force = {each.key for each in matter.in_force}
    own = [each for each in matter.review.figures.figures if each.text in force]
    counts = Counter(verdict.verdict for each in own for verdict in each.verdicts)
    said = [f"{number_words(counts[name])} {are(counts[name])} {word}" for name, word in _WORST if counts[name]]
    if own:
        told = listed(said) if said else "none is known to be out of date"
        words = f"Of {counted(len(own), 'figure')} printed, {told}."
        yield runs(bold("Figures. "), words)


def _means(matter: Matter) -> Iterator[Runs]:
    needs = matter.review.needs
    recorded = sum(len(each.needs) for each in needs.countries)
    if recorded or needs.offers:
        unmet = sum(len(each.unmet) for each in needs.policy_areas)
        words = (
            f"{leading(recorded, 'need')} recorded, {number_words(unmet)} of them unmet; "
            f"{counted(len(needs.offers), 'offer')}."
        )
        yield runs(bold("Means. "), words)


def _decide(matter: Matter) -> Iterator[Runs]:
    """What the review puts first; its words name the places themselves, so that no note is needed."""
    for each in matter.review.attention:
        yield runs(sentence(_closed(opening(matter.said(each.words), _LINE))))


def _closed(words: str) -> str:
    """Words cut short, with the mark of quotation closed again."""
    return words + "”" * (words.count("“") - words.count("”"))
