"""Needs, offers and mismatches for tests: one of each with any part another. All of it is invented."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from stocktake.register import Mismatch, Need, Offer

BEGINNING = datetime(2044, 5, 4, 9, 30, tzinfo=UTC)
_numbers = count(1)


def need(**parts: Any) -> Need:
    """A need; each call the next id and the next second."""
    number = next(_numbers)
    usual = {
        "id": UUID(int=10_000 + number),
        "area": "ZMB",
        "policy_area": "Payment solutions",
        "recommendation": f"Let kite shop {number} take payments by telephone",
        "assessment": "Kite readiness assessment",
        "status": "open",
        "by": "A. Person",
        "recorded_at": BEGINNING + timedelta(seconds=number),
    }
    return Need(**{**usual, **parts})


def offer(**parts: Any) -> Offer:
    """An offer; each call the next id and the next second."""
    number = next(_numbers)
    usual = {
        "id": UUID(int=20_000 + number),
        "provider": "Kite Fund",
        "programme": f"Kites for trade {number}",
        "kind": "grant",
        "policy_areas": ("Payment solutions",),
        "eligible": ("WLD",),
        "by": "A. Person",
        "recorded_at": BEGINNING + timedelta(seconds=number),
    }
    return Offer(**{**usual, **parts})


def mismatch(asked: Need, offered: Offer, **parts: Any) -> Mismatch:
    """That two do not match; each call the next id and the next second."""
    number = next(_numbers)
    usual = {
        "id": UUID(int=30_000 + number),
        "need": asked.id,
        "offer": offered.id,
        "reason": "for kite shops only",
        "by": "B. Person",
        "recorded_at": BEGINNING + timedelta(seconds=number),
    }
    return Mismatch(**{**usual, **parts})
