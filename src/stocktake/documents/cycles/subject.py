"""How much two clauses are about the same: their telling words, weighed over all the texts of a chain.

Knows that words of procedure, which every paragraph has, say little: a word weighs more the fewer paragraphs hold it.
Years, sessions and symbols say nothing of the matter: they change from year to year where the matter stays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stocktake.documents.compare.passage import folded_words, passages_of, weigh, word_weights
from stocktake.documents.model import Document
from stocktake.values.ordinal import ordinal_number

# What two clauses on one matter must share at least: two words, each of which one paragraph in ten holds (2 ln 10).
# Less is "the report to the Assembly", whatever it is on.
A_MATTER = 4.6
# "of", "and", "its", "for": words so short link others; in a chain of short texts they would seem rare.
LONGEST_LINK = 3


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
        first, second = self._telling(one), self._telling(other)
        shorter = min(self._weight(first), self._weight(second))
        return self._weight(first & second) / shorter if shorter else 0.0

    def held_by(self, one: str, other: str) -> float:
        """How much of the first clause's weight the second holds."""
        first = self._telling(one)
        whole = self._weight(first)
        return self._weight(first & self._telling(other)) / whole if whole else 0.0

    def shared_of_both(self, one: str, other: str) -> float:
        """How much of the weight of either clause both hold: 1 where they say the same."""
        first, second = self._telling(one), self._telling(other)
        whole = self._weight(first | second)
        return self._weight(first & second) / whole if whole else 0.0

    def share_a_matter(self, one: str, other: str) -> bool:
        """Whether what both hold is more than words of procedure."""
        return self._weight(self._telling(one) & self._telling(other)) >= A_MATTER

    def names_a_matter(self, words: str) -> bool:
        """Whether the words say what something is on."""
        return self._weight(self._telling(words)) >= A_MATTER

    def _telling(self, text: str) -> set[str]:
        return {word for word in _words_that_tell(text) if word in self.weights}

    def _weight(self, words: set[str]) -> float:
        # What every paragraph holds weighs 1 and tells nothing.
        return weigh(words, self.weights) - len(words)


# One clause is compared with many.
@lru_cache(maxsize=4096)
def _words_that_tell(text: str) -> frozenset[str]:
    """The words of a clause, each once: a word that stands twice is no more telling than one that stands once."""
    return frozenset(word for word in folded_words(text) if len(word) > LONGEST_LINK and not _counts(word))


def _counts(word: str) -> bool:
    return any(map(str.isdigit, word)) or ordinal_number(word) is not None
