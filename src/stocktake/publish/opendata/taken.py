"""What the open data take out of the statistics held: the observations shown, and the licences that files print.

Knows which observations they are and their order. Opening the statistics takes a second: what was taken is kept with
the parts of the review. Counts nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from stocktake.publish.opendata.model import Material
from stocktake.review.numbers import Numbers
from stocktake.tables import COLUMNS, table_bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out.

    Attributes:
        observations: Those of the indicators shown, of all releases up to the day of the review, in the order of
            columns, as a Parquet file (``tables.table_of``); empty where there is none.
        licences: The licence that a file prints, by the checksum of the file.
    """

    observations: bytes = b""
    licences: Mapping[str, str] = field(default_factory=dict)


def taken_from_statistics(material: Material) -> Taken:
    """What the open data show of the statistics held; nothing where none are."""
    numbers = material.beside.numbers
    if numbers is None:
        return Taken()
    codes, as_of = shown_indicators(material), material.review.as_of
    made_from = ("taken", numbers.fingerprint, codes, as_of)
    return material.published.keep(Taken, made_from, partial(_take, material, numbers, codes))


def _take(material: Material, numbers: Numbers, codes: list[str]) -> Taken:
    holdings = numbers.open()
    every = holdings.observations
    known = every.vintage.isnull() | (every.vintage <= material.review.as_of)
    shown = every.filter(every.indicator.isin(codes), known).order_by(list(COLUMNS))
    rows = holdings.engine.collect(shown) if codes else None
    return Taken(
        table_bytes(rows) if rows is not None and rows.num_rows else b"",
        {sha256: each.licence for sha256, each in holdings.sources.items() if each.licence},
    )


def shown_indicators(material: Material) -> list[str]:
    """The codes of the indicators of which a result is shown, in the order of the alphabet."""
    of_divides = {each.indicator for divide in material.review.divides for each in divide.measured}
    of_countries = {each.indicator for country in material.countries for each in country.figures}
    return sorted(of_divides | of_countries)
