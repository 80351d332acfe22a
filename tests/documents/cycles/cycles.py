"""Invented texts about the harbours of Examplia, and the cycles over them."""

from collections.abc import Sequence
from dataclasses import replace

from invented import ORDINALS, resolution

from stocktake.documents.commitments import find_commitments
from stocktake.documents.commitments.model import Deadline
from stocktake.documents.cycles.build import build_cycles
from stocktake.documents.cycles.model import Cycle
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.model import ChainText

NEVER = ("Welcomes the painted boats of Examplia;",)


def text(session: int, *operative: str) -> Document:
    """The text of a session, with these operative paragraphs before one that is always there."""
    words = resolution(session, 1, title="Harbours of Examplia", operative=(*operative, *NEVER))
    return build_document(read_source_bytes(words.encode(), f"{session}.txt"))


def chain(*sessions: int) -> list[ChainText]:
    """All texts of the chain, held or not."""
    return [ChainText(f"A/RES/{each}/1", f"{each + 1945}-12-12") for each in sessions]


def cycles(
    texts: Sequence[Document], sessions: Sequence[int] = (97, 98, 99), due: Deadline | None = None
) -> tuple[Cycle, ...]:
    """The cycles over texts of a chain of these sessions; every duty is due at ``due``, where it is given."""
    documents = {each.data.symbol or each.source.name: each for each in texts}
    duties = {name: find_commitments(each) for name, each in documents.items()}
    if due is not None:
        duties = {name: tuple(replace(each, deadline=due) for each in found) for name, found in duties.items()}
    return build_cycles(build_threads(list(texts), chain=chain(*sessions), duties=duties), documents, duties)


def asks(session: int, what: str = "the lamps and moorings of the harbours of Examplia") -> str:
    """A request for a report at a session."""
    at = ORDINALS[session].lower()
    return (
        f"Requests the Secretary-General to submit to the General Assembly at its {at} session a report on {what};"
    )


def takes(symbol: str, what: str = " on the lamps and moorings of the harbours of Examplia") -> str:
    """A receipt of a report."""
    return (
        f"Takes note of the report of the Secretary-General ({symbol}){what};"
        if not what
        else (f"Takes note of the report of the Secretary-General{what} ({symbol});")
    )


def seen(cycle: Cycle) -> list[tuple[str, str, str]]:
    """What kind of stage stands where."""
    return [(each.kind, each.document, each.paragraph) for each in cycle.stages]
