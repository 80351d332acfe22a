"""Elements for the next resolution: candidate edits, each with its place and its reason. Options, not advice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stocktake.publish.report.model import Block, Cell, Run
from stocktake.publish.report.sections.asked import NOTHING_IN_FORCE, dropped
from stocktake.publish.report.sections.matter import Edit, Matter, text_source
from stocktake.publish.report.wording import (
    MOST_ROWS,
    bold,
    cell,
    leading,
    listed,
    number_words,
    paragraph,
    plain,
    quoted,
    sentence,
    short_place,
    table,
)
from stocktake.review.words import capital, opening

Row = tuple[Cell, ...]
_COLUMNS = (("Place", 1.3), ("Words of the text", 3), ("Option", 2.4), ("Reason", 3.4))
_OPENING = 140
_HEADINGS = "heading"
# What each sign leaves to the drafter; a rule that is not here is told in the section on mandates only.
_OPTIONS = {
    "no-addressee": "name who is asked",
    "no-deadline": "set a date, a session or a rhythm",
    "no-end": "set a review or an end",
    "date-expired": "set another date, or say what became of it",
    "date-expired-since": "set another date, or say what became of it",
    "past-event": "take note of what took place",
    "near-duplicate": "join the paragraphs",
    "weakened": "confirm that the weaker verb is meant",
}


def elements(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    if not matter.in_force:
        yield paragraph(NOTHING_IN_FORCE)
        return
    groups = (
        ("Newer figures", list(_figures(matter))),
        ("Dropped requests and expired targets", [*_dropped(matter), *_expired(matter), *_conflicts(matter)]),
        ("Sessions, dates and symbols", list(_technical(matter))),
    )
    mandates = list(_mandates(matter))
    total = sum(len(rows) for _title, rows in groups) + len(mandates)
    if not total:
        yield paragraph("No candidate edit follows from the review.")
        return
    yield paragraph(
        f"{leading(total, 'candidate edit follows', 'candidate edits follow')} from the review. Each is an option "
        "with its reason, not advice; words of policy are not proposed. What is in square brackets is for the "
        "drafter. The "
        "technical ones can be had as tracked changes against the text."
    )
    for title, rows in groups:
        yield from _table(matter, title, rows)
    if mandates:
        where = "in the table below" if matter.has_annex else "in the full report"
        yield paragraph(_counted_options([option for option, _row in mandates], where))
    if matter.has_annex:
        yield from _table(matter, "Mandates", [row for _option, row in mandates])


def _table(matter: Matter, title: str, rows: Sequence[Row]) -> Iterator[Block]:
    if not rows:
        return
    left = len(rows) - MOST_ROWS
    made = table(f"{title}: candidate edits", _COLUMNS, rows[:MOST_ROWS])
    notes = (f"{number_words(left)} more are left out.",) if left > 0 else ()
    yield replace(made, sources=tuple(text_source(each.key) for each in matter.in_force), notes=notes)


def _place(matter: Matter, key: str, place: str) -> Cell:
    name = capital(short_place(place))
    several = len(matter.in_force) > 1 or key not in {each.key for each in matter.in_force}
    return cell(f"{name} of {matter.name(key)}" if several else name)


def _row(place: Cell, old: Run, new: str | Run, reason: str) -> Row:
    return place, cell(old), cell(new), cell(sentence(reason))


def _figures(matter: Matter) -> Iterator[Row]:
    force = {each.key for each in matter.in_force}
    for each in (one for one in matter.review.figures.replacements if one.text in force):
        place = _place(matter, each.text, each.paragraph)
        yield _row(place, quoted(each.old, matter.language(each.text)), bold(each.new), matter.said(each.because))


def _dropped(matter: Matter) -> Iterator[Row]:
    for each in dropped(matter):
        words = " … ".join(opening(duty.text, _OPENING) for duty in each.duties)
        old = quoted(words, matter.language(each.document))
        place = cell(f"{each.paragraphs[0]} of {matter.name(each.document)}")
        reason = f"It was asked in {matter.name(each.document)} and is not in {matter.name(each.gone_in)}"
        yield _row(place, old, "take it up again, or say that it is ended", reason)


def _expired(matter: Matter) -> Iterator[Row]:
    force = {each.key for each in matter.in_force}
    for each in matter.review.figures.expired:
        if each.text in force:
            place = _place(matter, each.text, each.paragraph)
            old = quoted(each.quote, matter.language(each.text))
            yield _row(place, old, "set another date, or say what became of the target", matter.said(each.because))


def _conflicts(matter: Matter) -> Iterator[Row]:
    duties = {each.commitment.id: each for each in matter.review.duties.asked}
    for each in matter.review.duties.conflicts:
        sides = [duties[name] for name in each.commitments if name in duties]
        if sides:
            places = cell("; ".join(f"{own.commitment.paragraph} of {matter.name(own.text)}" for own in sides))
            old = quoted(" … ".join(words for _rhythm, words in each.readings))
            yield _row(places, old, "say which rhythm holds", matter.said(each.because))


def _technical(matter: Matter) -> Iterator[Row]:
    for each in matter.edits:
        if each.change.rule != _HEADINGS:
            yield _edit(matter, each)


def _edit(matter: Matter, each: Edit) -> Row:
    change = each.change
    old = quoted(change.old.strip(), matter.language(each.text)) if change.old.strip() else plain("–")
    return _row(
        _place(matter, each.text, change.place),
        old,
        bold(change.new.strip() or "nothing"),
        matter.said(change.reason),
    )


def _counted_options(options: Iterable[str], where: str) -> str:
    """What the signs in the mandates leave to the drafter, counted, and where it is told one by one."""
    counts = Counter(options)
    said = [f"{option} ({number})" for option, number in counts.most_common()]
    follow = (
        f"{leading(counts.total(), 'option follows', 'options follow')} from the signs in the section on mandates"
    )
    return f"{follow}: {listed(said)}. Each stands with its words and its reason {where}."


def _mandates(matter: Matter) -> Iterator[tuple[str, Row]]:
    """Each option with its row."""
    taken = {each.paragraph for each in matter.review.figures.expired}
    for each in matter.review.health:
        for note in each.notes:
            if note.rule in _OPTIONS and not (note.rule.startswith("date-expired") and note.paragraph in taken):
                place = _place(matter, each.document, note.paragraph)
                old = quoted(opening(note.quote, _OPENING), matter.language(each.document))
                option = _OPTIONS[note.rule]
                yield option, _row(place, old, option, matter.said(note.because))
