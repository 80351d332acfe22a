"""The leading verbs of the two sides of a pair and the direction between them.

Knows which verb stands on which side; how strong a verb is, the frameworks know.
"""

from stocktake.documents.compare.model import VerbChange
from stocktake.frameworks.verb_strength import direction


def verb_change(old: str, new: str) -> VerbChange:
    """The verbs and the shift from ``old`` to ``new``; an empty verb is none, and has no direction."""
    return VerbChange(old or None, new or None, direction(old, new) if old and new else None)
