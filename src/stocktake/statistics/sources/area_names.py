"""From a publisher's areas to ours: by code, else by name; what is not known, and what disagrees, is said.

Knows that the code beside a name is what a table goes by, and when it cannot be. An unknown area never becomes a known
one: it keeps its code after the publisher's prefix. Reads no file.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.frameworks.areas import Scheme, area_of, nearest_areas
from stocktake.statistics.sources.distinct import Distinct
from stocktake.statistics.sources.gathered import Gathered
from stocktake.statistics.sources.places import listed, said, shown

if TYPE_CHECKING:
    import pyarrow as pa

_MOST = 20
_HALF = 2
_HELD = 2**14


def areas_of(gathered: Gathered, file: str) -> tuple["pa.ChunkedArray", list[Finding]]:
    """The area code of each row, and remarks on areas that we do not know, or whose code and name disagree.

    Raises:
        InputError: A row names no area, or codes and names disagree on most areas.
    """
    names = gathered.area_name if gathered.area_name is not None else gathered.area
    distinct = Distinct([gathered.area, names])
    nameless = [key for key in distinct.keys if not key[0].strip() and not key[1].strip()]
    if nameless:
        raise InputError(
            expected="an area on every row",
            came=f"there is none{said(distinct.rows_of(nameless, gathered.lines))}",
            where=file,
            advice="Print the area's code or name on each row.",
        )
    scheme = gathered.origin.scheme
    codes = [_by_code(code, scheme) or _by_name(name, scheme) for code, name in distinct.keys]
    unknown = [key for key, code in zip(distinct.keys, codes, strict=True) if code is None]
    kept = [
        code or f"{gathered.origin.prefix}-{key[0].strip() or key[1].strip()}"
        for key, code in zip(distinct.keys, codes, strict=True)
    ]
    findings = _disagreements(gathered, distinct, file)
    findings += [_area_finding(key, gathered, distinct) for key in unknown[:_MOST]]
    if len(unknown) > _MOST:
        rest = [f"“{key[0] or key[1]}”" for key in unknown[_MOST:]]
        findings.append(Finding(Code.AREA_UNKNOWN, "area", f"No area that we know either: {listed(rest)}."))
    return distinct.spread(kept), findings


# The files of one publisher print the same areas.
@lru_cache(_HELD)
def _by_code(code: str, scheme: Scheme) -> str | None:
    return area_of(code, scheme) if code.strip() else None


@lru_cache(_HELD)
def _by_name(name: str, scheme: Scheme) -> str | None:
    return area_of(name, "wb" if scheme == "wb" else "name") if name.strip() else None


def _disagreements(gathered: Gathered, distinct: Distinct, file: str) -> list[Finding]:
    """A remark on each area whose code means another area than its name; the code is what counts.

    Raises:
        InputError: They disagree on several areas, and on more than they agree on: the columns have slipped against
            each other, and which of both the values belong to, nobody can say.
    """
    if gathered.area_name is None:
        return []
    scheme = gathered.origin.scheme
    both = {key: (_by_code(key[0], scheme), _by_name(key[1], scheme)) for key in distinct.keys}
    known = {key: pair for key, pair in both.items() if None not in pair}
    differing = [key for key, (code, name) in known.items() if code != name]
    if len(differing) > 1 and len(differing) * _HALF > len(known):
        raise InputError(
            expected="the code and the name of one area on each row",
            came=f"{_pair(differing[0])} disagree{said(distinct.rows_of(differing, gathered.lines))}",
            where=file,
            advice="Look whether one of the two columns has slipped or was sorted by itself; leave one of them out.",
        )
    if not differing:
        return []
    pairs = listed([_pair(key) for key in differing])
    lines = said(distinct.rows_of(differing, gathered.lines))
    message = f"Code and name are of two areas: {pairs}{lines}; read by the code."
    return [Finding(Code.AREA_DISAGREES, "area", message, "Look which is meant, and correct the other.")]


def _pair(key: tuple[str, ...]) -> str:
    return f"“{shown(key[0].strip())}” and “{shown(key[1].strip())}”"


def _area_finding(key: tuple[str, ...], gathered: Gathered, distinct: Distinct) -> Finding:
    code, name = (shown(text.strip()) for text in key)
    printed = f"“{code}” ({name})" if code and name and code != name else f"“{code or name}”"
    nearest = nearest_areas(name or code)
    return Finding(
        Code.AREA_UNKNOWN,
        "area",
        f"No area that we know: {printed}{said(distinct.rows_of([key], gathered.lines))}; "
        f"kept as {gathered.origin.prefix}-{code or name}.",
        f"Nearest: {', '.join(nearest)}." if nearest else "",
    )
