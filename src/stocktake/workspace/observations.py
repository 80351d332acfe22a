"""Observations as read from the statistics held: one Parquet file each, its facts in it; made anew at need.

Knows when what was read before still holds: the same file, name and vintage, read by the same readers with the same
reference data and the same structure files, and kept byte for byte as it was put here: of an altered byte an engine
may make another number, and says nothing. Deleting the folder costs time, nothing else; where it cannot be written
to, another one serves that goes with the process.
"""

import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from stocktake.errors import StocktakeError
from stocktake.findings import Finding
from stocktake.statistics.model import Reading, Source
from stocktake.statistics.store import SUFFIX, ObservationStore
from stocktake.tables import Engine
from stocktake.workspace.fingerprint import code_fingerprint
from stocktake.workspace.index import Holding
from stocktake.workspace.store import digest_of
from stocktake.workspace.unkept import costs_only_time

FOLDER = "observations"
_CHECKSUM = ".sha256"
"""The suffix of the file beside the observations that tells whether they are as they were put here."""
_LIBRARIES = ("pyarrow",)
_READERS = ("statistics/sources", "statistics/reading.py", "statistics/model.py", "tables", "frameworks", "values")


@dataclass(frozen=True, slots=True)
class Dataset:
    """What one file of statistics holds.

    Attributes:
        holding: The file.
        publisher: Who published it; None where neither file nor format says.
        title: What the publisher calls it; None where the file does not say.
        format: The reader that read it.
        vintage: The day of the release, printed or given; None where neither.
        observations: How many there are.
        areas: Of how many areas and groups.
        first: The first period.
        last: The last period.
        indicators: The codes of what is measured.
        series: The publisher's codes.
        findings: What a person should look at.
    """

    holding: Holding
    publisher: str | None
    title: str | None
    format: str
    vintage: date | None
    observations: int
    areas: int
    first: str
    last: str
    indicators: tuple[str, ...]
    series: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


class ObservationCache:
    """The folder of observations read before.

    Attributes:
        folder: That of these very readers; others stand beside it until the next file is added.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER / reader_fingerprint()[:16]
        self._spared: set[str] = set()

    def get(self, holding: Holding, structures: Sequence[str] = ()) -> Dataset | None:
        """The facts of a file whose observations are here; None where it has to be read.

        Args:
            holding: The file.
            structures: The checksums of the structure files held, in their order.
        """
        store = ObservationStore(self._folder_of(holding))
        try:
            if not _is_as_put(self._path(holding)):
                return None
            note, source = store.note(holding.sha256), store.provenance(holding.sha256)
            if note["kept_for"] != _kept_for(holding, source.format, structures):
                return None
            return _dataset(holding, source, note, store.findings(holding.sha256))
        except (StocktakeError, ImportError, OSError, ValueError, KeyError, TypeError):
            return None

    def stamp(self, holding: Holding) -> tuple[int, int] | None:
        """The size and time of the observations of a file, other ones once they are written anew; None where absent."""
        try:
            found = self._path(holding).stat()
        except OSError:
            return None
        return found.st_size, found.st_mtime_ns

    def put(self, holding: Holding, reading: Reading, structures: Sequence[str] = ()) -> Dataset:
        """The facts of a file whose observations are kept now.

        Raises:
            OSError: They can be kept nowhere.
        """
        with costs_only_time(self.folder.parent.parent):
            return _put(self.folder, holding, reading, structures)
        self._spared.add(holding.sha256)
        return _put(self._folder_of(holding), holding, reading, structures)

    def store(self, holdings: Collection[Holding], engine: Engine | None = None) -> ObservationStore:
        """The observations of these files and of no others; each was put here."""
        return _HeldStore(engine, {each.sha256: self._folder_of(each) for each in holdings})

    @cached_property
    def _spare(self) -> TemporaryDirectory[str]:
        """The folder of what cannot be kept; it goes with this object."""
        return TemporaryDirectory(prefix="stocktake-")

    def _folder_of(self, holding: Holding) -> Path:
        return Path(self._spare.name) if holding.sha256 in self._spared else self.folder

    def _path(self, holding: Holding) -> Path:
        return self._folder_of(holding) / f"{holding.sha256}{SUFFIX}"

    def tidy(self, holdings: Collection[Holding]) -> None:
        """Remove what belongs to other readers or to no file that is held; call it with the lock of the workspace.

        Half-written files stay: who only looks writes here too, without the lock.
        """
        if not self.folder.parent.is_dir():
            return
        for other in self.folder.parent.iterdir():
            if other != self.folder and other.is_dir():
                shutil.rmtree(other)
        if self.folder.is_dir():
            held = {each.sha256 for each in holdings}
            for stray in [each for each in self.folder.glob("[0-9a-f]*") if each.stem not in held]:
                stray.unlink()


class _HeldStore(ObservationStore):
    """A store that sees only some files, each in its folder: a run that was killed may have left others there."""

    def __init__(self, engine: Engine | None, folders: Mapping[str, Path]) -> None:
        super().__init__(Path(), engine)
        self._folders = folders

    def sources(self) -> tuple[Source, ...]:
        """The files it sees, in the order of their checksums."""
        return tuple(map(self.provenance, sorted(self._folders)))

    def _path(self, source: str) -> Path:
        return self._folders.get(source, self.folder) / f"{source}{SUFFIX}"


@cache
def reader_fingerprint() -> str:
    """A checksum of the code, the reference data and the libraries that turn bytes into observations."""
    return code_fingerprint(_LIBRARIES, _READERS)


def _kept_for(holding: Holding, format_name: str, structures: Sequence[str]) -> dict[str, Any]:
    """What the observations of a file depend on besides its bytes and the readers."""
    from stocktake.statistics.reading import refers_to_structures

    said = holding.vintage.isoformat() if holding.vintage else None
    used = list(structures) if refers_to_structures(format_name) else []
    return {"name": holding.name, "said": said, "structures": used}


def _put(folder: Path, holding: Holding, reading: Reading, structures: Sequence[str]) -> Dataset:
    path = folder / f"{holding.sha256}{SUFFIX}"
    # What is there may be damaged, and nothing of it is asked.
    path.unlink(missing_ok=True)
    store = ObservationStore(folder)
    store.record(reading, {"kept_for": _kept_for(holding, reading.source.format, structures)})
    # Half of a checksum is none, so it need not be written whole.
    path.with_suffix(_CHECKSUM).write_text(digest_of(path), "ascii")
    return _dataset(holding, reading.source, store.note(holding.sha256), reading.findings)


def _is_as_put(path: Path) -> bool:
    """Whether the observations at ``path`` are those that were put there, byte for byte."""
    return path.with_suffix(_CHECKSUM).read_text("ascii") == digest_of(path)


def _dataset(holding: Holding, source: Source, note: Mapping[str, Any], findings: tuple[Finding, ...]) -> Dataset:
    return Dataset(
        holding=holding,
        publisher=source.publisher,
        title=source.dataset,
        format=source.format,
        vintage=source.vintage,
        observations=note["observations"],
        areas=note["areas"],
        first=note["first"],
        last=note["last"],
        indicators=tuple(note["indicators"]),
        series=tuple(note["codes"]),
        findings=findings,
    )
