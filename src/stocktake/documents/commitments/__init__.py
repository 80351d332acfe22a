"""Who is asked to do what, through whom and by when: the duties that a text lays down.

``find_commitments`` is the one door. The package knows clauses, addressees, channels, deliverables, deadlines and
rhythms. It does not know other texts: whether a duty came back is for ``threads`` and ``review``.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stocktake.documents.commitments.model import Commitment
    from stocktake.documents.model import Document


def find_commitments(document: "Document") -> "tuple[Commitment, ...]":
    """Every duty of ``document``, in the order of the text; see ``find``, which only who looks for duties needs."""
    from stocktake.documents.commitments.find import find_commitments as find

    return find(document)


__all__ = ["find_commitments"]
