"""Adding files to a workspace: which are new, which are there already, which are refused and why.

Knows the order of the questions put to a file. Knows nothing of how a file is read or a folder is written.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

from stocktake.documents.model import Document, Status
from stocktake.errors import InputError, RequestError, StocktakeError, UnsupportedError
from stocktake.findings import Code
from stocktake.review.example import is_example
from stocktake.workspace.cache import DocumentCache
from stocktake.workspace.index import Holding, Kind
from stocktake.workspace.kinds import kind_of
from stocktake.workspace.observations import Dataset, ObservationCache
from stocktake.workspace.reading import Order, Outcome, Progress, read_all
from stocktake.workspace.statistics import StructuresHeld, is_of_example, read_statistics_file, read_structure_file
from stocktake.workspace.store import Store
from stocktake.workspace.walk import Named, walk

Became = Literal["added", "changed", "restored", "already there", "refused"]


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of the files that are added: nothing, or their symbol, status or day of release."""

    symbol: str | None = None
    status: Status | None = None
    vintage: date | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file.

    Attributes:
        name: Its name, without folders; the whole path where it could not be looked at.
        became: Added; changed (held already, but the user now says something else of it); restored (held already,
            but its copy was damaged); already there; refused.
        walked: It was found in a folder; the user did not name it.
        document: The document as read; None where it was not read or is none.
        error: Why it was refused; None where it was not.
        dataset: What a file of statistics holds; None where it was not read or is none.
        defines: The ids of what a structure file defines; empty where it was not read or is none.
    """

    name: str
    became: Became
    walked: bool = False
    document: Document | None = None
    error: StocktakeError | None = None
    dataset: Dataset | None = None
    defines: tuple[str, ...] = ()


class _Candidate(NamedTuple):
    named: Named
    holding: Holding


class Adding:
    """One call of ``add``; the lock of the workspace is held around it."""

    def __init__(self, store: Store, documents: DocumentCache, observations: ObservationCache, said: Said) -> None:
        self.store = store
        self.cache = documents
        self.observations = observations
        self.said = said
        self.structures = StructuresHeld(store)

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
        texts = [each for each in new if each.holding.kind == "text"]
        orders = [
            Order(each.named.path, each.holding.name, each.holding.symbol, each.holding.status) for each in texts
        ]
        tally = _Tally(progress, len(new))
        # Structures come first: data are read with them, whichever was named first.
        defined = {each: self._take_structure(each) for each in new if each.holding.kind == "structure"}
        self.structures = StructuresHeld(self.store)
        outcomes = read_all(orders, tally.of_texts)
        for each in looked:
            if isinstance(each, Added):
                yield each
            elif each.holding.kind == "text":
                yield self._take(each, next(outcomes))
            else:
                yield defined[each] if each in defined else self._take_statistics(each)
                tally.one_more()

    def _look(self, named: Named) -> _Candidate | Added:
        """The file as a candidate, or what became of it where that is plain before it is read."""
        if named.error is not None:
            return Added(str(named.path), "refused", named.walked, error=named.error)
        try:
            data = named.path.read_bytes()
        except OSError as error:
            return Added(named.name, "refused", named.walked, error=_refused_by_system(named, error))
        digest = sha256(data).hexdigest()
        held = self._held(digest)
        kind = held.kind if held else kind_of(data, named.name)
        refusal = _said_amiss(named, self.said, kind)
        if refusal is not None:
            return Added(named.name, "refused", named.walked, error=refusal)
        now = self._described(held or Holding(named.name, digest, kind))
        if now == held and self.store.fault(held) is None:
            return Added(held.name, "already there", named.walked)
        return _Candidate(named, now)

    def _described(self, holding: Holding) -> Holding:
        """The holding with what the user says of it; what was said before stays where nothing is said now."""
        said = self.said
        if holding.kind == "statistics":
            return replace(holding, vintage=said.vintage or holding.vintage)
        if holding.kind == "structure":
            return holding
        return replace(holding, symbol=said.symbol or holding.symbol, status=said.status or holding.status)

    def _take(self, candidate: _Candidate, outcome: Outcome) -> Added:
        """Add one text that was read, or say why not."""
        named, holding = candidate
        try:
            document = outcome.result()
            data = self._bytes(candidate)
            self._object(candidate, document)
        except StocktakeError as error:
            return Added(holding.name, "refused", named.walked, error=error)
        holding = replace(holding, example=is_example(document))
        became = self._keep(holding, data, lambda: self.cache.put(holding, document))
        return Added(holding.name, became, named.walked, document=document)

    def _take_statistics(self, candidate: _Candidate) -> Added:
        """Read one file of statistics and add it whole, or say why not."""
        named, holding = candidate
        try:
            data = self._bytes(candidate)
            reading = read_statistics_file(data, holding, self.structures)
            holding = replace(holding, example=is_of_example(reading))
            self._object_to_mixing(named, holding)
        except StocktakeError as error:
            return Added(holding.name, "refused", named.walked, error=error)
        used = self.structures.checksums
        became = self._keep(holding, data, lambda: self.observations.put(holding, reading, used))
        return Added(holding.name, became, named.walked, dataset=self.observations.get(holding, used))

    def _take_structure(self, candidate: _Candidate) -> Added:
        """Keep one structure file that can be read, or say why not."""
        named, holding = candidate
        try:
            data = self._bytes(candidate)
            self._object_to_mixing(named, holding)
            defined = read_structure_file(data, holding)
        except StocktakeError as error:
            return Added(holding.name, "refused", named.walked, error=error)
        return Added(holding.name, self._keep(holding, data), named.walked, defines=defined.ids)

    def _keep(self, holding: Holding, data: bytes, cache: Callable[[], object] = lambda: None) -> Became:
        """Keep a file that was read: first what was read, then the original, last the index that names it."""
        became = self._became(self._held(holding.sha256), holding)
        if became != "already there":
            cache()
            self.store.record(holding, data)
        return became

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
        named, holding = candidate
        if self.said.vintage and not named.walked:
            raise _no_statistics(named)
        self._object_to_mixing(named, replace(holding, example=is_example(document)))
        if not document.paragraphs:
            raise _no_paragraphs(named)
        strange = any(each.code is Code.NOT_A_RESOLUTION for each in document.findings)
        if strange and named.walked and not (self.said.symbol or self.said.status):
            raise _no_resolution(named)

    def _object_to_mixing(self, named: Named, holding: Holding) -> None:
        """Raise where an example would come together with what is none."""
        others = [each for each in self.store.holdings if each.sha256 != holding.sha256]
        strange = [each for each in others if each.example != holding.example]
        if strange:
            raise _mixed(named, holding, strange[0])

    def _held(self, digest: str) -> Holding | None:
        return next((each for each in self.store.holdings if each.sha256 == digest), None)


class _Tally:
    """How many files of one call are done, of texts and statistics together."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress = progress
        self.total = total
        self.texts = 0
        self.statistics = 0

    def of_texts(self, done: int, _total: int) -> None:
        """So many texts are done."""
        self.texts = done
        self.progress(self.texts + self.statistics, self.total)

    def one_more(self) -> None:
        """One more file of statistics is done."""
        self.statistics += 1
        self.progress(self.texts + self.statistics, self.total)


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


