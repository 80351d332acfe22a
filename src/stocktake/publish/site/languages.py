"""The languages of the interface: the six official ones, with their direction, words, dates and numbers.

Knows where the catalogues lie (``publish/locales``, gettext's PO files). Only our own words are translated: quoted
texts, and sentences that say how a value came about, stay in their language and are marked with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
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
        found = _catalogue(self.code).get(message) if self.code != OWN else None
        return found.string if found and isinstance(found.string, str) and found.string else message

    def counted(self, one: str, many: str, number: int) -> str:
        """The right form of our words for a number, which stands in them as ``%(num)s``."""
        if self.code == OWN:
            return one if number == 1 else many
        catalogue = _catalogue(self.code)
        found = catalogue.get(one)
        forms = found.string if found and isinstance(found.string, list | tuple) else ()
        form = _form(catalogue, number)
        return forms[form] if form < len(forms) and forms[form] else (one if number == 1 else many)

    def place(self, place: str) -> str:
        """A paragraph's id as a person would say it, in this language; what is a name already stays."""
        if place[:1] == "P" and place[1:2].isdigit():
            return self.words("preambular paragraph %(number)s") % {"number": place[1:]}
        if place[:1].isdigit():
            return self.words("paragraph %(number)s") % {"number": place}
        return place

    def date(self, iso: str) -> str:
        """A partial ISO date in this language: to the year, the month or the day, as far as it is known."""
        from babel.dates import format_date, format_skeleton

        from stocktake.values.partial_date import PartialDate

        day = PartialDate(iso).earliest
        parts = iso.count("-")
        if parts == len(("year", "month")):
            return str(format_date(day, "long", locale=self.code))
        return str(format_skeleton("yMMMM", day, locale=self.code)) if parts else iso

    def number(self, value: float, decimals: int = 0) -> str:
        """A number in this language, with so many decimals."""
        from babel.numbers import format_decimal

        places = f".{'0' * decimals}" if decimals else ""
        return str(format_decimal(value, format=f"#,##0{places}", locale=self.code))


def language(code: str) -> Language:
    """The language of this code, which must be one of ``NAMES``."""
    return Language(code, NAMES[code], "rtl" if code in _RIGHT_TO_LEFT else "ltr")


def languages() -> tuple[Language, ...]:
    """All six, in the order of the English alphabet."""
    return tuple(map(language, NAMES))


@cache
def _catalogue(code: str) -> "Catalog":
    from babel.messages.pofile import read_po

    with files("stocktake.publish").joinpath("locales", f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


def _form(catalogue: "Catalog", number: int) -> int:
    """Which of the forms of its language a number takes (``Plural-Forms`` of the catalogue)."""
    from gettext import c2py

    return int(c2py(catalogue.plural_expr)(number))
