"""The pages of the site: one module for each kind, in the order of the menu.

A module's function takes what is published and a language, and gives the pages of its kind. A new kind is one module
and one line in ``SECTIONS``.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import FRONT, Page, Published, message
from stocktake.publish.site.pages.action_lines import action_line_pages
from stocktake.publish.site.pages.calendar import CALENDAR, calendar_pages
from stocktake.publish.site.pages.compare import compare_pages
from stocktake.publish.site.pages.countries import COUNTRIES, country_pages
from stocktake.publish.site.pages.divides import DIVIDES, divide_pages
from stocktake.publish.site.pages.downloads import DOWNLOADS, download_pages
from stocktake.publish.site.pages.duties import DUTIES, duty_pages
from stocktake.publish.site.pages.figures import FIGURES, figure_pages
from stocktake.publish.site.pages.front import front_pages
from stocktake.publish.site.pages.health import HEALTH, health_pages
from stocktake.publish.site.pages.needs import NEEDS, need_pages
from stocktake.publish.site.pages.search import search_pages
from stocktake.publish.site.pages.sources import source_pages
from stocktake.publish.site.pages.texts import text_pages
from stocktake.publish.site.pages.themes import ACTION_LINES


class Section(NamedTuple):
    """A kind of page, as the menu and the front page name it.

    Attributes:
        name: In the menu.
        means: What a person finds there, in a line, for the front page.
        key: What a ``Page`` of it has as ``section``.
        path: Its first page.
        make: Makes its pages.
        holds: Whether there are any.
    """

    name: str
    means: str
    key: str
    path: str
    make: Callable[[Published, Language], Iterator[Page]]
    holds: Callable[[Published], bool] = lambda _published: True


SECTIONS: tuple[Section, ...] = (
    Section(message("Front page"), "", "", FRONT, front_pages),
    Section(
        message("Texts"),
        message("Every text with its paragraphs, and what is known of each."),
        "texts",
        "texts/index.html",
        text_pages,
    ),
    Section(
        message("Compare"),
        message("Any two texts of a chain, and the drafts: what came, what went, word by word."),
        "compare",
        "compare/index.html",
        compare_pages,
        lambda published: bool(published.comparisons),
    ),
    Section(
        message("Duties"),
        message("What the texts in force ask of whom, by when, and how far evidence goes."),
        "duties",
        DUTIES,
        duty_pages,
    ),
    Section(
        message("Calendar"),
        message("What is due and what takes place, by its days."),
        "calendar",
        CALENDAR,
        calendar_pages,
    ),
    Section(
        message("Divides"),
        message("How far the digital divides have closed, and what is not known."),
        "divides",
        DIVIDES,
        divide_pages,
        lambda published: bool(published.review.divides),
    ),
    Section(
        message("Countries"),
        message("Figures with their age, gaps, groups, duties and offers, country by country."),
        "countries",
        COUNTRIES,
        country_pages,
        lambda published: bool(published.countries),
    ),
    Section(
        message("Figures"),
        message("Every figure of the texts in force, held against what is published."),
        "figures",
        FIGURES,
        figure_pages,
    ),
    Section(
        message("Action lines"),
        message("What is asked and what was reported under each action line, Goal and objective."),
        "action-lines",
        ACTION_LINES,
        action_line_pages,
    ),
    Section(
        message("Needs and offers"),
        message("Who needs what, and who can help."),
        "needs",
        NEEDS,
        need_pages,
    ),
    Section(
        message("Mandates"),
        message("Signs in the mandates that a drafter may want to look at."),
        "health",
        HEALTH,
        health_pages,
    ),
    Section(
        message("Downloads"),
        message("Everything behind these pages as open data."),
        "downloads",
        DOWNLOADS,
        download_pages,
        lambda published: bool(published.downloads),
    ),
    Section(
        message("Sources and method"),
        message("Every file with its checksum, what is not held, how everything was made."),
        "sources",
        "sources.html",
        source_pages,
    ),
    Section(
        message("Search"),
        message("Words of the texts, who is asked, indicators, countries; and an index."),
        "search",
        "search.html",
        search_pages,
    ),
)
"""Every kind of page, in the order of the menu."""


class Entry(NamedTuple):
    """An entry of the menu: its name and what it means in the language of the page, its section, its page."""

    name: str
    means: str
    section: str
    path: str


def pages_of(published: Published, language: Language) -> Iterator[Page]:
    """Every page in a language."""
    for each in SECTIONS:
        if each.holds(published):
            yield from each.make(published, language)


def menu_of(published: Published, language: Language) -> tuple[Entry, ...]:
    """The menu of every page; only what the site has."""
    return tuple(
        Entry(language.words(each.name), language.words(each.means) if each.means else "", each.key, each.path)
        for each in SECTIONS
        if each.holds(published)
    )
