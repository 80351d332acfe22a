"""What a text that is held now says of provisions: the threads before and after it was added, set side by side.

Knows that the paragraphs of the texts held before are the same in both, so that a provision is found again by the
paragraph where it was first seen. Says nothing of what did not become finer.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stocktake.documents.threads.model import Refinement, RefinementKind, Thread, Threads
from stocktake.documents.threads.notes import count_in_words


class _Step(NamedTuple):
    """One provision that is better known: how, the texts that the sentence names, and its thread after."""

    kind: RefinementKind
    names: tuple[str, str]
    thread: str


_KINDS: dict[RefinementKind, tuple[str, str]] = {
    "first seen": ("first seen in {0}{gap}", "first seen in {1} now"),
    "joined": ("taken for new in {0}", "known to continue what stood in {1}, by way of {new}"),
    "back": ("said to be back in {0}", "back in {1} already"),
    "gone": ("said to be gone in {0}{gap}", "gone in {1} already"),
    "stood longer": ("last seen in {0}", "last seen in {1} now"),
    "edited": ("said to be edited in {0}{gap}", "edited in {1}, and not again in {0}"),
    "seen only here": ("not known", "known from {0} alone"),
}


def refined_by(before: Threads, after: Threads) -> tuple[Refinement, ...]:
    """What the texts that ``after`` holds and ``before`` does not say of the provisions.

    Each sentence counts provisions of one kind; the ids are those of ``after``.
    """
    held = {text.name for text in before.held}
    new = [text.name for text in after.held if text.name not in held]
    gaps = {text.name: len(text.not_held_before) for text in before.held}
    grouped: dict[tuple[RefinementKind, tuple[str, str]], list[str]] = defaultdict(list)
    for step in [*_steps(before, after, set(new)), *_only_here(after, new)]:
        if step.thread not in grouped[step.kind, step.names]:
            grouped[step.kind, step.names].append(step.thread)
    order = list(_KINDS)
    return tuple(
        Refinement(kind, _new_one(names, new), tuple(threads), _words(kind, names, len(threads), gaps, new))
        for (kind, names), threads in sorted(
            grouped.items(), key=lambda each: (order.index(each[0][0]), each[0][1])
        )
    )


def _steps(before: Threads, after: Threads, new: set[str]) -> Iterator[_Step]:
    for old in before.threads:
        found = after.through(old.first.document, old.first.paragraphs[0])
        now = max(found, key=lambda thread: _common(old, thread))
        yield from _first_seen(old, now, new)
        yield from _ended(old, now, new)
        yield from _came_back(old, now, new)
        yield from _edits(old, now, new)


def _common(one: Thread, other: Thread) -> int:
    """How many sightings two threads share."""
    mine, theirs = ({(life.document, each) for life in t.lives for each in life.paragraphs} for t in (one, other))
    return len(mine & theirs)


def _first_seen(old: Thread, now: Thread, new: set[str]) -> Iterator[_Step]:
    if old.first.document != now.first.document:
        kind: RefinementKind = "first seen" if now.first.document in new else "joined"
        yield _Step(kind, (old.first.document, now.first.document), now.id)


def _ended(old: Thread, now: Thread, new: set[str]) -> Iterator[_Step]:
    if old.gone_in is None or now.gone_in is None:
        return
    if now.gone_in != old.gone_in and now.gone_in in new:
        yield _Step("gone", (old.gone_in, now.gone_in), now.id)
    elif now.last.document in new:
        yield _Step("stood longer", (old.last.document, now.last.document), now.id)


def _came_back(old: Thread, now: Thread, new: set[str]) -> Iterator[_Step]:
    was, is_now = ([life.document for life in thread.lives if life.change == "back"] for thread in (old, now))
    moved = [each for each in is_now if each in new]
    if was and moved and was[0] not in is_now:
        yield _Step("back", (was[0], moved[0]), now.id)


def _edits(old: Thread, now: Thread, new: set[str]) -> Iterator[_Step]:
    """Edits said to be of one text that were made in a newly held one before it."""
    places = [life.document for life in now.lives]
    for life in old.lives:
        same = now.life_in(life.document)
        if life.change != "edited" or same is None or same.change not in ("identical", "moved"):
            continue
        earlier = now.lives[places.index(life.document) - 1]
        if earlier.document in new and earlier.change == "edited":
            yield _Step("edited", (life.document, earlier.document), now.id)


def _only_here(after: Threads, new: Sequence[str]) -> Iterator[_Step]:
    for thread in after.threads:
        if {life.document for life in thread.lives} <= set(new):
            yield _Step("seen only here", (thread.first.document, thread.first.document), thread.id)


def _new_one(names: tuple[str, str], new: Sequence[str]) -> str:
    return next((each for each in names if each in new), new[0])


def _words(
    kind: RefinementKind, names: tuple[str, str], count: int, gaps: dict[str, int], new: Sequence[str]
) -> str:
    missing = gaps.get(names[0], 0)
    gap = f", with {count_in_words(missing, 'text')} before it not held" if missing else ""
    was, is_now = (part.format(*names, gap=gap, new=", ".join(new)) for part in _KINDS[kind])
    provisions = f"{count} provision{'' if count == 1 else 's'}"
    return (
        f"{provisions} {'was' if count == 1 else 'were'} {was}; {'it is' if count == 1 else 'they are'} {is_now}."
    )
