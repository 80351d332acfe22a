"""What answers a request: a receipt of a later text, of the same kind, by one who was asked, on the same matter.

Knows when a receipt is no answer: what the asking text took up itself, documents of an earlier session than the
request or of another session than was asked for. Does not know which requests are one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.compare.passage import letters_and_digits
from stocktake.documents.cycles.held import Held
from stocktake.documents.cycles.receipts import Receipt
from stocktake.documents.cycles.subject import Subjects
from stocktake.frameworks.cycle_words import delivered_kinds, object_of
from stocktake.values.ordinal import ordinal_number
from stocktake.values.symbol import NotASymbolError, Symbol

# So much of the shorter clause's telling words the other must hold; less where an author who was asked is named: the
# author and the kind of thing then agree already.
ABOUT_THE_SAME = 0.55
ABOUT_THE_SAME_BY_AUTHOR = 0.4
_ASSEMBLY = "GA-"


class Asking(NamedTuple):
    """A duty to hand something in, and the place of its text among the texts held."""

    at: int
    duty: Commitment


@dataclass(frozen=True, slots=True)
class Answer:
    """A receipt on a request's matter.

    Attributes:
        at: The place of its text.
        receipt: The clause.
        because: Why it is counted to the request.
        to: The place of the text whose request it answers; None where no text held asked for it.
        is_bare: Its words do not tell the matter; only author and session do.
    """

    at: int
    receipt: Receipt
    because: str
    to: int | None
    is_bare: bool = False


def kind_of(duty: Commitment) -> str | None:
    """What is to be handed in, by the kinds under which requests and receipts meet; None where nothing is."""
    words = duty.deliverable.kind if duty.deliverable else object_of(duty.action)
    return delivered_kinds().get(words, words) if words else None


def is_to_hand_in(duty: Commitment) -> bool:
    """Whether a duty asks for something that later texts take up: a report, not a meeting or an agenda item."""
    return kind_of(duty) in delivered_kinds().values()


def find_answers(asked: Sequence[Asking], texts: Sequence[Held], subjects: Subjects) -> Iterator[Answer]:
    """What the texts take up on the matter of one request, from the text that first asks on.

    Args:
        asked: Where it was asked, oldest first.
        texts: The texts held, oldest first.
        subjects: The measure over them.
    """
    for at in range(asked[0].at, len(texts)):
        for receipt in texts[at].receipts:
            matching = [each for each in asked if _is_on(each.duty, receipt, subjects)]
            if matching:
                yield _answer(at, receipt, matching, texts)
                continue
            names_one = subjects.names_a_matter(receipt.matter)
            fitting = [each for each in asked if _fits(receipt, each, names_one=names_one)]
            to = _of_session(at, receipt, fitting, texts)
            if to is not None:
                yield _by_session(at, receipt, to)


def _fits(receipt: Receipt, asking: Asking, *, names_one: bool) -> bool:
    """Whether the session asked for tells, where words do not tell the matter.

    What names a matter of its own is not told by the session of its symbol; the report of a body on its session is.
    """
    if names_one:
        return _number(asking) in _numbers_of_sessions(receipt.matter)
    return _is_by_asked(asking.duty, receipt) and _session(asking) in _sessions(receipt.symbols)


def _by_session(at: int, receipt: Receipt, to: Asking) -> Answer:
    session = to.duty.deadline.session if to.duty.deadline else None
    if _is_by_asked(to.duty, receipt):
        return Answer(
            at, receipt, f"by one who was asked; of the session asked for ({session})", to.at, is_bare=True
        )
    because = f"of the session asked for ({session}); not by one who is known to be asked"
    return Answer(at, receipt, because, None, is_bare=True)


def _is_on(duty: Commitment, receipt: Receipt, subjects: Subjects) -> bool:
    """Whether a receipt is on the matter of a duty, and not by somebody else."""
    by_author = _is_by_asked(duty, receipt)
    if receipt.kind != kind_of(duty) or (receipt.authors and not by_author):
        return False
    needed = ABOUT_THE_SAME_BY_AUTHOR if by_author else ABOUT_THE_SAME
    matter = duty.action or duty.quote
    return subjects.share_a_matter(matter, receipt.matter) and subjects.shared(matter, receipt.matter) >= needed


def _is_by_asked(duty: Commitment, receipt: Receipt) -> bool:
    return bool(receipt.authors & {each.name for each in duty.addressees})


def _answer(at: int, receipt: Receipt, matching: Sequence[Asking], texts: Sequence[Held]) -> Answer:
    """The receipt, with the request it answers: that for its session, else the last one before it."""
    by = ", by one who was asked" if _is_by_asked(matching[0].duty, receipt) else ""
    asked_for = _of_session(at, receipt, matching, texts)
    if asked_for is not None:
        because = f"on the same matter{by}; of the session asked for ({_session(asked_for)})"
        return Answer(at, receipt, because, asked_for.at)
    sessions = _sessions(receipt.symbols)
    before = [each for each in matching if _can_answer(at, receipt, each, texts)]
    if before and not (sessions and any(map(_session, before))):
        because = f"on the same matter{by}; asked in {texts[before[-1].at].said}"
        return Answer(at, receipt, because, before[-1].at)
    which = f" ({', '.join(sorted(sessions))})" if sessions else ""
    because = f"on the same matter{by}; no text held asks for that of this session{which}"
    return Answer(at, receipt, because, None)


def _of_session(at: int, receipt: Receipt, asked: Sequence[Asking], texts: Sequence[Held]) -> Asking | None:
    """The last request before the receipt for this kind of thing, for its session: by its symbol, or by its words."""
    sessions = _sessions(receipt.symbols)
    numbers = _numbers_of_sessions(receipt.matter)
    fitting = [
        each
        for each in asked
        if receipt.kind == kind_of(each.duty)
        and (not receipt.authors or _is_by_asked(each.duty, receipt))
        and (_session(each) in sessions or _number(each) in numbers)
        and _can_answer(at, receipt, each, texts)
    ]
    return fitting[-1] if fitting else None


def _number(asking: Asking) -> int | None:
    """The number of the session that a request names; not the Assembly's, which does not report on its sessions."""
    session = asking.duty.deadline.session if asking.duty.deadline else None
    number = session.rpartition("-")[2] if session and not session.startswith(_ASSEMBLY) else ""
    return int(number) if number.isdigit() else None


