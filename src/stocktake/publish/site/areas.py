"""The names of countries, areas and groups in the language of a page, and their order by name."""

import unicodedata
from typing import cast

from stocktake.frameworks.areas import Language as NameLanguage
from stocktake.frameworks.areas import area_name
from stocktake.publish.site.languages import Language


def area_in(code: str, language: Language) -> str:
    """The name of a country, area or group in a language; in English where none is recorded."""
    return language.words(area_name(code, cast("NameLanguage", language.code)))


def name_order(name: str) -> tuple[str, str]:
    """A key that puts names in the order of their alphabet, accents apart; Chinese signs as Unicode has them."""
    return "".join(map(_letter, name)).casefold(), name


def initial(name: str) -> str:
    """The letter under which a name stands, without accents and in capitals."""
    return _letter(name[:1]).upper()


def _letter(sign: str) -> str:
    """The letter without its accents; in Cyrillic such a letter is one of its own and stays."""
    is_own = unicodedata.name(sign, "").startswith("CYRILLIC")
    return sign if is_own else unicodedata.normalize("NFD", sign)[:1]
