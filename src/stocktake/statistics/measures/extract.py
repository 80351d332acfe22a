"""What a request comes to: which rows of the holdings it means, with whose files come first.

Knows which indicators, parts of the people, years, releases and publishers a request and its indicator's facts stand
for. The rows themselves are taken and kept by ``marked``.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from stocktake.statistics.measures.dimensions import SPLITS, By
from stocktake.statistics.measures.marked import Extract, words_table
from stocktake.statistics.measures.publishers import places
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.model import TOTAL
from stocktake.tables import Rows

if TYPE_CHECKING:
    import pyarrow as pa


def extracted(
    request: Request,
    holdings: Holdings,
    splits: Iterable[By] = (),
    *,
    gaps: bool = False,
    years: bool = False,
) -> tuple[Holdings, Extract]:
    """The holdings with the rows of the request, and those rows; as they are where they were taken before.

    Args:
        request: What is asked.
        holdings: What may be read.
        splits: By which dimensions values are looked at, besides the one that the request splits by.
        gaps: Whether rows that do not count are kept as well, so that what is not known can be told.
        years: Whether only the years asked are looked at, and no other indicator but the denominator. Where a file has
            no day all are, for how far it reaches says how new it is.
    """
    if holdings.extract is not None:
        return holdings, holdings.extract
    wanted = {*splits, *([request.by] if request.by else [])}
    years = years and bool(request.periods) and all(each.vintage for each in holdings.sources.values())
    tables: dict[str, Rows] = {
        "observations": holdings.observations,
        "wanted": _wanted(request, holdings, years=years),
    }
    if years:
        tables["years"] = words_table("period", request.periods)
    tables |= _files(request, holdings)
    shape = (tuple(each for each in SPLITS if each in wanted), gaps)
    extract = Extract(holdings.engine, shape, tables)
    return replace(holdings, extract=extract), extract


def related(request: Request, holdings: Holdings) -> tuple[str, ...]:
    """The other indicators that a measure of this one may need."""
    facts = holdings.facts(request.indicator)
    weights = (facts.denominator, facts.urban_share, facts.income, facts.exchange_rate, facts.income_share)
    codes = (*weights, *facts.parts)
    return tuple(dict.fromkeys(code for code in codes if code and code != request.indicator))


def _files(request: Request, holdings: Holdings) -> dict[str, Rows]:
    """The place of each file's publisher for each indicator, as a table ``files``; none where all have the same.

    Where the request names files, the others have no place for the indicator asked.
    """
    import pyarrow as pa

    known = {code: places(code, holdings) for code in (request.indicator, *related(request, holdings))}
    if request.files:
        believed = known[request.indicator]
        known[request.indicator] = {sha256: believed.get(sha256, len(believed)) for sha256 in request.files}
    found = [(code, sha256, place) for code, each in known.items() for sha256, place in each.items()]
    if not request.files and len({(code, place) for code, _, place in found}) <= len({code for code, *_ in found}):
        return {}
    columns = zip(("indicator", "source", "place"), zip(*found, strict=True), strict=True)
    return {"files": pa.table({name: pa.array(cells) for name, cells in columns})}


def _wanted(request: Request, holdings: Holdings, *, years: bool) -> "pa.Table":
    """What is wanted of each indicator: one row each, a null where it does not matter."""
    import pyarrow as pa

    facts = holdings.facts(request.indicator)
    others = related(request, holdings) if not years else (facts.denominator,) if facts.denominator else ()
    codes = [request.indicator, *(code for code in others if code != request.indicator)]
    day = None if request.vintage in (None, "all") else request.vintage
    return pa.table(
        {
            "indicator": pa.array(codes, pa.string()),
            "is_main": [code == request.indicator for code in codes],
            "is_weight": [code == facts.denominator for code in codes],
            "of_breakdown": pa.array([request.breakdown, *([TOTAL] * (len(codes) - 1))], pa.string()),
            "of_vintage": pa.array(
                [day if code in (request.indicator, *facts.parts) else None for code in codes], pa.date32()
            ),
            "of_files": [bool(request.files) and code == request.indicator for code in codes],
            "as_of": pa.array([request.as_of] * len(codes), pa.date32()),
        }
    )
