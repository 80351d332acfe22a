"""The two sides of a difference: "a gap of 9 percentage points between women and men", "more men than women".

Knows how a text names the two. Does not know by how much they differ, nor which of them has more.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from stocktake.documents.find.figure_clauses import Own
from stocktake.frameworks.figure_words import any_of, words_by_form

Sex = Literal["female", "male"]
_PLACES = r"(?:urban|rural)(?:\s(?:areas|dwellers|residents|communities))?"


class Side(NamedTuple):
    """One side: its words as printed, and its sex where it is of one."""

    name: str
    sex: Sex | None = None


def sides_of(own: Own) -> tuple[Side, ...]:
    """The two that a difference lies between, in the order of the words; none where the words do not name both."""
    # The words before it may have been parted at the very "and" that joins the two.
    before = own.gap or own.left
    both = _between().search(own.right) or _between().search(before) or _more_than().match(own.right)
    if both:
        return _sides(both["one"], both["other"])
    told, other = _told().search(own.left), _than().search(own.right)
    return _sides(told["one"], other["other"]) if told and other else ()


def _sides(one: str, other: str) -> tuple[Side, ...]:
    return _side(one, other), _side(other, other)


def _side(words: str, other: str) -> Side:
    """A side; of "developed and developing countries" and "urban and rural areas" the first has the second's noun."""
    kind = words_by_form("population").get(words)
    is_whole = kind is not None or words in words_by_form("group") or " " in words
    is_short = not is_whole and " " in other
    return Side(f"{words} {other.rpartition(' ')[2]}" if is_short else words, kind.sex if kind else None)


@cache
def _between() -> re.Pattern[str]:
    heads = "|".join(sorted({re.escape(each.split()[0]) for each in words_by_form("group") if " " in each}))
    one = rf"(?P<one>{_named()}|(?:{heads}))"
    return re.compile(rf"\bbetween\s(?:the\s)?{one}\sand\s(?:the\s)?(?P<other>{_named()})(?![\w-])")


@cache
def _more_than() -> re.Pattern[str]:
    return re.compile(rf"\s(?:more|fewer)\s(?P<one>{_named()})\sthan\s(?P<other>{_named()})(?![\w-])")


@cache
def _told() -> re.Pattern[str]:
    """Of whom a difference is told: "women are " before "12 per cent less likely than men"."""
    return re.compile(rf"(?<![\w-])(?P<one>{_named()})(?:\s[a-z]+){{0,2}}\s$")


@cache
def _than() -> re.Pattern[str]:
    return re.compile(rf"\bthan\s(?:the\s)?(?P<other>{_named()})(?![\w-])")


@cache
def _named() -> str:
    return rf"(?:{any_of('group')}|{any_of('population')}|{_PLACES})"
