"""The fields of a need and of an offer and the form of the values of each: one form for what means the same.

Knows which values a field takes. Areas, groups, policy areas and kinds of offers are those of ``frameworks``. Which
currencies there are it does not know: three letters are taken as they are.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from types import MappingProxyType

from stocktake.errors import RequestError, nearest
from stocktake.frameworks.areas import area_name, area_of, areas, nearest_areas
from stocktake.frameworks.groups import group_codes
from stocktake.frameworks.offer_kinds import offer_kind_of, offer_kinds
from stocktake.frameworks.policy_areas import policy_area_of, policy_area_words
from stocktake.register.checking import LONGEST_NAME
from stocktake.register.contribution_fields import GLOBAL, WORLD, none_such, parse_reach, parse_several, words
from stocktake.register.need import STATUSES, Status
from stocktake.register.offer import ANY

_EVERYONE = frozenset({GLOBAL, "everyone", "all", "all countries"})
_CURRENCY = re.compile("[A-Z]{3}")
# So near a known name that it is more likely a slip than a policy area of its own.
_A_SLIP = 0.85


@lru_cache(maxsize=4096)
def parse_area(text: str) -> str:
    """The code of the one country or area that ``text`` names.

    Raises:
        RequestError: It names none, a former one, or a set of areas.
    """
    code = area_of(text)
    if code is not None and code in areas() and areas()[code].until is None:
        return code
    raise RequestError(
        expected="one country or area, by name or code",
        came=f"{text!r} is none" if code is None else f"{text!r} is a group, a region or a former area",
        choices=nearest_areas(text) if code is None else (),
    )


@lru_cache(maxsize=4096)
def parse_policy_area(text: str) -> str:
    """The policy area that ``text`` names: one that is known by its name, another in its own words.

    Raises:
        RequestError: It is nearly the name of a known one, or holds a semicolon, which stands between several.
    """
    line = words(text, "a policy area", LONGEST_NAME)
    known = policy_area_of(line)
    if known:
        return known
    slips = get_close_matches(line.casefold(), list(policy_area_words()), 1, _A_SLIP)
    if slips:
        raise RequestError(
            expected="a known policy area by its name, or another one",
            came=f"{line!r} is nearly one",
            choices=(policy_area_words()[slips[0]],),
        )
    if ";" in line or line.casefold() == ANY:
        raise RequestError(expected="one policy area", came=f"{line!r} is several")
    return line


@lru_cache(maxsize=4096)
def parse_policy_areas(text: str) -> tuple[str, ...]:
    """The policy areas that ``text`` names; ``any`` alone for every one.

    Raises:
        RequestError: As for one; or ``any`` stands among others.
    """
    if text.casefold().strip() == ANY:
        return (ANY,)
    named: dict[str, str] = {}
    for each in parse_several(text, parse_policy_area):
        named.setdefault(each.casefold(), each)
    return tuple(named.values())


@lru_cache(maxsize=4096)
def parse_eligible(text: str) -> tuple[str, ...]:
    """The codes of the countries, areas, M49 regions and groups that ``text`` names; ``WLD`` for everyone.

    Raises:
        RequestError: A name is none of them.
    """
    return parse_several(text, _eligible)


def _eligible(name: str) -> str:
    code = WORLD if name.casefold() in _EVERYONE else area_of(name)
    if code is not None and code in eligible_choices():
        return code
    raise RequestError(
        expected="countries, areas, M49 regions, groups of countries, or everyone",
        came=none_such(name) if code is None else f"the members of {name!r} are not known",
        choices=nearest_areas(name) if code is None else (),
    )


@cache
def eligible_choices() -> Mapping[str, str]:
    """The codes that ``eligible`` may hold, each with its name: groups and regions, then countries and areas."""
    sets = {code: area_name(code) for code in group_codes()}
    return MappingProxyType({**sets, **{code: each.en for code, each in areas().items() if each.until is None}})


def parse_amount(text: str) -> str:
    """An amount of money, above nought, in figures, without signs between thousands.

    Raises:
        RequestError: It is none. Nought is refused: it is what is written where nothing is known.
    """
    amount = parse_reach(text)
    if float(amount) == 0:
        raise RequestError(expected="an amount above nought, or nothing where it is not known", came="it is 0")
    return amount


def parse_currency(text: str) -> str:
    """The three letters of a currency.

    Raises:
        RequestError: It is something else.
    """
    letters = text.strip().upper()
    if _CURRENCY.fullmatch(letters):
        return letters
    raise RequestError(expected="a currency by its three letters (USD, EUR, ZMW)", came=f"{text!r} is none")


def parse_status(text: str) -> Status:
    """Where a need stands.

    Raises:
        RequestError: It is none of the four.
    """
    wanted = " ".join(re.split(r"[\s_-]+", text.casefold().strip()))
    for each in STATUSES:
        if each == wanted:
            return each
    raise RequestError(
        expected="where the need stands", came=f"{text!r} is none", choices=nearest(wanted, STATUSES) or STATUSES
    )


def parse_kind(text: str) -> str:
    """The kind of offer that ``text`` names.

    Raises:
        RequestError: It names none.
    """
    found = offer_kind_of(text)
    if found is None:
        raise RequestError(
            expected="a kind of offer",
            came=f"{text!r} is none",
            choices=nearest(text.casefold(), offer_kinds()) or offer_kinds(),
        )
    return found
