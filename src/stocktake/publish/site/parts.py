"""Where a long text goes over to its next page, so that each page stays light.

Follows from the text alone, never from what is known of it: a link to a paragraph stays when more is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.documents.compare import Comparison, Pair
from stocktake.documents.model import Document, Note, Paragraph

HEAVIEST = 90_000
"""So many bytes of words stand on one page; with what is said of them they are less than 50 KB when compressed."""
_BESIDES = 500
"""What is said of a paragraph weighs about as much as so many bytes of words."""

_PIECE = HEAVIEST // len("字".encode())
"""So many characters of any script weigh no more than a page may."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an annex: the title where it begins, else empty, the words, and the name of the place."""

    title: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on one page of a text: its paragraphs, the notes first called there, words of annexes."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    annexes: tuple[Words, ...]


def parts_of(document: Document) -> tuple[Part, ...]:
    """The pages of a text, at least one."""
    runs = list(_runs(document))
    at = {each.id: number for number, run in enumerate(runs) for each in run if isinstance(each, Paragraph)}
    notes: list[list[Note]] = [[] for _ in runs]
    for note in document.notes:
        notes[min((at[each] for each in note.paragraphs if each in at), default=len(runs) - 1)].append(note)
    return tuple(
        Part(
            tuple(each for each in run if isinstance(each, Paragraph)),
            tuple(own),
            tuple(each for each in run if isinstance(each, Words)),
        )
        for run, own in zip(runs, notes, strict=True)
    )


def _runs(document: Document) -> Iterator[list[Paragraph | Words]]:
    run: list[Paragraph | Words] = []
    weight = 0
    every: list[Paragraph | Words] = [*document.paragraphs, *_annexes(document)]
    for each in every:
        own = weight_of(each.text) + (_BESIDES if isinstance(each, Paragraph) else 0)
        if run and weight + own > HEAVIEST:
            yield run
            run, weight = [], 0
        run.append(each)
        weight += own
    yield run


def _annexes(document: Document) -> Iterator[Words]:
    """The annexes, long ones in pieces that end with a word."""
    for number, annex in enumerate(document.annexes, 1):
        rest, title, piece = annex.text, annex.title, 1
        while rest or title:
            end = len(rest) if weight_of(rest) <= HEAVIEST else (rest.rfind(" ", 0, _PIECE) + 1 or _PIECE)
            yield Words(title, rest[:end], f"annex {number}" if piece == 1 else f"annex {number} part {piece}")
            rest, title, piece = rest[end:], "", piece + 1


def weight_of(text: str) -> int:
    """The bytes of words: a sign of Chinese tells more than a letter and compresses less."""
    return len(text.encode("utf-8", "surrogatepass"))


def pair_parts_of(comparison: Comparison) -> tuple[tuple[Pair, ...], ...]:
    """The pages of two texts side by side, at least one: the pairs on each, in their order."""
    pages: list[list[Pair]] = [[]]
    weight = 0
    for pair in comparison.pairs:
        # The words of what is the same stand in the page of the text and are not said again.
        own = _BESIDES + (0 if pair.change == "identical" else sum(weight_of(run.text) for run in pair.words))
        if pages[-1] and weight + own > HEAVIEST:
            pages.append([])
            weight = 0
        pages[-1].append(pair)
        weight += own
    return tuple(map(tuple, pages))
