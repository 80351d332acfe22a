"""The pages of the site: one module for each kind, in the order of the menu.

A module's function takes what is published and a language, and gives the pages of its kind. A new kind is one module
and one line in ``PAGES``.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import FRONT, Page, Published
from stocktake.publish.site.pages.front import front_pages
from stocktake.publish.site.pages.texts import text_pages

PAGES: tuple[Callable[[Published, Language], Iterator[Page]], ...] = (front_pages, text_pages)
"""Every kind of page."""


class Entry(NamedTuple):
    """An entry of the menu: its name in the language of the page, its section, and its page."""

    name: str
    section: str
    path: str


def menu_of(_published: Published, language: Language) -> tuple[Entry, ...]:
    """The menu of every page; only what the site has."""
    return (
        Entry(language.words("Front page"), "", FRONT),
        Entry(language.words("Texts"), "texts", "texts/index.html"),
    )
