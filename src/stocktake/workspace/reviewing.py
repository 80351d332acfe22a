"""The review of a workspace: its texts, statistics and register handed to the one function that joins them.

Knows where each lies, that what was recorded after the day does not count, and that statistics are opened only where
something has to be counted. Joins nothing itself.
"""

from datetime import date
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from stocktake.frameworks.lineages import lineages
from stocktake.review import Review, build_review
from stocktake.review.build import Besides
from stocktake.review.evidence.given import Recorded
from stocktake.review.model import Damage
from stocktake.review.numbers import DataFile, Numbers
from stocktake.statistics.measures import Holdings
from stocktake.values.moment import end_of
from stocktake.workspace.folder import Workspace
from stocktake.workspace.observations import Dataset, reader_fingerprint
from stocktake.workspace.reading import Progress, silent
from stocktake.workspace.register_file import all_records
from stocktake.workspace.statistics import Statistics, StatisticsHeld


class Reviewed(NamedTuple):
    """A review, and the statistics that it stands on; None where none can be used."""

    review: Review
    numbers: Numbers | None


def review_with_numbers(workspace: Workspace, as_of: date, progress: Progress = silent) -> Reviewed:
    """The review of everything that a workspace holds, as of a day, with its statistics: they are opened once.

    Raises:
        MissingPartError: Something is held that an optional part of the installation reads, and it is not installed.
        StocktakeError: The register cannot be read, or example and real texts are mixed.
    """
    contents = workspace.contents(progress)
    numbers, unusable = numbers_held(workspace.statistics, as_of, progress)
    example = any(each.example for each in workspace.holdings)
    records = all_records(workspace.folder, end_of(as_of))
    damages = [Damage(fault.holding.name, fault.holding.sha256, fault.what) for fault in contents.faults]
    besides = Besides(
        damages=(*damages, *unusable),
        corrections=records.corrections,
        recorded=Recorded(records.contributions, records.judgements),
        needs=records.needs,
        offers=records.offers,
        mismatches=records.mismatches,
        fingerprint=workspace.fingerprint,
        numbers=numbers,
        areas=areas_of(workspace, as_of, example=example),
        keep=workspace.parts,
    )
    return Reviewed(build_review(contents.documents, as_of, lineages(), besides), numbers)


def areas_of(workspace: Workspace, as_of: date, *, example: bool) -> tuple[str, ...]:
    """The areas and groups that a review of a workspace shows."""

    def shown() -> tuple[str, ...]:
        from stocktake.workspace.question import areas_shown

        return areas_shown(as_of, example=example)

    return workspace.parts(tuple[str, ...], ("areas shown", as_of, example), shown)


def numbers_held(
    statistics: Statistics, as_of: date, progress: Progress = silent
) -> tuple[Numbers | None, tuple[Damage, ...]]:
    """The statistics of a workspace, not opened yet, None where none can be used; and the files that cannot."""
    contents = statistics.contents(progress)
    damages = tuple(Damage(each.name, each.sha256, fault) for each, fault in contents.faults)
    if not contents.datasets:
        return None, damages

    @cache
    def opened() -> Holdings:
        from stocktake.statistics.measures.reference import holdings_of

        store = statistics.observations(contents.datasets)
        sources = {source.sha256: source for source in store.sources()}
        return holdings_of(store.observations("all"), store.engine, sources, as_of)

    files = tuple(map(_file, sorted(contents.datasets, key=lambda each: (each.holding.name, each.holding.sha256))))
    indicators = frozenset(code for each in contents.datasets for code in each.indicators)
    return Numbers(files, indicators, _fingerprint(contents, statistics.engine), opened), damages


def _file(dataset: Dataset) -> DataFile:
    return DataFile(
        name=dataset.holding.name,
        sha256=dataset.holding.sha256,
        format=dataset.format,
        publisher=dataset.publisher,
        title=dataset.title,
        vintage=dataset.vintage,
        observations=dataset.observations,
        findings=dataset.findings,
    )


def _fingerprint(held: StatisticsHeld, engine: str) -> str:
    """A checksum of the files, of what the user said of them and of what read them, structure files too."""
    files = sorted(f"{each.holding.sha256} {each.holding.name} {each.vintage}" for each in held.datasets)
    structures = sorted(f"structure {each.sha256}" for each in held.structures)
    return sha256("\n".join([reader_fingerprint(), engine, *files, *structures]).encode()).hexdigest()
