"""The search without a server: what can be found, as scripts that hold data only, and as an alphabetical index.

The words of the texts stand in one file for all languages, our own words in one for each. A page that was opened from a
file system may load a script but no other file: so each is a script that adds its entries to one list.
"""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stocktake.frameworks.areas import areas
from stocktake.publish.site.addresses import Addresses
from stocktake.publish.site.areas import area_in, initial, name_order
from stocktake.publish.site.languages import OWN, Language
from stocktake.publish.site.model import File, Published
from stocktake.review.asked import addressee_names

SCRIPT = "search.js"
TEXTS = "search/texts.js"
NAMES = "search/names.js"
_LIST = "stocktakeFound"
_SIGN = "#"
"""Stands for everything that begins with no letter."""
_OPENING = " “”\"'(«"
UNSPECIFIED = "(unspecified)"


class Group(NamedTuple):
    """The places of a thing in one text: the key of the text, and the label and path of each."""

    text: str
    links: tuple[tuple[str, str], ...]


class IndexEntry(NamedTuple):
    """A thing of the alphabetical index: its name and the language of it, its page, its places in texts.

    ``own`` is its name in our own language, by which it is found too; empty where ``name`` is no translation.
    """

    name: str
    language: str | None
    path: str | None
    places: tuple[Group, ...] = ()
    own: str = ""


def texts_index(published: Published, addresses: Addresses) -> File:
    """Every paragraph of every text: its place below the folder of a language, where it stands, its words."""
    entries = [
        (addresses.place(text.key, each.id) or "", f"{text.key}, {each.id}", each.text)
        for text in published.review.texts
        for each in text.document.paragraphs
    ]
    return File(TEXTS, _script(entries))


def names_index(published: Published, addresses: Addresses, language: Language) -> File:
    """Everything of the alphabetical index, for one language."""
    entries = [
        (path, entry.name, "; ".join(_told(entry)))
        for entry in index_entries(published, addresses, language)
        if (path := entry.path or next((path for group in entry.places for _, path in group.links), None))
    ]
    return File(f"{language.folder}{NAMES}", _script(entries))


def _told(entry: IndexEntry) -> Iterator[str]:
    """What is found and shown with a name: our own name of it, and its places."""
    if entry.own not in ("", entry.name):
        yield entry.own
    yield from (label for group in entry.places for label, _path in group.links)


def lettered(entries: Sequence[IndexEntry]) -> list[tuple[str, list[IndexEntry]]]:
    """The entries by the letter that they begin with, in the order of the alphabet; signs that open a name apart."""
    found: dict[str, list[IndexEntry]] = {}
    for each in sorted(entries, key=lambda each: name_order(each.name.lstrip(_OPENING))):
        first = initial(each.name.lstrip(_OPENING))
        found.setdefault(first if first.isalpha() else _SIGN, []).append(each)
    return sorted(found.items(), key=lambda each: (each[0] != _SIGN, name_order(each[0])))


def index_entries(published: Published, addresses: Addresses, language: Language) -> Iterator[IndexEntry]:
    """What the alphabetical index holds: texts, who is asked, indicators, countries and areas, by their names here."""
    review = published.review
    for text in review.texts:
        yield IndexEntry(text.key, OWN, addresses.text(text.key))
        data = text.document.data
        if data.title:
            yield IndexEntry(f"{data.title} ({text.key})", data.language, addresses.text(text.key))
    yield from _asked(published, addresses, language)
    measured = {each.indicator: each.name for divide in review.divides for each in divide.measured}
    for code, name in measured.items():
        yield _translated(IndexEntry(name, OWN, addresses.indicator(code)), language)
    for country in published.countries:
        yield _country(country.code, addresses.country(country.code), language)


def _translated(entry: IndexEntry, language: Language) -> IndexEntry:
    """An entry by its name in a language; as it is where the catalogue has none."""
    if language.code == OWN or not language.has(entry.name):
        return entry
    return entry._replace(name=language.words(entry.name), language=language.code, own=entry.name)


def _country(code: str, path: str | None, language: Language) -> IndexEntry:
    return IndexEntry(area_in(code, language), language.code, path, own=areas()[code].en)


def _asked(published: Published, addresses: Addresses, language: Language) -> Iterator[IndexEntry]:
    """Who is asked by the texts in force, with the paragraphs."""
    duties = published.review.duties
    places: dict[str, dict[str, dict[str, None]]] = {}
    for each in duties.asked:
        if each.text in duties.in_force:
            for name in addressee_names(each.commitment):
                if name != UNSPECIFIED:
                    places.setdefault(name, {}).setdefault(each.text, {})[each.commitment.paragraph] = None
    for name, texts in places.items():
        groups = tuple(
            Group(text, tuple((place, addresses.place(text, place) or "") for place in own))
            for text, own in texts.items()
        )
        yield _translated(IndexEntry(name, OWN, None, groups), language)


def _script(entries: Sequence[tuple[str, str, str]]) -> bytes:
    # The separators of lines and paragraphs end a line in older scripts, though not in JSON.
    data = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(self.{_LIST}=self.{_LIST}||[]).push(...{data});\n".encode("utf-8", "replace")
