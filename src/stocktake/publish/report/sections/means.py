"""Means of implementation: needs and offers by policy area; flows of finance, which nothing held tells."""

from collections.abc import Iterator
from dataclasses import replace

from stocktake.publish.needs_words import MEANING, RULES, money_words
from stocktake.publish.report.model import Block, Cell, Source
from stocktake.publish.report.sections.matter import Matter
from stocktake.publish.report.wording import (
    are,
    cell,
    counted,
    in_style,
    leading,
    listed,
    number_cell,
    paragraph,
    table,
)
from stocktake.register.offer import ANY
from stocktake.review.needs.model import NeedsView, PolicyAreaView
from stocktake.review.words import long_date

_COLUMNS = (
    ("Policy area", 2.4),
    ("Unmet", 0.8),
    ("Partly met", 0.9),
    ("Reported implemented", 1.2),
    ("Costs of what is unmet or partly met", 2.2),
    ("Open offers", 0.8),
    ("Amounts of open offers", 2.2),
    ("Offers without a need", 1),
)
_FLOWS = (
    "Flows of finance are not part of the review: no data on official development assistance or on other flows are "
    "held. Data of a publisher by provider, recipient and sector would tell them."
)


def means(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    needs = matter.review.needs
    recorded = sum(len(each.needs) for each in needs.countries)
    if not recorded and not needs.offers:
        yield paragraph(
            "No need and no offer of assistance is recorded. Needs traced to an assessment and offers of "
            "programmes with "
            "their windows would fill this section. Nothing recorded is not to say that nothing is needed or offered."
        )
    else:
        yield paragraph(_summary(needs, recorded))
        yield _areas(needs)
        yield paragraph(f"{MEANING} {RULES}")
    yield paragraph(_FLOWS)


def _summary(needs: NeedsView, recorded: int) -> str:
    open_offers = sum(each.available.state == "open" for each in needs.offers)
    words = (
        f"{leading(recorded, 'need')} of {counted(len(needs.countries), 'country or area', 'countries or areas')} "
    )
    words += f"and {counted(len(needs.offers), 'offer')} {are(recorded + len(needs.offers))} recorded; "
    words += (
        f"{counted(open_offers, 'offer')} {are(open_offers)} open. Costs of the needs not reported as "
        "implemented: "
    )
    words += f"{money_words(needs.costs, 'cost', none='none')}. Amounts of the open offers: "
    words += f"{money_words(needs.amounts, 'amount', none='none')}. What is unknown is not counted as nought."
    alone = [each.name for each in needs.policy_areas if each.unmet and not each.offers]
    words += f" No open offer names {listed(alone)}." if alone else ""
    spare = [each.name for each in needs.policy_areas if each.over_supplied and each.name != ANY]
    return f"{words} More is offered than asked in {listed(spare)}." if spare else words


def _areas(needs: NeedsView) -> Block:
    shown = [each for each in needs.policy_areas if each.needs or each.offers]
    made = table("Needs and offers by policy area", _COLUMNS, [_row(each) for each in shown])
    day = long_date(needs.as_of.isoformat())
    silent = [each.name for each in needs.policy_areas if not each.needs and not each.offers]
    notes = (f"Nothing is recorded on {listed(silent)}.",) if silent else ()
    return replace(made, sources=(Source(f"Needs and offers recorded until {day}"),), notes=notes)


def _row(view: PolicyAreaView) -> tuple[Cell, ...]:
    name = "For every policy area" if view.name == ANY else in_style(view.name)
    numbers = (len(view.unmet), len(view.partly_met), view.implemented)
    return (
        cell(name),
        *map(number_cell, numbers),
        cell(money_words(view.costs, "cost", none="–")),
        number_cell(view.offers),
        cell(money_words(view.amounts, "amount", none="–")),
        number_cell(len(view.without_need)),
    )
