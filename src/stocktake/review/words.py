"""How dates, counts and places are worded, the same in the review and in every output of it.

Knows English and the UN's way with dates. Computes nothing.
"""

import re
from collections.abc import Sequence

from stocktake.values.partial_date import MONTHS

# Everything else (note 3, annex, heading, page 4, document) is a name already.
_PREAMBULAR = re.compile(r"P\d.*")
_OPERATIVE = re.compile(r"(?:[IVXLC]+\.)?\d.*")


def long_date(iso: str) -> str:
    """A partial ISO date as the UN writes it: ``15 December 2025``, ``December 2025``, ``2025``."""
    year, *rest = iso.split("-")
    month = f"{MONTHS[int(rest[0]) - 1]} " if rest else ""
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{month}{year}"


def date_range(start: str, end: str) -> str:
    """Two partial ISO dates: one where they are the same, else ``from to``, saying no month or year twice."""
    if start == end:
        return long_date(start)
    first, last = start.split("-"), end.split("-")
    whole_days = len(first) == len(last) == len(("year", "month", "day"))
    if whole_days and first[:2] == last[:2]:
        return f"{int(first[2])}–{long_date(end)}"
    opening = long_date(start)
    return f"{opening.removesuffix(f' {first[0]}') if first[0] == last[0] else opening} – {long_date(end)}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 text``, ``2 texts``."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def listed(names: Sequence[str]) -> str:
    """Names with commas between them."""
    return ", ".join(names)


def place_name(place: str) -> str:
    """A paragraph's id as a person would say it: ``preambular paragraph 3``, ``paragraph 70(a)``, ``note 3``."""
    if _PREAMBULAR.fullmatch(place):
        return f"preambular paragraph {place[1:]}"
    return f"paragraph {place}" if _OPERATIVE.fullmatch(place) else place


def capital(words: str) -> str:
    """The words with a capital first, as a sentence begins; the others as they are: ``Paragraph II.3``."""
    return f"{words[:1].upper()}{words[1:]}"


def opening(words: str, most: int) -> str:
    """The first ``most`` characters at a word's end, with an ellipsis where there is more."""
    if len(words) <= most:
        return words
    return f"{words[:most].rsplit(' ', 1)[0]} …"
