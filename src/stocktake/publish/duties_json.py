"""What the texts of a review ask, as JSON data: duties, paragraphs, corrections.

Knows the keys and their order (``stocktake/review/1``). Computes nothing.
"""

from collections.abc import Iterator
from typing import Any

from stocktake.publish.commitments_json import asked_to_json
from stocktake.register import Correction
from stocktake.review.asked import Asked
from stocktake.review.duties_model import Duties, ParagraphStatus


def duty_to_json(asked: Asked, duties: Duties) -> dict[str, Any]:
    """One duty: as ``stocktake commitments`` prints it, with its text and whether that is in force."""
    own = asked_to_json(asked)
    return {
        "id": own.pop("id"),
        "text": asked.text,
        "in_force": asked.text in duties.in_force,
        "standing": asked.commitment.standing,
        **own,
    }


def status_to_json(status: ParagraphStatus) -> dict[str, Any]:
    """How one operative paragraph of a text in force stands."""
    return {
        "text": status.text,
        "paragraph": status.paragraph,
        "words": status.words,
        "change": status.change,
        "since": status.since,
        "duties": list(status.duties),
        "addressees": list(status.addressees),
        "state": status.state,
        "due": status.due.isoformat() if status.due else None,
    }


def corrections_to_json(duties: Duties) -> dict[str, Any]:
    """What became of each correction; what those applied changed stands with the duty itself."""
    return {
        "applied": list(_applied(duties)),
        "set_aside": [
            {"commitment": each.original.id, "quote": each.original.quote, **record_to_json(said)}
            for each in duties.set_aside
            if (said := each.counting("not-a-duty")) is not None
        ],
        "offered": [
            {
                "text": each.text,
                "commitment": each.commitment,
                "offered_because": each.because,
                "correction": record_to_json(each.correction),
            }
            for each in duties.offered
        ],
        "lost": [
            {
                "lost_because": each.because,
                "candidates": list(each.candidates),
                "correction": record_to_json(each.correction),
            }
            for each in duties.lost
        ],
    }


def _applied(duties: Duties) -> Iterator[dict[str, Any]]:
    for asked in duties.asked:
        for each in asked.corrected.applied:
            yield {"id": str(each.correction.id), "text": asked.text, "commitment": asked.commitment.id}


def record_to_json(record: Correction) -> dict[str, Any]:
    """One record of the register, without the words of its duty."""
    return {
        "id": str(record.id),
        "text": record.text,
        "recorded_for": record.commitment,
        "field": record.field,
        "value": record.value,
        "because": record.because,
        "by": record.by,
        "recorded_at": record.recorded_at.isoformat(),
    }
