"""Of whom a quantity is, by the words next to it: the people, their sex, whether they live in towns or outside them.

Knows how a text names them: behind the quantity ("of women"), before it ("among women,", "women hold", "the share of
women"), or in its own noun ("2 million women"). Does not know what a quantity takes over from its neighbours
(``figure_traits``).
"""

import re
from functools import cache
from typing import Literal

from stocktake.documents.find.figure_clauses import Own
from stocktake.documents.find.figure_groups import NAME
from stocktake.documents.find.figure_sides import Sex
from stocktake.frameworks.figure_words import any_of, words_by_form

Location = Literal["urban", "rural"]
# What may stand between those who are named first and their number: "among women the figure was 65 per cent".
_HOW_MUCH = (
    r"(?:(?:the|it|this|figure|share|rate|proportion|level|number|was|is|were|are|stood|stands|reached|at)\s){0,4}"
)
_OF_PEOPLE = ("per cent", "percentage points", "persons", "number")


def population_of(own: Own, right: str, *, is_difference: bool) -> tuple[str | None, Sex | None]:
    """The population printed, and its sex where it is of one; of a difference, that of which it is told.

    Args:
        own: The quantity with its words.
        right: Those behind it, without what only dwells on them.
        is_difference: Whether it says how far one is from another.
    """
    noun = own.quantity.noun
    right = f" {noun}{right}" if noun in words_by_form("population") else right
    found = _told_of().search(own.left) if is_difference else None
    found = (
        found or _base().search(right) or _base_before().search(own.left or own.gap or "") or _share_before(own)
    )
    if found is None:
        return None, None
    named = next(base for name in ("base", "subject") if (base := found.groupdict().get(name)))
    is_listed = re.match(rf"(?:,\s|,?\s(?:and|or)\s){any_of('population')}", found.string[found.end() :])
    return named, None if is_listed else _sex_of(named)


def _sex_of(words: str) -> Sex | None:
    """The sex of some people, where all of them are of one."""
    sexes = {words_by_form("population")[word].sex for word in re.findall(any_of("population"), words)}
    return sexes.pop() if len(sexes) == 1 else None


def location_of(own: Own, right: str) -> Location | None:
    """Urban or rural, where the words behind a quantity say one of them, or those right before it."""
    found = set(re.findall(r"\b(?:urban|rural)\b", right.split(",", maxsplit=1)[0])) or set(
        _place_before().findall(own.left)
    )
    if len(found) != 1:
        return None
    return "urban" if "urban" in found else "rural"


def is_bare_subject(own: Own) -> bool:
    """Whether the words around a quantity only say who they are, and what they do stands behind its neighbour.

    So is "62 per cent of men" in "62 per cent of men and 57 per cent of women keep a lamp".
    """
    return begins_its_words(own) and whom_and_what(own, own.right)[1:] == ("",)


def is_set_beside(own: Own, following: Own) -> bool:
    """Whether two quantities differ only in whom or where they are of: "9 per cent in ports and 6 in towns"."""
    own_words, others = _whom_or_where().match(own.right), _whom_or_where().match(following.right)
    return bool(own_words and others and own_words[0] and others[0] and own_words.end() == len(own.right))


def begins_its_words(own: Own) -> bool:
    """Whether nothing of what a quantity is about stands before it."""
    return bool(_opens().search(own.left))


def whom_and_what(own: Own, words: str) -> tuple[str, ...]:
    """The people and places that some words behind a quantity begin with, and what they say of them; empty for none."""
    words = f" {own.quantity.noun}{words}" if own.quantity.noun else words
    found = _who().match(words)
    return (found[0], words[found.end() :]) if found else ()


def leaves_out_what(own: Own) -> bool:
    """Whether the words behind a quantity say only of whom, where and when it is: "57 per cent of women in 2023".

    Not so "women, who make up half of the world’s people": there the words before it say what it is a share of.
    """
    return bool(_no_more().fullmatch(_first_part(own.right))) and not _held().search(own.left)


