"""Cycles and colliding rhythms as JSON data. Knows the keys and their order; computes nothing."""

from typing import Any

from stocktake.documents.cycles.model import Conflict, Cycle, Stage


def cycle_to_json(cycle: Cycle) -> dict[str, Any]:
    """What became of one request or body, text by text; null where a day is not known."""
    return {
        "id": cycle.id,
        "kind": cycle.kind,
        "subject": cycle.subject,
        "state": cycle.state,
        "because": cycle.because,
        "due": cycle.due.isoformat() if cycle.due else None,
        "carried": cycle.carried,
        "answered": list(cycle.answered),
        "stages": [_stage(each) for each in cycle.stages],
    }


def conflict_to_json(conflict: Conflict) -> dict[str, Any]:
    """Duties of different rhythm for one thing, in the order of the texts."""
    return {
        "subject": conflict.subject,
        "because": conflict.because,
        "duties": [
            {"commitment": name, "rhythm": rhythm, "words": words}
            for name, (rhythm, words) in zip(conflict.commitments, conflict.readings, strict=True)
        ],
    }


def _stage(stage: Stage) -> dict[str, Any]:
    return {
        "kind": stage.kind,
        "document": stage.document,
        "adopted": stage.adopted.isoformat() if stage.adopted else None,
        "paragraph": stage.paragraph,
        "quote": stage.quote,
        "spans": [list(span) for span in stage.spans],
        "symbols": list(stage.symbols),
        "commitment": stage.commitment,
        "because": stage.because,
    }
