"""What became of each paragraph: links between paragraphs made into bonds, each of one class.

identical: one old and one new paragraph with the same letters and digits in the same order. edited: any other one
to one. split: one old, several new. merged: several old, one new. added, dropped: nothing on the other side.
A paragraph stands in two bonds only where it is both split and merged.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from stocktake.documents.compare.align import Link
from stocktake.documents.compare.model import Change
from stocktake.documents.compare.passage import Passage

_BY_COUNTS: dict[tuple[int, int], Change] = {
    (0, 1): "added",
    (1, 0): "dropped",
    (1, 1): "edited",
    (1, 2): "split",
    (2, 1): "merged",
}


@dataclass(frozen=True, slots=True)
class Bond:
    """Passages that belong together, by index.

    Attributes:
        old: Old passages in order.
        new: New passages in order.
        main: The old and the new passage that share most words; None where one side is empty.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    main: tuple[int, int] | None

    @property
    def mirrored(self) -> "Bond":
        """The same bond seen from the other side."""
        return Bond(self.new, self.old, (self.main[1], self.main[0]) if self.main else None)


def bonds_of(links: Sequence[Link], old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Bond, ...]:
    """The bonds that ``links`` make between the passages of two texts, every one of them covered."""
    by_old: dict[int, list[Link]] = defaultdict(list)
    by_new: dict[int, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda each: (each.old, each.new)):
        by_old[link.old].append(link)
        by_new[link.new].append(link)
    groups = [
        *([each] for each in links if len(by_old[each.old]) == 1 and len(by_new[each.new]) == 1),
        *(group for group in (*by_old.values(), *by_new.values()) if len(group) > 1),
    ]
    return (
        *(_bond(group, old, new) for group in groups),
        *(Bond((i,), (), None) for i in range(len(old)) if i not in by_old),
        *(Bond((), (j,), None) for j in range(len(new)) if j not in by_new),
    )


def _bond(links: Sequence[Link], old: Sequence[Passage], new: Sequence[Passage]) -> Bond:
    main = max(links, key=lambda each: (_shared(old[each.old], new[each.new]), -each.old, -each.new))
    olds, news = sorted({each.old for each in links}), sorted({each.new for each in links})
    return Bond(tuple(olds), tuple(news), (main.old, main.new))


def _shared(old: Passage, new: Passage) -> int:
    return (Counter(old.words) & Counter(new.words)).total()


def change_of(bond: Bond, old: Sequence[Passage], new: Sequence[Passage]) -> Change:
    """The class of ``bond``."""
    counts = (min(len(bond.old), 2), min(len(bond.new), 2))
    if counts == (1, 1) and old[bond.old[0]].key == new[bond.new[0]].key:
        return "identical"
    return _BY_COUNTS[counts]
