"""Which further paragraphs are parts of one that is already linked: splits and merges, at any distance.

Knows only runs of words that stand in both passages and that no partner has taken yet. A paragraph that is split
leaves each of its runs in one part; a merged one takes its runs from several.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from stocktake.documents.compare.align import IDENTICAL, Link
from stocktake.documents.compare.passage import Passage, weigh, word_weights

# A run of two words ("as well", "in the") says nothing about where a passage comes from.
RUN = 3
# Pairs with fewer runs of four words in common than this, and than an eighth of those in the shorter, are left
# aside unread: what they share is stock phrases.
SHINGLE = 4
LEAST_SHINGLES = 3
LEAST_SHARE = 8
LEAST_WORDS = 6
# A part gives half of what is left of itself, or takes half of what is left of the whole; and what passes between
# the two is at least a quarter of the shorter, so that no stock phrase makes a part.
HALF = 0.5
QUARTER = 0.25


@dataclass(slots=True)
class _Side:
    """The passages of one text and which of their words are taken, by place."""

    passages: Sequence[Passage]
    weights: Mapping[str, float]
    taken: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def whole(self, index: int) -> float:
        return weigh(self.passages[index].words, self.weights)

    def left(self, index: int) -> float:
        taken = self.taken[index]
        return sum(self.weights[word] for at, word in enumerate(self.passages[index].words) if at not in taken)


def further_links(old: Sequence[Passage], new: Sequence[Passage], links: Sequence[Link]) -> tuple[Link, ...]:
    """The links that make splits and merges out of ``links``, those that pass on most words first."""
    weights = word_weights([*old, *new])
    before, after = _Side(old, weights), _Side(new, weights)
    shared = _candidates(old, new, links)
    for link in links:
        if any(link.old == i or link.new == j for i, j in shared):
            _take(_common(old[link.old], new[link.new], run=2), before.taken[link.old], after.taken[link.new])
    found: list[Link] = []
    cells = {(i, j): _common(old[i], new[j], run=RUN) for i, j in shared}
    for i, j in sorted(shared, key=lambda pair: (-len(cells[pair]), pair)):
        free = [(a, b) for a, b in cells[i, j] if a not in before.taken[i] and b not in after.taken[j]]
        gain = weigh((old[i].words[a] for a, _ in free), weights)
        if len(free) >= LEAST_WORDS and _is_part(gain, i, j, before, after):
            _take(free, before.taken[i], after.taken[j])
            found.append(Link(i, j, gain / max(before.whole(i), after.whole(j))))
    return tuple(found)


def _is_part(gain: float, i: int, j: int, before: _Side, after: _Side) -> bool:
    enough = gain >= QUARTER * min(before.whole(i), after.whole(j))
    return enough and (gain >= HALF * before.left(i) or gain >= HALF * after.left(j))


def _candidates(old: Sequence[Passage], new: Sequence[Passage], links: Sequence[Link]) -> set[tuple[int, int]]:
    """The pairs worth a closer look: not linked, one of them linked to a third, neither identical to any."""
    settled_old = {link.old for link in links if link.likeness == IDENTICAL}
    settled_new = {link.new for link in links if link.likeness == IDENTICAL}
    linked_old, linked_new = {link.old for link in links}, {link.new for link in links}
    linked = {(link.old, link.new) for link in links}
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, passage in enumerate(new):
        if j not in settled_new:
            for shingle in set(_shingles(passage.words)):
                places[shingle].append(j)
    common = Counter(
        (i, j)
        for i, passage in enumerate(old)
        if i not in settled_old
        for shingle in set(_shingles(passage.words))
        for j in places.get(shingle, ())
    )
    return {
        (i, j)
        for (i, j), times in common.items()
        if times >= max(LEAST_SHINGLES, min(len(old[i].words), len(new[j].words)) / LEAST_SHARE)
        and (i, j) not in linked
        and (i in linked_old or j in linked_new)
    }


def _shingles(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(SHINGLE)), strict=False)


def _common(old: Passage, new: Passage, *, run: int) -> list[tuple[int, int]]:
    """The places, old and new, of the words that stand in both in runs of at least ``run``."""
    blocks = SequenceMatcher(None, old.words, new.words, autojunk=False).get_matching_blocks()
    return [(a + step, b + step) for a, b, size in blocks if size >= run for step in range(size)]


def _take(cells: Sequence[tuple[int, int]], old: set[int], new: set[int]) -> None:
    old.update(a for a, _ in cells)
    new.update(b for _, b in cells)
