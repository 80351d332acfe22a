"""The names in a stretch of text that says who is asked: each separately, by its canonical name where it has one.

Knows how resolutions string names together: lists, "as well as", adjectives that share a noun, those included by
name, those only consulted, and words between commas that say how or when. Does not know where the stretch begins
and ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from stocktake.documents.commitments.mentions import Mentions
from stocktake.documents.commitments.phrases import begins_with_someone, head_end
from stocktake.frameworks import actors, areas
from stocktake.frameworks.actors import Place, actor_named, find_names, name_at


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


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch between commas and conjunctions. ``is_close``: joined to the one before without a comma."""

    start: int
    end: int
    is_close: bool


# "The Co-Chairs of the Forum in 2031": when, not which ones.
_YEAR = r"\s(?:in|on|from|for|since)\s(?:early\s|late\s)?(?:[A-Z][a-z]+\s)?\d"
_PARTING = re.compile(r",?\s(?:and/or|and|or|as\swell\sas|along\swith)(?:,\s|\s)(?:also\s)?|,\s")
_ARTICLE = re.compile(r"(?:the|a|an|its|their|both|all\sthe)\s")
_ALL = re.compile(r"all\s")
# What says which ones are asked: "States that are parties", "entities facilitating the lines".
_WHICH = re.compile(
    r"\s(?:[a-z]+\s)?(?:that|which|who|whose)\s|\s(?!concerned\b|including\b)[a-z]+(?:ing|ed)\s(?!and\b)"
)
# Prepositions that can say so too, and those that can only do so after a name unknown to the frameworks.
_OF_WHICH = re.compile(r"\s(?:in|from|with|of|on|to|under|at|outside)\s(?!\d)")
_UNKNOWN_OF = re.compile(r"\s(?:on|for|of|against|to)\s(?!\d)")
# A preposition between capitalized words is part of a name that the frameworks do not know.
_NAME_GOES_ON = re.compile(r"(?<=\w)\s(?:on|for|in|against|to|at|with|under)\s(?:the\s)?[A-Z]")
_OTHER = re.compile(r"\bother\s")
_OF = re.compile(r"\s(?:of|to)\s(?:the\s)?")
_POSSESSIVE = re.compile(r"[’']s?\s")
# A capitalized name within a sentence; one whose frameworks know nothing of it can still be "it".
_MENTIONED = re.compile(r"(?<=[a-z]\s)(?P<name>[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)*)(?![’\w-])")
_CAPITAL = re.compile(r"[A-Z]")


def names_in(where: Where, start: int, end: int) -> tuple[Name, ...]:
    """The names between two places, in order; those only consulted, and adverbials, are left out.

    Those named as part of others ("including Governments") are named too where the frameworks know them: they are
    asked, and look for their name.
    """
    found = list(_names_asked(where, start, end))
    if not found:
        # The consulted can come first: "Requests, in consultation with the Board, the Chair to".
        parts = _parts(where.text, start, end)
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
    waiting: list[_Part] = []
    for part in _parts(where.text, start, end):
        opener = _opener(where.text, part)
        is_aside = opener == "aside" or (is_aside and part.is_close and not _begins_known(where.text, part))
        if opener in ("consulted", "channel"):
            mode = "consulted"
        elif opener == "including":
            mode = "included" if mode != "consulted" else mode
        is_again = part.start > start and where.text[part.start : part.end] in actors.words_of("apposition")
        if mode == "consulted" or is_aside or is_again:
            continue
        waiting.append(_Part(_after_opener(where.text, part, "including"), part.end, part.is_close))
        if not _is_adjective(where.text, part):
            yield from _read(where, waiting, is_included=mode == "included")
            waiting = []
        within = _opener_within(where.text, part)
        mode = "consulted" if within in ("consulted", "channel") else mode
        is_aside = within == "aside"


def _parts(text: str, start: int, end: int) -> list[_Part]:
    """The stretches between commas and conjunctions, names that hold such left whole."""
    whole = [(start + each.start, start + each.end) for each in find_names(text[start:end])]
    whole += [each.span() for each in _pairs().finditer(text, start, end)]
    parts: list[_Part] = []
    at, is_close = start, False
    for found in _PARTING.finditer(text, start, end):
        if any(begin < found.start() + 1 and found.end() - 1 < stop for begin, stop in whole):
            continue
        if text[found.start() - 1] == "-":
            continue
        if at < found.start() and not _goes_on(text, (at, found.start()), found, whole):
            parts.append(_Part(at, found.start(), is_close))
            at, is_close = found.end(), not found[0].startswith(",")
    last = text[at:end].rstrip(" ,;:.")
    if last:
        parts.append(_Part(at, at + len(last), is_close))
    return _with_qualifiers(text, parts)


