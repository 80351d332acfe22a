"""The groups of countries and the areas that some words name, and which of them a figure is of.

Knows the groups of the frameworks by their words, in lists too ("developed and developing countries"), and areas by
their names. Does not know to which of several figures the words belong (``figure_traits``).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stocktake.frameworks.areas import area_name, area_of
from stocktake.frameworks.figure_words import any_of, words_by_form

WORLD = "WLD"


class Group(NamedTuple):
    """Countries or areas a figure is about: the name in the United Nations' words, and the code."""

    name: str
    area: str


_PROPER = r"(?:sub-)?[A-Z][\w’'-]+"
NAME = rf"{_PROPER}(?:(?:,|,?\sand|\sof)?(?:\sthe)?\s{_PROPER})*"
"""The pattern of a name, or of several in a list."""
_NAMED = re.compile(rf"(?<![A-Z][a-z]\s)\b(?:in|of|to|for|across|within|from)\s(?:the\s)?(?P<name>{NAME})")
_JOINED = re.compile(r"(?P<heads>(?:[\w-]+\s){0,2}[\w-]+),?\s(?:and|or)\s(?:the\s)?$")
_LINK = re.compile(r"(?:,\s|,?\s(?:and|or|as\swell\sas)\s(?:in\s)?)(?:the\s)?")
_AFTER_A_NAME = re.compile(r"[A-Z][\w’-]*\s$")


def groups_in(words: str) -> list[tuple[int, Group]]:
    """The groups and areas named in some words, each with its place, in order; those of one list have one place."""
    found = [
        (match.start(), match.end(), group)
        for match in _group_words().finditer(words)
        # "Global" with a capital is part of a name.
        if not match[0].startswith("Global")
        for group in (*_joined_to(words[: match.start()], match[0]), _group_named(match[0]))
    ]
    # "in LDCs" is a group by its words, and an area by its name.
    told = {(at, group.area) for at, _, group in found}
    for match in _NAMED.finditer(words):
        if not _AFTER_A_NAME.search(words[: match.start()]):
            (at, end), codes = match.span("name"), _areas_listed(match["name"])
            found += [(at, end, Group(area_name(code), code)) for code in codes if (at, code) not in told]
    return _placed(words, sorted(found, key=lambda each: each[0]))


def _placed(words: str, found: list[tuple[int, int, Group]]) -> list[tuple[int, Group]]:
    """Each group with its place, or that of the group before which one list joins it to."""
    placed: list[tuple[int, Group]] = []
    last = 0
    for at, end, group in found:
        is_of_parts = bool(placed) and WORLD not in (group.area, placed[-1][1].area)
        is_listed = is_of_parts and _LINK.fullmatch(words[last:at])
        placed.append((placed[-1][0] if is_listed else at, group))
        last = end
    return placed


def _joined_to(before: str, words: str) -> Iterator[Group]:
    """The group that shares its noun with the one behind it: "developed and" before "developing countries"."""
    joined = _JOINED.search(before)
    if joined:
        forms, heads = words_by_form("group"), joined["heads"].split(" ")
        ends = [words[cut:] for cut in (match.start() for match in re.finditer(r"(?<=-)|\s", words))]
        tried = (" ".join(heads[at:]) + end for at in range(len(heads)) for end in ends)
        form = next((each for each in tried if each in forms), None)
        yield from [_group_named(form)] if form else []


def _group_named(words: str) -> Group:
    form = words_by_form("group").get(words) or next(
        each for key, each in words_by_form("group").items() if key.lower() == words.lower()
    )
    return Group(form.name, form.area or "")


@cache
def _group_words() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of('group')}(?![\w-])", re.IGNORECASE)


@cache
def _areas_listed(name: str) -> tuple[str, ...]:
    """The areas that some words begin with, one or several in a list; of two names the longer one.

    "Asia and the Pacific" is not Asia: what goes on with a name that is not known is no area that is.
    """
    words = name.split(" ")
    for size in range(len(words), 0, -1):
        code = area_of(" ".join(words[:size]).rstrip(","), "name")
        if code:
            rest = " ".join(words[size:])
            further = _areas_listed(re.sub(r"^(?:and\s)?(?:the\s)?", "", rest))
            return (code, *further) if further or not rest.startswith("and ") else ()
    return ()


def group_in(words: str) -> Group | None:
    """The first group named; the world only where no other is, and none where several areas are listed."""
    return _told(groups_in(words))


def _told(found: list[tuple[int, Group]]) -> Group | None:
    best = next((each for each in found if each[1].area != WORLD), found[0] if found else None)
    is_list = best is not None and sum(at == best[0] for at, _ in found) > 1
    return best[1] if best and not is_list else None


def last_group_in(words: str) -> Group | None:
    """The last group named; the world only where no other is.

    "Global" alone counts only in the phrase before the quantity: it describes much that no figure is about.
    """
    near = words.rfind(",")
    found = [each for each in groups_in(words) if each[0] > near or not words.startswith("global ", each[0])]
    return _told(found[::-1])
