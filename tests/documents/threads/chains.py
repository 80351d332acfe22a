"""Invented chains of texts for the tests of threads: the sessions are ones that no assembly has reached."""

from collections.abc import Sequence
from dataclasses import replace

from tests.documents.compare.factories import document, provision

from stocktake.documents.model import Document, Status
from stocktake.documents.threads.model import ChainText


def symbol(session: int) -> str:
    """The symbol of the text of this session."""
    return f"A/RES/{session}/1"


def adopted(session: int) -> str:
    """The day on which the text of this session was adopted."""
    return f"{session + 1945}-12-15"


def text(
    session: int, operative: Sequence[str], preamble: Sequence[str] = (), *, status: Status = "adopted"
) -> Document:
    """The text of a session: adopted, or a draft that prints its session alone."""
    made = document(operative, preamble, symbol=symbol(session) if status == "adopted" else None)
    data = replace(
        made.data,
        session=session,
        status=status,
        language="en",
        adopted=adopted(session) if status == "adopted" else None,
    )
    return replace(made, data=data, source=replace(made.source, name=f"{session}.txt"))


def of(*numbers: int) -> list[str]:
    """The provisions of these numbers."""
    return [provision(number) for number in numbers]


def chain(*sessions: int) -> list[ChainText]:
    """The texts of these sessions as the frameworks would list them."""
    return [ChainText(symbol(session), adopted(session)) for session in sessions]
