"""Blocks: consecutive paragraphs that travel together, identical, through consecutive texts.

Knows places and which place of a text is identical to which of the next. A block is as long as it can be and goes
through as many texts as it can: whoever adds a paragraph or a text to it has paragraphs that are not identical.
"""

from collections.abc import Iterator, Mapping, Sequence

from stocktake.documents.threads.following import Between, Text
from stocktake.documents.threads.model import Block, Stretch

FEWEST = 3

_Same = Mapping[int, int]
_Run = tuple[int, ...]


def find_blocks(texts: Sequence[Text], between: Between) -> tuple[Block, ...]:
    """The blocks of a chain: those that travel through most texts first, then the longest, then by place."""
    orders = [{each: place for place, each in enumerate(text.passages)} for text in texts]
    same = [_same(at, orders, between) for at in range(1, len(texts))]
    found = [
        (start, stretches)
        for start in range(len(same))
        for run in _unbroken(_runs(range(len(texts[start].passages)), same[start]), texts[start])
        for stretches in _travelled([run, _followed(run, same[start])], start, same)
        if not _came_from_before(stretches[0], start, same)
    ]
    found.sort(key=lambda each: (-len(each[1]), -len(each[1][0]), each[0], each[1][0]))
    return tuple(_block(start, stretches, texts) for start, stretches in found)


def _same(at: int, orders: Sequence[Mapping[str, int]], between: Between) -> _Same:
    """The places of the text before ``at`` whose paragraphs are identical in that text, with the places there."""
    return {
        orders[at - 1][pair.old[0]]: orders[at][pair.new[0]]
        for pair in between(at - 1, at).pairs
        if pair.change == "identical"
    }


def _runs(places: Sequence[int], same: _Same) -> Iterator[_Run]:
    """The longest runs of ``places`` that are followed by consecutive places in the next text."""
    run: list[int] = []
    for place in places:
        if run and same.get(place) != same[run[-1]] + 1:
            yield tuple(run)
            run = []
        if place in same:
            run.append(place)
    if run:
        yield tuple(run)


def _unbroken(runs: Iterator[_Run], text: Text) -> Iterator[_Run]:
    """The runs cut where the preamble ends; those long enough to be a block."""
    parts = [passage.part for passage in text.passages.values()]
    for run in runs:
        for part in ("preamble", "operative"):
            cut = tuple(place for place in run if parts[place] == part)
            if len(cut) >= FEWEST:
                yield cut


def _followed(run: _Run, same: _Same) -> _Run:
    return tuple(same[place] for place in run)


def _travelled(stretches: list[_Run], start: int, same: Sequence[_Same]) -> Iterator[list[_Run]]:
    """The block as far as it travels whole, and what of it travels further."""
    end = start + len(stretches) - 1
    parts = list(_runs(stretches[-1], same[end])) if end < len(same) else []
    if not any(len(part) == len(stretches[-1]) for part in parts):
        yield stretches
    for part in parts:
        if len(part) >= FEWEST:
            first = stretches[-1].index(part[0])
            kept = [stretch[first : first + len(part)] for stretch in stretches]
            yield from _travelled([*kept, _followed(part, same[end])], start, same)


def _came_from_before(run: _Run, start: int, same: Sequence[_Same]) -> bool:
    """Whether the whole run was the same in the text before, where the block is then counted from."""
    if not start:
        return False
    back = {new: old for old, new in same[start - 1].items()}
    places = [back.get(place) for place in run]
    first = places[0]
    return first is not None and places == list(range(first, first + len(run)))


def _block(start: int, stretches: Sequence[_Run], texts: Sequence[Text]) -> Block:
    names = [(texts[at].name, tuple(texts[at].passages)) for at in range(start, start + len(stretches))]
    return Block(
        tuple(
            Stretch(name, tuple(ids[place] for place in run))
            for (name, ids), run in zip(names, stretches, strict=True)
        )
    )
