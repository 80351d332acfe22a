"""The regions of M49 in which something is reported: the sub-regions, as the Statistics Division lists them.

Knows in which sub-region a country lies, and which sub-regions a wider region has. What is reported for everywhere is
in none of them. Areas that M49 puts into no sub-region, and sets whose parts our records do not know, are in none
either. The invented areas of the example lie in regions of their own, and those are listed for the example alone.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache

from stocktake.frameworks.areas import Area, aggregates, area_name, areas, named
from stocktake.frameworks.groups import members

_PREFIX = "M49-"


@cache
def regions(*, example: bool = False) -> tuple[tuple[str, str], ...]:
    """Code and name of each sub-region, region by region, by the codes of M49; of the example, its own."""
    if example:
        invented = (each for each in aggregates().values() if each.example and each.kind == "region")
        return tuple((each.code, each.en) for each in invented)
    places = sorted({(each.region, each.subregion) for each in areas().values() if each.region and each.subregion})
    return tuple((f"{_PREFIX}{sub}", area_name(f"{_PREFIX}{sub}")) for _region, sub in places)


@cache
def regions_of(code: str) -> tuple[str, ...]:
    """The codes of the sub-regions in which an area or set of areas lies; all of them for a region with several."""
    known = named(code)
    if known.example:
        places = (region for region, _name in regions(example=True))
        return tuple(each for each in places if code in (each, *members(each, date.max)))
    if isinstance(known, Area):
        return (f"{_PREFIX}{known.subregion}",) if known.subregion else ()
    if known.parts:
        return tuple(dict.fromkeys(region for part in known.parts for region in regions_of(f"{_PREFIX}{part}")))
    return _within().get(code, ())


@cache
def _within() -> Mapping[str, tuple[str, ...]]:
    """The sub-regions of each region of M49, those of a sub-region and of a part of it being itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in areas().values():
        for m49 in (each.region, each.subregion, each.intermediate):
            if m49 and each.subregion and f"{_PREFIX}{m49}" in aggregates():
                found[f"{_PREFIX}{m49}"].add(f"{_PREFIX}{each.subregion}")
    order = [code for code, _name in regions()]
    return {code: tuple(sorted(inside, key=order.index)) for code, inside in found.items()}
