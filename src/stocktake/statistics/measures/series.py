"""Series through the years, guarded: one edition each, cut where the publisher marks a break.

Knows that values of two releases, two codes or two units are not one series, and that OBS_STATUS B says that what
stands before cannot be compared with what follows. Whoever asks for joined series gets them with a note that says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from stocktake.statistics.measures.dimensions import IDENTITY, labels
from stocktake.statistics.measures.editions import EDITION, chosen_rows
from stocktake.statistics.measures.extract import extracted
from stocktake.statistics.measures.marked import areas_given, of_parts, strings_of
from stocktake.statistics.measures.request import Holdings, Request
from stocktake.statistics.measures.result import ResultSource
from stocktake.statistics.model import NORMAL, TOTAL

if TYPE_CHECKING:
    import pyarrow as pa

BREAK = "B"
ESTIMATED = "E"


@dataclass(frozen=True, slots=True)
class Point:
    """One observation of a series; ``source`` is the checksum of its file."""

    year: int
    value: float
    status: str
    source: str
    row: int


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one area and part of its people through the years, in order, at least one.

    Attributes:
        identity: Area, sex, location, age, breakdown, as coded in the observations.
        code: The publisher's code.
        unit: The unit; empty where none is known.
        vintage: The day of the release; the newest of them where releases were joined.
        release: That day, or the checksum of the file.
        points: The observations, one a year.
        others: How many other editions hold it too.
        notes: What was joined, cut or found twice; whole sentences.
        place: That of the publisher among those believed.
    """

    identity: tuple[str, str, str, str, str]
    code: str
    unit: str
    vintage: date | None
    release: str
    points: tuple[Point, ...]
    others: int = 0
    notes: tuple[str, ...] = ()
    place: int = 0

    @property
    def area(self) -> str:
        """The code of the area."""
        return self.identity[0]

    @property
    def latest(self) -> Point:
        """The last observation."""
        return self.points[-1]

    def at(self, year: int) -> Point | None:
        """The observation of that year, or None."""
        return next((point for point in self.points if point.year == year), None)

    def since(self, year: int) -> Point | None:
        """The observation of that year or the first later one; None where there is none."""
        return next((point for point in self.points if point.year >= year), None)


def read_series(request: Request, holdings: Holdings, indicator: str | None = None) -> tuple[Series, ...]:
    """The series that a request means, in the order of their codes; not cut at breaks."""
    holdings, extract = extracted(request, holdings)
    wanted = indicator or request.indicator
    key = (read_series, wanted, request.vintage, request.by, request.areas, request.leader)
    return extract.once(key, lambda: _read(request, holdings, wanted))


def _read(request: Request, holdings: Holdings, indicator: str) -> tuple[Series, ...]:
    rows = _rows(request, holdings, indicator)
    keys = (*IDENTITY, *(("place", "unit") if request.join_breaks else EDITION))
    records = rows.to_pylist()
    return tuple(
        _series(list(group)) for _, group in groupby(records, lambda row: tuple(row[key] for key in keys))
    )


def newest_values(request: Request, holdings: Holdings, indicator: str) -> dict[tuple[str, str, str], float]:
    """The newest values of another indicator by area, year and code of the dimension that the request splits by."""
    asked = replace(request, vintage=None)
    holdings, extract = extracted(asked, holdings)

    def read() -> dict[tuple[str, str, str], float]:
        rows = _rows(asked, holdings, indicator)
        parts = rows[request.by].to_pylist() if request.by else [TOTAL] * rows.num_rows
        columns = [rows[name].to_pylist() for name in ("area", "period", "value")]
        # The first of two values of one year is taken, as in a series.
        return {
            (area, year, part): value
            for area, year, value, part in zip(*(each[::-1] for each in (*columns, parts)), strict=True)
        }

    return extract.once((newest_values, indicator, request.by, request.areas, request.leader), read)


def _rows(request: Request, holdings: Holdings, indicator: str) -> "pa.Table":
    """The rows of one indicator that a request means, in the order of series and years."""
    import pyarrow.compute as pc

    rows = of_parts(_chosen(request, holdings), request.by)
    wanted = pc.equal(rows["indicator"], indicator)
    if request.areas:
        wanted = pc.and_(wanted, pc.is_in(rows["area"], strings_of(request.areas)))
    return rows.filter(wanted)


def _chosen(request: Request, holdings: Holdings) -> "pa.Table":
    """The rows of the editions that a request means, of all indicators and parts of the people that were taken."""
    holdings, extract = extracted(request, holdings)
    leader = [request.leader] if request.leader else []
    areas = tuple(dict.fromkeys([*request.areas, *leader])) if request.areas else ()
    shape = (request.vintage == "all", request.join_breaks)
    return extract.once(
        (chosen_rows, shape, areas),
        lambda: extract.ask(chosen_rows, shape, areas_given(areas)),
    )


