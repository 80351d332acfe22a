"""Which paragraph of one text continues which of the other: the best assignment over both texts as a whole.

Knows how alike two passages are and how to choose one partner each so that the whole is best. Does not know of
splits and merges (``parts.py``) nor of classes (``classify.py``). The only file that imports numpy and lap.

Likeness is between 0 and 1: three fifths of the words two passages share (each word weighed by how rare it is in
both texts, repetitions counted, order not) and two fifths of the share of the shorter one that is found in the
other. The second part keeps a paragraph that lost or gained a long clause; the first keeps apart two paragraphs
that merely speak of the same subject. A list of documents that went into a note takes nearly all words along;
there the documents themselves tell that it is the same paragraph.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product, takewhile
from typing import NamedTuple

from stocktake.documents.compare.passage import Passage, weigh, word_weights

_Pair = tuple[int, int]

SHARED = 0.6
CONTAINED = 0.4
# Chosen on the development pairs of bench/compare.py: under it, a successor on the same subject in new words.
CONTINUES = 0.51
# So many words at the beginning are more than a verb and whom or what it speaks of in every text.
OPENING = 12
# More than any likeness, so that two identical paragraphs are never parted for the sake of two edited ones.
IDENTICAL = 2.0
# A list of at least so many documents that left the text for a note, or came back, makes two passages one.
LISTED = 3
LIST_MOVED = 0.6
# Less than any difference of likeness that matters: only settles which of several equal partners is nearer.
NEARNESS = 1e-3


class Link(NamedTuple):
    """An old and a new passage, by index, that continue one another, and how alike they are (2: identical)."""

    old: int
    new: int
    likeness: float


def align(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Link, ...]:
    """The links of the best assignment, in the order of ``old``; no passage stands in two.

    Passages less alike than ``CONTINUES`` are left alone. Of equal partners the nearer in relative place wins.
    Only pairs alike enough are kept in memory, and groups of passages that have none in common are assigned apart:
    the best of the whole is the best of each.
    """
    if not old or not new:
        return ()
    likeness = dict(_likenesses(old, new))
    _mark_moved_lists(likeness, old, new)
    _mark_identical(likeness, old, new)
    worth = {
        (i, j): value + NEARNESS * (1 - abs(_relative(i, old) - _relative(j, new)))
        for (i, j), value in likeness.items()
    }
    partners = sorted(pair for group in _groups(worth) for pair in _assign(group, worth))
    links = [Link(i, j, likeness[i, j]) for i, j in partners]
    return tuple(sorted([*links, *_in_place(links, old, new)]))


def _in_place(links: Sequence[Link], old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[Link]:
    """Two passages left alone between the same neighbours that open alike: one that was rewritten after its opening."""
    for before, after in pairwise(links):
        i, j = before.old + 1, before.new + 1
        if (after.old, after.new) == (i + 1, j + 1) and old[i].part == new[j].part:
            opening = takewhile(lambda words: words[0] == words[1], zip(old[i].words, new[j].words, strict=False))
            if len(list(opening)) >= OPENING:
                yield Link(i, j, CONTINUES)


def _relative(index: int, passages: Sequence[Passage]) -> float:
    return index / max(1, len(passages) - 1)


def _groups(pairs: Iterable[_Pair]) -> list[list[_Pair]]:
    """The pairs in groups: two that share a passage stand in one group."""
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def lead(side: tuple[str, int]) -> tuple[str, int]:
        while leader.setdefault(side, side) != side:
            leader[side] = leader[leader[side]]
            side = leader[side]
        return side

    ordered = sorted(pairs)
    for i, j in ordered:
        leader[lead(("new", j))] = lead(("old", i))
    groups: dict[tuple[str, int], list[_Pair]] = defaultdict(list)
    for i, j in ordered:
        groups[lead(("old", i))].append((i, j))
    return list(groups.values())


def _assign(group: Sequence[_Pair], worth: Mapping[_Pair, float]) -> list[_Pair]:
    """The pairs of one group that together are worth most, no passage in two of them."""
    if len(group) == 1:
        return list(group)
    import lap
    import numpy as np

    rows, columns = sorted({i for i, _ in group}), sorted({j for _, j in group})
    row_of, column_of = ({index: at for at, index in enumerate(side)} for side in (rows, columns))
    cost = np.full((len(rows), len(columns)), IDENTICAL + NEARNESS)
    for i, j in group:
        cost[row_of[i], column_of[j]] -= worth[i, j]
    _, partner, _ = lap.lapjv(cost, extend_cost=True)
    chosen = [(rows[row], columns[column]) for row, column in enumerate(partner) if column >= 0]
    return [pair for pair in chosen if pair in worth]


def _likenesses(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[_Pair, float]]:
    """The pairs that are alike enough, row by row, each with its likeness.

    Word by word: a product of matrices would need a row for each word of both texts, and wakes threads that cost
    more than they bring at this size.
    """
    import numpy as np

    weights = word_weights([*old, *new])
    places = {feature: np.array(found) for feature, found in _places(new).items()}
    new_weight = np.array([weigh(each.words, weights) for each in new])
    for i, passage in enumerate(old):
        common = np.zeros(len(new))
        for feature in _features(passage):
            if feature in places:
                common[places[feature]] += weights[feature[0]]
        weight = weigh(passage.words, weights)
        shared = 2 * common / np.maximum(weight + new_weight, 1)
        contained = common / np.maximum(np.minimum(weight, new_weight), 1)
        likeness = SHARED * shared + CONTAINED * contained
        for j in np.flatnonzero(likeness >= CONTINUES):
            yield (i, int(j)), float(likeness[j])


def _features(passage: Passage) -> Iterator[tuple[str, int]]:
    """Each word with which time it is: repetitions count."""
    times: dict[str, int] = defaultdict(int)
    for word in passage.words:
        times[word] += 1
        yield word, times[word]


def _places(passages: Sequence[Passage]) -> dict[tuple[str, int], list[int]]:
    """The passages that hold each word at least n times, by word and n."""
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        for feature in _features(passage):
            places[feature].append(index)
    return places


def _mark_moved_lists(likeness: dict[_Pair, float], old: Sequence[Passage], new: Sequence[Passage]) -> None:
    """Makes alike two passages of which one prints in its text most of what the other lists in its note."""
    listing_old = [i for i, each in enumerate(old) if max(len(each.cited), len(each.cited_in_notes)) >= LISTED]
    listing_new = [j for j, each in enumerate(new) if max(len(each.cited), len(each.cited_in_notes)) >= LISTED]
    for i, j in product(listing_old, listing_new):
        if _list_moved(old[i], new[j]) or _list_moved(new[j], old[i]):
            likeness[i, j] = max(likeness.get((i, j), 0), LIST_MOVED)


def _list_moved(text_side: Passage, note_side: Passage) -> bool:
    shared = text_side.cited & note_side.cited_in_notes
    return len(shared) >= max(LISTED, len(text_side.cited) / 2)


def _mark_identical(likeness: dict[_Pair, float], old: Sequence[Passage], new: Sequence[Passage]) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    for index, passage in enumerate(new):
        places[passage.key].append(index)
    for index, passage in enumerate(old):
        for place in places.get(passage.key, ()):
            likeness[index, place] = IDENTICAL
