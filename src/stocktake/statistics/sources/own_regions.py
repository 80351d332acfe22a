"""Regions of a publisher that bear a name of somebody else's region: they are kept apart.

Knows that "Africa" of ITU, of WHO or of UNDP is not Africa of M49, though all print the same word, while the World, the
least developed countries and other groups are the same for all. Reads no file; which areas there are, ``frameworks``
says.
"""

from typing import TYPE_CHECKING

from stocktake.frameworks.areas import aggregates, area_of
from stocktake.statistics.sources.distinct import Distinct

if TYPE_CHECKING:
    import pyarrow as pa

_WORLD = "WLD"


def own_regions(codes: "pa.ChunkedArray", names: "pa.ChunkedArray", publisher: str) -> "pa.ChunkedArray":
    """The names of areas; that of a region has its publisher behind it, "Africa (ITU)", so that it means no other.

    Args:
        codes: The publisher's codes; one of ISO's three letters is a country, and its name stays.
        names: The names as printed.
        publisher: Whose regions they are, in the word that stands behind them in the frameworks.
    """
    distinct = Distinct([codes, names])
    return distinct.spread([_named(code, name, publisher) for code, name in distinct.keys])


def _named(code: str, name: str, publisher: str) -> str:
    own = f"{name} ({publisher})"
    known = area_of(name, "name")
    if area_of(code, "iso3") or known is None:
        return own if known is None and area_of(own, "name") else name
    region = aggregates().get(known)
    is_meant = region is None or region.kind == "group" or region.code == _WORLD or region.publisher == publisher
    # A name that says its publisher means that one's region: "Sub-Saharan Africa (WB)".
    return name if is_meant or name.endswith(")") else own
