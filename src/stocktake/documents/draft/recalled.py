"""Rules on the resolutions that are recalled: the last one, its twin in another organ, and the lists of earlier ones.

The General Assembly recalls its last resolution on the item by number and date, and moves the one recalled until
then to the list of earlier ones, in the sentence or in a note (United Nations Editorial Manual, on resolutions).
"""

import re
from collections.abc import Iterator, Sequence

from stocktake.documents.draft.lines import print_day, print_number
from stocktake.documents.draft.model import BLANK, Datum, ProposedChange
from stocktake.documents.draft.situation import Cited, Place, Situation
from stocktake.values.symbol import Symbol

_JOINED = re.compile(r",\s|,?\sand\s")
_ON_THE_ISSUE = re.compile(r"\b(?:previous|earlier|prior|all|other)\b[^;]{0,40}?\bresolutions\b")
# A list of two may be a pair of texts on two matters; three in order of session are a chain.
_LEAST_LISTED = 3


class Successor:
    """What takes the place of a recalled resolution: its words, and the fact they rest on."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation

    def of_own(self, *, dated: bool) -> tuple[str, Datum | None]:
        """The base itself, as its successor recalls it."""
        base, adopted = self._situation.base, self._situation.adopted
        number = print_number(base.data.symbol) if base.data.status == "adopted" else None
        if number is None or (dated and adopted is None):
            return _blank(self._situation.session, self._situation.year if dated else None), None
        words = f"{number} of {print_day(adopted)}" if dated and adopted else number
        on = f", adopted on {print_day(adopted)}" if adopted else ""
        return words, Datum(f"the base text is {base.data.symbol}{on}", f"heading of {base.source.name}")

    def of_twin(self, cited: Cited) -> tuple[str, Datum | None]:
        """The newest text of the twin's chain; a bracketed place for the next year where none is known."""
        newer = self._situation.newer_text(str(cited.symbol))
        if newer and (adopted := newer[-1].adopted):
            words = f"{print_number(newer[-1].symbol)} of {print_day(adopted)}"
            source = f"frameworks, lineages: {newer[-1].source}"
            return words, Datum(f"{newer[-1].symbol} was adopted on {print_day(adopted)}", source)
        held = self._held_newer(cited)
        if held:
            return held
        session = cited.symbol.year or cited.symbol.session
        return _blank(session + self._situation.cycle if session else None, None), None

    def _held_newer(self, cited: Cited) -> tuple[str, Datum] | None:
        """A held text of the same organ that itself recalls the cited one."""
        for text in self._situation.held:
            number, adopted = print_number(text.data.symbol), text.data.adopted
            other = Situation(text, (), self._situation.lineages, None)
            is_next = (
                other.symbol and other.symbol.organ == cited.symbol.organ and other.predecessor == cited.symbol
            )
            if is_next and number and adopted and other.adopted and self._situation.is_known(text):
                words = f"{number} of {print_day(other.adopted)}"
                fact = f"{text.data.symbol} was adopted on {print_day(other.adopted)}"
                return words, Datum(fact, f"heading of {text.source.name}")
        return None


def _blank(session: int | None, year: int | None) -> str:
    number = f"[{session}/…]" if session else BLANK
    return f"{number} of [… {year}]" if year else f"{number} of {BLANK}"


def own_resolution(situation: Situation) -> Iterator[ProposedChange]:
    """The base in place of its predecessor, where the preamble recalls that one by date, or cites a part of it."""
    predecessor = situation.predecessor
    successor = Successor(situation)
    listed = {(place.name, each.start) for place, chain in _lists(situation) for each in chain}
    for place in situation.places:
        for cited in place.cited if place.part != "note" else ():
            if cited.symbol != predecessor or (place.name, cited.start) in listed:
                continue
            if cited.pinpoint:
                yield _pinpointed(place, cited, successor)
            elif place.part == "preamble" and cited.date:
                words, datum = successor.of_own(dated=True)
                reason = "The next text recalls the last resolution on the item, which is the base text."
                yield _change(place, (cited.start, cited.dated_end), words, (reason, "own resolution", datum))


def _pinpointed(place: Place, cited: Cited, successor: Successor) -> ProposedChange:
    words, _ = successor.of_own(dated=cited.date is not None)
    reason = (
        f"A part of the last resolution is cited ({cited.pinpoint}). The next text would cite the base text: check "
        "there which paragraph says so now."
    )
    return _change(
        place, (cited.start, cited.dated_end), f"[{words.strip('[]')}]", (reason, "own resolution", None)
    )


