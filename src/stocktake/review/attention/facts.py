"""What the rules of attention look at, and what a rule raises. Look-ups only."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stocktake.documents.model import Document
from stocktake.documents.threads.model import Threads
from stocktake.review.duties_model import Duties
from stocktake.review.evidence.model import Standing
from stocktake.review.figures.model import Audit
from stocktake.review.health_model import Health
from stocktake.review.model import Chain, Damage, Dated, Passage, Remark, Step, Text

ONE_BY_ONE = 3
"""Up to so many are named one by one; more are named together, so that one rule does not fill the page."""
NAMED = 10
"""So many places are named where a rule names places of its own."""
OPENING = 150
"""So many characters of a paragraph are quoted."""

Raised = Iterator[tuple[str, Sequence[Passage]]]
"""The words of each thing that a rule raises, and the places meant."""


class Facts(NamedTuple):
    """What the rules look at."""

    chains: Sequence[Chain]
    steps: Sequence[Step]
    events: Sequence[Dated]
    remarks: Sequence[Remark]
    damages: Sequence[Damage]
    texts: Sequence[Text]
    threads: Threads | None
    duties: Duties
    health: Sequence[Health]
    audit: Audit = Audit()
    standings: Sequence[Standing] = ()

    def document(self, key: str) -> Document:
        """The document called ``key``."""
        return next(text.document for text in self.texts if text.key == key)

    def text_of(self, key: str, place: str) -> str:
        """The words of a paragraph; none where there is no such paragraph."""
        paragraph = self.document(key).paragraph(place)
        return paragraph.text if paragraph else ""
