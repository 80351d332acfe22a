"""What ITU prints beside a value of its data: the status that a note or a source says, and the notes that say more.

Knows that the DataHub says "ITU estimate." in the source as often as in the note. What words mean is data.
"""

from typing import TYPE_CHECKING

from stocktake.findings import Code, Finding
from stocktake.frameworks.statistical_words import status_of
from stocktake.statistics.sources.distinct import Distinct, words_in
from stocktake.statistics.sources.places import listed

if TYPE_CHECKING:
    import pyarrow as pa

_MOST = 5


def statuses_in(*columns: "pa.ChunkedArray | None") -> "pa.ChunkedArray | None":
    """On each row the first of the columns' words that is a status; empty where none is, None without columns."""
    found = [each for each in columns if each is not None]
    if not found:
        return None
    distinct = Distinct(found)
    return distinct.spread([next((word for word in key if word and status_of(word)), "") for key in distinct.keys])


def notes_unread(notes: "pa.ChunkedArray | None") -> tuple[Finding, ...]:
    """A remark on the notes that say something else than a status."""
    words = [] if notes is None else [word for word in words_in(notes).to_pylist() if word and not status_of(word)]
    if not words:
        return ()
    quoted = listed([f"“{' '.join(word.rstrip('.').split())}”" for word in words], _MOST)
    message = f"Notes on single values that are not read: {quoted}."
    advice = "Values with a note may be of other people than the rest, or not comparable with the years before."
    return (Finding(Code.COLUMN_IGNORED, "column", message, advice),)
