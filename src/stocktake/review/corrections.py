"""Corrections put back on the duties they are about, whatever became of the duties since.

The rule: **within one text a correction is applied, across texts it is offered.**

Within one text (one symbol, however often it was read, in whatever format and numbering) a correction belongs to:

1. the duty with its id, where that has the very words that were corrected;
2. else the duty with the same letters and digits: the text was numbered or cut otherwise;
3. else the duty with nearly the same words: nine in ten in their order, or, in the same paragraph, one a part of the
   other: the text was read better since.

Where several duties answer, the one in the paragraph named is meant, then the one with the id named. Where that does
not settle it, and where no duty answers, the correction is *lost*: listed with the reason and with the duties that
come near, never applied by guess and never dropped. An id alone is no reason: it may name another duty by now.

Across texts a person has to look again. A correction is *offered*, to be confirmed by recording it there:

- on the text that a draft became, where a duty has nearly the same words;
- on the later texts of the thread of its paragraph, where the paragraph still has a duty that is like it.

A deadline and a status are not offered along a thread: each text sets its own, and asks anew. A strength is offered
where the verb is the same. Nothing is offered where a correction of that field stands already, or where the text was
read so by itself.

Withdrawn corrections do nothing. Of two on one field the later one counts; the earlier stays in the history. Reads no
file and no clock.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from stocktake.documents.commitments.model import Commitment
from stocktake.documents.compare.passage import folded_words, letters_and_digits
from stocktake.documents.threads.model import Threads
from stocktake.register import Correction, Field, quote_hash, standing
from stocktake.review.corrected import Corrected, How, correct, printed_value

Duties = Mapping[str, Sequence[Commitment]]
"""The duties of each text, by the name that corrections have for it: its symbol, or the file's name."""

NEARLY = 0.9
# In a paragraph that is known to go on, less shows that the duty goes on.
CARRIED = 0.5
# So many words are no accident when one duty holds them all of another, in a row.
_PART_WORDS = 5
_PART_LIKENESS = 0.95
# What is true of one text only: each sets its own deadlines and asks anew.
_OF_ONE_TEXT: frozenset[Field] = frozenset({"deadline", "status"})
# What the words of a duty do not say.
_UNREAD: frozenset[Field] = frozenset({"theme", "status"})
# Nearer than this to one another, two duties cannot be told apart.
_CLEARLY = 0.03


@dataclass(frozen=True, slots=True)
class Offer:
    """A correction that another text may need too, to be confirmed by a person.

    Attributes:
        correction: The record, on the text it was made for.
        text: The other text.
        commitment: The id of the duty there.
        because: Why it is offered, in one clause.
    """

    correction: Correction
    text: str
    commitment: str
    because: str


@dataclass(frozen=True, slots=True)
class Lost:
    """A correction that could not be put back.

    Attributes:
        correction: The record.
        because: Why, in one clause.
        candidates: The ids of the duties that come near.
    """

    correction: Correction
    because: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attached:
    """What the corrections of a register amount to.

    Attributes:
        texts: The duties of each text, in the order of the text, with the corrections on them.
        offered: By the order of recording, then along the thread.
        lost: By the order of recording.
    """

    texts: Mapping[str, tuple[Corrected, ...]]
    offered: tuple[Offer, ...]
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class Onward:
    """What is known of texts that go on in others.

    Attributes:
        threads: Of each chain.
        became: For a draft, the text that it became.
    """

    threads: Sequence[Threads] = ()
    became: Mapping[str, str] = field(default_factory=dict)


class _Found(NamedTuple):
    """Where a correction was put back."""

    correction: Correction
    commitment: Commitment
    how: How


def attach(duties: Duties, records: Iterable[Correction], onward: Onward | None = None) -> Attached:
    """Every duty with the corrections on it, and what could only be offered or not be put back.

    Args:
        duties: Of the texts held.
        records: Of the register, withdrawals included, up to the date of the review.
        onward: Which texts go on in which; None where nothing is to be offered.
    """
    places = [_find(each, duties.get(each.text)) for each in standing(records)]
    found = [each for each in places if isinstance(each, _Found)]
    lost = tuple(each for each in places if isinstance(each, Lost))
    texts = _apply(duties, found)
    offered = tuple(_offers(found, lost, texts, onward)) if onward else ()
    return Attached(texts, offered, lost)


def _apply(duties: Duties, found: Iterable[_Found]) -> dict[str, tuple[Corrected, ...]]:
    by_duty: dict[tuple[str, str], list[tuple[Correction, How]]] = defaultdict(list)
    for each in found:
        by_duty[each.correction.text, each.commitment.id].append((each.correction, each.how))
    return {
        text: tuple(correct(each, by_duty[text, each.id]) for each in commitments)
        for text, commitments in duties.items()
    }


def _find(correction: Correction, commitments: Sequence[Commitment] | None) -> _Found | Lost:
    """The duty of its own text that a correction belongs to; else why there is none."""
    if commitments is None:
        return Lost(correction, f"{correction.text} is not held")
    for how, answer in (
        ("same place and words", _same_place(correction, commitments)),
        ("same words", _same_words(correction, commitments)),
        ("nearly the same words", _nearly_same_words(correction, commitments)),
    ):
        meant = _settled(correction, answer)
        if meant is not None:
            return _Found(correction, meant, how)  # type: ignore[arg-type]  # the words of the table above
        if answer:
            return Lost(correction, f"{how} in several duties", tuple(each.id for each in answer))
    near = tuple(each.id for each in commitments if each.paragraph == correction.paragraph)
    return Lost(correction, "no duty of the text has these words now", near)


