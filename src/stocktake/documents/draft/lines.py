"""The lines that a resolution prints around its paragraphs: heading, opening and end, from the heading data.

Knows the order and the words of these lines in the UN's documents. Gives only lines whose fact the document
printed. Does not know what they look like.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from stocktake.documents.model import Document, HeadingData
from stocktake.values.ordinal import LARGEST, ordinal_words
from stocktake.values.partial_date import MONTHS
from stocktake.values.symbol import NotASymbolError, Symbol


class TitleLine(NamedTuple):
    """One line around the text: what it is, and its words."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class TitleLines:
    """The lines before the first paragraph and those after the last."""

    before: tuple[TitleLine, ...]
    after: tuple[TitleLine, ...]


def print_day(day: date) -> str:
    """The date as the UN prints it: ``15 December 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def print_session(number: int) -> str:
    """The session as a heading prints it: ``Eightieth session``."""
    words = ordinal_words(number) if 0 < number <= LARGEST else f"{number}th"
    return f"{words.capitalize()} session"


def print_number(symbol: str | None) -> str | None:
    """The number by which running text names a resolution: ``80/118``, ``57/270 B``; None where it is none."""
    try:
        number = Symbol.parse(symbol).adopted if symbol else None
    except NotASymbolError:
        return None
    return str(number).replace("[", " ").replace("]", "").replace("(", " (").strip() if number else None


def title_lines(document: Document) -> TitleLines:
    """The lines of ``document``; none for what it does not print."""
    data = document.data
    before = (
        TitleLine("symbol", data.symbol or ""),
        TitleLine("organ", data.organ or ""),
        TitleLine("status", "Adopted text" if data.status == "adopted" else "Draft"),
        TitleLine("distributed", _day(data.distributed, "Distributed: {}")),
        TitleLine("session", print_session(data.session) if data.session else ""),
        TitleLine("committee", data.committee or ""),
        TitleLine("agenda item", f"Agenda item {data.agenda_item}" if data.agenda_item else ""),
        TitleLine("adoption", _adoption(data)),
        TitleLine(
            "report", f"[on the report contained in {data.committee_report}]" if data.committee_report else ""
        ),
        TitleLine("title", _title(data)),
        TitleLine("opening", f"The {data.organ}," if data.organ else ""),
    )
    after = (
        TitleLine("vote", _vote(document)),
        TitleLine("plenary", f"{data.plenary} plenary meeting" if data.plenary else ""),
        TitleLine("closing date", _day(data.adopted, "{}")),
    )
    return TitleLines(tuple(each for each in before if each.text), tuple(each for each in after if each.text))


def _day(iso: str | None, words: str) -> str:
    return words.format(print_day(date.fromisoformat(iso))) if iso else ""


def _adoption(data: HeadingData) -> str:
    if data.status == "draft":
        return data.draft_label or "Draft resolution"
    by = f" by the {data.organ}" if data.organ else ""
    return f"Resolution adopted{by}{_day(data.adopted, ' on {}')}"


def _title(data: HeadingData) -> str:
    number = print_number(data.symbol) if data.status == "adopted" else None
    return f"{number}. {data.title or ''}".strip() if number else data.title or ""


def _vote(document: Document) -> str:
    votes = document.votes
    if votes is None:
        return ""
    return f"Recorded vote: {votes.in_favour} in favour, {votes.against} against, {votes.abstaining} abstaining"