def _series(rows: list[dict[str, Any]]) -> Series:
    newest = max(rows, key=lambda row: (row["vintage"] or date.min, row["period"]))
    years = {int(row["period"]): row for row in reversed(rows)}
    return Series(
        identity=tuple(newest[key] for key in IDENTITY),
        code=newest["code"],
        unit=newest["unit"],
        vintage=newest["vintage"],
        release=newest["release"],
        points=tuple(
            Point(year, row["value"], row["status"], row["source"], row["row"])
            for year, row in sorted(years.items())
        ),
        others=max(row["others"] for row in rows),
        notes=(*_joined(rows), *_doubled(rows, years)),
        place=newest["place"],
    )


def _joined(rows: list[dict[str, Any]]) -> Iterator[str]:
    releases = sorted({row["release"] for row in rows})
    codes = sorted({row["code"] for row in rows})
    if len(releases) > 1:
        yield f"Joined across releases, as asked: {', '.join(map(_short, releases))}."
    if len(codes) > 1:
        yield f"Joined across definitions, as asked: {', '.join(codes)}."


def _doubled(rows: list[dict[str, Any]], years: dict[int, dict[str, Any]]) -> Iterator[str]:
    doubled = {int(row["period"]) for row in rows if row["value"] != years[int(row["period"])]["value"]}
    if doubled:
        yield f"The release holds two values for {_list(sorted(doubled))}; the first file's is taken."


def since_break(series: Series) -> Series:
    """The series from its last break on; the same where it has none. What was cut is said in its notes."""
    broken = [point.year for point in series.points if point.status == BREAK]
    if not broken or broken[-1] <= series.points[0].year:
        return series
    note = f"The series breaks in {broken[-1]} (status B): what stands before is left out."
    kept = tuple(point for point in series.points if point.year >= broken[-1])
    return replace(series, points=kept, notes=(*series.notes, note))


def guarded_series(request: Request, holdings: Holdings) -> tuple[Series, ...]:
    """The series that a measure through time may use: up to the year of the as-of date, cut at breaks unless joined.

    What was left out or joined is said.
    """
    seen = (_until(series, request.as_of.year) for series in read_series(request, holdings))
    return tuple(_guarded(series, joined=request.join_breaks) for series in seen if series.points)


def _until(series: Series, year: int) -> Series:
    """The series without what is after a year: a projection, a slip, or not known by then."""
    if series.latest.year <= year:
        return series
    note = f"What it has after {year} is left out."
    kept = tuple(point for point in series.points if point.year <= year)
    return replace(series, points=kept, notes=(*series.notes, note))


def _guarded(series: Series, *, joined: bool) -> Series:
    if not joined:
        return since_break(series)
    broken = [point.year for point in series.points[1:] if point.status == BREAK]
    note = f"Read across the breaks of {_list(broken)}, as asked."
    return replace(series, notes=(*series.notes, note)) if broken else series


def whom(series: Series) -> dict[str, Any]:
    """The fields of a result that say whom a series is about."""
    return labels(dict(zip(IDENTITY, series.identity, strict=True)))


def where(holdings: Holdings, sha256: str | None, row: int | None = None) -> ResultSource | None:
    """Where a value stands, with the name of its file; None where there is no one file."""
    return None if sha256 is None else place_in(holdings, sha256, row)


def place_in(holdings: Holdings, sha256: str, row: int | None = None) -> ResultSource:
    """The place in a file, with its name; without one where the file is not known."""
    source = holdings.sources.get(sha256)
    if source is None:
        return ResultSource(None, None, row, sha256)
    return ResultSource(source.dataset or source.publisher or source.name, source.name, row, sha256)


def combined_status(statuses: Iterable[str]) -> str:
    """The status of what is computed from several observations: A where all are A, else E, an estimate."""
    return NORMAL if all(status == NORMAL for status in statuses) else ESTIMATED


def release_words(vintage: date | None, release: str) -> str:
    """The release in words: its day, or the beginning of the file's checksum."""
    return release_name(vintage, release) + ("" if vintage else " without a day")


def release_name(vintage: date | None, release: str) -> str:
    """The same where it need not be said that there is no day."""
    return f"release of {vintage.isoformat()}" if vintage else f"file {_short(release)}"


def _short(release: str) -> str:
    return release if len(release) <= len("2025-01-01") else release[:10]


def _list(years: list[int]) -> str:
    return ", ".join(map(str, years))
