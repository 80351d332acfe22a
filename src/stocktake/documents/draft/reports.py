"""Rule on the reports that the base takes note of: the next text takes note of next year's.

Knows the symbols of reports submitted to a session (organ, session or year, number). The number of a report that is
not at hand is left blank in brackets.
"""

import re
from collections.abc import Iterator, Sequence

from stocktake.documents.draft.model import BLANK, Datum, ProposedChange
from stocktake.documents.draft.situation import Cited, Place, Situation, parsed, same_words
from stocktake.values.ordinal import ordinal_number, ordinal_words
from stocktake.values.symbol import Symbol

_REPORT = re.compile(r"\b(?:reports?|notes? by)\b[^;]*$", re.IGNORECASE)
_ON_ITS_SESSION = re.compile(r"\bon (?:the work of )?its (?P<ordinal>[\w-]+(?: and [\w-]+)?) session\b(?=[^;]*$)")
_RECORDS_YEAR = re.compile(r"Official Records of [^,]+, (?P<year>20\d\d), Supplement")
_RECORDS_SESSION = re.compile(r"Official Records of [^,]+, (?P<ordinal>[\w-]+(?: [\w-]+)*) Session, Supplement")


def reports(situation: Situation) -> Iterator[ProposedChange]:
    """Symbols in the notes of reports of the base's own session or year, in the form of the next one."""
    notes = {place.name: place for place in situation.places if place.part == "note"}
    seen: set[str] = set()
    for place in situation.places:
        for name, at in place.notes:
            if name in notes and name not in seen:
                changes = list(_in_note(situation, place, notes[name], at))
                seen |= {name} if changes else set()
                yield from changes
                yield from _session_of_body(place, at) if changes else ()


def _session_of_body(place: Place, at: int) -> Iterator[ProposedChange]:
    """The session of the body that reports, where the sentence names it."""
    found = _ON_ITS_SESSION.search(place.text[:at])
    if found and ordinal_number(found["ordinal"]):
        start, end = found.span("ordinal")
        old = found["ordinal"]
        reason = "The next report of this body is on a later session."
        yield ProposedChange(place.name, start, end, old, f"[{old}]", reason, "reports")


def _in_note(situation: Situation, above: Place, note: Place, at: int) -> Iterator[ProposedChange]:
    is_report = _REPORT.search(above.text[:at]) is not None
    for cited in note.cited:
        taken_up = is_report and _is_of_this_cycle(situation, cited.symbol)
        old = note.text[cited.start : cited.end]
        # "Ibid." cites too, and prints no symbol.
        if parsed(old) != cited.symbol or not (taken_up or _recurs(situation, cited.symbol)):
            continue
        held = _held_report(situation, above, cited)
        new, datum = held or (_next_form(situation, cited.symbol), None)
        reason = f"Paragraph {above.name} takes up a document of this cycle; the next text takes up the next one."
        yield ProposedChange(note.name, cited.start, cited.end, old, new, reason, "reports", datum)
        yield from _records(situation, note)


def _records(situation: Situation, note: Place) -> Iterator[ProposedChange]:
    """Year or session of the Official Records that the report is a supplement to."""
    for pattern, name in ((_RECORDS_YEAR, "year"), (_RECORDS_SESSION, "ordinal")):
        found = pattern.match(note.text)
        new = _moved_on(situation, found[name]) if found else None
        if found and new:
            start, end = found.span(name)
            reason = "The report of the next cycle is a supplement to the records of the next cycle."
            datum = Datum(f"the base text is of {found[name]}", f"heading of {situation.base.source.name}")
            yield ProposedChange(note.name, start, end, found[name], new, reason, "reports", datum)


def _moved_on(situation: Situation, printed: str) -> str | None:
    if printed.isdigit():
        return str(int(printed) + situation.cycle)
    number = ordinal_number(printed)
    if number is None or number != situation.session:
        return None
    return ordinal_words(number + situation.cycle).capitalize()


def _is_of_this_cycle(situation: Situation, symbol: Symbol) -> bool:
    """Whether it is an ordinary document of the base's session (of the Assembly) or year (of the Council)."""
    if symbol.nature is not None or symbol.modifiers:
        return False
    if symbol.session is not None:
        return symbol.session == situation.session and _is_plain(symbol)
    return symbol.year is not None and symbol.year == situation.year and _is_plain(symbol)


def _is_plain(symbol: Symbol) -> bool:
    """Organ, session or year, number: no document of a subsidiary organ, whose sessions are its own."""
    parts = 3
    return all(len(half) == parts and half[1].isdigit() and half[2].isdigit() for half in symbol.halves)


def _next_form(situation: Situation, symbol: Symbol) -> str:
    return "-".join("/".join([*_moved(situation, half, situation.cycle), BLANK]) for half in symbol.halves)


def _moved(situation: Situation, half: Sequence[str], by: int) -> list[str]:
    """The parts of a symbol before its number, session and year moved by so many."""
    own = {str(each) for each in (situation.session, situation.year) if each}
    return [str(int(part) + by) if part in own else part for part in half[:-1]]


def _recurs(situation: Situation, symbol: Symbol) -> bool:
    """Whether the predecessor cites a document of the same series, one session or year earlier."""
    text = situation.predecessor_text
    first = symbol.halves[0]
    before = _moved(situation, first, -situation.cycle)
    if text is None or symbol.nature is not None or symbol.modifiers or before == list(first[:-1]):
        return False
    pattern = re.compile(rf"(?<![\w/]){re.escape('/'.join(before))}/\d+(?![\w/])")
    return any(pattern.search(each.text) for each in text.notes)


def _held_report(situation: Situation, above: Place, cited: Cited) -> tuple[str, Datum] | None:
    """A held document of the next cycle in the same series, whose title the paragraph names."""
    for text in situation.held:
        symbol, title = parsed(text.data.symbol), same_words(text.data.title or "")
        if symbol is None or not title or not situation.is_known(text):
            continue
        series = [_moved(situation, half, situation.cycle) for half in cited.symbol.halves]
        same = [list(half[:-1]) for half in symbol.halves] == series
        if same and title in same_words(above.text):
            return str(symbol), Datum(f"the report is {symbol}", f"heading of {text.source.name}")
    return None
