"""The observations shown, in the forms in which they are written. Counts nothing."""

import json
from collections import Counter
from collections.abc import Iterator

from stocktake.publish.opendata.model import Material
from stocktake.publish.opendata.naming import file_names
from stocktake.publish.opendata.taken import taken_from_statistics
from stocktake.publish.opendata.terms import citation, provenance
from stocktake.statistics.formats.sdmx_csv import render_sdmx_csv
from stocktake.statistics.formats.sdmx_structure import render_structure
from stocktake.tables import table_bytes, table_of

PARQUET, STRUCTURE = "observations.parquet", "observations.sdmx.xml"


def observation_files(material: Material) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the observations in each form; nothing where no statistics are at hand."""
    shown = taken_from_statistics(material).observations
    if not shown:
        return
    rows = table_of(shown)
    note = provenance(material.review) | {"citation": citation("Observations", material.review)}
    yield PARQUET, table_bytes(rows, json.dumps(note, ensure_ascii=False))
    yield STRUCTURE, render_structure(material.review.as_of)
    counted = Counter(rows.column("indicator").to_pylist())
    names, start = file_names(counted), 0
    # One file for each indicator: who has a slow line fetches only what is wanted.
    for code, number in counted.items():
        yield f"observations/{names[code]}.sdmx.csv", render_sdmx_csv(rows.slice(start, number))
        start += number
