"""Notes in Akoma Ntoso: the note stands where its mark first stands, as AKN4UN and the UN's own files have it.

A note is an ``authorialNote`` at its first mark; where the same note is marked again, a ``noteRef`` points to it.
A mark whose note is missing is a ``noteRef`` to nowhere (``#``); a note whose mark stands in no paragraph is left
over for the closing part.
"""

from collections.abc import Callable, Sequence
from typing import Any

from stocktake.documents.formats.akn_names import Ids
from stocktake.documents.formats.akn_words import add, element
from stocktake.documents.model import Note, NoteMark


class NoteWriter:
    """Makes the element for each mark, in order of place.

    Attributes:
        eids: The ``eId`` of each note, in the document's order of notes.
    """

    def __init__(self, notes: Sequence[Note], ids: Ids) -> None:
        self._notes = notes
        self._written: set[int] = set()
        self._index = {
            (place, note.mark): at for at, note in reversed(list(enumerate(notes))) for place in note.paragraphs
        }
        self.eids = [ids.take(f"authorialNote_{at}") for at in range(1, len(notes) + 1)]

    def of(self, paragraph_id: str) -> Callable[[NoteMark], Any]:
        """The function that makes the element for a mark of this paragraph."""
        return lambda mark: self._mark(mark.mark, self._index.get((paragraph_id, mark.mark)))

    def left_over(self) -> list[Any]:
        """The elements of the notes whose mark stands in no paragraph."""
        return [self._mark(note.mark, at) for at, note in enumerate(self._notes) if at not in self._written]

    def _mark(self, marker: str, at: int | None) -> Any:
        if at is None:
            return element("noteRef", marker=marker, href="#")
        if at in self._written:
            return element("noteRef", marker=marker, href=f"#{self.eids[at]}")
        self._written.add(at)
        note = element("authorialNote", marker=marker, placement="bottom", eId=self.eids[at])
        add(note, "p", self._notes[at].text)
        return note
