"""Duties as a workbook. Computes nothing."""

from collections.abc import Sequence

from stocktake.publish.commitments_layout import COLUMNS, heads, rows_of
from stocktake.publish.sheet import to_xlsx
from stocktake.review.asked import Asked


def commitments_xlsx(asked: Sequence[Asked]) -> bytes:
    """One row per duty, in the columns of the CSV; the same duties give the same bytes."""
    return to_xlsx("Duties", heads(), rows_of(asked), [column.width for column in COLUMNS])
