"""Contributions that may tell of the same action: found and offered, never merged.

Two are offered where they name the same page, or where the same entity tells of the same time in nearly the same
title or description. Titles that differ in their numbers tell of different things (phase 1, phase 2). Each is compared
with its neighbours in three orders, so that the work grows with the number of contributions and not with its square;
what stands further apart in all three is not found. Knows nothing of what a person judged: who asks passes that in.
"""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from stocktake.register.contribution import Contribution
from stocktake.values.partial_date import PartialDate

NEARLY = 0.7
"""What share of the three-letter runs of two titles is in both (Jaccard 1912): 1 for the same, 0 for nothing alike."""
_NEIGHBOURS = 10
_SHORTEST_DESCRIPTION = 40
_LONGEST = 400
_RUN = 3


class Candidate(NamedTuple):
    """Two contributions that may be one action, the older one first, and why."""

    first: UUID
    second: UUID
    because: str


def find_duplicates(
    standing: Sequence[Contribution],
    judged: Collection[frozenset[UUID]] = (),
    counted: Mapping[UUID, UUID] | None = None,
) -> tuple[Candidate, ...]:
    """The pairs to look at, in the order of their recording.

    Args:
        standing: The contributions that stand.
        judged: Pairs that a person judged already; they are not offered again.
        counted: Under which contribution each is counted; those counted under one are not offered.
    """
    under = counted or {}
    found: dict[frozenset[UUID], Candidate] = {}
    for first, second, because in _pairs(standing):
        older, newer = sorted((first, second), key=lambda each: each.order)
        pair = frozenset((older.id, newer.id))
        one = under.get(older.id, older.id) == under.get(newer.id, newer.id)
        if pair not in judged and not one:
            found.setdefault(pair, Candidate(older.id, newer.id, because))
    order = {each.id: each.order for each in standing}
    return tuple(sorted(found.values(), key=lambda each: (order[each.first], order[each.second])))


def _pairs(standing: Sequence[Contribution]) -> Iterator[tuple[Contribution, Contribution, str]]:
    for same in _blocks(standing, lambda each: _page(each.link)):
        yield from ((same[0], other, "the same link") for other in same[1:])
    for same in _blocks(standing, lambda each: (_folded(each.who), _numbers(each.title))):
        for order in (_folded, _backwards):
            yield from _near(same, "title", order)
    long = [each for each in standing if len(each.description) >= _SHORTEST_DESCRIPTION]
    for same in _blocks(long, lambda each: (_folded(each.who), _numbers(each.description))):
        yield from _near(same, "description", _folded)


def _blocks(
    contributions: Iterable[Contribution], key: Callable[[Contribution], Hashable]
) -> Iterator[list[Contribution]]:
    """The contributions with the same key, two at least; an empty key is none."""
    blocks: dict[Hashable, list[Contribution]] = {}
    for each in contributions:
        blocks.setdefault(key(each), []).append(each)
    yield from (same for value, same in blocks.items() if value and len(same) > 1)


def _near(
    same: list[Contribution], part: str, order: Callable[[str], str]
) -> Iterator[tuple[Contribution, Contribution, str]]:
    ranked = sorted(same, key=lambda each: (order(getattr(each, part)), each.order))
    for at, first in enumerate(ranked):
        for second in ranked[at + 1 : at + 1 + _NEIGHBOURS]:
            if _overlap(first, second) and likeness(getattr(first, part), getattr(second, part)) >= NEARLY:
                yield first, second, f"the same entity and time, nearly the same {part}"


def _overlap(first: Contribution, second: Contribution) -> bool:
    """Whether both may have been under way on one day; what has no end is taken for the time of its beginning."""
    spans = [
        (PartialDate(each.start).earliest, PartialDate(each.end or each.start).latest) for each in (first, second)
    ]
    return spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1]


def likeness(first: str, second: str) -> float:
    """How alike two texts are, 0 to 1: the share of their three-letter runs that is in both; case does not count."""
    a, b = _runs(_folded(first)[:_LONGEST]), _runs(_folded(second)[:_LONGEST])
    if min(len(a), len(b)) < NEARLY * max(len(a), len(b)):
        return 0.0
    return len(a & b) / len(a | b) if a | b else 1.0


@lru_cache(maxsize=20_000)
def _runs(text: str) -> frozenset[str]:
    padded = f" {text} "
    return frozenset(padded[at : at + _RUN] for at in range(len(padded) - _RUN + 1))


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _backwards(text: str) -> str:
    return _folded(text)[::-1]


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", text))


def _page(link: str) -> str:
    """The link without what does not change the page: scheme, case of the host, closing slash, place in the page."""
    bare = link.partition("#")[0].partition("://")[2].rstrip("/")
    host, slash, path = bare.partition("/")
    return f"{host.casefold().removeprefix('www.')}{slash}{path}"
