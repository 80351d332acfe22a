"""Moments in time as the register counts them: in Universal Time, by whole days."""

from datetime import UTC, date, datetime, time


def end_of(day: date) -> datetime:
    """The last moment of a day in Universal Time: what was recorded on it counts."""
    return datetime.combine(day, time.max, UTC)
