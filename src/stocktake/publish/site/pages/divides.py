"""The divides: what is known of each for the world and the groups, what nothing held measures; a page per indicator.

Knows what stands on the page of an indicator. Counts nothing.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stocktake.frameworks.indicators import indicator_of
from stocktake.publish.divides_layout import DivideRow, rows_of, target_words, unmeasured
from stocktake.publish.site.addresses import addresses_of
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published
from stocktake.publish.site.pages.figures import figures_in_force
from stocktake.publish.site.pages.indicator_pictures import Facts, indicator_pictures
from stocktake.review.divides import DivideMeasured, Measured
from stocktake.review.figures.model import Audited
from stocktake.statistics.measures import Result, ResultSource

DIVIDES = "divides/index.html"


class Lacking(NamedTuple):
    """An indicator of which nothing is held: its code and its name."""

    code: str
    name: str


def divide_pages(published: Published, language: Language) -> Iterator[Page]:
    """The list of the divides, then a page for each indicator of which anything is held."""
    review, addresses = published.review, addresses_of(published)
    context = {
        "rows_of": rows_of,
        "target_words": target_words,
        "unmeasured": unmeasured(review.divides),
        "lacking": {
            each.id: [Lacking(code, indicator_name(code)) for code in each.lacking] for each in review.divides
        },
    }
    title = language.words("The digital divides")
    yield Page(DIVIDES, "divides", title, "divides.html.j2", context, "divides")
    done = set()
    for divide in review.divides:
        for measured in divide.measured:
            path = addresses.indicator(measured.indicator)
            if path and path not in done:
                done.add(path)
                context = {**context, **_indicator(divide, measured, published)}
                yield Page(path, "indicator", measured.name, "indicator.html.j2", context, "divides")


def _indicator(divide: DivideMeasured, measured: Measured, published: Published) -> dict[str, object]:
    history = next((each for each in published.histories if each.indicator == measured.indicator), None)
    facts = Facts(measured, history, published.countries, published.review.example, published.keep)
    rows = rows_of(measured)
    return {
        "divide": divide,
        "measured": measured,
        "rows": rows,
        "shown": list(indicator_pictures(facts)),
        "coverage": [
            each for each in measured.results if each.measure == "coverage" and each.area in _areas(rows)
        ],
        "progress": [each for each in measured.results if each.measure == "progress" and each.value is not None],
        "printed": _printed(measured.indicator, published),
        "sources": sources_in(measured.results),
    }


def _areas(rows: Sequence[DivideRow]) -> set[str]:
    return {each.value.area for each in rows}


def _printed(code: str, published: Published) -> list[Audited]:
    """The figures of texts in force that are of this indicator."""
    every = figures_in_force(published.review)
    return [
        each
        for each in every
        if code in (each.figure.indicator, each.binding.bound.indicator if each.binding.bound else None)
    ]


def sources_in(results: Sequence[Result]) -> tuple[tuple[ResultSource, Result], ...]:
    """The files that values come from, each once, with a result that has its release."""
    found: dict[str, tuple[ResultSource, Result]] = {}
    for each in results:
        if each.source and each.value is not None:
            found.setdefault(each.source.sha256, (each.source, each))
    return tuple(found.values())


def indicator_name(code: str) -> str:
    """The name of an indicator; its code where it is not known."""
    indicator = indicator_of(code)
    return indicator.name if indicator else code
