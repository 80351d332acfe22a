"""Data gaps: what is not known, as a result of its own.

For an area: how old its latest value is, and by which dimensions it is broken down. For a group: which members have no
value of the last five years, who is not counted, and how many are broken down by sex, location and age. Nothing is
filled in.
"""

from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Detail, MemberCoverage, Result
from stocktake.statistics.model import TOTAL

if TYPE_CHECKING:
    import ibis

NAME = "coverage"
RECENT = 5
"""A value older than so many years, seen from the as-of date, is old. Ours: surveys of use come every few years."""
SPLITS = ("sex", "location", "age", "breakdown")
PERCENT = 100.0


def gaps_table(*, rows: "ibis.Table") -> "ibis.Table":
    """For each area: first and last year, how many values, and the last year by each dimension."""
    rows = rows.filter(rows.is_main)
    return rows.group_by("area").agg(
        first=rows.period.min(),
        last=rows.period.max(),
        held=rows.count(),
        **{f"by_{name}": rows.period.max(where=rows[name] != TOTAL) for name in SPLITS},
    )


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each area and group asked; where none is asked, for each group."""
    _, extract = extracted(request, holdings, gaps=True)
    table = extract.ask(gaps_table)
    held = {row["area"]: row for row in table.to_pylist()}
    asked = request.areas or tuple(holdings.groups.codes()) or tuple(sorted(held))
    return tuple(
        _group(area, held, request, holdings) if holdings.is_group(area) else _area(area, held, request, holdings)
        for area in asked
    )


def age_of(period: str, request: Request) -> int:
    """How many years lie between a period and the as-of date."""
    return request.as_of.year - int(period[:4])


def _area(area: str, held: dict[str, dict[str, Any]], request: Request, holdings: Holdings) -> Result:
    row = held.get(area)
    if row is None:
        because = f"Nothing of {request.indicator} is held for {holdings.name(area)}."
        return Result(NAME, area, holdings.name(area), because, unit="years")
    missing = [name for name in SPLITS[:3] if row[f"by_{name}"] is None]
    because = f"The latest value is of {row['last']}; {row['held']} are held since {row['first']}."
    if missing:
        because += f" None by {', by '.join(missing)}."
    details: dict[str, Detail] = {"held": row["held"], "first": row["first"], "last": row["last"]}
    return Result(
        NAME,
        area,
        holdings.name(area),
        because,
        period=row["last"],
        value=float(age_of(row["last"], request)),
        unit="years",
        details={**details, **{f"by_{name}": row[f"by_{name}"] for name in SPLITS}},
    )


def _group(group: str, held: dict[str, dict[str, Any]], request: Request, holdings: Holdings) -> Result:
    members = sorted(holdings.groups.members(group, request.as_of))
    if not members:
        because = f"No member of {holdings.name(group)} is known on {request.as_of}."
        return Result(NAME, group, holdings.name(group), because, classified="now")
    never = [area for area in members if area not in held]
    old = [area for area in members if area in held and age_of(held[area]["last"], request) > RECENT]
    recent = len(members) - len(never) - len(old)
    details: dict[str, Detail] = {"no_data": list(never), "only_old": list(old)}
    for name in SPLITS:
        details[f"by_{name}"] = sum(1 for area in members if area in held and held[area][f"by_{name}"])
    return Result(
        NAME,
        group,
        holdings.name(group),
        _group_words(never, old, (recent, len(members)), holdings),
        classified="now",
        value=PERCENT * recent / len(members),
        unit="per cent of members",
        coverage=MemberCoverage(len(members), recent, None),
        details=details,
    )


def _group_words(never: list[str], old: list[str], counted: tuple[int, int], holdings: Holdings) -> str:
    words = [f"{counted[0]} of {counted[1]} members have a value of the last {RECENT} years."]
    if never:
        words.append(f"No value at all: {', '.join(map(holdings.name, never))}.")
    if old:
        words.append(f"Only older ones: {', '.join(map(holdings.name, old))}.")
    return " ".join(words)
