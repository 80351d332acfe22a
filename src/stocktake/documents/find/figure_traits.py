"""Whom a quantity is about and when: group, sex, population, year, and whether it is denied or wanted.

Knows the grammar of ellipsis: what a quantity does not say itself it takes over from the one it is held against
("70 per cent of men compared with 65 per cent of women": one group, one thing measured, two sexes). Does not know
whether any of it is so, nor what is measured (``figure_measures``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from stocktake.documents.find.figure_clauses import Own, is_said_again
from stocktake.documents.find.figure_groups import WORLD, Group, group_in, groups_in, last_group_in
from stocktake.documents.find.figure_people import (
    Location,
    begins_its_words,
    is_set_beside,
    leaves_out_what,
    location_of,
    population_of,
)
from stocktake.documents.find.figure_sides import Sex, Side, sides_of
from stocktake.documents.find.figure_years import year_left, year_right, years_respectively
from stocktake.frameworks.figure_words import any_of, words_by_form

YearBasis = Literal["stated", "source", "implied"]


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of one quantity; see ``figures.Figure`` for the fields."""

    group: Group | None = None
    sex: Sex | None = None
    population: str | None = None
    location: Location | None = None
    year: int | None = None
    since: int | None = None
    year_basis: YearBasis | None = None
    is_wanted: bool = False
    is_change: bool = False
    sides: tuple[Side, ...] = ()


_LISTED = re.compile(r",\s|,?\sand\s")
_GOES_ON = re.compile(r",?\s?(?:and|or)?(?:\sto|\sby(?:\sa\sfurther)?)?\s?|\sand\sto\sreach\s?")
_STARTS = re.compile(r"\bfrom\s$")
_LED_TO = re.compile(r"\bto(?:\sreach)?\s?$")


def traits_of(owned: Sequence[Own], earlier: int | None, adopted: int | None) -> list[Traits]:
    """The traits of the quantities of one clause, each with what it takes over from its neighbours.

    Args:
        owned: The quantities of one clause.
        earlier: The year of the last quantity of the clause before, where this one goes on with it.
        adopted: The year in which the text was adopted; a later year is one by which something is wanted.
    """
    made = [_own(each, adopted) for each in owned]
    _share_groups(owned, made)
    _share_listed_years(owned, made)
    _share_years(owned, made, earlier)
    _share_kinds(owned, made)
    return made


def _own(own: Own, adopted: int | None) -> Traits:
    right = _aside_cut(own.right)
    group = group_in(_first_part(right)) or last_group_in(own.left) or _named_there(own)
    is_share = own.quantity.form not in ("multiple", "score") or is_difference(own)
    population, sex = population_of(own, right, is_difference=is_difference(own)) if is_share else (None, None)
    year, since, lead = year_right(own.right) or year_left(own) or (None, None, "")
    is_future = year is not None and adopted is not None and year > adopted
    wanted = _is_wanted(own) or (is_future and lead == "by" and not _is_foreseen(own))
    change = own.quantity.is_change or _is_change(own) or is_difference(own)
    basis: YearBasis | None = "stated" if year else None
    sides = sides_of(own) if is_difference(own) else ()
    if group is not None and _is_of_groups(sides):
        # The gap between two groups is of neither; nor is that between women and men.
        group = None
    if sides and population != sides[0].name:
        population, sex = None, None
    return Traits(group, sex, population, location_of(own, right), year, since, basis, wanted, change, sides)


def _named_there(own: Own) -> Group | None:
    """The group that "where" takes up: "in Africa, where it stands at 11 per cent"."""
    return last_group_in(own.gap or "") if re.match(r",?\swhere\b", own.left) else None


def _is_of_groups(sides: Sequence[Side]) -> bool:
    return any(each.name in words_by_form("group") for each in sides)


# ---------------------------------------------------------------------------------------------------- groups, sexes


def _first_part(right: str) -> str:
    """The words after a quantity up to the first comma: what it is a share of, and where."""
    return right.split(",", maxsplit=1)[0]


def _aside_cut(words: str) -> str:
    """The words without what only dwells on them: ", especially women and girls"."""
    found = re.search(rf",\s{any_of('aside')}\b", words)
    return words[: found.start()] if found else words


def _share_groups(owned: Sequence[Own], made: list[Traits]) -> None:
    """Takes groups over: forwards from the quantity before, backwards where the contrast is one of sexes."""
    for at in range(1, len(made)):
        if made[at].group is None and _takes_over(owned[at - 1], owned[at], made[at - 1]):
            made[at] = replace(made[at], group=made[at - 1].group)
    for at in range(len(made) - 2, -1, -1):
        is_one = (
            _is_pair(made[at], made[at + 1]) or owned[at + 1].quantity.is_linked or is_said_again(owned[at + 1])
        )
        if made[at].group is None and is_one:
            made[at] = replace(made[at], group=made[at + 1].group)
    _share_ends(owned, made)
    _share_asides(owned, made)
    _share_populations(owned, made)


