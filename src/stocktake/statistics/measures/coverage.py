"""Data gaps: what is not known, as a result of its own.

For an area: how old its latest value is, and by which dimensions it is broken down. For a group: which members have no
value of the last five years, who is not counted, and how many are broken down by sex, location, age and disability.
Nothing is filled in.
"""

from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.marked import YEAR_LENGTH
from stocktake.statistics.measures.members import doubts_words
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import Detail, MemberCoverage, Result
from stocktake.statistics.model import TOTAL

if TYPE_CHECKING:
    import ibis

NAME = "coverage"
RECENT = 5
"""A value older than so many years, seen from the as-of date, is old. Ours: surveys of use come every few years."""
TOLD = ("sex", "location", "age", "disability")
"""The dimensions that are told to be missing: those by which the Goals ask for data and which anybody can be asked."""
SPLITS = (*TOLD, "breakdown")
PERCENT = 100.0
DISABILITY = "DISABILITY"
"""The dimension of a breakdown that tells persons with disabilities apart (``dimension_codes.yaml``)."""


def gaps_table(until: str, *, rows: "ibis.Table") -> "ibis.Table":
    """For each area: first and last year, how many years, and the last by each dimension; none after ``until``."""
    rows = rows.filter(rows.is_main)
    rows = rows.mutate(year=rows.period.substr(0, YEAR_LENGTH))
    rows = rows.filter(rows.year <= until)
    return rows.group_by("area").agg(
        first=rows.period.min(),
        last=rows.period.max(),
        held=rows.year.nunique(),
        **{f"by_{name}": rows.period.max(where=is_split) for name, is_split in _split_by(rows).items()},
    )


def _split_by(rows: "ibis.Table") -> dict[str, Any]:
    """Whether each row is of a part, by the dimension; disability stands among the further dimensions."""
    of_disability = rows.breakdown.contains(f"{DISABILITY}=")
    return {name: of_disability if name == "disability" else rows[name] != TOTAL for name in SPLITS}


def compute(request: Request, holdings: Holdings) -> tuple[Result, ...]:
    """One result for each area and group asked; where none is asked, for each group."""
    _, extract = extracted(request, holdings, gaps=True)
    table = extract.ask(gaps_table, (str(request.as_of.year),))
    held = {row["area"]: row for row in table.to_pylist()}
    asked = request.areas or tuple(holdings.groups.codes()) or tuple(sorted(held))
    return tuple(
        _group(area, held, request, holdings) if holdings.is_group(area) else _area(area, held, request, holdings)
        for area in asked
    )


def age_of(period: str, request: Request) -> int:
    """How many years lie between a period and the as-of date."""
    return request.as_of.year - int(period[:YEAR_LENGTH])


def _area(area: str, held: dict[str, dict[str, Any]], request: Request, holdings: Holdings) -> Result:
    row = held.get(area)
    if row is None:
        because = f"Nothing of {request.indicator} is held for {holdings.name(area)}."
        return Result(NAME, area, holdings.name(area), because, unit="years")
    because = f"The latest value is of {row['last']}{_since(row['held'], row['first'])}."
    missing = _none_by([name for name in TOLD if row[f"by_{name}"] is None])
    details: dict[str, Detail] = {"held": row["held"], "first": row["first"], "last": row["last"]}
    return Result(
        NAME,
        area,
        holdings.name(area),
        f"{because} {missing}".strip(),
        period=row["last"],
        value=float(age_of(row["last"], request)),
        unit="years",
        details={**details, **{f"by_{name}": row[f"by_{name}"] for name in SPLITS}},
    )


def _since(years: int, first: str) -> str:
    return f"; {years} years since {first} have one" if years > 1 else ", and of no other year"


def _group(group: str, held: dict[str, dict[str, Any]], request: Request, holdings: Holdings) -> Result:
    members = sorted(holdings.groups.members(group, request.as_of))
    if not members:
        because = f"No member of {holdings.name(group)} is known on {request.as_of}."
        return Result(NAME, group, holdings.name(group), because, classified="now")
    never = [area for area in members if area not in held]
    old = [area for area in members if area in held and age_of(held[area]["last"], request) > RECENT]
    recent = len(members) - len(never) - len(old)
    details: dict[str, Detail] = {"no_data": list(never), "only_old": list(old)}
    details |= {f"by_{name}": sum(1 for area in members if _last_by(name, area, held)) for name in SPLITS}
    return Result(
        NAME,
        group,
        holdings.name(group),
        " ".join(
            word
            for word in (
                *_group_words(never, old, (recent, len(members)), holdings),
                _none_by([name for name in TOLD if not details[f"by_{name}"]]),
                doubts_words(group, request.as_of, holdings),
            )
            if word
        ),
        classified="now",
        value=PERCENT * recent / len(members),
        unit="per cent of members",
        coverage=MemberCoverage(len(members), recent, None),
        details=details,
    )


def _group_words(never: list[str], old: list[str], counted: tuple[int, int], holdings: Holdings) -> list[str]:
    words = [f"{counted[0]} of {counted[1]} members have a value of the last {RECENT} years."]
    if never:
        words.append(f"No value at all: {', '.join(map(holdings.name, never))}.")
    if old:
        words.append(f"Only older ones: {', '.join(map(holdings.name, old))}.")
    return words


def _last_by(name: str, area: str, held: dict[str, dict[str, Any]]) -> str | None:
    """The last year for which an area is broken down by a dimension."""
    last: str | None = held[area][f"by_{name}"] if area in held else None
    return last


def _none_by(names: list[str]) -> str:
    return f"None by {', by '.join(names)}." if names else ""
