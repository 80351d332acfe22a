"""What a text asks as of a date: its duties with their state and themes, and some of them by name.

Knows how a duty is chosen by who is named, how strongly it is asked, what it is about and when it is due. Finds
nothing itself. Does not know other texts: what became of a duty is for ``review.duties``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from stocktake.documents.commitments import find_commitments
from stocktake.documents.commitments.model import Commitment, Strength
from stocktake.documents.commitments.timing import state_on
from stocktake.documents.find.themes import ThemeLabel, find_themes
from stocktake.documents.model import Document
from stocktake.frameworks.actors import actor_named
from stocktake.register import Correction
from stocktake.review.corrected import Corrected
from stocktake.review.corrections import attach

State = Literal["ahead", "due", "passed", "overdue", "open-ended", "not dated"]
"""Where a deadline stands. ``overdue``: passed, and a text held that should tell what came of it tells nothing."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One duty of one text, as of a date.

    Attributes:
        text: The symbol of the text, or its file's name where it prints none.
        corrected: The duty, as it counts and as it was read.
        state: Where its deadline stands on the date.
        labels: What its paragraph is about, by the mapping of our own or by name.
    """

    text: str
    corrected: Corrected
    state: State
    labels: tuple[ThemeLabel, ...]

    @property
    def commitment(self) -> Commitment:
        """The duty as it counts."""
        return self.corrected.commitment

    @property
    def themes(self) -> tuple[str, ...]:
        """The codes of its themes, each once: those a person gave, else those found."""
        given = self.corrected.themes
        return tuple(dict.fromkeys(label.label for label in self.labels)) if given is None else given


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which duties are wanted; what is None does not choose.

    Attributes:
        addressee: Who is asked, by any name the frameworks know, or by words of the name as printed.
        naming: Who is asked, goes between or receives.
        strength: How strongly it is asked.
        theme: The code of a theme: ``C2``, ``SDG 9``, ``GDC 1``.
        due_by: Dated, and due on this day or before it.
    """

    addressee: str | None = None
    naming: str | None = None
    strength: Strength | None = None
    theme: str | None = None
    due_by: date | None = None


def list_asked(document: Document, as_of: date, corrections: Iterable[Correction] = ()) -> tuple[Asked, ...]:
    """Every duty of ``document``, asked and reported, in the order of the text; not what a person said is none.

    Args:
        document: As read.
        as_of: The date of the states.
        corrections: What people recorded; those on other texts do nothing here.
    """
    corrected = attach({document.name: find_commitments(document)}, tuple(corrections), None).texts[document.name]
    return as_asked(document.name, find_themes(document), [each for each in corrected if each.is_duty], as_of)


def as_asked(
    name: str, labels: Sequence[ThemeLabel], duties: Iterable[Corrected], as_of: date
) -> tuple[Asked, ...]:
    """Duties of the text called ``name``, as of a date, each with the labels of its paragraph."""
    return tuple(
        Asked(
            name,
            each,
            state_on(each.commitment.deadline, as_of),
            tuple(label for label in labels if label.paragraph == each.commitment.paragraph),
        )
        for each in duties
    )


def narrow(asked: Iterable[Asked], wanted: Wanted) -> tuple[Asked, ...]:
    """Those of ``asked`` that are wanted, in their order."""
    return tuple(each for each in asked if _is_wanted(each, wanted))


def _is_wanted(asked: Asked, wanted: Wanted) -> bool:
    duty = asked.commitment
    return (
        (wanted.addressee is None or _names(wanted.addressee, addressee_names(duty)))
        and (wanted.naming is None or _names(wanted.naming, all_names(duty)))
        and (wanted.strength is None or duty.strength == wanted.strength)
        and (wanted.theme is None or _code(wanted.theme) in map(_code, asked.themes))
        and (wanted.due_by is None or _is_due_by(duty, wanted.due_by))
    )


def _code(theme: str) -> str:
    """A theme's code as it is compared: "SDG 9" and "sdg9" are one."""
    return theme.casefold().replace(" ", "")


def addressee_names(duty: Commitment) -> tuple[str, ...]:
    """Who is asked, by name."""
    return tuple(each.name for each in duty.addressees)


def all_names(duty: Commitment) -> tuple[str, ...]:
    """Who is asked, goes between or receives, each once, in this order."""
    recipients = duty.deliverable.recipients if duty.deliverable else ()
    return tuple(dict.fromkeys(each.name for each in (*duty.addressees, *duty.through, *recipients)))


def _names(wanted: str, names: Sequence[str]) -> bool:
    known = actor_named(wanted)
    if known is not None:
        return known.name in names
    return any(wanted.casefold() in name.casefold() for name in names)


def _is_due_by(duty: Commitment, day: date) -> bool:
    return duty.deadline is not None and duty.deadline.latest is not None and duty.deadline.latest <= day
