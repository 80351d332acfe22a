"""What the texts of a review ask, put together: duties with corrections and states, cycles, rhythms that collide.

Knows which texts are looked at (those that are used), which are in force (the latest adopted of each chain, and
adopted texts of no chain), and when a duty is overdue. Finds no duty itself.

A duty is *overdue* where the text itself decided or requested something to be handed in (no agenda item, meeting or
body: later texts tell of these in other ways), its last day is over, and the adopted texts of the chain that is
followed are held without a gap from the one that asks to one adopted after that day, and none of them takes it up. An
invitation cannot be overdue, nor what a text only reports or a draft asks. Where a text between is not held, or only
as a draft, or the chain is not followed, the duty is *passed*: what came of it is not known.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from stocktake.documents.commitments.model import Commitment, Strength
from stocktake.documents.cycles.answers import is_to_hand_in
from stocktake.documents.cycles.conflicts import Source, find_conflicts
from stocktake.documents.cycles.model import Conflict, Cycle
from stocktake.documents.model import Document, Paragraph
from stocktake.documents.threads.model import Threads
from stocktake.register import Correction
from stocktake.review.asked import Asked, State, addressee_names, as_asked
from stocktake.review.corrected import Corrected
from stocktake.review.corrections import Attached, Onward, attach
from stocktake.review.duties_model import Duties, ParagraphStatus
from stocktake.review.found import Found
from stocktake.review.keeping import Keeper, identity, made_anew
from stocktake.review.model import Chain, Step, Text
from stocktake.review.words import opening

# What a person wants to know first of a paragraph with several duties.
_URGENCY: tuple[State, ...] = ("overdue", "due", "ahead", "not dated", "passed", "open-ended")
_OPENING = 160
# What is only invited or encouraged is not owed.
_BINDING: tuple[Strength, ...] = ("decides", "requests")


@dataclass(frozen=True, slots=True)
class Followed:
    """The chain that is followed: its threads, and by the names there its texts and their keys in the review."""

    threads: Threads
    documents: Mapping[str, Document]
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What duties are gathered from.

    Attributes:
        texts: All texts.
        chains: The chains they belong to.
        steps: What changed in the latest text of each chain.
        followed: The chain that is followed; None where none is.
        found: What every text that is used holds, by its key.
        corrections: What people recorded.
        keep: Keeps what became of requests and bodies.
    """

    texts: Sequence[Text]
    chains: Sequence[Chain]
    steps: Sequence[Step]
    followed: Followed | None
    found: Mapping[str, Found]
    corrections: Sequence[Correction]
    keep: Keeper = made_anew


def gather_duties(known: Known, as_of: date) -> Duties:
    """What the texts that are used ask, as of a date; the same for the same input."""
    used = [text for text in known.texts if text.used]
    duties = {key: each.commitments for key, each in known.found.items()}
    attached = attach(duties, tuple(known.corrections), _onward(known))
    counting = {key: [each for each in duties if each.is_duty] for key, duties in attached.texts.items()}
    cycles = _cycles(known.followed, counting, known.keep)
    asked = tuple(
        each
        for text in used
        for each in _with_overdue(
            text, as_asked(text.key, known.found[text.key].labels, counting[text.key], as_of), known, cycles
        )
    )
    in_force = _in_force(known)
    return Duties(
        asked=asked,
        in_force=in_force,
        set_aside=tuple(each for duties in attached.texts.values() for each in duties if not each.is_duty),
        offered=attached.offered,
        lost=attached.lost,
        cycles=cycles,
        conflicts=_conflicts([text for text in used if text.key in in_force], attached),
        status=tuple(_statuses(used, in_force, asked, known)),
    )


def _onward(known: Known) -> Onward:
    members = [member for chain in known.chains for member in chain.members]
    became = {draft: member.text for member in members if member.text for draft in member.drafts}
    return Onward((known.followed.threads,) if known.followed else (), became)


def _cycles(
    followed: Followed | None, counting: Mapping[str, Sequence[Corrected]], keep: Keeper
) -> tuple[Cycle, ...]:
    """The cycles of the chain that is followed, from the duties as people corrected them."""
    if followed is None:
        return ()
    duties = {name: [each.commitment for each in counting[key]] for name, key in followed.keys.items()}
    made_from = [(name, identity(each), duties[name]) for name, each in followed.documents.items()]

    def built() -> tuple[Cycle, ...]:
        from stocktake.documents.cycles.build import build_cycles

        return build_cycles(followed.threads, followed.documents, duties)

    return keep(tuple[Cycle, ...], (made_from, followed.threads.not_held), built)


