"""Who is named in resolutions: canonical names of bodies, officers and classes of actors, and where a text names them.

Knows the names of ``data/actors.yaml``, and from ``data/actor_words.yaml`` the words that stand around names. Does
not know what an actor is asked, nor which body a short name ("the Commission") takes up.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from stocktake.frameworks.records import Confidence, load_records

Kind = Literal["body", "officer", "class"]
Role = Literal[
    "before",
    "after",
    "head",
    "thing",
    "office",
    "adjective",
    "consulted",
    "channel",
    "including",
    "aside",
    "link",
    "pronoun",
    "no-verb",
    "no-start",
    "before-to",
    "governor",
    "no-recipient",
    "apposition",
    "participle",
    "stop",
    "act",
    "manner",
    "stative",
    "sub-body",
    "proper-body",
    "pair",
    "middle",
    "giving",
]
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Actor:
    """A body, an officer or a class of actors.

    Attributes:
        name: The canonical name.
        kind: A body, someone by office, or a class of actors.
        aliases: Other names with the same meaning wherever they stand, abbreviations among them.
        short: Names that mean it only where it has been named in full before: "Commission".
        members: The classes that it joins under one name; each is asked by itself.
        keeps: A class so wide that the words around it say who is meant; it is called as printed.
    """

    name: str
    kind: Kind
    source: str
    confidence: Confidence
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Words of one role around the names of actors; the roles are explained in the file."""

    role: Role
    words: tuple[str, ...]
    source: str
    confidence: Confidence


class Place(NamedTuple):
    """Where a text names an actor by its name or an alias."""

    start: int
    end: int
    actor: Actor


def load_actors() -> tuple[Actor, ...]:
    """All actors, in the order of the file."""
    return load_records("actors", Actor)


def find_names(text: str) -> tuple[Place, ...]:
    """The actors that a text names in full or by an alias, in order; of names inside one another the longest."""
    found: list[Place] = []
    names = _names()
    at = 0
    for word in _WORD.finditer(text):
        if word.start() >= at and word[0].casefold() in names:
            place = _name_at(text, word.start(), word[0])
            if place is not None:
                found.append(place)
                at = place.end
    return tuple(found)


def name_at(text: str, start: int) -> Place | None:
    """The actor whose name or alias stands at ``start``, the longest; None where none does."""
    first = _WORD.match(text, start)
    return _name_at(text, start, first[0]) if first else None


def find_short_names(text: str) -> tuple[tuple[int, int, str], ...]:
    """The short names of several words that a text holds, with their places: "Office of the High Commissioner"."""
    return tuple((*found.span(), found[0]) for found in _long_shorts().finditer(text))


def actor_named(words: str) -> Actor | None:
    """The actor whose whole name or alias ``words`` are; None where there is none."""
    place = name_at(words, 0)
    return place.actor if place and place.end == len(words) else None


def actors_called(short: str) -> tuple[Actor, ...]:
    """The actors that a short name ("Commission") can take up, in the order of the file."""
    return _short().get(short, ())


@cache
def words_of(role: Role) -> frozenset[str]:
    """The words of one role."""
    return frozenset(
        word for each in load_records("actor_words", ActorWords) if each.role == role for word in each.words
    )


@cache
def any_of(role: Role) -> str:
    """A pattern for the words of one role, the longest first, whole words only."""
    longest_first = sorted(words_of(role), key=lambda word: (-len(word), word))
    return rf"(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])"


def _name_at(text: str, start: int, first: str) -> Place | None:
    for name, actor in _names().get(first.casefold(), ()):
        end = start + len(name)
        words = text[start:end]
        is_same = words == name or (actor.kind == "class" and words.casefold() == name.casefold())
        if is_same and not _goes_on(text, end):
            return Place(start, end, actor)
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether the word at ``end`` is longer than the name: ``United Nations-led``."""
    return end < len(text) and (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalnum()))


@cache
def _names() -> Mapping[str, tuple[tuple[str, Actor], ...]]:
    """Names and aliases by their first word in small letters, the longest first."""
    by_word: dict[str, list[tuple[str, Actor]]] = {}
    for actor in load_actors():
        for name in (actor.name, *actor.aliases):
            first = _WORD.match(name)
            by_word.setdefault(first[0].casefold() if first else "", []).append((name, actor))
    return {word: tuple(sorted(names, key=lambda each: -len(each[0]))) for word, names in by_word.items()}


@cache
def _short() -> Mapping[str, tuple[Actor, ...]]:
    by_short: dict[str, tuple[Actor, ...]] = {}
    for actor in load_actors():
        for short in actor.short:
            by_short[short] = (*by_short.get(short, ()), actor)
    return by_short


@cache
def _long_shorts() -> re.Pattern[str]:
    longest_first = sorted((short for short in _short() if " " in short), key=lambda each: (-len(each), each))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
