"""The originals and the index that names them: what must never be lost.

Knows the order of writing that keeps the folder usable whenever a run is killed: first the original, then the
index. Knows nothing of what a file says.
"""

import hashlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from stocktake.atomic import remove_leftovers, write_whole
from stocktake.workspace.index import Holding, Kind, parse_index, print_index

INDEX = "index.json"
TEXTS = "texts"
FOLDERS: dict[Kind, str] = {"text": TEXTS, "statistics": "statistics", "structure": "structures"}
"""The folder of the originals of each kind."""


class Store:
    """The originals of one workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def prepare(self) -> None:
        """Make what is absent; what is there stays."""
        (self.folder / TEXTS).mkdir(parents=True, exist_ok=True)
        if not (self.folder / INDEX).exists():
            write_whole(self.folder / INDEX, print_index(()))

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """What the index records, in the order it was added."""
        file = self.folder / INDEX
        return parse_index(file.read_bytes(), str(file)) if file.exists() else ()

    def original(self, holding: Holding) -> Path:
        """Where the copy of a file that was added is kept."""
        return self.folder / FOLDERS[holding.kind] / holding.kept_as

    def record(self, holding: Holding, data: bytes) -> None:
        """Keep an original and name it in the index; a holding of the same bytes is replaced in its place."""
        self.original(holding).parent.mkdir(exist_ok=True)
        write_whole(self.original(holding), data)
        before = list(self.holdings)
        places = [at for at, each in enumerate(before) if each.sha256 == holding.sha256]
        at = places[0] if places else len(before)
        before[at : at + len(places)] = [holding]
        write_whole(self.folder / INDEX, print_index(before))

    def fault(self, holding: Holding) -> str | None:
        """What is wrong with an original; None where it is as it was added."""
        try:
            came = digest_of(self.original(holding))
        except OSError as error:
            return f"the original cannot be read ({error.strerror})"
        return None if came == holding.sha256 else f"the original was altered: its checksum is now {came[:16]}…"

    def strays(self) -> tuple[str, ...]:
        """Files among the originals that the index does not list: copies made by a run that was killed."""
        listed = {each.kept_as for each in self.holdings}
        lying = (each.name for folder in self._originals() for each in folder.iterdir())
        return tuple(sorted(name for name in lying if name not in listed))

    def tidy(self) -> None:
        """Remove the half-written files of runs that were killed; call it with the lock held."""
        remove_leftovers(self.folder)
        for folder in self._originals():
            remove_leftovers(folder)

    def fingerprint(self) -> str:
        """A checksum of what is held and what the user said of it, whatever the order of adding."""
        lines = sorted(_line(each) for each in self.holdings)
        return sha256("\n".join(lines).encode()).hexdigest()

    def _originals(self) -> Iterator[Path]:
        """The folders of originals that are there; those of statistics and structures come with their first file."""
        yield from (self.folder / name for name in FOLDERS.values() if (self.folder / name).is_dir())


def _line(holding: Holding) -> str:
    """All of a holding that what is made from it depends on."""
    said = f"{holding.vintage}" if holding.kind == "statistics" else f"{holding.symbol} {holding.status}"
    return f"{holding.sha256} {holding.name} {said}"


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
