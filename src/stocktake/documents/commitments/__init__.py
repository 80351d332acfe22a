"""Who is asked to do what, through whom and by when: the duties that a text lays down.

``find_commitments`` is the one door. The package knows clauses, addressees, channels, deliverables, deadlines and
rhythms. It does not know other texts: whether a duty came back is for ``threads`` and ``review``.
"""

from stocktake.documents.commitments.find import find_commitments

__all__ = ["find_commitments"]
