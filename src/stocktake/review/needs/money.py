"""Sums of what is known, by currency, with what is unknown counted apart.

Knows no exchange rates, so no sum is over several currencies.
"""

from collections.abc import Iterable
from decimal import Context, Decimal

from stocktake.register import Need, Offer
from stocktake.review.needs.model import Money, Total

# More digits than any register of sums has: additions are exact.
_EXACT = Context(prec=200)


def costs(needs: Iterable[Need]) -> Money:
    """What the needs cost."""
    return _money((each.currency, each.cost) for each in needs)


def amounts(offers: Iterable[Offer]) -> Money:
    """What the offers have to give."""
    return _money((each.currency, each.amount) for each in offers)


def _money(records: Iterable[tuple[str, str]]) -> Money:
    said = list(records)
    sums: dict[str, Total] = {}
    for currency, amount in said:
        if amount:
            before = sums.get(currency, Total(currency, Decimal(0), 0))
            total = _EXACT.add(before.amount, Decimal(amount))
            sums[currency] = Total(currency, total, before.records + 1)
    known = sum(each.records for each in sums.values())
    return Money(tuple(sums[each] for each in sorted(sums)), len(said) - known, len(said))
