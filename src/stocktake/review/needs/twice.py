"""Needs that may be one need, and offers that may be one offer: found and offered, never merged.

Two needs of one country and policy area in nearly the same words; two offers of one provider under nearly the same
name. What differs in its numbers is not the same. Each is compared with its neighbours by the alphabet, so that the
work grows with the number of records and not with its square.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from itertools import islice

from stocktake.register import Need, Offer
from stocktake.register.duplicates import NEARLY, likeness
from stocktake.review.needs.model import Twice

_NEIGHBOURS = 10


def find_twice(needs: Iterable[Need], offers: Iterable[Offer]) -> tuple[Twice, ...]:
    """The pairs to look at: needs, then offers, each in the order of recording.

    Args:
        needs: Those that stand.
        offers: The same.
    """
    asked = [
        ((each.area, each.policy_area.casefold(), *_numbers(each.recommendation)), each.recommendation, each)
        for each in needs
    ]
    offered = [((each.provider.casefold(), *_numbers(each.programme)), each.programme, each) for each in offers]
    return (
        *_pairs(asked, "the same country and policy area, nearly the same recommendation"),
        *_pairs(offered, "the same provider, nearly the same programme"),
    )


def _pairs(rows: Iterable[tuple[Hashable, str, Need | Offer]], because: str) -> list[Twice]:
    blocks: dict[Hashable, list[tuple[str, Need | Offer]]] = {}
    for key, words, record in rows:
        blocks.setdefault(key, []).append((words, record))
    found = [sorted(pair, key=lambda each: each.order) for block in blocks.values() for pair in _near(block)]
    found.sort(key=lambda pair: (pair[0].order, pair[1].order))
    return [Twice(first.id, second.id, because) for first, second in found]


def _near(block: list[tuple[str, Need | Offer]]) -> Iterator[tuple[Need | Offer, Need | Offer]]:
    ranked = sorted(block, key=lambda each: (each[0].casefold(), each[1].order))
    for at, (words, record) in enumerate(ranked):
        for other, second in islice(ranked, at + 1, at + 1 + _NEIGHBOURS):
            if likeness(words, other) >= NEARLY:
                yield record, second


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", text))
