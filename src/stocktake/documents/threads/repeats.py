"""Operative paragraphs of one text that say the same twice, or seem to.

Knows three signs, the plainest first: two paragraphs are nearly the same; two share a long run of words that no
other operative paragraph holds; two or three share a set phrase of rare words, whatever stands between them. The
preamble is left aside: it names the ground of the operative paragraphs in their own words. So are an item and its
own chapeau. Whether two paragraphs that share words repeat one another, a person has to say.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from stocktake.documents.compare.align import CONTAINED, SHARED
from stocktake.documents.compare.passage import Passage, weigh, word_weights
from stocktake.documents.threads.following import Text
from stocktake.documents.threads.model import Repeat, RepeatKind

# A little under the likeness at which a paragraph continues another: here nobody meant to keep the words.
ALIKE = 0.45
# Shorter runs are stock phrases: a body's name, "the implementation of the present resolution".
LONG_RUN = 7
# A word is rare that stands in one of eighteen operative paragraphs at most, in two at least.
RARE_SHARE = 18
RARE_LEAST = 2
# A set phrase: three rare words within five words, in no more than three paragraphs.
WINDOW = 5
FORMULA_PARAGRAPHS = 3

_Group = tuple[int, ...]


def find_repeats(text: Text) -> tuple[Repeat, ...]:
    """The repeats of one text by place; paragraphs are named together once, for the plainest sign."""
    passages = [each for each in text.passages.values() if each.part == "operative"]
    found: dict[_Group, tuple[RepeatKind, str]] = dict.fromkeys(_alike(passages), ("alike", ""))
    for group, words in _sharing_runs(passages).items():
        found.setdefault(group, ("same words", words))
    for group, words in _sharing_formulas(passages).items():
        found.setdefault(group, ("same formula", words))
    return tuple(
        Repeat(text.name, tuple(passages[each].id for each in group), kind, words)
        for group, (kind, words) in sorted(found.items())
        if not _are_one_list([passages[each].id for each in group])
    )


def _alike(passages: Sequence[Passage]) -> Iterator[_Group]:
    weights = word_weights(passages)
    whole = [weigh(each.words, weights) for each in passages]
    counts = [Counter(each.words) for each in passages]
    for one, other in combinations(range(len(passages)), 2):
        common = sum(
            weights[word] * min(counts[one][word], counts[other][word])
            for word in counts[one].keys() & counts[other].keys()
        )
        shared = 2 * common / max(whole[one] + whole[other], 1)
        contained = common / max(min(whole[one], whole[other]), 1)
        if SHARED * shared + CONTAINED * contained >= ALIKE:
            yield one, other


def _sharing_runs(passages: Sequence[Passage]) -> dict[_Group, str]:
    """The pairs that alone hold a run of ``LONG_RUN`` words, with the longest text of such runs."""
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for index, passage in enumerate(passages):
        for at in range(len(passage.words) - LONG_RUN + 1):
            holders[passage.words[at : at + LONG_RUN]].add(index)
    pairs = {_ordered(held) for held in holders.values() if len(held) == len(("one", "other"))}
    return {pair: _longest_run(passages[pair[0]], pair, holders) for pair in sorted(pairs)}


def _longest_run(passage: Passage, pair: _Group, holders: Mapping[tuple[str, ...], set[int]]) -> str:
    best, run = (0, 0), 0
    for at in range(len(passage.words) - LONG_RUN + 1):
        run = run + 1 if holders[passage.words[at : at + LONG_RUN]] == set(pair) else 0
        best = max(best, (run, at))
    length, last = best
    return " ".join(passage.words[last - length + 1 : last + LONG_RUN])


def _sharing_formulas(passages: Sequence[Passage]) -> dict[_Group, str]:
    """The groups that alone hold three rare words close together, in one order, with those words."""
    held = Counter(word for passage in passages for word in set(passage.words))
    most = max(RARE_LEAST, len(passages) // RARE_SHARE)
    rare = {word for word, times in held.items() if 1 < times <= most}
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for index, passage in enumerate(passages):
        for formula in _formulas(passage, rare):
            holders[formula].add(index)
    groups: dict[_Group, str] = {}
    for formula, places in sorted(holders.items()):
        if 1 < len(places) <= FORMULA_PARAGRAPHS:
            groups.setdefault(_ordered(places), " … ".join(formula))
    return groups


def _formulas(passage: Passage, rare: set[str]) -> Iterator[tuple[str, ...]]:
    for at, word in enumerate(passage.words):
        if word in rare:
            near = [each for each in passage.words[at + 1 : at + WINDOW] if each in rare]
            for two in combinations(near, 2):
                yield word, *two


def _ordered(held: set[int]) -> _Group:
    return tuple(sorted(held))


def _are_one_list(ids: Sequence[str]) -> bool:
    """Whether all are the chapeau or items of one paragraph."""
    return len({each.partition("(")[0] for each in ids}) == 1
