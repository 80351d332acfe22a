"""What became of requests and of bodies over the texts of a chain: cycles and their stages. All frozen.

A cycle says only what the texts held say. What they do not say is "not known from the texts held".
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stocktake.values.span import Span

CycleKind = Literal["deliverable", "body"]
StageKind = Literal["asked", "reported request", "set up", "composition", "delivered", "noted", "mentioned"]
CycleState = Literal[
    "answered",
    "asked again",
    "no longer asked",
    "open",
    "mentioned since",
    "never mentioned again",
    "not known from the texts held",
]


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing that a text says of the matter.

    Attributes:
        kind: ``asked``; ``reported request``: another body, or an earlier text, asked; ``set up`` and ``composition``
            of a body; ``delivered``: a document that answers is cited; ``noted``: it is received without a symbol;
            ``mentioned``: named otherwise.
        document: The name of the text.
        adopted: The text's date of adoption; None where it prints none.
        paragraph: The paragraph's id.
        quote: The words, verbatim.
        spans: Where they stand in the source text.
        symbols: The symbols of the documents cited for it, canonical; what answers a request comes by its symbol.
        commitment: The id of the duty, for what was asked; None otherwise.
        because: Why it is counted to this cycle.
    """

    kind: StageKind
    document: str
    adopted: date | None
    paragraph: str
    quote: str
    spans: tuple[Span, ...]
    symbols: tuple[str, ...]
    commitment: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Cycle:
    """A request for something to be handed in, or a body with a mandate, followed through the texts held.

    Attributes:
        id: ``79/194:67#1`` for a request, by its first duty; the body's name for a body.
        kind: Something to be delivered, or a body.
        subject: What it is about, in words of the text.
        stages: What the texts say, in order of the texts and of place.
        state: How it stands in the newest text held.
        because: Why, in a sentence, with what is not held.
        due: The days in which it fell due, the latest of them; None where none is known.
        carried: In how many held texts it is asked.
        answered: The ids of the duties that a later text held answers.
    """

    id: str
    kind: CycleKind
    subject: str
    stages: tuple[Stage, ...]
    state: CycleState
    because: str
    due: date | None
    carried: int
    answered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Duties that set different rhythms or dates for the same thing; shown side by side, not settled.

    Attributes:
        subject: What the duties are about, in words of the first.
        commitments: The ids of the duties, in the order of the texts.
        readings: What each says of the rhythm, with its words.
        because: Why they are taken to be about the same.
    """

    subject: str
    commitments: tuple[str, ...]
    readings: tuple[tuple[str, str], ...]
    because: str
