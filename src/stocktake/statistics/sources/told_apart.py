"""What tells the rows of one area apart, in tables whose publisher is open: breakdowns, and parts of a country.

Knows the headings of areas and periods; that a column is a breakdown by its heading, or because all its words are those
of one closed dimension ("Urban", "Rural" under "Type"); and the headings under which parts of a country or of a year
stand. A value of such a part must not be read as one of the whole: such a table is refused. Knows no publisher.
"""

import re
from collections.abc import Sequence

from stocktake.errors import UnsupportedError
from stocktake.frameworks.statistical_words import TOTAL, Dimension, dimension_of
from stocktake.statistics.sources.distinct import Distinct, is_empty, trimmed, words_in
from stocktake.statistics.sources.rows import Rows

AREA = re.compile(r"(country|economy|area|territory|pays|pa[ií]s)([ /_]?(name|or area|area))?", re.IGNORECASE)
CODE = re.compile(r"iso[ _-]?(alpha)?[ _-]?[23]?([ _]code)?|(country|economy|m49)[ _]?code|m49", re.IGNORECASE)
PERIOD = re.compile(r"(survey )?year|time([ _]period)?|period|ann[ée]e|a[nñ]o", re.IGNORECASE)
FOOT = r"(?i:\s*(sources?|notes?|©|\*|†))"
"""How notes below a table begin."""
_CLOSED = ("sex", "location")
_PART_OF_COUNTRY = re.compile(
    r"(province|city|town|district|state(?: or |/)province|county|governorate|municipality|department|prefecture|"
    r"adm(in)?[ _]?[1-5]|subnational|sub-national)([ _/-].*)?",
    re.IGNORECASE,
)
_BREAKDOWN = re.compile(
    r"(sub-?group|category|breakdown|disaggregation|dimension|variant|scenario|population group)s?([ _](name|label))?",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(r"(month|quarter|week|day|semester|half[ -]year)s?", re.IGNORECASE)
_PARTED = re.compile(r"\s[-–—]\s|[,;:()|_]")
_LIST = re.compile(r",[^,;:()|]*\s(?:and|&|et|y)\s(?!over|above|older|more)", re.IGNORECASE)
"""Commas before an "and" make one name, "Women, Business and the Law", unless it is an age, "Women, 15 and over"."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_REGION = re.compile(r"((sub-?)?region|state)([ _]name)?", re.IGNORECASE)


def one(names: Sequence[str], form: re.Pattern[str]) -> str:
    """The one name of this form; nothing where there is none or are several."""
    fitting = [name for name in names if form.fullmatch(name)]
    return fitting[0] if len(fitting) == 1 else ""


def told_by(*texts: str) -> dict[str, str]:
    """What texts around a table say of all its values: the word for each closed dimension of which they name one part.

    A word counts where it is all of a text, or parted from the rest: "Internet - Female", "Rural (men)".
    """
    named = {name: dimension for name in _CLOSED if (dimension := dimension_of(name)) is not None}
    said = {
        name: {code: word for text in texts for code, word in _parts_in(text, dimension).items()}
        for name, dimension in named.items()
    }
    return {
        name: next(iter(parts.values())) for name, parts in said.items() if len(parts) == 1 and TOTAL not in parts
    }


def _parts_in(text: str, dimension: Dimension) -> dict[str, str]:
    """The parts that a text names apart, word by code; none where it names another too: "Rural - urban gap"."""
    apart = [] if _LIST.search(text) else [part.strip() for part in _PARTED.split(text)]
    named = {dimension.code(word) for word in _WORD.findall(text) if not dimension.lacks(word)}
    parts = {dimension.code(word): word for word in apart if len(word) > 1 and not dimension.lacks(word)}
    return parts if named - {TOTAL} <= set(parts) else {}


def is_note(cells: Sequence[str]) -> bool:
    """Whether a row of another length is a note below the table, and no row that was cut."""
    return not any(cell.strip() for cell in cells[1:]) and re.match(FOOT, cells[0]) is not None


def is_foot(cells: Sequence[str]) -> bool:
    """Whether a row of another length is a note, or heads a section: all stands in its first cell."""
    return not any(cell.strip() for cell in cells[1:]) or re.match(FOOT, cells[0]) is not None


def has_part_of_year(names: Sequence[str]) -> bool:
    """Whether a heading beside the year says a month or a quarter."""
    return any(map(_PART_OF_YEAR.fullmatch, names))


def dimensions_in(rows: Rows, taken: Sequence[str], area: str, file: str) -> dict[str, str]:
    """The columns that break values down: the name of the dimension that each is read as, by its heading.

    Args:
        rows: The table.
        taken: Headings of the columns that are something else.
        area: The heading of the column of areas; empty where there is none.
        file: The file's name, for messages.

    Raises:
        UnsupportedError: A column says that values are of parts of countries.
    """
    others = [name for name in rows.names if name and name not in taken]
    meant = {name: _meant(rows, name, area) for name in others}
    for name in others:
        if meant[name] is None and _tells_parts(rows, name, area):
            raise UnsupportedError(
                expected="values of whole countries",
                came=f"the column “{name}” says that there are values of parts of countries",
                where=file,
                advice="Take the table of national values, or leave out the column where its values are of the whole.",
            )
    return _each_once({name: dimension for name, dimension in meant.items() if dimension})


def _each_once(meant: dict[str, str]) -> dict[str, str]:
    """The columns, of which one alone is a dimension that we know; a second one of it stays under its own name."""
    by_heading = {known.name for name in meant if (known := dimension_of(name)) is not None}
    made: dict[str, str] = {}
    for name, dimension in meant.items():
        taken = dimension in by_heading or dimension in made.values()
        made[name] = name if taken else dimension
    return made


def _meant(rows: Rows, name: str, area: str) -> str | None:
    """The dimension that a column is, known by heading or words, or under its own name; None where it is none."""
    if dimension_of(name) is not None:
        return name
    return _by_words(rows, name) or (name if _BREAKDOWN.fullmatch(name) and _varies(rows, name, area) else None)


def _by_words(rows: Rows, name: str) -> str | None:
    """The closed dimension whose words, longer than a letter, are all that a column prints; None where none is."""
    words = [word for word in words_in(trimmed(rows.cells[rows.names.index(name)])).to_pylist() if word]
    if not words or any(len(word) == 1 for word in words):
        return None
    return next((each for each in _CLOSED if _holds(dimension_of(each), words)), None)


def _holds(dimension: Dimension | None, words: Sequence[str]) -> bool:
    return dimension is not None and not any(map(dimension.lacks, words))


def _tells_parts(rows: Rows, name: str, area: str) -> bool:
    """Whether a column names parts of countries, by its heading or as regions or states of which a country has several.

    A State is itself a country in the words of the United Nations.
    """
    if _PART_OF_COUNTRY.fullmatch(name):
        return not is_empty(trimmed(rows.cells[rows.names.index(name)]))
    return bool(_REGION.fullmatch(name)) and _varies(rows, name, area)


def _varies(rows: Rows, name: str, area: str) -> bool:
    """Whether one area has several words in a column."""
    if not area:
        return False
    pairs = Distinct([rows.take(area), trimmed(rows.cells[rows.names.index(name)])]).keys
    return len(pairs) > len({pair[0] for pair in pairs})
