"""Rules on what is counted on with the cycle: the Assembly's sessions, years, and sessions of other bodies.

A number moves on by itself only where the base says that it is the next session's, or where the predecessor had the
number before at the same place. A deadline, or a year of which neither is known, is bracketed for the drafter.
"""

import re
from collections.abc import Iterator

from stocktake.documents.draft.model import Datum, ProposedChange
from stocktake.documents.draft.precedent import Precedent, Precedents
from stocktake.documents.draft.situation import LONGEST_YEAR, Place, Situation
from stocktake.documents.find.bodies import find_mentions, organ_named
from stocktake.documents.find.events import find_events
from stocktake.values.ordinal import LARGEST, ordinal_number, ordinal_words
from stocktake.values.span import squeeze

_ORDINAL = r"(?P<ordinal>(?:(?:one |a )?hundred(?: and)? ?)?[a-z]+(?:[-‑][a-z]+)?)"
_SESSION = re.compile(rf"\b{_ORDINAL} (?:regular |annual )?sessions?\b", re.IGNORECASE)
_COUNTED = re.compile(
    rf"\b{_ORDINAL.replace('ordinal', 'counted')}(?= (?:\w+ )?(?:annual|regular|session|meeting|forum|conference)\b)",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:by|before|until|no later than)\b(?: no later than)?(?: the end of)? (?:its |the )?$")
_ITS = re.compile(r"\b(?:its|the)\s$")
_YEAR = re.compile(r"\bin (?P<counted>20\d\d)\b")
_HELD = re.compile(r"\b(?:held|hosted|convened|place|organized)\b[^;]{0,60}$")
_OTHER_RHYTHM = re.compile(r"\b(?:bienn|trienn|quadrenn)\w+")
_QUOTED = re.compile(r"“[^”]*”")


def sessions(situation: Situation) -> Iterator[ProposedChange]:
    """The session that the base names as the coming one, moved on by the cycle, in what it decides and requests."""
    coming = situation.next_session
    if not coming or coming + situation.cycle > LARGEST:
        return
    for place in situation.places:
        for found in _SESSION.finditer(place.text) if place.part == "operative" else ():
            if ordinal_number(found["ordinal"]) == coming and _is_own_session(situation, place, found):
                yield _session(situation, place, found, coming)


def _session(situation: Situation, place: Place, found: re.Match[str], coming: int) -> ProposedChange:
    start, end = found.span("ordinal")
    old = place.text[start:end]
    if _DEADLINE.search(place.text[:start]):
        reason = (
            f"A deadline in the {old} session, at which the next text is negotiated: kept, moved or fulfilled?"
        )
        return ProposedChange(place.name, start, end, old, f"[{old}]", reason, "sessions")
    steps = (
        "one on" if situation.cycle == 1 else f"{situation.cycle} on, as the base text puts the item on the agenda"
    )
    reason = f"The next text is of the {ordinal_words(coming)} session: the session that it names is {steps}."
    other = _OTHER_RHYTHM.search(place.text)
    if other:
        reason += f" The paragraph also speaks of another rhythm (“{other[0]}”): check."
    datum = Datum(
        f"the base text is of the {ordinal_words(situation.session or coming)} session", _base(situation)
    )
    new = _like(old, ordinal_words(coming + situation.cycle))
    return ProposedChange(place.name, start, end, old, new, reason, "sessions", datum)


def _is_own_session(situation: Situation, place: Place, found: re.Match[str]) -> bool:
    """Whether the session is that of the organ that speaks: "its" without another body before it, or named."""
    own = organ_named(situation.base.data.organ)
    after = find_mentions(place.text[found.end() : found.end() + 60])
    if re.match(r"\s?of\b", place.text[found.end() :]) and after:
        return own in after[0].organs
    if not _ITS.search(place.text[: found.start("ordinal")]):
        return False
    clause = max(place.text.rfind(mark, 0, found.start()) for mark in (";", ". ")) + 1
    named = find_mentions(place.text[clause : found.start()])
    return not named or any(own in each.organs for each in named)


def counted_meetings(situation: Situation) -> Iterator[ProposedChange]:
    """Ordinals of other bodies' sessions and meetings, one on where the predecessor had the one before."""
    past = list(_long_past(situation))
    for place, found, precedent in _preceded(situation, _COUNTED):
        start, end = found.span("counted")
        after = _step(found["counted"], situation.cycle)
        if after and not any(name == place.name and a <= start < b for name, a, b in past):
            reason, datum = _as_before(found["counted"], precedent)
            yield ProposedChange(place.name, start, end, found["counted"], after, reason, "counted on", datum)


def years(situation: Situation) -> Iterator[ProposedChange]:
    """Years of the coming cycle: one on where the predecessor had the year before, else bracketed.

    A year in which something was measured or takes place at a place named is bracketed in any case: to move it on
    would invent the fact or the meeting.
    """
    coming = (situation.year or 0) + situation.cycle
    for place, found, precedent in _preceded(situation, _YEAR):
        start, end = found.span("counted")
        old, after = found["counted"], _step(found["counted"], situation.cycle)
        reason, datum = _as_before(old, precedent)
        if after and int(old) == coming and not _HELD.search(place.text[:start]):
            yield ProposedChange(place.name, start, end, old, after, reason, "years", datum)
        else:
            reason += " What it dates has to be brought up to date with it."
            yield ProposedChange(place.name, start, end, old, f"[{old}]", reason, "years")
    for place in situation.places:
        for found in _YEAR.finditer(place.text) if place.part == "operative" else ():
            if found["counted"] == str(coming):
                start, end = found.span("counted")
                reason = f"{coming} is the year of the next text: what was to come will be there or past."
                yield ProposedChange(place.name, start, end, str(coming), f"[{coming}]", reason, "years")


def _preceded(situation: Situation, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str], Precedent]]:
    """Where a pattern finds what the predecessor had at the same place, one cycle lower; not inside a title."""
    precedents = Precedents(situation)
    for place in situation.places:
        quoted = [each.span() for each in _QUOTED.finditer(place.text)]
        for found in pattern.finditer(place.text) if place.part != "note" else ():
            start, end = found.span("counted")
            before = _step(found["counted"], -situation.cycle)
            if before and not any(a < end and start < b for a, b in quoted):
                precedent = precedents.find(place.text, start, end, before)
                if precedent:
                    yield place, found, precedent


def _as_before(old: str, precedent: Precedent) -> tuple[str, Datum]:
    reason = f"“{old}” follows the cycle: where it stands, the text before had “{precedent.words}”."
    return reason, Datum(f"“{precedent.words}” in paragraph {precedent.paragraph}", precedent.symbol)


def _long_past(situation: Situation) -> Iterator[tuple[str, int, int]]:
    """Where meetings are named that ended more than a cycle before the base was adopted: they do not come yearly."""
    places = {place.name: place for place in situation.places}
    for event in find_events(situation.base) if situation.adopted else ():
        if situation.adopted and (situation.adopted - event.end.latest).days > LONGEST_YEAR * situation.cycle:
            start = places[event.paragraph].text.find(squeeze(event.quote))
            yield event.paragraph, start, start + len(squeeze(event.quote))


def _step(words: str, by: int) -> str | None:
    """The year or ordinal moved by so many; None where the words are neither."""
    if words.isdigit():
        return str(int(words) + by)
    number = ordinal_number(words)
    return _like(words, ordinal_words(number + by)) if number and 1 <= number + by <= LARGEST else None


def _like(old: str, new: str) -> str:
    return new.capitalize() if old[:1].isupper() else new


def _base(situation: Situation) -> str:
    return f"heading of {situation.base.source.name}"
