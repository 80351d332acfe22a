"""What a site of a workspace shows besides the review, and a folder that holds a site.

Knows which texts are compared, and which files of a folder are ours: only what an earlier run wrote is ever removed.
Knows nothing of pages.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from stocktake.atomic import TEMPORARY, write_whole
from stocktake.documents.compare import Comparison, Side, compare_sides
from stocktake.errors import InputError, RequestError
from stocktake.register import Contribution
from stocktake.register.contribution import standing_contributions
from stocktake.review.countries import Country, list_countries
from stocktake.review.divides import Setting
from stocktake.review.histories import History, list_histories
from stocktake.review.keeping import Keeper, identity
from stocktake.review.model import Chain, Member, Review
from stocktake.statistics.measures import Holdings
from stocktake.values.moment import end_of
from stocktake.workspace.folder import Workspace
from stocktake.workspace.question import areas_shown
from stocktake.workspace.reading import Progress, silent
from stocktake.workspace.register_file import all_records
from stocktake.workspace.reviewing import numbers_held

MANIFEST = "site.json"
"""Lists every file of the site with its checksum; written last."""
JOURNAL = ".unfinished"
"""Lists, while a site is written, what is being written: a killed run leaves it behind."""
SCHEMA = "stocktake/site/1"


class Made(Protocol):
    """A file as it was made: where it stands below the folder, with slashes, and its bytes."""

    @property
    def path(self) -> str:
        """Where it stands."""
        ...

    @property
    def data(self) -> bytes:
        """Its bytes."""
        ...


class Written(NamedTuple):
    """What became of a folder: how many files were written, were the same already, were removed; bytes in all."""

    written: int
    same: int
    removed: int
    size: int


@dataclass(frozen=True, slots=True)
class Besides:
    """What a site shows besides the review.

    Attributes:
        comparisons: Any two texts that are compared, by their keys.
        countries: Countries and areas one by one; none where no statistics are held.
        histories: The indicators of the divides year by year; likewise.
        contributions: Those that stand on the day of the review.
        holdings: The statistics, opened; None where none are held.
    """

    comparisons: Mapping[tuple[str, str], Comparison]
    countries: tuple[Country, ...]
    histories: tuple[History, ...]
    contributions: tuple[Contribution, ...]
    holdings: Holdings | None


def besides_of(workspace: Workspace, review: Review, progress: Progress = silent) -> Besides:
    """What a site of a workspace shows besides its review."""
    day, example = review.as_of, review.example
    numbers, _damages = numbers_held(workspace.statistics, day)
    setting = Setting(numbers, areas_shown(day, example=example), day, workspace.parts, example)
    return Besides(
        compare_held(review, workspace.parts, progress),
        list_countries(setting) if numbers else (),
        list_histories(setting),
        standing_contributions(all_records(workspace.folder, workspace.parts, end_of(day)).contributions),
        numbers.open() if numbers else None,
    )


def compare_held(review: Review, keep: Keeper, progress: Progress = silent) -> dict[tuple[str, str], Comparison]:
    """Any two texts of a chain, by the keys of the older and the newer; drafts with their session's text and the last.

    Args:
        review: What holds the texts.
        keep: Keeps a comparison from one run to the next.
        progress: Told how many are done.
    """
    pairs = list(dict.fromkeys(pair for chain in review.chains for pair in compared(chain)))
    documents = {text.key: text.document for text in review.texts}
    side_of = cache(lambda key: Side.of(documents[key]))
    found = {}
    for done, (old, new) in enumerate(pairs, 1):
        made_from = identity(documents[old]), identity(documents[new])
        found[old, new] = keep(Comparison, made_from, partial(_compare, side_of, old, new))
        progress(done, len(pairs))
    return found


def _compare(side_of: Callable[[str], Side], old: str, new: str) -> Comparison:
    return compare_sides(side_of(old), side_of(new))


def compared(chain: Chain) -> Iterator[tuple[str, str]]:
    """The keys of the texts of a chain that are compared, the older first."""
    earlier: list[str] = []
    for member in chain.members:
        yield from _drafts(member, earlier[-1:])
        if member.text:
            yield from ((old, member.text) for old in reversed(earlier))
            earlier.append(member.text)


def _drafts(member: Member, before: list[str]) -> Iterator[tuple[str, str]]:
    """The text before with each draft, each draft with the next, and each with the text adopted."""
    for draft in member.drafts:
        yield from ((old, draft) for old in before)
    yield from zip(member.drafts, member.drafts[1:], strict=False)
    if member.text:
        yield from ((draft, member.text) for draft in member.drafts)


class SiteFolder:
    """A folder that holds a site, or is to hold one.

    A file whose bytes are the same is left alone. What an earlier run wrote and this one does not make is removed;
    nothing else ever is. Each file is written whole and the manifest last, so that a killed run leaves a site that can
    be used and a journal from which the next run knows what is ours.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

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

    def write(self, files: Iterable[Made], progress: Progress = silent) -> Written:
        """What became of the folder once it holds exactly ``files`` and whatever else people put there.

        Raises:
            RequestError: The folder is not ours.
            InputError: The system refuses to write.
        """
        self.check()
        try:
            return self._write(files, progress)
        except OSError as error:
            raise InputError(
                expected="to write the site",
                came=f"the system refused ({error.strerror or error})",
                where=str(error.filename or self.folder),
                advice="Check the permissions and the room on the disk; then publish again: nothing is lost.",
            ) from error

    def _write(self, files: Iterable[Made], progress: Progress) -> Written:
        self.folder.mkdir(parents=True, exist_ok=True)
        before = self._ours()
        sums: dict[str, str] = {}
        written = size = 0
        with (self.folder / JOURNAL).open("a", encoding="utf-8") as journal:
            journal.writelines(f"{path}\n" for path in sorted(before))
            for file in files:
                path = self.folder / file.path
                sums[file.path] = sha256(file.data).hexdigest()
                size += len(file.data)
                if not _holds(path, file.data):
                    journal.write(f"{file.path}\n")
                    journal.flush()
                    _put(path, file.data)
                    written += 1
                progress(len(sums), max(len(before), len(sums)))
        removed = self._remove(before - set(sums))
        manifest = {"schema": SCHEMA, "files": dict(sorted(sums.items()))}
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        write_whole(self.folder / MANIFEST, text.encode())
        (self.folder / JOURNAL).unlink()
        return Written(written, len(sums) - written, removed, size)

    def _ours(self) -> set[str]:
        """What earlier runs wrote: by the manifest, and by the journal of a run that was killed."""
        return {path for path in (*self._listed(), *self._begun()) if _is_inside(path)}

    def _listed(self) -> list[str]:
        try:
            data = json.loads((self.folder / MANIFEST).read_bytes())
        except FileNotFoundError:
            return []
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
        return [str(path) for path in files]

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


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _put(path: Path, data: bytes) -> None:
    """Write a file whole. Not forced to the disk one by one: what a power cut takes the next run writes again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}{TEMPORARY}")
    temporary.write_bytes(data)
    temporary.replace(path)
