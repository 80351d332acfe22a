"""Calendar to the next cycle: what is due, running or ahead, what has passed, and where two rhythms collide."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from stocktake.documents.cycles.model import Conflict
from stocktake.publish.charts import Chart
from stocktake.publish.charts.calendar_strip import Calendar as Strip
from stocktake.publish.charts.calendar_strip import Window
from stocktake.publish.report.model import Block, Cell, Figure, Run
from stocktake.publish.report.sections.matter import Matter, text_source
from stocktake.publish.report.wording import (
    MOST_ROWS,
    are,
    cell,
    counted,
    leading,
    listed,
    paragraph,
    plain,
    points,
    quoted,
    runs,
    some_of,
    table,
)
from stocktake.review.calendar import CalendarEntry
from stocktake.review.words import capital, date_range, long_date, opening

_COLUMNS = (("When", 2), ("What", 4.5), ("Who", 2), ("State", 0.9), ("Where", 1.6))
_LIVE = frozenset({"due", "now", "ahead"})
_MOST_WHO = 3
_MOST_WINDOWS = 12
_LONG = 90
_LINE = 220
_KINDS = {"duty": "asked", "event": "event", "session": "session"}


def calendar(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    held = matter.review.calendar
    live = [each for each in held.entries if each.state in _LIVE]
    passed = [
        each
        for each in held.entries
        if each.kind == "duty" and each.standing == "asked" and each.state == "passed"
    ]
    if not live:
        yield paragraph("Nothing in the texts in force is dated for today or later.")
    else:
        yield paragraph(
            f"{leading(len(live), 'date')} named by the texts in force {are(len(live))} due, "
            "running or ahead. Where a text names a session, the days are those of the session."
        )
        yield _table(matter, live)
        yield from _strip(matter, live)
    if passed:
        yield paragraph(f"The days of {counted(len(passed), 'request')} in force have passed:")
        yield from points((_passed(matter, each) for each in passed), _MOST_WINDOWS, "in the register")
    yield from _conflicts(matter, matter.review.duties.conflicts)
    if held.undated:
        words = [f"{each.paragraph} of {matter.name(each.text)}" for each in held.undated]
        yield paragraph(f"A deadline without known days stands in paragraph {some_of(words, _MOST_WINDOWS)}.")


def _table(matter: Matter, live: Sequence[CalendarEntry]) -> Block:
    made = table(
        f"Dates as of {long_date(matter.review.as_of.isoformat())}",
        _COLUMNS,
        [_row(matter, each) for each in live[:MOST_ROWS]],
    )
    sources = dict.fromkeys(text_source(each.text) for each in live if each.text)
    return replace(made, sources=tuple(sources))


def _row(matter: Matter, each: CalendarEntry) -> tuple[Cell, ...]:
    where = text_source(each.text, each.paragraph).words if each.text else _KINDS[each.kind]
    own = each.kind == "duty"
    what: Run = quoted(opening(each.what, _LINE), matter.language(each.text)) if own else plain(capital(each.what))
    return (
        cell(days_words(each)),
        cell(what),
        cell(capital(some_of(each.named, _MOST_WHO)) if each.named else "–"),
        cell(each.state),
        cell(where),
    )


def days_words(each: CalendarEntry) -> str:
    """The days of an entry, or that none are known."""
    if each.first is None:
        return each.deadline or "not dated"
    if each.last is None:
        return f"from {long_date(each.first.isoformat())}"
    if each.kind == "duty" and each.first != each.last:
        return f"from {long_date(each.first.isoformat())} to {long_date(each.last.isoformat())}"
    days = date_range(each.first.isoformat(), each.last.isoformat())
    return days if each.exact or each.kind == "duty" else f"{days}, which days is not known"


def _strip(matter: Matter, live: Sequence[CalendarEntry]) -> Iterator[Block]:
    duties = [each for each in live if each.kind == "duty" and each.first and each.last]
    if not duties:
        return
    windows = tuple(_window(each) for each in duties[:_MOST_WINDOWS])
    as_of = matter.review.as_of
    first = min(as_of, *(each.earliest for each in windows)) if windows else as_of
    last = max(each.latest for each in windows)
    strip = Strip(windows, date(first.year, 1, 1), date(last.year, 12, 31), as_of)
    sources = tuple(dict.fromkeys(each.text for each in duties))
    yield Figure(Chart("What the texts in force ask for by a date", strip, "", sources, (), matter.review.example))


def _window(each: CalendarEntry) -> Window:
    who = f"{capital(some_of(each.named, 1))}, " if each.named else ""
    first, last = each.first or date.min, each.last or date.max
    return Window(opening(f"{who}para. {each.paragraph}: {each.what}", _LONG), first, last, each.state)


def _passed(matter: Matter, each: CalendarEntry) -> tuple[Run, ...]:
    day = long_date(each.last.isoformat()) if each.last else ""
    return runs(
        f"Paragraph {each.paragraph} of {matter.name(each.text)}, by {day}: ",
        quoted(opening(each.what, _LINE), matter.language(each.text), text_source(each.text, each.paragraph)),
        ".",
    )


def _conflicts(matter: Matter, found: Sequence[Conflict]) -> Iterator[Block]:
    if not found:
        return
    yield paragraph("Two readings of one rhythm stand side by side. Which holds is for the bodies concerned:")
    duties = {each.commitment.id: each for each in matter.review.duties.asked}
    items = []
    for each in found:
        sides = [
            (duties[name], reading)
            for name, reading in zip(each.commitments, each.readings, strict=True)
            if name in duties
        ]
        said = [
            f"paragraph {own.commitment.paragraph} of {matter.name(own.text)} says {rhythm} (“{words}”)"
            for own, (rhythm, words) in sides
        ]
        sources = dict.fromkeys(text_source(own.text, own.commitment.paragraph) for own, _ in sides)
        items.append(
            runs(
                quoted(opening(each.subject, _LINE)),
                plain(f": {listed(said)}. {capital(matter.said(each.because))}.", *sources),
            )
        )
    yield from points(items, len(items), "")