@cache
def _pairs() -> re.Pattern[str]:
    return re.compile(rf"\b{actors.any_of('pair')}")


def _with_qualifiers(text: str, parts: list[_Part]) -> list[_Part]:
    """The parts, those joined to a name that only go on with what says which ones: *States that signed or ratified*.

    What goes on names nobody: *parties to the Treaty and the Protocol*, *bodies working on health, trade and peace*.
    """
    joined: list[_Part] = []
    for part in parts:
        is_open = part.is_close and not _names_someone(text, part) and _opener(text, part) is None
        base = _goes_on_with(text, joined) if is_open else None
        if base is None:
            joined.append(part)
        else:
            joined[base:] = [_Part(joined[base].start, part.end, joined[base].is_close)]
    return joined


def _goes_on_with(text: str, parts: list[_Part]) -> int | None:
    """The place of the part whose qualifier the words after ``parts`` go on with; None where none does."""
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        if _names_someone(text, part):
            return at if _is_qualified(text, part) else None
        if _opener(text, part) is not None or _is_adjective(text, part):
            return None
    return None


def _names_someone(text: str, part: _Part) -> bool:
    return begins_with_someone(text, part.start, part.end)


def _is_qualified(text: str, part: _Part) -> bool:
    """Whether the part ends with words that say which ones are meant, and nothing after them."""
    head = head_end(text, part.start, part.end)
    says_which = _WHICH.match(text, head, part.end) or _OF_WHICH.match(text, head, part.end)
    return says_which is not None and _end_of_name(text, part.start, part.end) == part.end


def _goes_on(text: str, part: tuple[int, int], parting: re.Match[str], whole: list[tuple[int, int]]) -> bool:
    """Whether "and" stands inside a name that the frameworks do not know: *the Governments of Aland and Beland*."""
    if parting[0] != " and " or any(stop == part[1] for _, stop in whole):
        return False
    words = text[part[0] : part[1]]
    is_proper = bool(re.search(r"[A-Z]\w+\s(?:of|for|on)\s(?:the\s)?(?:[\w’-]+\s)*[A-Z][\w’-]+$", words))
    begins_name = any(begin == parting.end() for begin, _ in whole)
    return is_proper and bool(_CAPITAL.match(text, parting.end())) and not begins_name


def _opener(text: str, part: _Part) -> str | None:
    found = _openers().match(text, part.start, part.end)
    return found.lastgroup if found else None


def _opener_within(text: str, part: _Part) -> str | None:
    """What the words open that follow the name of a part; None where nothing follows."""
    article = _ARTICLE.match(text, part.start, part.end)
    end = _end_of_name(text, article.end() if article else part.start, part.end)
    found = _within().match(text, end, part.end)
    return found.lastgroup if found else None


def _begins_known(text: str, part: _Part) -> bool:
    before = _qualifiers().match(text, part.start, part.end)
    return any(name_at(text, at) is not None for at in (part.start, before.end() if before else part.start))


def _after_opener(text: str, part: _Part, role: actors.Role) -> int:
    found = re.compile(rf"{actors.any_of(role)}\s?").match(text, part.start, part.end)
    return found.end() if found else part.start


@cache
def _openers() -> re.Pattern[str]:
    roles: tuple[actors.Role, ...] = ("consulted", "channel", "including", "aside")
    return re.compile("|".join(f"(?P<{role}>{actors.any_of(role)})" for role in roles))


@cache
def _within() -> re.Pattern[str]:
    roles: tuple[actors.Role, ...] = ("consulted", "channel", "aside")
    return re.compile("|".join(rf"(?P<{role}>\s{actors.any_of(role)})" for role in roles))


def _is_adjective(text: str, part: _Part) -> bool:
    """Whether the part lacks its noun: "regional" of *regional and international organizations*."""
    words = text[part.start : part.end]
    return words.rpartition(" ")[2] in actors.words_of("adjective") and actor_named(_bare(words)) is None


def _bare(words: str) -> str:
    before = _before().match(words)
    return words[before.end() :] if before else words


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{actors.any_of('before')}\s)*", re.IGNORECASE)


@cache
def _qualifiers() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{actors.any_of('before')}|other)\s)*", re.IGNORECASE)


def _read(where: Where, parts: list[_Part], *, is_included: bool) -> Iterator[Name]:
    """The names of parts that share the noun of the last one."""
    *adjectives, last = parts
    noun = _noun(where.text[last.start : last.end]) if adjectives else ""
    for part in adjectives:
        words = f"{_without_article(where.text[part.start : part.end])} {noun}"
        known = actor_named(_bare(words))
        yield Name(part.start, last.end, known.name if known else words, known is not None, (), is_included)
    name = _one(where, last, is_included=is_included)
    if name is not None and (name.known or not is_included):
        yield name