def _mixed(named: Named, holding: Holding, other: Holding) -> RequestError:
    one = "an example" if holding.example else _REAL[holding.kind][0]
    many = "the example" if other.example else _REAL[other.kind][1]
    return RequestError(
        expected="example and real texts kept apart",
        came=f"this is {one} and the workspace holds {many}",
        where=named.name,
        advice="Make another workspace for it: stocktake new DIR",
    )


_REAL: dict[Kind, tuple[str, str]] = {
    "text": ("a real text", "real texts"),
    "statistics": ("real statistics", "real statistics"),
    "structure": ("a real structure file", "real structure files"),
}
_CALLED: dict[Kind, tuple[str, str]] = {
    "statistics": ("a file of statistics", "; the day of a release is said with --vintage DATE"),
    "structure": ("a structure file", ""),
}


def _said_amiss(named: Named, said: Said, kind: Kind) -> RequestError | None:
    """What is wrong with saying this of what is no text; None where nothing is. A folder may hold texts beside it."""
    wrong = "--symbol" if said.symbol else "--status" if said.status and not named.walked else None
    if wrong is None or kind == "text":
        return None
    called, instead = _CALLED[kind]
    return RequestError(
        expected=f"a text for {wrong}",
        came=f"this is {called}",
        where=named.name,
        advice=f"Leave the option out{instead}.",
    )


def _no_statistics(named: Named) -> RequestError:
    return RequestError(
        expected="a file of statistics for --vintage",
        came="this is a text",
        where=named.name,
        advice="Leave the option out.",
    )


def _no_paragraphs(named: Named) -> UnsupportedError:
    return UnsupportedError(
        expected="a text with paragraphs, as a resolution or a draft has",
        came="none was found in it",
        where=named.name,
        advice="Look at what is read: stocktake read FILE; a scan needs text recognition first.",
    )


def _no_resolution(named: Named) -> UnsupportedError:
    return UnsupportedError(
        expected="a resolution or a draft",
        came="the file does not read as one",
        where=named.name,
        advice="If it is one all the same, add it by its own name instead of by its folder.",
    )