def _share_ends(owned: Sequence[Own], made: list[Traits]) -> None:
    """Of "from 57 per cent of women to 62 per cent" both ends are of those whom one of them names.

    So are all of a list that only its first number says it of: "women hold 37 per cent, 40 per cent and 44 per cent";
    and what is held against the first and names nobody: "81 per cent of young people, against 35 per cent in Africa".
    """
    for at in range(1, len(made)):
        one, other = made[at - 1], made[at]
        if owned[at].quantity.unit != owned[at - 1].quantity.unit:
            continue
        is_next = _LISTED.fullmatch(owned[at].gap or "") and not owned[at - 1].quantity.is_linked
        is_tied = _is_tied(owned[at]) or is_next or _is_held_against(owned[at])
        if other.population is None and one.population is not None and is_tied:
            made[at] = replace(
                other, population=one.population, sex=one.sex, location=other.location or one.location
            )
        elif one.population is None and owned[at].quantity.is_linked and _STARTS.search(owned[at - 1].left):
            made[at - 1] = replace(one, population=other.population, sex=other.sex, location=other.location)


def _is_held_against(own: Own) -> bool:
    """Whether a quantity only says where and when it is, and is held against the one before it."""
    return begins_its_words(own) and leaves_out_what(own) and not own.right.startswith(" of ")


def _share_asides(owned: Sequence[Own], made: list[Traits]) -> None:
    """Of "70 per cent of men (2 billion)" the aside is of the same people."""
    for at in range(1, len(made)):
        is_of_people = owned[at].quantity.unit in ("persons", "number", "per cent")
        if is_of_people and is_said_again(owned[at]) and made[at].population is None:
            one = made[at - 1]
            made[at] = replace(made[at], population=one.population, sex=one.sex, location=one.location)


def _is_tied(own: Own) -> bool:
    """Whether a quantity is the other end of a change: "to 62 per cent", "up from 57 per cent"."""
    return bool(re.search(r"\b(?:to|from)(?:\sthe)?\s?$", own.gap or ""))


def _is_pair(one: Traits, other: Traits) -> bool:
    """Whether the two are held against each other as the figures of two sexes, or of towns and what lies outside."""
    is_of_sexes = one.sex and other.sex and one.sex != other.sex
    return bool(is_of_sexes or (one.location and other.location and one.location != other.location))


def _takes_over(before: Own, own: Own, traits: Traits) -> bool:
    """Whether a quantity is about the group of the one before it: in one unit, or tied to it by "to" or "from".

    A score of parity and the rates that it is made of are of one group.
    """
    is_score = "score" in (own.quantity.form, before.quantity.form)
    if own.quantity.unit == before.quantity.unit or is_said_again(own) or is_score:
        return True
    return _is_tied(own) or (traits.group is not None and traits.group.area != WORLD)


def _share_populations(owned: Sequence[Own], made: list[Traits]) -> None:
    """``70 and 65 per cent of men and women, respectively``: to each its own sex or group."""
    last = owned[-1].right
    if len(made) < 2 or "respectively" not in last:  # noqa: PLR2004 - one has nothing to be told apart from
        return
    words = re.findall(rf"\b{any_of('population')}\b", last.split(", respectively")[0])
    sexes = [words_by_form("population")[word].sex for word in words]
    groups = [group for _, group in groups_in(owned[0].left) or groups_in(last)]
    for at in range(len(made)):
        if len(sexes) == len(made) and None not in sexes:
            made[at] = replace(made[at], sex=sexes[at], population=words[at])
        if len(groups) == len(made):
            made[at] = replace(made[at], group=groups[at])


# ------------------------------------------------------------------------------------------------------------ years


def _share_listed_years(owned: Sequence[Own], made: list[Traits]) -> None:
    """``65 and 70 per cent in 2020 and 2024, respectively``: to each its own year, or to all the only one."""
    years = years_respectively(owned)
    if len(years) not in (1, len(made)):
        return
    for at, each in enumerate(made):
        if len(years) > 1 or each.year is None:
            made[at] = replace(each, year=years[at % len(years)], since=None, year_basis="stated")


