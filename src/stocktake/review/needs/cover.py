"""Costs against amounts: how far offers would go towards needs, as far as both are known in one currency.

Knows no exchange rates, so what stands in two currencies is not compared. An offer that matches several needs is set
against each with its whole amount, and against the costs of all of them together: who gets it is not known here.
"""

from stocktake.review.needs.model import Cover, Money, Total


def cover(costs: Money, amounts: Money) -> Cover | None:
    """How far ``amounts`` go towards ``costs``; None where there is nothing on one side."""
    if not costs.records or not amounts.records:
        return None
    there = {each.currency: each.amount for each in amounts.totals}
    below = [
        Total(each.currency, each.amount - there.get(each.currency, 0), each.records)
        for each in costs.totals
        if each.amount > there.get(each.currency, 0)
    ]
    if not costs.unknown and not below:
        return Cover("whole", costs, amounts)
    # More of another currency, or of what is not known, could make up for it.
    told = [each for each in below if not amounts.unknown and there.keys() == {each.currency}]
    return Cover("part", costs, amounts, told[0]) if told else Cover("unknown", costs, amounts)
