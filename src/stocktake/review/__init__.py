"""The review: one frozen answer, a pure function of the documents of a workspace and a date."""

from stocktake.review.build import build_review
from stocktake.review.model import Review

__all__ = ["Review", "build_review"]
