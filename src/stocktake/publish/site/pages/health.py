"""The health of mandates: signs in the texts in force that a drafter may want to look at, rule by rule, as advice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from stocktake.frameworks.health import HealthRule
from stocktake.publish.site.languages import Language
from stocktake.publish.site.model import Page, Published
from stocktake.publish.site.pages.paging import nth
from stocktake.review.health_model import Health, HealthNote

HEALTH = "health.html"
MOST = 120
"""So many signs at most stand on one page, so that it stays light."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What one rule shows in one text: the signs on this page, and how many there are in all."""

    text: str
    rule: HealthRule
    notes: tuple[HealthNote, ...]
    every: int


def health_pages(published: Published, language: Language) -> Iterator[Page]:
    """The signs in the texts in force, on several pages where they are many."""
    found = [each for health in published.review.health for each in _signs(health)]
    parts = list(_parts(found))
    for number, part in enumerate(parts):
        context = {
            "texts": [(text, list(own)) for text, own in groupby(part, key=lambda each: each.text)],
            "looked_at": [each.document for each in published.review.health],
            "number": number,
            "paths": [nth(HEALTH, at) for at in range(len(parts))],
        }
        title = language.words("Health of the mandates")
        yield Page(nth(HEALTH, number), "health", title, "health.html.j2", context, "health")


def _signs(health: Health) -> Iterator[Signs]:
    """What each rule shows of one text, in the order of the rules; those that show nothing are left out."""
    for rule in health.rules:
        notes = tuple(each for each in health.notes if each.rule == rule.name)
        for at in range(0, len(notes), MOST):
            yield Signs(health.document, rule, notes[at : at + MOST], len(notes))


def _parts(found: Sequence[Signs]) -> Iterator[Sequence[Signs]]:
    """The signs page by page; at least one page."""
    part: list[Signs] = []
    for each in found:
        if part and sum(len(own.notes) for own in (*part, each)) > MOST:
            yield part
            part = []
        part.append(each)
    yield part
