"""The statistics of a workspace: each file as what it holds, and the observations of all as one table.

Knows which files were read before, and reads the others anew from the originals. Knows that all of it stands on an
optional part of the installation, and asks for that only when there is something to read or to count.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from stocktake.errors import MissingPartError, StocktakeError
from stocktake.statistics.model import Reading
from stocktake.statistics.store import ObservationStore
from stocktake.tables import open_engine
from stocktake.workspace.index import Holding
from stocktake.workspace.observations import Dataset, ObservationCache
from stocktake.workspace.reading import Progress, silent
from stocktake.workspace.store import Store

PART = ("pyarrow", "duckdb", "ibis")
"""The libraries of the optional part ``statistics`` without which nothing can be read or counted."""


@dataclass(frozen=True, slots=True)
class StatisticsHeld:
    """The statistics that a workspace yields.

    Attributes:
        datasets: What each file holds, in the order of adding.
        faults: The files that cannot be used, and why.
        read: How many were read anew; the others came from the cache.
    """

    datasets: tuple[Dataset, ...] = ()
    faults: tuple[tuple[Holding, str], ...] = ()
    read: int = 0


def require_statistics() -> None:
    """Return where the optional part ``statistics`` is installed.

    Raises:
        MissingPartError: It is not.
    """
    missing = [library for library in PART if find_spec(library) is None]
    if missing:
        raise MissingPartError(
            expected="the optional part 'statistics'",
            came=f"{missing[0]} is not installed",
            advice="Install it with `pip install 'stocktake[statistics]'`.",
        )


def read_statistics_file(data: bytes, holding: Holding) -> Reading:
    """The observations of one file.

    Raises:
        MissingPartError: The optional part is not installed.
        StocktakeError: The file is damaged, or of a format that we do not read.
    """
    from stocktake.statistics.reading import read_statistics

    require_statistics()
    return read_statistics(data, holding.name, holding.vintage)


class Statistics:
    """The statistics of one workspace.

    Attributes:
        store: The originals.
        cache: Their observations as read before.
        engine: The name of the engine that answers.
    """

    def __init__(self, store: Store, folder: Path, engine: str) -> None:
        self.store = store
        self._folder = folder
        self.engine = engine

    @property
    def cache(self) -> ObservationCache:
        """The observations read before."""
        return ObservationCache(self._folder)

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """The files of statistics that the index records, in the order of adding."""
        return tuple(each for each in self.store.holdings if each.kind == "statistics")

    def tidy(self) -> None:
        """Remove observations that belong to no file held; call it with the lock of the workspace."""
        self.cache.tidy(self.holdings)

    def contents(self, progress: Progress = silent) -> StatisticsHeld:
        """What every file holds; those not read before are read.

        A file whose original was altered or cannot be read is a fault, never used as if nothing had happened.
        """
        holdings = self.holdings
        if not holdings:
            return StatisticsHeld()
        cache = self.cache
        faults = [(each, fault) for each in holdings if (fault := self.store.fault(each))]
        sound = [each for each in holdings if each not in {holding for holding, _ in faults}]
        known = {each: cache.get(each) for each in sound}
        unread = [each for each, dataset in known.items() if dataset is None]
        progress(0, len(unread))
        for done, each in enumerate(unread, 1):
            try:
                known[each] = cache.put(each, read_statistics_file(self.store.original(each).read_bytes(), each))
            except StocktakeError as error:
                faults.append((each, error.message))
            progress(done, len(unread))
        datasets = tuple(each for each in known.values() if each is not None)
        return StatisticsHeld(datasets, tuple(faults), len(unread))

    def observations(self, datasets: Collection[Dataset]) -> ObservationStore:
        """The observations of these data sets, on the engine of the settings.

        Raises:
            MissingPartError: The engine is not installed.
        """
        require_statistics()
        return self.cache.store([each.holding for each in datasets], open_engine(self.engine))


def newer_release(dataset: Dataset, datasets: Sequence[Dataset]) -> date | None:
    """The day of the newest release that holds a series of this one too and came later; None where there is none.

    A series is a publisher's code. Releases without a day cannot be ordered, and none is newer than another.
    """
    if dataset.vintage is None:
        return None
    series = set(dataset.series)
    days = (
        other.vintage
        for other in datasets
        if other.vintage and other.publisher == dataset.publisher and series & set(other.series)
    )
    newest = max(days, default=dataset.vintage)
    return newest if newest > dataset.vintage else None
