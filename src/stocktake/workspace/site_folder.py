"""A folder that holds a site, or is to hold one, and what is remembered of the site last written.

Knows which files of a folder are ours: only what an earlier run wrote is ever removed. Knows what need not be made
again: a file whose key was seen before, and whose bytes in the folder are still those that were made then. Knows
nothing of pages.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple, Protocol

from stocktake.atomic import TEMPORARY, write_whole
from stocktake.errors import InputError, RequestError
from stocktake.workspace.reading import Progress, silent
from stocktake.workspace.site_memory import Remembered, SiteMemory

MANIFEST = "site.json"
"""Lists every file of the site with its checksum; written last."""
JOURNAL = ".unfinished"
"""Lists, while a site is written, what is being written: a killed run leaves it behind."""
SCHEMA = "stocktake/site/1"


class Made(Protocol):
    """A file of the site: where it stands below the folder, with slashes, and its bytes, made when asked for."""

    @property
    def path(self) -> str:
        """Where it stands."""
        ...

    @property
    def key(self) -> str:
        """What its bytes follow from, besides the program; empty where nobody says."""
        ...

    @property
    def data(self) -> bytes:
        """Its bytes."""
        ...


class _Standing(NamedTuple):
    """What stands in the folder: its checksum and its size."""

    sha256: str
    size: int

    @classmethod
    def of(cls, data: bytes) -> "_Standing":
        return cls(sha256(data).hexdigest(), len(data))


class Written(NamedTuple):
    """What became of a folder: how many files were written, were the same already, were removed; bytes in all."""

    written: int
    same: int
    removed: int
    size: int


class SiteFolder:
    """A folder that holds a site, or is to hold one.

    A file whose bytes are the same is left alone, and with a memory of the run before one whose key is the same is not
    even made. What an earlier run wrote and this one does not make is removed;
    nothing else ever is. Each file is written whole and the manifest last, so that a killed run leaves a site that can
    be used and a journal from which the next run knows what is ours.
    """

    def __init__(self, folder: Path, memory: SiteMemory | None = None) -> None:
        self.folder = folder
        self._memory = memory

    def check(self) -> None:
        """Refuse a folder that is not ours.

        Raises:
            RequestError: It is a file, or a folder with something in it that is no site.
        """
        if self.folder.exists() and not self.folder.is_dir():
            raise RequestError(
                expected="a folder for the site",
                came="there is a file of that name",
                where=str(self.folder),
                advice="Name another.",
            )
        ours = any((self.folder / name).is_file() for name in (MANIFEST, JOURNAL))
        if self.folder.is_dir() and not ours and any(self.folder.iterdir()):
            raise RequestError(
                expected="an empty folder, or one that holds a site of ours",
                came=f"there is something else in it and no {MANIFEST}",
                where=str(self.folder),
                advice="Name a new folder; nothing of yours is ever overwritten.",
            )

    def unchanged(self, key: str) -> Written | None:
        """What the folder holds, where that is just what was last made and under this key; None where it is not.

        Every file is looked at, so that one that was altered or is gone is made again.
        """
        last, manifest = self._recalled(), _standing(self.folder / MANIFEST)
        if not key or last.site != key or manifest is None or manifest.sha256 != last.manifest:
            return None
        found = {path: (_standing(self.folder / path), checksum) for path, checksum in self._listed().items()}
        same = [own.size for own, checksum in found.values() if own and own.sha256 == checksum]
        if len(same) < len(found) or (self.folder / JOURNAL).exists():
            return None
        return Written(0, len(same), 0, sum(same))

    def write(self, files: Iterable[Made], progress: Progress = silent, key: str = "") -> Written:
        """What became of the folder once it holds exactly ``files`` and whatever else people put there.

        Args:
            files: Those of the site.
            progress: Told how many are done.
            key: What all of them follow from, besides the program; empty where nobody says.

        Raises:
            RequestError: The folder is not ours.
            InputError: The system refuses to write.
        """
        self.check()
        try:
            return self._write(files, progress, key)
        except OSError as error:
            raise InputError(
                expected="to write the site",
                came=f"the system refused ({error.strerror or error})",
                where=str(error.filename or self.folder),
                advice="Check the permissions and the room on the disk; then publish again: nothing is lost.",
            ) from error

    def _write(self, files: Iterable[Made], progress: Progress, key: str) -> Written:
        self.folder.mkdir(parents=True, exist_ok=True)
        before, known = self._ours(), self._recalled().files
        sums: dict[str, str] = {}
        made: dict[str, str] = {}
        written = size = 0
        with (self.folder / JOURNAL).open("a", encoding="utf-8") as journal:
            journal.writelines(f"{path}\n" for path in sorted(before))
            for file in files:
                stands, is_new = self._settle(file, known, journal)
                sums[file.path] = stands.sha256
                made |= {file.key: stands.sha256} if file.key else {}
                size += stands.size
                written += is_new
                progress(len(sums), max(len(before), len(sums)))
        removed = self._remove(before - set(sums))
        manifest = _manifest(sums)
        write_whole(self.folder / MANIFEST, manifest)
        (self.folder / JOURNAL).unlink()
        if self._memory:
            self._memory.keep(Remembered(key, _Standing.of(manifest).sha256, made))
        return Written(written, len(sums) - written, removed, size)

    def _settle(self, file: Made, known: Mapping[str, str], journal: IO[str]) -> tuple[_Standing, bool]:
        """What now stands in the place of a file, and whether it had to be written."""
        path = self.folder / file.path
        held = _standing(path)
        if held and file.key and known.get(file.key) == held.sha256:
            return held, False
        data = file.data
        made = _Standing.of(data)
        if made == held:
            return held, False
        journal.write(f"{file.path}\n")
        journal.flush()
        _put(path, data)
        return made, True

    def _recalled(self) -> Remembered:
        return self._memory.recall() if self._memory else Remembered()

    def _ours(self) -> set[str]:
        """What earlier runs wrote: by the manifest, and by the journal of a run that was killed."""
        return {path for path in (*self._listed(), *self._begun()) if _is_inside(path)}

    def _listed(self) -> dict[str, str]:
        """The files of the site last written, each with its checksum."""
        try:
            data = json.loads((self.folder / MANIFEST).read_bytes())
        except FileNotFoundError:
            return {}
        except ValueError:
            data = None
        files = data.get("files") if isinstance(data, dict) and data.get("schema") == SCHEMA else None
        if not isinstance(files, dict):
            raise InputError(
                expected="the list of the files of the site as it was written",
                came="it is damaged",
                where=str(self.folder / MANIFEST),
                advice="Publish into a new folder.",
            )
        return {str(path): str(checksum) for path, checksum in files.items()}

    def _begun(self) -> list[str]:
        try:
            # The last line of a killed run may be half; a half name is no file's, or one of ours.
            return (self.folder / JOURNAL).read_text("utf-8", "replace").splitlines()
        except FileNotFoundError:
            return []

    def _remove(self, paths: Iterable[str]) -> int:
        removed = 0
        for name in sorted(paths):
            path = self.folder / name
            if path.is_file() and _stands_in(path, self.folder):
                path.unlink()
                removed += 1
            _remove_empty(path.parent, self.folder)
        return removed


def _is_inside(name: str) -> bool:
    """Whether a path that was listed can only lead into the folder."""
    path = PurePosixPath(name)
    return (
        bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
    )


def _stands_in(path: Path, folder: Path) -> bool:
    """Whether a file really stands in the folder, and not somewhere that a link leads to."""
    return path.resolve().is_relative_to(folder.resolve())


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _manifest(sums: Mapping[str, str]) -> bytes:
    manifest = {"schema": SCHEMA, "files": dict(sorted(sums.items()))}
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def _standing(path: Path) -> _Standing | None:
    """What stands at a path; None where no file does that can be read."""
    try:
        return _Standing.of(path.read_bytes())
    except OSError:
        return None


def _put(path: Path, data: bytes) -> None:
    """Write a file whole. Not forced to the disk one by one: what a power cut takes the next run writes again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}{TEMPORARY}")
    temporary.write_bytes(data)
    temporary.replace(path)
