"""The form of the challenge: invented paragraphs in the manner of many organs, each with the duties it lays down.

The duties were written down before the program read the paragraphs. ``read`` turns a paragraph into the same form.
"""

from dataclasses import replace
from typing import NamedTuple

from duties import document

from stocktake.documents.commitments import find_commitments
from stocktake.documents.commitments.model import UNSPECIFIED, Commitment

BAR = " | "


class Due(NamedTuple):
    """A duty: its verb as printed, who is asked, and its labels; ``/`` parts names of which any is right.

    ``through``, ``by`` (words of the deadline) and ``often`` are empty where there is none; ``kind`` and ``to`` are
    looked at only where they are given. ``said`` is a duty that is only reported.
    """

    verb: str
    who: str = UNSPECIFIED
    at: str = "1"
    through: str = ""
    by: str = ""
    often: str = ""
    kind: str = ""
    to: str = ""
    said: bool = False


class Case(NamedTuple):
    """A paragraph, with its items, and the duties in it."""

    words: tuple[str, ...]
    due: tuple[Due, ...]


def case(*parts: str | Due) -> Case:
    """A paragraph from its words and its duties."""
    words = tuple(each for each in parts if isinstance(each, str))
    return Case(words, tuple(each for each in parts if isinstance(each, Due)))


def found(organ: str, words: tuple[str, ...]) -> tuple[Commitment, ...]:
    """What the program finds in a paragraph of an organ."""
    read = document(*words)
    return find_commitments(replace(read, data=replace(read.data, organ=organ)))


def _plain(name: str) -> str:
    for article in ("all the ", "all ", "the "):
        name = name.removeprefix(article)
    return name


def _same(expected: str, came: str) -> bool:
    return _plain(came) in [_plain(each) for each in expected.split("/")]


def differences(due: Due, came: Commitment) -> dict[str, tuple[str, str]]:
    """The labels in which a duty differs from what was expected: each with what was expected and what came."""
    deliverable = came.deliverable
    labels = {
        "who": (due.who, BAR.join(each.name for each in came.addressees)),
        "through": (due.through, BAR.join(each.name for each in came.through)),
        "often": (due.often, came.recurrence.rhythm if came.recurrence else ""),
    }
    if due.kind:
        labels["kind"] = (due.kind, deliverable.kind if deliverable else "")
    if due.to:
        labels["to"] = (due.to, BAR.join(each.name for each in deliverable.recipients) if deliverable else "")
    wrong = {label: pair for label, pair in labels.items() if not _all_same(*pair)}
    words = came.deadline.text if came.deadline else ""
    if due.by not in words or (words and not due.by):
        wrong["by"] = (due.by, words)
    return wrong


def _all_same(expected: str, came: str) -> bool:
    wanted, names = expected.split(BAR), came.split(BAR)
    return len(wanted) == len(names) and all(map(_same, wanted, names))


def key(each: Due | Commitment) -> tuple[str, str, bool]:
    """Place, verb and standing, by which duties are told apart."""
    if isinstance(each, Due):
        return each.at, each.verb, each.said
    return each.paragraph, each.verb, each.standing == "reported"
