"""From a publisher's words to ours: series, units, dimensions, statuses; what is not known is said.

Knows the way from a printed word to a code by ``frameworks``. An unknown word never becomes a known one: the series
keeps the publisher's code, the unit the printed word. Areas are in ``area_names``. Reads no file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast, get_args

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.frameworks.indicators import (
    Indicator,
    Publisher,
    indicator_of,
    indicators,
    nearest_indicators,
    series_of,
)
from stocktake.frameworks.statistical_words import (
    TOTAL,
    Dimension,
    Unit,
    dimension_as_printed,
    dimension_of,
    nearest_units,
    status_of,
    unit_in_name,
    unit_of,
)
from stocktake.statistics.model import NORMAL
from stocktake.statistics.sources.distinct import Distinct, plain, words_in
from stocktake.statistics.sources.gathered import Gathered, Origin
from stocktake.statistics.sources.places import in_lines, listed, shown

if TYPE_CHECKING:
    import pyarrow as pa

OWN_COLUMN = ("sex", "location", "age")
_MOST_COLUMNS = 5
_NUMBER = "number"
# Two capitals alone are as often a word: "(PC)" is a computer.
_BEHIND = re.compile(r"(.*\S)\s*[(\[](?![A-Z]{2}[)\]])([^()\[\]]*)[)\]]", re.DOTALL)
_COUNTED = ("count", "amount")
_SCALED = re.compile(r"\b(thousand|million|billion)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a publisher's series means.

    Attributes:
        indicator: Our code, or the publisher's where we have none.
        code: The publisher's code as the frameworks spell it; as printed where they do not know it.
        name: The printed name; empty where the file prints none.
        known: Whether the frameworks know it.
        fixed: The breakdowns that the code itself fixes.
        unit: The unit that stands in brackets behind the name; None where none does, or where code and name are known.
    """

    indicator: str
    code: str
    name: str
    known: bool
    fixed: tuple[tuple[str, str], ...] = ()
    unit: Unit | None = None


def meanings_of(gathered: Gathered) -> tuple[dict[str, Meaning], list[Finding]]:
    """What each code of a series means, and a remark on those that we do not know."""
    names = gathered.name if gathered.name is not None else gathered.code
    first: dict[str, str] = {}
    for code, name in Distinct([gathered.code, names]).keys:
        first.setdefault(code, name)
    meanings = {code: _meaning(code, name, gathered.origin) for code, name in first.items()}
    return meanings, _series_findings(meanings)


def _meaning(code: str, name: str, origin: Origin) -> Meaning:
    publisher = cast(Publisher, origin.publisher) if origin.publisher in get_args(Publisher) else None
    series = series_of(code, publisher)
    if series is not None:
        return Meaning(series.indicator, series.code, name, known=True, fixed=series.fixed)
    indicator = indicator_of(code) or indicator_of(name)
    unit = None
    if indicator is None and (match := _BEHIND.fullmatch(name.strip())):
        unit = printed_unit(match[2])
        bare = indicator_of(match[1]) if unit else None
        # "Individuals using the Internet (millions)" is another series than the rate of that name.
        indicator = bare if bare and unit and _is_unit_of(bare, unit.unit) else None
    return Meaning(indicator.code if indicator else code, code, name, known=indicator is not None, unit=unit)


def _series_findings(meanings: dict[str, Meaning]) -> list[Finding]:
    unknown = [code for code, meaning in meanings.items() if not meaning.known]
    if not unknown:
        return []
    nearest = nearest_indicators(unknown[0]) if len(unknown) == 1 else ()
    return [
        Finding(
            Code.SERIES_UNKNOWN,
            "series",
            f"No indicator of ours: {listed(unknown)}; kept under the publisher's own code.",
            f"Nearest: {', '.join(nearest)}." if nearest else "",
        )
    ]


@dataclass(frozen=True, slots=True)
class Units:
    """The unit of each row, what its number is multiplied by to be in it (None: nothing is), and remarks."""

    units: "pa.ChunkedArray"
    scales: "pa.ChunkedArray | None"
    findings: list[Finding]


