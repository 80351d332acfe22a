"""The fields of a contribution and the form of the values of each: one form for what means the same.

Knows which values a field takes. Areas, kinds of entities, themes and indicators are those of ``frameworks``; whether
a paragraph or a document exists it does not know.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import cast
from urllib.parse import urlsplit

from stocktake.errors import RequestError, nearest
from stocktake.frameworks.areas import aggregates, area_of, areas, nearest_areas
from stocktake.frameworks.entity_types import entity_type_of, entity_types
from stocktake.frameworks.themes import Framework, theme_codes
from stocktake.register.contribution import EVIDENCE, Evidence
from stocktake.register.words import printable
from stocktake.values.partial_date import NotADateError, PartialDate, parse_date
from stocktake.values.symbol import NotASymbolError, Symbol, parse_short

LONGEST_LINE = 500
LONGEST_TEXT = 8000
LONGEST_LINK = 2000
WORLD = "WLD"
GLOBAL = "global"
_SEVERAL = re.compile(r"[;\n]")
_CODES = re.compile(r"[;,\n]")
_PLACE = re.compile(r"(?:[A-Z0-9]{1,6}\.)?P?\d{1,4}(?:bis|ter)?(?:\([A-Za-z0-9]{1,5}\)){0,4}(?:#\d{1,3})?")
# XML, and so a workbook, cannot hold these.
_NON_CHARACTERS = re.compile("[\ufffe\uffff]")
_GROUPED = re.compile(r"\d{1,3}(?:[ ,\u202f]\d{3})+(?:\.\d+)?")
_MOST_DIGITS = 30
_ADOPTED = "A/RES/"


def words(text: str, what: str, longest: int = LONGEST_LINE) -> str:
    """``text`` on one line, as ``words.printable``, and fit for every format that we write.

    Raises:
        RequestError: As for ``printable``; or it holds what is no character.
    """
    line = printable(text, what, longest)
    found = _NON_CHARACTERS.search(line)
    if found:
        raise RequestError(expected=f"{what} in signs that can be seen", came=f"it holds U+{ord(found[0]):04X}")
    return line


def parse_entity_type(text: str) -> str:
    """The kind of entity that ``text`` names.

    Raises:
        RequestError: It names none.
    """
    found = entity_type_of(text)
    if found is None:
        raise RequestError(
            expected="a kind of entity",
            came=f"{text!r} is none",
            choices=nearest(text.casefold(), entity_types()) or entity_types(),
        )
    return found


@lru_cache(maxsize=4096)
def parse_where(text: str) -> tuple[str, ...]:
    """The codes of the countries, areas and M49 regions that ``text`` names; ``WLD`` for everywhere.

    Raises:
        RequestError: A name is none of an area, or it is one of a group whose members change.
    """
    return parse_several(text, _area)


def _area(name: str) -> str:
    code = WORLD if name.casefold() == GLOBAL else area_of(name)
    if code in area_choices():
        return cast("str", code)
    raise RequestError(
        expected="countries, areas or M49 regions, or global",
        came=none_such(name) if code is None else f"{name!r} is a group or a former area",
        choices=nearest_areas(name) if code is None else (),
    )


def none_such(name: str) -> str:
    """That a name is none that is known; with a comma in it, it may be several."""
    return f"{name!r} is none{'; put semicolons between several' if ',' in name else ''}"


@cache
def area_choices() -> Mapping[str, str]:
    """The codes that ``where`` may hold, each with its name: the world, M49 regions, countries and areas."""
    regions = {code: each.en for code, each in aggregates().items() if _is_region(code)}
    return {**regions, **{code: each.en for code, each in areas().items() if each.until is None}}


def _is_region(code: str) -> bool:
    each = aggregates()[code]
    return code == WORLD or (each.publisher == "UNSD" and each.kind == "region" and each.m49 is not None)


@lru_cache(maxsize=4096)
def parse_when(text: str) -> str:
    """An ISO date as far as ``text`` says it: ``2025``, ``2025-03``, ``31 March 2025``.

    Raises:
        RequestError: It is no date; ``3/4/2025`` may be two.
    """
    with suppress(NotADateError):
        return str(PartialDate(text))
    found = parse_date(text)
    if found is None:
        raise RequestError(expected="a date such as 2025, 2025-03 or 2025-03-31", came=f"{text!r} is none")
    return str(found)


def parse_link(text: str) -> str:
    """A link that a browser opens as a page.

    Raises:
        RequestError: It is none, or of another kind than http and https.
    """
    line = words(text, "a link", LONGEST_LINK)
    with suppress(ValueError):
        parts = urlsplit(line)
        # Asking for the port checks it; a name before an @ could make one host look like another.
        if _leads_somewhere(parts.scheme, parts.hostname) and parts.port != 0 and "@" not in parts.netloc:
            return line if " " not in line and "\\" not in line else _no_link(line)
    return _no_link(line)


def _leads_somewhere(scheme: str, host: str | None) -> bool:
    return scheme in {"http", "https"} and bool(host)


def _no_link(line: str) -> str:
    raise RequestError(expected="a link that begins with http:// or https://", came=f"{line[:80]!r} is none")


@lru_cache(maxsize=4096)
def parse_answers(text: str) -> tuple[str, ...]:
    """The paragraphs and duties that ``text`` names, resolutions of the Assembly by their short number.

    Raises:
        RequestError: One has not the form of a text, a colon and a paragraph.
    """
    return parse_several(text, parse_answer)


def parse_answer(text: str) -> str:
    """One paragraph or duty in the one form: ``80/118:13``, ``E/RES/2025/18:4(a)#1``.

    Raises:
        RequestError: It has not that form.
    """
    symbol, colon, place = text.strip().rpartition(":")
    with suppress(NotASymbolError):
        if colon and _PLACE.fullmatch(place.strip()):
            return f"{short_symbol(parse_short(symbol))}:{place.strip()}"
    raise RequestError(
        expected="a text and its paragraph or duty, such as 80/118:13 or 80/118:13#1",
        came=f"{text.strip()!r} is none",
    )


def short_symbol(symbol: Symbol) -> str:
    """The symbol as the ids of duties have it: resolutions of the Assembly by their number alone."""
    return str(symbol).removeprefix(_ADOPTED)


@lru_cache(maxsize=4096)
def parse_codes(framework: Framework, text: str) -> tuple[str, ...]:
    """The codes of a framework's themes, in the order written.

    Raises:
        RequestError: One is none of the framework's.
    """
    return parse_several(text, lambda code: _code(framework, code), _CODES)


def _code(framework: Framework, text: str) -> str:
    known = {each.casefold(): each for each in theme_codes(framework)}
    bare = re.sub(_CALLED[framework], "", text.casefold()).strip().replace(" ", "")
    if bare in known:
        return known[bare]
    raise RequestError(
        expected=f"{_WHAT[framework]}",
        came=f"{text!r} is none",
        choices=nearest(bare.upper(), tuple(known.values())) or _begin_with(bare, tuple(known.values())),
    )


def _begin_with(bare: str, codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if bare and bare.startswith(code.casefold()))[:3]


_CALLED: Mapping[Framework, str] = {
    "WSIS": r"^(?:wsis\s)?(?:action\s)?(?:line\s)?",
    "SDG": r"^(?:sdgs?|goals?)\s*",
    "GDC": r"^(?:gdc)?\s*(?:objectives?)?\s*",
}
_WHAT: Mapping[Framework, str] = {
    "WSIS": "codes of WSIS action lines (C1 to C11, C7-elearning)",
    "SDG": "numbers of Goals (1 to 17)",
    "GDC": "numbers of objectives of the Compact (1 to 5)",
}


def parse_reach(text: str) -> str:
    """A number, not below nought, in figures, without signs between thousands.

    Raises:
        RequestError: It is none.
    """
    plain = re.sub(r"[ ,\u202f]", "", text) if _GROUPED.fullmatch(text) else text
    with suppress(InvalidOperation):
        number = Decimal(plain)
        if number.is_finite() and number >= 0 and abs(number.adjusted()) <= _MOST_DIGITS and plain.isascii():
            return f"{number.normalize():f}"
    raise RequestError(expected="a number such as 4000 or 12.5", came=f"{text!r} is none")


def parse_evidence(text: str) -> Evidence:
    """The kind of evidence that ``text`` names.

    Raises:
        RequestError: It names none.
    """
    wanted = re.sub(r"[\s_]+", "-", text.casefold().strip())
    for each in EVIDENCE:
        if each == wanted:
            return each
    raise RequestError(
        expected="a kind of evidence",
        came=f"{text!r} is none",
        choices=nearest(wanted, tuple(EVIDENCE)) or tuple(EVIDENCE),
    )


def parse_document(text: str) -> str:
    """The symbol or link of a document, or the code of an indicator.

    Raises:
        RequestError: It is neither.
    """
    from stocktake.frameworks.indicators import indicator_of

    line = words(text, "a document", LONGEST_LINK)
    if "://" in line:
        return parse_link(line)
    with suppress(NotASymbolError):
        return str(parse_short(line))
    found = indicator_of(line)
    if found is None:
        raise RequestError(
            expected="the symbol or link of a document, or the code of an indicator",
            came=f"{line[:80]!r} is neither",
        )
    return found.code


def parse_several(text: str, parse: Callable[[str], str], between: re.Pattern[str] = _SEVERAL) -> tuple[str, ...]:
    """The parts of a cell that holds several, each in its one form and once.

    Args:
        text: The cell.
        parse: Gives the one form of a part.
        between: What stands between the parts; semicolons and line ends where nothing else is said.
    """
    return tuple(dict.fromkeys(parse(" ".join(part.split())) for part in between.split(text) if part.strip()))
