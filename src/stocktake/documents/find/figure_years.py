"""The years printed around a quantity: after it, before it, in a list that "respectively" shares out.

Knows that the year of a meeting or a text, and that of an aside of another time, is not the quantity's. Does not know
what a quantity takes over from its neighbours (``figure_traits``).
"""

import re
from collections.abc import Sequence
from functools import cache

from stocktake.documents.find.figure_clauses import Own
from stocktake.frameworks.figure_words import any_of

Year = tuple[int, int | None, str]
"""A year, the first year where it ends a period, and the word before it."""

_MONTH = r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)"
_PART = r"(?:first|second|third|fourth|last|final)\s(?:[a-z]+\s)?(?:half|quarter|months?|weeks?)"
_YEAR = re.compile(
    rf"\b(?P<lead>as\s(?:at|of)(?:\s\d\d?(?=\s{_MONTH}))?|in|during|for|by|at|since|of|until|between|from|and|to|mid|end|over(?=\sthe\s(?:years?|period|decade)))"
    rf"[\s-](?:the\s(?:end|middle|beginning|course|{_PART})\sof\s|the\s(?:years?|biennium|period|decade)\s|mid-|early\s|late\s|around\s)?(?:{_MONTH}(?:and|to)\s)?{_MONTH}?"
    r"(?P<year>(?:19|20)\d\d)(?:[–-](?P<last>(?:19|20)\d\d))?(?![\w,]\d|\w|\s(?:Agenda|Summit|World|baseline|edition))"
)
_LISTED_YEARS = re.compile(
    r"\b(?:in|for|by|at)\s(?:the\s(?:end\sof\s|years\s)?)?(?:19|20)\d\d(?!\d)(?:(?:,\s(?:19|20)\d\d)*,?\sand\s(?:19|20)\d\d)?"
)
_BEFORE_AN_EVENT = 60


def _years(words: str) -> list[Year]:
    """The years printed in some words with the first year of a period and the word before; no days, no names."""
    found: list[Year] = []
    last = -1
    for match in _YEAR.finditer(words):
        # "Between 2015 and 2024"; "by 2030 relative to 2019" is no period.
        goes_on = match["lead"] in ("and", "to") and words[last : match.start()] == " "
        if match["lead"] in ("of", "and", "to") and not goes_on:
            continue
        if _event().search(re.split(r"[,;]", words[max(0, match.start() - _BEFORE_AN_EVENT) : match.start()])[-1]):
            continue
        if match["last"]:
            found.append((int(match["last"]), int(match["year"]), match["lead"]))
        elif goes_on:
            found[-1] = (int(match["year"]), found[-1][0], found[-1][2])
        else:
            found.append((int(match["year"]), None, match["lead"]))
        last = match.end()
    return found


def year_right(words: str) -> Year | None:
    """The year after a quantity: in brackets right behind it, else the first one."""
    bracketed = re.match(r"\s\((?P<year>(?:19|20)\d\d)\)", words)
    if bracketed:
        return int(bracketed["year"]), None, "in"
    found = _years(words)
    return found[0] if found else None


def year_left(own: Own) -> Year | None:
    """The year before a quantity: among its own words, or between it and the one it goes on from ("in 2022, to")."""
    found = _years(_conceded().sub("", own.left))
    if not found and own.gap is not None and re.search(r",\sto(?:\s[a-z]+)?\s?$", own.gap):
        found = _years(own.gap)
    return found[-1] if found else None


@cache
def _event() -> re.Pattern[str]:
    """A word that says that the year after it is the year of a meeting or a text."""
    return re.compile(rf"\b{any_of('event')}\b")


@cache
def _conceded() -> re.Pattern[str]:
    """An aside of another time: "despite the slight rise in 2023,"."""
    return re.compile(rf"\b{any_of('concession')}\s[^,;]*(?:,|$)", re.IGNORECASE)


def years_respectively(owned: Sequence[Own]) -> list[int]:
    """The years of a list that "respectively" shares out among several quantities; empty where it shares out none."""
    last = owned[-1].right
    if len(owned) < 2 or "respectively" not in last:  # noqa: PLR2004 - one has nothing to be told apart from
        return []
    listed = _LISTED_YEARS.search(last) or _LISTED_YEARS.search(owned[0].left)
    return [int(year) for year in re.findall(r"\d{4}", listed[0])] if listed else []
