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
from collections.abc import Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from stocktake.documents.compare.passage import Passage, weigh, word_weights

if TYPE_CHECKING:
    import numpy as np

    Matrix: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

SHARED = 0.6
CONTAINED = 0.4
# Chosen on the development pairs of bench/compare.py: under it, a successor on the same subject in new words.
CONTINUES = 0.51
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
    """
    if not old or not new:
        return ()
    import lap
    import numpy as np

    likeness = _likenesses(old, new)
    _mark_moved_lists(likeness, old, new)
    likeness[likeness < CONTINUES] = 0
    _mark_identical(likeness, old, new)
    places = np.linspace(0, 1, len(old))[:, None], np.linspace(0, 1, len(new))[None, :]
    value = np.where(likeness > 0, likeness + NEARNESS * (1 - abs(places[0] - places[1])), 0)
    _, partner, _ = lap.lapjv(IDENTICAL + NEARNESS - value, extend_cost=True)
    return tuple(
        Link(i, int(j), float(likeness[i, j])) for i, j in enumerate(partner) if j >= 0 and likeness[i, j] > 0
    )


def _likenesses(old: Sequence[Passage], new: Sequence[Passage]) -> "Matrix":
    import numpy as np

    weights = word_weights([*old, *new])
    common = _common_weight(old, new, weights)
    old_weight = np.array([weigh(each.words, weights) for each in old])[:, None]
    new_weight = np.array([weigh(each.words, weights) for each in new])[None, :]
    shared = 2 * common / np.maximum(old_weight + new_weight, 1)
    contained = common / np.maximum(np.minimum(old_weight, new_weight), 1)
    return np.asarray(SHARED * shared + CONTAINED * contained, dtype=np.float64)


def _common_weight(old: Sequence[Passage], new: Sequence[Passage], weights: Mapping[str, float]) -> "Matrix":
    """The weight of the words that each old and new passage have in common, repetitions counted.

    Word by word: a product of matrices would need a row for each word of both texts, and wakes threads that cost
    more than they bring at this size.
    """
    import numpy as np

    old_places, new_places = _places(old), _places(new)
    common = np.zeros((len(old), len(new)))
    for feature in sorted(old_places.keys() & new_places.keys()):
        common[np.array(old_places[feature])[:, None], new_places[feature]] += weights[feature[0]]
    return common


def _places(passages: Sequence[Passage]) -> dict[tuple[str, int], list[int]]:
    """The passages that hold each word at least n times, by word and n."""
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        times: dict[str, int] = {}
        for word in passage.words:
            times[word] = times.get(word, 0) + 1
            places[word, times[word]].append(index)
    return places


def _mark_moved_lists(likeness: "Matrix", old: Sequence[Passage], new: Sequence[Passage]) -> None:
    """Makes alike two passages of which one prints in its text most of what the other lists in its note."""
    listing_old = [i for i, each in enumerate(old) if max(len(each.cited), len(each.cited_in_notes)) >= LISTED]
    listing_new = [j for j, each in enumerate(new) if max(len(each.cited), len(each.cited_in_notes)) >= LISTED]
    for i, j in product(listing_old, listing_new):
        if _list_moved(old[i], new[j]) or _list_moved(new[j], old[i]):
            likeness[i, j] = max(likeness[i, j], LIST_MOVED)


def _list_moved(text_side: Passage, note_side: Passage) -> bool:
    shared = text_side.cited & note_side.cited_in_notes
    return len(shared) >= max(LISTED, len(text_side.cited) / 2)


def _mark_identical(likeness: "Matrix", old: Sequence[Passage], new: Sequence[Passage]) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    for index, passage in enumerate(new):
        places[passage.key].append(index)
    for index, passage in enumerate(old):
        likeness[index, places.get(passage.key, [])] = IDENTICAL
