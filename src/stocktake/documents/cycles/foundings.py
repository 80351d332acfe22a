"""By which texts a body was set up: once, or twice under one name.

Knows that a clause that sets up cites the resolutions by which it is done, and that a text that sets up a body itself
may be cited later. Two clauses tell of one founding where they have a resolution in common.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from stocktake.documents.cycles.held import Held
from stocktake.documents.cycles.model import Stage

_RESOLUTIONS = ("A/RES/", "E/RES/", "S/RES/", "A/DEC/", "E/DEC/", "A/HRC/RES/")


@dataclass(frozen=True, slots=True)
class Founding:
    """One founding.

    Attributes:
        at: The place of the first text held that tells of it.
        document: The name of that text.
        paragraph: The paragraph that tells.
        by: The resolutions by which it was made, as far as the texts tell.
    """

    at: int
    document: str
    paragraph: str
    by: tuple[str, ...]


def foundings(stages: Sequence[tuple[int, Stage]], texts: Sequence[Held]) -> tuple[Founding, ...]:
    """The foundings of which the stages of a body tell, oldest first; where no resolution is named, none."""
    found: list[tuple[Founding, set[str]]] = []
    for at, stage in stages:
        by = _by(at, stage, texts)
        if stage.kind != "set up" or not by:
            continue
        # What tells of a founding may be cited for it later.
        same = next((known for _founding, known in found if known & by), None)
        if same is None:
            same = set()
            found.append((Founding(at, stage.document, stage.paragraph, tuple(sorted(by))), same))
        same |= by | {stage.document}
    return tuple(each for each, _known in found)


def _by(at: int, stage: Stage, texts: Sequence[Held]) -> set[str]:
    """The resolutions that a clause cites, or the text itself where it asks for the body to be set up."""
    cited = {each for each in stage.symbols if each.startswith(_RESOLUTIONS)}
    asked = {duty.id for duty in texts[at].duties if duty.standing == "asked"}
    return cited or ({stage.document} if stage.commitment in asked else set())
