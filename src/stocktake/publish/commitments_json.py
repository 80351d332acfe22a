"""Duties as JSON, in the shape ``stocktake/commitments/1``.

Knows the keys and their order (``docs/reference/shapes.md``). Computes nothing.
"""

from collections.abc import Sequence
from typing import Any

from stocktake.documents.commitments.model import Deadline, Deliverable, Named, Recurrence
from stocktake.documents.find.themes import ThemeLabel
from stocktake.review.asked import Asked, addressee_names
from stocktake.review.corrected import Applied
from stocktake.values.span import Span

SCHEMA = "stocktake/commitments/1"


def commitments_to_json(document: str | None, asked: Sequence[Asked]) -> dict[str, Any]:
    """The duties, ready for ``json.dumps``; those that the text only reports stand apart.

    Args:
        document: The symbol of the text, or None.
        asked: Its duties.
    """
    return {
        "schema": SCHEMA,
        "document": document,
        "commitments": [asked_to_json(each) for each in asked if each.commitment.standing == "asked"],
        "reported": [asked_to_json(each) for each in asked if each.commitment.standing == "reported"],
    }


def asked_to_json(asked: Asked) -> dict[str, Any]:
    """One duty."""
    duty = asked.commitment
    return {
        "id": duty.id,
        "paragraph": duty.paragraph,
        "strength": duty.strength,
        "verb": duty.verb,
        "quote": duty.quote,
        "spans": _spans(duty.spans),
        "addressees": list(addressee_names(duty)),
        "action": duty.action,
        "through": [each.name for each in duty.through],
        "deadline": _deadline(duty.deadline),
        "recurring": duty.recurrence is not None,
        "rule": duty.rule,
        "asked": [_named(each) for each in duty.addressees],
        "channels": [_named(each) for each in duty.through],
        "deliverable": _deliverable(duty.deliverable),
        "recurrence": _recurrence(duty.recurrence),
        "chapeau": duty.chapeau,
        "themes": _themes(asked),
        "state": asked.state,
        "doubts": list(duty.doubts),
        "further_deadlines": [_deadline(each) for each in duty.further_deadlines],
        "corrections": [_correction(each) for each in asked.corrected.applied],
    }


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _named(named: Named) -> dict[str, Any]:
    return {
        "name": named.name,
        "printed": named.printed,
        "known": named.known,
        "candidates": list(named.candidates),
        "spans": _spans(named.spans),
    }


def _deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "text": deadline.text,
        "session": deadline.session,
        "earliest": deadline.earliest.isoformat() if deadline.earliest else None,
        "latest": deadline.latest.isoformat() if deadline.latest else None,
        "basis": deadline.basis,
        "spans": _spans(deadline.spans),
    }


def _deliverable(deliverable: Deliverable | None) -> dict[str, Any] | None:
    if deliverable is None:
        return None
    return {
        "kind": deliverable.kind,
        "text": deliverable.text,
        "recipients": [each.name for each in deliverable.recipients],
        "spans": _spans(deliverable.spans),
    }


def _recurrence(recurrence: Recurrence | None) -> dict[str, Any] | None:
    if recurrence is None:
        return None
    return {"rhythm": recurrence.rhythm, "text": recurrence.text, "spans": _spans(recurrence.spans)}


def _themes(asked: Asked) -> list[dict[str, Any]]:
    """The themes that count: those found, or those a person gave, which no words of the text led to."""
    found = {each.label: each for each in asked.labels}
    return [_theme(found[each]) if each in found else _given(each) for each in asked.themes]


def _given(label: str) -> dict[str, Any]:
    framework, space, code = label.rpartition(" ")
    return {
        "framework": framework if space else "WSIS",
        "code": code,
        "basis": "correction",
        "words": [],
        "spans": [],
    }


def _theme(label: ThemeLabel) -> dict[str, Any]:
    return {
        "framework": label.framework,
        "code": label.code,
        "basis": label.basis,
        "words": list(label.words),
        "spans": _spans(label.spans),
    }


def _correction(applied: Applied) -> dict[str, Any]:
    record = applied.correction
    return {
        "id": str(record.id),
        "field": record.field,
        "was": applied.was,
        "value": record.value,
        "because": record.because,
        "by": record.by,
        "recorded_at": record.recorded_at.isoformat(),
        "counts": applied.counts,
        "how": applied.how,
    }
