"""DOCX files with tracked changes: one text against another, and a text with what is proposed for the next draft.

Rejecting all changes gives the old text and accepting all gives the new one, paragraph by paragraph, with numbers
and notes. Numbers are typed, as they stand in the text, so that no word processor renumbers an official text. What
stands around the paragraphs is made from the heading data. Knows the order of the work; the steps are in the
``redline_*`` files beside it.
"""

from collections.abc import Sequence
from datetime import date

from stocktake.documents.compare.model import Comparison
from stocktake.documents.draft import ProposedChange
from stocktake.documents.formats.redline_blocks import blocks_of
from stocktake.documents.formats.redline_draft import track_changes
from stocktake.documents.formats.redline_tracks import TrackedParagraph, track
from stocktake.documents.model import Document

_OURS = "Made by Stocktake; not an official document."


def comparison_to_docx(
    old: Document, new: Document, comparison: Comparison, *, dated: date | None = None
) -> bytes:
    """``new`` against ``old`` as a DOCX file; the same arguments give the same bytes.

    Args:
        old: The text that rejecting all changes gives.
        new: The text that accepting all changes gives.
        comparison: Which paragraph continues which.
        dated: The date that the changes bear; None for none.
    """
    paragraphs = track(blocks_of(old), blocks_of(new), comparison)
    notice = f"{_named(old)} → {_named(new)}: tracked changes. {_OURS}"
    return _file(paragraphs, new, notice, dated)


def draft_to_docx(base: Document, changes: Sequence[ProposedChange], *, dated: date | None = None) -> bytes:
    """The base text with the proposed changes tracked, each with a comment; the same arguments give the same bytes.

    Args:
        base: The text that rejecting all changes gives.
        changes: What is proposed; none touches the words of another.
        dated: The date that changes and comments bear; None for none.
    """
    notice = f"Next draft on the basis of {_named(base)}: technical updates only. {_OURS}"
    return _file(track_changes(blocks_of(base), changes), base, notice, dated)


def _file(paragraphs: Sequence[TrackedParagraph], text: Document, notice: str, dated: date | None) -> bytes:
    from stocktake.documents.formats.redline_parts import pack
    from stocktake.documents.formats.redline_write import write_parts

    title = text.data.title or ""
    return pack(write_parts(paragraphs, dated), title, f"{title}. {notice}" if title else notice)


def _named(text: Document) -> str:
    return f"{text.name} ({text.data.status})"
