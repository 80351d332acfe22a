"""The duties that paragraphs carry, and whether a duty is still in what a paragraph became.

Knows duties as the register finds them (``commitments``), by their words. Does not know who is asked, nor by when.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.compare.align import CONTAINED, SHARED
from stocktake.documents.compare.passage import folded_words, weigh
from stocktake.documents.threads.model import Duty

# Less than paragraphs need to continue one another: here it is known that the paragraph goes on.
STAYS = 0.4
# Nearly the same clause, so that it is the same duty wherever in the text it now stands.
WENT_ELSEWHERE = 0.8

Duties = Mapping[str, tuple[Duty, ...]]


def carried_duties(commitments: Iterable[Commitment], name: str) -> dict[str, tuple[Duty, ...]]:
    """What each paragraph of a text asks, by the paragraph's id; what is only reported is not asked.

    Args:
        commitments: The duties of the text, in order.
        name: What ids call the text here: ``80/118``.
    """
    carried: dict[str, tuple[Duty, ...]] = {}
    for each in commitments:
        if each.standing == "asked":
            duty = Duty(f"{name}:{each.id.rpartition(':')[2]}", each.verb, each.quote)
            carried[each.paragraph] = (*carried.get(each.paragraph, ()), duty)
    return carried


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
