"""The words that changed inside a pair, as phrases: a redline a person can read.

Knows tokens only: words, punctuation marks, each with the space before it. Equal and delete joined give the old
text, equal and insert the new one, once white space is squeezed. Two or three equal words between two larger
changes are no help to a reader, who has to jump over them: they go into the change.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from stocktake.documents.compare.model import Operation, WordRun

_TOKEN = re.compile(r"\s*(?:\w+(?:[/.’'\u2010\u2011-]\w+)*|[^\w\s]|_)")
# An equal run of more words than this is worth keeping, however large the changes around it.
ISLAND = 3

_MIRRORED: dict[Operation, Operation] = {"equal": "equal", "delete": "insert", "insert": "delete"}


class _Step(NamedTuple):
    """Equal tokens (``old`` and ``new`` are the same), or a change from ``old`` to ``new``."""

    equal: bool
    old: tuple[str, ...]
    new: tuple[str, ...]


def redline(old: str, new: str) -> tuple[WordRun, ...]:
    """The runs that lead from ``old`` to ``new``; in each change what is deleted stands before what is inserted.

    Swapping the sides swaps delete and insert and changes nothing else.
    """
    if old > new:
        return mirrored(redline(new, old))
    steps = _merged_islands(_steps(_tokens(old), _tokens(new)))
    runs: list[WordRun] = []
    for step in steps:
        if step.equal:
            runs.append(WordRun("equal", "".join(step.old)))
        else:
            runs += _change(step)
    return _without_leading_space(runs)


def mirrored(runs: Sequence[WordRun]) -> tuple[WordRun, ...]:
    """The same redline with the sides swapped."""
    swapped: list[WordRun] = []
    for run in runs:
        turned = WordRun(_MIRRORED[run.operation], run.text)
        if turned.operation == "delete" and swapped and swapped[-1].operation == "insert":
            swapped.insert(-1, turned)
        else:
            swapped.append(turned)
    return tuple(swapped)


def _change(step: _Step) -> list[WordRun]:
    deleted, inserted = "".join(step.old), "".join(step.new)
    runs = [WordRun("delete", deleted), WordRun("insert", inserted)]
    return [run for run in runs if run.text]


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(f" {text}")) if text else ()


def _steps(old: tuple[str, ...], new: tuple[str, ...]) -> list[_Step]:
    if old == new:
        return [_Step(equal=True, old=old, new=new)] if old else []
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [_Step(tag == "equal", old[a:b], new[c:d]) for tag, a, b, c, d in codes]


def _merged_islands(steps: Sequence[_Step]) -> list[_Step]:
    """The same steps, small equal runs between two changes made part of one change."""
    merged: list[_Step] = []
    for place, step in enumerate(steps):
        following = steps[place + 1] if place + 1 < len(steps) else None
        if (
            merged
            and not merged[-1].equal
            and (not step.equal or (following and _is_island(merged[-1], step, following)))
        ):
            merged[-1] = _Step(equal=False, old=merged[-1].old + step.old, new=merged[-1].new + step.new)
        else:
            merged.append(step)
    return merged


def _is_island(before: _Step, step: _Step, after: _Step) -> bool:
    size = _word_count(step.old)
    around = min(max(_word_count(each.old), _word_count(each.new)) for each in (before, after))
    return size <= min(ISLAND, around) or size == 0


def _word_count(tokens: Sequence[str]) -> int:
    return sum(any(sign.isalnum() for sign in token) for token in tokens)


def _without_leading_space(runs: Sequence[WordRun]) -> tuple[WordRun, ...]:
    first = 2 if len(runs) > 1 and runs[0].operation != "equal" and runs[1].operation == "insert" else 1
    return tuple(
        WordRun(run.operation, run.text.lstrip() if place < first else run.text) for place, run in enumerate(runs)
    )
