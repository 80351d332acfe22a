"""Needs against offers on a day: who can help with what, why, and what nobody offers or nobody asked for."""

from stocktake.review.needs.model import NeedsView
from stocktake.review.needs.views import Chosen, view_needs

__all__ = ["Chosen", "NeedsView", "view_needs"]