def twin_resolution(situation: Situation) -> Iterator[ProposedChange]:
    """The newest resolution of another organ's chain in place of the one that is recalled."""
    successor = Successor(situation)
    for place, cited in _twins(situation):
        words, datum = successor.of_twin(cited)
        reason = (
            f"{cited.symbol} belongs to a chain that goes on every year; the next text recalls its newest one."
        )
        yield _change(place, (cited.start, cited.dated_end), words, (reason, "twin resolution", datum))


def _twins(situation: Situation) -> Iterator[tuple[Place, Cited]]:
    """The resolutions of other organs, of the base's own cycle, that head a chain."""
    for place in situation.places:
        for cited in place.cited if place.part == "preamble" else ():
            recent = cited.date and situation.year and situation.year - cited.date.year < situation.cycle
            other = cited.symbol.nature == "RES" and not situation.is_own(cited.symbol)
            if recent and other and _heads_a_chain(situation, place, cited):
                yield place, cited


def _heads_a_chain(situation: Situation, place: Place, cited: Cited) -> bool:
    recorded = any(str(cited.symbol) in each.symbols for each in situation.lineages)
    return recorded or _ON_THE_ISSUE.search(place.text, cited.dated_end) is not None


def earlier_resolutions(situation: Situation) -> Iterator[ProposedChange]:
    """Lists of the chain made longer by the one that was recalled on its own, or by the base."""
    singles = {place.name: cited for place, cited in _recalled_alone(situation)}
    for place, chain in _lists(situation):
        last = chain[-1]
        above = next((each.name for each in situation.places if place.name in dict(each.notes)), place.name)
        alone = singles.get(above)
        if last.symbol == situation.predecessor:
            words, datum = Successor(situation).of_own(dated=last.date is not None)
            reason = (
                "The list of earlier resolutions ends with the one before the base text; the base text follows."
            )
        elif alone and alone.symbol.organ == last.symbol.organ and _follows(alone.symbol, last.symbol):
            words, datum = _listed(alone, last, situation, above)
            reason = "What was recalled by itself until now goes into the list of earlier resolutions."
        else:
            continue
        start, end, before = _tail(place.text, chain)
        new = f"{before}{place.text[last.start : end]} and {words}"
        yield _change(place, (start, end), new, (reason, "earlier resolutions", datum))


def _listed(alone: Cited, last: Cited, situation: Situation, above: str) -> tuple[str, Datum]:
    words = print_number(str(alone.symbol)) or str(alone.symbol)
    if last.date and alone.date:
        words = f"{words} of {print_day(alone.date)}"
    named = situation.base.name
    return words, Datum(f"{alone.symbol} is recalled there", f"{named}, {above}")


def _recalled_alone(situation: Situation) -> Iterator[tuple[Place, Cited]]:
    listed = {(place.name, each.start) for place, chain in _lists(situation) for each in chain}
    yield from _twins(situation)
    for place in situation.places:
        for cited in place.cited if place.part == "preamble" else ():
            if cited.symbol == situation.predecessor and cited.date and (place.name, cited.start) not in listed:
                yield place, cited


def _lists(situation: Situation) -> Iterator[tuple[Place, Sequence[Cited]]]:
    """The runs of at least three numbers of one organ, joined by nothing but commas and "and", in rising order."""
    for place in situation.places:
        run: list[Cited] = []
        for cited in place.cited:
            if not (run and _joined(place.text, run[-1], cited) and _follows(cited.symbol, run[-1].symbol)):
                if len(run) >= _LEAST_LISTED:
                    yield place, tuple(run)
                run = []
            run.append(cited)
        if len(run) >= _LEAST_LISTED:
            yield place, tuple(run)


def _joined(text: str, one: Cited, following: Cited) -> bool:
    between = text[one.dated_end : following.start]
    return _JOINED.fullmatch(between) is not None and one.symbol.organ == following.symbol.organ


def _follows(later: Symbol, earlier: Symbol) -> bool:
    one, two = (_rank(each) for each in (earlier, later))
    return one[0] > 0 and one < two


def _rank(symbol: Symbol) -> tuple[int, int, str]:
    number = symbol.adopted
    return (number.session_number or 0, number.number, number.letter) if number else (0, 0, "")


def _tail(text: str, chain: Sequence[Cited]) -> tuple[int, int, str]:
    """From the joint before the last number to its end, and what joins it once another number follows."""
    last, before = chain[-1], chain[-2]
    joint = text[before.dated_end : last.start]
    return before.dated_end, last.dated_end, ", " if "and" in joint else joint


def _change(place: Place, at: tuple[int, int], new: str, why: tuple[str, str, Datum | None]) -> ProposedChange:
    start, end = at
    reason, rule, datum = why
    return ProposedChange(place.name, start, end, place.text[start:end], new, reason, rule, datum)
