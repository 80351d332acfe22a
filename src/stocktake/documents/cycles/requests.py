"""Requests followed from text to text: asked, asked again, answered, no longer asked.

A request is a duty with something to be handed in. It is asked again where the paragraph's thread goes on and the
duty with it. It is answered by a receipt of a later text: of the same kind, by one who was asked, about the same; and
where the request names a session, by a document of that session. A later text that is silent answers nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.cycles.held import Held
from stocktake.documents.cycles.model import Cycle, CycleState, Stage
from stocktake.documents.cycles.receipts import Receipt
from stocktake.documents.cycles.subject import Subjects
from stocktake.documents.threads.model import Threads
from stocktake.frameworks.cycle_words import delivered_kinds
from stocktake.values.symbol import Symbol

# So much of the shorter clause's telling words the other must hold; less where an author who was asked is named.
ABOUT_THE_SAME = 0.55
ABOUT_THE_SAME_BY_AUTHOR = 0.4
# The same, for a duty in the next text's form of the paragraph.
STAYS = 0.5


@dataclass(slots=True)
class _Trail:
    """A request so far: where it was asked (text and duty), what answered it after each."""

    asked: list[tuple[int, Commitment]]
    answers: list[tuple[int, Receipt, str]] = field(default_factory=list)


def request_cycles(texts: Sequence[Held], threads: Threads, subjects: Subjects) -> tuple[Cycle, ...]:
    """One cycle per request for something to be handed in, in the order in which they were first asked."""
    trails = _trails(texts, threads, subjects)
    for trail in trails:
        trail.answers.extend(_answers(trail, texts, subjects))
    return tuple(_cycle(trail, texts, threads) for trail in trails)


def _trails(texts: Sequence[Held], threads: Threads, subjects: Subjects) -> list[_Trail]:
    trails: list[_Trail] = []
    for at, text in enumerate(texts):
        for duty in filter(_hands_in, text.duties):
            before = next((each for each in trails if _goes_on(each, at, duty, (texts, threads, subjects))), None)
            if before is None:
                trails.append(_Trail([(at, duty)]))
            else:
                before.asked.append((at, duty))
    return trails


def _hands_in(duty: Commitment) -> bool:
    return duty.deliverable is not None and duty.deliverable.kind in delivered_kinds().values()


def _goes_on(trail: _Trail, at: int, duty: Commitment, known: tuple[Sequence[Held], Threads, Subjects]) -> bool:
    """Whether a duty asks again for what the trail asked for."""
    texts, threads, subjects = known
    last, earlier = trail.asked[-1]
    if last >= at or _kind(earlier) != _kind(duty) or earlier.standing != duty.standing:
        return False
    lives = [thread.life_in(texts[at].name) for thread in threads.through(texts[last].name, earlier.paragraph)]
    same_place = any(life is not None and duty.paragraph in life.paragraphs for life in lives)
    needed = STAYS if same_place else ABOUT_THE_SAME
    return (same_place or _same_askers(earlier, duty)) and subjects.shared(earlier.quote, duty.quote) >= needed


def _same_askers(one: Commitment, other: Commitment) -> bool:
    return {each.name for each in one.addressees} == {each.name for each in other.addressees} and (
        one.deadline is not None and other.deadline is not None
    )


def _kind(duty: Commitment) -> str | None:
    return duty.deliverable.kind if duty.deliverable else None


def _answers(trail: _Trail, texts: Sequence[Held], subjects: Subjects) -> Iterator[tuple[int, Receipt, str]]:
    """The receipts that answer each asking: those of the first later text that has any."""
    for at, duty in trail.asked:
        for later in range(at + 1, len(texts)):
            found = [(later, each, why) for each in texts[later].receipts if (why := _why(duty, each, subjects))]
            if found:
                yield from found
                break


def _why(duty: Commitment, receipt: Receipt, subjects: Subjects) -> str:
    """Why a receipt answers a duty; empty where it does not."""
    if receipt.kind != _kind(duty):
        return ""
    session = duty.deadline.session if duty.deadline else None
    of_session = _sessions(receipt.symbols)
    if session is not None and of_session and session not in of_session:
        return ""
    by_author = bool(receipt.authors & {each.name for each in duty.addressees})
    if receipt.authors and not by_author:
        return ""
    needed = ABOUT_THE_SAME_BY_AUTHOR if by_author else ABOUT_THE_SAME
    if subjects.shared(duty.quote, receipt.quote) < needed:
        return ""
    return _sentence(by_author=by_author, session=session if session in of_session else None)


def _sentence(*, by_author: bool, session: str | None) -> str:
    parts = ["about the same, by its words"]
    parts += ["by one who was asked"] if by_author else []
    parts += [f"a document of the session asked for ({session})"] if session else []
    return "; ".join(parts)


def _sessions(symbols: Iterable[str]) -> set[str]:
    """The Assembly sessions whose documents are cited: ``GA-79`` for A/79/62."""
    parsed = [Symbol.parse(each) for each in symbols]
    return {f"GA-{each.session}" for each in parsed if each.session is not None and each.nature is None}


def _cycle(trail: _Trail, texts: Sequence[Held], threads: Threads) -> Cycle:
    first = trail.asked[0][1]
    last_at, last = trail.asked[-1]
    state, because = _state(trail, texts, threads)
    return Cycle(
        id=first.id,
        kind="deliverable",
        subject=last.deliverable.text if last.deliverable else last.action,
        stages=tuple(_stages(trail, texts)),
        state=state,
        because=because,
        due=last.deadline.latest if last.deadline else None,
        carried=len({at for at, _duty in trail.asked}),
    )


def _stages(trail: _Trail, texts: Sequence[Held]) -> list[Stage]:
    placed = [(at, 1, _asking(texts[at], duty)) for at, duty in trail.asked]
    placed += [(at, 0, _receiving(texts[at], receipt, why)) for at, receipt, why in trail.answers]
    order = {id(stage): place for place, (_at, _rank, stage) in enumerate(placed)}
    return [stage for _at, _rank, stage in sorted(placed, key=lambda each: (each[0], each[1], order[id(each[2])]))]


def _asking(text: Held, duty: Commitment) -> Stage:
    kind = "asked" if duty.standing == "asked" else "reported request"
    because = "a duty of this text" if duty.standing == "asked" else "the text reports it"
    return Stage(
        kind,
        text.name,
        text.adopted,
        duty.paragraph,
        duty.quote,
        duty.spans,
        (),
        duty.id,
        because,  # type: ignore[arg-type]
    )


def _receiving(text: Held, receipt: Receipt, why: str) -> Stage:
    kind = "delivered" if receipt.symbols else "noted"
    return Stage(
        kind,
        text.name,
        text.adopted,
        receipt.paragraph,
        receipt.quote,
        receipt.spans,
        receipt.symbols,
        None,
        why,  # type: ignore[arg-type]
    )


def _state(trail: _Trail, texts: Sequence[Held], threads: Threads) -> tuple[CycleState, str]:
    last_at, last = trail.asked[-1]
    newest = len(texts) - 1
    answered = [each for each in trail.answers if each[0] > last_at]
    if answered:
        return "answered", f"{texts[answered[0][0]].name} takes up what was asked for in {texts[last_at].name}"
    if last_at == newest:
        many = len({at for at, _duty in trail.asked})
        return (
            ("asked again", f"asked in {many} of the texts held")
            if many > 1
            else ("open", "asked in the newest text held")
        )
    after = texts[last_at + 1]
    gap = f"; not held between them: {', '.join(after.not_held_before)}" if after.not_held_before else ""
    if trail.answers and len(trail.asked) > 1 or _is_lost(last, texts[last_at].name, threads):
        return "no longer asked", f"{after.name} does not ask it again, and does not say that it is ended{gap}"
    return "not known from the texts held", f"no text held after {texts[last_at].name} says what came of it{gap}"


def _is_lost(duty: Commitment, name: str, threads: Threads) -> bool:
    return any(each.document == name and duty.paragraph in each.paragraphs for each in threads.vanished)
