"""What the rules on the health of mandates look at, and what they say. All frozen; nothing here computes.

The JSON shape of what they say is ``stocktake/health/1``.
"""

from dataclasses import dataclass
from datetime import date

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.compare.model import Comparison
from stocktake.documents.find.events import Event
from stocktake.documents.model import Document
from stocktake.documents.threads.model import Threads
from stocktake.frameworks.health import HealthRule
from stocktake.values.span import Span


@dataclass(frozen=True, slots=True)
class Previous:
    """The text of the chain that is held before the one looked at.

    Attributes:
        name: What it is called.
        comparison: From it to the text looked at.
        commitments: Its duties; empty where only the leading verbs are to be compared.
    """

    name: str
    comparison: Comparison
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class MandateFacts:
    """One text and what is known of it. A rule that needs what is not given stays silent.

    Attributes:
        document: As read.
        name: What it is called, in its threads too.
        as_of: Dates are past or ahead of it.
        stood: The day on which its words were settled: of its adoption, else of its distribution; None where
            neither is known.
        adopted: Whether ``stood`` is the day of adoption.
        commitments: Its duties.
        events: The dated events it names.
        threads: Of its chain, the text among them; None where it is looked at alone.
        previous: The text held before it; None where there is none.
    """

    document: Document
    name: str
    as_of: date
    stood: date | None
    adopted: bool
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    threads: Threads | None = None
    previous: Previous | None = None


@dataclass(frozen=True, slots=True)
class HealthNote:
    """One sign in one paragraph.

    Attributes:
        rule: The name of the rule.
        paragraph: The paragraph's id.
        commitment: The id of the duty it is about; None where it is about the paragraph.
        quote: The words that show it, verbatim.
        spans: Where they stand in the source text.
        because: Why it is shown and what may be considered, in words of advice.
        against: The paragraphs it was held against, as ``79/194:24``; empty where there are none.
    """

    rule: str
    paragraph: str
    commitment: str | None
    quote: str
    spans: tuple[Span, ...]
    because: str
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """What the rules say of one text.

    Attributes:
        document: What the text is called.
        as_of: The date of the review.
        rules: The rules that were on, in their order.
        notes: By rule, then by place.
    """

    document: str
    as_of: date
    rules: tuple[HealthRule, ...]
    notes: tuple[HealthNote, ...]
