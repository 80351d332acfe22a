"""Where everything stands in the site: stable addresses, and the way from one page to another.

An address follows from the thing's own name (a symbol, a code), never from its place in a list, so that it stays when
more is added. Links are relative: the site works from any folder.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from posixpath import relpath

from stocktake.documents.compare import Pair
from stocktake.publish.site.model import Published
from stocktake.publish.site.parts import Part, pair_parts_of, parts_of
from stocktake.review.model import Passage

SOURCES = "sources.html"
_NO_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST = 80
_TAKEN = frozenset({"index"})
"""Names of pages that are no text's."""


@cache
def slug(name: str) -> str:
    """A name as part of an address: ``A/RES/80/118`` is ``a-res-80-118``.

    Where that loses letters (a file's name in Arabic) or is too long, a piece of the name's checksum stands for them.
    """
    short = _NO_NAME.sub("-", name.casefold()).strip("-")
    whole = short if short and name.isascii() and len(short) <= _LONGEST else ""
    return whole or "-".join(filter(None, (short[:_LONGEST].strip("-"), _checksum(name))))


def _checksum(name: str) -> str:
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def slugs(names: Iterable[str], taken: frozenset[str] = frozenset()) -> dict[str, str]:
    """Each name as part of an address, no two alike: of names that would be, all but the first carry a checksum."""
    found: dict[str, str] = {}
    given = set(taken)
    for name in sorted(set(names)):
        own = slug(name)
        found[name] = own if own not in given else f"{own}-{_checksum(name)}"
        given.add(found[name])
    return found


def anchor(place: str) -> str:
    """The name of a place in the page of its text: ``13`` is ``p-13``, ``P1`` ``pp-1``, ``note 3`` ``note-3``."""
    if place[:1] == "P" and place[1:2].isdigit():
        return f"pp-{slug(place[1:])}"
    return slug(place) if place[:1].isalpha() and " " in place else f"p-{slug(place)}"


class Addresses:
    """The address of every thing that is published, below the folder of a language.

    Paths are given as they stand below that folder; ``link`` makes them relative to the page that holds the link.
    What has no page has no address: None.
    """

    def __init__(self, published: Published) -> None:
        review = published.review
        self._texts = slugs((text.key for text in review.texts), _TAKEN)
        self._parts = {text.key: parts_of(text.document) for text in review.texts}
        self._places = {key: _places(parts) for key, parts in self._parts.items()}
        self._pair_parts = {keys: pair_parts_of(each) for keys, each in published.comparisons.items()}
        self._pairs = {keys: _pair_places(parts) for keys, parts in self._pair_parts.items()}
        self._countries = slugs((each.code for each in published.countries), _TAKEN)
        measured = (each.indicator for divide in review.divides for each in divide.measured)
        self._indicators = slugs(measured, _TAKEN)

    @property
    def tables(self) -> tuple[object, ...]:
        """All that addresses follow from: where it is the same, so is every address."""
        return (
            *(self._texts, self._parts, self._places, self._pair_parts, self._pairs),
            *(self._countries, self._indicators),
        )

    def text(self, key: str) -> str | None:
        """The first page of a text; None where the review does not list it."""
        return self.part(key, 0) if key in self._texts else None

    def parts(self, key: str) -> tuple[Part, ...]:
        """What stands on each page of a text that the review lists."""
        return self._parts[key]

    def part(self, key: str, number: int) -> str:
        """A page of a text that the review lists, counted from 0."""
        return f"texts/{self._texts[key]}{f'.{number + 1}' if number else ''}.html"

    def passage(self, passage: Passage) -> str | None:
        """A place in a text; its first page where the place is none that is shown."""
        if passage.text not in self._texts:
            return None
        number, name = self._places[passage.text].get(passage.place, (0, ""))
        page = self.part(passage.text, number)
        return f"{page}#{name}" if name else page

    def place(self, key: str, place: str) -> str | None:
        """A paragraph, or ``note 3``, of a text."""
        return self.passage(Passage(key, place))

    def anchor(self, key: str, place: str) -> str:
        """The name of a place, which must be shown, in its page."""
        return self._places[key][place][1]

    def comparison(self, old: str, new: str, number: int = 0) -> str | None:
        """A page of two texts side by side, counted from 0; None where they are not compared."""
        if (old, new) not in self._pair_parts:
            return None
        return f"compare/{self._texts[old]}--{self._texts[new]}{f'.{number + 1}' if number else ''}.html"

    def pair_parts(self, old: str, new: str) -> tuple[tuple[Pair, ...], ...]:
        """The pairs on each page of two texts that are compared."""
        return self._pair_parts[old, new]

    def pair(self, old: str, new: str, pair: Pair) -> str | None:
        """The place of a pair of paragraphs; None where the texts are not compared."""
        page = self.comparison(old, new)
        if page is None:
            return None
        number, name = self._pairs[old, new][pair.old, pair.new]
        return f"{self.comparison(old, new, number)}#{name}"

    def indicator(self, code: str) -> str | None:
        """The page of an indicator; None where nothing of it is held."""
        return f"divides/{self._indicators[code]}.html" if code in self._indicators else None

    def country(self, code: str) -> str | None:
        """The page of a country or area; None where it has none."""
        return f"countries/{self._countries[code]}.html" if code in self._countries else None

    def action_line(self, code: str) -> str:
        """The place of an action line."""
        return f"action-lines.html#{slug(code)}"

    def source(self, sha256_of_file: str) -> str:
        """The place of a file among the sources."""
        return f"{SOURCES}#file-{sha256_of_file[:16]}"


def addresses_of(published: Published) -> Addresses:
    """The addresses of what is published, which are the same in every language."""
    return published.once(Addresses, lambda: Addresses(published))


def _places(parts: Sequence[Part]) -> Mapping[str, tuple[int, str]]:
    """The page and the name in it of each place of a text; no two names alike."""
    where = [
        (place, number)
        for number, part in enumerate(parts)
        for place in (
            *(each.id for each in part.paragraphs),
            *(f"note {each.mark}" for each in part.notes),
            *(each.place for each in part.annexes),
        )
    ]
    found: dict[str, tuple[int, str]] = {}
    given: set[str] = set()
    for place, number in where:
        if place not in found:
            own = anchor(place)
            name = own if own not in given else f"{own}-{_checksum(place)}"
            given.add(name)
            found[place] = number, name
    return found


def _pair_places(
    parts: Sequence[tuple[Pair, ...]],
) -> Mapping[tuple[tuple[str, ...], tuple[str, ...]], tuple[int, str]]:
    """The page and the name in it of each pair, by its paragraphs."""
    return {
        (pair.old, pair.new): (number, pair_anchor(pair)) for number, part in enumerate(parts) for pair in part
    }


def pair_anchor(pair: Pair) -> str:
    """The name of a pair in its page: all its paragraphs, since one may stand in two pairs."""
    sides = (("from", pair.old), ("to", pair.new))
    return "-".join(name for side, places in sides if places for name in (side, *map(anchor, places)))


def link(to: str, page: str) -> str:
    """A path as a link from a page; both below the same folder. A place in the page itself is its anchor alone."""
    path, mark, place = to.partition("#")
    if path == page and mark:
        return f"#{place}"
    return f"{_way(path, page.rpartition('/')[0])}{mark}{place}"


@cache
def _way(path: str, folder: str) -> str:
    """The way from a folder to a file; most links of a page lead to the same few."""
    return relpath(path, folder or ".")
