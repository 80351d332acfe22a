"""The names in a stretch of text that says who is asked: each separately, by its canonical name where it has one.

Knows adjectives that share a noun, those included by name, those only consulted, words between commas that say how
or when, countries, short names and pronouns. Does not know where the stretch begins and ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from stocktake.documents.commitments.mentions import Mentions, TakenUp
from stocktake.documents.commitments.name_ends import end_of_name, place_in
from stocktake.documents.commitments.name_parts import (
    ARTICLE,
    Part,
    after_opener,
    bare,
    begins_known,
    is_adjective,
    opener_after_name,
    opener_of,
    parts_of,
)
from stocktake.documents.commitments.phrases import begins_with_someone
from stocktake.frameworks import actors, areas
from stocktake.frameworks.actors import actor_named


@dataclass(frozen=True, slots=True)
class Name:
    """A name within the text of a paragraph.

    Attributes:
        start: Where the printed words begin, without article.
        end: Where they end.
        name: The canonical name, or the words.
        known: Whether the frameworks know it.
        candidates: Names between which the words leave the choice.
        is_included: Named as part of another ("all stakeholders, including Governments").
    """

    start: int
    end: int
    name: str
    known: bool
    candidates: tuple[str, ...] = ()
    is_included: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """Where names are read: the paragraph's words and place, and the bodies named in the document.

    Attributes:
        text: The words of the paragraph.
        paragraph: Which paragraph of the document, from 0.
        mentions: The bodies named.
        is_direct: What is read is the object of a verb that is said of persons and bodies only.
    """

    text: str
    paragraph: int
    mentions: Mentions
    is_direct: bool = False


_ALL = re.compile(r"all\s")
_OTHER = re.compile(r"\bother\s")
_OF = re.compile(r"\s(?:of|to)\s(?:the\s)?")
# A capitalized name within a sentence: a country can be "it".
_MENTIONED = re.compile(r"(?<=[a-z]\s)(?P<name>[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)*)(?![’\w-])")


def names_in(where: Where, start: int, end: int) -> tuple[Name, ...]:
    """The names between two places, in order; those only consulted, and adverbials, are left out.

    Those named as part of others ("including Governments") are named too where the frameworks know them: they are
    asked, and look for their name.
    """
    found = list(_names_asked(where, start, end))
    if not found:
        # The consulted can come first: "Requests, in consultation with the Board, the Chair to".
        parts = parts_of(where.text, start, end)
        found = list(_read(where, [parts[-1]], is_included=False)) if len(parts) > 1 else []
    return tuple(dict.fromkeys(each for name in found for each in _members(name)))


def _members(name: Name) -> Iterator[Name]:
    """The name, or where it joins several classes, each of them."""
    actor = actor_named(name.name)
    for member in actor.members if actor and actor.members else (name.name,):
        yield replace(name, name=member)


def _names_asked(where: Where, start: int, end: int) -> Iterator[Name]:
    mode: Literal["asked", "included", "consulted"] = "asked"
    is_aside = False
    waiting: list[Part] = []
    for part in parts_of(where.text, start, end):
        opener = opener_of(where.text, part)
        is_aside = opener == "aside" or (is_aside and part.is_close and not begins_known(where.text, part))
        if opener in ("consulted", "channel"):
            mode = "consulted"
        elif opener == "including":
            mode = "included" if mode != "consulted" else mode
        is_again = part.start > start and where.text[part.start : part.end] in actors.words_of("apposition")
        if mode == "consulted" or is_aside or is_again:
            continue
        waiting.append(Part(after_opener(where.text, part, "including"), part.end, part.is_close))
        if not is_adjective(where.text, part):
            yield from _read(where, waiting, is_included=mode == "included")
            waiting = []
        within = opener_after_name(where.text, part)
        mode = "consulted" if within in ("consulted", "channel") else mode
        is_aside = within == "aside"


def _read(where: Where, parts: list[Part], *, is_included: bool) -> Iterator[Name]:
    """The names of parts that share the noun of the last one."""
    *adjectives, last = parts
    noun = _noun(where.text[last.start : last.end]) if adjectives else ""
    for part in adjectives:
        words = f"{_without_article(where.text[part.start : part.end])} {noun}"
        known = actor_named(bare(words))
        yield Name(part.start, last.end, known.name if known else words, known is not None, (), is_included)
    name = _one(where, last, is_included=is_included)
    if name is not None and (name.known or not is_included):
        yield name


def _noun(words: str) -> str:
    first, _, rest = bare(words).partition(" ")
    return rest if rest and first in actors.words_of("adjective") else bare(words).rpartition(" ")[2]


def _without_article(words: str) -> str:
    article = ARTICLE.match(words)
    return words[article.end() :] if article else words


def _one(where: Where, part: Part, *, is_included: bool) -> Name | None:
    """The name of one part; None where it holds none."""
    text = where.text
    article = ARTICLE.match(text, part.start, part.end)
    start = article.end() if article else part.start
    end = end_of_name(text, start, part.end)
    words = text[start:end]
    if not words:
        return None
    if words in actors.words_of("pronoun"):
        return _pronoun(where, start, end)
    found = _country(text, start, end) or _by_place(text, start, end) or _short(where, start, end)
    if found is None and begins_with_someone(text, start, end, is_direct=where.is_direct):
        found = _as_printed(where, start, end)
    return replace(found, is_included=is_included) if found else None


def _as_printed(where: Where, start: int, end: int) -> Name:
    """A name that the frameworks do not know: the longer one that it takes up, or its own words."""
    words = where.text[start:end]
    longer = where.mentions.longer(where.paragraph, start, words) if words[:1].isupper() else TakenUp(None)
    return Name(start, end, longer.name or _ALL.sub("", words, count=1), known=False, candidates=longer.candidates)


def _by_place(text: str, start: int, end: int) -> Name | None:
    """A name that the frameworks know, with what the text says of it where that tells which ones are meant."""
    place = place_in(text, start, end)
    if place is None:
        return None
    rest = text[place.end : end].strip()
    is_whole = not rest or rest in actors.words_of("after")
    if is_whole and not place.actor.keeps and not _OTHER.search(text, start, place.start):
        return Name(start, end, place.actor.name, known=True)
    words = text[start:end].removesuffix(rest).strip() if is_whole else text[start:end]
    if not place.actor.keeps:
        words = _ALL.sub("", words, count=1)
    return Name(start, end, words, known=is_whole)


def _short(where: Where, start: int, end: int) -> Name | None:
    """A short name, alone or after an office: "the Commission", "the Chair of the Commission"."""
    words = where.text[start:end]
    if actors.actors_called(words):
        taken = where.mentions.called(where.paragraph, start, words)
        if taken.name is None:
            return _as_printed(where, start, end)
        return Name(start, end, taken.name, known=True, candidates=taken.candidates)
    link = _OF.search(words)
    if link is None or words[: link.start()] not in actors.words_of("office"):
        return None
    body = words[link.end() :]
    known = actor_named(body)
    if known is not None:
        return Name(start, end, words[: link.end()] + known.name, known=True)
    if not actors.actors_called(body):
        return None
    taken = where.mentions.called(where.paragraph, start, body)
    name = words[: link.end()] + (taken.name or body)
    return Name(start, end, name, taken.name is not None, taken.candidates)


def _country(text: str, start: int, end: int) -> Name | None:
    """A country or area, alone or after its Government, by the name that the United Nations uses."""
    words = text[start:end]
    link = _OF.search(words)
    is_office = link is not None and words[: link.start()] in actors.words_of("office")
    begin = link.end() if link is not None and is_office else 0
    name = _area(words[begin:])
    return Name(start, end, words[:begin] + name, known=True) if name else None


@cache
def _area(words: str) -> str | None:
    if not words[:1].isupper():
        return None
    code = areas.area_of(words.removeprefix("the "), "name")
    area = areas.named(code) if code else None
    return area.en if isinstance(area, areas.Area) else None


def _pronoun(where: Where, start: int, end: int) -> Name:
    words = where.text[start:end]
    taken = where.mentions.pronoun(where.paragraph, start, words)
    if taken.name is None and words == "it":
        countries = {name for found in _MENTIONED.finditer(where.text, 0, start) if (name := _area(found["name"]))}
        if len(countries) == 1:
            return Name(start, end, countries.pop(), known=True)
    return Name(start, end, taken.name or words, taken.name is not None, taken.candidates)
