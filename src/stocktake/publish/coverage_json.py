"""What the evidence covers, as JSON data: the ``coverage`` of a review. Knows the keys; counts nothing."""

from collections.abc import Iterable
from typing import Any

from stocktake.review.evidence.model import Coverage, Table


def coverage_to_json(coverage: Coverage) -> dict[str, Any]:
    """Counts, silences, themes and tables, ready for ``json.dumps``."""
    return {
        "contributions": coverage.contributions,
        "actions": coverage.actions,
        "entities": coverage.entities,
        "latest": coverage.latest.isoformat() if coverage.latest else None,
        "everywhere": coverage.everywhere,
        "unjudged": coverage.unjudged,
        "silent_paragraphs": [
            {"document": text, "paragraph": paragraph} for text, paragraph in coverage.silent_paragraphs
        ],
        "silent_regions": _named(coverage.silent_regions),
        "themes": [
            {
                "framework": each.framework,
                "code": each.code,
                "name": each.name,
                "actions": each.actions,
                "entities": each.entities,
            }
            for each in coverage.themes
        ],
        "lines_by_region": _table(coverage.lines_by_region),
        "lines_by_goal": _table(coverage.lines_by_goal),
    }


def _table(table: Table) -> dict[str, Any]:
    """A table; cells without an action are left out."""
    return {
        "rows": _named(table.rows),
        "columns": _named(table.columns),
        "cells": [{"row": each.row, "column": each.column, "actions": each.actions} for each in table.cells],
        "unplaced": table.unplaced,
    }


def _named(codes: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"code": code, "name": name} for code, name in codes]
