"""Requests followed from text to text: asked, asked again, answered, no longer asked.

A request is a duty with something to be handed in. It is asked again where the paragraph's thread goes on and the
duty with it, or where much the same is asked of the same actors in another place. It is answered by a receipt of a
later text: of the same kind, by one who was asked, on the same matter; and where the request names a session, by a
document of that session. A receipt that names no matter ("takes note of the report of the Secretary-General") answers
only by author and session, and only where no other request could be meant. What the asking text already took up, and
documents of its own session or before, answer nothing; a later text that is silent answers nothing either.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.cycles.held import Held
from stocktake.documents.cycles.model import Cycle, CycleState, Stage, StageKind
from stocktake.documents.cycles.receipts import Receipt
from stocktake.documents.cycles.subject import Subjects
from stocktake.documents.threads.model import Threads
from stocktake.frameworks.cycle_words import delivered_kinds, object_of
from stocktake.values.symbol import Symbol

# So much of the shorter clause's telling words the other must hold; less where an author who was asked is named. On
# the pairs of bench/cycles.py true links have 0.5 and more by author, and what is on another matter less than 0.3.
ABOUT_THE_SAME = 0.55
ABOUT_THE_SAME_BY_AUTHOR = 0.4
# Of the telling words of both clauses, for a request found again in another place: a short clause is easily held.
MUCH_THE_SAME = 0.35
# The same, for a duty in the next text's form of the paragraph.
STAYS = 0.5


@dataclass(frozen=True, slots=True)
class _Answer:
    """A receipt on a request's matter: in which text, why, and whether it answers a request of a text held."""

    at: int
    receipt: Receipt
    because: str
    to: int | None


@dataclass(slots=True)
class _Trail:
    """A request so far: where it was asked (text and duty), and what was taken up on its matter."""

    asked: list[tuple[int, Commitment]]
    answers: list[_Answer] = field(default_factory=list)

    @property
    def last(self) -> tuple[int, Commitment]:
        """Where it was asked last."""
        return self.asked[-1]


def request_cycles(texts: Sequence[Held], threads: Threads, subjects: Subjects) -> tuple[Cycle, ...]:
    """One cycle per request for something to be handed in, in the order in which they were first asked."""
    trails = _trails(texts, threads, subjects)
    for trail in trails:
        trail.answers.extend(_answers(trail, texts, subjects))
    return tuple(_cycle(trail, texts, threads) for trail in trails)


def _trails(texts: Sequence[Held], threads: Threads, subjects: Subjects) -> list[_Trail]:
    trails: list[_Trail] = []
    for at, text in enumerate(texts):
        open_trails = list(trails)
        for duty in filter(_hands_in, text.duties):
            scored = [(_likeness(each, at, duty, (texts, threads, subjects)), each) for each in open_trails]
            best = max(scored, key=lambda each: each[0], default=(0.0, None))
            if best[1] is not None and best[0]:
                best[1].asked.append((at, duty))
                open_trails.remove(best[1])
            else:
                trails.append(_Trail([(at, duty)]))
    return trails


def _hands_in(duty: Commitment) -> bool:
    return _kind(duty) in delivered_kinds().values()


def _kind(duty: Commitment) -> str | None:
    """What is to be handed in, by the kinds under which requests and receipts meet."""
    words = duty.deliverable.kind if duty.deliverable else object_of(duty.action)
    return delivered_kinds().get(words, words) if words else None


def _likeness(trail: _Trail, at: int, duty: Commitment, known: tuple[Sequence[Held], Threads, Subjects]) -> float:
    """How well a duty asks again for what the trail asked for; 0 where it does not."""
    texts, threads, subjects = known
    last, earlier = trail.last
    if _kind(earlier) != _kind(duty) or earlier.standing != duty.standing:
        return 0.0
    lives = [thread.life_in(texts[at].name) for thread in threads.through(texts[last].name, earlier.paragraph)]
    same_place = any(life is not None and duty.paragraph in life.paragraphs for life in lives)
    shared = subjects.shared(earlier.quote, duty.quote)
    if same_place:
        return 1 + shared if shared >= STAYS else 0.0
    return shared if shared >= ABOUT_THE_SAME and _same_askers(earlier, duty) else 0.0


def _same_askers(one: Commitment, other: Commitment) -> bool:
    return {each.name for each in one.addressees} == {each.name for each in other.addressees}


def _answers(trail: _Trail, texts: Sequence[Held], subjects: Subjects) -> Iterator[_Answer]:
    """What the texts take up on the matter, from the one that first asks on."""
    first = trail.asked[0][0]
    for at in range(first, len(texts)):
        for receipt in texts[at].receipts:
            matching = [each for each in trail.asked if _is_on(each[1], receipt, subjects)]
            if matching:
                yield _answer(at, receipt, matching, texts)


