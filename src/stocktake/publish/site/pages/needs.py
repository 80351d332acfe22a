"""Needs and offers from both sides: by policy area and country, and offer by offer.

Knows how sums are worded in a language: sums in different currencies stand side by side and are never added up.
Nothing is ranked. Matches nothing itself.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from stocktake.publish.needs_words import cover_words, mismatch_words, need_cover_words
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published
from stocktake.review.needs.model import Money

NEEDS = "needs.html"


def need_pages(published: Published, language: Language) -> Iterator[Page]:
    """The page of needs and offers."""
    context = {
        "needs": published.review.needs,
        "sums": _sums_in(language),
        "sum": _sum_in(language),
        "cover_of_need": need_cover_words,
        "cover_of_offer": cover_words,
        "against": mismatch_words,
    }
    yield Page(NEEDS, "needs", language.words("Needs and offers"), "needs.html.j2", context, "needs")


def _sum_in(language: Language) -> Callable[[str, str | Decimal], str]:
    """A sum with its currency on one line, as ``USD 1,250,000``."""

    def worded(currency: str, amount: str | Decimal) -> str:
        decimals = len(f"{amount}".partition(".")[2])
        return f"{currency}\N{NO-BREAK SPACE}{language.number(float(amount), decimals)}"

    return worded


def _sums_in(language: Language) -> Callable[[Money], list[str]]:
    worded = _sum_in(language)
    return lambda money: [worded(each.currency, each.amount) for each in money.totals]
