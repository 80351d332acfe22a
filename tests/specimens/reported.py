"""Contributions on invented texts, and what the evidence on their duties is weighed from."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from invented import resolution
from workshop import CHAIN, document

from stocktake.documents.model import Document
from stocktake.register import Contribution, Correction, Judgement
from stocktake.review.build import Besides, build_review
from stocktake.review.duties import Followed
from stocktake.review.evidence.given import Given, Levels, no_levels

AS_OF = date(2045, 1, 15)
BEGINNING = datetime(2044, 12, 20, 9, tzinfo=UTC)
MEND = "Calls upon the kite makers of Examplia to mend torn tails within two days;"
MENDED = "Calls upon the kite makers of Examplia to mend torn tails within three days;"
REPORT = (
    "Requests the Secretary-General to submit to the General Assembly at its {} session a report on torn tails;"
)
TAKEN = "Takes note of the report of the Secretary-General on torn tails (A/98/40);"
STRESSED = "Stresses the need for longer strings;"
WEIGHED = "Invites kite makers to consider the weight of tails;"
GIFT = "Welcomes the gift of nine balls of string to the towns that lost theirs;"


def texts() -> list[Document]:
    """Two adopted texts, a year apart: the later one mends the earlier one and moves its paragraphs."""
    words = {
        (97, 901): (MEND, REPORT.format("ninety-eighth"), GIFT),
        (98, 902): (GIFT, TAKEN, MENDED, REPORT.format("ninety-ninth"), STRESSED, WEIGHED),
    }
    return [document(resolution(*place, operative=said), f"{place[0]}.txt") for place, said in words.items()]


def given(
    of: Sequence[Document] | None = None,
    levels: Levels = no_levels,
    as_of: date = AS_OF,
    corrections: Sequence[Correction] = (),
) -> Given:
    """What is held of these texts."""
    made = build_review(texts() if of is None else of, as_of, [CHAIN], Besides(corrections=corrections))
    used = [text for text in made.texts if text.used]
    names = {text.document.data.symbol or "": text for text in used}
    followed = (
        Followed(
            made.threads,
            {each.name: names[each.name].document for each in made.threads.held},
            {each.name: names[each.name].key for each in made.threads.held},
        )
        if made.threads
        else None
    )
    return Given(used, made.duties, followed, made.citations, levels)


def contribution(number: int = 1, **parts: Any) -> Contribution:
    """A self-report of the Kite Office on paragraph 3 of the later text, recorded in the minute ``number``."""
    usual: dict[str, Any] = {
        "id": UUID(int=number),
        "who": "Kite Office",
        "entity_type": "government",
        "title": f"Tails mended in {number} towns",
        "where": ("KEN",),
        "start": "2044-03",
        "answers": ("98/902:3",),
        "evidence": "self-report",
        "by": "A. Person",
        "recorded_at": BEGINNING + timedelta(seconds=number),
    }
    return Contribution(**{**usual, **parts})


def same(first: int, second: int, number: int = 900) -> Judgement:
    """That two contributions tell of one action."""
    return Judgement(
        id=UUID(int=number),
        first=UUID(int=first),
        second=UUID(int=second),
        verdict="same",
        because="one workshop",
        by="B. Person",
        recorded_at=BEGINNING + timedelta(days=1),
    )
