"""The observations shown: the published values of every indicator of which the review shows a result.

Knows which they are, in which order, and in which forms they are written. Counts nothing.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from stocktake.publish.opendata.model import Material
from stocktake.publish.opendata.naming import file_names
from stocktake.publish.opendata.terms import citation, provenance
from stocktake.statistics.formats.sdmx_csv import render_sdmx_csv
from stocktake.statistics.formats.sdmx_structure import render_structure
from stocktake.tables import COLUMNS, table_bytes

if TYPE_CHECKING:
    import pyarrow as pa

PARQUET, STRUCTURE = "observations.parquet", "observations.sdmx.xml"


def observation_files(material: Material) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the observations in each form; nothing where no statistics are at hand."""
    rows = shown_observations(material)
    if rows is None or not rows.num_rows:
        return
    note = provenance(material.review) | {"citation": citation("Observations", material.review)}
    yield PARQUET, table_bytes(rows, json.dumps(note, ensure_ascii=False))
    yield STRUCTURE, render_structure(material.review.as_of)
    counted = Counter(rows.column("indicator").to_pylist())
    names, start = file_names(counted), 0
    # One file for each indicator: who has a slow line fetches only what is wanted.
    for code, number in counted.items():
        yield f"observations/{names[code]}.sdmx.csv", render_sdmx_csv(rows.slice(start, number))
        start += number


def shown_observations(material: Material) -> "pa.Table | None":
    """The observations of the indicators shown, of all releases up to the day of the review, in the order of columns.

    None where no statistics are at hand. Columns as in ``tables.schema``.
    """
    holdings, codes = material.beside.holdings, shown_indicators(material)
    if holdings is None or not codes:
        return None
    every = holdings.observations
    known = every.vintage.isnull() | (every.vintage <= material.review.as_of)
    return holdings.engine.collect(every.filter(every.indicator.isin(codes), known).order_by(list(COLUMNS)))


def shown_indicators(material: Material) -> list[str]:
    """The codes of the indicators of which a result is shown, in the order of the alphabet."""
    of_divides = {each.indicator for divide in material.review.divides for each in divide.measured}
    of_countries = {each.indicator for country in material.countries for each in country.figures}
    return sorted(of_divides | of_countries)
