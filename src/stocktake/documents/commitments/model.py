"""The nouns of the commitment register: a duty, who is asked, what is to come of it, and by when.

All frozen; nothing here computes. The JSON shape is ``stocktake/commitments/1`` in ``docs/reference/shapes.md``.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stocktake.values.span import Span

Strength = Literal["decides", "requests", "urges", "calls upon", "invites", "encourages", "stresses", "other"]
Standing = Literal["asked", "reported"]
"""``asked``: this text asks for it; ``reported``: the text only says that it was asked, by another body or before."""
Rhythm = Literal["annual", "biennial", "triennial", "quadrennial", "quinquennial", "regular", "continuing"]
"""``regular``: again and again, the text does not say how often; ``continuing``: "continue to"."""
UNSPECIFIED = "(unspecified)"
"""Stands for the addressee where the text names none."""


@dataclass(frozen=True, slots=True)
class Named:
    """A body or a class of actors that a duty names.

    Attributes:
        name: Its canonical name in the frameworks; the words as printed where they do not know it, or know it as
            a class that is kept as printed ("all other relevant stakeholders").
        printed: The words as printed, "it" included.
        known: Whether the frameworks know it.
        spans: Where the printed words stand in the source text.
        candidates: Canonical names between which the words leave the choice; empty where there is no doubt.
    """

    name: str
    printed: str
    known: bool
    spans: tuple[Span, ...]
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when, or at which occasion, as the text says it, and the days that can mean.

    Attributes:
        text: The words as printed: ``at its eighty-first session``.
        session: ``GA-81``, ``CSTD-29``; None where no session is named or its body is not known.
        earliest: The first day on which it can fall due; None where the frameworks do not know the session's dates.
        latest: The last day; None as ``earliest``.
        spans: Where the words stand in the source text.
        basis: The record or rule by which words became days.
    """

    text: str
    session: str | None
    earliest: date | None
    latest: date | None
    spans: tuple[Span, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Recurrence:
    """That a duty comes back: how often, and the words that say so."""

    rhythm: Rhythm
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Deliverable:
    """What is to be handed in or set up: its kind (a word of the frameworks), its words, and who receives it.

    Attributes:
        kind: ``report``, ``update``, ``summary``, ``working group``, ``agenda item``, ``meeting`` ... .
        text: The words as printed.
        recipients: The bodies that are to receive it.
        spans: Where the words stand in the source text.
    """

    kind: str
    text: str
    recipients: tuple[Named, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """One clause that asks someone to do something.

    Attributes:
        id: ``80/118:13#1``: the text, the paragraph, the how-manieth clause of it.
        paragraph: The paragraph's id.
        standing: Asked by this text, or only reported by it.
        strength: How strongly it is asked, from the frameworks.
        verb: The verb phrase as printed; an item's is that of its chapeau.
        quote: The words of the clause, verbatim; an item's are the item's own.
        spans: Where the quote stands in the source text.
        chapeau: The id of the paragraph whose verb an item carries on; None for a clause with a verb of its own.
        addressees: Who is asked, in order of print; one ``(unspecified)`` where the text names nobody.
        action: What is asked, verbatim: the clause without verb, addressee and what only links.
        through: The bodies through which it is to be done.
        deliverable: What is to come of it; None where nothing is handed in or set up.
        deadline: By when; None where the text sets none.
        further_deadlines: The others that the clause sets beside it: "by its eighty-sixth session and by 2031".
        recurrence: How often; None where it is asked once.
        rule: The name of the rule that found it.
        doubts: What a person should settle, one sentence each; empty where nothing is ambiguous.
    """

    id: str
    paragraph: str
    standing: Standing
    strength: Strength
    verb: str
    quote: str
    spans: tuple[Span, ...]
    chapeau: str | None
    addressees: tuple[Named, ...]
    action: str
    through: tuple[Named, ...]
    deliverable: Deliverable | None
    deadline: Deadline | None
    recurrence: Recurrence | None
    rule: str
    doubts: tuple[str, ...] = ()
    further_deadlines: tuple[Deadline, ...] = ()
