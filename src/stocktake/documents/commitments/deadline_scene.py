"""What deadlines are read in: the words of a passage, and when and by whom its text was adopted.

Knows which days lay ahead at the adoption. Does not know sessions, forums or dates in the words.
"""

from dataclasses import dataclass
from datetime import date

from stocktake.documents.commitments.context import Context
from stocktake.frameworks.sessions import ASSEMBLY, session_window


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage's words and their setting, in which sessions are looked for."""

    text: str
    context: Context

    @property
    def day(self) -> date | None:
        """The day of adoption, or the first day of the session of the Assembly at which the text was adopted."""
        if self.context.adopted:
            return self.context.adopted
        if self.context.session and self.context.organ in (None, "General Assembly"):
            window = session_window(ASSEMBLY, self.context.session)
            return window.first if window else None
        return None

    def is_ahead(self, last: date, *, strong: bool = False) -> bool:
        """Whether a date still lay ahead at the adoption; where that day is not known, only strong words count."""
        return strong if self.day is None else last >= self.day
