"""The health of the texts of a review: each text with its duties, its chain and the text before it.

Knows where a review keeps what the rules look at. The rules are in ``health_rules``.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stocktake.documents.threads.model import Threads
from stocktake.review.duties_model import Duties
from stocktake.review.health_model import Health, Previous
from stocktake.review.model import Review, Step, Text


class Setting(NamedTuple):
    """What the texts stand in: what changed, the threads, what is asked, the date."""

    steps: Sequence[Step]
    threads: Threads | None
    duties: Duties
    as_of: date

    @classmethod
    def of(cls, review: Review) -> "Setting":
        """The setting of a review."""
        return cls(review.steps, review.threads, review.duties, review.as_of)


def health_of(text: Text, setting: Setting, rules: frozenset[str] | None = None) -> Health:
    """What the rules say of one text.

    Args:
        text: One that is used.
        setting: What it stands in.
        rules: The names of the rules to apply; None for those that are on by default.

    Raises:
        RequestError: There is no rule of one of the names.
    """
    from stocktake.review.health import assess_health, mandate_facts

    commitments = [each.commitment for each in setting.duties.of(text.key)]
    previous = _previous(text.key, setting)
    return assess_health(
        mandate_facts(text.document, setting.as_of, commitments, setting.threads, previous), rules
    )


def _previous(key: str, setting: Setting) -> Previous | None:
    step = next((step for step in setting.steps if step.new == key), None)
    if step is None:
        return None
    return Previous(step.old, step.comparison, tuple(each.commitment for each in setting.duties.of(step.old)))
