"""Provisions that a text has again after one or more held texts had them not.

Knows the comparison of a text with the last one that had a provision: neighbours alone do not show a return. A
paragraph that continues another provision has the old one again only where the old words came into it anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from stocktake.documents.compare.model import Comparison, Pair
from stocktake.documents.compare.passage import Passage, word_weights
from stocktake.documents.threads.following import Between, Text, Trail
from stocktake.documents.threads.holding import holds, runs

# Long enough that no stock phrase of two or three words speaks for a return.
SHINGLE = 4


class ReturnFinder:
    """Finds the pairs by which a text has gone provisions again."""

    def __init__(self, texts: Sequence[Text], between: Between) -> None:
        self._texts = texts
        self._between = between
        self._shingles = [_shingles_by_paragraph(text) for text in texts]

    def __call__(self, gone: Sequence[Trail], place: int) -> list[tuple[Trail, Sequence[Pair]]]:
        """For each of ``gone`` that the text at ``place`` has again, the pairs that say where."""
        if not gone:
            return []
        before = _Before(self._texts[place - 1], self._between(place - 1, place))
        open_shingles = {
            each
            for paragraph, shingles in self._shingles[place].items()
            if paragraph not in before.identical
            for each in shingles
        }
        found: list[tuple[Trail, Sequence[Pair]]] = []
        for last, group in groupby(sorted(gone, key=_last_place), key=_last_place):
            likely = [trail for trail in group if self._is_likely(trail, open_shingles)]
            found += self._returned(likely, last, place, before) if likely else []
        return found

    def _is_likely(self, trail: Trail, shingles: set[tuple[str, ...]]) -> bool:
        """Whether an eighth of the provision's runs of words stands anywhere in what is not the same as before."""
        own = set().union(*(self._shingles[trail.places[-1]][each] for each in trail.lives[-1].paragraphs))
        return bool(own) and 8 * len(own & shingles) >= len(own)

    def _returned(
        self, gone: Sequence[Trail], last: int, place: int, before: "_Before"
    ) -> Iterator[tuple[Trail, Sequence[Pair]]]:
        old, new = self._texts[last], self._texts[place]
        weights = word_weights([*old.passages.values(), *new.passages.values()])
        pairs = [pair for pair in self._between(last, place).pairs if pair.old and pair.new]
        for trail in gone:
            mine = [pair for pair in pairs if not set(pair.old).isdisjoint(trail.lives[-1].paragraphs)]
            kept = [_only(pair, old, new, before, weights) for pair in mine]
            if found := [pair for pair in kept if pair.new]:
                yield trail, found


class _Before:
    """What the paragraphs of a text continue from the text right before it."""

    def __init__(self, text: Text, comparison: Comparison) -> None:
        continued = [pair for pair in comparison.pairs if pair.old and pair.new]
        self.identical = {each for pair in continued if pair.change == "identical" for each in pair.new}
        self.sources: dict[str, list[Passage]] = {}
        for pair in continued:
            for each in pair.new:
                self.sources.setdefault(each, []).extend(text.passages[old] for old in pair.old)


def _last_place(trail: Trail) -> int:
    return trail.places[-1]


def _only(pair: Pair, old: Text, new: Text, before: _Before, weights: Mapping[str, float]) -> Pair:
    """The pair with those of its new paragraphs alone into which the old words came anew."""
    olds = [old.passages[each] for each in pair.old]

    def came_anew(paragraph: str) -> bool:
        sources = before.sources.get(paragraph, [])
        return not sources or any(
            holds(new.passages[paragraph], each, weights)
            and not any(holds(source, each, weights) for source in sources)
            for each in olds
        )

    kept = tuple(each for each in pair.new if each not in before.identical and came_anew(each))
    return pair if kept == pair.new else replace(pair, new=kept, words=())


def _shingles_by_paragraph(text: Text) -> dict[str, frozenset[tuple[str, ...]]]:
    return {each: frozenset(runs(passage.words, SHINGLE)) for each, passage in text.passages.items()}
