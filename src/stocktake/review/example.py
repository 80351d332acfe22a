"""Whether something belongs to the invented texts that come with Stocktake, which never mix with real ones.

Knows how the frameworks name the lineages that were invented, and that their symbols belong to nobody else.
"""

from stocktake.documents.model import Document
from stocktake.frameworks.lineages import Lineage, lineage_of

_NAME = "example"


def is_example_lineage(lineage: Lineage) -> bool:
    """Whether ``lineage`` is invented."""
    return lineage.name.startswith(_NAME)


def is_example(document: Document) -> bool:
    """Whether ``document`` belongs to an invented lineage."""
    lineage = lineage_of(document.data.symbol) if document.data.symbol else None
    return lineage is not None and is_example_lineage(lineage)
