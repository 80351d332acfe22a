"""Rule on dated meetings: those ahead of the base that will be past, and those that come back every year.

Dates are never invented: the date is put in brackets and the comment says what the base says and what has passed.
A meeting that the base itself looks back on is left alone, unless the predecessor named the same one with an
earlier date.
"""

import re
from collections.abc import Iterator
from datetime import date

from stocktake.documents.draft.lines import print_day
from stocktake.documents.draft.model import ProposedChange
from stocktake.documents.draft.situation import LONGEST_YEAR, Place, Situation, same_words
from stocktake.documents.find.events import Event, find_events
from stocktake.values.partial_date import PrintedDate, scan_dates, scan_years
from stocktake.values.span import squeeze


def dated_meetings(situation: Situation) -> Iterator[ProposedChange]:
    """The dates of such meetings, in brackets."""
    places = {place.name: place for place in situation.places}
    earlier = _names_of_predecessor(situation)
    for event in find_events(situation.base):
        place = places[event.paragraph]
        printed = _printed(place, event)
        reason = _reason(situation, event, earlier) if printed else None
        if printed and reason:
            old = place.text[printed.span.start : printed.span.end]
            yield ProposedChange(place.name, *printed.span, old, f"[{old}]", reason, "dated meetings")


def _reason(situation: Situation, event: Event, earlier: dict[str, str]) -> str | None:
    adopted, tabled = situation.adopted, situation.tabled
    if adopted is None or tabled is None:
        return None
    if adopted < event.end.latest:
        if event.end.latest >= tabled:
            return None
        ahead = "was ahead" if event.start.earliest > adopted else "was of the same time"
        return (
            f"“{event.name}” {ahead} when the base text was adopted ({print_day(adopted)}) and will be over when the "
            f"next draft is tabled (not before {print_day(tabled)}). What came of it is for the drafter."
        )
    before = earlier.get(_name(event.name), "")
    # The predecessor that looks ahead to this very meeting says nothing of its coming back.
    if before and before < str(event.start) and _is_of_this_cycle(situation, event.end.latest):
        return (
            f"“{event.name}” comes back: the text before named it for {before}. The next date is for the drafter."
        )
    return None


def _is_of_this_cycle(situation: Situation, day: date) -> bool:
    adopted = situation.adopted
    return adopted is not None and (adopted - day).days <= LONGEST_YEAR * situation.cycle


def _names_of_predecessor(situation: Situation) -> dict[str, str]:
    text = situation.predecessor_text
    events = find_events(text) if text else ()
    return {
        _name(event.name): str(event.start) for event in sorted(events, key=lambda each: each.start, reverse=True)
    }


def _name(name: str) -> str:
    """The name of a meeting without what is counted on: numbers, years, ordinals."""
    words = re.sub(
        r"\b\w*(?:first|second|third|fifth|eighth|ninth|twelfth|[a-z]th|ieth)\b|\d\w*", "", name.lower()
    )
    return same_words(words)


def _printed(place: Place, event: Event) -> PrintedDate | None:
    """Where the event's date stands in the words of the place."""
    quote = squeeze(event.quote)
    start = place.text.find(quote)
    if start < 0:
        return None
    dates = [*scan_dates(place.text), *scan_years(place.text)]
    inside = [each for each in dates if start <= each.span.start and each.span.end <= start + len(quote)]
    return next((each for each in inside if (each.start, each.end) == (event.start, event.end)), None)
