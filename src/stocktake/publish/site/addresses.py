"""Where everything stands in the site: stable addresses, and the way from one page to another.

An address follows from the thing's own name (a symbol, a code), never from its place in a list, so that it stays when
more is added. Links are relative: the site works from any folder.
"""

import re
from posixpath import relpath

from stocktake.review.model import Passage, Review

_NO_NAME = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name as part of an address: ``A/RES/80/118`` is ``a-res-80-118``."""
    return _NO_NAME.sub("-", name.casefold()).strip("-")


def anchor(place: str) -> str:
    """The name of a place in the page of its text: ``13`` is ``p-13``, ``P1`` ``pp-1``, ``note 3`` ``note-3``."""
    if place[:1] == "P" and place[1:2].isdigit():
        return f"pp-{slug(place[1:])}"
    return slug(place) if place[:1].isalpha() and " " in place else f"p-{slug(place)}"


class Addresses:
    """The address of every thing of one review, below the folder of a language.

    Paths are given as they stand below that folder; ``link`` makes them relative to the page that holds the link.
    """

    def __init__(self, review: Review) -> None:
        self._texts = {text.key for text in review.texts}

    def text(self, key: str) -> str | None:
        """The page of a text; None where the review does not list it."""
        return f"texts/{slug(key)}.html" if key in self._texts else None

    def passage(self, passage: Passage) -> str | None:
        """A place in a text."""
        page = self.text(passage.text)
        return f"{page}#{anchor(passage.place)}" if page and passage.place else page

    def comparison(self, old: str, new: str) -> str:
        """The page of two texts side by side."""
        return f"compare/{slug(old)}-{slug(new)}.html"

    def indicator(self, code: str) -> str:
        """The page of an indicator."""
        return f"divides/{slug(code)}.html"

    def country(self, code: str) -> str:
        """The page of a country or area."""
        return f"countries/{slug(code)}.html"

    def action_line(self, code: str) -> str:
        """The place of an action line."""
        return f"action-lines.html#{slug(code)}"


def link(to: str, page: str) -> str:
    """A path as a link from a page; both below the same folder. A place in the page itself is its anchor alone."""
    path, mark, place = to.partition("#")
    if path == page and mark:
        return f"#{place}"
    folder = page.rpartition("/")[0]
    return f"{relpath(path, folder or '.')}{mark}{place}"
