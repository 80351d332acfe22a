"""Forums that are named by their year: "at the 2027 high-level political forum", "at the twenty-first ... Forum".

Knows where the year or the ordinal stands beside a forum's name. The forums are data (``frameworks.sessions``).
"""

import re
from collections.abc import Iterator
from functools import cache

from stocktake.documents.commitments.deadline_model import ASIDE, MENTION, OCCASION, Candidate, Days, tied
from stocktake.documents.commitments.deadline_scene import Scene
from stocktake.documents.commitments.deadline_words import LEAD, ORDINAL, tie_of
from stocktake.frameworks.sessions import SessionSeries, load_series, session_window
from stocktake.values.ordinal import ordinal_number
from stocktake.values.partial_date import PartialDate
from stocktake.values.session import Session

_YEAR = r"(?:19|20)\d\d"
# Of these a session is said to be held "at its 2030 session": deadline_sessions reads them.
_BY_SESSION = ("ECOSOC",)
# "The preparations for the Forum" only names it.
_WEIGHTS = {"for": ASIDE, "in": ASIDE, "on": ASIDE, "to": MENTION, "after": MENTION, "following": MENTION}


def forum_candidates(scene: Scene) -> Iterator[Candidate]:
    """Every forum to which words tie something, in order; those over at the adoption are left out."""
    if not _named().search(scene.text):
        return
    for found in _pattern().finditer(scene.text):
        series = _forums()[found["name"].lower()]
        year = _year(found, series)
        if year is None:
            continue
        whole = PartialDate(f"{year:04}")
        window = session_window(series.code, year)
        if not scene.is_ahead(window.last if window else whole.latest):
            continue
        first, last = (window.first, window.last) if window else (whole.earliest, whole.latest)
        days: Days = tied(tie_of(found["lead"]), first, last, exact=window is not None and window.exact)
        basis = window.basis if window else "the year of the forum; its days are not known"
        weight = _WEIGHTS.get(found["lead"].lower(), OCCASION)
        yield Candidate(*found.span(), str(Session(series.code, year)), days, basis, weight)


def forum_named_before(text: str, at: int) -> SessionSeries | None:
    """The forum whose name ends right before ``at``; None where none does."""
    found = _ending().search(text[max(0, at - 200) : at])
    return _forums()[found["name"].lower()] if found else None


def _year(found: re.Match[str], series: SessionSeries) -> int | None:
    printed = found["year"] or found["after"]
    if printed:
        return series.number_in(int(printed))
    ordinal = ordinal_number(found["ordinal"]) if found["ordinal"] else None
    return series.number_of(ordinal) if ordinal else None


@cache
def _forums() -> dict[str, SessionSeries]:
    """Each forum by each of its names, in small letters."""
    forums = [each for each in load_series() if each.by == "year" and each.code not in _BY_SESSION]
    return {name.lower(): each for each in forums for name in (each.body, *each.aliases)}


@cache
def _name() -> str:
    longest_first = sorted(_forums(), key=lambda name: (-len(name), name))
    return rf"(?P<name>{'|'.join(map(re.escape, longest_first))})(?![\w-])"


@cache
def _named() -> re.Pattern[str]:
    return re.compile(_name(), re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"\b{_name()}$", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<lead>{LEAD})\s(?:the\s|its\s)?(?:next\s|forthcoming\s|upcoming\s)?"
        rf"(?:(?P<year>{_YEAR})\s|(?P<ordinal>{ORDINAL})\s)?(?:annual\s)?(?:(?:meeting|session)s?\sof\sthe\s)?"
        rf"{_name()}(?:,?\s(?:in\s)?(?P<after>{_YEAR})(?![\d–-]))?",
        re.IGNORECASE,
    )