def _same_place(correction: Correction, commitments: Sequence[Commitment]) -> list[Commitment]:
    there = [each for each in commitments if each.id == correction.commitment]
    return [each for each in there if quote_hash(each.quote) == correction.quote_sha256]


def _same_words(correction: Correction, commitments: Sequence[Commitment]) -> list[Commitment]:
    key = letters_and_digits(correction.quote)
    return [each for each in commitments if letters_and_digits(each.quote) == key]


def _nearly_same_words(correction: Correction, commitments: Sequence[Commitment]) -> list[Commitment]:
    return _most_like(correction, commitments, NEARLY)


def _settled(correction: Correction, answer: Sequence[Commitment]) -> Commitment | None:
    """The one duty that is meant: the only one, the only one of the paragraph, or the one with the id."""
    here = [each for each in answer if each.paragraph == correction.paragraph]
    named = [each for each in answer if each.id == correction.commitment]
    return next((those[0] for those in (answer, here, named) if len(those) == 1), None)


def _most_like(correction: Correction, commitments: Iterable[Commitment], least: float) -> list[Commitment]:
    """The duties that are most like the one corrected, at least so much; several where they cannot be told apart."""
    words = folded_words(correction.quote)
    likenesses = [(_likeness(words, correction, each), each) for each in commitments]
    best = max((likeness for likeness, _ in likenesses), default=0)
    return [each for likeness, each in likenesses if likeness >= max(least, best - _CLEARLY)]


def _likeness(words: Sequence[str], correction: Correction, other: Commitment) -> float:
    """How much of two clauses is the same in the same order, between 0 and 1.

    Twice the words in common over all words (Ratcliff and Obershelp's measure, as ``difflib`` computes it).
    """
    others = folded_words(other.quote)
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    likeness = matcher.ratio() if matcher.quick_ratio() >= CARRIED else 0.0
    shorter = min(len(words), len(others))
    is_part = (
        other.paragraph == correction.paragraph
        and shorter >= _PART_WORDS
        and matcher.find_longest_match().size == shorter
    )
    return max(likeness, _PART_LIKENESS) if is_part else likeness


def _offers(
    found: Sequence[_Found], lost: Sequence[Lost], texts: Mapping[str, tuple[Corrected, ...]], onward: Onward
) -> Iterator[Offer]:
    """What another text may need too; a correction that a later one overrules is not offered."""
    counting = {
        each.correction.id for text in texts.values() for duty in text for each in duty.applied if each.counts
    }
    places = [(each.correction, each.commitment) for each in found if each.correction.id in counting]
    # Of a text that is not held its own record is all there is.
    away = [(each.correction, None) for each in lost if each.correction.text not in texts]
    for correction, duty in sorted([*places, *away], key=lambda each: each[0].order):
        paragraph = duty.paragraph if duty else correction.paragraph
        seen: set[str] = set()
        for text, named, because in _onward(correction, paragraph, texts, onward):
            target = next((each for each in texts.get(text, ()) if each.original.id == named), None)
            if target and target.original.id not in seen and _is_open(correction, duty, target):
                seen.add(target.original.id)
                yield Offer(correction, text, target.original.id, because)


def _onward(
    correction: Correction, paragraph: str, texts: Mapping[str, tuple[Corrected, ...]], onward: Onward
) -> Iterator[tuple[str, str, str]]:
    """Each text in which a correction may be needed: its name, the one id of the duty there, and the reason."""
    became = onward.became.get(correction.text)
    if became is not None and became in texts:
        originals = [each.original for each in texts[became]]
        meant = _settled(correction, _most_like(correction, originals, NEARLY))
        if meant is not None:
            yield became, meant.id, f"{correction.text} became {became}"
    if correction.field in _OF_ONE_TEXT:
        return
    for name, paragraphs in _later(correction.text, paragraph, onward.threads):
        there = [each.original for each in texts.get(name, ()) if each.original.paragraph in paragraphs]
        meant = _settled(correction, _most_like(correction, there, CARRIED))
        if meant is not None:
            yield name, meant.id, f"the provision goes on in {name}, {meant.paragraph}"


def _later(text: str, paragraph: str, threads: Iterable[Threads]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The later lives of the provisions that run through a paragraph: text and paragraphs, oldest first."""
    for each in threads:
        names = [held.name for held in each.held]
        for thread in each.through(text, paragraph):
            for life in thread.lives:
                if names.index(life.document) > names.index(text):
                    yield life.document, life.paragraphs


def _is_open(correction: Correction, duty: Commitment | None, target: Corrected) -> bool:
    """Whether the duty of another text still lacks what a correction says."""
    if target.counting(correction.field) is not None:
        return False
    if correction.field == "strength" and duty and duty.verb.casefold() != target.original.verb.casefold():
        return False
    return (
        correction.field in {"theme", "status"}
        or printed_value(target.original, correction.field) != correction.value
    )
