"""The paragraphs that a review quotes: whatever a reader is sent to. Knows where the lines of a review lead."""

from collections.abc import Iterable
from dataclasses import dataclass

from stocktake.review.duties_model import Duties
from stocktake.review.figures.model import Audit
from stocktake.review.ground import Ground
from stocktake.review.health_model import Health
from stocktake.review.model import Attention, Dated, Passage, Quote, Step


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a review says, and from where a reader may want to go to the words."""

    events: tuple[Dated, ...]
    duties: Duties
    health: tuple[Health, ...]
    audit: Audit
    attention: tuple[Attention, ...]


def quotes_for(ground: Ground, spoken: Spoken) -> tuple[Quote, ...]:
    """The paragraphs quoted, in the order of the texts."""
    quoted = {
        *_changed(ground.steps),
        *_of_duties(spoken.duties, spoken.health, ground),
        *(Passage(each.text, each.figure.paragraph) for each in spoken.audit.figures),
        *(Passage(each.text, each.paragraph) for each in spoken.audit.expired),
        *(passage for event in spoken.events for passage in event.passages),
        *(passage for each in spoken.attention for passage in each.passages),
    }
    return tuple(
        Quote(text.key, paragraph, text.document.source.name)
        for text in ground.texts
        for paragraph in text.document.paragraphs
        if Passage(text.key, paragraph.id) in quoted
    )


def _changed(steps: Iterable[Step]) -> set[Passage]:
    """Both sides of every pair that is not simply the same."""
    passages: set[Passage] = set()
    for step in steps:
        changed = [pair for pair in step.comparison.pairs if pair.change != "identical" or pair.moved]
        passages |= {Passage(step.old, place) for pair in changed for place in pair.old}
        passages |= {Passage(step.new, place) for pair in changed for place in pair.new}
    return passages


def _of_duties(duties: Duties, health: Iterable[Health], ground: Ground) -> set[Passage]:
    """The paragraphs that lines on duties lead to."""
    keys = ground.followed.keys if ground.followed else {}
    corrected = [each for each in duties.asked if each.state == "overdue" or each.corrected.applied]
    set_aside = [(each.counting("not-a-duty"), each.original.paragraph) for each in duties.set_aside]
    return {
        *(Passage(each.text, each.paragraph) for each in duties.status),
        *(Passage(each.text, each.commitment.paragraph) for each in corrected),
        *(Passage(each.document, note.paragraph) for each in health for note in each.notes),
        *(Passage(said.text, paragraph) for said, paragraph in set_aside if said),
        *(Passage(keys[stage.document], stage.paragraph) for each in duties.cycles for stage in each.stages),
    }
