"""How much two clauses are about the same: their telling words, weighed over all the texts held.

Knows that words of procedure, which every paragraph has, say little: a word weighs more the fewer paragraphs hold it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stocktake.documents.compare.passage import folded_words, passages_of, weigh, word_weights
from stocktake.documents.model import Document


@dataclass(frozen=True, slots=True)
class Subjects:
    """Measures how much clauses are about the same.

    Attributes:
        weights: How much each word says, over the paragraphs of all texts held.
    """

    weights: Mapping[str, float]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "Subjects":
        """The measure over these texts."""
        return cls(word_weights([each for document in documents for each in passages_of(document)]))

    def shared(self, one: str, other: str) -> float:
        """How much of the shorter clause's weight the other holds too: 0 for nothing, 1 for all of it."""
        bags = [Counter(word for word in folded_words(text) if word in self.weights) for text in (one, other)]
        # A word that stands twice is no more telling than one that stands once.
        sets = [set(bag) for bag in bags]
        whole = [self._weight(each) for each in sets]
        return self._weight(sets[0] & sets[1]) / min(whole) if min(whole) else 0.0

    def _weight(self, words: set[str]) -> float:
        # What nearly every paragraph holds weighs 1 and tells nothing.
        return weigh(words, self.weights) - len(words)
