"""What a comparison says: frozen, nothing here computes but the summary.

The names follow ``docs/reference/shapes.md`` (the JSON that ``stocktake compare`` prints); ``old`` and ``new``
stand for ``from`` and ``to``, which Python keeps for itself.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

Change = Literal["identical", "edited", "split", "merged", "added", "dropped"]
Shift = Literal["weaker", "stronger", "same", "changed"]
Operation = Literal["equal", "delete", "insert"]

CHANGES: tuple[Change, ...] = get_args(Change)


class WordRun(NamedTuple):
    """A run of text that both sides hold, or only the old one (delete), or only the new one (insert)."""

    operation: Operation
    text: str


@dataclass(frozen=True, slots=True)
class VerbChange:
    """The leading verbs of the two sides.

    Attributes:
        old: The old verb phrase; None where there is none.
        new: The new verb phrase; None where there is none.
        shift: Where the new verb stands on the scale of strength, seen from the old one; ``same`` for one verb in
            two forms; ``changed`` for two verbs without an order; None where either side has no verb.
    """

    old: str | None
    new: str | None
    shift: Shift | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs that continue one another, or one that was added or dropped.

    Attributes:
        old: Ids of the paragraphs of the old text, in its order; empty where the paragraph was added.
        new: Ids of the paragraphs of the new text, in its order; empty where the paragraph was dropped.
        change: The class, by the rules of ``classify.py``.
        moved: Whether the pair stands out of the order of its neighbours.
        crosses: Whether it goes between preamble and operative part.
        verb: The leading verbs and the direction of their change.
        notes_changed: Whether the words of the notes differ; marks and their numbers do not count.
        words: The text in runs: equal and delete joined give the old text, equal and insert the new.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    change: Change
    moved: bool
    crosses: bool
    verb: VerbChange
    notes_changed: bool
    words: tuple[WordRun, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts side by side.

    Attributes:
        old: Symbol of the old text; None where it prints none.
        new: Symbol of the new text; None where it prints none.
        pairs: In the order of the new text; a dropped paragraph follows what it followed in the old one.
    """

    old: str | None
    new: str | None
    pairs: tuple[Pair, ...]

    @property
    def summary(self) -> dict[str, int]:
        """How many pairs there are of each class, and how many moved and crossed."""
        counts = Counter(pair.change for pair in self.pairs)
        return {
            **{change: counts[change] for change in CHANGES},
            "moved": sum(pair.moved for pair in self.pairs),
            "crosses": sum(pair.crosses for pair in self.pairs),
        }
