"""A chain of invented resolutions that ask for much: reports, a working group, dates, two rhythms for one thing."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from invented import resolution
from workshop import document, lineage

from stocktake.documents.commitments import find_commitments
from stocktake.documents.commitments.model import Commitment
from stocktake.documents.model import Document
from stocktake.register import Correction
from stocktake.register.correction import Field
from stocktake.review import Review, build_review
from stocktake.review.build import Besides

AS_OF = date(2045, 1, 15)
CHAIN = lineage((97, 901), (98, 902), (99, 903), name="Kites above example towns")
_TITLE = "“Kites above example towns”"
_GIFT = "Welcomes the gift of nine balls of string to the towns that lost theirs;"
_REPORT = "Requests the Secretary-General to submit to the General Assembly at its {} session {};"
_TORN = "a report on torn kite tails in Examplia"
_ANNUAL = "an annual report on the implementation of the present resolution"
_GROUP = "Decides to establish a working group, the Working Group on String Lengths, to report by the end of 2043;"
_MEND = (
    "Calls upon Member States to mend tails by {}, and invites the Economic and Social Council to measure strings;"
)
_ITEM = "Decides to include in the provisional agenda of its {} session, every two years, the item {};"
_FIRST = (_GIFT, _REPORT.format("ninety-eighth", _TORN), _GROUP, _MEND.format("March 2044"))
_SECOND = (_REPORT.format("ninety-ninth", _ANNUAL), _MEND.format("March 2046"))
_THIRD = (
    _GIFT,
    _REPORT.format("one hundredth", _ANNUAL),
    _MEND.format("March 2046"),
    _ITEM.format("one hundredth", _TITLE),
)


def documents() -> list[Document]:
    """Three adopted texts, a year apart."""
    texts = ((97, 901, _FIRST), (98, 902, _SECOND), (99, 903, _THIRD))
    return [
        document(resolution(session, number, operative=words), f"{session}.txt")
        for session, number, words in texts
    ]


def duty(name: str) -> tuple[str, Commitment]:
    """The text and the duty with this id."""
    for each in documents():
        for found in find_commitments(each):
            if found.id == name:
                return each.data.symbol or "", found
    raise LookupError(name)


def said(number: int, name: str, field: Field, value: str, words: str = "the session moved") -> Correction:
    """A correction of the duty with this id, by A. Person, in the minute ``number``."""
    text, found = duty(name)
    return Correction(
        id=UUID(int=number),
        commitment=name,
        text=text,
        paragraph=found.paragraph,
        quote=found.quote,
        field=field,
        value=value,
        because=words,
        by="A. Person",
        recorded_at=datetime(2045, 1, 4, tzinfo=UTC) + timedelta(minutes=number),
    )


def asking(corrections: Sequence[Correction] = (), as_of: date = AS_OF) -> Review:
    """The review of the chain."""
    return build_review(documents(), as_of, [CHAIN], Besides(corrections=corrections, fingerprint="f" * 64))
