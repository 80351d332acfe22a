"""What a review says of duties, laid out for the page: rows, filters, time lines.

Knows what stands together on the page and in which order. Computes nothing: what is counted here is rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from stocktake.documents.cycles.model import Cycle, Stage
from stocktake.documents.threads.model import HeldText
from stocktake.frameworks.health import HealthRule
from stocktake.publish.filters import Choice, classes_of, counted_filters, names_by_count
from stocktake.register.words import shown
from stocktake.review.asked import Asked, State
from stocktake.review.calendar import CalendarEntry
from stocktake.review.corrected import Applied
from stocktake.review.duties_model import ParagraphStatus
from stocktake.review.health_model import Health, HealthNote
from stocktake.review.model import Passage, Review
from stocktake.review.words import date_range, long_date

STATES: tuple[tuple[str, str], ...] = (
    ("overdue", "the last day is over, and a text held that should say what came of it says nothing"),
    ("due", "the date of the review lies in the days in which it falls due"),
    ("ahead", "the first day has not come"),
    ("not dated", "a deadline is set that our records cannot put into days"),
    ("passed", "the last day is over; what came of it is another question"),
    ("open-ended", "the text sets no deadline"),
    ("asks nothing", "no clause of the paragraph asks anything of anyone"),
)
CHANGES: tuple[tuple[str, str], ...] = (
    ("new", "nothing of it stood in the text held before"),
    ("edited", "it stood there in other words"),
    ("split", "it is a part of one paragraph there"),
    ("merged", "several paragraphs there became it"),
    ("unchanged", "the same letters and digits"),
)
_CHANGE_NAMES = {"added": "new", "identical": "unchanged"}
_PRESSING: tuple[State, ...] = ("overdue", "due", "passed")
_AHEAD = ("ahead", "due", "now")
NO_DUTY = "asks nothing"


@dataclass(frozen=True, slots=True)
class Row:
    """One operative paragraph: how it stands, its duties, the filters that show it."""

    status: ParagraphStatus
    duties: tuple[Asked, ...]
    change: str | None
    classes: str


@dataclass(frozen=True, slots=True)
class Body:
    """The operative paragraphs of one text in force."""

    text: str
    rows: tuple[Row, ...]
    duties: int
    asking: int


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of a time line: a text held, what it says of the matter, what is not held before it."""

    held: HeldText
    stages: tuple[Stage, ...]
    not_held_before: int


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one request or body, text by text from the first that speaks of it."""

    cycle: Cycle
    stops: tuple[Stop, ...]


def duties_of(review: Review) -> dict[str, Any]:
    """What the templates on duties read, by name."""
    bodies, choices = _bodies(review)
    return {
        "pressing": pressing(review),
        "bodies": bodies,
        "choices": choices,
        "lines": _lines(review),
        "rhythms": _rhythms(review),
        "ahead": [each for each in review.calendar.entries if each.state in _AHEAD],
        "by_rule": _by_rule,
        "applied": _applied(review),
        "asked_of": {each.commitment.id: each for each in review.duties.asked},
        "standing_in": _Places(review),
        "shown": shown,
        "entry_name": _entry_name,
        "days": days_words,
    }


def pressing(review: Review) -> list[tuple[State, list[Asked]]]:
    """What is overdue in any text; what is due or passed in the texts in force; by the last day."""
    own = [each for each in review.duties.asked if each.commitment.standing == "asked"]
    chosen = [each for each in own if each.state == "overdue" or each.text in review.duties.in_force]
    groups = [(state, sorted((each for each in chosen if each.state == state), key=_days)) for state in _PRESSING]
    return [(state, asked) for state, asked in groups if asked]


def days_words(first: date | None, last: date | None) -> str:
    """From the first day to the last in words; whole months and years by their names: ``2030``, ``June 2046``."""
    if first is None or last is None:
        return f"from {long_date(first.isoformat())} on" if first else "days not known"
    after = last + timedelta(days=1)
    start, end = first.isoformat(), last.isoformat()
    if first.day == after.day == 1:
        whole = len("2030" if first.month == after.month == 1 else "2030-06")
        start, end = start[:whole], end[:whole]
    return date_range(start, end)


def _days(asked: Asked) -> tuple[str, str]:
    deadline = asked.commitment.deadline
    days = (deadline.latest, deadline.earliest) if deadline else ()
    return "".join(str(day or "9999") for day in days), asked.text


def _bodies(review: Review) -> tuple[list[Body], tuple[Choice, ...]]:
    """The texts in force with their paragraphs, and the filters over all of them."""
    status = review.duties.status
    states = [[each.state or NO_DUTY] for each in status]
    changes = [[change] if (change := _change(each)) else [] for each in status]
    names = [each.addressees for each in status]
    choices = (
        Choice("State", counted_filters("state", STATES, states)),
        Choice("Since the last", counted_filters("change", CHANGES, changes)),
        Choice("Asked", counted_filters("who", [(name, "") for name in names_by_count(names)], names)),
    )
    asked = {(each.text, each.commitment.id): each for each in review.duties.asked}
    rows = [
        Row(
            each,
            tuple(asked[each.text, name] for name in each.duties),
            _change(each),
            classes_of(row, choices),
        )
        for each, row in zip(status, zip(states, changes, names, strict=True), strict=True)
    ]
    return [_body(text, rows) for text in dict.fromkeys(each.text for each in status)], choices


def _body(text: str, rows: Sequence[Row]) -> Body:
    own = tuple(each for each in rows if each.status.text == text)
    return Body(text, own, sum(len(each.duties) for each in own), sum(bool(each.duties) for each in own))


def _change(status: ParagraphStatus) -> str | None:
    return _CHANGE_NAMES.get(status.change, status.change) if status.change else None


def _lines(review: Review) -> list[tuple[str, list[Line]]]:
    """The time lines by group: requests, bodies of which the newest text is silent, bodies that it names."""
    groups: dict[str, list[Line]] = {"requests": [], "bodies gone": [], "bodies": []}
    for each in review.duties.cycles:
        body = "bodies" if each.state == "mentioned since" else "bodies gone"
        group = "requests" if each.kind == "deliverable" else body
        groups[group].append(Line(each, tuple(_stops(each, review))))
    return [(group, lines) for group, lines in groups.items() if lines]


def _stops(cycle: Cycle, review: Review) -> Iterator[Stop]:
    """Every text held from the first that speaks of the matter, also those that are silent."""
    begun = False
    for held in review.threads.held if review.threads else ():
        stages = tuple(each for each in cycle.stages if each.document == held.name)
        if begun or stages:
            yield Stop(held, stages, len(held.not_held_before) if begun else 0)
        begun = begun or bool(stages)


def _rhythms(review: Review) -> list[tuple[str, list[tuple[Asked, str, str]]]]:
    """Why duties are taken to be about one thing; and each with its rhythm and the words of it."""
    asked = {each.commitment.id: each for each in review.duties.asked}
    return [
        (
            conflict.because,
            [
                (asked[name], rhythm, words)
                for name, (rhythm, words) in zip(conflict.commitments, conflict.readings, strict=True)
                if name in asked
            ],
        )
        for conflict in review.duties.conflicts
    ]


def _by_rule(health: Health) -> list[tuple[HealthRule, list[HealthNote]]]:
    """The rules that found something, each with its signs."""
    groups = [(rule, [note for note in health.notes if note.rule == rule.name]) for rule in health.rules]
    return [(rule, notes) for rule, notes in groups if notes]


def _applied(review: Review) -> list[tuple[Asked, Applied]]:
    return [(asked, each) for asked in review.duties.asked for each in asked.corrected.applied]


def _entry_name(entry: CalendarEntry) -> str:
    """What kind of entry it is, and whether its days are now."""
    if entry.kind == "event" and not entry.exact:
        return "event, days not known"
    return f"{entry.kind}, now" if entry.state in ("due", "now") else entry.kind


class _Places:
    """The key of the text that a time line names: a draft that stands in has a name of its own."""

    def __init__(self, review: Review) -> None:
        files = {text.document.source.name: text.key for text in review.texts}
        held = review.threads.held if review.threads else ()
        self.keys = {each.name: files.get(each.file, each.name) for each in held}

    def __call__(self, stage: Stage) -> Passage:
        return Passage(self.keys.get(stage.document, stage.document), stage.paragraph)
