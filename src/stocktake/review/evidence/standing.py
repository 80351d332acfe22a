"""The evidence ladder: where each duty of the texts in force stands, and why.

Knows the order in which it is judged. A duty that is asked anew elsewhere is superseded, and what was reported on it
stays with it. Else the furthest piece of evidence says the rung. Only where there is none can a duty be not assessable.
What a person said
of it counts before all, with name and reason. Finds no evidence itself. Reads no file and no clock.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from stocktake.documents.commitments.model import UNSPECIFIED, Commitment
from stocktake.documents.compare.passage import letters_and_digits
from stocktake.documents.cycles.model import Cycle
from stocktake.frameworks.assessability import load_assess_rules
from stocktake.register.contribution import actions, standing_contributions
from stocktake.register.fields import STATUSES
from stocktake.review.asked import Asked, addressee_names
from stocktake.review.evidence.answers import Answer, Answers
from stocktake.review.evidence.checks import Checks
from stocktake.review.evidence.days import days_until, newest_day
from stocktake.review.evidence.given import Given, Recorded
from stocktake.review.evidence.model import Proof, Rung, Standing
from stocktake.review.evidence.proofs import (
    Sifting,
    handed_in_after,
    in_order,
    reported_proofs,
    said_name,
    seen_proofs,
)
from stocktake.review.words import counted, listed, long_date, place_name

NOT_FOUND = "No evidence found. That is not to say that nothing was done."


def standings(given: Given, recorded: Recorded, as_of: date) -> tuple[Standing, ...]:
    """Where each duty asked by a text in force stands, in the order of the texts; the same for the same input.

    Args:
        given: What is held.
        recorded: What people recorded until the end of the day.
        as_of: The date of the review.
    """
    contributions = standing_contributions(recorded.contributions)
    weighing = _Weighing(
        given,
        Answers(given, contributions),
        Sifting(Checks(given, as_of), actions(recorded.contributions, recorded.judgements), as_of),
    )
    return tuple(
        weighing.standing(each)
        for each in given.duties.asked
        if each.text in given.duties.in_force and each.commitment.standing == "asked"
    )


class _Weighing:
    """Weighs the evidence on one duty after the other."""

    def __init__(self, given: Given, answers: Answers, sifting: Sifting) -> None:
        self._given = given
        self._answers = answers
        self._sifting = sifting
        self._cycles: dict[str, list[Cycle]] = defaultdict(list)
        for cycle in given.duties.cycles:
            for name in dict.fromkeys(stage.commitment for stage in cycle.stages if stage.commitment):
                self._cycles[name].append(cycle)
        self._anew = _asked_anew(given)

    def standing(self, asked: Asked) -> Standing:
        """Where one duty stands."""
        duty = asked.commitment
        answers = self._answers.to(asked)
        first = self._asked_in(asked)
        own = self._cycles.get(duty.id, ())
        proofs = in_order([*reported_proofs(answers, first, self._sifting), *seen_proofs(asked, own, self._given)])
        rung, because = _said(asked, *self._judged(asked, proofs, answers))
        latest = newest_day(each.day for each in proofs)
        age = days_until(latest, self._sifting.as_of)
        given = asked.corrected.counting("status")
        said_by = given.by if given else ""
        return Standing(asked.text, duty.id, duty.paragraph, rung, because, proofs, latest, age, said_by)

    def _judged(self, asked: Asked, proofs: Sequence[Proof], answers: Sequence[Answer]) -> tuple[Rung, str]:
        anew = self._anew.get(asked.commitment.id)
        if anew is not None:
            return "superseded", anew
        return _reached(proofs, answers) if proofs else _without(asked.commitment, self._before(asked.commitment))

    def _asked_in(self, asked: Asked) -> str:
        """The key of the text from which on documents count: each text asks anew for a report, or for a session."""
        duty = asked.commitment
        for_one_round = duty.deliverable is not None or (
            duty.deadline is not None and duty.deadline.session is not None
        )
        if for_one_round or self._given.followed is None:
            return asked.text
        first = self._answers.first_text(asked)
        return self._given.followed.keys.get(first, asked.text)

    def _before(self, duty: Commitment) -> str:
        """What became of the same request of earlier texts; empty where there is none or nothing is known."""
        for cycle in self._cycles.get(duty.id, ()):
            earlier = [each for each in cycle.stages if each.commitment in cycle.answered]
            if earlier:
                asked = said_name(earlier[-1].document, self._given)
                taken = handed_in_after(cycle, earlier[-1].document)
                by = f"; {said_name(taken[0].document, self._given)} takes it up" if taken else ""
                return f"What {asked} asked for was handed in{by}."
        return ""


def _said(asked: Asked, rung: Rung, because: str) -> tuple[Rung, str]:
    """The rung that a person gave, with what the evidence alone says; the latter where nobody gave one."""
    given = asked.corrected.counting("status")
    if given is None:
        return rung, because
    day = long_date(given.recorded_at.date().isoformat())
    words = f"Said by {given.by} on {day}: {given.because.rstrip('.')}. By the evidence alone: {rung}. {because}"
    return next(each for each in STATUSES if each == given.value), words


def _reached(proofs: Sequence[Proof], answers: Sequence[Answer]) -> tuple[Rung, str]:
    """The rung of the furthest proof, and why it is no other."""
    rung = proofs[0].rung
    reports = [each for each in proofs if each.contribution is not None]
    own = [each for each in proofs if each.rung == rung]
    sentences = [_BECAUSE[rung](own)]
    if rung != "activity reported" and len(reports) > len(own):
        sentences.append(f"{counted(len(proofs) - len(own), 'more action is', 'more actions are')} reported.")
    places = dict.fromkeys(each.via.partition(",")[0] for each in answers if each.via)
    if places:
        sentences.append(f"Reported on earlier texts of the paragraph too: {listed(list(places))}.")
    return rung, " ".join(sentences)


def _reported(proofs: Sequence[Proof]) -> str:
    who = len({each.source.casefold() for each in proofs})
    by = counted(who, "entity", "entities")
    what = counted(len(proofs), "action is", "actions are")
    return f"{what} reported by {by}; nobody checked. A report is not to say that the duty is fulfilled."


def _documented(proofs: Sequence[Proof]) -> str:
    found = counted(len(proofs), "piece of evidence", "pieces of evidence")
    return (
        f"{found} can be looked up: a document that is held, or that a text held takes up later; it is not judged."
    )


def _measured(proofs: Sequence[Proof]) -> str:
    found = counted(len(proofs), "action names an indicator", "actions name an indicator")
    return f"{found} of which a value is held. Whether it moved because of what was done is not judged."


_BECAUSE: Mapping[Rung, Callable[[Sequence[Proof]], str]] = {
    "activity reported": _reported,
    "output documented": _documented,
    "outcome measured": _measured,
}


def _without(duty: Commitment, before: str) -> tuple[Rung, str]:
    """The rung of a duty without evidence, and why."""
    because = _not_assessable(duty)
    if because is not None:
        return "not assessable", because
    return "no evidence found", f"{NOT_FOUND} {before}".rstrip()


def _not_assessable(duty: Commitment) -> str | None:
    if duty.deliverable or duty.deadline or duty.recurrence:
        return None
    nobody = all(each.name == UNSPECIFIED for each in duty.addressees)
    rules = (each for each in load_assess_rules() if each.holds(duty.strength, duty.action, nobody=nobody))
    return next((each.because for each in rules), None)


def _asked_anew(given: Given) -> dict[str, str]:
    """Why a duty is superseded: a later text in force of the same organ asks the same of the same in the same words."""
    texts = {each.key: each.document.data for each in given.texts}
    same: dict[tuple[str | None, frozenset[str], str], list[Asked]] = defaultdict(list)
    for each in given.duties.asked:
        if each.text in given.duties.in_force and each.commitment.standing == "asked":
            words = letters_and_digits(each.commitment.action or each.commitment.quote)
            same[texts[each.text].organ, frozenset(addressee_names(each.commitment)), words].append(each)
    anew: dict[str, str] = {}
    for group in same.values():
        last = max(group, key=lambda each: (texts[each.text].adopted or "", each.text))
        for each in group:
            if (texts[each.text].adopted or "") < (texts[last.text].adopted or ""):
                place = place_name(last.commitment.paragraph)
                anew[each.commitment.id] = f"{last.text} asks it anew, in {place} ({last.commitment.id})."
    return anew