def _numbers_of_sessions(words: str) -> set[int | None]:
    """The numbers of the sessions that words speak of: "on its twenty-eighth session", "at the ... session of the"."""
    found = (ordinal_number(each["ordinal"]) for each in _SESSION.finditer(words))
    return {each for each in found if each is not None}


_SESSION = re.compile(
    r"\b(?:on|at)\s(?:the\swork\sof\s)?(?:its|the)\s(?P<ordinal>[\w-]+)\s(?:(?:annual|regular|substantive|resumed)\s)?session\b"
)


def _can_answer(at: int, receipt: Receipt, asking: Asking, texts: Sequence[Held]) -> bool:
    """Whether the receipt is of a later text, and of what that text and those before it did not have yet."""
    own = _number_of_session(texts[asking.at].name)
    sessions = {int(each.removeprefix(_ASSEMBLY)) for each in _sessions(receipt.symbols)}
    is_older = own is not None and bool(sessions) and max(sessions) < own
    return asking.at < at and not is_older and not any(_has(text, receipt) for text in texts[: asking.at + 1])


def _has(text: Held, receipt: Receipt) -> bool:
    """Whether a text takes up the same already: the same symbols, or the same words where there are none."""
    if receipt.symbols:
        return any(set(receipt.symbols) <= set(each.symbols) for each in text.receipts)
    return letters_and_digits(receipt.quote) in {letters_and_digits(each.quote) for each in text.receipts}


def _session(asking: Asking) -> str | None:
    """The Assembly session that a request names."""
    session = asking.duty.deadline.session if asking.duty.deadline else None
    return session if session and session.startswith(_ASSEMBLY) else None


def _sessions(symbols: Iterable[str]) -> set[str]:
    """The sessions whose documents are cited: ``GA-79`` for A/79/62; a subsidiary body's sessions are its own."""
    parsed = [Symbol.parse(each) for each in symbols]
    return {
        f"{_ASSEMBLY}{half[1]}" for each in parsed for half in each.halves if half[0] == "A" and half[1].isdigit()
    }


def _number_of_session(name: str) -> int | None:
    try:
        return Symbol.parse(name).session
    except NotASymbolError:
        return None
