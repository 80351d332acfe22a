"""Whom a quantity is about and when: group, sex, population, year, and whether it is denied or wanted.

Knows the grammar of ellipsis: what a quantity does not say itself it takes over from the one it is held against
("70 per cent of men compared with 65 per cent of women": one group, one thing measured, two sexes). Does not know
whether any of it is so, nor what is measured (``figure_measures``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, NamedTuple

from stocktake.documents.find.figure_clauses import Own, is_said_again
from stocktake.documents.find.figure_sides import Sex, Side, sides_of
from stocktake.documents.find.figure_years import year_left, year_right, years_respectively
from stocktake.frameworks.areas import area_name, area_of
from stocktake.frameworks.figure_words import any_of, words_by_form

Location = Literal["urban", "rural"]
YearBasis = Literal["stated", "source", "implied"]
WORLD = "WLD"


class Group(NamedTuple):
    """Countries or areas a figure is about: the name in the United Nations' words, and the code."""

    name: str
    area: str


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


_PROPER = r"(?:sub-)?[A-Z][\w’'-]+"
_NAME = re.compile(
    r"(?<![A-Z][a-z]\s)\b(?:in|of|to|for|across|within|from)\s(?:the\s)?"
    rf"(?P<name>{_PROPER}(?:(?:,|,?\sand|\sof)?(?:\sthe)?\s{_PROPER})*)"
)
_AFTER_A_NAME = re.compile(r"[A-Z][\w’-]*\s$")
_STARTS = re.compile(r"\bfrom\s$")


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
    group = _group_in(_first_part(right)) or _last_group_in(own.left)
    is_share = own.quantity.form not in ("multiple", "score") or is_difference(own)
    population, sex = _population(own, right) if is_share else (None, None)
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
    return Traits(group, sex, population, _location(right), year, since, basis, wanted, change, sides)


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


def groups_in(words: str) -> list[tuple[int, Group]]:
    """The groups and areas named in some words, each with its place, in order."""
    found = [
        (match.start(), _group_named(match[0]))
        for match in _group_words().finditer(words)
        # "Global" with a capital is part of a name.
        if not match[0].startswith("Global")
    ]
    # "in LDCs" is a group by its words, and an area by its name.
    told = {(at, group.area) for at, group in found}
    for match in _NAME.finditer(words):
        if not _AFTER_A_NAME.search(words[: match.start()]):
            at, codes = match.start("name"), _areas_listed(match["name"])
            found += [(at, Group(area_name(code), code)) for code in codes if (at, code) not in told]
    return sorted(found, key=lambda each: each[0])


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
    """The areas that some words begin with, one or several in a list; of two names the longer one."""
    words = name.split(" ")
    for size in range(len(words), 0, -1):
        code = area_of(" ".join(words[:size]).rstrip(","), "name")
        if code:
            rest = " ".join(words[size:])
            return (code, *_areas_listed(re.sub(r"^(?:and\s)?(?:the\s)?", "", rest)))
    return ()


def _group_in(words: str) -> Group | None:
    """The first group named; the world only where no other is, and none where several areas are listed."""
    return _told(groups_in(words))


def _told(found: list[tuple[int, Group]]) -> Group | None:
    best = next((each for each in found if each[1].area != WORLD), found[0] if found else None)
    is_list = best is not None and sum(at == best[0] for at, _ in found) > 1
    return best[1] if best and not is_list else None


def _last_group_in(words: str) -> Group | None:
    """The last group named; the world only where no other is.

    "Global" alone counts only in the phrase before the quantity: it describes much that no figure is about.
    """
    near = words.rfind(",")
    found = [each for each in groups_in(words) if each[0] > near or not words.startswith("global ", each[0])]
    return _told(found[::-1])


def _location(right: str) -> Location | None:
    """Urban or rural, where the words after a quantity say one of them."""
    found = set(re.findall(r"\b(?:urban|rural)\b", _first_part(right)))
    if len(found) != 1:
        return None
    return "urban" if "urban" in found else "rural"


@cache
def _base() -> re.Pattern[str]:
    """Whose share a quantity is: ``of the rural population``, `` women``."""
    word = any_of("population")
    return re.compile(
        rf"^\s(?:(?:of|among|for|by|more|fewer)\s)?(?P<base>(?:(?!(?:in|to|at|is|are|were|was|have|had|and|than|between)\b)[\w’'-]+\s){{0,4}}?{word}(?:\sand\s{word})?)(?![\w-])"
    )


