"""The tables of statistics: divides, their results for groups and for countries, memberships of groups.

Knows which columns they have. Missing is shown as missing, with the reason; countries stand in the order of the
alphabet.
"""

from collections.abc import Iterator
from typing import NamedTuple

from stocktake.frameworks.areas import area_name
from stocktake.frameworks.groups import Spell
from stocktake.publish.opendata.cells import day, joined
from stocktake.publish.opendata.model import Cell, Column, Material, Reference, Table
from stocktake.review.countries import Country
from stocktake.review.divides import DivideMeasured
from stocktake.statistics.measures import Result

TO_DIVIDE = Reference(("divide",), "divides", ("divide",))


class Counted(NamedTuple):
    """A result, and the divide and the indicator that it is of."""

    divide: str
    indicator: str
    result: Result


def _divides(material: Material) -> tuple[DivideMeasured, ...]:
    return material.review.divides


def _results(material: Material) -> Iterator[Counted]:
    for divide in material.review.divides:
        for each in divide.measured:
            yield from (Counted(divide.id, each.indicator, result) for result in each.results)


def _countries(material: Material) -> tuple[Country, ...]:
    return material.countries


def _country_results(material: Material) -> Iterator[Counted]:
    for country in material.countries:
        for each in country.figures:
            yield from (Counted(each.divide, each.indicator, result) for result in each.results)


def _spells(material: Material) -> Iterator[Spell]:
    yield from (each for country in material.countries for each in country.spells)


def _ends(row: Counted, name: str) -> tuple[Cell, Cell]:
    interval = getattr(row.result, name)
    return (interval.low, interval.high) if interval else (None, None)


def _coverage(row: Counted, name: str) -> Cell:
    value: Cell = getattr(row.result.coverage, name, None)
    return value


def _source(row: Counted, name: str) -> Cell:
    value: Cell = getattr(row.result.source, name, None)
    return value


_RESULT_COLUMNS = (
    Column("divide", "The short name of the divide.", lambda row: row.divide, required=True),
    Column("indicator", "The code of the indicator.", lambda row: row.indicator, required=True),
    Column("measure", "level, aggregate, parity, gap, distance, progress ...", lambda row: row.result.measure),
    Column("area", "The code of the area or group.", lambda row: row.result.area, required=True),
    Column("name", "Its name.", lambda row: row.result.name),
    Column("classified", "Members of a group then or now.", lambda row: row.result.classified),
    Column("period", "The year of the value.", lambda row: row.result.period),
    Column("sex", "female or male; empty for both.", lambda row: row.result.sex),
    Column("location", "urban or rural; empty for everywhere.", lambda row: row.result.location),
    Column("age", "SDMX code; empty for all ages.", lambda row: row.result.age),
    Column("breakdown", "Any other dimension; empty for the total.", lambda row: row.result.breakdown),
    Column(
        "value", "Empty where it cannot be computed; then see because.", lambda row: row.result.value, "number"
    ),
    Column("unit", "Of the value.", lambda row: row.result.unit),
    Column(
        "interval_low", "What rounding or projection leaves open.", lambda row: _ends(row, "interval")[0], "number"
    ),
    Column("interval_high", "The same, the other end.", lambda row: _ends(row, "interval")[1], "number"),
    Column("members", "Of a group.", lambda row: _coverage(row, "members"), "integer"),
    Column("members_with_data", "Of them, with a value.", lambda row: _coverage(row, "with_data"), "integer"),
    Column("weight_with_data", "Their share of the denominator.", lambda row: _coverage(row, "weight"), "number"),
    Column("bound_low", "The least that it can be.", lambda row: _ends(row, "bounds")[0], "number"),
    Column("bound_high", "The most that it can be.", lambda row: _ends(row, "bounds")[1], "number"),
    Column("published", "False: too few members have data.", lambda row: row.result.published, "boolean"),
    Column("vintage", "The day of the release.", lambda row: day(row.result.vintage), "date"),
    Column("source", "The data set.", lambda row: _source(row, "name")),
    Column("file", "The file.", lambda row: _source(row, "file")),
    Column("file_row", "Of the file.", lambda row: _source(row, "row"), "integer"),
    Column("sha256", "Of the file.", lambda row: _source(row, "sha256")),
    Column("status", "SDMX code: A normal, E estimated ...", lambda row: row.result.status),
    Column("because", "How it came about, or why there is none.", lambda row: row.result.because),
)

_DIVIDES = Table(
    "divides",
    "Digital divides",
    "One row for each divide that the texts name, with the indicators of which something is held.",
    (
        Column("divide", "A short name of ours.", lambda row: row.id, required=True),
        Column("name", "Its name.", lambda row: row.name),
        Column(
            "broken_down_by",
            "The dimensions along which the texts want it broken down.",
            lambda row: joined(row.by),
        ),
        Column(
            "indicators",
            "Of which something is held.",
            lambda row: joined(each.indicator for each in row.measured),
        ),
        Column("lacking", "Of which nothing is held.", lambda row: joined(row.lacking)),
        Column("because", "Why nothing can be shown.", lambda row: row.because or None),
    ),
    _divides,
    ("divide",),
)

_RESULTS = Table(
    "results",
    "Results for the world and groups",
    "One row for each result of a measure for the world or a group; what cannot be computed among them.",
    _RESULT_COLUMNS,
    _results,
    references=(TO_DIVIDE,),
    owner="publishers",
)

_COUNTRIES = Table(
    "countries",
    "Countries and areas",
    "One row for each country or area of M49, in the order of the alphabet.",
    (
        Column("area", "ISO 3166-1 alpha-3.", lambda row: row.code, required=True),
        Column("name", "Its name in English, as the United Nations writes it.", lambda row: area_name(row.code)),
        Column(
            "indicators", "Of which it has a value.", lambda row: joined(each.indicator for each in row.figures)
        ),
        Column("lacking", "Held for others, of which it has none.", lambda row: joined(row.lacking)),
    ),
    _countries,
    ("area",),
)

_COUNTRY_RESULTS = Table(
    "country_results",
    "Results for countries",
    "One row for each latest value or gap of a country or area.",
    _RESULT_COLUMNS,
    _country_results,
    references=(TO_DIVIDE, Reference(("area",), "countries", ("area",))),
    owner="publishers",
)

_MEMBERSHIPS = Table(
    "group_members",
    "Members of groups",
    "One row for each unbroken time of a country in a group: past, standing and scheduled.",
    (
        Column("area", "The member.", lambda row: row.area, required=True),
        Column("group_code", "The code of the group.", lambda row: row.group, required=True),
        Column("first_day", "The first day.", lambda row: day(row.valid_from), "date", required=True),
        Column(
            "day_after",
            "The first day after; empty where no end is recorded.",
            lambda row: day(row.valid_to),
            "date",
        ),
        Column("firmness", "How firm the end is.", lambda row: row.exit),
        Column("source", "Where it comes from.", lambda row: row.source),
        Column("confidence", "seed, published, memory or unsure.", lambda row: row.confidence),
    ),
    _spells,
    references=(Reference(("area",), "countries", ("area",)),),
)

STATISTICS_TABLES = (_DIVIDES, _RESULTS, _COUNTRIES, _COUNTRY_RESULTS, _MEMBERSHIPS)
