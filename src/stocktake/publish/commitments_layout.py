"""Duties laid out as rows: the three columns that secretariats draw up by hand, and what else is known.

Knows the columns and their order, the same in every table. Computes nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stocktake.documents.commitments.model import Commitment, Named
from stocktake.review.asked import Asked, addressee_names

SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, what stands in it, and how wide it is in a workbook, in characters."""

    title: str
    cell: Callable[[Asked], str]
    width: int = 16


def _deadline(part: str) -> Callable[[Asked], str]:
    def cell(asked: Asked) -> str:
        value = getattr(asked.commitment.deadline, part, None)
        return "" if value is None else str(value)

    return cell


def _duty(part: str) -> Callable[[Asked], str]:
    return lambda asked: str(getattr(asked.commitment, part) or "")


def _joined(names: Sequence[Named]) -> str:
    return SEPARATOR.join(each.name for each in names)


def _correctors(asked: Asked) -> list[str]:
    """Who said what counts, field by field."""
    return [f"{each.correction.field}: {each.correction.by}" for each in asked.corrected.applied if each.counts]


def _recipients(duty: Commitment) -> str:
    return _joined(duty.deliverable.recipients) if duty.deliverable else ""


COLUMNS = (
    Column("Paragraph", lambda asked: asked.commitment.paragraph, 10),
    Column("Action requested", _duty("action"), 70),
    Column("Asked entities", lambda asked: SEPARATOR.join(addressee_names(asked.commitment)), 36),
    Column("Strength", _duty("strength"), 12),
    Column("Through", lambda asked: _joined(asked.commitment.through), 30),
    Column("Deliverable", lambda asked: each.kind if (each := asked.commitment.deliverable) else "", 16),
    Column("Received by", lambda asked: _recipients(asked.commitment), 24),
    Column("Deadline as printed", _deadline("text"), 30),
    Column("Session", _deadline("session"), 10),
    Column("Due from", _deadline("earliest"), 12),
    Column("Due by", _deadline("latest"), 12),
    Column("State", lambda asked: asked.state, 12),
    Column("Rhythm", lambda asked: each.rhythm if (each := asked.commitment.recurrence) else "", 12),
    Column("Themes (own mapping)", lambda asked: SEPARATOR.join(asked.themes), 20),
    Column("To be settled", lambda asked: " ".join(asked.commitment.doubts), 30),
    Column("Words of the text", _duty("quote"), 70),
    Column("Text", lambda asked: asked.text, 16),
    Column("Commitment", lambda asked: asked.commitment.id, 16),
    Column("Standing", _duty("standing"), 10),
    Column("Rule", _duty("rule"), 18),
    Column("Corrected by", lambda asked: SEPARATOR.join(_correctors(asked)), 20),
)


def rows_of(asked: Sequence[Asked]) -> list[list[str]]:
    """One row per duty, one cell per column."""
    return [[column.cell(each) for column in COLUMNS] for each in asked]


def heads() -> list[str]:
    """The heads of the columns."""
    return [column.title for column in COLUMNS]