@cache
def _base_before() -> re.Pattern[str]:
    part = any_of("holds")
    word = rf"(?P<base>(?:[\w’'-]+\s){{0,2}}?{any_of('population')})"
    return re.compile(
        rf"\b(?:(?:among|for|of)\s{word},?\s?(?:[a-z]+\s)?|{word.replace('base', 'subject')}\s{part}\s)$"
    )


@cache
def _told_of() -> re.Pattern[str]:
    """Of whom a difference is told: "women are " before "12 per cent less likely than men"."""
    return re.compile(rf"\b(?P<base>{any_of('population')})(?:\s[a-z]+){{0,2}}\s$")


def _population(own: Own, right: str) -> tuple[str | None, Sex | None]:
    """The population printed, and its sex where it is of one; of a difference, that of which it is told."""
    found = _told_of().search(own.left) if is_difference(own) else None
    found = found or _base().search(right) or _base_before().search(own.left)
    if found is None:
        return None, None
    also = re.match(rf"(?:,\s|,?\s(?:and|or)\s){any_of('population')}", right[found.end() :])
    base = found["base"] if "subject" not in found.re.groupindex else found["base"] or found["subject"]
    sexes = {words_by_form("population")[word].sex for word in re.findall(any_of("population"), base)}
    named = {each for each in sexes if each}
    return base, (named.pop() if len(named) == 1 and None not in sexes and not also else None)


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
    """Of "from 57 per cent of women to 62 per cent" both ends are of those whom one of them names."""
    for at in range(1, len(made)):
        one, other = made[at - 1], made[at]
        if owned[at].quantity.unit != owned[at - 1].quantity.unit:
            continue
        if other.population is None and _is_tied(owned[at]):
            made[at] = replace(other, population=one.population, sex=one.sex, location=one.location)
        elif one.population is None and owned[at].quantity.is_linked and _STARTS.search(owned[at - 1].left):
            made[at - 1] = replace(one, population=other.population, sex=other.sex, location=other.location)


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
    """Whether the two are held against each other as the figures of two sexes."""
    return bool(one.sex and other.sex and one.sex != other.sex)


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
        is_list = is_list or is_said_again(owned[at + 1])
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
    return re.compile(rf"\b{any_of('change')}\s(?:(?:by|of)(?:\s[a-z]+)?|an?\s[a-z]+)?\s?$")


def _is_wanted(own: Own) -> bool:
    """A target; so is a multiple that somebody is "to" reach: "to halve the number"."""
    is_to_be = own.quantity.form == "multiple" and own.left.endswith(("to ", "to at least "))
    return is_to_be or bool(_wanted().search(own.left)) or bool(re.match(r"\s(?:target|goal)\b", own.right))


def _is_foreseen(own: Own) -> bool:
    """Whether what is said of a year to come is what is feared or reckoned with."""
    words = f"{own.left} {_first_part(own.right)}"
    return "shortfall" in own.left or bool(re.search(rf"\b{any_of('projection')}\b", words))


def _is_change(own: Own) -> bool:
    return own.quantity.form in ("per cent", "part") and bool(_changed().search(own.left))


def is_difference(own: Own) -> bool:
    """Whether a quantity says how far one is from another: "12 per cent less likely than", "9 percentage points"."""
    if own.quantity.form not in ("per cent", "part", "multiple", "count"):
        return False
    is_followed = bool(re.match(rf"\s{any_of('difference')}\b", own.right))
    return is_followed or own.quantity.unit == "percentage points"


def _share_kinds(owned: Sequence[Own], made: list[Traits]) -> None:
    """What goes on a list of changes or targets is one too: "by 35 per cent in A, 31 per cent in B"."""
    for at in range(1, len(made)):
        own, before = owned[at], made[at - 1]
        goes_on = bool(re.fullmatch(r",?\s?(?:and|or)?(?:\sto)?\s?|\sand\sto\sreach\s?", own.left))
        if goes_on and own.quantity.unit == owned[at - 1].quantity.unit:
            is_change = made[at].is_change or before.is_change
            made[at] = replace(made[at], is_change=is_change, is_wanted=made[at].is_wanted or before.is_wanted)
