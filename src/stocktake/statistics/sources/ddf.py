"""Tables of data points in DDF, the format of Gapminder and of its copies of other publishers' data.

Knows the convention of names, ``ddf--datapoints--MEASURE--by--DIMENSION--DIMENSION.csv``, which a finding repeats where
it was used; without such a name the measure is the one column that is no dimension. Concepts are in small letters with
underscores, so a code of the World Bank stands there as ``it_net_user_zs``. Prints no date of release.
"""

import re
from collections.abc import Sequence
from datetime import date

from stocktake.findings import Code, Finding
from stocktake.frameworks.indicators import series_of
from stocktake.frameworks.statistical_words import dimension_of
from stocktake.statistics.model import Reading
from stocktake.statistics.sources.building import build_reading
from stocktake.statistics.sources.gathered import Gathered, Origin, same
from stocktake.statistics.sources.head import File, Head
from stocktake.statistics.sources.rows import read_rows
from stocktake.statistics.sources.unsd import sdg_origin

NAME = "ddf"
_FILE = re.compile(r"ddf--datapoints--(?P<measure>[a-z0-9_]+)--by--(?P<by>[a-z0-9_]+(?:--[a-z0-9_]+)*)")
_CONCEPT = re.compile(r"[a-z][a-z0-9_]*")
_AREAS = ("geo", "geo_area", "global", "country", "world_4region", "world_6region", "un_sdg_region")
_TIMES = ("time", "year")
_MARKS = ("nature", "units")
_WORLD = "global"


def handles(head: Head) -> bool:
    """Whether the header is concepts, among them an area, a time and one measure."""
    names = head.rows[0].cells if head.kind == "rows" and head.rows else ()
    if not all(_CONCEPT.fullmatch(name) for name in names):
        return False
    return _one(names, _AREAS) and _one(names, _TIMES) and len(_measures(names, head.name)) == 1


def read(file: File, vintage: date | None) -> Reading:
    """The observations of the measure."""
    names = file.head.rows[0].cells
    measure = _measures(names, file.head.name)[0]
    rows = read_rows(file, file.head.rows[0])
    used = (measure, *_AREAS, *_TIMES, *_MARKS)
    origin, code = _origin(measure, names)
    gathered = Gathered(
        origin=origin,
        lines=rows.lines,
        code=same(code, len(rows)),
        name=same(measure.replace("_", " "), len(rows)),
        area=rows.take(*_AREAS),
        period=rows.take(*_TIMES),
        value=rows.take(measure),
        unit=rows.find("units"),
        status=rows.find("nature"),
        dimensions={name: rows.take(name) for name in names if name not in used},
        findings=_named_by_file(file.head.name),
    )
    return build_reading(file, gathered, vintage)


def _one(names: Sequence[str], words: Sequence[str]) -> bool:
    return sum(name in words for name in names) == 1


def _measures(names: Sequence[str], file: str) -> list[str]:
    """The columns that may be the measure: the one of the file's name, else all that are no dimension."""
    said = _FILE.match(file)
    if said and said["measure"] in names:
        return [said["measure"]]
    return [name for name in names if name not in (*_AREAS, *_TIMES, *_MARKS) and dimension_of(name) is None]


def _origin(measure: str, names: Sequence[str]) -> tuple[Origin, str]:
    """Whose data they are, and the publisher's own code of the measure."""
    if "geo_area" in names:
        return sdg_origin(NAME), measure
    dotted = measure.upper().replace("_", ".")
    bank = series_of(measure, "Gapminder") is None and series_of(dotted, "World Bank") is not None
    publisher, code = ("World Bank", dotted) if bank else ("Gapminder", measure)
    return Origin(NAME, publisher, scheme="any" if _WORLD in names else "geo", prefix="GEO"), code


def _named_by_file(name: str) -> tuple[Finding, ...]:
    said = _FILE.match(name)
    if said is None:
        return ()
    by = said["by"].replace("--", ", ")
    message = f"By the convention of DDF the file's name says that it holds {said['measure']} by {by}."
    return (Finding(Code.NAMED_BY_FILE, "file", message),)
