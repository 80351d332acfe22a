"""Internet governance: paragraphs, bodies, requests and meetings that the texts name in its words.

Knows one name, that of its subject. Which words and bodies belong to it is a record of the frameworks.
"""

from collections.abc import Iterator
from functools import cache

from stocktake.documents.cycles.model import Cycle
from stocktake.frameworks.records import load_records
from stocktake.frameworks.theme_words import ThemeWords
from stocktake.publish.report.model import Block, Run
from stocktake.publish.report.sections.matter import Matter, passage_sources, text_source
from stocktake.publish.report.sections.status import rungs_words
from stocktake.publish.report.wording import (
    agreeing,
    bold,
    counted,
    leading,
    listed,
    paragraph,
    plain,
    points,
    quoted,
    runs,
    sentence,
)
from stocktake.review.model import Dated, Passage
from stocktake.review.words import capital, date_range, opening

SUBJECT = "Internet governance"
_MOST = 10
_OPENING = 160


@cache
def _words() -> tuple[str, ...]:
    """The words of the record that names the subject, small letters."""
    records = [each for each in load_records("theme_words", ThemeWords) if SUBJECT in each.words]
    return tuple(word.casefold() for each in records for word in each.words)


def _speaks(text: str) -> bool:
    folded = " ".join(text.casefold().split())
    return any(word in folded for word in _words())


def governance(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    places = [
        Passage(text.key, each.id)
        for text in matter.in_force
        for each in text.document.operative
        if _speaks(each.text)
    ]
    if not places:
        yield paragraph(f"No operative paragraph in force speaks of {SUBJECT} in the words on record.")
    else:
        yield paragraph(_where(matter, places))
        yield from _asked(matter, {each.place for each in places})
    yield from _cycles(matter)
    yield from _events(matter)
    yield paragraph(
        "No figures on participation in meetings are held. Attendance lists by country and by group of "
        "stakeholders would "
        "tell the share of participants from developing countries and from the least developed countries."
    )


def _where(matter: Matter, places: list[Passage]) -> Run:
    by_text = [
        f"{counted(len(own), 'operative paragraph')} of {matter.name(text.key)}"
        for text in matter.in_force
        if (own := [each for each in places if each.text == text.key])
    ]
    speak = agreeing(len(places), "speaks", "speak")
    return plain(f"{capital(listed(by_text))} {speak} of {SUBJECT} or of its bodies.", *passage_sources(places))


def _asked(matter: Matter, places: set[str]) -> Iterator[Block]:
    standings = [each for each in matter.review.standings if each.paragraph in places]
    by_id = {each.commitment.id: each for each in matter.review.duties.asked}
    items = []
    for each in standings:
        duty = by_id[each.commitment].commitment
        if _speaks(duty.quote):
            said = quoted(duty.quote, matter.language(each.text), text_source(each.text, each.paragraph))
            items.append(runs(f"Paragraph {each.paragraph}: ", said, f". {sentence(rungs_words([each]))}"))
    if items:
        yield paragraph("The texts in force ask, and the evidence on it reaches:")
        yield from points(items, _MOST, "in the table of paragraphs")


def _cycles(matter: Matter) -> Iterator[Block]:
    own = [each for each in matter.review.duties.cycles if _is_own(each)]
    if own:
        yield paragraph("Requests and bodies on the subject, as far as the texts held tell:")
        yield from points((_cycle(matter, each) for each in own), _MOST, "in the register")


def _is_own(cycle: Cycle) -> bool:
    return _speaks(cycle.subject) or any(_speaks(each.quote) for each in cycle.stages if each.commitment)


def _cycle(matter: Matter, cycle: Cycle) -> tuple[Run, ...]:
    last = cycle.stages[-1]
    subject = bold(cycle.subject) if cycle.kind == "body" else quoted(opening(cycle.subject, _OPENING))
    words = f": {cycle.state}; {matter.said(cycle.because)}."
    return runs(subject, plain(words, matter.stage_source(last.document, last.paragraph)))


def _events(matter: Matter) -> Iterator[Block]:
    every = [each for each in matter.review.events if _speaks(each.name)]
    force = matter.review.duties.in_force
    own = [each for each in every if any(passage.text in force for passage in each.passages)]
    if own:
        yield paragraph("Meetings on the subject that the texts in force name:")
        yield from points((_event(each) for each in own), _MOST, "in the texts")
    if len(every) > len(own):
        yield paragraph(
            f"{leading(len(every) - len(own), 'meeting')} more on the subject are named by earlier texts only."
        )


def _event(event: Dated) -> tuple[Run, ...]:
    place = f", {event.place}" if event.place else ""
    when = {"past": "past", "now": "in progress or of this year", "ahead": "ahead"}[event.when]
    words = f"{capital(event.name)}{place}, {date_range(event.start, event.end)} ({when})."
    return runs(plain(words, *passage_sources(event.passages)))
