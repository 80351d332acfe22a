"""Duties as CSV. Computes nothing."""

from collections.abc import Sequence

from stocktake.publish.commitments_layout import heads, rows_of
from stocktake.publish.sheet import to_csv
from stocktake.review.asked import Asked


def commitments_csv(asked: Sequence[Asked]) -> str:
    """One line per duty; the first columns are Paragraph, Action requested, Asked entities."""
    return to_csv(heads(), rows_of(asked))
