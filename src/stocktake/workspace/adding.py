"""Adding files to a workspace: which are new, which are there already, which are refused and why.

Knows the order of the questions put to a file. Knows nothing of how a file is read or a folder is written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

from stocktake.documents.model import Document, Status
from stocktake.errors import InputError, RequestError, StocktakeError, UnsupportedError
from stocktake.findings import Code
from stocktake.review.example import is_example
from stocktake.workspace.cache import DocumentCache
from stocktake.workspace.index import Holding
from stocktake.workspace.reading import Order, Outcome, Progress, read_all
from stocktake.workspace.store import Store, digest_of
from stocktake.workspace.walk import Named, walk

Became = Literal["added", "changed", "restored", "already there", "refused"]


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of the files that are added: nothing, or their symbol, or their status."""

    symbol: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file.

    Attributes:
        name: Its name, without folders; the whole path where it could not be looked at.
        became: Added; changed (held already, but the user now says something else of it); restored (held already,
            but its copy was damaged); already there; refused.
        walked: It was found in a folder; the user did not name it.
        document: The document as read; None where it was not read.
        error: Why it was refused; None where it was not.
    """

    name: str
    became: Became
    walked: bool = False
    document: Document | None = None
    error: StocktakeError | None = None


class _Candidate(NamedTuple):
    named: Named
    holding: Holding


class Adding:
    """One call of ``add``; the lock of the workspace is held around it."""

    def __init__(self, store: Store, cache: DocumentCache, said: Said) -> None:
        self.store = store
        self.cache = cache
        self.said = said

    def add(self, paths: Sequence[Path], leave_out: Path, progress: Progress) -> Iterator[Added]:
        """What became of each file meant by ``paths``, in order."""
        named = list(walk(paths, leave_out))
        if self.said.symbol and len(named) > 1:
            raise RequestError(
                expected="one file for --symbol",
                came=f"{len(named)} files were named",
                advice="Add the file that has this symbol by itself.",
            )
        looked = [self._look(each) for each in named]
        new = [each for each in looked if isinstance(each, _Candidate)]
        orders = [
            Order(each.named.path, each.holding.name, each.holding.symbol, each.holding.status) for each in new
        ]
        outcomes = read_all(orders, progress)
        for each in looked:
            yield self._take(each, next(outcomes)) if isinstance(each, _Candidate) else each

    def _look(self, named: Named) -> _Candidate | Added:
        """The file as a candidate, or what became of it where that is plain before it is read."""
        if named.error is not None:
            return Added(str(named.path), "refused", named.walked, error=named.error)
        try:
            digest = digest_of(named.path)
        except OSError as error:
            return Added(named.path.name, "refused", named.walked, error=_refused_by_system(named, error))
        held = self._held(digest)
        if held is None:
            return _Candidate(named, Holding(named.path.name, digest, "text", self.said.symbol, self.said.status))
        now = replace(held, symbol=self.said.symbol or held.symbol, status=self.said.status or held.status)
        if now == held and self.store.fault(held) is None:
            return Added(held.name, "already there", named.walked)
        return _Candidate(named, now)

    def _take(self, candidate: _Candidate, outcome: Outcome) -> Added:
        """Add one file that was read, or say why not."""
        named, holding = candidate
        try:
            document = outcome.result()
            data = self._bytes(candidate)
            self._object(candidate, document)
        except StocktakeError as error:
            return Added(holding.name, "refused", named.walked, error=error)
        holding = replace(holding, example=is_example(document))
        held = self._held(holding.sha256)
        became = self._became(held, holding)
        if became != "already there":
            self.cache.put(holding, document)
            self.store.record(holding, data)
        return Added(holding.name, became, named.walked, document=document)

    def _became(self, held: Holding | None, holding: Holding) -> Became:
        if held is None:
            return "added"
        if held != holding:
            return "changed"
        # The same bytes can come twice in one call, so that they are there by now.
        return "already there" if self.store.fault(held) is None else "restored"

    def _bytes(self, candidate: _Candidate) -> bytes:
        """The very bytes that were read."""
        named, holding = candidate
        try:
            data = named.path.read_bytes()
        except OSError as error:
            raise _refused_by_system(named, error) from error
        if sha256(data).hexdigest() != holding.sha256:
            raise _changed_meanwhile(named)
        return data

    def _object(self, candidate: _Candidate, document: Document) -> None:
        """Raise where a document that was read is not to be added all the same."""
        example = is_example(document)
        others = {each.example for each in self.store.holdings if each.sha256 != candidate.holding.sha256}
        if others - {example}:
            raise _mixed(candidate.named, example=example)
        strange = any(each.code is Code.NOT_A_RESOLUTION for each in document.findings)
        if strange and candidate.named.walked and self.said == Said():
            raise _no_resolution(candidate.named)

    def _held(self, digest: str) -> Holding | None:
        return next((each for each in self.store.holdings if each.sha256 == digest), None)


def _refused_by_system(named: Named, error: OSError) -> InputError:
    return InputError(
        expected="a file that can be read",
        came=f"the system refuses it ({error.strerror})",
        where=str(named.path),
        advice="Check its permissions.",
    )


def _changed_meanwhile(named: Named) -> InputError:
    return InputError(
        expected="a file that stands still",
        came="it was changed while it was read",
        where=str(named.path),
        advice="Add it again when nothing writes to it.",
    )


def _mixed(named: Named, *, example: bool) -> RequestError:
    one, other = ("an example", "real texts") if example else ("a real text", "the example")
    return RequestError(
        expected="example and real texts kept apart",
        came=f"this is {one} and the workspace holds {other}",
        where=named.path.name,
        advice="Make another workspace for it: stocktake new DIR",
    )


def _no_resolution(named: Named) -> UnsupportedError:
    return UnsupportedError(
        expected="a resolution or a draft",
        came="the file does not read as one",
        where=named.path.name,
        advice="If it is one all the same, add it by its own name instead of by its folder.",
    )
