"""What the texts of a review ask, as nouns: duties, what became of them, what is in force.

All frozen; only look-ups compute.
"""

from dataclasses import dataclass
from datetime import date

from stocktake.documents.cycles.model import Conflict, Cycle
from stocktake.review.asked import Asked, State
from stocktake.review.corrected import Corrected
from stocktake.review.corrections import Lost, Offer


@dataclass(frozen=True, slots=True)
class ParagraphStatus:
    """How one operative paragraph of a text in force stands, as far as the texts tell.

    Attributes:
        text: The key of the text.
        paragraph: The paragraph's id.
        words: Its opening words, verbatim.
        change: What happened since the text held before; None where none is held.
        since: The text in which its thread was first seen; None where it is not followed.
        duties: The ids of its duties.
        addressees: Who is asked, each once.
        state: The state of the duty that wants attention most; None where it asks nothing.
        due: The last day of that duty; None where it has none.
    """

    text: str
    paragraph: str
    words: str
    change: str | None
    since: str | None
    duties: tuple[str, ...]
    addressees: tuple[str, ...]
    state: State | None
    due: date | None


@dataclass(frozen=True, slots=True)
class Duties:
    """What the texts ask.

    Attributes:
        asked: Every duty of every text that is used, by text, in the order of the texts.
        in_force: The names of the texts in force.
        set_aside: Clauses that a person said are no duties.
        offered: Corrections that another text may need too.
        lost: Corrections that could not be put back.
        cycles: What became of requests and bodies, over the chain that is followed.
        conflicts: Duties in force of different rhythm for one thing.
        status: Of each operative paragraph of the texts in force, text by text.
    """

    asked: tuple[Asked, ...]
    in_force: frozenset[str]
    set_aside: tuple[Corrected, ...]
    offered: tuple[Offer, ...]
    lost: tuple[Lost, ...]
    cycles: tuple[Cycle, ...]
    conflicts: tuple[Conflict, ...]
    status: tuple[ParagraphStatus, ...]

    def of(self, text: str) -> tuple[Asked, ...]:
        """The duties of one text."""
        return tuple(each for each in self.asked if each.text == text)
