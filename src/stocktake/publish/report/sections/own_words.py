"""What entities report on each action line, in their own words: whole, or the first of them, which is then said.

Knows that these words are quoted and that nobody checked them. An action is told under the first line that it names,
and under the others it is named only.
"""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from stocktake.frameworks.areas import area_name
from stocktake.frameworks.themes import load_themes
from stocktake.publish.own_words import Told, actions_told, by_line, first_words
from stocktake.publish.report.model import Block, Cell, Runs, Source, Subheading, TablePart
from stocktake.publish.report.sections.matter import Matter
from stocktake.publish.report.wording import (
    agreeing,
    are,
    bold,
    cell,
    leading,
    listed,
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
from stocktake.register import Contribution
from stocktake.register.contribution import EVIDENCE
from stocktake.review.evidence.model import Proof, Reported
from stocktake.review.words import date_range, long_date

_NO_LINE = "Actions that name no action line"
_WHOSE = (
    "What was reported on each line follows. Words between quotation marks are those of whoever reports; nobody "
    "checked them. An action that names several lines is told under the first of them."
)
_MOST_ACTIONS = 3
_MOST_IN_FULL = 30
_MOST_WORDS = 40
_MOST_NAMES = 4
_COLUMNS = (
    ("Contribution", 2.4),
    ("Who, where, when", 2.4),
    ("What was done, in its own words", 5),
    ("Answers", 1.4),
    ("Themes", 1.4),
)


def lines_told(matter: Matter) -> Iterator[Block]:
    """Under each line that an action names, what is reported; then the actions that name none."""
    told = actions_told(matter.review.contributions)
    under = by_line(told, "WSIS")
    first = {each.made.id: code for each in told for code in _lines(each)[:1]}
    proofs = _proofs(matter)
    if told:
        yield paragraph(_WHOSE)
    for line in load_themes("WSIS"):
        if line.code in under:
            yield Subheading(f"{line.code}. {line.name}")
            items = [
                _point(matter, each, proofs)
                if first[each.made.id] == line.code
                else _named(each, first[each.made.id])
                for each in under[line.code]
            ]
            yield from _listed(matter, items)
    rest = [each for each in told if not _lines(each)]
    if rest:
        yield Subheading(_NO_LINE)
        yield from _listed(matter, [_point(matter, each, proofs) for each in rest])


def _lines(told: Told) -> list[str]:
    """The lines that an action names, in their order."""
    own = set(told.codes("WSIS"))
    return [line.code for line in load_themes("WSIS") if line.code in own]


def _proofs(matter: Matter) -> Mapping[UUID, Proof]:
    """Of each contribution the first evidence on a duty that it makes."""
    found: dict[UUID, Proof] = {}
    for standing in matter.review.standings:
        for proof in standing.proofs:
            if proof.contribution is not None:
                found.setdefault(proof.contribution, proof)
    return found


def _listed(matter: Matter, items: Sequence[Runs]) -> Iterator[Block]:
    number = len(items)
    yield paragraph(f"{leading(number, 'action')} {are(number)} reported:")
    most = _MOST_IN_FULL if matter.has_annex else _MOST_ACTIONS
    yield from points(items, most, "stand in the annex of the full report")


def _point(matter: Matter, told: Told, proofs: Mapping[UUID, Proof]) -> Runs:
    made = told.made
    cut = first_words(made.description, _MOST_WORDS)
    shortened = f" (the first {cut.shown} of {number_words(cut.every)} words)" if cut.shown < cut.every else ""
    return runs(
        bold(made.who),
        f" ({made.entity_type}), {_where(made)}, {_when(made)}: ",
        quoted(made.title),
        _stop(made.title),
        quoted(cut.text),
        f"{shortened}{_stop('' if shortened else cut.text)}" if cut.text else "",
        plain(_standing(matter, told, proofs), report_source(made)),
    )


def _named(told: Told, line: str) -> Runs:
    return runs(bold(told.made.who), ": ", quoted(told.made.title), f". See {line}.")


def _stop(words: str) -> str:
    """What parts a quotation from the next sentence: no full stop where it ends in one."""
    return " " if words.endswith((".", "!", "?")) else ". "


def _where(made: Contribution) -> str:
    return some_of([area_name(code) for code in made.where], _MOST_NAMES)


def _when(made: Contribution) -> str:
    return date_range(made.start, made.end) if made.end else f"from {long_date(made.start)}"


def _standing(matter: Matter, told: Told, proofs: Mapping[UUID, Proof]) -> str:
    """How far the report carries, and what it answers."""
    proof = next((proofs[each.contribution.id] for each in told.reports if each.contribution.id in proofs), None)
    if proof is None:
        rung = EVIDENCE[told.made.evidence or "self-report"]
        return f"{sentence(rung)} No clause in force is answered."
    # The evidence that carries furthest may be that of another report on the same action.
    titles = [each.contribution.title for each in told.reports if proof.words.startswith(each.contribution.title)]
    rest = proof.words.removeprefix(max(titles, key=len, default="")).lstrip("; ")
    return sentence(f"{proof.rung} ({matter.said(rest)}), on {_places(matter, told)}")


def _places(matter: Matter, told: Told) -> str:
    """The paragraphs that it answers, text by text."""
    found: dict[str, dict[str, None]] = {}
    for text, place in told.places:
        found.setdefault(text, {})[place] = None
    said = (
        f"{agreeing(len(own), 'paragraph', 'paragraphs')} {listed(list(own))} of {matter.name(text)}"
        for text, own in found.items()
    )
    return listed(list(said))


def report_source(made: Contribution) -> Source:
    """A contribution as a note names it, with its own page."""
    day = long_date(made.recorded_at.date().isoformat())
    return Source(f"Contribution {made.id} of {made.who}, recorded on {day}", made.link)


def words_table(matter: Matter) -> TablePart:
    """Every contribution whole, in its author's own words."""
    rows = [_row(each) for each in matter.review.contributions]
    return table("What entities report, in their own words; nobody checked them", _COLUMNS, rows)


def _row(reported: Reported) -> tuple[Cell, ...]:
    made = reported.contribution
    same = "" if reported.action == made.id else f"; the same action as {reported.action}"
    themes = [*made.action_lines, *(f"SDG {each}" for each in made.sdgs), *(f"GDC {each}" for each in made.gdc)]
    return (
        Cell((plain(f"{made.id}{same}", *([Source(made.link, made.link)] if made.link else [])),)),
        cell(f"{made.who} ({made.entity_type}), {_where(made)}, {_when(made)}"),
        cell(quoted(made.title), ". " if made.description else "", quoted(made.description)),
        cell("; ".join(made.answers) or "–"),
        cell("; ".join(themes) or "–"),
    )
