"""A text of a chain as cycles look at it: name and date, duties, what it takes up, what is not held before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.cycles.receipts import Receipt, cited_by_place, find_receipts
from stocktake.documents.find.citations import Citation
from stocktake.documents.model import Document
from stocktake.documents.threads.model import HeldText, Threads


@dataclass(frozen=True, slots=True)
class Held:
    """One text.

    Attributes:
        name: Its symbol; that of the adopted text for a draft that stands in for it.
        adopted: The day of its adoption; None where neither text nor chain tells.
        document: As read.
        duties: All duties, asked and reported.
        receipts: What it takes up.
        cited: What it cites, by the place it stands in.
        not_held_before: The texts of the chain right before it that are not held.
    """

    name: str
    adopted: date | None
    document: Document
    duties: tuple[Commitment, ...]
    receipts: tuple[Receipt, ...]
    cited: Mapping[str, Sequence[Citation]]
    not_held_before: tuple[str, ...]

    @property
    def said(self) -> str:
        """What it is called in a sentence: a draft that stands in for a text is not that text."""
        return f"a draft of {self.name}" if self.is_draft else self.name

    @property
    def is_draft(self) -> bool:
        """Whether a draft stands in for the text: what it leaves out, the text adopted may hold."""
        return self.document.data.status == "draft"


def held_texts(
    threads: Threads, documents: Mapping[str, Document], duties: Mapping[str, Sequence[Commitment]]
) -> tuple[Held, ...]:
    """The texts of a chain, oldest first.

    Args:
        threads: Of the chain.
        documents: The texts by their names in the threads.
        duties: Their duties by the same names.
    """
    return tuple(_held(each, documents[each.name], duties[each.name]) for each in threads.held)


def _held(text: HeldText, document: Document, duties: Sequence[Commitment]) -> Held:
    cited = cited_by_place(document)
    return Held(
        text.name,
        date.fromisoformat(text.adopted) if text.adopted else None,
        document,
        tuple(duties),
        find_receipts(document, cited),
        cited,
        text.not_held_before,
    )
