"""Countries and areas: a list by the alphabet of the language, and a page for each.

Knows what stands on the page of a country. Ranks nothing: the order is that of the alphabet. Counts nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from stocktake.frameworks.areas import areas
from stocktake.frameworks.divides import divides
from stocktake.frameworks.groups import Spell
from stocktake.frameworks.states_asked import names_asking
from stocktake.publish.needs_words import mismatch_words
from stocktake.publish.site.addresses import Addresses, addresses_of
from stocktake.publish.site.areas import area_in, initial, name_order
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published
from stocktake.publish.site.pages.divides import indicator_name
from stocktake.publish.site.pages.duties import asking_filters
from stocktake.review.countries import Country, CountryFigure
from stocktake.review.needs.model import CountryView
from stocktake.statistics.measures import Result

COUNTRIES = "countries/index.html"


class Listed(NamedTuple):
    """A country in the list: its name in the language, its page, how many indicators have a value."""

    name: str
    path: str
    figures: int


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of a country, in total or of one breakdown.

    Attributes:
        divide: The name of the divide; empty in all but its first line.
        indicator: Its code; empty in all but its first line.
        name: Its name.
        breakdown: The further breakdown; None for the whole.
        level: The latest value; None where only values by sex or by location are held.
        parity: Women to men; None where nothing is held.
        gap: Urban to rural; None where nothing is held.
        age: Years from its value to the date of the review, where it is the latest of the indicator; else None.
    """

    divide: str
    indicator: str
    name: str
    breakdown: str | None
    level: Result | None
    parity: Result | None
    gap: Result | None
    age: int | None


@dataclass(frozen=True, slots=True)
class Shared:
    """What the pages of all countries share.

    Attributes:
        published: What is published.
        addresses: Where everything stands.
        asking: For everyone who is asked: the way to its duties, and how many they are.
        needs: What each country needs, by its code.
    """

    published: Published
    addresses: Addresses
    asking: Mapping[str, tuple[str, int]]
    needs: Mapping[str, CountryView]


def country_pages(published: Published, language: Language) -> Iterator[Page]:
    """The list, then a page for each country or area."""
    review = published.review
    needs = {each.area: each for each in review.needs.countries}
    shared = Shared(published, addresses_of(published), asking_filters(review), needs)
    title = language.words("Countries and areas")
    listed = _listed(shared, language)
    yield Page(COUNTRIES, "countries", title, "countries.html.j2", {"letters": listed}, "countries")
    for each in published.countries:
        path = shared.addresses.country(each.code)
        if path:
            name, context = area_in(each.code, language), _country(each, shared)
            yield Page(path, "country", name, "country.html.j2", context, "countries", alone=True)


def _listed(shared: Shared, language: Language) -> list[tuple[str, list[Listed]]]:
    """The countries under the letters with which their names begin."""
    rows = [
        Listed(area_in(each.code, language), path, len(each.figures))
        for each in shared.published.countries
        if (path := shared.addresses.country(each.code))
    ]
    ordered = sorted(rows, key=lambda each: name_order(each.name))
    return [(letter, list(own)) for letter, own in groupby(ordered, key=lambda each: initial(each.name))]


def _country(country: Country, shared: Shared) -> dict[str, object]:
    as_of = shared.published.review.as_of
    groups = frozenset(each.group for each in country.spells if each.covers(as_of))
    names = names_asking(groups)
    record = areas().get(country.code)
    return {
        "country": country,
        "note": record.note if record else "",
        "lines": [line for each in country.figures for line in lines_of(each)],
        "lacking": [(code, indicator_name(code)) for code in country.lacking],
        "spells": spells_by_standing(country.spells, as_of),
        "asking": [(name, *way) for name, way in shared.asking.items() if name in names],
        "needs": shared.needs.get(country.code),
        "against": _against(shared.needs.get(country.code)),
    }


def _against(view: CountryView | None) -> dict[str, str]:
    """What is said against each pair of a need and an offer, by the number of the record that says so."""
    said = (one.mismatch for need in (view.needs if view else ()) for one in need.mismatched)
    return {str(each.id): mismatch_words(each) for each in said}


def lines_of(figure: CountryFigure) -> Iterator[Line]:
    """The lines of one indicator, the whole first; values by sex or by location stand in their ratios."""
    whole = [each for each in figure.results if each.sex is each.location is each.age is None]
    newest = max((each.period for each in whole if each.measure == "level" and each.period), default=None)
    for at, breakdown in enumerate(sorted({each.breakdown for each in whole}, key=lambda name: name or "")):
        own = {each.measure: each for each in reversed(whole) if each.breakdown == breakdown}
        level = own.get("level")
        yield Line(
            _divide_name(figure.divide) if not at else "",
            figure.indicator if not at else "",
            indicator_name(figure.indicator),
            breakdown,
            level,
            own.get("parity"),
            own.get("gap"),
            figure.age if level and level.period == newest else None,
        )


def spells_by_standing(spells: Sequence[Spell], as_of: date) -> dict[str, list[Spell]]:
    """The memberships that stand, those that are to come, those that are over; each by its first day."""
    found: dict[str, list[Spell]] = {"now": [], "later": [], "then": []}
    for each in spells:
        when = "now" if each.covers(as_of) else "later" if each.valid_from > as_of else "then"
        found[when].append(each)
    return found


def _divide_name(code: str) -> str:
    return next((each.name for each in divides() if each.id == code), code)
