"""Evidence as JSON: what is listed, the views by theme, and the export that can be taken in again. Computes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from stocktake.frameworks.themes import Framework
from stocktake.register import Contribution, Judgement
from stocktake.register.columns import CONTRIBUTIONS
from stocktake.register.contribution import EVIDENCE
from stocktake.register.evidence_list import Entry, EvidenceList, ThemeGroup
from stocktake.review.evidence.model import Reported

LIST_SCHEMA = "stocktake/evidence/1"
VIEW_SCHEMA = "stocktake/evidence-view/1"
EXPORT_SCHEMA = "stocktake/contributions/1"


def evidence_to_json(listed: EvidenceList) -> dict[str, Any]:
    """What is listed, in the shape ``stocktake/evidence/1``."""
    return {
        "schema": LIST_SCHEMA,
        "as_of": listed.as_of.isoformat() if listed.as_of else None,
        "actions": listed.actions,
        "contributions": [_entry(each) for each in listed.entries],
        "candidates": [
            {"first": str(each.first), "second": str(each.second), "because": each.because}
            for each in listed.candidates
        ],
    }


def view_to_json(listed: EvidenceList, framework: Framework, groups: Sequence[ThemeGroup]) -> dict[str, Any]:
    """The actions by theme of a framework, in the shape ``stocktake/evidence-view/1``."""
    return {
        "schema": VIEW_SCHEMA,
        "as_of": listed.as_of.isoformat() if listed.as_of else None,
        "view": framework,
        "actions": listed.actions,
        "themes": [
            {
                "code": each.code or None,
                "name": each.name,
                "actions": len(each.contributions),
                "contributions": [str(one.id) for one in each.contributions],
            }
            for each in groups
        ],
    }


def contributions_to_json(
    contributions: Iterable[Contribution], judgements: Iterable[Judgement]
) -> dict[str, Any]:
    """Everything recorded, in the shape ``stocktake/contributions/1``, which ``stocktake evidence add`` takes in."""
    ordered = sorted(contributions, key=lambda each: each.order)
    said = sorted(judgements, key=lambda each: each.order)
    return {
        "schema": EXPORT_SCHEMA,
        "contributions": [CONTRIBUTIONS.data(each) for each in ordered],
        "merges": [
            {key: value if isinstance(value, str) else _printed(value) for key, value in asdict(each).items()}
            for each in said
        ],
    }


def reported_to_json(reported: Reported) -> dict[str, Any]:
    """A contribution in its author's own words, for a review: what it says, not who recorded it."""
    made = reported.contribution
    said = CONTRIBUTIONS.data(made)
    return {
        "id": str(made.id),
        "counted_under": str(reported.action),
        "shown_as": EVIDENCE[made.evidence] if made.evidence else None,
        "paragraphs": [{"document": text, "paragraph": place} for text, place in reported.places],
        **{column.name: said[column.name] for column in CONTRIBUTIONS.content},
        "recorded": made.recorded_at.date().isoformat(),
    }


def template_to_json() -> dict[str, Any]:
    """The template: what each key asks for, and an example that is never taken in."""
    return {
        "schema": EXPORT_SCHEMA,
        "explained": {each.name: each.asks for each in CONTRIBUTIONS.columns},
        "contributions": [{each.name: each.value(each.example) for each in CONTRIBUTIONS.columns}],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    made = entry.contribution
    return {
        **CONTRIBUTIONS.data(made),
        "shown_as": EVIDENCE[made.evidence] if made.evidence else None,
        "state": entry.state,
        "counted_under": str(entry.counted_under) if entry.counted_under else None,
    }


def _printed(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
