"""What a proposal for the next draft says: frozen changes, each with its reason and where the fact comes from.

Knows how changes are applied to the words of one place. Does not know why a change is proposed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BLANK = "[…]"
"""What stands where the fact is not at hand."""


@dataclass(frozen=True, slots=True)
class Datum:
    """The fact that a change rests on.

    Attributes:
        words: The fact, as a person would say it: ``A/RES/97/41 was adopted on 12 December 2042``.
        source: Where it stands: the heading of a file, a paragraph, a record of the frameworks.
    """

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """One technical update at one place of the base text.

    Attributes:
        place: A paragraph's id (``P1``, ``13``), ``note 3``, or a line of the heading or of the end (``session``).
        start: Where the old words begin in the text of the place.
        end: Where they end.
        old: The words of the base text from ``start`` to ``end``.
        new: What is proposed in their place; where the fact is missing, words in square brackets.
        reason: Why, in one or two sentences.
        rule: The name of the rule that proposes it.
        datum: The fact it rests on; None where the fact is not at hand and the place is bracketed.
    """

    place: str
    start: int
    end: int
    old: str
    new: str
    reason: str
    rule: str
    datum: Datum | None = None

    @property
    def bracketed(self) -> bool:
        """Whether the drafter still has to fill or confirm the place."""
        return self.datum is None

    @property
    def comment(self) -> str:
        """Reason and datum in one text, as a comment beside the change prints it."""
        if self.datum is None:
            return f"{self.reason} Bracketed: the fact is neither in the texts held nor in the frameworks."
        return f"{self.reason} From: {self.datum.words} ({self.datum.source})."


def without_overlaps(changes: Iterable[ProposedChange]) -> Iterator[ProposedChange]:
    """The changes, save those that touch words which an earlier one in the same place has taken."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for change in changes:
        ranges = taken.setdefault(change.place, [])
        if not any(change.start < end and start < change.end for start, end in ranges):
            ranges.append((change.start, change.end))
            yield change


def apply_changes(text: str, changes: Iterable[ProposedChange]) -> str:
    """The words of one place with all its changes accepted; the changes are those of this place."""
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        text = f"{text[: change.start]}{change.new}{text[change.end :]}"
    return text
