"""What other publishers say of the same people and year, where one of several is believed.

Knows the newest edition of each publisher, and that two values agree where rounding can have made them differ. An Ibis
expression; computes nothing, judges nobody.
"""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.dimensions import IDENTITY
from stocktake.statistics.measures.editions import newest
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.marked import areas_given, of_parts, strings_of
from stocktake.statistics.measures.publishers import publisher_of
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.series import Series, release_words
from stocktake.values.interval import decimals_among, rounded

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

_TOLD = (*IDENTITY, "period", "place", "value", "unit", "vintage", "release", "source")
Told = Mapping[tuple[Any, ...], list[dict[str, Any]]]
"""What each publisher says, by whom and year."""
Asked = tuple[Series, int]


def told_rows(*, rows: "ibis.Table", areas: "ibis.Table | None" = None) -> "ibis.Table":
    """The rows of the newest edition of each publisher, in the order in which they are believed."""
    rows = rows.filter(rows.is_main, rows.counts)
    if areas is not None:
        rows = rows.semi_join(areas, "area")
    ranked = newest(rows, (*IDENTITY, "place"))
    return ranked.filter(ranked["rank"] == 0).select(*_TOLD).order_by(list(_TOLD))


def others_words(asked: Collection[Asked], request: Request, holdings: Holdings) -> dict[Asked, str]:
    """What other publishers say otherwise, in one sentence for each series and year where they do.

    Where the series has no value for a year, all that others have is told.
    """
    holdings, extract = extracted(request, holdings)
    if not (asked and extract.has_rivals):
        return {}
    rows = extract.once((told_rows, request.areas), lambda: extract.ask(told_rows, (), areas_given(request.areas)))
    told = _by_whom(of_parts(rows, request.by), {str(year) for _, year in asked})
    words: dict[Asked, str] = {}
    for series, year in asked:
        point = series.at(year)
        others = [
            row
            for row in told.get((*series.identity, str(year)), ())
            if row["place"] != series.place and not (point and _agree(point.value, series.unit, row))
        ]
        if others:
            said = ", ".join(_words(row, series, request, holdings) for row in others)
            words[series, year] = f"{'Other publishers differ' if point else 'Other publishers have'}: {said}."
    return words


def _by_whom(rows: "pa.Table", years: Collection[str]) -> Told:
    import pyarrow.compute as pc

    told: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in rows.filter(pc.is_in(rows["period"], strings_of(years))).to_pylist():
        told.setdefault((*(row[name] for name in IDENTITY), row["period"]), []).append(row)
    return told


def _agree(value: float, unit: str, row: Mapping[str, Any]) -> bool:
    ours, theirs = (rounded(each, decimals_among([each])) for each in (value, row["value"]))
    return bool(row["unit"] == unit) and ours.overlaps(theirs)


def _words(row: Mapping[str, Any], series: Series, request: Request, holdings: Holdings) -> str:
    name = publisher_of(holdings.sources.get(row["source"]), holdings.facts(request.indicator))
    unit = f" {row['unit']}" if row["unit"] != series.unit else ""
    return f"{name} {row['value']:g}{unit} ({release_words(row['vintage'], row['release'])})"
