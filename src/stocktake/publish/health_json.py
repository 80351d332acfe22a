"""The health of mandates as JSON, in the shape ``stocktake/health/1``.

Knows the keys and their order. Assesses nothing.
"""

from typing import Any

from stocktake.review.health_model import Health, HealthNote

HEALTH_SCHEMA = "stocktake/health/1"


def health_to_json(health: Health) -> dict[str, Any]:
    """What the rules say of one text, ready for ``json.dumps``; ``rules`` are those that were on."""
    return {
        "schema": HEALTH_SCHEMA,
        "document": health.document,
        "as_of": health.as_of.isoformat(),
        "rules": [{"rule": rule.name, "shows": rule.shows} for rule in health.rules],
        "health": [health_note_to_json(each) for each in health.notes],
    }


def health_note_to_json(note: HealthNote) -> dict[str, Any]:
    """One sign: its rule, place and words, and what may be considered."""
    return {
        "rule": note.rule,
        "paragraph": note.paragraph,
        "commitment": note.commitment,
        "quote": note.quote,
        "spans": [list(span) for span in note.spans],
        "because": note.because,
        "against": list(note.against),
    }
