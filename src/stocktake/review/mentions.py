"""What the texts mention, gathered over all of them: the documents they cite and the dated events they name.

Knows how mentions of one thing in several texts become one entry. Finding them is ``documents.find``'s business.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from stocktake.documents.find.events import Event
from stocktake.review.found import Found
from stocktake.review.model import Cited, Dated, Passage, Text, When


def gather_citations(texts: Sequence[Text], found: Mapping[str, Found]) -> tuple[Cited, ...]:
    """The documents that ``texts`` cite, by symbol, each with every place and whether it is held."""
    held = {text.document.data.symbol: text.key for text in reversed(texts) if text.twin_of is None}
    places: dict[str, list[Passage]] = {}
    for text in texts:
        for citation in found[text.key].citations:
            places.setdefault(str(citation.symbol), []).append(Passage(text.key, citation.place))
    return tuple(
        Cited(symbol, held.get(symbol), tuple(dict.fromkeys(where))) for symbol, where in sorted(places.items())
    )


def gather_events(texts: Sequence[Text], found: Mapping[str, Found], as_of: date) -> tuple[Dated, ...]:
    """The events that ``texts`` name, by date, each with every passage that names it."""
    passages: dict[tuple[str, str, str, str | None], list[Passage]] = {}
    events: dict[tuple[str, str, str, str | None], Event] = {}
    for text in texts:
        for event in found[text.key].events:
            key = (str(event.start), str(event.end), event.name, event.place)
            events.setdefault(key, event)
            passages.setdefault(key, []).append(Passage(text.key, event.paragraph))
    return tuple(
        Dated(event.name, event.place, key[0], key[1], _when(event, as_of), tuple(dict.fromkeys(passages[key])))
        for key, event in sorted(events.items(), key=lambda item: tuple(part or "" for part in item[0]))
    )


def _when(event: Event, as_of: date) -> When:
    if event.end.latest < as_of:
        return "past"
    return "ahead" if event.start.earliest > as_of else "now"
