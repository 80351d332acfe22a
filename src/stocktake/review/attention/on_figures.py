"""Attention to figures: what was out of date at adoption, what cannot hold together, targets whose year has passed."""

from collections.abc import Iterator

from stocktake.review.attention.facts import NAMED, OPENING, Facts, Raised
from stocktake.review.figures.model import Audited, Verdict, VerdictName
from stocktake.review.model import Passage
from stocktake.review.words import capital, counted, listed, opening, place_name


def contradicting(facts: Facts) -> Raised:
    """Figures of a text in force that cannot all hold."""
    for each in facts.audit.contradictions:
        if each.text in facts.duties.in_force:
            said = listed([f"“{place.printed}” in {place_name(place.paragraph)}" for place in each.places])
            words = f"Figures of {each.text} that cannot all hold: {said}. {opening(each.because, OPENING)}"
            yield (
                words,
                [Passage(each.text, place) for place in dict.fromkeys(one.paragraph for one in each.places)],
            )


def wrong(facts: Facts) -> Raised:
    """Figures in force that nothing published bears out."""
    within = {(place.text, place.paragraph) for each in facts.audit.contradictions for place in each.places}
    for each, verdict in _told(facts, "contradicted"):
        if (each.text, each.figure.paragraph) not in within:
            yield _words(each, verdict), [_passage(each)]


def outdated(facts: Facts) -> Raised:
    """Figures in force that a newer edition has overtaken, text by text."""
    yield from _together(facts, "superseded", "have been overtaken by a newer edition")


def stale(facts: Facts) -> Raised:
    """Figures in force that repeat an earlier text although newer data were there, text by text."""
    yield from _together(facts, "stale", "repeat an earlier text although newer data were there")


def regrouped(facts: Facts) -> Raised:
    """Figures in force that are of another group than before, so that the two are no series."""
    yield from _together(facts, "group changed", "are of another group than before, so that the two are no series")


def expired(facts: Facts) -> Raised:
    """Targets that a text in force names although their year has passed."""
    for each in facts.audit.expired:
        if each.text in facts.duties.in_force:
            where = f"{capital(place_name(each.paragraph))} of {each.text}"
            words = f"{where} names a target whose year, {each.year}, has passed"
            carried = f"; it stands so in {listed(each.since)} too" if each.since else ""
            yield f"{words}{carried}: “{opening(each.quote, OPENING)}”", [Passage(each.text, each.paragraph)]


def _told(facts: Facts, name: VerdictName) -> Iterator[tuple[Audited, Verdict]]:
    for each in facts.audit.figures:
        found = next((verdict for verdict in each.verdicts if verdict.verdict == name), None)
        if found is not None and each.text in facts.duties.in_force:
            yield each, found


def _together(facts: Facts, name: VerdictName, what: str) -> Raised:
    """One line for each text with several such figures, else one for each figure."""
    told = list(_told(facts, name))
    for text in dict.fromkeys(each.text for each, _ in told):
        own = [(each, verdict) for each, verdict in told if each.text == text]
        if len(own) == 1:
            each, verdict = own[0]
            yield _words(each, verdict), [_passage(each)]
            continue
        named = listed([_named(each) for each, _ in own[:NAMED]])
        more = f" and {len(own) - NAMED} more" if len(own) > NAMED else ""
        yield (
            f"{counted(len(own), 'figure')} of {text} {what}: {named}{more}.",
            [_passage(each) for each, _ in own],
        )


def _words(each: Audited, verdict: Verdict) -> str:
    where = f"{capital(place_name(each.figure.paragraph))} of {each.text}"
    group = f" ({each.figure.group})" if each.figure.group else ""
    return f"{where} prints “{each.figure.printed}”{group}, {verdict.verdict}: {verdict.because}"


def _named(each: Audited) -> str:
    return f"“{each.figure.printed}” in {place_name(each.figure.paragraph)}"


def _passage(each: Audited) -> Passage:
    return Passage(each.text, each.figure.paragraph)
