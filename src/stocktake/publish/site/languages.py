"""The languages of the interface: the six official ones, with their direction, words, dates and numbers.

Knows where the catalogues lie (``publish/locales``, gettext's PO files). Only our own words are translated: quoted
texts, and sentences that say how a value came about, stay in their language and are marked with it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

OWN = "en"
"""The language that everything is written in; its pages stand at the root of the site."""
NAMES: Mapping[str, str] = {
    "ar": "العربية",
    "zh": "中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}
"""The official languages in the order of the English alphabet, each by its own name."""
_RIGHT_TO_LEFT = frozenset({"ar"})
_LOCALES: Mapping[str, str] = {"en": "en_GB"}
"""Whose habits dates follow, where it is not the language alone: the UN writes 1 March 2026 in English."""
_COMMAS: Mapping[str, str] = {"ar": "، ", "zh": "、"}
_SEMICOLONS: Mapping[str, str] = {"ar": "؛ ", "zh": "；"}
_OTHER_MONTHS: Mapping[str, str] = {"ar": "ar_SY"}
"""Whose names of months stand before those of the language: the UN writes both in Arabic, with a stroke between."""
_FIRST_DAYS: Mapping[str, str] = {"fr": "1er"}
"""The first day of a month where a language does not say it with the bare number."""

_KEPT = 20_000
"""So many numbers as printed are remembered: tables of countries repeat them, and Babel takes its time."""

_ANNEX = re.compile(r"annex (?P<number>\d+)(?: part (?P<part>\d+))?")


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the interface.

    Attributes:
        code: As in HTML.
        name: Its own name.
        direction: ``ltr`` or ``rtl``.
    """

    code: str
    name: str
    direction: str

    @property
    def folder(self) -> str:
        """The folder of its pages below that of the site, with a slash; empty for our own."""
        return "" if self.code == OWN else f"{self.code}/"

    def words(self, message: str) -> str:
        """Our words in this language; as they are where the catalogue has none."""
        return next(iter(self._forms(message)), message)

    def has(self, message: str) -> bool:
        """Whether there are words of this language for ours: ``words`` then gives no English."""
        return self.code == OWN or bool(self._forms(message))

    def counted(self, one: str, many: str, number: int) -> str:
        """The right form of our words for a number, with the number as this language writes it for ``%(num)s``."""
        forms = self._forms(one)
        form = forms[_plural_rule(self.code)(number)] if forms else one if number == 1 else many
        return form.replace("%(num)s", self.number(number))

    def _forms(self, message: str) -> tuple[str, ...]:
        """The words of the catalogue for ours, several for a plural; none where any is missing or to be confirmed."""
        found = _catalogue(self.code).get(message) if self.code != OWN else None
        if found is None or found.fuzzy:
            return ()
        forms = (found.string,) if isinstance(found.string, str) else tuple(found.string or ())
        return forms if all(forms) else ()

    @property
    def comma(self) -> str:
        """What stands between the things of a list, with its space."""
        return _COMMAS.get(self.code, ", ")

    @property
    def semicolon(self) -> str:
        """What stands between longer things of a list, with its space."""
        return _SEMICOLONS.get(self.code, "; ")

    def place(self, place: str) -> str:
        """A paragraph's id as a person would say it, in this language; what is a name already stays."""
        if place[:1] == "P" and place[1:2].isdigit():
            return self.words("preambular paragraph %(number)s") % {"number": place[1:]}
        if place[:1].isdigit():
            return self.words("paragraph %(number)s") % {"number": place}
        annex = _ANNEX.fullmatch(place)
        if annex:
            whole, part = self.words("annex %(number)s"), self.words("annex %(number)s, part %(part)s")
            return (part if annex["part"] else whole) % annex.groupdict()
        return place

    def date(self, iso: str) -> str:
        """A partial ISO date in this language: to the year, the month or the day, as far as it is known."""
        from babel.dates import format_date, format_skeleton

        from stocktake.values.partial_date import PartialDate

        day, locale = PartialDate(iso).earliest, _LOCALES.get(self.code, self.code)
        parts = iso.count("-")
        if parts == len(("year", "month")):
            words = self._with_both_months(str(format_date(day, "long", locale=locale)), day.month)
            first = _FIRST_DAYS.get(self.code) if day.day == 1 else None
            return words.replace("1", first, 1) if first else words
        return (
            self._with_both_months(str(format_skeleton("yMMMM", day, locale=locale)), day.month) if parts else iso
        )

    def _with_both_months(self, words: str, month: int) -> str:
        """A date with both names of its month, in a language in which the UN writes two."""
        from babel.dates import get_month_names

        other = _OTHER_MONTHS.get(self.code)
        if other is None:
            return words
        name = get_month_names("wide", locale=self.code)[month]
        return words.replace(name, f"{get_month_names('wide', locale=other)[month]}/{name}", 1)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number in this language, with so many decimals."""
        # By its digits: to a cache 0.0 and -0.0 are the same key.
        return _number(self.code, str(value), decimals)


def language(code: str) -> Language:
    """The language of this code, which must be one of ``NAMES``."""
    return Language(code, NAMES[code], "rtl" if code in _RIGHT_TO_LEFT else "ltr")


def languages() -> tuple[Language, ...]:
    """All six, in the order of the English alphabet."""
    return tuple(map(language, NAMES))


@lru_cache(maxsize=_KEPT)
def _number(code: str, digits: str, decimals: int) -> str:
    from babel.numbers import format_decimal

    places = f".{'0' * decimals}" if decimals else ""
    return str(format_decimal(Decimal(digits), format=f"#,##0{places}", locale=code))


@cache
def _catalogue(code: str) -> "Catalog":
    from babel.messages.pofile import read_po

    with files("stocktake.publish").joinpath("locales", f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


@cache
def _plural_rule(code: str) -> Callable[[int], int]:
    """Which of the forms of its language a number takes (``Plural-Forms`` of the catalogue)."""
    from gettext import c2py

    rule: Callable[[int], int] = c2py(_catalogue(code).plural_expr)
    return rule
