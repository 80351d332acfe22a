"""What a deadline's words take for granted: when and by whom the text was adopted, and whom "its" means.

Holds what the caller knows; finds nothing out.
"""

from dataclasses import dataclass
from datetime import date

from stocktake.documents.model import Document


@dataclass(frozen=True, slots=True)
class Context:
    """The setting of a clause. None wherever the document does not say.

    Attributes:
        adopted: The day on which the text was adopted.
        session: The number of the session at which it was adopted.
        organ: The full name of the organ that adopted it.
        body: The full name of the body that "its" refers to in the clause.
    """

    adopted: date | None = None
    session: int | None = None
    organ: str | None = None
    body: str | None = None

    @classmethod
    def of(cls, document: Document, body: str | None = None) -> "Context":
        """The setting that the document's heading gives, with the body that "its" means."""
        data = document.data
        adopted = date.fromisoformat(data.adopted) if data.adopted else None
        return cls(adopted, data.session, data.organ, body)