def units_of(gathered: Gathered, meanings: dict[str, Meaning], file: str) -> Units:
    """The canonical units.

    Raises:
        InputError: One series stands in two units.
    """
    import pyarrow as pa

    printed = [gathered.unit] if gathered.unit is not None else []
    distinct = Distinct([gathered.code, *printed])
    made = [_unit(meanings[key[0]], key[1].strip() if printed else "") for key in distinct.keys]
    by_code: dict[str, set[str | None]] = {}
    for key, (unit, _) in zip(distinct.keys, made, strict=True):
        by_code.setdefault(key[0], set()).add(unit)
    mixed = {code: units for code, units in by_code.items() if len(units) > 1}
    if mixed:
        raise _mixed_units(mixed, file)
    scales = [scale for _, scale in made]
    scaled = distinct.spread(scales, pa.float64()) if set(scales) != {1} else None
    single = {code: next(iter(units)) for code, units in by_code.items()}
    words = {key[1].strip() for key in distinct.keys} if printed else set()
    return Units(distinct.spread([unit for unit, _ in made]), scaled, _unit_findings(single, meanings, words))


def printed_unit(text: str) -> Unit | None:
    """The unit that a text is, be it with a scale before it ("Thousands of persons"); None where we know none."""
    scale, unit = (unit_of(part) for part in text.strip().partition(" ")[::2])
    if unit_of(text) is not None or scale is None or scale.unit != _NUMBER or scale.scale == 1:
        return unit_of(text)
    unit = unit or unit_of(text.strip().partition(" ")[2].removeprefix("of "))
    return replace(unit, scale=scale.scale) if unit is not None and unit.scale == 1 else None


def _unit(meaning: Meaning, printed: str) -> tuple[str | None, int]:
    known = indicators().get(meaning.indicator)
    unit = printed_unit(printed) if printed else meaning.unit
    if not (printed or unit):
        return (known.unit if known else _unit_within(meaning.name)), 1
    word, scale = (unit.unit, unit.scale) if unit else (printed, 1)
    if known is None and not printed and word == _NUMBER:
        return _counted(meaning.name) or word, scale
    return (known.unit if known and _is_unit_of(known, word) else word), scale


def _unit_within(name: str) -> str | None:
    """The unit that the words of a name say; None where they count, and speak of thousands in a way we do not read."""
    return None if _SCALED.search(name) and _counted(name) else unit_in_name(name)


def _counted(name: str) -> str | None:
    """The unit of what a name counts; None where it counts nothing that we know."""
    word = unit_in_name(name)
    unit = unit_of(word) if word else None
    return word if unit is not None and unit.kind in _COUNTED else None


def _is_unit_of(known: Indicator, word: str) -> bool:
    """Whether a unit means the indicator's own: a population in millions, a bare number, is one of persons."""
    counted = unit_of(known.unit)
    is_count = word == _NUMBER and counted is not None and counted.kind == "count"
    return is_count or word in (known.unit, *known.units)


def _mixed_units(mixed: dict[str, set[str | None]], file: str) -> InputError:
    code, units = next(iter(mixed.items()))
    return InputError(
        expected="one unit for each series",
        came=f"{shown(code)} stands in {' and '.join(sorted(shown(unit or '(none)') for unit in units))}",
        where=file,
        advice="Give each its own code, or print them in one unit.",
    )


def _unit_findings(single: dict[str, str | None], meanings: dict[str, Meaning], words: set[str]) -> list[Finding]:
    unsaid = [code for code, unit in single.items() if unit is None]
    unknown = sorted(word for word in words if word and printed_unit(word) is None)
    known = {code: indicators().get(meanings[code].indicator) for code in single}
    other = [
        f"{code} ({unit}, not {indicator.unit})"
        for code, unit in single.items()
        if (indicator := known[code]) is not None and unit != indicator.unit
    ]
    found: list[Finding] = []
    if unsaid:
        found.append(Finding(Code.UNIT_UNKNOWN, "unit", f"The file does not say the unit of {listed(unsaid)}."))
    if unknown:
        nearest = nearest_units(unknown[0])
        advice = f"Nearest: {', '.join(nearest)}." if nearest else ""
        found.append(
            Finding(
                Code.UNIT_UNKNOWN, "unit", f"No unit that we know, kept as printed: {listed(unknown)}.", advice
            )
        )
    if other:
        found.append(
            Finding(
                Code.UNIT_DIFFERS,
                "unit",
                f"In another unit than the indicator's own: {listed(other)}.",
                "Look whether it is the same indicator.",
            )
        )
    return found


