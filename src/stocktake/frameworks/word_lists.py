"""Lists of names with other words for each: kinds of entities, kinds of offers, policy areas.

Knows how a word is looked up: whatever the case of its letters and the spaces between them. What a list is of stands in
the module that names its file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of a list.

    Attributes:
        name: What it is called.
        source: Where the record comes from.
        confidence: How sure it is.
        aliases: Other words for it.
    """

    name: str
    source: str
    confidence: Confidence
    aliases: tuple[str, ...] = ()


def listed_names(file: str) -> tuple[str, ...]:
    """The names of the list ``data/<file>.yaml``, in the order of the file."""
    return tuple(each.name for each in load_records(file, ListedName))


@cache
def listed_words(file: str) -> Mapping[str, str]:
    """The name of each entry of a list by every word for it, in small letters."""
    records = load_records(file, ListedName)
    return {word.casefold(): each.name for each in records for word in (each.name, *each.aliases)}


def listed_name_of(file: str, text: str) -> str | None:
    """The name that ``text`` is a word for, whatever the case of its letters; None where it is none."""
    return listed_words(file).get(" ".join(text.casefold().split()))
