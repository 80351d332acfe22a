"""What both forms of SDMX data messages come to: components in columns, and which component plays which part.

Knows the parts of an observation (``frameworks.sdmx_words``), dimensions, attributes that hold for a part of the key,
powers of ten, and periods as SDMX writes them. A data structure definition, where one is given, says what is a
dimension; without it a component that nobody knows is one as long as all its values could be codes, and is said.
Reads no bytes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import log10
from typing import TYPE_CHECKING

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.frameworks.sdmx_words import Agency, Part, agency_of, ids_of, nearest_components, part_of
from stocktake.frameworks.statistical_words import TOTAL, dimension_of, status_of, unit_of
from stocktake.statistics.model import NORMAL, Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.distinct import Distinct, each, first_said, plain, says, words_in
from stocktake.statistics.sources.flags import statuses_of_flags
from stocktake.statistics.sources.gathered import Gathered, Origin, same
from stocktake.statistics.sources.head import File
from stocktake.statistics.sources.periods import day_of
from stocktake.statistics.sources.places import listed
from stocktake.statistics.sources.sdmx_described import Described, known_unit
from stocktake.statistics.sources.sdmx_own import OWN, read_own
from stocktake.statistics.sources.sdmx_structures import Structure, matching
from stocktake.tables.codes import coded

if TYPE_CHECKING:
    import pyarrow as pa

_CODE = r"^[A-Za-z0-9_@$+.\-]*$"
_FLAGS = "OBS_FLAG"
_NOT_APPLICABLE = "_Z"
_LONGEST = 65_536
_MOST = 20
_PLACED: tuple[Part, ...] = ("unit", "multiplier", "status", "nature")
_MANY: tuple[Part, ...] = ("dimension", "attribute")
"""Parts that several components of one message play."""
_POWER = re.compile(r"-?\d{1,2}")
_NUMBER = "number"
_RANGE = re.compile(r"(\d{4})-01-01(?:T00:00:00)?/P1Y")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_ANNUAL = re.compile(r"(\d{4})-A1")
_SLASHED = re.compile(r"(\d\d)/(\d\d)/(\d\d)\b.*")
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)\b.*")


@dataclass(frozen=True, slots=True)
class Message:
    """A data message as columns.

    Attributes:
        format: Name of the reader.
        structure: Id of the structure, "IAEG-SDGs:SDG(1.0)"; empty where the message says none.
        columns: Text by the id of its component, all of one length; an absent value is the empty text.
        lines: The line, or the place in the message, of each observation; int32.
        labels: The printed names of codes, by component.
        groups: Values that hold for every observation with the same values of the dimensions among them.
        attributes: Components that the message itself marks as attributes.
        findings: What the reader had to say.
    """

    format: str
    structure: str
    columns: Mapping[str, "pa.ChunkedArray"]
    lines: "pa.ChunkedArray"
    labels: Mapping[str, "pa.ChunkedArray"] = field(default_factory=dict)
    groups: Sequence[Mapping[str, str]] = ()
    attributes: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Parts:
    """Which component plays which part, which are dimensions, and which are read by nobody."""

    of: dict[Part, str]
    dimensions: tuple[str, ...]
    unread: tuple[str, ...]


def read_message(file: File, message: Message, vintage: date | None) -> Reading:
    """The observations of a message.

    Args:
        file: The file, with the structures that came with it.
        message: Its columns.
        vintage: The day of the release, where the user says it.

    Raises:
        InputError: A part of the observation is missing, a multiplier is no power of ten, a value is longer than any
            code or number, or as for ``build_reading``.
    """
    _check_lengths(message, file.head.name)
    if message.structure.startswith(OWN):
        return read_own(file, message.format, message.columns, message.lines, vintage)
    structure = matching(file.structures, message.structure)
    parts = _parts(message, structure, file.head.name)
    columns = _with_groups(message, parts)
    flags = _read_flags(columns, parts)
    agency = agency_of(message.structure)
    gathered = Gathered(
        origin=_origin(message, parts, agency),
        lines=message.lines,
        code=_codes(message, parts, agency),
        name=_labels(message, structure, parts.of.get("code") or parts.of.get("indicator")),
        area=columns[parts.of["area"]],
        area_name=_labels(message, structure, parts.of["area"]),
        period=each(columns[parts.of["period"]], _period),
        value=_values(columns, parts, file.head.name),
        unit=_units(columns, message, parts),
        status=_statuses(columns, parts),
        dimensions={name: _dimension(columns[name]) for name in parts.dimensions},
        dimension_codes={name: _names(message, name) for name in parts.dimensions if dimension_of(name)},
        findings=(*message.findings, *flags, *_unread(message, parts)),
    )
    if structure is not None:
        described = Described(structure, message.structure, message.columns, parts.of.get("unit", ""))
        gathered = described.add_to(gathered)
    return _with_nearest(build_reading(file, gathered, vintage), parts)


def _parts(message: Message, structure: Structure | None, name: str) -> _Parts:
    known = {component: _part(component, structure) for component in message.columns}
    taken: dict[Part, str] = {}
    for part in dict.fromkeys(part for part in known.values() if part and part not in _MANY):
        having = [component for component in known if known[component] == part]
        order = {each.casefold(): place for place, each in enumerate(ids_of(part))}
        taken[part] = min(having, key=lambda component: order.get(component.casefold(), -1))
    _check_parts(taken, message, name)
    rest = [component for component in message.columns if component not in taken.values()]
    dimensions = tuple(each for each in rest if _is_dimension(each, taken, message, structure))
    return _Parts(taken, dimensions, tuple(component for component in rest if component not in dimensions))


def _part(component: str, structure: Structure | None) -> Part | None:
    if structure is not None and component == structure.time:
        return "period"
    if structure is not None and component in structure.measures:
        return "value"
    return part_of(component)


def _is_dimension(
    component: str, taken: Mapping[Part, str], message: Message, structure: Structure | None
) -> bool:
    """Whether the component tells observations apart: said by the structure or the message, or known, or possible."""
    import pyarrow.compute as pc

    if structure is not None:
        return component in structure.dimensions
    if component in message.attributes or part_of(component) == "attribute":
        return False
    if part_of(component) == "dimension" or dimension_of(component) is not None:
        return True
    if part_of(component) == "indicator" and "code" not in taken:
        # MEASURE beside INDICATOR: both together name the series, where it has several codes.
        return len(words_in(message.columns[component])) > 1
    if part_of(component) in ("code", "indicator", *_PLACED, "updated", "value"):
        return False
    # A code of a code list is an identifier (SDMX Common, IDType): what holds blanks is words on the value.
    return bool(pc.all(pc.match_substring_regex(words_in(message.columns[component]), _CODE)).as_py())


def _check_parts(taken: dict[Part, str], message: Message, name: str) -> None:
    for part in ("area", "period", "value"):
        if part in taken:
            continue
        preferred = ids_of(part)[0]
        raise InputError(
            expected=f"the component {preferred}",
            came=f"the message has {listed(list(message.columns), _MOST) or 'no components'}",
            where=name,
            choices=tuple(
                each for each in nearest_components(preferred, tuple(message.columns)) if each in message.columns
            ),
            advice="Give the data structure definition with it, or ask the publisher for the component.",
        )


def _check_lengths(message: Message, name: str) -> None:
    import pyarrow as pa
    import pyarrow.compute as pc

    for component, column in message.columns.items():
        words = coded(column).chunk(0).dictionary if pa.types.is_dictionary(column.type) else column
        if (pc.max(pc.binary_length(words)).as_py() or 0) > _LONGEST:
            raise InputError(
                expected=f"values of at most {_LONGEST:,} characters",
                came=f"one of {component[:40]} is longer",
                where=name,
                advice="No code, number or note is that long: the file is broken. Get it again.",
            )


def _with_groups(message: Message, parts: _Parts) -> dict[str, "pa.ChunkedArray"]:
    """The columns, filled with what holds for parts of the key; a value of the observation itself counts first."""
    columns = dict(message.columns)
    places = {part_of(name): name for name in (*columns, *(id_ for group in message.groups for id_ in group))}
    for part in _PLACED:
        component = parts.of.get(part) or places.get(part)
        if component is None:
            continue
        for key, said in _by_key(message, parts, component).items():
            columns[component] = _filled(columns, component, key, said, len(message.lines))
            parts.of[part] = component
    return columns


def _by_key(message: Message, parts: _Parts, component: str) -> dict[tuple[str, ...], dict[tuple[str, ...], str]]:
    """What the groups say of one component: by the dimensions that they name, then by the values of these."""
    made: dict[tuple[str, ...], dict[tuple[str, ...], str]] = {}
    keys = {
        *parts.dimensions,
        *(parts.of[part] for part in ("code", "indicator", "area", "period") if part in parts.of),
    }
    for group in message.groups:
        if component in group:
            key = tuple(sorted(name for name in group if name in keys and name != component))
            made.setdefault(key, {})[tuple(group[name] for name in key)] = group[component]
    return made


def _filled(
    columns: dict[str, "pa.ChunkedArray"],
    component: str,
    key: tuple[str, ...],
    said: dict[tuple[str, ...], str],
    length: int,
) -> "pa.ChunkedArray":
    if key:
        distinct = Distinct([columns[name] for name in key])
        from_groups = distinct.spread([said.get(values, "") for values in distinct.keys])
    else:
        from_groups = same(said[()], length)
    own = columns.get(component)
    return from_groups if own is None else first_said(own, from_groups)


def _origin(message: Message, parts: _Parts, agency: Agency) -> Origin:
    flow = message.structure.partition(":")[2].partition("(")[0]
    return Origin(
        message.format,
        agency.publisher or None,
        agency.dataset or flow or None,
        _updated(message, parts),
        scheme=agency.scheme,
        prefix=agency.prefix,
    )


def _updated(message: Message, parts: _Parts) -> date | None:
    """The day that the message prints as its last update, where it prints one for all."""
    column = parts.of.get("updated")
    printed = words_in(message.columns[column]).to_pylist() if column else []
    if len(printed) != 1:
        return None
    slashed, timed = _SLASHED.fullmatch(printed[0]), _TIMED.fullmatch(printed[0])
    return day_of(f"20{slashed[3]}-{slashed[2]}-{slashed[1]}" if slashed else timed[1] if timed else "")


def _codes(message: Message, parts: _Parts, agency: Agency) -> "pa.ChunkedArray":
    """The code of the series; the structure's own id where no component names one."""
    component = parts.of.get("code") or parts.of.get("indicator")
    if component is None:
        return same(message.structure.partition(":")[2].partition("(")[0] or "OBS_VALUE", len(message.lines))
    column = message.columns[component]
    return each(column, lambda code: code.replace("_", ".")) if agency.dotted else column


