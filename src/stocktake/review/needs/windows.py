"""Where each offer stands on a day: open, not yet open, closed or withdrawn, in words.

Knows the windows of offers and their withdrawals. A window that is known to the month or the year is taken as wide as
it may be, and what is left open by that is said.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from stocktake.register import Offer
from stocktake.register.history import standing
from stocktake.review.needs.model import Availability, Window
from stocktake.review.words import long_date
from stocktake.values.partial_date import PartialDate


def availabilities(records: Iterable[Offer], day: date) -> tuple[Availability, ...]:
    """The offers that stand and those that were withdrawn, by provider and programme.

    Args:
        records: All that was recorded of offers until the day.
        day: The day.
    """
    known = {each.id: each for each in records}
    found = [_available(each, day) for each in standing(known.values())]
    found += [
        Availability(known[each.withdraws], "withdrawn", _withdrawn(each))
        for each in known.values()
        if each.withdraws is not None and each.withdraws in known
    ]
    return tuple(sorted(found, key=lambda each: offer_order(each.offer)))


def offer_order(offer: Offer) -> tuple[str, str, str]:
    """The place of an offer among others: by provider, programme and id."""
    return offer.provider.casefold(), offer.programme.casefold(), str(offer.id)


def _withdrawn(record: Offer) -> str:
    return f"withdrawn on {long_date(record.recorded_at.date().isoformat())} by {record.by}: {record.because}"


def _available(offer: Offer, day: date) -> Availability:
    state = _state(offer, day)
    return Availability(offer, state, _words(offer, state), tuple(_unknown(offer, day)))


def _state(offer: Offer, day: date) -> Window:
    if offer.start and day < PartialDate(offer.start).earliest:
        return "not yet open"
    if offer.end and day > PartialDate(offer.end).latest:
        return "closed"
    return "open"


_TENSE: Mapping[Window, str] = {"open": "open", "not yet open": "will be open", "closed": "was open"}


def _words(offer: Offer, state: Window) -> str:
    """The window in words."""
    if not offer.start and not offer.end:
        return "no window is named: taken as open"
    start, end = (long_date(each) if each else "" for each in (offer.start, offer.end))
    window = f"from {start}" if start else ""
    until = f"{'to' if start else 'until'} {end}" if end else ""
    return " ".join(filter(None, (_TENSE[state], window, until)))


def _unknown(offer: Offer, day: date) -> Iterator[str]:
    if not offer.amount:
        yield "no amount is named"
    if not offer.end:
        yield "no last day is named"
    for what, named in (("opens", offer.start), ("closes", offer.end)):
        if named and _may_be(named, day):
            yield f"on which day of {long_date(named)} it {what}"


def _may_be(named: str, day: date) -> bool:
    """Whether a date that is not known to the day may be this one."""
    when = PartialDate(named)
    return when.precision != "day" and when.earliest <= day <= when.latest
