"""Attention to what changed between two texts: paragraphs dropped, verbs weakened, crossings, what is past by now."""

from collections.abc import Sequence

from stocktake.documents.compare import Pair
from stocktake.documents.model import Document
from stocktake.frameworks.records import load_records
from stocktake.frameworks.verbs import VerbWord
from stocktake.review.attention.facts import ONE_BY_ONE, OPENING, Facts, Raised
from stocktake.review.attention.on_duties import paragraphs_answered, vanished_in
from stocktake.review.model import Passage, Step
from stocktake.review.words import capital, counted, date_range, listed, opening, place_name

# The head, in data/verbs.yaml, with which the UN opens a paragraph on what lies ahead.
_AHEAD = "Look forward"


def operative_dropped(facts: Facts) -> Raised:
    """Operative paragraphs that do not return and carried no duty."""
    answered = paragraphs_answered(facts)
    for step in facts.steps:
        said = {place for each in vanished_in(facts, step) for place in each.paragraphs}
        dropped = [
            place
            for place in _dropped(step)
            if not place.startswith("P") and place not in said and (step.old, place) not in answered
        ]
        if len(dropped) > ONE_BY_ONE:
            words = f"{len(dropped)} operative paragraphs of {step.old} do not return in {step.new}"
            yield f"{words}: {listed(dropped)}.", [Passage(step.old, place) for place in dropped]
            continue
        for place in dropped:
            words = f"Paragraph {place} of {step.old} does not return in {step.new}: “"
            yield f"{words}{opening(facts.text_of(step.old, place), OPENING)}”", [Passage(step.old, place)]


def preambular_dropped(facts: Facts) -> Raised:
    """Preambular paragraphs that do not return."""
    for step in facts.steps:
        dropped = [place for place in _dropped(step) if place.startswith("P")]
        if dropped:
            words = f"{counted(len(dropped), 'preambular paragraph')} of {step.old} not in {step.new}"
            yield f"{words}: {listed(dropped)}.", [Passage(step.old, place) for place in dropped]


def verb_weakened(facts: Facts) -> Raised:
    """Operative paragraphs that open with a weaker verb than before."""
    for step in facts.steps:
        weaker = [pair for pair in step.comparison.pairs if pair.verb.shift == "weaker" and _is_operative(pair)]
        for pair in weaker[:ONE_BY_ONE]:
            words = f"Paragraph {listed(pair.new)} of {step.new} opens with “{pair.verb.new}”; paragraph "
            words += f"{listed(pair.old)} of {step.old} had “{pair.verb.old}”, a stronger verb."
            yield words, _both_sides(step, pair.old, pair.new)
        if rest := weaker[ONE_BY_ONE:]:
            places = [place for pair in rest for place in pair.new]
            words = f"{len(rest)} more paragraphs of {step.new} open with a weaker verb than before"
            yield f"{words}: {listed(places)}.", [Passage(step.new, place) for place in places]


def crossing(facts: Facts) -> Raised:
    """Paragraphs that went between preamble and operative part."""
    for step in facts.steps:
        for pair in [pair for pair in step.comparison.pairs if pair.crosses]:
            before, after = (listed([place_name(place) for place in side]) for side in (pair.old, pair.new))
            words = f"{capital(before)} of {step.old} is now in the other part of the text: "
            yield f"{words}{after} of {step.new}.", _both_sides(step, pair.old, pair.new)


def expected_and_past(facts: Facts) -> Raised:
    """Events that the newest text looks forward to and that are past."""
    for step in facts.steps:
        new = facts.document(step.new)
        for event in facts.events:
            named = [each for each in event.passages if each.text == step.new and _looks_ahead(new, each.place)]
            if event.when == "past" and named:
                words = (
                    f"Paragraph {named[0].place} of {step.new} looks forward to what is past now: {event.name}, "
                )
                yield f"{words}{date_range(event.start, event.end)}.", named


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
