"""Countries, areas and sets of areas: their codes, their names in six languages, and how publishers spell them.

Knows the area codes that observations carry: ISO 3166-1 alpha-3 for a country or area; ``WLD``, ``LDC``, ``LLDC``,
``SIDS``, ``HIC``, ``UMC``, ``LMC``, ``LIC``, ``DEV``, ``DVG`` for sets with a word of their own; ``M49-002`` for a
region of M49, ``WB-EAS`` for one of the World Bank. A word is taken for an area only where it is exactly a code or a
recorded name, or the same words in another of the orders and abbreviations that tables use. Does not know who belongs
to a dated group (``groups``), nor any figure.

The names are those of the United Nations; they imply no opinion on the legal status of any country, territory, city
or area, or of its authorities, nor on the delimitation of frontiers.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeVar, cast

from stocktake.errors import InternalError, NotFoundError, nearest
from stocktake.frameworks.records import Confidence, load_records, load_table

Scheme = Literal["any", "iso2", "iso3", "m49", "name", "geo", "wb"]
Language = Literal["ar", "zh", "en", "fr", "ru", "es"]
LANGUAGES: tuple[Language, ...] = ("ar", "zh", "en", "fr", "ru", "es")
_UNLIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"})
_M49_DIGITS = 3
_CODE_LENGTH = 3
_MOST_ABBREVIATIONS = 4
_TWO_PARTS = re.compile(r"(?P<head>[^,()]+?)(?:, (?P<inverted>[^,()]+)| \((?P<bracketed>[^,()]+)\))")
_WORDS = re.compile(r"([ ,()]+)")
T = TypeVar("T")
R = TypeVar("R", "Area", "Aggregate")


@dataclass(frozen=True, slots=True)
class Area:
    """A country or area.

    Attributes:
        code: ISO 3166-1 alpha-3, or the World Bank's code where ISO has none.
        en: Its name in English; ``fr``, ``es``, ``ru``, ``ar`` and ``zh`` where a source gave us one.
        source: Where the record comes from.
        confidence: How sure it is.
        iso2: ISO 3166-1 alpha-2 (``NA`` is Namibia); None where there is none.
        m49: The three-digit code of M49; None where there is none.
        region: M49 code of its region; None where M49 gives none. So ``subregion`` and ``intermediate``.
        until: The last year of a former area; None where it exists.
        note: A wording that goes with the name; empty where none does.
        example: It is invented, for the bundled example; no such area exists.
    """

    code: str
    en: str
    source: str
    confidence: Confidence
    iso2: str | None = None
    m49: str | None = None
    region: str | None = None
    subregion: str | None = None
    intermediate: str | None = None
    fr: str | None = None
    es: str | None = None
    ru: str | None = None
    ar: str | None = None
    zh: str | None = None
    until: int | None = None
    note: str = ""
    example: bool = False


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A set of areas for which a publisher prints one figure.

    Attributes:
        code: Ours: ``WLD``, ``LDC``, ``M49-002``, ``WB-EAS``.
        publisher: Who prints it.
        en: Its name in English; ``fr``, ``es``, ``ru``, ``ar`` and ``zh`` where a source gave us one.
        source: Where the record comes from.
        confidence: How sure it is.
        kind: ``region``; ``group``, whose membership has dates; or ``residual``, which stands for no one in particular.
        m49: Its code in the tables of the United Nations Statistics Division; None where there is none.
        wb: The World Bank's code of three letters; None where there is none.
        wb2: The two characters that the World Bank's API prints; None where there are none.
        parts: M49 codes of the regions that make it up; empty where that is not so.
        example: It is invented, for the bundled example.
    """

    code: str
    publisher: Literal["UNSD", "World Bank", "ITU", "example"]
    en: str
    source: str
    confidence: Confidence
    kind: Literal["region", "group", "residual"] = "region"
    m49: str | None = None
    wb: str | None = None
    wb2: str | None = None
    parts: tuple[str, ...] = ()
    fr: str | None = None
    es: str | None = None
    ru: str | None = None
    ar: str | None = None
    zh: str | None = None
    example: bool = False


