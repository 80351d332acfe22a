"""Requests followed from text to text: asked, asked again, answered, no longer asked.

A request is a duty with something to be handed in. It is asked again where the paragraph's thread goes on and the
duty with it, or where much the same is asked of the same actors in another place. It is answered by a receipt of a
later text (see ``answers``); one that names no matter ("takes note of the report of the Secretary-General") answers
only where no other request could be meant. A later text that is silent answers nothing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.cycles.answers import Answer, Asking, find_answers, is_to_hand_in, kind_of
from stocktake.documents.cycles.endings import find_ending
from stocktake.documents.cycles.held import Held
from stocktake.documents.cycles.model import Cycle, CycleState, Stage, StageKind
from stocktake.documents.cycles.subject import Subjects
from stocktake.documents.threads.model import Threads

# So much of the shorter clause's telling words the other must hold, for a duty in the next text's form of the
# paragraph: where the paragraph goes on, half of the words are enough to know the duty again.
STAYS = 0.5
# The same in another place of the text, and so much of the telling words of both: a short clause is easily held.
ELSEWHERE = 0.55
MUCH_THE_SAME = 0.35


@dataclass(frozen=True, slots=True)
class _Chain:
    """The texts of a chain, their threads, and the measure over them."""

    texts: Sequence[Held]
    threads: Threads
    subjects: Subjects


@dataclass(slots=True)
class _Trail:
    """A request so far: where it was asked, and what was taken up on its matter."""

    asked: list[Asking]
    answers: list[Answer] = field(default_factory=list)

    @property
    def last(self) -> Asking:
        """Where it was asked last."""
        return self.asked[-1]


def request_cycles(texts: Sequence[Held], threads: Threads, subjects: Subjects) -> tuple[Cycle, ...]:
    """One cycle per request for something to be handed in, in the order in which they were first asked."""
    chain = _Chain(texts, threads, subjects)
    trails = _trails(chain)
    found = [list(find_answers(trail.asked, texts, subjects)) for trail in trails]
    # What names no matter could be meant for any of the requests that it fits.
    claimed = Counter((each.at, each.receipt) for answers in found for each in answers)
    for trail, answers in zip(trails, found, strict=True):
        trail.answers = [each for each in answers if not each.is_bare or claimed[each.at, each.receipt] == 1]
    return tuple(_cycle(trail, chain) for trail in trails)


def _trails(chain: _Chain) -> list[_Trail]:
    trails: list[_Trail] = []
    for at, text in enumerate(chain.texts):
        open_trails = list(trails)
        for duty in filter(is_to_hand_in, text.duties):
            asking = Asking(at, duty)
            scored = [(_likeness(each, asking, chain), each) for each in open_trails]
            best = max(scored, key=lambda each: each[0], default=(0.0, None))
            if best[1] is not None and best[0]:
                best[1].asked.append(asking)
                open_trails.remove(best[1])
            else:
                trails.append(_Trail([asking]))
    return trails


def _likeness(trail: _Trail, asking: Asking, chain: _Chain) -> float:
    """How well a duty asks again for what the trail asked for; 0 where it does not."""
    last, duty = trail.last, asking.duty
    if kind_of(last.duty) != kind_of(duty) or last.duty.standing != duty.standing:
        return 0.0
    shared = chain.subjects.shared(last.duty.quote, duty.quote)
    if _is_same_place(last, asking, chain):
        return 1 + shared if shared >= STAYS else 0.0
    is_much_the_same = (
        shared >= ELSEWHERE
        and _names(last.duty) == _names(duty)
        and chain.subjects.share_a_matter(last.duty.action, duty.action)
        and chain.subjects.shared_of_both(last.duty.quote, duty.quote) >= MUCH_THE_SAME
    )
    return shared if is_much_the_same else 0.0


def _is_same_place(last: Asking, asking: Asking, chain: _Chain) -> bool:
    """Whether the paragraph of the one goes on in that of the other."""
    threads = chain.threads.through(chain.texts[last.at].name, last.duty.paragraph)
    lives = [thread.life_in(chain.texts[asking.at].name) for thread in threads]
    return any(life is not None and asking.duty.paragraph in life.paragraphs for life in lives)


def _names(duty: Commitment) -> set[str]:
    return {each.name for each in duty.addressees}


def _cycle(trail: _Trail, chain: _Chain) -> Cycle:
    last = trail.last.duty
    state, because = _state(trail, chain)
    answered = {each.to for each in trail.answers}
    return Cycle(
        id=trail.asked[0].duty.id,
        kind="deliverable",
        subject=last.action,
        stages=tuple(_stages(trail, chain.texts)),
        state=state,
        because=because,
        due=last.deadline.latest if last.deadline else None,
        carried=len({each.at for each in trail.asked}),
        answered=tuple(each.duty.id for each in trail.asked if each.at in answered),
    )


def _stages(trail: _Trail, texts: Sequence[Held]) -> list[Stage]:
    """What was taken up and what was asked, text by text; within a text the report comes before the next request."""
    placed = [(each.at, 0, _receiving(texts[each.at], each)) for each in trail.answers]
    placed += [(at, 1, asking_stage(texts[at], duty)) for at, duty in trail.asked]
    return [stage for _at, _rank, stage in sorted(placed, key=lambda each: each[:2])]


def asking_stage(text: Held, duty: Commitment) -> Stage:
    """The stage at which a text asks, or reports that it was asked."""
    kind: StageKind = "asked" if duty.standing == "asked" else "reported request"
    because = "a duty of this text" if duty.standing == "asked" else "the text reports it"
    return Stage(kind, text.name, text.adopted, duty.paragraph, duty.quote, duty.spans, (), duty.id, because)


def _receiving(text: Held, answer: Answer) -> Stage:
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


def _state(trail: _Trail, chain: _Chain) -> tuple[CycleState, str]:
    at, duty = trail.last
    texts, name = chain.texts, chain.texts[trail.last.at].said
    answer = next((each for each in trail.answers if each.to == at), None)
    if answer is not None:
        return "answered", f"{texts[answer.at].said} takes up what {name} asked for"
    if at == len(texts) - 1:
        many = {each.at for each in trail.asked}
        drafts = sum(texts[each].is_draft for each in many)
        some = f" ({drafts} held as a draft)" if drafts else ""
        return (
            ("asked again", f"asked in {len(many)} of the texts held{some}")
            if len(many) > 1
            else ("open", f"asked in {name}")
        )
    after = texts[at + 1]
    ending = find_ending(after, duty.action or duty.quote, chain.subjects)
    if ending is not None:
        return "not known from the texts held", f"{after.said} may say in paragraph {ending} that it is ended"
    if after.not_held_before:
        gap = f"; not held between them: {', '.join(after.not_held_before)}"
        return "not known from the texts held", f"no text held after {name} says what came of it{gap}"
    if _is_lost(trail.last, chain) and not after.is_draft:
        return "no longer asked", f"{after.said} does not ask it again; no words that it is ended were found there"
    return "not known from the texts held", f"no text held after {name} says what came of it"


def _is_lost(asking: Asking, chain: _Chain) -> bool:
    """Whether the duty went with its paragraph, or from it, in the next text."""
    name, duty = chain.texts[asking.at].name, asking.duty
    clause = duty.id.rpartition(":")[2]
    return any(
        each.document == name
        and each.gone_in == chain.texts[asking.at + 1].name
        and clause in {lost.id.rpartition(":")[2] for lost in each.duties}
        for each in chain.threads.vanished
    )
