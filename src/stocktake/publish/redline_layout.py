"""A pair of a comparison laid out for a page: its words by paragraph on each side and in one column.

Knows how a run of words that goes over the end of a paragraph is cut there, which of two showings of a paragraph
bears its anchor, and how unchanged words are shortened. Decides nothing about the texts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stocktake.documents.compare import Comparison, Operation, Pair, WordRun
from stocktake.documents.model import Document, Paragraph

_OLD: frozenset[Operation] = frozenset({"equal", "delete"})
_NEW: frozenset[Operation] = frozenset({"equal", "insert"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as a page shows it.

    Attributes:
        place: Its id in its document.
        anchored: Whether this showing bears the anchor; a paragraph that is both split and merged is shown twice.
        runs: Its words.
        notes: Mark and words of each of its notes.
    """

    place: str
    anchored: bool
    runs: tuple[WordRun, ...]
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as a page shows it.

    Attributes:
        pair: The pair.
        old: The paragraphs of the old side, with what is deleted.
        new: The paragraphs of the new side, with what is inserted.
        inline: Both in one column, by the paragraphs of the side that has more of them.
        after_old: The paragraph it stood after; None at the beginning or where it was not there.
        after_new: The paragraph it stands after; None likewise.
        operative: Whether it belongs to the operative part: the new side's word, else the old side's.
        headings: The headings that the new text prints before it.
    """

    pair: Pair
    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    inline: tuple[Passage, ...]
    after_old: str | None
    after_new: str | None
    operative: bool
    headings: tuple[str, ...]


def rows_of(comparison: Comparison, old: Document, new: Document) -> Iterator[Row]:
    """The pairs as rows, in the order of the comparison."""
    before, after = _Side(old), _Side(new)
    headings: dict[str | None, list[str]] = {}
    for heading in new.headings:
        headings.setdefault(heading.before, []).append(heading.text)
    for pair in comparison.pairs:
        olds = before.passages(pair.old, [run for run in pair.words if run.operation in _OLD])
        news = after.passages(pair.new, [run for run in pair.words if run.operation in _NEW])
        yield Row(
            pair=pair,
            old=olds,
            new=news,
            inline=_inline(pair, olds, news),
            after_old=before.previous(pair.old),
            after_new=after.previous(pair.new),
            operative=after.operative(pair.new) if pair.new else before.operative(pair.old),
            headings=tuple(text for each in pair.new for text in headings.pop(each, [])),
        )


class _Side:
    """One document: its paragraphs by id, what each follows, and which were shown already."""

    def __init__(self, document: Document) -> None:
        self._paragraphs: Mapping[str, Paragraph] = {each.id: each for each in document.paragraphs}
        self._order = [each.id for each in document.paragraphs]
        self._notes: dict[tuple[str, str], str] = {
            (place, note.mark): note.text for note in document.notes for place in note.paragraphs
        }
        first = next(
            (at for at, each in enumerate(document.paragraphs) if each.kind == "operative"), len(self._order)
        )
        self._operative = frozenset(self._order[first:])
        self._shown: set[str] = set()

    def passages(self, ids: Sequence[str], runs: Sequence[WordRun]) -> tuple[Passage, ...]:
        """The paragraphs with their share of the runs of this side."""
        parts = runs_by_paragraph(runs, [self._paragraphs[each].text for each in ids])
        return tuple(self._passage(each, part) for each, part in zip(ids, parts, strict=True))

    def _passage(self, place: str, runs: Sequence[WordRun]) -> Passage:
        notes = [(mark, self._notes.get((place, mark), "")) for mark in self._paragraphs[place].notes]
        anchored = place not in self._shown
        self._shown.add(place)
        return Passage(place, anchored, tuple(runs), tuple(notes))

    def previous(self, ids: Sequence[str]) -> str | None:
        """The paragraph before the first of ``ids``."""
        at = self._order.index(ids[0]) if ids else 0
        return self._order[at - 1] if at else None

    def operative(self, ids: Sequence[str]) -> bool:
        """Whether the first of ``ids`` stands in the operative part."""
        return ids[0] in self._operative


def _inline(pair: Pair, old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Passage, ...]:
    side, counted = (new, _NEW) if len(new) >= len(old) else (old, _OLD)
    texts = ["".join(run.text for run in each.runs) for each in side]
    parts = runs_by_paragraph(pair.words, texts, counted)
    return tuple(
        Passage(each.place, anchored=False, runs=tuple(part), notes=each.notes)
        for each, part in zip(side, parts, strict=True)
    )


def runs_by_paragraph(
    runs: Sequence[WordRun], texts: Sequence[str], counted: frozenset[Operation] = _OLD | _NEW
) -> list[list[WordRun]]:
    """The runs cut where a paragraph ends; what is not of a ``counted`` operation stays with what it follows.

    Paragraphs end by their letters: the white space between two of them belongs to neither.
    """
    parts: list[list[WordRun]] = [[] for _ in texts]
    ends = [_size(text) for text in texts]
    at = 0
    for run in runs:
        text = run.text
        while run.operation in counted and at < len(texts) - 1 and _size(text) > ends[at]:
            head, text = _cut(text, ends[at])
            parts[at] += [WordRun(run.operation, head)] if head.strip() else []
            at, text = at + 1, text.lstrip()
        if text:
            parts[at].append(WordRun(run.operation, text))
            ends[at] -= _size(text) if run.operation in counted else 0
    return parts


def _size(text: str) -> int:
    return len("".join(text.split()))


def _cut(text: str, size: int) -> tuple[str, str]:
    """The text up to its so many letters, and the rest."""
    seen = 0
    for at, letter in enumerate(text):
        if seen == size:
            return text[:at], text[at:]
        seen += not letter.isspace()
    return text, ""


def shortened(text: str, around: int, *, first: bool, last: bool) -> str:
    """Unchanged words shortened to ``around`` characters beside each change; there is none before ``first`` words."""
    if len(text) <= 2 * around + len(" … "):
        return text
    left = "" if first else f"{text[:around].rsplit(' ', 1)[0]} "
    right = "" if last else f" {text[-around:].split(' ', 1)[-1]}"
    return f"{left}…{right}"