def _share_years(owned: Sequence[Own], made: list[Traits], earlier: int | None) -> None:
    """Takes years over: inside a clause from before, in a list of counts from behind, else from the clause before."""
    for at in range(1, len(made)):
        before = made[at - 1]
        if made[at].year is None and before.year and not before.is_wanted and before.year_basis == "stated":
            made[at] = replace(made[at], year=before.year, since=before.since, year_basis="stated")
    for at in range(len(made) - 2, -1, -1):
        after = made[at + 1]
        is_list = owned[at].quantity.form == owned[at + 1].quantity.form == "count" or _is_pair(made[at], after)
        is_list = is_list or is_said_again(owned[at + 1]) or is_set_beside(owned[at], owned[at + 1])
        # "fell from 29 to 28 per cent in 2019": the year is that of the end.
        is_start = bool(_STARTS.search(owned[at].left))
        if is_start and _is_tied(owned[at + 1]) and after.since and made[at].since == after.since:
            # "between 2015 and 2024 it rose from 40 per cent to 68 per cent": each end has its year.
            made[at], made[at + 1] = replace(made[at], year=after.since, since=None), replace(after, since=None)
            continue
        if owned[at + 1].quantity.is_linked and after.since and made[at].year is None:
            # "from 57 to 67 per cent between 2020 and 2024": each end of the period has its figure.
            made[at] = replace(made[at], year=after.since, year_basis="stated")
            made[at + 1] = replace(after, since=None)
        elif (
            made[at].year is None
            and after.year
            and (is_list or (owned[at + 1].quantity.is_linked and not is_start))
        ):
            made[at] = replace(made[at], year=after.year, year_basis="stated")
    for at, each in enumerate(made):
        if each.year is None and earlier is not None and owned[at].clause.goes_on:
            made[at] = replace(each, year=earlier, year_basis="implied")


# ------------------------------------------------------------------------------------------------------------ kinds


@cache
def _wanted() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of('intent')}\b[^,;]{{0,60}}$")


@cache
def _changed() -> re.Pattern[str]:
    """A word of change right before the quantity: "declined by", "a fall of", "an increase of about"."""
    return re.compile(rf"(?:\b|^){any_of('change')}\s(?:(?:by|of)(?:\s[a-z]+)?|an?\s[a-z]+)?\s?$")


@cache
def _changed_by() -> re.Pattern[str]:
    """The same of a number of people, tons or dollars, which "of" would not make a change."""
    return re.compile(rf"\b{any_of('change')}\sby(?:\s[a-z]+)?\s?$")


@cache
def _increased() -> re.Pattern[str]:
    """A noun of change right behind the quantity: "a 26 per cent increase"."""
    return re.compile(rf"\s(?:(?:annual|average|real)\s)?{any_of('increase')}(?![\w-]|\s(?:the|their|its)\b)")


def _is_wanted(own: Own) -> bool:
    """A target; so is a multiple that somebody is "to" reach: "to halve the number"."""
    is_to_be = own.quantity.form == "multiple" and own.left.endswith(("to ", "to at least "))
    is_followed = bool(re.match(r"\s(?:target|goal)\b", own.right))
    return is_to_be or is_followed or bool(_wanted().search(own.left or own.gap or ""))


def _is_foreseen(own: Own) -> bool:
    """Whether what is said of a year to come is what is feared or reckoned with."""
    words = f"{own.left} {_first_part(own.right)}"
    return "shortfall" in own.left or bool(re.search(rf"\b{any_of('projection')}\b", words))


def _is_change(own: Own) -> bool:
    if own.quantity.form not in ("per cent", "part"):
        return bool(_changed_by().search(own.left))
    return bool(_changed().search(own.left) or _increased().match(own.right))


def is_difference(own: Own) -> bool:
    """Whether a quantity says how far one is from another: "12 per cent less likely than", "9 percentage points"."""
    if own.quantity.form not in ("per cent", "part", "multiple", "count"):
        return False
    is_followed = bool(re.match(rf"\s{any_of('difference')}\b", own.right))
    return is_followed or own.quantity.unit == "percentage points"


def _share_kinds(owned: Sequence[Own], made: list[Traits]) -> None:
    """What goes on a list of changes or targets is one too: "by 35 per cent in A, 31 per cent in B".

    Where a change led is no change: "by 5 million, to 22 million".
    """
    for at in range(1, len(made)):
        own, before = owned[at], made[at - 1]
        if _GOES_ON.fullmatch(own.left) and own.quantity.unit == owned[at - 1].quantity.unit:
            is_change = made[at].is_change or (before.is_change and not _LED_TO.search(own.left))
            made[at] = replace(made[at], is_change=is_change, is_wanted=made[at].is_wanted or before.is_wanted)
