"""Threads over the texts of a chain: each provision's life, blocks, repeats, and what vanished with which duty.

The work is laid out in files: ``chain_order`` (names, order, what is not held), ``following`` and ``returns`` (the
lives), ``duties``, ``blocks``, ``repeats``, ``notes``. Knows a chain at a time; how a chain is found, the
caller knows.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from stocktake.documents.commitments import find_commitments
from stocktake.documents.commitments.model import Commitment
from stocktake.documents.compare import Side, compare_sides
from stocktake.documents.compare.model import Comparison
from stocktake.documents.compare.passage import word_weights
from stocktake.documents.model import Document
from stocktake.documents.threads.blocks import find_blocks
from stocktake.documents.threads.chain_order import Placed, in_order, not_held, short_name
from stocktake.documents.threads.duties import Duties, carried_duties, duties_of, lost_duties
from stocktake.documents.threads.following import Text, Trail, follow
from stocktake.documents.threads.model import ChainText, HeldText, Life, Thread, Threads, Vanished
from stocktake.documents.threads.notes import note_of
from stocktake.documents.threads.repeats import find_repeats
from stocktake.documents.threads.returns import ReturnFinder
from stocktake.errors import RequestError

_DAYS_OF_A_YEAR = 365.25

Comparisons = Mapping[tuple[str, str], Comparison]


def build_threads(
    documents: Sequence[Document],
    comparisons: Comparisons | None = None,
    chain: Sequence[ChainText] = (),
    duties: Mapping[str, Sequence[Commitment]] | None = None,
) -> Threads:
    """The lives of all provisions of ``documents``; the same whatever the order in which they come.

    Args:
        documents: Texts of one chain, each once: adopted, or a draft where the adopted text is not held.
        comparisons: Comparisons that were made already, by the names of the older and the newer text.
        chain: The texts that belong to the chain, held or not, oldest first; empty where that is not known.
        duties: The duties of texts that were found already, by the texts' names.

    Raises:
        RequestError: There is no document, two are of one name, one cannot be placed, or the languages differ.
    """
    if not documents:
        raise RequestError(expected="at least one text", came="there is none", advice="Name a text that is held.")
    placed = in_order(documents, chain)
    sides = [Side.of(each.document) for each in placed]
    texts = [
        Text(each.held.name, {p.id: p for p in side.passages}) for each, side in zip(placed, sides, strict=True)
    ]
    between = _Between([text.name for text in texts], sides, comparisons or {})
    trails = follow(texts, between, ReturnFinder(texts, between))
    held = tuple(each.held for each in placed)
    carried = [_carried(each, duties or {}) for each in placed]
    return Threads(
        held=held,
        not_held=not_held(placed, chain),
        threads=tuple(_thread(trail, held, carried) for trail in trails),
        blocks=find_blocks(texts, between),
        repeats=tuple(repeat for text in texts for repeat in find_repeats(text)),
        vanished=tuple(_vanished(trails, texts, carried)),
    )


def _carried(text: Placed, found: Mapping[str, Sequence[Commitment]]) -> Duties:
    name = text.held.name
    return carried_duties(found[name] if name in found else find_commitments(text.document), short_name(name))


class _Between:
    """The comparison of the texts at two places, made once."""

    def __init__(self, names: Sequence[str], sides: Sequence[Side], made: Comparisons) -> None:
        self._names = names
        self._sides = sides
        self._made = dict(made)

    def __call__(self, old: int, new: int) -> Comparison:
        names = self._names[old], self._names[new]
        if names not in self._made:
            self._made[names] = compare_sides(self._sides[old], self._sides[new])
        return self._made[names]


def _thread(trail: Trail, held: Sequence[HeldText], duties: Sequence[Duties]) -> Thread:
    first, last = trail.places[0], trail.places[-1]
    return Thread(
        id=_id(trail),
        lives=tuple(trail.lives),
        gone_in=held[last + 1].name if last + 1 < len(held) else None,
        absent=tuple(text.name for place, text in enumerate(held[:last]) if first < place not in trail.places),
        duties=duties_of(duties[last], trail.lives[-1].paragraphs),
        age=_years(held[first].adopted, held[last].adopted),
        older_possible=bool(held[first].not_held_before),
        note=note_of(trail, held),
    )


def _id(trail: Trail) -> str:
    return f"{short_name(trail.lives[0].document)}:{trail.lives[0].paragraphs[0]}"


def _years(start: str | None, end: str | None) -> int | None:
    if start is None or end is None:
        return None
    return round((date.fromisoformat(end) - date.fromisoformat(start)).days / _DAYS_OF_A_YEAR)


def _vanished(trails: Sequence[Trail], texts: Sequence[Text], duties: Sequence[Duties]) -> Iterator[Vanished]:
    """What each text no longer has: provisions gone for good, and duties that left an edited one."""
    for place in range(1, len(texts)):
        weights = word_weights([each for text in texts[place - 1 : place + 1] for each in text.passages.values()])
        seen: set[tuple[str, ...]] = set()
        for trail in trails:
            before, after = _life_at(trail, place - 1), _life_at(trail, place)
            # Provisions that merged go together and are named once; one that comes back is not gone.
            if before is None or before.paragraphs in seen or (after is None and trail.places[-1] > place):
                continue
            seen.add(before.paragraphs)
            had = duties_of(duties[place - 1], before.paragraphs)
            has = duties_of(duties[place], after.paragraphs if after else ())
            lost = lost_duties(had, has, duties[place], weights)
            if after is None or lost:
                yield Vanished(
                    thread=_id(trail),
                    document=before.document,
                    paragraphs=before.paragraphs,
                    gone_in=texts[place].name,
                    whole=after is None,
                    duties=lost,
                    text=before.text,
                )


def _life_at(trail: Trail, place: int) -> Life | None:
    """The life in the text at ``place``; None where that text does not have the provision."""
    return trail.lives[trail.places.index(place)] if place in trail.places else None
