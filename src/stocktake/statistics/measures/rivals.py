"""What other publishers say of the same people and year, where one of several is believed.

Knows the newest edition of each publisher, and that two values agree where rounding can have made them differ. An Ibis
expression; computes nothing, judges nobody.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.dimensions import IDENTITY
from stocktake.statistics.measures.editions import newest
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.marked import areas_given
from stocktake.statistics.measures.publishers import publisher_of
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.series import Series, release_words
from stocktake.values.interval import decimals_among, rounded

if TYPE_CHECKING:
    import ibis

_TOLD = (*IDENTITY, "period", "place", "value", "unit", "vintage", "release", "source")
Told = Mapping[tuple[Any, ...], list[dict[str, Any]]]
"""What each publisher says, by whom and year."""


def told_rows(*, rows: "ibis.Table", areas: "ibis.Table | None" = None) -> "ibis.Table":
    """The rows of the newest edition of each publisher, in the order in which they are believed."""
    rows = rows.filter(rows.is_main, rows.counts)
    if areas is not None:
        rows = rows.semi_join(areas, "area")
    ranked = newest(rows, (*IDENTITY, "place"))
    return ranked.filter(ranked["rank"] == 0).select(*_TOLD).order_by(list(_TOLD))


def others_words(series: Series, years: Iterable[int], request: Request, holdings: Holdings) -> dict[int, str]:
    """For each year what other publishers say otherwise, in one sentence; no year for which all agree or none does.

    Where the series has no value for a year, all that others have is told.
    """
    holdings, extract = extracted(request, holdings)
    if not extract.has_rivals:
        return {}
    told = extract.once((others_words, request.areas), lambda: _told(request, holdings))
    words: dict[int, str] = {}
    for year in years:
        point = series.at(year)
        others = [
            row
            for row in told.get((*series.identity, str(year)), ())
            if row["place"] != series.place and not (point and _agree(point.value, series.unit, row))
        ]
        if others:
            said = ", ".join(_words(row, series, request, holdings) for row in others)
            words[year] = f"{'Other publishers differ' if point else 'Other publishers have'}: {said}."
    return words


def _told(request: Request, holdings: Holdings) -> Told:
    _, extract = extracted(request, holdings)
    told: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in extract.ask(told_rows, (), areas_given(request.areas)).to_pylist():
        told.setdefault((*(row[name] for name in IDENTITY), row["period"]), []).append(row)
    return told


def _agree(value: float, unit: str, row: Mapping[str, Any]) -> bool:
    ours, theirs = (rounded(each, decimals_among([each])) for each in (value, row["value"]))
    return bool(row["unit"] == unit) and ours.overlaps(theirs)


def _words(row: Mapping[str, Any], series: Series, request: Request, holdings: Holdings) -> str:
    name = publisher_of(holdings.sources.get(row["source"]), holdings.facts(request.indicator))
    unit = f" {row['unit']}" if row["unit"] != series.unit else ""
    return f"{name} {row['value']:g}{unit} ({release_words(row['vintage'], row['release'])})"
