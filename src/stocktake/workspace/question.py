"""What a person asks of the numbers: the question, and what is meant by its words.

Knows what is meant where nothing is said: the world and the groups in use, the publisher's figure beside our own. Knows
which indicators and areas are known and held, and names the nearest. Measures nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from stocktake.errors import NotFoundError, RequestError, nearest
from stocktake.frameworks.areas import aggregates, area_of, is_example_area, nearest_areas
from stocktake.frameworks.groups import group_codes, members
from stocktake.frameworks.indicators import Series, indicator_of, indicators, nearest_indicators, series_of
from stocktake.statistics.measures import Holdings, Request, aggregate, level
from stocktake.statistics.measures.dimensions import By
from stocktake.workspace.observations import Dataset

WORLD = "WLD"
_USUAL: dict[By | None, tuple[str, ...]] = {
    None: (level.NAME, aggregate.NAME),
    "sex": ("parity",),
    "location": ("gap",),
    "age": ("gap",),
}
"""What is measured where no measure is named, by how the values are split."""
_MOST_NAMED = 12
_PARTITIONS = "Part by groups of one classification, such as HIC,UMC,LMC,LIC."


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks.

    Attributes:
        indicator: A code or a name, as written.
        as_of: The day on which the answer stands.
        areas: Codes or names of areas and groups; empty for the world and the groups in use.
        periods: Years; empty for the latest with a value.
        by: The dimension along which values are split.
        measures: Names of measures; empty for the usual ones.
        vintage: A release, all of them, or None for the newest of each series.
        gate: The least share of a group's denominator that must have data; None for the usual one.
        join_breaks: Whether series go on across releases and breaks.
        partition: Codes or names of groups without a member in common, for the parts of inequality.
    """

    indicator: str
    as_of: date
    areas: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    by: By | None = None
    measures: tuple[str, ...] = ()
    vintage: date | Literal["all"] | None = None
    gate: float | None = None
    join_breaks: bool = False
    partition: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word for an indicator stands for.

    Attributes:
        code: The indicator's code in the observations.
        name: Its name.
        fixed: The breakdowns that the word itself fixes.
        publisher: Whose code the word is; None for a code or name of ours.
        files: The checksums of the publisher's files; empty where anybody's are meant.
    """

    code: str
    name: str
    fixed: tuple[tuple[str, str], ...] = ()
    publisher: str | None = None
    files: tuple[str, ...] = ()


def meant_by(text: str, datasets: Sequence[Dataset]) -> Meant:
    """What a code or a name of an indicator stands for, of which observations are held.

    Raises:
        NotFoundError: It is none, or nothing of it is held; what is near and what is held are named.
    """
    own = {code.casefold(): code for dataset in datasets for code in dataset.indicators}
    known, series = indicator_of(text), series_of(text)
    code = known.code if known else own.get(" ".join(text.split()).casefold())
    if code is None:
        near = dict.fromkeys((*nearest(text.casefold(), list(own)), *nearest_indicators(text)))
        raise NotFoundError(
            expected="the code or the name of an indicator",
            came=f"{text!r} is none",
            choices=[own.get(each, each) for each in near],
            advice=_held_words(datasets),
        )
    if code not in own.values():
        raise NotFoundError(
            expected=f"observations of {code}", came="the workspace holds none", advice=_held_words(datasets)
        )
    name = known.name if known else code
    if series is None or series.indicator != code or _is_ours(text, code):
        return Meant(code, name)
    return Meant(code, name, series.fixed, series.publisher, _files_of(series, datasets))


def _is_ours(text: str, code: str) -> bool:
    """Whether a word that is a publisher's code too is the indicator's own code, or one of its names."""
    record = indicators().get(code)
    own = (record.code, record.name, *record.also) if record else ()
    return " ".join(text.split()).casefold() in {each.casefold() for each in own}


def _files_of(series: Series, datasets: Sequence[Dataset]) -> tuple[str, ...]:
    """The files of the publisher whose code it is; where none is held, those that name no publisher and may be its.

    Raises:
        NotFoundError: There are none either.
    """
    held = [each for each in datasets if series.indicator in each.indicators]
    found = [each for each in held if each.publisher == series.publisher]
    found = found or [each for each in held if each.publisher is None]
    if not found:
        others = ", ".join(sorted({each.publisher or "no publisher named" for each in held}))
        raise NotFoundError(
            expected=f"observations of {series.code}, which is a code of {series.publisher}",
            came=f"{series.indicator} is held of others only ({others})",
            advice=f"Ask for {series.indicator}: it takes whoever publishes it.",
        )
    return tuple(each.holding.sha256 for each in found)


def _held_words(datasets: Sequence[Dataset]) -> str:
    codes = sorted({code for dataset in datasets for code in dataset.indicators})
    if not codes:
        return "It holds no statistics: stocktake add FILE --vintage DATE"
    more = f" and {len(codes) - _MOST_NAMED} more" if len(codes) > _MOST_NAMED else ""
    return f"It holds {', '.join(codes[:_MOST_NAMED])}{more}."


def check_question(question: Question, meant: Meant, datasets: Sequence[Dataset]) -> None:
    """Return where the question can be put.

    Raises:
        RequestError: The code is of women (or men, or towns) alone, and the values are to be split by just that.
        NotFoundError: The release that is named is not held.
    """
    fixed = {name for name, _ in meant.fixed}
    if question.by and question.by in fixed:
        raise RequestError(
            expected=f"a series that is not of one {question.by} alone",
            came=f"{question.indicator} is",
            advice=f"Ask for {meant.code} --by {question.by}.",
        )
    days = sorted(
        {each.vintage.isoformat() for each in datasets if each.vintage and meant.code in each.indicators}
    )
    if isinstance(question.vintage, date) and question.vintage.isoformat() not in days:
        raise NotFoundError(
            expected=f"a release of {meant.code} that is held",
            came=f"none is of {question.vintage}",
            choices=days,
            advice="--vintage all shows every one, those without a day too.",
        )


def request_of(question: Question, meant: Meant, holdings: Holdings) -> Request:
    """The request that a question comes to."""
    split: tuple[By, ...] = ("sex", "location", "age")
    by = question.by or next((name for name in split if name in dict(meant.fixed)), None)
    areas = _areas(question, meant.code, holdings)
    request = Request(
        meant.code,
        question.as_of,
        areas=areas,
        periods=question.periods,
        by=by,
        measures=question.measures or _usual(question.by, areas, holdings),
        files=meant.files,
        partition=partition_of(question, holdings),
        vintage=question.vintage,
        join_breaks=question.join_breaks,
    )
    return request if question.gate is None else replace(request, gate=question.gate)


def _usual(by: By | None, areas: Sequence[str], holdings: Holdings) -> tuple[str, ...]:
    """What is measured where no measure is named; nothing is made of members where no group is asked for."""
    has_group = any(map(holdings.is_group, areas))
    return tuple(name for name in _USUAL[by] if has_group or name != aggregate.NAME)


def partition_of(question: Question, holdings: Holdings) -> tuple[str, ...]:
    """The groups by which inequality is parted.

    Raises:
        NotFoundError: A word is no area or group.
        RequestError: One is no group or has no members on the as-of date, or two have a member in common.
    """
    codes = tuple(dict.fromkeys(_area(each, set()) for each in question.partition))
    homes: dict[str, list[str]] = {}
    for code in codes:
        found = holdings.groups.members(code, question.as_of) if holdings.is_group(code) else ()
        if not found:
            raise RequestError(
                expected="groups with members as --partition",
                came=f"{code} has none on {question.as_of}",
                advice=_PARTITIONS,
            )
        for area in found:
            homes.setdefault(area, []).append(code)
    shared = sorted(area for area, groups in homes.items() if len(groups) > 1)
    if shared:
        first = shared[0]
        raise RequestError(
            expected="groups without a member in common as --partition",
            came=f"{holdings.name(first)} is in {' and '.join(homes[first])}",
            advice=_PARTITIONS,
        )
    return codes


def _areas(question: Question, indicator: str, holdings: Holdings) -> tuple[str, ...]:
    rows = holdings.observations.filter(holdings.observations.indicator == indicator)
    known = set(holdings.engine.collect(rows.select("area").distinct())["area"].to_pylist())
    if not question.areas:
        return areas_shown(question.as_of, example=any(map(is_example_area, known)))
    return tuple(dict.fromkeys(_area(each, known) for each in question.areas))


def areas_shown(on: date, *, example: bool = False) -> tuple[str, ...]:
    """The world and the groups that have members on a day, in the order of the frameworks; of the example, its own."""
    groups = (
        code
        for code, each in aggregates().items()
        if each.example is example and (example or each.kind == "group") and code in group_codes()
    )
    in_use = tuple(code for code in groups if members(code, on))
    return in_use if example else (WORLD, *in_use)


def _area(text: str, known: set[str]) -> str:
    code = area_of(text) or area_of(text.upper()) or (text if text in known or text in group_codes() else None)
    if code is None:
        raise NotFoundError(
            expected="the code or the name of an area or a group",
            came=f"{text!r} is none",
            choices=nearest_areas(text),
            advice="List them: stocktake frameworks areas, stocktake frameworks groups",
        )
    return code