def _noun(words: str) -> str:
    first, _, rest = _bare(words).partition(" ")
    return rest if rest and first in actors.words_of("adjective") else _bare(words).rpartition(" ")[2]


def _without_article(words: str) -> str:
    article = _ARTICLE.match(words)
    return words[article.end() :] if article else words


def _one(where: Where, part: _Part, *, is_included: bool) -> Name | None:
    """The name of one part; None where it holds none."""
    text = where.text
    article = _ARTICLE.match(text, part.start, part.end)
    start = article.end() if article else part.start
    end = _end_of_name(text, start, part.end)
    words = text[start:end]
    if not words:
        return None
    if words in actors.words_of("pronoun"):
        return _pronoun(where, start, end)
    place = _place_in(text, start, end)
    if place is not None:
        return _known(text, start, end, place, is_included=is_included)
    named = _short(where, start, end, is_included=is_included) or _country(text, start, end)
    if named is not None or not begins_with_someone(text, start, end, is_direct=where.is_direct):
        return named
    return Name(start, end, _ALL.sub("", words, count=1), known=False, is_included=is_included)


def _end_of_name(text: str, start: int, end: int) -> int:
    """Where a name ends: before words that say when or how, and after those that say which ones are meant."""
    place = _place_in(text, start, end)
    after = place.end if place is not None else start
    head = max(head_end(text, start, end), after)
    if _WHICH.match(text, after, end) or _WHICH.match(text, head, end):
        return end
    openers = _manner() if _is_restricted(text, head, end, place) else _within()
    inside = [(after + each.start, after + each.end) for each in find_names(text[after:end])]
    for found in openers.finditer(text, after, end):
        if any(first < found.start() < last for first, last in inside):
            continue
        if found.start() > start and not (place is None and _NAME_GOES_ON.match(text, found.start())):
            return found.start()
    return end


def _is_restricted(text: str, head: int, end: int, place: Place | None) -> bool:
    """Whether a preposition after a name says which ones are meant: *States in the region*, not *in this regard*."""
    if _manner().match(text, head, end):
        return False
    if place is None and _UNKNOWN_OF.match(text, head, end):
        return True
    is_class = place is None or place.actor.kind == "class"
    return is_class and _OF_WHICH.match(text, head, end) is not None


def _place_in(text: str, start: int, end: int) -> Place | None:
    """The known name with which the words begin, after what is left out before it."""
    before = _qualifiers().match(text, start, end)
    for begin in dict.fromkeys((start, before.end() if before else start)):
        place = name_at(text, begin)
        if place is not None and place.end <= end:
            return place
    return None


@cache
def _manner() -> re.Pattern[str]:
    """What says how, when or with whom, and never which ones: the openers without bare prepositions."""
    words = actors.words_of("aside") - actors.words_of("stop")
    asides = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    roles: tuple[actors.Role, ...] = ("consulted", "channel", "manner")
    return re.compile("|".join((*(rf"\s{actors.any_of(role)}" for role in roles), rf"\s(?:{asides})(?![\w-])", _YEAR)))


def _known(text: str, start: int, end: int, place: Place, *, is_included: bool) -> Name:
    rest = text[place.end : end].strip()
    is_whole = not rest or rest in actors.words_of("after")
    if is_whole and not place.actor.keeps and not _OTHER.search(text, start, place.start):
        return Name(start, end, place.actor.name, known=True, is_included=is_included)
    words = text[start:end].removesuffix(rest).strip() if is_whole else text[start:end]
    if not place.actor.keeps:
        words = _ALL.sub("", words, count=1)
    return Name(start, end, words, known=is_whole, is_included=is_included)


def _short(where: Where, start: int, end: int, *, is_included: bool) -> Name | None:
    """A short name, alone or after an office: "the Commission", "the Chair of the Commission"."""
    words = where.text[start:end]
    if actors.actors_called(words):
        taken = where.mentions.called(where.paragraph, start, words)
        return Name(start, end, taken.name or words, taken.name is not None, taken.candidates, is_included)
    link = _OF.search(words)
    if link is None or words[: link.start()] not in actors.words_of("office"):
        return None
    body = words[link.end() :]
    known = actor_named(body)
    if known is not None:
        return Name(start, end, words[: link.end()] + known.name, known=True, is_included=is_included)
    if not actors.actors_called(body):
        return None
    taken = where.mentions.called(where.paragraph, start, body)
    name = words[: link.end()] + (taken.name or body)
    return Name(start, end, name, taken.name is not None, taken.candidates, is_included)


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
    if taken.name is None and words in ("it", "itself"):
        proper = {found["name"] for found in _MENTIONED.finditer(where.text, 0, start)}
        if len(proper) == 1:
            return Name(start, end, proper.pop(), known=False)
    return Name(start, end, taken.name or words, taken.name is not None, taken.candidates)