def breakdowns_of(
    gathered: Gathered, meanings: dict[str, Meaning]
) -> tuple[dict[str, "pa.ChunkedArray"], list[Finding]]:
    """The columns sex, location, age and breakdown, and a remark on columns that we do not know."""
    known = {printed: dimension_of(printed) for printed in gathered.dimensions}
    dimensions = {printed: dimension or dimension_as_printed(printed) for printed, dimension in known.items()}
    distinct = Distinct([gathered.code, *gathered.dimensions.values()])
    names = [gathered.dimension_codes.get(printed, {}) for printed in dimensions]
    rows = [_split(meanings[key[0]], list(dimensions.values()), names, key[1:]) for key in distinct.keys]
    columns = {name: distinct.spread([row.pop(name, TOTAL) for row in rows]) for name in OWN_COLUMN}
    columns["breakdown"] = distinct.spread([_joined(row) for row in rows])
    strange = [_code_finding(printed, dimension, gathered) for printed, dimension in dimensions.items()]
    unknown = [name for name, dimension in known.items() if dimension is None]
    return columns, [*(each for each in strange if each), *_dimension_findings(gathered, unknown)]


def _code_finding(printed: str, dimension: Dimension, gathered: Gathered) -> Finding | None:
    """A remark on the words of a closed dimension that are none of its codes; None where all are.

    The rows keep the word: what is neither a known part of the people nor the whole is never taken for one of them.
    """
    names = gathered.dimension_codes.get(printed, {})
    column = gathered.dimensions[printed]
    strange = [word for word in words_in(column).to_pylist() if dimension.lacks(word, names.get(word, ""))]
    if not strange:
        return None
    words = listed([f"“{word.strip()}”{f' ({names[word]})' if word in names else ''}" for word in strange])
    nearest = dimension.nearest(strange[0])
    return Finding(
        Code.CODE_UNKNOWN,
        "column",
        f"No code that we know of “{printed}”: {words}{in_lines(plain(column), strange, gathered.lines)}; kept as "
        "printed, which is neither any known part nor the whole.",
        f"Nearest: {', '.join(nearest)}." if nearest else "",
    )


def _split(
    meaning: Meaning, dimensions: list[Dimension], names: list[Mapping[str, str]], words: tuple[str, ...]
) -> dict[str, str]:
    """The codes of all dimensions that are not at their whole, the printed ones before those that the series fixes."""
    made = dict(meaning.fixed)
    printed = {
        each.name: each.code(word, named.get(word, ""))
        for each, named, word in zip(dimensions, names, words, strict=True)
    }
    return {**made, **{name: code for name, code in printed.items() if code != TOTAL}}


def _dimension_findings(gathered: Gathered, unknown: list[str]) -> list[Finding]:
    """A remark on each of the first columns that we do not know, and one on all others."""
    described = [name for name in unknown if name in gathered.dimension_codes]
    strange = sorted(name for name in unknown if name not in gathered.dimension_codes)
    found = [_described(name, gathered) for name in described[:_MOST_COLUMNS]]
    found += [
        Finding(
            Code.DIMENSION_UNKNOWN,
            "column",
            f"Column “{shown(name)}” is kept as a breakdown, its codes as printed.",
        )
        for name in strange[:_MOST_COLUMNS]
    ]
    rest = len(described[_MOST_COLUMNS:]) + len(strange[_MOST_COLUMNS:])
    if rest:
        message = f"{rest:,} more columns are kept as breakdowns, their codes as printed."
        found.append(Finding(Code.DIMENSION_UNKNOWN, "column", message, "Look whether all are dimensions."))
    return found


def _described(name: str, gathered: Gathered) -> Finding:
    """A remark on a column that the structure knows, with the meaning of the codes that occur."""
    names = gathered.dimension_codes[name]
    printed = [word for word in words_in(gathered.dimensions[name]).to_pylist() if word in names]
    meant = listed([f"{word} ({names[word]})" for word in printed])
    said = f": {meant}" if meant else ", its codes as printed"
    return Finding(
        Code.DIMENSION_DESCRIBED, "column", f"Column “{shown(name)}” is a dimension of the structure{said}."
    )


def _joined(codes: dict[str, str]) -> str:
    return ";".join(f"{name}={code}" for name, code in sorted(codes.items())) or TOTAL


def statuses_of(gathered: Gathered) -> tuple["pa.ChunkedArray | None", list[Finding]]:
    """The SDMX status of each row, empty where the file says none; None where it has no such column at all."""
    if gathered.status is None:
        return None, []
    distinct = Distinct([gathered.status])
    words = [key[0].strip() for key in distinct.keys]
    codes = [status_of(word, gathered.origin.statuses) if word else None for word in words]
    unknown = [word for word, code in zip(words, codes, strict=True) if word and code is None]
    made = [code or (NORMAL if word else "") for word, code in zip(words, codes, strict=True)]
    findings = (
        [Finding(Code.STATUS_UNKNOWN, "status", f"No status that we know, taken as normal: {listed(unknown)}.")]
        if unknown
        else []
    )
    return distinct.spread(made), findings
