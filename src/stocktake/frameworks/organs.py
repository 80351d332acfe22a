"""Bodies that adopt resolutions and decisions: their names and the symbols of what they adopt.

Knows which numbers a body can have given, and the form of its symbols. Does not know what was adopted, nor how to
tell from the words around a number which body is meant.
"""

from dataclasses import dataclass
from typing import Literal

from stocktake.frameworks.records import Confidence, load_records
from stocktake.values.resolution_number import Numbering, ResolutionNumber
from stocktake.values.symbol import Symbol

Nature = Literal["resolution", "decision"]
_ANY = (0, 9999)


@dataclass(frozen=True, slots=True)
class Organ:
    """A body that adopts resolutions or decisions.

    Attributes:
        name: Its full name.
        source: Where the record comes from.
        confidence: How sure it is.
        numbering: The ways its numbers are printed, today's first.
        aliases: Shorter names, some of them shared with other bodies.
        resolution: The pattern of its resolutions' symbols; None where no symbol follows from the number.
        decision: The same for decisions.
        sessions: First and last session that is printed in Arabic figures.
        roman: First and last session that is printed in Roman figures.
        numbers: Lowest and highest number of a resolution within a session.
        principal: A principal organ: a number printed without a name can be its own.
    """

    name: str
    source: str
    confidence: Confidence
    numbering: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    resolution: str | None = None
    decision: str | None = None
    sessions: tuple[int, int] = _ANY
    roman: tuple[int, int] = _ANY
    numbers: tuple[int, int] = _ANY
    principal: bool = False

    def can_have(self, number: ResolutionNumber, nature: Nature) -> bool:
        """Whether the body can have given this number: its way of numbering, its sessions, its range."""
        if number.numbering not in self.numbering:
            return False
        session = number.session_number
        first, last = {Numbering.SESSION: self.sessions, Numbering.ROMAN: self.roman}.get(number.numbering, _ANY)
        lowest, highest = self.numbers if nature == "resolution" else _ANY
        return (session is None or first <= session <= last) and lowest <= number.number <= highest

    def symbol(self, number: ResolutionNumber, nature: Nature) -> Symbol | None:
        """The symbol of the resolution or decision with this number; None where none follows from it."""
        pattern = self.resolution if nature == "resolution" else self.decision
        if pattern is None:
            return None
        serial = f"{number.number}[{number.letter}]" if number.letter else number.number
        return Symbol.parse(pattern.format(number=number, session=number.session, serial=serial))


def load_organs() -> tuple[Organ, ...]:
    """All bodies, in the order in which they are tried where the words name none."""
    return load_records("organs", Organ)
