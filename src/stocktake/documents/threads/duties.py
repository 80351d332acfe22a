"""The duties that paragraphs carry, clause by clause, and whether a duty is still in what a paragraph became.

Knows where a duty clause stands (``frameworks/duty_verbs.py``), and that items without a verb of their own carry
on with the verb of their chapeau. Does not know who is asked, nor by when.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from stocktake.documents.compare.align import CONTAINED, SHARED
from stocktake.documents.compare.passage import folded_words, weigh
from stocktake.documents.model import Document, Paragraph
from stocktake.documents.threads.model import Duty
from stocktake.frameworks.duty_verbs import duty_places

# Less than paragraphs need to continue one another: here it is known that the paragraph goes on.
STAYS = 0.4
# Nearly the same clause, so that it is the same duty wherever in the text it now stands.
WENT_ELSEWHERE = 0.8

Duties = Mapping[str, tuple[Duty, ...]]


def carried_duty_clauses(document: Document, name: str) -> dict[str, tuple[Duty, ...]]:
    """The duty clauses of every operative paragraph and its items, by the paragraph's id; none in the preamble.

    Args:
        document: As read.
        name: What ids call it: ``80/118``.
    """
    carried: dict[str, tuple[Duty, ...]] = {}
    verbs: dict[str, str] = {}
    operative = False
    for paragraph in document.paragraphs:
        operative = paragraph.kind == "operative" or (operative and paragraph.kind == "item")
        if operative:
            carried[paragraph.id] = _clauses(paragraph, name, verbs.get(_chapeau(paragraph.id), ""))
            verbs[paragraph.id] = carried[paragraph.id][-1].verb if carried[paragraph.id] else ""
    return carried


def _clauses(paragraph: Paragraph, name: str, chapeau_verb: str) -> tuple[Duty, ...]:
    found = [(place.verb, paragraph.text[place.start : place.end]) for place in duty_places(paragraph.text)]
    if not found and chapeau_verb:
        found = [(chapeau_verb, paragraph.text)]
    return tuple(
        Duty(f"{name}:{paragraph.id}#{number}", verb, text) for number, (verb, text) in enumerate(found, 1)
    )


def _chapeau(paragraph_id: str) -> str:
    """The id of the paragraph an item belongs to: ``70`` for ``70(a)``, ``70(a)`` for ``70(a)(i)``."""
    return paragraph_id.rpartition("(")[0]


def duties_of(carried: Duties, paragraphs: Sequence[str]) -> tuple[Duty, ...]:
    """The duties of these paragraphs, in order."""
    return tuple(duty for each in paragraphs for duty in carried.get(each, ()))


def lost_duties(
    before: Sequence[Duty], after: Sequence[Duty], text: Duties, weights: Mapping[str, float]
) -> tuple[Duty, ...]:
    """The duties of ``before`` that no duty carries on: near enough in ``after``, or nearly the same anywhere.

    Args:
        before: Of the paragraphs as they stood.
        after: Of what they became.
        text: Of the whole later text.
        weights: How much each word says, over the texts that the duties are of.
    """
    all_of_text = duties_of(text, tuple(text))
    return tuple(
        each
        for each in before
        if not any(_likeness(each, other, weights) >= STAYS for other in after)
        and not any(_likeness(each, other, weights) >= WENT_ELSEWHERE for other in all_of_text)
    )


def _likeness(old: Duty, new: Duty, weights: Mapping[str, float]) -> float:
    one, other = (Counter(folded_words(each.text.removeprefix(each.verb))) for each in (old, new))
    common = weigh((one & other).elements(), weights)
    whole = [weigh(each.elements(), weights) for each in (one, other)]
    return SHARED * 2 * common / max(sum(whole), 1) + CONTAINED * common / max(min(whole), 1)
