"""Documents and reviews of the invented texts, made without a workspace."""

from collections.abc import Sequence
from datetime import date

from invented import OPERATIVE, draft, resolution

from stocktake.documents.model import Document, Status
from stocktake.documents.sources import read_source_bytes
from stocktake.documents.structure import build_document
from stocktake.frameworks.lineages import Lineage, LineageText
from stocktake.review import Review, build_review
from stocktake.review.build import Besides

AS_OF = date(2045, 1, 15)
# The second paragraph is milder, the third is gone, the fourth has another date, one is new.
LATER = (
    OPERATIVE[0],
    "Encourages the kite makers of Examplia to mend torn tails within two days;",
    "Looks forward to the Festival of Strings, to be held in Sampleton from 4 to 6 May 2044;",
    "Welcomes the gift of nine balls of string to the towns that lost theirs;",
)


def document(
    text: str, name: str = "kites.txt", symbol: str | None = None, status: Status | None = None
) -> Document:
    """The document that ``text`` reads as."""
    return build_document(read_source_bytes(text.encode(), name), symbol=symbol, status=status)


def lineage(*places: tuple[int, int], name: str = "kites") -> Lineage:
    """A chain of (session, number), a year apart."""
    texts = (
        LineageText(name, f"A/RES/{session}/{number}", session, "invented", "seed", date(session + 1945, 12, 12))
        for session, number in places
    )
    return Lineage(name, tuple(texts))


def documents() -> list[Document]:
    """Two adopted texts with a year not held between them, and a draft."""
    return [
        document(resolution(97, 901), "old.txt"),
        document(resolution(99, 903, operative=LATER), "new.txt"),
        document(draft(98, 4), "draft.txt"),
    ]


CHAIN = lineage((97, 901), (98, 902), (99, 903))


def review(of: Sequence[Document] | None = None, as_of: date = AS_OF) -> Review:
    """The review of ``documents``."""
    return build_review(documents() if of is None else of, as_of, [CHAIN], Besides(fingerprint="f" * 64))
