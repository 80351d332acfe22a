"""Whether a country or area may have an offer on a day, and why: by its name, a region, or a group as it then was.

Knows what the frameworks say of groups. A membership that is contested counts and is said to be; so is an income
classification that is carried on because a newer one is not recorded.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from stocktake.frameworks.areas import area_name, areas
from stocktake.frameworks.groups import held, members, pending
from stocktake.review.words import long_date

_WORLD = "WLD"


class Eligible(NamedTuple):
    """Why a country or area may have an offer, and what is not known of that."""

    reasons: tuple[str, ...]
    unknown: tuple[str, ...]


def eligible(named: Sequence[str], area: str, day: date) -> Eligible | None:
    """Why the area may have what is for those ``named``; None where it may not.

    Args:
        named: Codes of countries, areas, regions and groups, or ``WLD``.
        area: The code of the country or area.
        day: The day on which groups are looked at.
    """
    found = [_by_code(code, area, day) for code in named if _holds(code, area, day)]
    if not found:
        return None
    return Eligible(tuple(each.words for each in found), tuple(each.unknown for each in found if each.unknown))


def is_eligible(named: Sequence[str], area: str, day: date) -> bool:
    """Whether the area may have what is for those ``named``."""
    return any(_holds(code, area, day) for code in named)


class _Condition(NamedTuple):
    words: str
    unknown: str = ""


def _holds(code: str, area: str, day: date) -> bool:
    return code in (_WORLD, area) or area in _members(code, day)


@cache
def _members(code: str, day: date) -> frozenset[str]:
    return frozenset() if code in areas() else members(code, day)


@cache
def _by_code(code: str, area: str, day: date) -> _Condition:
    if code == _WORLD:
        return _Condition("the offer is open to everyone")
    if code == area:
        return _Condition(f"the offer names {area_name(area)}")
    on = long_date(day.isoformat())
    words = f"{area_name(area)} is in {area_name(code)} ({code}) on {on}"
    spell = next((each for each in pending(code, day) if each.area == area), None)
    if spell is not None and spell.valid_to is not None:
        last = long_date(spell.valid_to.isoformat())
        if spell.exit == "contested":
            return _Condition(words, f"whether {area_name(area)} leaves {code} on {last}, which is contested")
        return _Condition(f"{words}; it is to leave on {last}")
    ended = held(code)[1]
    if ended is not None and day >= ended:
        return _Condition(
            words, f"the classification in force since {long_date(ended.isoformat())} is not recorded"
        )
    return _Condition(words)