def _is_on(duty: Commitment, receipt: Receipt, subjects: Subjects) -> bool:
    """Whether a receipt is on the matter of a duty, and not by somebody else."""
    by_author = _is_by_asked(duty, receipt)
    if receipt.kind != _kind(duty) or (receipt.authors and not by_author):
        return False
    needed = ABOUT_THE_SAME_BY_AUTHOR if by_author else ABOUT_THE_SAME
    return subjects.shared(duty.quote, receipt.quote) >= needed


def _is_by_asked(duty: Commitment, receipt: Receipt) -> bool:
    return bool(receipt.authors & {each.name for each in duty.addressees})


def _answer(
    at: int, receipt: Receipt, matching: Sequence[tuple[int, Commitment]], texts: Sequence[Held]
) -> _Answer:
    """The receipt, with the request it answers: that for its session, else the last one before it."""
    of_session = _sessions(receipt.symbols)
    before = [each for each in matching if each[0] < at]
    by = ", by one who was asked" if _is_by_asked(matching[0][1], receipt) else ""
    for asked, duty in reversed(before):
        session = duty.deadline.session if duty.deadline else None
        if session is not None and session in of_session:
            return _Answer(at, receipt, f"on the same matter{by}; of the session asked for ({session})", asked)
    dated = [duty for _, duty in before if duty.deadline and duty.deadline.session and of_session]
    if before and not dated:
        return _Answer(at, receipt, f"on the same matter{by}; asked in {texts[before[-1][0]].name}", before[-1][0])
    which = f" ({', '.join(sorted(of_session))})" if of_session else ""
    return _Answer(at, receipt, f"on the same matter{by}; no text held asks for that of this session{which}", None)


def _sessions(symbols: Iterable[str]) -> set[str]:
    """The Assembly sessions whose documents are cited: ``GA-79`` for A/79/62."""
    parsed = [Symbol.parse(each) for each in symbols]
    return {f"GA-{each.session}" for each in parsed if each.session is not None and each.nature is None}


def _cycle(trail: _Trail, texts: Sequence[Held], threads: Threads) -> Cycle:
    last = trail.last[1]
    state, because = _state(trail, texts, threads)
    return Cycle(
        id=trail.asked[0][1].id,
        kind="deliverable",
        subject=last.action,
        stages=tuple(_stages(trail, texts)),
        state=state,
        because=because,
        due=last.deadline.latest if last.deadline else None,
        carried=len({at for at, _duty in trail.asked}),
        answered=tuple(duty.id for at, duty in trail.asked if at in {each.to for each in trail.answers}),
    )


def _stages(trail: _Trail, texts: Sequence[Held]) -> list[Stage]:
    """What was taken up and what was asked, text by text; within a text the report comes before the next request."""
    placed = [(each.at, 0, _receiving(texts[each.at], each)) for each in trail.answers]
    placed += [(at, 1, _asking(texts[at], duty)) for at, duty in trail.asked]
    return [stage for _at, _rank, stage in sorted(placed, key=lambda each: each[:2])]


def _asking(text: Held, duty: Commitment) -> Stage:
    kind: StageKind = "asked" if duty.standing == "asked" else "reported request"
    because = "a duty of this text" if duty.standing == "asked" else "the text reports it"
    return Stage(kind, text.name, text.adopted, duty.paragraph, duty.quote, duty.spans, (), duty.id, because)


def _receiving(text: Held, answer: _Answer) -> Stage:
    receipt = answer.receipt
    kind: StageKind = "delivered" if receipt.symbols else "noted"
    return Stage(
        kind,
        text.name,
        text.adopted,
        receipt.paragraph,
        receipt.quote,
        receipt.spans,
        receipt.symbols,
        None,
        answer.because,
    )


def _state(trail: _Trail, texts: Sequence[Held], threads: Threads) -> tuple[CycleState, str]:
    at, duty = trail.last
    name = texts[at].name
    answer = next((each for each in trail.answers if each.to == at), None)
    if answer is not None:
        return "answered", f"{texts[answer.at].name} takes up what {name} asked for"
    if at == len(texts) - 1:
        many = len({each for each, _duty in trail.asked})
        return ("asked again", f"asked in {many} of the texts held") if many > 1 else ("open", f"asked in {name}")
    after = texts[at + 1]
    gap = f"; not held between them: {', '.join(after.not_held_before)}" if after.not_held_before else ""
    if _is_lost(duty, name, threads) and not after.not_held_before:
        return "no longer asked", f"{after.name} does not ask it again, and does not say that it is ended"
    return "not known from the texts held", f"no text held after {name} says what came of it{gap}"


def _is_lost(duty: Commitment, name: str, threads: Threads) -> bool:
    return any(each.document == name and duty.paragraph in each.paragraphs for each in threads.vanished)
