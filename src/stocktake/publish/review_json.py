"""A review to ``review.json``, the one shape that every other renderer could be written against.

Knows the names and the order of the keys (``stocktake/review/1``). What a later version computes (figures, divides,
coverage) is there already, empty, so that no reader has to ask whether a key exists.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from stocktake import __version__
from stocktake.documents.formats.comparison_json import comparison_to_json
from stocktake.documents.formats.threads_json import thread_to_json, vanished_to_json
from stocktake.publish.calendar_json import calendar_entry_to_json
from stocktake.publish.coverage_json import coverage_to_json
from stocktake.publish.cycles_json import conflict_to_json, cycle_to_json
from stocktake.publish.divides_json import divide_to_json
from stocktake.publish.duties_json import corrections_to_json, duty_to_json, status_to_json
from stocktake.publish.evidence_json import reported_to_json
from stocktake.publish.figures_json import audited_to_json, between_figures
from stocktake.publish.health_json import health_note_to_json
from stocktake.publish.needs_json import needs_to_json
from stocktake.publish.standing_json import standings_to_json
from stocktake.review.model import (
    Attention,
    Chain,
    Cited,
    Dated,
    Member,
    Passage,
    Quote,
    Remark,
    Review,
    Step,
    Text,
)
from stocktake.review.numbers import DataFile

SCHEMA = "stocktake/review/1"


def review_to_json(review: Review) -> dict[str, Any]:
    """The review as JSON data, keys in the contract's order."""
    steps = [_step(step) for step in review.steps]
    evidence = standings_to_json(review.standings)
    return {
        "schema": SCHEMA,
        "as_of": review.as_of.isoformat(),
        "workspace": _workspace(review),
        "documents": [_text(text) for text in review.texts],
        "chains": [_chain(chain) for chain in review.chains],
        "comparison": steps[0] if steps else {},
        "other_comparisons": steps[1:],
        "threads": [thread_to_json(thread) for thread in review.threads.threads] if review.threads else [],
        "vanished": [vanished_to_json(each) for each in review.threads.vanished] if review.threads else [],
        "commitments": [
            {**duty_to_json(each, review.duties), "evidence": evidence.get((each.text, each.commitment.id))}
            for each in review.duties.asked
        ],
        "status": [status_to_json(each) for each in review.duties.status],
        "cycles": [cycle_to_json(each) for each in review.duties.cycles],
        "conflicts": [conflict_to_json(each) for each in review.duties.conflicts],
        "corrections": corrections_to_json(review.duties),
        "citations": [_cited(cited) for cited in review.citations],
        "events": [_dated(event) for event in review.events],
        "calendar": [calendar_entry_to_json(each) for each in review.calendar.entries],
        "undated": [calendar_entry_to_json(each) for each in review.calendar.undated],
        "figures": [{"document": each.text, **audited_to_json(each)} for each in review.figures.figures],
        **between_figures(review.figures, [text.key for text in review.texts]),
        "divides": [divide_to_json(each) for each in review.divides],
        "coverage": coverage_to_json(review.coverage),
        "contributions": [reported_to_json(each) for each in review.contributions],
        "needs": needs_to_json(review.needs),
        "health": [
            {"document": each.document, **health_note_to_json(note)}
            for each in review.health
            for note in each.notes
        ],
        "attention": [_attention(each) for each in review.attention],
        "findings": [_remark(remark) for remark in review.remarks],
        "quotes": [_quote(quote) for quote in review.quotes],
        "sources": _sources(review),
    }


def _workspace(review: Review) -> dict[str, Any]:
    return {
        "texts": len(review.texts),
        "adopted": sum(text.document.data.status == "adopted" for text in review.texts),
        "drafts": sum(text.document.data.status == "draft" for text in review.texts),
        "example": review.example,
        "fingerprint": review.fingerprint,
        "version": __version__,
    }


def _text(text: Text) -> dict[str, Any]:
    data = text.document.data
    return {
        "key": text.key,
        "symbol": data.symbol,
        "title": data.title,
        "organ": data.organ,
        "session": data.session,
        "agenda_item": data.agenda_item,
        "status": data.status,
        "adopted": data.adopted,
        "distributed": data.distributed,
        "committee_report": data.committee_report,
        "plenary": data.plenary,
        "language": data.language,
        "example": text.example,
        "after_as_of": text.after_as_of,
        "same_as": text.twin_of,
        "counts": asdict(text.counts),
        "source": text.document.source.name,
    }


def _chain(chain: Chain) -> dict[str, Any]:
    return {
        "name": chain.name,
        "basis": chain.basis,
        "example": chain.example,
        "members": [_member(member) for member in chain.members],
    }


def _member(member: Member) -> dict[str, Any]:
    return {
        "symbol": member.symbol,
        "session": member.session,
        "adopted": member.adopted,
        "confidence": member.confidence,
        "held": member.held,
        "document": member.text,
        "drafts": list(member.drafts),
    }


def _step(step: Step) -> dict[str, Any]:
    shared = comparison_to_json(step.comparison)
    return {
        "chain": step.chain,
        "documents": {"from": step.old, "to": step.new},
        "not_held_between": list(step.not_held_between),
        **shared,
    }


def _cited(cited: Cited) -> dict[str, Any]:
    return {"symbol": cited.symbol, "held": cited.held, "places": [_passage(each) for each in cited.places]}


def _dated(event: Dated) -> dict[str, Any]:
    return {
        "name": event.name,
        "place": event.place,
        "start": event.start,
        "end": event.end,
        "when": event.when,
        "places": [_passage(each) for each in event.passages],
    }


def _attention(attention: Attention) -> dict[str, Any]:
    return {
        "rule": attention.rule,
        "words": attention.words,
        "because": attention.because,
        "links": [_passage(each) for each in attention.passages],
    }


def _remark(remark: Remark) -> dict[str, Any]:
    finding = remark.finding
    return {
        "document": remark.text,
        "code": finding.code.value,
        "place": finding.place,
        "message": finding.message,
        "advice": finding.advice,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "document": quote.text,
        "paragraph": quote.paragraph.id,
        "text": quote.paragraph.text,
        "source": quote.source,
        "spans": [[span.start, span.end] for span in quote.paragraph.spans],
    }


def _passage(passage: Passage) -> dict[str, str]:
    return {"document": passage.text, "paragraph": passage.place}


def _sources(review: Review) -> Sequence[dict[str, Any]]:
    read = [text.document.source for text in review.texts]
    return [
        *({"name": each.name, "format": each.format, "sha256": each.sha256, "fault": None} for each in read),
        *(_data_file(each) for each in review.data_files),
        *(
            {"name": each.name, "format": None, "sha256": each.sha256, "fault": each.what}
            for each in review.damages
        ),
    ]


def _data_file(file: DataFile) -> dict[str, Any]:
    return {
        "name": file.name,
        "format": file.format,
        "sha256": file.sha256,
        "fault": None,
        "publisher": file.publisher,
        "title": file.title,
        "vintage": file.vintage.isoformat() if file.vintage else None,
        "observations": file.observations,
    }
