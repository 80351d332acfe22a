"""The duties of a text in the terminal. Computes nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.publish.terminal import facts, heading, indented, listing, pages
from stocktake.register.words import shown
from stocktake.review.asked import Asked, addressee_names
from stocktake.review.words import counted, long_date

_MOST_NAMED = 8
_LEAST_ROOM = 24  # of 80: without it a long list of those asked leaves the words asked one letter a line


def render_commitments(name: str, asked: Sequence[Asked], as_of: date, among: Sequence[Asked] = ()) -> Group:
    """The page of what one text asks: how much of what, of whom, then duty by duty.

    Args:
        name: What the text is called.
        asked: Its duties, or some of them.
        as_of: The date of the states.
        among: All its duties, where ``asked`` are some of them.
    """
    own = [each for each in asked if each.commitment.standing == "asked"]
    reported = [each for each in asked if each.commitment.standing == "reported"]
    return pages(
        Words(f"{_headline(name, len(own), among)}, as of {long_date(as_of.isoformat())}", style="bold"),
        indented(facts(_sums(own))) if own else None,
        *_part("What is asked", own),
        *_part("Only reported: asked by another body, or before", reported),
        Words(
            "\nThe words of the text: --json, or --html for the browser. The list as a table: --csv, --xlsx FILE.",
            style="dim",
        ),
    )


def _headline(name: str, own: int, among: Sequence[Asked]) -> str:
    """How many things a text asks; where some were chosen, of how many."""
    every = sum(each.commitment.standing == "asked" for each in among)
    return (
        f"{own} of the {counted(every, 'thing')} that {name} asks"
        if among
        else f"{name} asks {counted(own, 'thing')}"
    )


def _sums(asked: Sequence[Asked]) -> list[tuple[str, str]]:
    names = Counter(name for each in asked for name in addressee_names(each.commitment))
    rest = len(names) - _MOST_NAMED
    more = [f"{counted(rest, 'other')}"] if rest > 0 else []
    return [
        ("how strongly", counts(Counter(each.commitment.strength for each in asked).most_common())),
        ("of whom", ", ".join([shown(counts(names.most_common(_MOST_NAMED))), *more])),
        ("deadlines", counts(Counter(each.state for each in asked).most_common())),
        ("to be settled", _doubts(asked)),
    ]


def counts(numbers: Sequence[tuple[str, int]]) -> str:
    """Names with their numbers, in one line."""
    return ", ".join(f"{name} {number}" for name, number in numbers)


def _doubts(asked: Sequence[Asked]) -> str:
    doubtful = [each.commitment.id.partition(":")[2] for each in asked if each.commitment.doubts]
    return f"{counted(len(doubtful), 'duty', 'duties')} ({', '.join(doubtful)})" if doubtful else ""


def _part(title: str, asked: Sequence[Asked]) -> tuple[RenderableType, ...]:
    if not asked:
        return ()
    rows = [
        (
            each.commitment.id.partition(":")[2],
            each.commitment.strength,
            shown(", ".join(addressee_names(each.commitment))),
            _by_when(each),
            each.commitment.action,
        )
        for each in asked
    ]
    return heading(title), indented(listing(("duty", "asks", "whom", "by when", "what"), rows, _LEAST_ROOM))


def _by_when(asked: Asked) -> str:
    deadline, recurrence = asked.commitment.deadline, asked.commitment.recurrence
    when = ""
    if deadline is not None:
        when = deadline.session or (deadline.latest.isoformat() if deadline.latest else deadline.text)
    rhythm = recurrence.rhythm if recurrence else ""
    state = asked.state if deadline else ""
    return "\n".join(filter(None, (when, rhythm, state)))
