"""Contributions that may tell of the same action: found and offered, never merged.

Two are offered where they name the same page, or where the same entity tells of the same time in nearly the same
title or description. Titles that differ in their numbers tell of different things (phase 1, phase 2). Each is compared
with its neighbours in three orders, so that the work grows with the number of contributions and not with its square;
what stands further apart in all three is not found. Knows nothing of what a person judged: who asks passes that in.
"""

import re
from collections import deque
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar
from uuid import UUID

from stocktake.register.contribution import Contribution
from stocktake.values.partial_date import PartialDate

NEARLY = 0.7
"""What share of the three-letter runs of two titles is in both (Jaccard 1912): 1 for the same, 0 for nothing alike."""
_NEIGHBOURS = 10
_SHORTEST_DESCRIPTION = 40
_LONGEST = 400
_RUN = 3
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
T = TypeVar("T")


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


class _Looked(NamedTuple):
    """A contribution as it is looked at: folded words, and the first and last day it may have been under way."""

    made: Contribution
    who: str
    title: str
    description: str
    first: date
    last: date


def _looked(made: Contribution) -> _Looked:
    """The contribution, folded once; what has no end is taken for the time of its beginning."""
    who, title, description = map(_folded, (made.who, made.title, made.description))
    return _Looked(made, who, title, description, _days(made.start)[0], _days(made.end or made.start)[1])


def _pairs(standing: Sequence[Contribution]) -> Iterator[tuple[Contribution, Contribution, str]]:
    for pages in _blocks(standing, lambda each: _page(each.link)):
        yield from ((pages[0], other, "the same link") for other in pages[1:])
    looked = [_looked(each) for each in standing]
    for same in _blocks(looked, lambda each: (each.who, _numbers(each.made.title))):
        for order in (str, _backwards):
            yield from _near(same, "title", order)
    long = [each for each in looked if len(each.made.description) >= _SHORTEST_DESCRIPTION]
    for same in _blocks(long, lambda each: (each.who, _numbers(each.made.description))):
        yield from _near(same, "description", str)


def _blocks(looked: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[list[T]]:
    """Those with the same key, two at least; an empty key is none."""
    blocks: dict[Hashable, list[T]] = {}
    for each in looked:
        blocks.setdefault(key(each), []).append(each)
    yield from (same for value, same in blocks.items() if value and len(same) > 1)


def _near(
    same: Sequence[_Looked], part: Literal["title", "description"], order: Callable[[str], str]
) -> Iterator[tuple[Contribution, Contribution, str]]:
    """The pairs that are alike in one part, each compared with those that stand next before it in an order."""
    before: deque[tuple[_Looked, str]] = deque(maxlen=_NEIGHBOURS)
    for each in sorted(same, key=lambda each: (order(getattr(each, part)), each.made.order)):
        words = getattr(each, part)[:_LONGEST]
        for other, others in before:
            if other.first <= each.last and each.first <= other.last and _share(words, others) >= NEARLY:
                yield other.made, each.made, f"the same entity and time, nearly the same {part}"
        before.append((each, words))


def likeness(first: str, second: str) -> float:
    """How alike two texts are, 0 to 1: the share of their three-letter runs that is in both; case does not count."""
    return _share(_folded(first)[:_LONGEST], _folded(second)[:_LONGEST])


def _share(first: str, second: str) -> float:
    """What share of the runs of two folded texts is in both; 0 where one has too few for ``NEARLY``."""
    fewer, more = sorted((_runs(first), _runs(second)), key=len)
    if len(fewer) < NEARLY * len(more):
        return 0.0
    common = len(fewer & more)
    return common / (len(fewer) + len(more) - common) if more else 1.0


# Of each only its neighbours are wanted again; the runs of all would fill the memory.
@lru_cache(maxsize=4 * _NEIGHBOURS)
def _runs(folded: str) -> frozenset[str]:
    padded = f" {folded} "
    return frozenset(padded[at : at + _RUN] for at in range(len(padded) - _RUN + 1))


# A register has many contributions of few entities and few dates.
@lru_cache(maxsize=8192)
def _days(iso: str) -> tuple[date, date]:
    day = PartialDate(iso)
    return day.earliest, day.latest


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _backwards(text: str) -> str:
    return text[::-1]


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(_NUMBER.findall(text))


def _page(link: str) -> str:
    """The link without what does not change the page: scheme, case of the host, closing slash, place in the page."""
    bare = link.partition("#")[0].partition("://")[2].rstrip("/")
    host, slash, path = bare.partition("/")
    return f"{host.casefold().removeprefix('www.')}{slash}{path}"
