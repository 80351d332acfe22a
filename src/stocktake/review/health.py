"""The health of the mandates of one text: signs that a drafter may want to look at, each with rule, words and place.

Knows how the facts about a text are gathered and in what order the rules speak. The rules are in ``health_rules``,
their words and parameters in the frameworks. Gives advice, never a verdict.
"""

from collections.abc import Sequence
from datetime import date

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.find.events import find_events
from stocktake.documents.model import Document
from stocktake.documents.threads.model import Threads
from stocktake.frameworks.health import choose_health_rules
from stocktake.review.health_model import Health, MandateFacts, Previous
from stocktake.review.health_rules import RULES


def assess_health(facts: MandateFacts, names: frozenset[str] | None = None) -> Health:
    """What the rules say of a text, by rule, then by place; the same for the same facts.

    Args:
        facts: The text and what is known of it.
        names: The rules to apply; None for those that are on by default.

    Raises:
        RequestError: There is no rule of one of the names.
    """
    rules = choose_health_rules(names)
    order = {each.id: place for place, each in enumerate(facts.document.paragraphs)}
    notes = [
        note
        for rule in rules
        for note in sorted(RULES[rule.name](rule, facts), key=lambda each: order.get(each.paragraph, -1))
    ]
    return Health(facts.name, facts.as_of, rules, tuple(notes))


def mandate_facts(
    document: Document,
    as_of: date,
    commitments: Sequence[Commitment] = (),
    threads: Threads | None = None,
    previous: Previous | None = None,
) -> MandateFacts:
    """A text with its events, and what its threads and the text before it tell of it.

    Args:
        document: As read.
        as_of: The date of the review.
        commitments: Its duties.
        threads: Of its chain, made of this document among others; None where it is looked at alone.
        previous: The text of the chain held before it; None where there is none.
    """
    held = next((each for each in threads.held if each.file == document.source.name), None) if threads else None
    adopted = document.data.adopted or (held.adopted if held else None)
    day = adopted or document.data.distributed
    return MandateFacts(
        document=document,
        name=held.name if held else document.name,
        as_of=as_of,
        stood=date.fromisoformat(day) if day else None,
        adopted=adopted is not None,
        commitments=tuple(commitments),
        events=find_events(document),
        threads=threads if held else None,
        previous=previous,
    )