@dataclass(frozen=True, slots=True)
class AreaAlias:
    """Further spellings of an area: ``names`` and codes of two letters everywhere, at the World Bank, at Gapminder."""

    area: str
    source: str
    confidence: Confidence
    names: tuple[str, ...] = ()
    iso2: tuple[str, ...] = ()
    wb: tuple[str, ...] = ()
    geo: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A word that tables shorten in the names of areas, and what it may stand for."""

    short: str
    long: tuple[str, ...]
    source: str
    confidence: Confidence


def area_of(text: str, scheme: Scheme = "any") -> str | None:
    """The area code that ``text`` stands for; None where it is no code and no recorded name.

    Args:
        text: A code or a name as printed; letters' case, accents, kinds of quotes and extra blanks of a name do not
            count, those of a code do. ``NA`` is Namibia.
        scheme: Which codes it may be. ``any`` tries them all, then the names; ``geo`` are Gapminder's.
    """
    stripped = text.strip()
    if scheme == "m49" or (scheme == "any" and stripped.isascii() and stripped.isdigit()):
        return _index("m49").get(stripped.zfill(_M49_DIGITS))
    order: tuple[str, ...] = ("iso3", "iso2", "wb", "name") if scheme == "any" else (scheme,)
    keys = (_normal(stripped) if each == "name" else stripped for each in order)
    found = (_index(each).get(key) for each, key in zip(order, keys, strict=True))
    code = next((each for each in found if each), None)
    if code is None and scheme == "wb":
        code = _index("wb-name").get(_normal(stripped)) or _index("name").get(_normal(stripped))
    return code or (_by_other_form(stripped) if "name" in order or scheme == "wb" else None)


def _by_other_form(name: str) -> str | None:
    """The area of a name in another form of the same words; None where they are no area's, or of several.

    The forms: "Korea, Republic of", "Korea (Republic of)" and "Republic of Korea"; "Rep." for "Republic".
    """
    known = _in_other_orders()
    forms = (form for spelled in _spelled_out(_normal(name)) for form in _word_orders(spelled))
    found = {code for form in forms for code in known.get(form, ())}
    return found.pop() if len(found) == 1 else None


@cache
def _in_other_orders() -> MappingProxyType[str, frozenset[str]]:
    """Every recorded name in each of its orders, with the areas that it is a name of."""
    made: dict[str, frozenset[str]] = {}
    for name, code in _names():
        for form in _word_orders(name):
            made[form] = made.get(form, frozenset()) | {code}
    return MappingProxyType(made)


def _word_orders(name: str) -> tuple[str, ...]:
    """The name as it stands, and with its parts before and behind a comma or in brackets joined in the other ways."""
    match = _TWO_PARTS.fullmatch(name)
    if match is None:
        return (name,)
    head, rest = match["head"], match["inverted"] or match["bracketed"]
    return name, f"{head}, {rest}", f"{head} ({rest})", f"{rest} {head}"


def _spelled_out(name: str) -> tuple[str, ...]:
    """The name with its abbreviations written out, in every way there is; unchanged where it has too many."""
    parts = _WORDS.split(name)
    if sum(part in _abbreviations() for part in parts) > _MOST_ABBREVIATIONS:
        return (name,)
    made: tuple[str, ...] = ("",)
    for part in parts:
        long = _abbreviations().get(part, (part,))
        made = tuple(f"{before}{each}" for before in made for each in long)
    return made


@cache
def _abbreviations() -> MappingProxyType[str, tuple[str, ...]]:
    records = load_records("area_abbreviations", Abbreviation)
    return MappingProxyType({_normal(each.short): tuple(map(_normal, each.long)) for each in records})


def nearest_areas(text: str, count: int = 3, *, example: bool = False) -> tuple[str, ...]:
    """The areas whose recorded names are most like ``text``, best first, as name and code; for messages only.

    Args:
        text: What came in place of a name.
        count: How many at most.
        example: Propose invented areas, and no others; else none of them.
    """
    bare = _normal(text)
    # What is written in Latin letters is like no name in others.
    names = {
        name: code for name, code in _by_name(example=example).items() if name.isascii() or not bare.isascii()
    }
    if len(bare) <= _CODE_LENGTH and bare.isalpha() and bare.isascii():
        # Three letters are like half of all names: only the code in capitals, and names that begin so, are meant.
        meant = [area_of(bare.upper(), "iso3"), area_of(bare.upper(), "iso2")]
        begun = (code for name, code in sorted(names.items()) if name.startswith(bare))
        known = (each for each in meant if each and is_example_area(each) is example)
        close = dict.fromkeys((*known, *begun))
    else:
        close = dict.fromkeys(names[each] for each in nearest(bare, list(names), count * len(LANGUAGES)))
    return tuple(f"{area_name(code)} ({code})" for code in list(close)[:count])


def area_name(code: str, language: Language = "en") -> str:
    """The name of the area or set of areas with this code; in English where none is recorded in the language.

    Raises:
        NotFoundError: There is no area with this code.
    """
    known = named(code)
    return cast("str | None", getattr(known, language)) or known.en


def named(code: str) -> Area | Aggregate:
    """The country, area or set of areas with this code.

    Raises:
        NotFoundError: There is none.
    """
    found = areas().get(code) or aggregates().get(code)
    if found is None:
        raise NotFoundError(
            expected="the code of an area",
            came=f"{code!r} is none",
            choices=nearest(code, [*areas(), *aggregates()]) or nearest_areas(code),
            advice="List them: stocktake frameworks areas, stocktake frameworks aggregates",
        )
    return found


@cache
def areas() -> MappingProxyType[str, Area]:
    """Every country and area by its code: former ones, those outside M49 and the flagged ones of the example too."""
    more = (*load_records("areas_more", Area), *load_records("example_areas", Area))
    return _by_code((*load_table("areas", Area), *more))


@cache
def aggregates() -> MappingProxyType[str, Aggregate]:
    """Every set of areas by its code, the flagged ones of the example too."""
    return _by_code((*load_records("aggregates", Aggregate), *load_records("example_aggregates", Aggregate)))


def is_example_area(code: str) -> bool:
    """Whether an area or a set of areas is invented, for the bundled example; no for an unknown code."""
    known = areas().get(code) or aggregates().get(code)
    return known is not None and known.example


def _by_code(records: tuple[R, ...]) -> MappingProxyType[str, R]:
    return MappingProxyType(_without_clash(((each.code, each) for each in records), "codes"))


@cache
def _index(scheme: str) -> MappingProxyType[str, str]:
    return MappingProxyType(_without_clash(_PAIRS[scheme](), scheme))


def _without_clash(pairs: Iterator[tuple[str, T]], what: str) -> dict[str, T]:
    """The pairs as a dictionary.

    Raises:
        InternalError: One key stands for two different things.
    """
    made: dict[str, T] = {}
    for key, value in pairs:
        if made.setdefault(key, value) != value:
            raise InternalError(
                expected=f"each of the {what} of areas for one area in frameworks/data",
                came=f"{key!r} stands for two",
                advice="Mend areas.csv, areas_more.yaml, aggregates.yaml or area_aliases.yaml.",
            )
    return made


def _iso3() -> Iterator[tuple[str, str]]:
    yield from ((code, code) for code in (*areas(), *aggregates()))


def _iso2() -> Iterator[tuple[str, str]]:
    yield from ((each.iso2, code) for code, each in areas().items() if each.iso2)
    yield from ((text, alias.area) for alias in _aliases() for text in alias.iso2)


def _m49() -> Iterator[tuple[str, str]]:
    yield from ((each.m49, code) for code, each in areas().items() if each.m49)
    yield from ((each.m49, code) for code, each in aggregates().items() if each.m49)


def _wb() -> Iterator[tuple[str, str]]:
    yield from ((code, code) for code, each in areas().items() if each.until is None)
    yield from _iso2()
    for code, each in aggregates().items():
        yield from ((printed, code) for printed in (each.wb, each.wb2) if printed)
    yield from ((text, alias.area) for alias in _aliases() for text in alias.wb if text.isupper())


def _wb_names() -> Iterator[tuple[str, str]]:
    yield from ((_normal(each.en), code) for code, each in aggregates().items() if each.wb)
    yield from ((_normal(text), alias.area) for alias in _aliases() for text in alias.wb)


def _geo() -> Iterator[tuple[str, str]]:
    yield from ((code.lower(), code) for code in areas())
    yield from ((text, alias.area) for alias in _aliases() for text in alias.geo)


def _names() -> Iterator[tuple[str, str]]:
    yield from ((_normal(name), code) for code, name in _all_names())


@cache
def _by_name(*, example: bool) -> MappingProxyType[str, str]:
    """The area of every recorded name, of invented areas or of the others."""
    return MappingProxyType({name: code for name, code in _names() if is_example_area(code) is example})


def _all_names() -> Iterator[tuple[str, str]]:
    """Every code with every name that holds everywhere."""
    shared = {_normal(each.en) for each in aggregates().values() if each.publisher == "UNSD"}
    for code, each in (*areas().items(), *aggregates().items()):
        foreign = isinstance(each, Aggregate) and each.publisher != "UNSD" and _normal(each.en) in shared
        named_in = () if foreign else (getattr(each, language) for language in LANGUAGES)
        yield from ((code, name) for name in named_in if name)
    yield from ((alias.area, name) for alias in _aliases() for name in alias.names)


def _aliases() -> tuple[AreaAlias, ...]:
    return load_records("area_aliases", AreaAlias)


_PAIRS = {"iso3": _iso3, "iso2": _iso2, "m49": _m49, "wb": _wb, "wb-name": _wb_names, "geo": _geo, "name": _names}


def _normal(name: str) -> str:
    """A name without accents, case, kinds of quotes and dashes, and extra blanks; ``&`` as ``and``."""
    parted = unicodedata.normalize("NFKD", name.translate(_UNLIKE))
    bare = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return " ".join(bare.casefold().replace("&", " and ").split())
