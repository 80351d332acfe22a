"""Comparing two texts: which paragraph continues which, what changed inside it, what came and what went.

The work is laid out in the order of the files: ``passage`` (what is looked at), ``align`` (the best assignment),
``parts`` (splits and merges), ``classify``, ``moves``, ``verbs``, ``words``. Knows two documents at a time.
"""

from collections.abc import Sequence
from typing import NamedTuple

from stocktake.documents.compare.align import align
from stocktake.documents.compare.classify import Bond, bonds_of, change_of
from stocktake.documents.compare.model import (
    CHANGES,
    Change,
    Comparison,
    Operation,
    Pair,
    Shift,
    VerbChange,
    WordRun,
)
from stocktake.documents.compare.moves import moved_bonds
from stocktake.documents.compare.parts import further_links
from stocktake.documents.compare.passage import Passage, passages_of
from stocktake.documents.compare.verbs import verb_change
from stocktake.documents.compare.words import redline
from stocktake.documents.model import Document

__all__ = [
    "CHANGES",
    "Change",
    "Comparison",
    "Operation",
    "Pair",
    "Shift",
    "Side",
    "VerbChange",
    "WordRun",
    "compare_documents",
    "compare_sides",
]

_Passages = Sequence[Passage]


class Side(NamedTuple):
    """One text as a comparison takes it: its symbol and its passages. Made once where a text is compared often."""

    symbol: str | None
    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, document: Document) -> "Side":
        """The side that ``document`` is."""
        return cls(document.data.symbol, passages_of(document))


def compare_documents(old: Document, new: Document) -> Comparison:
    """``new`` seen from ``old``: every paragraph of both in its pair.

    A text with itself is all identical. Swapping the sides mirrors the result: added and dropped, split and
    merged, weaker and stronger, delete and insert change places, and nothing else changes.
    """
    return compare_sides(Side.of(old), Side.of(new))


def compare_sides(old: Side, new: Side) -> Comparison:
    """The same as ``compare_documents``, for texts whose passages are at hand."""
    before, after = old.passages, new.passages
    bonds, moved = _bonds(before, after)
    pairs = tuple(_pair(bond, before, after, moved=bond in moved) for bond in _in_order(bonds))
    return Comparison(old.symbol, new.symbol, pairs)


def _bonds(old: _Passages, new: _Passages) -> tuple[tuple[Bond, ...], frozenset[Bond]]:
    """The bonds and those of them that moved.

    The text that sorts first is always taken as the old one, so that where two answers are equally good the same
    one is given whichever side comes first.
    """
    turned = _sorting_key(old) > _sorting_key(new)
    first, second = (new, old) if turned else (old, new)
    links = align(first, second)
    bonds = bonds_of([*links, *further_links(first, second, links)], first, second)
    moved = moved_bonds(bonds, first, second)
    if not turned:
        return bonds, moved
    return tuple(bond.mirrored for bond in bonds), frozenset(bond.mirrored for bond in moved)


def _sorting_key(passages: _Passages) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((each.key, each.notes) for each in passages)


def _in_order(bonds: Sequence[Bond]) -> list[Bond]:
    """In the order of the new text; a dropped paragraph follows the one it followed in the old text."""
    follows = {index: bond.new[0] for bond in bonds if bond.new for index in bond.old}
    places: dict[int, int] = {}
    last = -1
    for index in range(1 + max((bond.old[-1] for bond in bonds if bond.old), default=-1)):
        last = follows.get(index, last)
        places[index] = last

    def place(bond: Bond) -> tuple[int, int, int, int]:
        if bond.new:
            return bond.new[0], 0, len(bond.new), bond.old[0] if bond.old else -1
        return places[bond.old[0]], 1, 0, bond.old[0]

    return sorted(bonds, key=place)


def _pair(bond: Bond, old: _Passages, new: _Passages, *, moved: bool) -> Pair:
    before, after = [old[i] for i in bond.old], [new[j] for j in bond.new]
    both = bool(before and after)
    notes_before, notes_after = ([note for each in side for note in each.notes] for side in (before, after))
    main_old, main_new = (old[bond.main[0]].verb, new[bond.main[1]].verb) if bond.main else ("", "")
    return Pair(
        old=tuple(each.id for each in before),
        new=tuple(each.id for each in after),
        change=change_of(bond, old, new),
        moved=moved,
        crosses=both and len({each.part for each in [*before, *after]}) > 1,
        verb=verb_change(main_old if both else _verb(before), main_new if both else _verb(after)),
        notes_changed=both and notes_before != notes_after,
        words=redline(" ".join(each.text for each in before), " ".join(each.text for each in after)),
    )


def _verb(passages: _Passages) -> str:
    return passages[0].verb if passages else ""
