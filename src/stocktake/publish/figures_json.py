"""The figure audit as JSON: each figure with what it is bound to and its verdicts, and what holds between figures.

Knows the keys (``docs/reference/shapes.md``). Computes nothing.
"""

from collections.abc import Sequence
from typing import Any

from stocktake.documents.formats.figures_json import FIGURES_SCHEMA, figure_to_json
from stocktake.review.figures.model import Audit, Audited, Contradiction, Expired, Place, Replacement, Value


def audit_to_json(symbol: str | None, key: str, audit: Audit) -> dict[str, Any]:
    """The figures of one text in the shape ``stocktake/figures/1``, with what the workspace says of them.

    Args:
        symbol: Of the text; None where it prints none.
        key: What the review calls it.
        audit: Of all texts.
    """
    return {
        "schema": FIGURES_SCHEMA,
        "document": symbol,
        "figures": [audited_to_json(each) for each in audit.figures if each.text == key],
        **between_figures(audit, [key]),
    }


def between_figures(audit: Audit, keys: Sequence[str]) -> dict[str, Any]:
    """What holds between figures and beside them, for the texts of these keys."""
    return {
        "contradictions": [_contradiction(each) for each in audit.contradictions if each.text in keys],
        "expired_targets": [_expired(each) for each in audit.expired if each.text in keys],
        "replacements": [_replacement(each) for each in audit.replacements if each.text in keys],
    }


def audited_to_json(audited: Audited) -> dict[str, Any]:
    """One figure: the keys of ``stocktake/figures/1``, then ``bound``, why, and ``verdicts``."""
    bound = audited.binding.bound
    return {
        **figure_to_json(audited.figure),
        "bound": _value(bound) if bound else None,
        "because": audited.binding.because,
        "verdicts": [
            {
                "verdict": each.verdict,
                "because": each.because,
                "against": [_against(one) for one in each.against],
            }
            for each in audited.verdicts
        ],
    }


def _against(against: Value | Place) -> dict[str, Any]:
    return _place(against) if isinstance(against, Place) else _value(against)


def _place(place: Place) -> dict[str, Any]:
    return {"document": place.text, "paragraph": place.paragraph, "printed": place.printed}


def _value(value: Value) -> dict[str, Any]:
    return {
        "indicator": value.indicator,
        "area": value.area,
        "sex": value.sex,
        "location": value.location,
        "year": value.period,
        "vintage": value.published.isoformat() if value.published else None,
        "value": value.value,
        "unit": value.unit,
        "range": [value.range.low, value.range.high],
        "edition": value.edition,
        "source": value.source,
        "basis": value.basis,
        "row": value.row,
        "sha256": value.sha256,
        "record": value.record,
        "sure": value.is_sure,
    }


def _contradiction(each: Contradiction) -> dict[str, Any]:
    return {"document": each.text, "places": [_place(place) for place in each.places], "because": each.because}


def _expired(each: Expired) -> dict[str, Any]:
    return {
        "document": each.text,
        "paragraph": each.paragraph,
        "quote": each.quote,
        "spans": [list(span) for span in each.spans],
        "year": each.year,
        "target": each.target,
        "since": list(each.since),
        "because": each.because,
    }


def _replacement(each: Replacement) -> dict[str, Any]:
    return {
        "document": each.text,
        "paragraph": each.paragraph,
        "start": each.start,
        "end": each.end,
        "old": each.old,
        "new": each.new,
        "because": each.because,
        "source": _value(each.source),
    }
