"""Pieces of evidence on a duty: from what people reported, and from later texts that take up what was handed in.

Knows how far each piece carries, that a merged action is one piece, and in which words each is said. A self-report is
never called more than that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from stocktake.documents.cycles.model import Cycle, Stage
from stocktake.register import Contribution
from stocktake.register.contribution import Evidence
from stocktake.review.asked import Asked
from stocktake.review.evidence.answers import Answer
from stocktake.review.evidence.checks import Checks, Seen
from stocktake.review.evidence.days import last_day, still_to_come
from stocktake.review.evidence.given import Given
from stocktake.review.evidence.model import Proof, Rung
from stocktake.review.words import counted, place_name

LADDER: tuple[Rung, ...] = ("no evidence found", "activity reported", "output documented", "outcome measured")
"""The rungs that evidence can reach, the lowest first."""
_HANDED_IN = ("delivered", "noted")


class Sifting(NamedTuple):
    """By what contributions are weighed.

    Attributes:
        checks: What is held.
        counted: Under which contribution each is counted.
        as_of: The date of the review.
    """

    checks: Checks
    counted: Mapping[UUID, UUID]
    as_of: date


def reported_proofs(answers: Sequence[Answer], asked_in: str, sifting: Sifting) -> Iterator[Proof]:
    """One proof for each action that was reported, from the contribution that carries furthest.

    Args:
        answers: The contributions on a duty.
        asked_in: The key of the first text held that asks for it.
        sifting: By what they are weighed.
    """
    actions: dict[UUID, list[Answer]] = {}
    for each in answers:
        actions.setdefault(sifting.counted[each.contribution.id], []).append(each)
    for same in actions.values():
        yield min((_proof(each, len(same), asked_in, sifting) for each in same), key=_rank)


def in_order(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    """The proofs, the furthest first, then the newest; what is of one day in an order that is always the same."""
    return tuple(sorted(proofs, key=_rank))


def _rank(proof: Proof) -> tuple[int, int, str, int]:
    newest_first = -last_day(proof.day).toordinal() if proof.day else 0
    return (
        -LADDER.index(proof.rung),
        newest_first,
        proof.words,
        proof.contribution.int if proof.contribution else 0,
    )


def _proof(answer: Answer, told: int, asked_in: str, sifting: Sifting) -> Proof:
    made = answer.contribution
    rung, seen, rest = _WEIGHED[made.evidence or "self-report"](made, asked_in, sifting.checks)
    said = [rest, f"on {answer.via}" if answer.via else "", *still_to_come(made, sifting.as_of)]
    said.append(f"told of in {counted(told, 'report')}" if told > 1 else "")
    words = "; ".join(filter(None, [made.title, *said]))
    source = f"{made.who}; {seen.source}" if seen else made.who
    day = seen.day if seen and seen.day else made.end or made.start
    return Proof(rung, words, source, day, made.id, made.link)


_Weighed = tuple[Rung, Seen | None, str]


def _self_report(_made: Contribution, _asked_in: str, _checks: Checks) -> _Weighed:
    return "activity reported", None, "self-report"


def _document(made: Contribution, asked_in: str, checks: Checks) -> _Weighed:
    seen = checks.document(made.document, asked_in)
    if seen is None:
        return "activity reported", None, f"document named, not checked: {made.document}"
    return "output documented", seen, seen.words


def _indicator(made: Contribution, _asked_in: str, checks: Checks) -> _Weighed:
    seen = checks.value(made)
    if seen is None:
        return "activity reported", None, f"indicator named, not checked: {made.document}"
    return "outcome measured", seen, seen.words


_WEIGHED: Mapping[Evidence, Callable[[Contribution, str, Checks], _Weighed]] = {
    "self-report": _self_report,
    "document": _document,
    "indicator": _indicator,
}


def seen_proofs(asked: Asked, cycles: Iterable[Cycle], given: Given) -> Iterator[Proof]:
    """What later texts held take up of what a duty asks to be handed in."""
    name = (
        next((own for own, key in given.followed.keys.items() if key == asked.text), "") if given.followed else ""
    )
    for cycle in cycles:
        if asked.commitment.id in cycle.answered:
            yield from (_taken_up(each, given) for each in handed_in_after(cycle, name))


def handed_in_after(cycle: Cycle, name: str) -> Sequence[Stage]:
    """Where the texts after the one of this name take up what was handed in."""
    last = max((at for at, each in enumerate(cycle.stages) if each.document == name), default=-1)
    return [each for each in cycle.stages[last + 1 :] if each.kind in _HANDED_IN]


def _taken_up(stage: Stage, given: Given) -> Proof:
    said = said_name(stage.document, given)
    what = ", ".join(stage.symbols) or "what was handed in, without a symbol"
    day = stage.adopted.isoformat() if stage.adopted else ""
    return Proof("output documented", f"{said} takes up {what}", f"{said}, {place_name(stage.paragraph)}", day)


def said_name(name: str, given: Given) -> str:
    """What a text of the chain is called in a sentence: a draft that stands in for a text is not that text."""
    document = given.followed.documents.get(name) if given.followed else None
    return f"a draft of {name}" if document is not None and document.data.status == "draft" else name
