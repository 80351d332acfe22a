"""Parts of a review that were made before and need not be made again.

Knows what a part is known by: its shape and all that it is made from. Where parts are kept, and that they were made by
this very code, is the caller's business; without a caller's word everything is made anew.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from stocktake.documents.model import Document

T = TypeVar("T")


class Keeper(Protocol):
    """Whoever keeps parts."""

    def __call__(self, shape: type[T], made_from: object, make: Callable[[], T], /) -> T:
        """The part: as kept, or made now and kept.

        Args:
            shape: Its type, from which it can be read back.
            made_from: Everything that it depends on besides the code, as plain values and frozen data classes.
            make: Makes it.
        """
        ...

    def __hash__(self) -> int:
        """Any: a keeper may be the argument of a function that remembers its results."""
        ...


def made_anew(_shape: type[T], _made_from: object, make: Callable[[], T], /) -> T:
    """The part, made now: nothing is kept."""
    return make()


def identity(document: Document) -> tuple[str | None, ...]:
    """What a document is known by: its file and what the user said of it; all else follows from these."""
    data = document.data
    return document.source.sha256, document.source.name, data.symbol, data.status
