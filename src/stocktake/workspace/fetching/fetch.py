"""Taking what is wanted: each from the first service that has it, then all through the door of ``add``.

Knows the order of the questions. What one service lacks the next is asked for; what none has is said, and the others
are taken all the same. Every file is whole before any is added.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from stocktake.errors import StocktakeError
from stocktake.frameworks.services import Service
from stocktake.workspace.adding import Added
from stocktake.workspace.fetching.answers import (
    check_first,
    check_further,
    check_pdf,
    join_pages,
    page_count,
    parse_page,
)
from stocktake.workspace.fetching.asking import Asker, Manner, open_asker
from stocktake.workspace.fetching.kept import Kept
from stocktake.workspace.fetching.plan import Wanted
from stocktake.workspace.folder import Workspace
from stocktake.workspace.reading import Progress, silent
from stocktake.workspace.unkept import CACHE


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one file that was wanted.

    Attributes:
        wanted: What it was.
        url: Who gave it; empty where nobody did.
        added: What became of it in the workspace; None where nobody gave it.
        error: Why nobody gave it; None where somebody did.
    """

    wanted: Wanted
    url: str = ""
    added: Added | None = None
    error: StocktakeError | None = None


@dataclass(frozen=True, slots=True)
class _Taken:
    url: str
    data: bytes


def fetch(
    workspace: Workspace, wanted: Iterable[Wanted], manner: Manner | None = None, progress: Progress = silent
) -> tuple[Fetched, ...]:
    """What became of each file that is wanted, in order.

    Args:
        workspace: Where they go, and where answers are kept that may hold the next time.
        wanted: As ``plan`` makes them.
        manner: How patiently services are asked.
        progress: Called with how many answers are here, and of how many; a series may have many pages.

    Raises:
        MissingPartError: The libraries are not installed.
        RequestError: Somebody else is writing to the workspace.
    """
    listed = tuple(wanted)
    with open_asker(Kept(workspace.folder / CACHE), manner or Manner()) as asker:
        asking = _Asking(asker, progress, len(listed))
        taken = [_take(each, asking) for each in listed]
    return _added(workspace, listed, taken)


class _Asking:
    """The asker, with the count of answers that are here and of those that are still to come."""

    def __init__(self, asker: Asker, progress: Progress, total: int) -> None:
        self._asker = asker
        self._progress = progress
        self._total = total
        self._done = 0

    def ask(self, url: str) -> bytes:
        """The answer to ``url``."""
        self._progress(self._done, self._total)
        return self._asker.ask(url).body

    def done(self, more: int = 0) -> None:
        """One more is here, and so many more are to come than was known before."""
        self._done += 1
        self._total += more
        self._progress(self._done, self._total)


def _take(wanted: Wanted, asking: _Asking) -> _Taken | StocktakeError:
    """The file from the first service that has it; else why the first one has not."""
    failures: list[StocktakeError] = []
    for service in wanted.services:
        try:
            return _TAKERS[wanted.kind](wanted, service, asking)
        except StocktakeError as error:
            failures.append(error)
    asking.done()
    # The first service is the one that ought to have it.
    return failures[0]


def _document(wanted: Wanted, service: Service, asking: _Asking) -> _Taken:
    url = wanted.url(service)
    data = check_pdf(asking.ask(url), url)
    asking.done()
    return _Taken(url, data)


def _series(wanted: Wanted, service: Service, asking: _Asking) -> _Taken:
    """All pages of a series: the only one as it came, several as one."""
    url = wanted.url(service)
    body = asking.ask(url)
    pages = [parse_page(body, url)]
    check_first(pages[0], service, wanted.what, url)
    count = page_count(pages[0], service, url)
    asking.done(count - 1)
    for number in range(2, count + 1):
        further = wanted.url(service, number)
        pages.append(parse_page(asking.ask(further), further))
        check_further(pages[-1], service, (number, count), further)
        asking.done()
    return _Taken(url, body if count == 1 else join_pages(pages, service))


_TAKERS: dict[str, Callable[[Wanted, Service, _Asking], _Taken]] = {"document": _document, "series": _series}


def _added(
    workspace: Workspace, listed: tuple[Wanted, ...], taken: list[_Taken | StocktakeError]
) -> tuple[Fetched, ...]:
    """Add what was taken, in one call, as files of their names."""
    with TemporaryDirectory(prefix="stocktake-") as folder:
        paths = {}
        for wanted, each in zip(listed, taken, strict=True):
            if isinstance(each, _Taken):
                paths[wanted] = Path(folder) / wanted.name
                paths[wanted].write_bytes(each.data)
        results = workspace.add(list(paths.values())) if paths else ()
    added = dict(zip(paths, results, strict=True))
    return tuple(
        Fetched(wanted, each.url, added[wanted]) if isinstance(each, _Taken) else Fetched(wanted, error=each)
        for wanted, each in zip(listed, taken, strict=True)
    )