def _in_force(known: Known) -> frozenset[str]:
    """The latest adopted text of each chain, and the adopted texts of no chain."""
    latest = [[member.text for member in chain.members if member.text] for chain in known.chains]
    chained = {key for keys in latest for key in keys}
    loose = {
        text.key
        for text in known.texts
        if text.used and text.document.data.status == "adopted" and text.key not in chained
    }
    return frozenset(keys[-1] for keys in latest if keys) | loose


def _conflicts(texts: Sequence[Text], attached: Attached) -> tuple[Conflict, ...]:
    return find_conflicts(
        [
            Source(text.document, [each.commitment for each in attached.texts[text.key] if each.is_duty])
            for text in texts
        ]
    )


def _with_overdue(text: Text, asked: Iterable[Asked], known: Known, cycles: Sequence[Cycle]) -> Iterator[Asked]:
    later = _held_without_gap(text, known)
    answered = {commitment for cycle in cycles for commitment in cycle.answered}
    for each in asked:
        is_late = each.state == "passed" and _is_owed(each.commitment) and each.commitment.id not in answered
        last = _last_day(each)
        is_silent = last is not None and any(day > last for day in later)
        yield replace(each, state="overdue") if is_late and is_silent else each


def _is_owed(duty: Commitment) -> bool:
    return duty.standing == "asked" and duty.strength in _BINDING and is_to_hand_in(duty)


def _held_without_gap(text: Text, known: Known) -> list[date]:
    """The days of adoption of the texts that come right after this one in the chain followed, up to the first gap."""
    if known.followed is None or text.key not in known.followed.keys.values():
        return []
    for chain in known.chains:
        keys = [member.text for member in chain.members]
        if text.key in keys:
            after = chain.members[keys.index(text.key) + 1 :]
            held = takewhile(lambda member: member.held == "adopted", after)
            return [date.fromisoformat(member.adopted) for member in held if member.adopted]
    return []


def _statuses(
    used: Sequence[Text], in_force: frozenset[str], asked: Sequence[Asked], known: Known
) -> Iterator[ParagraphStatus]:
    by_place: dict[tuple[str, str], list[Asked]] = defaultdict(list)
    for each in asked:
        by_place[each.text, each.commitment.paragraph].append(each)
    for text in used:
        if text.key not in in_force:
            continue
        changes = _changes(text.key, known.steps)
        for paragraph in text.document.operative:
            own = by_place.get((text.key, paragraph.id), ())
            yield _status(text.key, paragraph, own, (changes, _since(text.key, paragraph.id, known.followed)))


def _status(
    key: str, paragraph: Paragraph, asked: Sequence[Asked], history: tuple[Mapping[str, str], str | None]
) -> ParagraphStatus:
    own = [each for each in asked if each.commitment.standing == "asked"]
    first = min(own, key=lambda each: (_URGENCY.index(each.state), _last_day(each) or date.max), default=None)
    changes, since = history
    return ParagraphStatus(
        text=key,
        paragraph=paragraph.id,
        words=opening(paragraph.text, _OPENING),
        change=changes.get(paragraph.id),
        since=since,
        duties=tuple(each.commitment.id for each in own),
        addressees=tuple(dict.fromkeys(name for each in own for name in addressee_names(each.commitment))),
        state=first.state if first else None,
        due=_last_day(first) if first else None,
    )


def _last_day(asked: Asked) -> date | None:
    return asked.commitment.deadline.latest if asked.commitment.deadline else None


def _changes(key: str, steps: Sequence[Step]) -> dict[str, str]:
    """What happened to each paragraph since the text held before."""
    return {
        place: pair.change
        for step in steps
        if step.new == key
        for pair in step.comparison.pairs
        for place in pair.new
    }


def _since(key: str, paragraph: str, followed: Followed | None) -> str | None:
    threads = followed.threads.through(key, paragraph) if followed else ()
    return min((thread.first.document for thread in threads), key=_order(followed), default=None)


def _order(followed: Followed | None) -> Callable[[str], int]:
    names = [each.name for each in followed.threads.held] if followed else []
    return names.index
