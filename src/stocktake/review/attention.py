"""What a person should look at first: rules in order of gravity, at most ten things in all.

Knows which observations deserve attention and in what words. Draws no conclusion: a paragraph that does not
return is not a duty that was ended, and an event that is past may or may not have been held.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from stocktake.documents.compare import Pair
from stocktake.documents.model import Document
from stocktake.documents.threads.model import Threads, Vanished
from stocktake.findings import Code
from stocktake.frameworks.records import load_records
from stocktake.frameworks.verbs import VerbWord
from stocktake.review.asked import Asked
from stocktake.review.duties_model import Duties
from stocktake.review.health_model import Health
from stocktake.review.model import Attention, Chain, Damage, Dated, Passage, Remark, Step, Text
from stocktake.review.words import capital, counted, date_range, listed, long_date, opening, place_name

MOST = 10
_FAIR_SHARE = 3
# Up to so many are named one by one; more are named together, so that one rule does not fill the page.
_ONE_BY_ONE = 3
# So many places are named where a rule names places of its own.
_NAMED = 10
# So many characters of a paragraph are quoted.
_OPENING = 150
# The head, in data/verbs.yaml, with which the UN opens a paragraph on what lies ahead.
_AHEAD = "Look forward"


class Facts(NamedTuple):
    """What the rules look at."""

    chains: Sequence[Chain]
    steps: Sequence[Step]
    events: Sequence[Dated]
    remarks: Sequence[Remark]
    damages: Sequence[Damage]
    texts: Sequence[Text]
    threads: Threads | None
    duties: Duties
    health: Sequence[Health]

    def document(self, key: str) -> Document:
        """The document called ``key``."""
        return next(text.document for text in self.texts if text.key == key)

    def text_of(self, key: str, place: str) -> str:
        """The words of a paragraph; none where there is no such paragraph."""
        paragraph = self.document(key).paragraph(place)
        return paragraph.text if paragraph else ""


def raise_attention(facts: Facts) -> tuple[Attention, ...]:
    """At most ten of what the rules raise, in the order of the rules.

    Each rule has its first three things taken before any rule has a fourth, so that a workspace with many texts
    does not show one kind only.
    """
    raised = [
        (turn >= _FAIR_SHARE, at, Attention(rule, words, tuple(passages)))
        for at, (rule, look) in enumerate(RULES.items())
        for turn, (words, passages) in enumerate(look(facts))
    ]
    first = sorted(raised, key=lambda each: each[:2])[:MOST]
    return tuple(attention for _beyond, _at, attention in sorted(first, key=lambda each: each[1]))


_Raised = Iterator[tuple[str, Sequence[Passage]]]


def _damaged(facts: Facts) -> _Raised:
    for damage in facts.damages:
        yield f"{damage.name} cannot be used: {damage.what}.", ()


def _duty_gone(facts: Facts) -> _Raised:
    for step in facts.steps:
        gone = _vanished_in(facts, step)
        if len(gone) > _ONE_BY_ONE:
            places = [place for each in gone for place in each.paragraphs]
            words = f"{len(gone)} paragraphs of {step.old} carried duties that {step.new} no longer has"
            yield f"{words}: {listed(places)}.", [Passage(step.old, place) for place in places]
            continue
        for each in gone:
            place = listed([place_name(place) for place in each.paragraphs])
            kept = "" if each.whole else ", in a paragraph that goes on"
            asked = " … ".join(f"“{opening(duty.text, _OPENING)}”" for duty in each.duties)
            words = f"{capital(place)} of {step.old} carried a duty that {step.new} no longer has{kept}: "
            yield f"{words}{asked}", [Passage(step.old, place) for place in each.paragraphs]


def _vanished_in(facts: Facts, step: Step) -> list[Vanished]:
    """What of the old text of a step vanished with a duty by the new one, whole provisions first.

    A draft may stand between the two; the paragraphs are named as the old text has them. What a later text answers
    has not vanished: it is done.
    """
    if facts.threads is None:
        return []
    answered = _answered(facts)
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


def _answered(facts: Facts) -> set[tuple[str, str]]:
    """The paragraphs, each with its text, of which a text held takes up what they asked for."""
    answered = {name for cycle in facts.duties.cycles for name in cycle.answered}
    stages = (stage for cycle in facts.duties.cycles for stage in cycle.stages)
    return {(stage.document, stage.paragraph) for stage in stages if stage.commitment in answered}


def _operative_dropped(facts: Facts) -> _Raised:
    answered = _answered(facts)
    for step in facts.steps:
        said = {place for each in _vanished_in(facts, step) for place in each.paragraphs}
        dropped = [
            place
            for place in _dropped(step)
            if not place.startswith("P") and place not in said and (step.old, place) not in answered
        ]
        if len(dropped) > _ONE_BY_ONE:
            words = f"{len(dropped)} operative paragraphs of {step.old} do not return in {step.new}"
            yield f"{words}: {listed(dropped)}.", [Passage(step.old, place) for place in dropped]
            continue
        for place in dropped:
            words = f"Paragraph {place} of {step.old} does not return in {step.new}: “"
            yield f"{words}{opening(facts.text_of(step.old, place), _OPENING)}”", [Passage(step.old, place)]


def _overdue(facts: Facts) -> _Raised:
    late = [each for each in facts.duties.asked if each.state == "overdue" and each.commitment.standing == "asked"]
    for each in late:
        words = f"{_place(each)} of {each.text} was due by {_day(each)}; no text held says what came of it: "
        yield f"{words}“{opening(each.commitment.quote, _OPENING)}”", [_passage(each)]


def _due(facts: Facts) -> _Raised:
    for text in sorted(facts.duties.in_force):
        due = [
            each for each in facts.duties.of(text) if each.state == "due" and each.commitment.standing == "asked"
        ]
        if due:
            named = [f"{place_name(each.commitment.paragraph)} ({_short(each)}, by {_day(each)})" for each in due]
            more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
            words = f"{counted(len(due), 'duty', 'duties')} of {text} can fall due now: {listed(named[:_NAMED])}{more}."
            yield words, [_passage(each) for each in due]


def _colliding(facts: Facts) -> _Raised:
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


def _lost_corrections(facts: Facts) -> _Raised:
    for each in facts.duties.lost:
        record = each.correction
        words = f"The correction of {record.commitment} by {record.by} has lost its duty: {each.because}."
        yield words, [Passage(record.text)]


def _body_forgotten(facts: Facts) -> _Raised:
    gone = [each for each in facts.duties.cycles if each.state == "never mentioned again"]
    for each in reversed(gone):
        words = f"{each.subject}: {each.because}. That does not say that it was ended."
        yield words, [Passage(stage.document, stage.paragraph) for stage in each.stages[-1:]]


def _date_expired(facts: Facts) -> _Raised:
    for health in facts.health:
        for note in health.notes:
            if note.rule == "date-expired":
                place = capital(place_name(note.paragraph))
                words = f"{place} of {health.document} keeps a date that was over at adoption"
                yield f"{words}: “{note.quote}”", [Passage(health.document, note.paragraph)]


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


def _verb_weakened(facts: Facts) -> _Raised:
    for step in facts.steps:
        weaker = [pair for pair in step.comparison.pairs if pair.verb.shift == "weaker" and _is_operative(pair)]
        for pair in weaker[:_ONE_BY_ONE]:
            words = f"Paragraph {listed(pair.new)} of {step.new} opens with “{pair.verb.new}”; paragraph "
            words += f"{listed(pair.old)} of {step.old} had “{pair.verb.old}”, a stronger verb."
            yield words, _both_sides(step, pair.old, pair.new)
        if rest := weaker[_ONE_BY_ONE:]:
            places = [place for pair in rest for place in pair.new]
            words = f"{len(rest)} more paragraphs of {step.new} open with a weaker verb than before"
            yield f"{words}: {listed(places)}.", [Passage(step.new, place) for place in places]


def _not_held_between(facts: Facts) -> _Raised:
    for step in facts.steps:
        if step.not_held_between:
            words = (
                f"Between {step.old} and {step.new} these texts are not held: {listed(step.not_held_between)}. "
            )
            yield f"{words}What looks new may be older.", [Passage(step.old), Passage(step.new)]


def _newer_not_held(facts: Facts) -> _Raised:
    for chain in facts.chains:
        held = [at for at, member in enumerate(chain.members) if member.text]
        newer = (
            [member.symbol for member in chain.members[held[-1] + 1 :] if member.held == "not held"]
            if held
            else []
        )
        if newer:
            latest = chain.members[held[-1]].text or ""
            words = f"{latest} is the newest text held, and these came after it: {listed(newer)}. "
            yield f"{words}What it asks may be renewed, changed or ended there.", [Passage(latest)]


def _only_draft_held(facts: Facts) -> _Raised:
    for chain in facts.chains:
        for member in chain.members:
            if member.held == "draft":
                words = f"{member.symbol} is held only as a draft ({listed(member.drafts)}): it is not compared."
                yield words, [Passage(key) for key in member.drafts]


def _expected_and_past(facts: Facts) -> _Raised:
    for step in facts.steps:
        new = facts.document(step.new)
        for event in facts.events:
            named = [each for each in event.passages if each.text == step.new and _looks_ahead(new, each.place)]
            if event.when == "past" and named:
                words = (
                    f"Paragraph {named[0].place} of {step.new} looks forward to what is past now: {event.name}, "
                )
                yield f"{words}{date_range(event.start, event.end)}.", named


def _twins_differ(facts: Facts) -> _Raised:
    for text in facts.texts:
        if text.twin_of is not None:
            mine, theirs = (_plain_words(each) for each in (text.document, facts.document(text.twin_of)))
            places = [place for place in {**theirs, **mine} if mine.get(place) != theirs.get(place)]
            if places:
                words = f"{text.key} and {text.twin_of} should be one text and differ in {listed(places[:_NAMED])}"
                more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
                yield f"{words}{more}.", [Passage(text.key), Passage(text.twin_of)]


def _unexplained(facts: Facts) -> _Raised:
    for text in facts.texts:
        spans = text.document.coverage.unexplained
        if text.used and spans:
            count = sum(span.end - span.start for span in spans)
            yield f"{count} characters of {text.key} were not understood: read them yourself.", [Passage(text.key)]


def _preambular_dropped(facts: Facts) -> _Raised:
    for step in facts.steps:
        dropped = [place for place in _dropped(step) if place.startswith("P")]
        if dropped:
            words = f"{counted(len(dropped), 'preambular paragraph')} of {step.old} not in {step.new}"
            yield f"{words}: {listed(dropped)}.", [Passage(step.old, place) for place in dropped]


def _crossing(facts: Facts) -> _Raised:
    for step in facts.steps:
        for pair in [pair for pair in step.comparison.pairs if pair.crosses]:
            before, after = (listed([place_name(place) for place in side]) for side in (pair.old, pair.new))
            words = f"{capital(before)} of {step.old} is now in the other part of the text: "
            yield f"{words}{after} of {step.new}.", _both_sides(step, pair.old, pair.new)


def _findings(facts: Facts) -> _Raised:
    owed = [
        each for each in facts.remarks if each.finding.advice and each.finding.code is not Code.UNEXPLAINED_TEXT
    ]
    for key in dict.fromkeys(each.text for each in owed):
        of_text = [each.finding for each in owed if each.text == key]
        more = f" ({len(of_text) - 1} more findings on it)" if len(of_text) > 1 else ""
        yield f"{key}: {of_text[0].message}{more}", [Passage(key)]


RULES: dict[str, Callable[[Facts], _Raised]] = {
    "file damaged": _damaged,
    "correction without its duty": _lost_corrections,
    "duty overdue": _overdue,
    "duty no longer in the text": _duty_gone,
    "duty due": _due,
    "rhythms collide": _colliding,
    "verb weakened": _verb_weakened,
    "date expired": _date_expired,
    "operative paragraph dropped": _operative_dropped,
    "expected event past": _expected_and_past,
    "body no longer mentioned": _body_forgotten,
    "texts not held between": _not_held_between,
    "newer text not held": _newer_not_held,
    "only a draft held": _only_draft_held,
    "two files of one text differ": _twins_differ,
    "text not understood": _unexplained,
    "preambular paragraphs dropped": _preambular_dropped,
    "crossed between preamble and operative part": _crossing,
    "finding": _findings,
}


def _plain_words(document: Document) -> dict[str, str]:
    """The letters and digits of each paragraph: files of one text may differ in typography."""
    return {each.id: "".join(filter(str.isalnum, each.text)).casefold() for each in document.paragraphs}


def _is_operative(pair: Pair) -> bool:
    """Whether a pair ends in the operative part. The verbs of the preamble ask nothing of anyone."""
    return bool(pair.new) and not pair.new[0].startswith("P")


def _dropped(step: Step) -> list[str]:
    return [place for pair in step.comparison.pairs if pair.change == "dropped" for place in pair.old]


def _both_sides(step: Step, old: Sequence[str], new: Sequence[str]) -> list[Passage]:
    return [*(Passage(step.old, place) for place in old), *(Passage(step.new, place) for place in new)]


def _looks_ahead(document: Document, place: str) -> bool:
    paragraph = document.paragraph(place)
    if paragraph is None:
        return False
    heads = [word for word in load_records("verbs", VerbWord) if word.name == _AHEAD]
    forms = [form.casefold() for word in heads for form in (*word.preambular, *word.operative)]
    return any(form in paragraph.verb.casefold() for form in forms)
