"""Observations as the texts that SDMX messages hold, one column per component of our data structure.

Knows how numbers, days and what is not specified are written. Knows neither CSV nor XML.
"""

from typing import TYPE_CHECKING

from stocktake.statistics.sources.sdmx_own import COMPONENTS, DIMENSIONS, UNSPECIFIED

if TYPE_CHECKING:
    import pyarrow as pa


def cells_of(observations: "pa.Table") -> dict[str, "pa.ChunkedArray"]:
    """The text of each component, in the order of the structure; a missing value is a null, nothing else is.

    A number is written with the fewest digits that read back as the same number.

    Args:
        observations: Columns as in ``tables.schema``.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    texts = {component: pc.cast(observations[name], pa.string()) for name, component in COMPONENTS.items()}
    for component in DIMENSIONS.values():
        texts[component] = pc.fill_null(texts[component], UNSPECIFIED)
    return texts
