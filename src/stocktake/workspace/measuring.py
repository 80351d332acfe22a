"""From a person's question to results: which indicator, areas and measures are meant, and what the workspace answers.

Knows what is meant where nothing is said: the world and the groups in use, the publisher's figure beside our own, the
newest release. Counts nothing itself. What a code of a publisher fixes ("women") is kept to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from stocktake.errors import NotFoundError
from stocktake.review.histories import levels_of_every_year
from stocktake.statistics.measures import (
    MEASURES,
    Holdings,
    Request,
    Result,
    aggregate,
    coverage,
    level,
    measure,
    revision,
)
from stocktake.statistics.measures.dimensions import DIMENSIONS, labels, word_of
from stocktake.statistics.measures.reference import holdings_of
from stocktake.statistics.measures.series import release_words
from stocktake.statistics.model import TOTAL
from stocktake.values.interval import decimals_among, rounded
from stocktake.workspace.question import Meant, Question, check_question, meant_by, request_of
from stocktake.workspace.reading import Progress, silent
from stocktake.workspace.statistics import Statistics, StatisticsHeld, require_statistics

_NO_RESULT = {revision.NAME: "No revision: no two releases of one publisher differ by more than rounding."}


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
    notes = (
        *_nothing(question, kept),
        *_unsplit(question, kept),
        *_without_days(kept),
        *_whose(meant, holdings),
        *_weights(request, kept, holdings),
        *_outside(kept),
        *faults,
    )
    return Measured(meant.code, meant.name, question.as_of, kept, notes)


def levels_through_time(statistics: Statistics, question: Question) -> tuple[Result, ...]:
    """The published values of the areas asked in the years asked, in every year held where none is.

    Raises:
        StocktakeError: As for ``measure_held``.
    """
    meant, request, holdings, _ = _opened(statistics, question, silent)
    return _through_time(meant, request, holdings)


def observations_asked(statistics: Statistics, question: Question) -> Any:
    """The published observations that the answer stands on: an Arrow table, columns as in ``tables.schema``.

    Raises:
        StocktakeError: As for ``measure_held``.
    """
    meant, request, holdings, _ = _opened(statistics, question, silent)
    levels = _through_time(meant, request, holdings)
    wanted = {_place(each) for each in levels}
    files = sorted({each.source.sha256 for each in levels if each.source})
    rows = holdings.observations
    rows = rows.filter(rows.indicator == request.indicator, rows.source.isin(files)).order_by(
        ["source", "row", "code", "area", "period", "sex", "location", "age", "breakdown"]
    )
    table = holdings.engine.collect(rows)
    return table.take([at for at, row in enumerate(table.to_pylist()) if _place_of_row(row) in wanted])


def _nothing(question: Question, results: Sequence[Result]) -> Iterator[str]:
    """Which measures that were named have no result, for an empty page would say nothing."""
    answered = {each.measure for each in results}
    for name in (each for each in question.measures if each not in answered):
        yield _NO_RESULT.get(name, f"No {name}: nothing for it is held.")


def _unsplit(question: Question, results: Sequence[Result]) -> Iterator[str]:
    """That nothing is held of the parts asked for, where values are and all are totals."""
    known = [each for each in results if each.measure in (level.NAME, aggregate.NAME) and each.value is not None]
    if question.by and known and not any(getattr(each, question.by) for each in known):
        yield f"Nothing of it is held by {question.by}: these are totals."


def _without_days(results: Sequence[Result]) -> Iterator[str]:
    """What to do where files without a day differ."""
    if any(each.measure == revision.NAME and each.value is None for each in results):
        yield "Once stocktake add --vintage has said the days of these files, what was revised is known."


def _whose(meant: Meant, holdings: Holdings) -> Iterator[str]:
    """Whose figures alone were read, where the code asked for is a publisher's and others are held too."""
    if meant.files and any(each.publisher != meant.publisher for each in holdings.sources.values()):
        yield f"Only figures of {meant.publisher}, whose code it is; ask for {meant.code} to have anybody's."


