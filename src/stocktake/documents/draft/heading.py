"""Rules on the lines around the text: a resolution becomes a draft of the next session.

Knows which line changes and into what. The draft's own symbol and its agenda item are given out later: they are
bracketed.
"""

from collections.abc import Iterator

from stocktake.documents.draft.lines import TitleLine, print_number, print_session, title_lines
from stocktake.documents.draft.model import BLANK, Datum, ProposedChange
from stocktake.documents.draft.situation import Situation
from stocktake.values.ordinal import LARGEST

_DRAFT = "The next text begins as a draft."
_GONE = frozenset({"distributed", "report", "vote", "plenary", "closing date"})


def heading(situation: Situation) -> Iterator[ProposedChange]:
    """The changed lines of heading and end, each replaced as far as it changes."""
    lines = title_lines(situation.base)
    for line in (*lines.before, *lines.after):
        yield from _change(situation, line)


def _change(situation: Situation, line: TitleLine) -> Iterator[ProposedChange]:
    status = situation.base.data.status
    datum = Datum(f"the base text is {_described(situation)}", f"heading of {situation.base.source.name}")
    if line.kind == "symbol":
        yield _whole(line, BLANK, "The draft gets a symbol of its own.", None)
    elif line.kind == "session" and situation.next_session and situation.next_session <= LARGEST:
        yield _whole(line, print_session(situation.next_session), "The draft is of the next session.", datum)
    elif line.kind == "agenda item":
        old = situation.base.data.agenda_item or ""
        start = line.text.index(old)
        words = "Agenda items are numbered anew each session."
        yield ProposedChange(line.kind, start, len(line.text), old, f"[{old}]", words, "heading")
    elif status == "adopted":
        yield from _no_longer_adopted(situation, line, datum)


def _no_longer_adopted(situation: Situation, line: TitleLine, datum: Datum) -> Iterator[ProposedChange]:
    number = print_number(situation.base.data.symbol)
    if line.kind == "status":
        yield _whole(line, "Draft", _DRAFT, datum)
    elif line.kind == "adoption":
        yield _whole(line, "Draft resolution", _DRAFT, datum)
    elif line.kind in _GONE:
        yield _whole(line, "", f"{_DRAFT} This line comes with adoption.", datum)
    elif line.kind == "title" and number and line.text.startswith(f"{number}. "):
        old = f"{number}. "
        yield ProposedChange(
            line.kind, 0, len(old), old, "", f"{_DRAFT} Its number comes with adoption.", "heading", datum
        )


def _whole(line: TitleLine, new: str, reason: str, datum: Datum | None) -> ProposedChange:
    return ProposedChange(line.kind, 0, len(line.text), line.text, new, reason, "heading", datum)


def _described(situation: Situation) -> str:
    data = situation.base.data
    session = f" of the {print_session(data.session).lower()}" if data.session else ""
    return f"{situation.base.name}{session}, {data.status}"
