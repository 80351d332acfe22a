"""The workspace itself: what it holds, adding to it, and its documents as read.

Knows the layout of the folder (``stocktake.toml``, ``index.json``, ``texts/``, ``statistics/``, ``cache/``,
``output/``). How the originals are kept is the store's business, what is read anew the cache's.
"""

import json
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stocktake.atomic import remove_abandoned, write_whole
from stocktake.documents.model import Document
from stocktake.errors import InputError, NotFoundError, RequestError
from stocktake.workspace import settings
from stocktake.workspace.cache import DocumentCache
from stocktake.workspace.index import Holding
from stocktake.workspace.lock import locked
from stocktake.workspace.parts import KeptParts, maker_fingerprint
from stocktake.workspace.reading import Order, Progress, read_all, silent
from stocktake.workspace.store import Store
from stocktake.workspace.unkept import CACHE

if TYPE_CHECKING:
    from stocktake.workspace.adding import Added, Said
    from stocktake.workspace.state import Contents, State
    from stocktake.workspace.statistics import Statistics

LOCK = ".lock"


class Workspace:
    """A folder with texts and statistics, and what Stocktake makes of them.

    Attributes:
        folder: Where it is.
        settings: What the user set.
        store: Its originals.
        cache: Its documents as read before.
        parts: Parts of its reviews as made before.
    """

    def __init__(self, folder: Path, chosen: settings.Settings) -> None:
        self.folder = folder
        self.settings = chosen
        self.store = Store(folder)
        self.cache = DocumentCache(folder / CACHE)
        self.parts = KeptParts(folder / CACHE)

    @cached_property
    def statistics(self) -> "Statistics":
        """Its statistics."""
        from stocktake.workspace.statistics import Statistics

        return Statistics(self.store, self.folder / CACHE, self.settings.engine, self.parts)

    @classmethod
    def create(cls, folder: Path) -> "Workspace":
        """A new workspace at ``folder``, which is made where it is absent.

        An index that is there already belonged to a workspace whose making was killed or whose settings were
        lost: what it records is kept. The settings come last, because they are what makes it a workspace.

        Raises:
            RequestError: There is a workspace already, or a file of that name.
        """
        if folder.exists() and not folder.is_dir():
            raise RequestError(
                expected="a folder", came="there is a file of that name", where=str(folder), advice="Name another."
            )
        if (folder / settings.FILE).exists():
            raise RequestError(
                expected="a folder that is no workspace yet",
                came="there is a workspace already",
                where=str(folder),
                advice=f"Add to it: stocktake add FILE --workspace {folder}",
            )
        Store(folder).prepare()
        write_whole(folder / settings.FILE, settings.print_settings())
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> "Workspace":
        """The workspace at ``folder``.

        Raises:
            NotFoundError: There is none.
            InputError: Its settings are damaged.
        """
        file = folder / settings.FILE
        if not file.is_file():
            raise NotFoundError(
                expected="a workspace",
                came="there is none (no stocktake.toml)",
                where=str(folder),
                advice="Make one with `stocktake new DIR`, or name one with `--workspace DIR`.",
            )
        workspace = cls(folder, settings.parse_settings(file.read_bytes(), str(file)))
        workspace.store.prepare()
        return workspace

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """What the index records, in the order it was added."""
        return self.store.holdings

    @property
    def output(self) -> Path:
        """The folder of what was made."""
        return self.folder / "output"

    @property
    def fingerprint(self) -> str:
        """A checksum of everything that a review of this workspace depends on, besides its date."""
        from stocktake.workspace.register_file import all_records

        recorded = all_records(self.folder).fingerprint
        return sha256(f"{maker_fingerprint()} {self.store.fingerprint()} {recorded}".encode()).hexdigest()

    def add(
        self, paths: Sequence[Path], said: "Said | None" = None, progress: Progress = silent
    ) -> "tuple[Added, ...]":
        """What became of each file meant by ``paths``, in order; what can be read is added, one by one.

        Raises:
            RequestError: Somebody else is writing, or a symbol was given for several files.
        """
        from stocktake.workspace.adding import Adding, Said

        with locked(self.folder / LOCK):
            self.store.tidy()
            self.statistics.tidy()
            self.parts.tidy()
            for made in (self.cache.folder, self.output):
                remove_abandoned(made, (self.folder / LOCK).stat().st_mtime)
            adding = Adding(self.store, self.cache, self.statistics.cache, said or Said())
            return tuple(adding.add(paths, self.folder, progress))

    def contents(self, progress: Progress = silent) -> "Contents":
        """Every document that can be had, in the order of adding, and every text whose original cannot be used."""
        from stocktake.workspace.state import Contents, Fault

        holdings = tuple(each for each in self.holdings if each.kind == "text")
        faults = [Fault(each, fault) for each in holdings if (fault := self.store.fault(each))]
        faulty = {fault.holding for fault in faults}
        known = {each: self.cache.get(each) for each in holdings if each not in faulty}
        unread = [each for each, document in known.items() if document is None]
        orders = [Order(self.store.original(each), each.name, each.symbol, each.status) for each in unread]
        for holding, outcome in zip(unread, read_all(orders, progress), strict=True):
            if outcome.document is not None:
                self.cache.put(holding, outcome.document)
                known[holding] = outcome.document
            elif outcome.failure is not None:
                faults.append(Fault(holding, outcome.failure.message))
        documents = tuple(each for each in known.values() if each is not None)
        return Contents(documents, tuple(faults), read=len(unread))

    def documents(self, progress: Progress = silent) -> tuple[Document, ...]:
        """Every document, in the order of adding.

        Raises:
            InputError: An original cannot be used; all are named.
        """
        contents = self.contents(progress)
        if contents.faults:
            raise InputError(
                expected="the originals as they were added",
                came="; ".join(f"{fault.holding.name}: {fault.what}" for fault in contents.faults),
                where=str(self.folder),
                advice="Add the files again.",
            )
        return contents.documents

    def status(self, progress: Progress = silent) -> "State":
        """What the workspace holds, what is damaged, what lies about and what is out of date."""
        from stocktake.workspace.state import State, review_current

        return State(
            holdings=self.holdings,
            contents=self.contents(progress),
            statistics=self.statistics.contents(progress),
            strays=self.store.strays(),
            review_current=review_current(self.output, self.fingerprint),
        )

    def last_review(self) -> dict[str, Any] | None:
        """The last review as it was written; None where there is none of this shape that can be read."""
        try:
            data = json.loads((self.output / "review.json").read_bytes())
        except (OSError, ValueError):
            return None
        return data if isinstance(data, dict) and data.get("schema") == "stocktake/review/1" else None

    def write_output(self, name: str, data: bytes) -> Path:
        """Where the output called ``name`` now stands, whole."""
        self.output.mkdir(exist_ok=True)
        write_whole(self.output / name, data)
        return self.output / name
