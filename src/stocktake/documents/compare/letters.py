"""Which letter of one text is which of another, and how old and how lasting each letter is over several texts.

Knows letters and digits by their place in a text and the comparisons between texts. Case, punctuation and
typography do not count, as in the class ``identical``. Knows nothing of what the texts are to one another.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from stocktake.documents.compare.model import Comparison, Pair, WordRun
from stocktake.documents.model import Document

Places: TypeAlias = Mapping[str, range]
Link: TypeAlias = tuple[Sequence[int], Sequence[int]]
Comparisons: TypeAlias = Mapping[tuple[int, int], Comparison]


def letters(text: str) -> str:
    """The letters and digits of ``text``, one for one, without case."""
    return "".join(letter for letter in text if letter.isalnum()).casefold()


def count_letters(text: str) -> int:
    """How many letters and digits ``text`` has."""
    return sum(map(str.isalnum, text))


def places_of(document: Document) -> dict[str, range]:
    """For each paragraph, the places of its letters among the letters of the whole text."""
    places: dict[str, range] = {}
    end = 0
    for paragraph in document.paragraphs:
        start, end = end, end + count_letters(paragraph.text)
        places[paragraph.id] = range(start, end)
    return places


def oldest(places: Sequence[Places], between: Comparisons) -> list[list[int]]:
    """For each letter of each text, the oldest text that has it in the same place.

    A letter is as old as the oldest letter it is linked to, directly or through texts between: so what a text
    drops and a later one brings back is as old as its first text, and what drifts too far to be paired at once is
    found step by step.
    """
    found = [[text] * _size(each) for text, each in enumerate(places)]
    for old, new in sorted(between, key=lambda pair: pair[1]):
        known, sought = found[old], found[new]
        for before, after in _links(between[old, new], places[old], places[new]):
            # A comparison and no call of min: there are tens of thousands of letters.
            for there, here in zip(before, after, strict=True):
                if known[there] < sought[here]:  # noqa: PLR1730 - see above
                    sought[here] = known[there]
    return found


def newest(places: Sequence[Places], between: Comparisons) -> list[list[int]]:
    """For each letter of each text, the newest text that has it in the same place: ``oldest`` seen backwards."""
    found = [[text] * _size(each) for text, each in enumerate(places)]
    for old, new in sorted(between, key=lambda pair: -pair[0]):
        sought, known = found[old], found[new]
        for before, after in _links(between[old, new], places[old], places[new]):
            for here, there in zip(before, after, strict=True):
                if known[there] > sought[here]:  # noqa: PLR1730 - see in oldest
                    sought[here] = known[there]
    return found


def _size(places: Places) -> int:
    return sum(map(len, places.values()))


def _links(comparison: Comparison, old: Places, new: Places) -> Iterator[Link]:
    """Stretches of letters that are the same on both sides, by their places."""
    for pair in comparison.pairs:
        if pair.old and pair.new:
            yield from _links_of(pair, _joined(pair.old, old), _joined(pair.new, new))


def _joined(ids: Sequence[str], places: Places) -> Sequence[int]:
    return places[ids[0]] if len(ids) == 1 else list(chain.from_iterable(places[each] for each in ids))


def _links_of(pair: Pair, before: Sequence[int], after: Sequence[int]) -> Iterator[Link]:
    left = right = 0
    for deleted, inserted in _steps(pair.words):
        gone, come = count_letters(deleted), count_letters(inserted)
        if gone == come and (deleted is inserted or letters(deleted) == letters(inserted)):
            yield before[left : left + gone], after[right : right + come]
        left, right = left + gone, right + come


def _steps(words: Sequence[WordRun]) -> Iterator[tuple[str, str]]:
    """What stands on each side, run by run; a deletion and the insertion that follows it are one step."""
    deleted = ""
    for run in words:
        if run.operation == "insert":
            yield deleted, run.text
            deleted = ""
            continue
        if deleted:
            yield deleted, ""
        deleted = run.text if run.operation == "delete" else ""
        if run.operation == "equal":
            yield run.text, run.text
    if deleted:
        yield deleted, ""
