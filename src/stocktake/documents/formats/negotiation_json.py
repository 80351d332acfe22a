"""A negotiation as JSON: ``stocktake/negotiation/1``, keys in the order of ``docs/reference/shapes.md``.

Knows the shape only; decides nothing. A stage is named by its place in ``stages``, counted from 0.
"""

from collections.abc import Sequence
from typing import Any

from stocktake.documents.compare.negotiation import Negotiation, Provision, Unsurvived

SCHEMA = "stocktake/negotiation/1"


def negotiation_to_json(negotiation: Negotiation, not_held: Sequence[str] = ()) -> dict[str, Any]:
    """The negotiation as plain dictionaries and lists; ``not_held`` are the texts of the chain that lack before it."""
    counts = zip(negotiation.stages, negotiation.provisions_by_stage, negotiation.words_by_stage, strict=True)
    return {
        "schema": SCHEMA,
        "document": negotiation.stages[-1].name,
        "stages": [
            {"name": each.name, "status": each.status, "date": each.date, "provisions": provisions, "words": words}
            for each, provisions, words in counts
        ],
        "not_held": list(not_held),
        "provisions": [_provision(each) for each in negotiation.provisions],
        "unsurvived": [_unsurvived(each) for each in negotiation.unsurvived],
    }


def _provision(provision: Provision) -> dict[str, Any]:
    return {
        "paragraph": provision.paragraph,
        "stage": provision.stage,
        "before": [list(ids) for ids in provision.before],
        "words": [[origin.stage, origin.text] for origin in provision.words],
    }


def _unsurvived(lost: Unsurvived) -> dict[str, Any]:
    return {
        "stage": lost.stage,
        "lost_in": lost.lost_in,
        "paragraph": lost.paragraph,
        "at": lost.at,
        "text": lost.text,
        "whole": lost.whole,
    }
