"""Many files read at once, on all cores, in the order they were asked for.

Knows how work is spread over processes and what happens when one of them dies. What reading means is
``documents``' business; whether anything was read before is the cache's.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from stocktake.documents.model import Document, Status
from stocktake.errors import InputError, InternalError, StocktakeError

if TYPE_CHECKING:
    from concurrent.futures import Future

Progress = Callable[[int, int], None]
"""Called with how many files are done and how many there are."""

# Starting a pool costs about as much as reading two short texts.
_WORTH_A_POOL = 4


class Order(NamedTuple):
    """One file to read, and what the user said of it."""

    path: Path
    name: str
    symbol: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading one file gave: a document, or the error it ended in. Exactly one of the two is there."""

    document: Document | None = None
    failure: StocktakeError | None = None

    def result(self) -> Document:
        """The document.

        Raises:
            StocktakeError: The failure, whichever it is.
        """
        if self.document is not None:
            return self.document
        raise self.failure or InternalError(expected="an outcome", came="it is empty")


def silent(_done: int, _total: int) -> None:
    """Report no progress."""


def read_all(orders: Sequence[Order], progress: Progress = silent) -> Iterator[Outcome]:
    """One outcome per order, in order; the same whether one core reads or many."""
    cores = min(os.cpu_count() or 1, len(orders))
    outcomes = _in_parallel(orders, cores) if cores > 1 and len(orders) >= _WORTH_A_POOL else map(read_one, orders)
    progress(0, len(orders))
    for done, outcome in enumerate(outcomes, 1):
        progress(done, len(orders))
        yield outcome


def read_one(order: Order) -> Outcome:
    """The document of one file, or the error of our tree that reading it ended in."""
    from stocktake.documents.reading import read_document
    from stocktake.documents.sources import read_bytes
    from stocktake.workspace.kinds import refuse_unsupported

    try:
        data = read_bytes(order.path)
        refuse_unsupported(data, order.name)
        return Outcome(document=read_document(data, order.name, symbol=order.symbol, status=order.status))
    except StocktakeError as error:
        return Outcome(failure=error)
    except OSError as error:
        return Outcome(failure=_unreadable(order, error))


def _in_parallel(orders: Sequence[Order], cores: int) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(cores, initializer=_end_with_parent) as pool:
        futures = [pool.submit(read_one, order) for order in orders]
        try:
            for order, future in zip(orders, futures, strict=True):
                yield _outcome(future, order)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _end_with_parent() -> None:
    """See to it that this reader ends when the process that asked for it is killed: nobody waits for ever."""
    from multiprocessing import parent_process

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def _outcome(future: "Future[Outcome]", order: Order) -> Outcome:
    """The outcome of one future; where the pool broke, the file is read again in a process of its own.

    One file can kill its reader (a crash in a native library); the others of the pool did nothing wrong.
    """
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        return _read_apart(order)


def _read_apart(order: Order) -> Outcome:
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    with ProcessPoolExecutor(1, initializer=_end_with_parent) as pool:
        try:
            return pool.submit(read_one, order).result()
        except BrokenProcessPool:
            return Outcome(failure=_killer(order))


def _unreadable(order: Order, error: OSError) -> InputError:
    return InputError(
        expected="a file that can be read",
        came=f"the system refuses it ({error.strerror})",
        where=order.name,
        advice="Check its permissions.",
    )


def _killer(order: Order) -> InputError:
    return InputError(
        expected="a document that can be read to its end",
        came="the process that read it died",
        where=order.name,
        advice="The file is probably damaged: download or export it again.",
    )
