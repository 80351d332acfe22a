"""From a person's question to results: which indicator, areas and measures are meant, and what the workspace answers.

Knows what is meant where nothing is said: the world and the groups in use, the publisher's figure beside our own, the
newest release. Counts nothing itself. What a code of a publisher fixes ("women") is kept to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from stocktake.errors import NotFoundError, RequestError, nearest
from stocktake.frameworks.areas import aggregates, area_of, nearest_areas
from stocktake.frameworks.groups import group_codes, members
from stocktake.frameworks.indicators import indicator_of, nearest_indicators, series_of
from stocktake.statistics.measures import MEASURES, Holdings, Request, Result, aggregate, level, measure, revision
from stocktake.statistics.measures.editions import IDENTITY, annual, chosen_rows, newest
from stocktake.statistics.measures.reference import holdings_of
from stocktake.statistics.measures.request import By
from stocktake.statistics.measures.series import release_words
from stocktake.tables import COLUMNS, KEY
from stocktake.values.interval import decimals_among, rounded
from stocktake.workspace.observations import Dataset
from stocktake.workspace.reading import Progress, silent
from stocktake.workspace.statistics import Statistics

if TYPE_CHECKING:
    import pyarrow as pa

WORLD = "WLD"
_USUAL: dict[By | None, tuple[str, ...]] = {
    None: (level.NAME, aggregate.NAME),
    "sex": ("parity",),
    "location": ("gap",),
    "age": ("gap",),
}
"""What is measured where no measure is named, by how the values are split."""
_WORDS = {"F": "female", "M": "male", "U": "urban", "R": "rural"}
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


@dataclass(frozen=True, slots=True)
class Measured:
    """The answer.

    Attributes:
        indicator: The indicator's code in the observations.
        name: Its name.
        as_of: The day on which the answer stands.
        results: One per value; those that cannot be computed among them, with the reason.
        notes: What was taken for granted, in whole sentences.
    """

    indicator: str
    name: str
    as_of: date
    results: tuple[Result, ...]
    notes: tuple[str, ...] = ()


def measure_held(statistics: Statistics, question: Question, progress: Progress = silent) -> Measured:
    """The answer of the statistics that a workspace holds.

    Raises:
        NotFoundError: No statistics are held, or none of the indicator; the indicator or an area is not known.
        RequestError: The vintage, the year, the measure or the share is none, or the code fixes what is asked.
        MissingPartError: The optional part of the installation is not there.
    """
    meant, request, holdings, faults = _opened(statistics, question, progress)
    results = _measured(request, question, holdings, progress)
    kept = tuple(each for each in results if _is_of(each, meant.fixed))
    notes = (*_weights(request, kept, holdings), *_outside(kept), *faults)
    return Measured(meant.code, meant.name, question.as_of, kept, notes)


def levels_through_time(statistics: Statistics, question: Question) -> tuple[Result, ...]:
    """The published values of the areas asked in every year of which one is held; for charts.

    Raises:
        StocktakeError: As for ``measure_held``.
    """
    meant, request, holdings, _ = _opened(statistics, question, silent)
    held = annual(request, holdings).select("period").distinct()
    periods = tuple(sorted(holdings.engine.collect(held)["period"].to_pylist()))
    results = measure(replace(request, measures=(level.NAME,), periods=periods), holdings)
    return tuple(each for each in results if each.value is not None and _is_of(each, meant.fixed))


def observations_asked(statistics: Statistics, question: Question) -> "pa.Table":
    """The published observations that the answer stands on, columns as in ``tables.schema``, by series and period.

    Raises:
        StocktakeError: As for ``measure_held``.
    """
    meant, request, holdings, _ = _opened(statistics, question, silent)
    rows = chosen_rows(request, holdings)
    rows = rows.filter(rows.area.isin(request.areas))
    if request.periods:
        rows = rows.filter(rows.period.isin(request.periods))
    for name, code in meant.fixed:
        is_own = name in rows.columns
        rows = rows.filter(rows[name] == code if is_own else rows.breakdown.contains(f"{name}={code}"))
    rows = rows.mutate(unit=rows.unit.nullif("")).select(*COLUMNS)
    return holdings.engine.collect(rows.order_by([*KEY, "vintage", "source", "row"]))


def _opened(
    statistics: Statistics, question: Question, progress: Progress
) -> tuple[Meant, Request, Holdings, tuple[str, ...]]:
    """What a question means, what may be read for it, and what cannot be used."""
    contents = statistics.contents(progress)
    meant = meant_by(question.indicator, contents.datasets)
    _check(question, meant, contents.datasets)
    store = statistics.observations(contents.datasets)
    sources = {source.sha256: source for source in store.sources()}
    holdings = holdings_of(store.observations("all"), store.engine, sources, question.as_of)
    faults = tuple(f"Left out, {fault}: {holding.name}." for holding, fault in contents.faults)
    return meant, _request(question, meant, holdings), holdings, faults


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


def _check(question: Question, meant: Meant, datasets: Sequence[Dataset]) -> None:
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


def _request(question: Question, meant: Meant, holdings: Holdings) -> Request:
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


def _measured(request: Request, question: Question, holdings: Holdings, progress: Progress) -> tuple[Result, ...]:
    """The results, measure by measure; unasked-for areas of which nothing is published are left out."""
    names = [name for name in MEASURES if name in request.measures] or list(request.measures)
    found: dict[str, tuple[Result, ...]] = {}
    progress(0, len(names))
    for done, name in enumerate(names, 1):
        found[name] = measure(replace(request, measures=(name,)), holdings)
        progress(done, len(names))
    if not question.areas and level.NAME in found:
        found[level.NAME] = tuple(each for each in found[level.NAME] if each.value is not None)
    if not question.periods:
        found |= _beside(found, request, holdings)
    ordered = (each for results in found.values() for each in _in_order(results, request.areas))
    return _with_revisions(tuple(ordered), request, holdings)


def _beside(
    found: dict[str, tuple[Result, ...]], request: Request, holdings: Holdings
) -> dict[str, tuple[Result, ...]]:
    """The publisher's figures of the years for which ours were made too, where both are measured."""
    if level.NAME not in found or aggregate.NAME not in found or request.vintage == "all":
        return {}
    held_years = {(each.area, each.period) for each in found[level.NAME]}
    wanted = {(each.area, str(each.period)) for each in found[aggregate.NAME] if each.period} - held_years
    if not wanted:
        return {}
    periods = tuple(sorted({period for _, period in wanted}))
    asked = replace(request, measures=(level.NAME,), periods=periods)
    more = (each for each in measure(asked, holdings) if each.value is not None)
    return {level.NAME: (*found[level.NAME], *(each for each in more if (each.area, each.period) in wanted))}


