"""Attention to duties: overdue, due, gone from the text, colliding; to bodies no longer named and lost corrections."""

from dataclasses import replace

from stocktake.documents.threads.model import Vanished
from stocktake.review.asked import Asked
from stocktake.review.attention.facts import NAMED, ONE_BY_ONE, OPENING, Facts, Raised
from stocktake.review.model import Passage, Step
from stocktake.review.words import capital, counted, listed, long_date, opening, place_name


def overdue(facts: Facts) -> Raised:
    """What passed its day, with no text held that says what came of it."""
    late = [each for each in facts.duties.asked if each.state == "overdue" and each.commitment.standing == "asked"]
    for each in late:
        words = f"{_place(each)} of {each.text} was due by {_day(each)}; no text held says what came of it: "
        yield f"{words}“{opening(each.commitment.quote, OPENING)}”", [_passage(each)]


def due(facts: Facts) -> Raised:
    """What can fall due now, text by text."""
    for text in sorted(facts.duties.in_force):
        due = [
            each for each in facts.duties.of(text) if each.state == "due" and each.commitment.standing == "asked"
        ]
        if due:
            named = [f"{place_name(each.commitment.paragraph)} ({_short(each)}, by {_day(each)})" for each in due]
            more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
            words = (
                f"{counted(len(due), 'duty', 'duties')} of {text} can fall due now: {listed(named[:NAMED])}{more}."
            )
            yield words, [_passage(each) for each in due]


def duty_gone(facts: Facts) -> Raised:
    """Duties that the later text no longer has; many of one step together."""
    for step in facts.steps:
        gone = vanished_in(facts, step)
        if len(gone) > ONE_BY_ONE:
            places = [place for each in gone for place in each.paragraphs]
            words = f"{len(gone)} paragraphs of {step.old} carried duties that {step.new} no longer has"
            yield f"{words}: {listed(places)}.", [Passage(step.old, place) for place in places]
            continue
        for each in gone:
            place = listed([place_name(place) for place in each.paragraphs])
            kept = "" if each.whole else ", in a paragraph that goes on"
            asked = " … ".join(f"“{opening(duty.text, OPENING)}”" for duty in each.duties)
            words = f"{capital(place)} of {step.old} carried a duty that {step.new} no longer has{kept}: "
            yield f"{words}{asked}", [Passage(step.old, place) for place in each.paragraphs]


def vanished_in(facts: Facts, step: Step) -> list[Vanished]:
    """What of the old text of a step vanished with a duty by the new one, whole provisions first.

    A draft may stand between the two; the paragraphs are named as the old text has them. What a later text answers
    has not vanished: it is done.
    """
    if facts.threads is None:
        return []
    answered = paragraphs_answered(facts)
    order = {text.name: place for place, text in enumerate(facts.threads.held)}
    stood = {thread.id: thread.life_in(step.old) for thread in facts.threads.threads}
    gone = [
        replace(each, paragraphs=life.paragraphs)
        for each in facts.threads.vanished
        if each.duties
        and not any((each.document, place) in answered for place in each.paragraphs)
        and (life := stood[each.thread]) is not None
        and order[step.old] <= order[each.document] < order[each.gone_in] <= order.get(step.new, -1)
    ]
    return sorted(gone, key=lambda each: not each.whole)


def paragraphs_answered(facts: Facts) -> set[tuple[str, str]]:
    """The paragraphs, each with its text, of which a text held takes up what they asked for."""
    answered = {name for cycle in facts.duties.cycles for name in cycle.answered}
    stages = (stage for cycle in facts.duties.cycles for stage in cycle.stages)
    return {(stage.document, stage.paragraph) for stage in stages if stage.commitment in answered}


def colliding(facts: Facts) -> Raised:
    """Duties in force that set different rhythms for one thing."""
    asked = {each.commitment.id: each for each in facts.duties.asked}
    for each in facts.duties.conflicts:
        sides = [asked[name] for name in each.commitments if name in asked]
        said = [
            f"{place_name(side.commitment.paragraph)} of {side.text} says {rhythm} (“{words}”)"
            for side, (rhythm, words) in zip(sides, each.readings, strict=True)
        ]
        yield (
            f"Two rhythms for one thing: {'; '.join(said)}. Which holds is not settled here.",
            [_passage(side) for side in sides],
        )


def lost_corrections(facts: Facts) -> Raised:
    """Corrections whose duty is no longer found."""
    for each in facts.duties.lost:
        record = each.correction
        words = f"The correction of {record.commitment} by {record.by} has lost its duty: {each.because}."
        yield words, [Passage(record.text)]


def body_forgotten(facts: Facts) -> Raised:
    """Bodies that no later text held names."""
    gone = [each for each in facts.duties.cycles if each.state == "never mentioned again"]
    for each in reversed(gone):
        words = f"{each.subject}: {each.because}. That does not say that it was ended."
        yield words, [Passage(stage.document, stage.paragraph) for stage in each.stages[-1:]]


def _passage(asked: Asked) -> Passage:
    return Passage(asked.text, asked.commitment.paragraph)


def _place(asked: Asked) -> str:
    return capital(place_name(asked.commitment.paragraph))


def _day(asked: Asked) -> str:
    deadline = asked.commitment.deadline
    return long_date(deadline.latest.isoformat()) if deadline and deadline.latest else "a day not known"


def _short(asked: Asked) -> str:
    """Who is asked for what, in a few words."""
    duty = asked.commitment
    who = duty.addressees[0].name if duty.addressees else ""
    return f"{who}: {duty.deliverable.kind}" if duty.deliverable else who