def _through_time(meant: Meant, request: Request, holdings: Holdings) -> tuple[Result, ...]:
    return tuple(each for each in levels_of_every_year(request, holdings) if _is_of(each, meant.fixed))


def _place(result: Result) -> tuple[Any, ...]:
    source = result.source
    place = (source.sha256, source.row) if source else (None, None)
    return (*place, result.area, result.period, result.sex, result.location, result.age, result.breakdown)


def _place_of_row(row: dict[str, Any]) -> tuple[Any, ...]:
    return (row["source"], row["row"], row["area"], row["period"], *labels(row).values())


def _opened(
    statistics: Statistics, question: Question, progress: Progress
) -> tuple[Meant, Request, Holdings, tuple[str, ...]]:
    """What a question means, what may be read for it, and what cannot be used.

    The optional part is asked for first: without it every file is one that cannot be used.
    """
    require_statistics()
    contents = statistics.contents(progress)
    _check_usable(contents)
    meant = meant_by(question.indicator, contents.datasets)
    check_question(question, meant, contents.datasets)
    store = statistics.observations(contents.datasets)
    sources = {source.sha256: source for source in store.sources()}
    holdings = holdings_of(store.observations("all"), store.engine, sources, question.as_of)
    faults = tuple(f"Left out, {fault}: {holding.name}." for holding, fault in contents.faults)
    return meant, request_of(question, meant, holdings), holdings, faults


def _check_usable(contents: StatisticsHeld) -> None:
    if contents.datasets or not contents.faults:
        return
    holding, fault = contents.faults[0]
    raise NotFoundError(
        expected="statistics that can be used",
        came=f"of {len(contents.faults)} held none can: {holding.name}: {fault}",
        advice="See what is wrong with each: stocktake status",
    )


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
        split[name] == word_of(code) if name in split else f"{name}={code}" in parts for name, code in fixed
    )


def _weights(request: Request, results: Iterable[Result], holdings: Holdings) -> tuple[str, ...]:
    """What aggregates were weighed by, and from which files that comes."""
    facts = holdings.facts(request.indicator)
    weighed = (each for each in results if each.coverage is not None and each.measure != coverage.NAME)
    made = [each for each in weighed if each.value is not None]
    if not made or facts.aggregator != "weighted mean" or facts.denominator is None:
        return ()
    rows = holdings.observations
    rows = rows.filter(
        rows.indicator == facts.denominator,
        rows.period.isin(sorted({str(each.period) for each in made})),
        *(rows[name] == TOTAL for name in DIMENSIONS if name != request.by),
    )
    used = sorted(holdings.engine.collect(rows.select("source").distinct())["source"].to_pylist())
    files = [
        f"{holdings.sources[each].name} ({release_words(holdings.sources[each].vintage, each)})" for each in used
    ]
    name = holdings.facts(facts.denominator).name.lower()
    return (f"Weighed by {name}, for each area the release that comes first of {', '.join(files)}.",)


def _outside(results: Sequence[Result]) -> tuple[str, ...]:
    """Where the publisher's own figure cannot come from the values and weights that ours are made from."""
    published = {_whom(each): each.value for each in results if each.measure == level.NAME}
    within: dict[str, bool] = {}
    for each in results:
        figure = published.get(_whom(each)) if each.measure == aggregate.NAME else None
        if figure is not None and each.bounds is not None:
            name = f"{each.name} {each.period}"
            is_within = rounded(figure, decimals_among([figure])).overlaps(each.bounds)
            within[name] = within.get(name, False) or is_within
    strange = [name for name, is_within in within.items() if not is_within]
    if not strange:
        return ()
    words = "The publisher's figure lies outside the bounds of ours, so it stands on other values or other weights"
    return (f"{words}: {', '.join(strange)}.",)