def _in_order(results: Iterable[Result], areas: Sequence[str]) -> list[Result]:
    """By area as asked, then the latest year first, the newest release first."""
    places = {area: place for place, area in enumerate(areas)}
    newest_first = sorted(results, key=lambda each: (each.period or "", each.vintage or date.min), reverse=True)
    return sorted(newest_first, key=lambda each: (places.get(each.area, len(places)), each.area))


def _with_revisions(results: tuple[Result, ...], request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """The results; where all releases are shown, each level that was revised says so."""
    if request.vintage != "all" or level.NAME not in request.measures:
        return results
    revised = revision.compute(request, holdings)
    return tuple(
        replace(each, because=" ".join([each.because, *_revisions_of(each, revised)]))
        if each.measure == level.NAME
        else each
        for each in results
    )


def _revisions_of(result: Result, revised: Iterable[Result]) -> list[str]:
    """What is said of the revisions in which a value took part."""
    if result.value is None or result.source is None:
        return []
    file = result.source.sha256
    own = (each for each in revised if _whom(each) == _whom(result))
    return [each.because for each in own if file in _files(each)]


def _files(revised: Result) -> list[str]:
    """The checksums of the files that give the values of a revision."""
    values = revised.details.get("values")
    return [value["sha256"] for value in values] if isinstance(values, list) else []


def _whom(result: Result) -> tuple[str | None, ...]:
    return result.area, result.period, result.sex, result.location, result.age, result.breakdown


def _is_of(result: Result, fixed: tuple[tuple[str, str], ...]) -> bool:
    """Whether a result is of what the code asked for fixes; one that says that nothing is held is."""
    if result.period is None or (result.value is None and result.source is None):
        return True
    split = {"sex": result.sex, "location": result.location, "age": result.age}
    parts = (result.breakdown or "").split(";")
    return all(
        split[name] == _WORDS.get(code, code) if name in split else f"{name}={code}" in parts
        for name, code in fixed
    )


def _weights(request: Request, results: Iterable[Result], holdings: Holdings) -> tuple[str, ...]:
    """What aggregates were weighed by, and from which files that comes."""
    facts = holdings.facts(request.indicator)
    made = [each for each in results if each.coverage is not None and each.value is not None]
    if not made or facts.aggregator != "weighted mean" or facts.denominator is None:
        return ()
    rows = newest(annual(replace(request, vintage=None), holdings, facts.denominator), IDENTITY)
    rows = rows.filter(rows.period.isin(sorted({str(each.period) for each in made})))
    used = sorted(holdings.engine.collect(rows.select("source").distinct())["source"].to_pylist())
    files = [
        f"{holdings.sources[each].name} ({release_words(holdings.sources[each].vintage, each)})" for each in used
    ]
    name = holdings.facts(facts.denominator).name.lower()
    return (f"Weighed by {name}, for each area the newest release held: {', '.join(files)}.",)


def _outside(results: Sequence[Result]) -> tuple[str, ...]:
    """Where the publisher's own figure cannot come from the values and weights that ours are made from."""
    published = {_whom(each): each.value for each in results if each.measure == level.NAME}
    strange: list[str] = []
    for each in results:
        figure = published.get(_whom(each)) if each.measure == aggregate.NAME else None
        if figure is None or each.bounds is None:
            continue
        if not rounded(figure, decimals_among([figure])).overlaps(each.bounds):
            strange.append(f"{each.name} {each.period}")
    if not strange:
        return ()
    return (
        "The publisher's figure lies outside the bounds of ours, so it stands on other values or other weights: "
        f"{', '.join(dict.fromkeys(strange))}.",
    )
