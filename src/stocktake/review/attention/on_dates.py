"""Attention to dates that were over when a text was adopted."""

from stocktake.review.attention.facts import Facts, Raised
from stocktake.review.model import Passage
from stocktake.review.words import capital, place_name


def date_expired(facts: Facts) -> Raised:
    """Dates that were over at adoption, targets that a record knows aside."""
    targets = {(each.text, each.paragraph) for each in facts.audit.expired}
    for health in facts.health:
        for note in health.notes:
            if note.rule == "date-expired" and (health.document, note.paragraph) not in targets:
                place = capital(place_name(note.paragraph))
                words = f"{place} of {health.document} keeps a date that was over at adoption"
                yield f"{words}: “{note.quote}”", [Passage(health.document, note.paragraph)]
