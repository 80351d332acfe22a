"""Whether something belongs to the invented texts that come with Stocktake, which never mix with real ones.

Knows how the frameworks name the lineages that were invented, and that their symbols and
titles belong to nobody else.
"""

from collections.abc import Iterable

from stocktake.documents.model import Document
from stocktake.errors import RequestError
from stocktake.frameworks.areas import area_name, is_example_area
from stocktake.frameworks.lineages import Lineage, lineage_of, lineages

_NAME = "example"
_EVERYWHERE = "WLD"


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


def refuse_other_areas(codes: Iterable[str], *, example: bool, where: str) -> None:
    """Return where all areas are invented, or none is, as the workspace is; everywhere is in both.

    Args:
        codes: Of areas, regions and groups that a file of records names.
        example: The workspace holds the example.
        where: What the file is called.

    Raises:
        RequestError: One is not.
    """
    strange = next((code for code in codes if code != _EVERYWHERE and is_example_area(code) is not example), None)
    if strange is not None:
        raise RequestError(
            expected="example and real records kept apart",
            came=f"{area_name(strange)} ({strange}) is {'real' if example else 'an area of the example'} and the "
            f"workspace holds {'the example' if example else 'real material'}",
            where=where,
            advice="Make another workspace for it: stocktake new DIR",
        )
