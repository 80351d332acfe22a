"""What a person asks of the numbers: the question, and what is meant by its words.

Knows what is meant where nothing is said: the world and the groups in use, the publisher's figure beside our own. Knows
which indicators and areas are known and held, and names the nearest. Measures nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from stocktake.errors import NotFoundError, RequestError, nearest
from stocktake.frameworks.areas import aggregates, area_of, nearest_areas
from stocktake.frameworks.groups import group_codes, members
from stocktake.frameworks.indicators import indicator_of, nearest_indicators, series_of
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


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word for an indicator stands for: its code, its name, and the breakdowns that the word itself fixes."""

    code: str
    name: str
    fixed: tuple[tuple[str, str], ...] = ()


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
    fixed = series.fixed if series and known and series.indicator == code else ()
    return Meant(code, known.name if known else code, fixed)


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
    request = Request(
        meant.code,
        question.as_of,
        areas=_areas(question, meant.code, holdings),
        periods=question.periods,
        by=by,
        measures=question.measures or _USUAL[question.by],
        vintage=question.vintage,
        join_breaks=question.join_breaks,
    )
    return request if question.gate is None else replace(request, gate=question.gate)


def _areas(question: Question, indicator: str, holdings: Holdings) -> tuple[str, ...]:
    if not question.areas:
        return (WORLD, *groups_in_use(question.as_of))
    rows = holdings.observations.filter(holdings.observations.indicator == indicator)
    known = set(holdings.engine.collect(rows.select("area").distinct())["area"].to_pylist())
    return tuple(dict.fromkeys(_area(each, known) for each in question.areas))


def groups_in_use(on: date) -> tuple[str, ...]:
    """The groups with dated membership that have members on a day, in the order of the frameworks."""
    groups = (code for code, each in aggregates().items() if each.kind == "group" and code in group_codes())
    return tuple(code for code in groups if members(code, on))


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
