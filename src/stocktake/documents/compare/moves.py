"""Which bonds moved: those outside the longest run that keeps the order of both texts.

Knows places only. A paragraph planted elsewhere is one move, whichever text is the older; numbers that shift
because a paragraph came in before them are none. Of several longest runs the one with most words stays. A split or
merge stays where one of its parts stays.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from stocktake.documents.compare.classify import Bond
from stocktake.documents.compare.passage import Passage


class _Point(NamedTuple):
    """An old and a new place that belong together, the words that stand there, and the bond they are of."""

    old: int
    new: int
    words: int
    bond: Bond


class _Run(NamedTuple):
    """The best run that ends at a point: how many points, how many words, and which point is its last."""

    length: int
    words: int
    last: int


_NO_RUN = _Run(0, 0, -1)


def moved_bonds(bonds: Sequence[Bond], old: Sequence[Passage], new: Sequence[Passage]) -> frozenset[Bond]:
    """The bonds that stand out of the order of their neighbours."""
    points = [
        _Point(i, j, len(old[i].words) + len(new[j].words), bond)
        for bond in bonds
        for i, j in product(bond.old, bond.new)
    ]
    # Of the points of one old place the last comes first, so that a run takes one of them at most.
    points.sort(key=lambda point: (point.old, -point.new))
    kept = {point.bond for point in _longest_run(points)}
    return frozenset(point.bond for point in points) - kept


def _longest_run(points: Sequence[_Point]) -> list[_Point]:
    """The longest run of points that rises on both sides; of several, the one with most words."""
    ranks = sorted({point.new for point in points})
    tree = [_NO_RUN] * (len(ranks) + 1)
    before: list[int] = []
    for index, point in enumerate(points):
        rank = bisect_left(ranks, point.new)
        best = _best_up_to(tree, rank)
        before.append(best.last)
        _raise(tree, rank + 1, _Run(best.length + 1, best.words + point.words, index))
    last = _best_up_to(tree, len(ranks)).last
    kept: list[_Point] = []
    while last >= 0:
        kept.append(points[last])
        last = before[last]
    return kept


def _better(one: _Run, other: _Run) -> _Run:
    return max(one, other, key=lambda run: (run.length, run.words, -run.last))


def _best_up_to(tree: Sequence[_Run], rank: int) -> _Run:
    """The best run that ends at one of the first ``rank`` places (a Fenwick tree of maxima)."""
    best = _NO_RUN
    while rank > 0:
        best = _better(best, tree[rank])
        rank -= rank & -rank
    return best


def _raise(tree: list[_Run], rank: int, run: _Run) -> None:
    while rank < len(tree):
        tree[rank] = _better(tree[rank], run)
        rank += rank & -rank
