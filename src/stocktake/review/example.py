"""Whether something belongs to the invented texts that come with Stocktake, which never mix with real ones.

Knows how the frameworks name the lineages that were invented, and that their symbols and
titles belong to nobody else.
"""

from stocktake.documents.model import Document
from stocktake.frameworks.lineages import Lineage, lineage_of, lineages

_NAME = "example"


def is_example_lineage(lineage: Lineage) -> bool:
    """Whether ``lineage`` is invented."""
    return lineage.name.startswith(_NAME)


def is_example(document: Document) -> bool:
    """Whether ``document`` belongs to an invented lineage, or is a draft under the title of one."""
    data = document.data
    lineage = lineage_of(data.symbol) if data.symbol else None
    if lineage is not None:
        return is_example_lineage(lineage)
    titles = (each.title for each in lineages() if is_example_lineage(each))
    return data.status == "draft" and data.title is not None and data.title in titles
