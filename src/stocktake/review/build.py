"""Building the review: a pure function of documents, a date, what was recorded, statistics and the frameworks.

Knows the order in which the parts are made. Reads no file and no clock.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from stocktake.documents.model import Document
from stocktake.frameworks.lineages import Lineage
from stocktake.register import Correction, Mismatch, Need, Offer
from stocktake.review.attention import Facts, raise_attention
from stocktake.review.calendar import Calendar, TextDates, build_calendar
from stocktake.review.divides import Setting as Measuring
from stocktake.review.divides import measure_divides
from stocktake.review.duties import Known, gather_duties
from stocktake.review.duties_model import Duties
from stocktake.review.evidence.coverage import coverage
from stocktake.review.evidence.given import Given, Recorded
from stocktake.review.evidence.levels import levels_of
from stocktake.review.evidence.reported import reported_words
from stocktake.review.evidence.standing import standings
from stocktake.review.figures.gather import Setting as Auditing
from stocktake.review.figures.gather import audit_texts
from stocktake.review.ground import Ground, lay_ground
from stocktake.review.health_model import Health
from stocktake.review.keeping import Keeper, identity, made_anew
from stocktake.review.mandates import Setting, health_of
from stocktake.review.mentions import gather_citations, gather_events
from stocktake.review.model import Damage, Remark, Review
from stocktake.review.needs.views import view_needs
from stocktake.review.numbers import Numbers
from stocktake.review.quotes import Spoken, quotes_for

_NOTHING_RECORDED = Recorded()


@dataclass(frozen=True, slots=True)
class Besides:
    """What a review is made from besides its texts.

    Attributes:
        damages: Files that should have given documents and cannot be used.
        corrections: What people recorded of duties.
        recorded: What people recorded of things done.
        needs: What assessments say is needed.
        offers: The programmes that are offered.
        mismatches: Pairs of a need and an offer of which somebody says that they do not match.
        fingerprint: A checksum of what everything was made from, handed on as it is.
        numbers: The statistics held; None where there are none.
        areas: Codes of the areas and groups of which divides are shown.
        keep: Keeps parts that were made; by default nothing is kept.
    """

    damages: Sequence[Damage] = ()
    corrections: Sequence[Correction] = ()
    recorded: Recorded = _NOTHING_RECORDED
    needs: Sequence[Need] = ()
    offers: Sequence[Offer] = ()
    mismatches: Sequence[Mismatch] = ()
    fingerprint: str = ""
    numbers: Numbers | None = None
    areas: Sequence[str] = ()
    keep: Keeper = made_anew


def build_review(
    documents: Sequence[Document], as_of: date, lineages: Iterable[Lineage], besides: Besides | None = None
) -> Review:
    """What ``documents`` amount to on ``as_of``; the same for the same input, whatever its order.

    Args:
        documents: As read.
        as_of: Texts adopted and drafts distributed later are listed and not used; events are past or ahead of it.
        lineages: The chains of the frameworks.
        besides: What else it is made from.

    Raises:
        RequestError: Example and real texts are mixed.
    """
    besides = besides or Besides()
    keep, numbers, recorded = besides.keep, besides.numbers, besides.recorded
    ground = lay_ground(documents, as_of, lineages, keep)
    texts, used, found, threads = ground.texts, ground.used, ground.found, ground.threads
    duties = gather_duties(
        Known(texts, ground.chains, ground.steps, ground.followed, found, besides.corrections, keep), as_of
    )
    events, citations = gather_events(used, found, as_of), gather_citations(used, found)
    audit = audit_texts(used, Auditing(found, threads, numbers, as_of, keep))
    health = _health(ground, duties, as_of, besides)
    given = Given(used, duties, ground.followed, citations, levels_of(numbers, as_of, keep))
    standing = standings(given, recorded, as_of)
    remarks = tuple(Remark(text.key, finding) for text in texts for finding in text.document.findings)
    damages = tuple(sorted(besides.damages, key=lambda each: (each.name, each.sha256)))
    attention = raise_attention(
        Facts(
            ground.chains, ground.steps, events, remarks, damages, texts, threads, duties, health, audit, standing
        )
    )
    return Review(
        as_of=as_of,
        fingerprint=besides.fingerprint,
        example=any(text.example for text in texts),
        texts=texts,
        chains=ground.chains,
        steps=ground.steps,
        threads=threads,
        duties=duties,
        calendar=_calendar(ground, duties, as_of),
        figures=audit,
        standings=standing,
        coverage=coverage(given, recorded, standing),
        contributions=reported_words(recorded, standing),
        needs=view_needs(besides.needs, besides.offers, as_of, mismatches=besides.mismatches),
        divides=measure_divides(Measuring(numbers, tuple(besides.areas), as_of, keep)),
        health=health,
        citations=citations,
        events=events,
        remarks=remarks,
        damages=damages,
        quotes=quotes_for(ground, Spoken(events, duties, health, audit, attention)),
        attention=attention,
        data_files=numbers.files if numbers else (),
    )


def _health(ground: Ground, duties: Duties, as_of: date, besides: Besides) -> tuple[Health, ...]:
    """Signs in the mandates of each text in force."""
    setting = Setting(ground.steps, ground.threads, duties, as_of)
    made_from = ([identity(text.document) for text in ground.texts], as_of, besides.corrections)
    return tuple(
        besides.keep(Health, (text.key, made_from), partial(health_of, text, setting))
        for text in ground.used
        if text.key in duties.in_force
    )


def _calendar(ground: Ground, duties: Duties, as_of: date) -> Calendar:
    """What the texts in force date."""
    return build_calendar(
        (
            TextDates(key, [each.commitment for each in duties.of(key)], each.events)
            for key, each in ground.found.items()
            if key in duties.in_force
        ),
        as_of,
    )
