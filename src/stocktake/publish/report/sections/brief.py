"""The brief: one page for a head of delegation. The main findings with their numbers, and nothing else.

Knows what comes first, and that it ends where the page is full: a page holds so many lines, and words, notes and a long
title take up theirs. Computes nothing but counts.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from math import ceil

from stocktake.publish.divides_layout import DivideRow, rows_of
from stocktake.publish.report.model import Block, Paragraph, Points, Run, Runs, Subheading
from stocktake.publish.report.sections.asked import NOTHING_IN_FORCE, asked_in
from stocktake.publish.report.sections.divide_words import group_words, level_words, target_told
from stocktake.publish.report.sections.matter import Matter, result_source, text_source
from stocktake.publish.report.wording import (
    agreeing,
    are,
    bold,
    counted,
    leading,
    listed,
    number_words,
    plain,
    runs,
    sentence,
    series,
)
from stocktake.review.figures.model import VerdictName
from stocktake.review.words import capital, opening
from stocktake.statistics.measures import Result

# Measured on the page of the DOCX, which holds less than that of the PDF: lines of points, and signs to each line.
_LINES, _SIGNS = 40, 88
_TITLE_SIGNS, _TITLE_LINES = 52, 2
_SUBTITLE_SIGNS, _SUBTITLE_LINES = 86, 2
_NOTE_SIGNS, _NOTE = 105, 0.9
"""The signs of a line of a note, and its height beside that of a line of a point."""
_TITLE, _APART = 1.7, 0.35
"""The height of a line of the title, and of what lies between two points."""
_FINDINGS = 0.55
"""The share of the page that the findings may take; the rest is for what calls for a decision."""
_MOST_AREAS = 2
_ALL = "printed"
_WORST: tuple[tuple[VerdictName, str], ...] = (
    ("contradicted", "contradicted"),
    ("superseded", "superseded"),
    ("stale", "carried over although newer data were there"),
    ("revised", "revised in the source"),
    ("group changed", "of another group than before"),
    ("expired target", "targets whose year has passed"),
)
_CHANGES = (("identical", "word for word"), ("edited", "edited"), ("added", "new"), ("dropped", "gone"))
_OPENING = 260
"""The most signs of one matter: the review cuts quotations itself, so that few are longer."""


def brief(matter: Matter, title: str, subtitle: str) -> Iterator[Block]:
    """The parts of the page, under this title and subtitle."""
    if not matter.in_force:
        yield Paragraph(runs(NOTHING_IN_FORCE), numbered=False)
        return
    told = chain(_asked(matter), _status(matter), _divides(matter), _figures(matter), _means(matter))
    room = _LINES - _over(title, subtitle)
    findings = tuple(_fitting(told, room * _FINDINGS))
    yield Points(findings)
    decide = tuple(_fitting(_decide(matter), room - sum(map(_height, findings))))
    if decide:
        yield Subheading("What calls for a decision")
        yield Points(decide)


def _over(title: str, subtitle: str) -> float:
    """How many lines of a point a long title and subtitle take beyond those that every brief leaves them."""
    more = max(0, ceil(len(title) / _TITLE_SIGNS) - _TITLE_LINES) * _TITLE
    return more + max(0, ceil(len(subtitle) / _SUBTITLE_SIGNS) - _SUBTITLE_LINES)


def _fitting(items: Iterator[Runs], room: float) -> Iterator[Runs]:
    """The first items that fit into so many lines."""
    for each in items:
        room -= _height(each)
        if room < 0:
            return
        yield each


def _height(item: Runs) -> float:
    """How many lines a point takes, with its notes at the foot of the page."""
    sources = dict.fromkeys(source for run in item for source in run.sources)
    notes = sum(ceil(len(each.words) / _NOTE_SIGNS) for each in sources)
    return ceil(sum(len(run.text) for run in item) / _SIGNS) + _APART + _NOTE * notes


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
    found = {word: counts[name] for name, word in _CHANGES if counts[name]}
    said = [f"{number} {word}" for word, number in series(found).items()]
    return f" Its paragraphs against {matter.name(step.old)}: {listed(said)}."


def _status(matter: Matter) -> Iterator[Runs]:
    counts = Counter(each.rung for each in matter.review.standings)
    if not counts:
        return
    said = [f"“{rung}” for {number}" for rung, number in series(dict(counts.most_common())).items()]
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
    found = {word: counts[name] for name, word in _WORST if counts[name]}
    if own:
        numbers = series({_ALL: len(own), **found})
        said = [f"{numbers[word]} {are(number)} {word}" for word, number in found.items()]
        told = listed(said) if said else "none is known to be out of date"
        words = f"Of {numbers[_ALL]} {agreeing(len(own), 'figure', 'figures')} printed, {told}."
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
        yield runs(sentence(_closed(opening(matter.said(each.words), _OPENING))))


def _closed(words: str) -> str:
    """Words cut short, with the mark of quotation closed again."""
    return words + "”" * (words.count("“") - words.count("”"))