def _first_part(right: str) -> str:
    """The words behind a quantity up to the first comma or bracket."""
    return re.split(r",|\s\(|\)", right, maxsplit=1)[0].rstrip(" ;:.")


@cache
def _base() -> re.Pattern[str]:
    """Whose share a quantity is: ``of the rural population``, `` women``."""
    word = any_of("population")
    return re.compile(
        rf"^\s(?:(?:of|among|for|by|more|fewer)\s)?(?P<base>(?:(?!(?:in|to|at|is|are|were|was|have|had|and|than|between)\b)[\w’'-]+\s){{0,4}}?{word}(?:\sand\s{word})?)(?![\w-])"
    )


@cache
def _base_before() -> re.Pattern[str]:
    """Whose it is, right before it: "among women, ", "women hold ", "young women ("."""
    whose = rf"(?:(?!(?:of|that|among|for|and)\b)[\w’'-]+\s){{0,2}}?{any_of('population')}"
    among = rf"(?:among|for|of)\s(?P<base>{whose}),?\s?(?:[a-z]+\s|{_HOW_MUCH})?"
    return re.compile(rf"\b(?:{among}|(?P<subject>{whose})\s(?:{any_of('holds')}\s|\())$")


def _share_before(own: Own) -> re.Match[str] | None:
    """Whose share it is, told before it and further off: "the share of women in office rose to 27 per cent"."""
    found = _share_of().finditer(own.left) if own.quantity.unit in _OF_PEOPLE else iter(())
    return max(found, key=lambda match: match.start(), default=None)


@cache
def _share_of() -> re.Pattern[str]:
    word = any_of("population")
    return re.compile(
        rf"\b(?:{any_of('proportion')}\sof|among)\s(?P<base>(?:[\w’'-]+\s){{0,2}}?{word}(?:\sand\s{word})?)(?![\w-])"
    )


@cache
def _told_of() -> re.Pattern[str]:
    """Of whom a difference is told: "women are " before "12 per cent less likely than men"."""
    return re.compile(rf"\b(?P<base>{any_of('population')})(?:\s[a-z]+){{0,2}}\s$")


@cache
def _place_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:in|for|among)\s(?:[a-z]+\s)?(urban|rural)\s[a-z]+,?\s{_HOW_MUCH}$")


@cache
def _opens() -> re.Pattern[str]:
    """Words before a quantity that begins its sentence: none, a comma, what links it, where it is so."""
    return re.compile(rf"(?:^|[,(]|\b(?:that|and|or|with|{any_of('coordinator')}|globally|worldwide))\s?$")


@cache
def _held() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('holds')}\s$")


@cache
def _no_more() -> re.Pattern[str]:
    whose = rf"{_whom_or_where().pattern}(?:\sof\s(?:those|them|the\stotal|all))?"
    return re.compile(rf"{whose}(?:\s{any_of('elliptical')}|{_when()})*")


@cache
def _when() -> str:
    year = r"(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?"
    link = r"(?:in|by|at|during|since|for|from|to|until|between|and|as\sof|as\sat)"
    return rf"\s{link}\s(?:the\s)?(?:(?:end|beginning|middle)\sof\s|years?\s|period\s)?(?:[A-Z][a-z]+\s)?{year}"


@cache
def _who() -> re.Pattern[str]:
    return re.compile(rf"{_base().pattern}{_where()}")


@cache
def _whom_or_where() -> re.Pattern[str]:
    return re.compile(rf"(?:{_base().pattern})?{_where()}")


@cache
def _where() -> str:
    place = rf"(?:(?:[\w-]+\s(?:and|or)\s)?{any_of('group')}|{NAME}|(?:urban|rural)\s[a-z]+)"
    return rf"(?:\s(?:in|of|from|across|within|for|living\sin)\s(?:the\s)?{place})*"