def _labels(message: Message, structure: Structure | None, component: str | None) -> "pa.ChunkedArray | None":
    """The names of a component's codes, as the message or the structure prints them."""
    if component is None:
        return None
    if component in message.labels:
        return message.labels[component]
    names = structure.names.get(component) if structure else None
    return each(message.columns[component], lambda code: names.get(code, code)) if names else None


def _names(message: Message, component: str) -> dict[str, str]:
    """The names of a component's codes that stand in a column beside it."""
    labels = message.labels.get(component)
    return (
        {} if labels is None else {key[0]: key[1] for key in Distinct([message.columns[component], labels]).keys}
    )


def _units(columns: Mapping[str, "pa.ChunkedArray"], message: Message, parts: _Parts) -> "pa.ChunkedArray | None":
    """The units as printed; where we do not know a code and know the name beside it, the name."""
    component = parts.of.get("unit", "")
    names = _names(message, component) if component in message.labels else {}
    units = columns.get(component)
    return (
        units if units is None or not names else each(units, lambda code: known_unit(code, names.get(code, code)))
    )


def _dimension(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """The codes of a dimension; where it does not apply, nothing is broken down by it."""
    return each(column, lambda code: TOTAL if code == _NOT_APPLICABLE else code)


def _period(text: str) -> str:
    """A period as others write it: a reporting year and a range of one year are that year, "2003-04" is a month."""
    match = _ANNUAL.fullmatch(text) or _RANGE.fullmatch(text)
    return match[1] if match else _MONTH.sub(r"\1M\2", text)


def _values(columns: Mapping[str, "pa.ChunkedArray"], parts: _Parts, name: str) -> "pa.ChunkedArray":
    """The values as printed, with their power of ten."""
    import pyarrow as pa
    import pyarrow.compute as pc

    values = columns[parts.of["value"]]
    component = parts.of.get("multiplier")
    if component is None:
        return values
    powers = each(columns[component], _power)
    printed = set(words_in(powers).to_pylist())
    wrong = sorted(power for power in printed if power and not _POWER.fullmatch(power))
    if wrong:
        raise InputError(
            expected=f"powers of ten in {component}, such as 0, 3 or 6",
            came=f"there is “{wrong[0]}”",
            where=name,
            advice="The values cannot be read without it: ask the publisher.",
        )
    if printed <= {"", "0"}:
        return values
    values, powers = plain(values), plain(powers)
    shifted = pc.and_(
        pc.match_substring_regex(values, r"^[-+]?[\d.]+$"), pc.invert(pc.is_in(powers, pa.array(["", "0"])))
    )
    return pc.if_else(shifted, pc.binary_join_element_wise(values, powers, "e"), values)


def _power(word: str) -> str:
    """A power of ten as its number: the IMF prints "Millions"; what is none stays as printed."""
    unit = None if _POWER.fullmatch(word) else unit_of(word)
    return str(round(log10(unit.scale))) if unit is not None and unit.unit == _NUMBER else word


def _read_flags(columns: dict[str, "pa.ChunkedArray"], parts: _Parts) -> tuple[Finding, ...]:
    """Put statuses for Eurostat's flags, of which a value may have several; remarks on these."""
    component = parts.of.get("status", "")
    if component.upper() != _FLAGS:
        return ()
    words = words_in(columns[component]).to_pylist()
    flagged = statuses_of_flags(words)
    columns[component] = each(columns[component], dict(zip(words, flagged.statuses, strict=True)).__getitem__)
    return flagged.findings


def _statuses(columns: Mapping[str, "pa.ChunkedArray"], parts: _Parts) -> "pa.ChunkedArray | None":
    """The status of each observation; where it is normal, what its nature says of it."""
    said = [columns[parts.of[part]] for part in ("status", "nature") if part in parts.of]
    if "nature" not in parts.of:
        return said[0] if said else None
    natures = each(said[-1], lambda word: (status_of(word, "unsd") or word) if word else "")
    if len(said) == 1:
        return natures
    return first_said(each(said[0], lambda status: "" if status == NORMAL else status), natures)


def _unread(message: Message, parts: _Parts) -> tuple[Finding, ...]:
    """A remark on the components that are read by nobody and say something, or whose day cannot be read."""
    import pyarrow.compute as pc

    undated = [parts.of["updated"]] if "updated" in parts.of and _updated(message, parts) is None else []
    filled = [name for name in (*parts.unread, *undated) if not pc.all(says(message.columns[name], "")).as_py()]
    if not filled:
        return ()
    return (Finding(Code.COLUMN_IGNORED, "column", f"Not read: {listed([f'“{name}”' for name in filled])}."),)


def _with_nearest(reading: Reading, parts: _Parts) -> Reading:
    """The reading; a remark on an unknown dimension names the components that are most like it."""
    unknown = {name: nearest_components(name) for name in parts.dimensions if dimension_of(name) is None}
    advised = [_advised(finding, unknown) for finding in reading.findings]
    return replace(reading, findings=tuple(advised))


def _advised(finding: Finding, unknown: Mapping[str, tuple[str, ...]]) -> Finding:
    name = next((name for name in unknown if f"“{name}”" in finding.message), None)
    if finding.code is not Code.DIMENSION_UNKNOWN or name is None:
        return finding
    like = f"Nearest: {', '.join(unknown[name])}. " if unknown[name] else ""
    return replace(finding, advice=f"{like}The data structure definition would say what it is.")
