"""The statistics of a workspace: each file as what it holds, and the observations of all as one table.

Knows which files were read before, and reads the others anew from the originals. Knows that all of it stands on an
optional part of the installation, and asks for that only when there is something to read or to count.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from stocktake.errors import RequestError, StocktakeError, require_part
from stocktake.frameworks.areas import is_example_area
from stocktake.review.keeping import Keeper, made_anew
from stocktake.statistics.model import Reading
from stocktake.statistics.store import ObservationStore
from stocktake.tables import open_engine
from stocktake.workspace.index import Holding
from stocktake.workspace.observations import Dataset, ObservationCache
from stocktake.workspace.reading import Progress, silent
from stocktake.workspace.store import Store

if TYPE_CHECKING:
    from stocktake.statistics.sources.sdmx_structures import Definitions, Structure

PART = ("pyarrow", "duckdb", "ibis")
"""The libraries of the optional part ``statistics`` without which nothing can be read or counted."""


@dataclass(frozen=True, slots=True)
class StatisticsHeld:
    """The statistics that a workspace yields.

    Attributes:
        datasets: What each file holds, in the order of adding.
        faults: The files that cannot be used, and why; structure files too.
        read: How many were read anew; the others came from the cache.
        structures: The structure files with which data of SDMX are read, in the order of adding.
    """

    datasets: tuple[Dataset, ...] = ()
    faults: tuple[tuple[Holding, str], ...] = ()
    read: int = 0
    structures: tuple[Holding, ...] = ()


class StructuresHeld:
    """The structure files of a workspace whose originals are as they were added.

    Attributes:
        holdings: The files, in the order of adding.
        faults: The others, and what is wrong with them.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        held = {each: store.fault(each) for each in store.holdings if each.kind == "structure"}
        self.holdings = tuple(each for each, fault in held.items() if fault is None)
        self.faults = tuple((each, fault) for each, fault in held.items() if fault is not None)

    @property
    def checksums(self) -> tuple[str, ...]:
        """What the observations of a data file depend on besides the file itself, whatever the order of adding."""
        return tuple(sorted(each.sha256 for each in self.holdings))

    def needed_by(self, data: bytes, name: str) -> tuple["Structure", ...]:
        """The structures with which a file is read: all, where it is of SDMX, else none.

        Raises:
            MissingPartError: The optional part is not installed.
            InputError: A structure file cannot be read any more.
        """
        from stocktake.statistics.reading import format_of, refers_to_structures

        return self._read if self.holdings and refers_to_structures(format_of(data, name)) else ()

    @cached_property
    def _read(self) -> tuple["Structure", ...]:
        from stocktake.statistics.sources.sdmx_structures import together

        files = {each: self._store.original(each).read_bytes() for each in self.holdings}
        return together([read_structure_file(data, each) for each, data in files.items()])


def require_statistics() -> None:
    """Return where the optional part ``statistics`` is installed.

    Raises:
        MissingPartError: It is not.
    """
    require_part("statistics", PART)


def read_statistics_file(data: bytes, holding: Holding, structures: StructuresHeld) -> Reading:
    """The observations of one file.

    Raises:
        MissingPartError: The optional part is not installed.
        InputError: The file is damaged; so ``read_statistics``.
        UnsupportedError: It is of no format that we read, or holds no observations.
    """
    from stocktake.statistics.reading import read_statistics

    require_statistics()
    return read_statistics(data, holding.name, holding.vintage, structures.needed_by(data, holding.name))


def is_of_example(reading: Reading) -> bool:
    """Whether the observations are of the invented areas of the bundled example.

    Raises:
        RequestError: They are of real and of invented areas.
    """
    codes = reading.observations["area"].unique().to_pylist()
    invented = sorted(code for code in codes if is_example_area(code))
    real = sorted(code for code in codes if not is_example_area(code))
    if invented and real:
        raise RequestError(
            expected="example and real statistics kept apart",
            came=f"{invented[0]} is an area of the example and {real[0]} is none",
            where=reading.source.name,
            advice="Leave the invented areas out.",
        )
    return bool(invented)


def read_structure_file(data: bytes, holding: Holding) -> "Definitions":
    """What one structure file defines.

    Raises:
        MissingPartError: The optional part is not installed.
        InputError: It is damaged, or defines nothing that bears on reading data.
    """
    from stocktake.statistics.sources.sdmx_structures import read_structures

    return read_structures(data, holding.name)


class Statistics:
    """The statistics of one workspace.

    Attributes:
        store: The originals.
        cache: Their observations as read before.
        engine: The name of the engine that answers.
    """

    def __init__(self, store: Store, folder: Path, engine: str, keep: Keeper = made_anew) -> None:
        self.store = store
        self._folder = folder
        self._keep = keep
        self.engine = engine

    @cached_property
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
        structures = StructuresHeld(self.store)
        cache = self.cache
        altered = [(each, fault) for each in self.holdings if (fault := self.store.fault(each))]
        faults = [*structures.faults, *altered]
        sound = [each for each in self.holdings if each not in {holding for holding, _ in faults}]
        known = self._known(sound, structures.checksums)
        unread = [each for each, dataset in known.items() if dataset is None]
        if unread:
            progress(0, len(unread))
        for done, each in enumerate(unread, 1):
            try:
                reading = read_statistics_file(self.store.original(each).read_bytes(), each, structures)
                known[each] = cache.put(each, reading, structures.checksums)
            except StocktakeError as error:
                faults.append((each, error.message))
            progress(done, len(unread))
        if unread:
            # Kept now, while all is at hand: the next call would open every file to find out the same.
            self._kept(sound, structures.checksums, lambda: tuple(known.values()))
        datasets = tuple(each for each in known.values() if each is not None)
        return StatisticsHeld(datasets, tuple(faults), len(unread), structures.holdings)

    def _known(self, holdings: Sequence[Holding], structures: Sequence[str]) -> dict[Holding, Dataset | None]:
        """What each file holds, None where it has to be read; looked up anew only where something was written since."""
        cache = self.cache
        facts = self._kept(holdings, structures, lambda: tuple(cache.get(each, structures) for each in holdings))
        return dict(zip(holdings, facts, strict=True))

    def _kept(
        self,
        holdings: Sequence[Holding],
        structures: Sequence[str],
        look_up: Callable[[], tuple[Dataset | None, ...]],
    ) -> tuple[Dataset | None, ...]:
        """What is known of each file as the cache now stands."""
        cache = self.cache
        made_from = (cache.folder.name, [cache.stamp(each) for each in holdings], holdings, structures)
        return self._keep(tuple[Dataset | None, ...], made_from, look_up)

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
