"""Which contributions answer a duty: by its own number, by its paragraph, by an earlier text of the same paragraph.

Knows how an answer is written (``80/118:13``, ``80/118:13#1``) and that an answer on a paragraph is one on all its
duties and items. What was reported on an earlier text counts where the paragraph's thread leads here, and that is said;
where a thread was split or merged on the way, that is said too. Does not know how far an answer carries.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.compare.passage import folded_words
from stocktake.documents.threads.chain_order import short_name
from stocktake.documents.threads.model import Life, LifeChange, Thread
from stocktake.register import Contribution
from stocktake.review.asked import Asked
from stocktake.review.evidence.given import Given

_APART: tuple[LifeChange, ...] = ("split", "merged")


class Answer(NamedTuple):
    """One contribution on a duty.

    Attributes:
        contribution: What was recorded.
        place: What it answers, as written.
        via: Why that is this duty, where it names an earlier text; empty where it names this one.
    """

    contribution: Contribution
    place: str
    via: str = ""


class _Earlier(NamedTuple):
    """A paragraph of an earlier text that goes on in the one looked at."""

    paragraph: str
    apart: bool


class Answers:
    """The contributions by what they answer."""

    def __init__(self, given: Given, contributions: Iterable[Contribution]) -> None:
        self._by_place: dict[str, list[tuple[str, Contribution]]] = defaultdict(list)
        for each in contributions:
            for answer in each.answers:
                self._by_place[answer.partition("#")[0]].append((answer, each))
        followed = given.followed
        self._names = {key: name for name, key in followed.keys.items()} if followed else {}
        self._order = [each.name for each in followed.threads.held] if followed else []
        self._threads: dict[tuple[str, str], list[Thread]] = defaultdict(list)
        for thread in followed.threads.threads if followed else ():
            for life in thread.lives:
                for paragraph in life.paragraphs:
                    self._threads[life.document, paragraph].append(thread)
        duties = [each.commitment for each in given.duties.asked]
        self._duties = {duty.id: duty for duty in duties}
        self._went_on: dict[tuple[str, str], str] = {}
        self._in_paragraph: dict[str, list[Commitment]] = defaultdict(list)
        for duty in duties:
            if duty.standing == "asked":
                self._in_paragraph[_place(duty.id)].append(duty)

    def to(self, asked: Asked) -> tuple[Answer, ...]:
        """What answers a duty, each contribution once; what names this text stands before what names earlier ones."""
        found: dict[UUID, Answer] = {}
        for each in (*self._here(asked.commitment), *self._before(asked)):
            found.setdefault(each.contribution.id, each)
        return tuple(found.values())

    def _here(self, duty: Commitment) -> Iterator[Answer]:
        own = _place(duty.id)
        for answer, contribution in self._by_place.get(own, ()):
            if answer in (own, duty.id):
                yield Answer(contribution, answer)
        if duty.chapeau is not None:
            whole = f"{own.rpartition(':')[0]}:{duty.chapeau}"
            yield from (Answer(one, answer) for answer, one in self._by_place.get(whole, ()) if answer == whole)

    def _before(self, asked: Asked) -> Iterator[Answer]:
        for earlier in self._earlier(asked):
            said = f"{earlier.paragraph}, an earlier text of this paragraph"
            said += ", split or merged since, so that another part of it may be meant" if earlier.apart else ""
            for answer, contribution in self._by_place.get(earlier.paragraph, ()):
                if answer == earlier.paragraph:
                    yield Answer(contribution, answer, said)
                elif answer not in self._duties:
                    yield Answer(contribution, answer, f"{said}; which of its duties is meant is not known")
                elif self._goes_on_as(answer, asked.commitment):
                    yield Answer(contribution, answer, said)

    def _earlier(self, asked: Asked) -> Iterator[_Earlier]:
        """The earlier texts of the paragraph, the newest first."""
        name = self._names.get(asked.text, "")
        seen: set[str] = set()
        for thread in self._threads.get((name, asked.commitment.paragraph), ()):
            lives = lives_until(thread, name)
            apart = False
            for later, life in pairwise(lives):
                apart = apart or later.change in _APART
                for paragraph in life.paragraphs:
                    place = f"{short_name(life.document)}:{paragraph}"
                    if place not in seen:
                        seen.add(place)
                        yield _Earlier(place, apart)

    def _goes_on_as(self, earlier: str, duty: Commitment) -> bool:
        """Whether a duty of an earlier text is, of the duties of the paragraph now, most like this one."""
        key = (earlier, _place(duty.id))
        if key not in self._went_on:
            words = _words(self._duties[earlier])
            now = self._in_paragraph[key[1]]
            self._went_on[key] = max(now, key=lambda each: _shared(words, _words(each))).id
        return self._went_on[key] == duty.id

    def first_text(self, asked: Asked) -> str:
        """The name of the first text held that has the paragraph."""
        name = self._names.get(asked.text, asked.text)
        firsts = [thread.first.document for thread in self._threads.get((name, asked.commitment.paragraph), ())]
        return min(firsts, key=self._order.index, default=name)


def lives_until(thread: Thread, name: str) -> list[Life]:
    """The lives of a thread up to the text of this name, the newest first."""
    at = next((at for at, life in enumerate(thread.lives) if life.document == name), -1)
    return list(reversed(thread.lives[: at + 1]))


def _place(duty: str) -> str:
    return duty.partition("#")[0]


def _words(duty: Commitment) -> set[str]:
    return set(folded_words(duty.quote))


def _shared(first: set[str], second: set[str]) -> float:
    """The share of the words of two clauses that is in both."""
    return len(first & second) / len(first | second) if first | second else 0.0
