"""Whether most of a provision stands in a paragraph, in its own words and in runs of them.

Knows runs of words and their weight. Knows nothing of pairs and threads.
"""

from collections.abc import Iterator, Mapping

from stocktake.documents.compare.passage import Passage, weigh

# A provision is in a paragraph where half of it (its words weighed by rarity) stands there in runs of three words.
HALF = 0.5
RUN = 3


def holds(passage: Passage, provision: Passage, weights: Mapping[str, float]) -> bool:
    """Whether most of ``provision`` stands in ``passage``."""
    found = set(runs(passage.words, RUN))
    held: set[int] = set()
    for at, run in enumerate(runs(provision.words, RUN)):
        if run in found:
            held.update(range(at, at + len(run)))
    return weigh((provision.words[at] for at in held), weights) >= HALF * weigh(provision.words, weights)


def runs(words: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    """Every run of ``size`` words; the whole where there are fewer."""
    if 0 < len(words) < size:
        yield words
    yield from zip(*(words[start:] for start in range(size)), strict=False)
