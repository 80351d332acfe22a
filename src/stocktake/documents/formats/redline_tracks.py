"""Two documents as one row of tracked paragraphs: what stands in both, what was deleted, inserted or moved.

Knows how a comparison's pairs are laid on the page so that rejecting everything gives the old document and
accepting everything the new one, paragraph by paragraph. A paragraph that was inserted or deleted takes its mark
along. Knows nothing of XML.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from stocktake.documents.compare.model import Comparison, Pair, WordRun
from stocktake.documents.compare.words import redline
from stocktake.documents.formats.redline_blocks import Block, Sign

Track = Literal["equal", "delete", "insert", "from", "to"]


class Tracked(NamedTuple):
    """A sign and what becomes of it; ``words`` lead from the old words of a note to the new ones."""

    track: Track
    sign: Sign
    words: tuple[WordRun, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class TrackedParagraph:
    """One paragraph of the file.

    Attributes:
        signs: What stands in it, the end not among them.
        end: What becomes of its mark.
        style: Its paragraph style.
        comment: What is said about the whole of it; empty for nothing.
        move: The name that ties the two ends of a move; empty where it does not move.
    """

    signs: tuple[Tracked, ...]
    end: Track
    style: str
    comment: str = ""
    move: str = ""


class _Group(NamedTuple):
    """Blocks next to one another in the old document that continue as blocks next to one another in the new."""

    old: range
    new: range
    runs: tuple[WordRun, ...] | None = None


def track(old: Sequence[Block], new: Sequence[Block], comparison: Comparison) -> tuple[TrackedParagraph, ...]:
    """The tracked paragraphs that lead from ``old`` to ``new``; the pairs of the comparison say what continues what.

    A pair that cannot stand in place (out of order, or its parts lie apart) is deleted here and inserted there: as
    a move where the words are the same, else with a comment that says where they came from.
    """
    groups = _groups(old, new, comparison)
    moves = _Moves(old, new, comparison.pairs, groups)
    paragraphs: list[TrackedParagraph] = []
    at_old = at_new = 0
    for group in [*groups, _Group(range(len(old), len(old)), range(len(new), len(new)))]:
        paragraphs += (moves.leave(old[i]) for i in range(at_old, group.old.start))
        paragraphs += (moves.arrive(new[j]) for j in range(at_new, group.new.start))
        paragraphs += _paragraphs(_merge([old[i] for i in group.old], [new[j] for j in group.new], group.runs))
        at_old, at_new = group.old.stop, group.new.stop
    return tuple(in_one_piece(paragraphs))


def in_one_piece(paragraphs: Sequence[TrackedParagraph]) -> Iterator[TrackedParagraph]:
    """The same, where a change at the end of a paragraph goes on in whole paragraphs, as one change without a gap.

    The mark that stays then stands after the last of them. LibreOffice joins the two changes in any case, and
    takes the mark between them along.
    """
    kept: TrackedParagraph | None = None
    for paragraph in paragraphs:
        if kept and _goes_on(kept, paragraph):
            yield replace(kept, end=paragraph.end)
            kept = replace(paragraph, end="equal")
        else:
            yield from [kept] if kept else []
            kept = paragraph
    yield from [kept] if kept else []


def _goes_on(one: TrackedParagraph, following: TrackedParagraph) -> bool:
    changed = following.end in {"insert", "delete"} and bool(one.signs) and bool(following.signs)
    is_whole = all(sign.track == following.end for sign in following.signs)
    return changed and is_whole and one.end == "equal" and one.signs[-1].track == following.end


def _groups(old: Sequence[Block], new: Sequence[Block], comparison: Comparison) -> list[_Group]:
    """The groups that stay in place: as many as can stand in the order of both documents."""
    before, after = ({block.name: at for at, block in enumerate(side)} for side in (old, new))
    named = {name for pair in comparison.pairs for name in (*pair.old, *pair.new)}
    found = [
        _Group(range(before[name], before[name] + 1), range(after[name], after[name] + 1))
        for name in after
        if name in before and name not in named
    ]
    for pair in comparison.pairs:
        found += [] if pair.moved else _group_of(pair, before, after, (old, new))
    found.sort(key=lambda group: (group.new.start, group.old.start))
    return _longest([group for group in found if group.old and group.new])


def _group_of(
    pair: Pair,
    before: Mapping[str, int],
    after: Mapping[str, int],
    blocks: tuple[Sequence[Block], Sequence[Block]],
) -> list[_Group]:
    """The pair as a group; of one whose parts lie apart, the two parts most alike."""
    mine = sorted(before[name] for name in pair.old if name in before)
    theirs = sorted(after[name] for name in pair.new if name in after)
    if not mine or not theirs:
        return []
    if _is_run(mine) and _is_run(theirs):
        return [_Group(range(mine[0], mine[-1] + 1), range(theirs[0], theirs[-1] + 1), pair.words)]
    old, new = blocks
    i, j = max(((i, j) for i in mine for j in theirs), key=lambda at: _shared(old[at[0]].text, new[at[1]].text))
    return [_Group(range(i, i + 1), range(j, j + 1))]


def _is_run(places: Sequence[int]) -> bool:
    return places[-1] - places[0] == len(places) - 1


def _shared(one: str, other: str) -> int:
    return len(set(one.split()) & set(other.split()))


def _longest(groups: Sequence[_Group]) -> list[_Group]:
    """The longest run of groups that rises on both sides without overlapping (patience sorting)."""
    tails: list[int] = []
    best: list[int] = []
    back: list[int] = []
    taken: set[int] = set()
    kept = []
    for group in groups:
        # A paragraph both split and merged stands in two pairs; it is laid down once.
        if taken.isdisjoint(group.new):
            taken |= set(group.new)
            kept.append(group)
    for index, group in enumerate(kept):
        at = bisect_left(tails, group.old.start + 1)
        back.append(best[at - 1] if at else -1)
        end = group.old.stop
        if at == len(tails):
            tails.append(end)
            best.append(index)
        elif end < tails[at]:
            tails[at], best[at] = end, index
    chain = []
    index = best[-1] if best else -1
    while index >= 0:
        chain.append(kept[index])
        index = back[index]
    return chain[::-1]


class _Moves:
    """Paragraphs that stand elsewhere: how they leave the old place and arrive at the new one."""

    def __init__(
        self, old: Sequence[Block], new: Sequence[Block], pairs: Sequence[Pair], groups: Sequence[_Group]
    ) -> None:
        settled = {old[i].name for group in groups for i in group.old}
        placed = {new[j].name for group in groups for j in group.new}
        self._partners: dict[tuple[str, str], Pair] = {}
        for pair in pairs:
            if pair.old and pair.new:
                self._partners |= {("old", name): pair for name in pair.old if name not in settled}
                self._partners |= {("new", name): pair for name in pair.new if name not in placed}
        by_name = {block.name: block for block in new}
        self._names: dict[str, str] = {}
        for block in old:
            found = self._partners.get(("old", block.name))
            other = by_name.get(found.new[0]) if found and len(found.old) == len(found.new) == 1 else None
            if other and other.text == block.text and self._partners.get(("new", other.name)) is found:
                self._names[f"old {block.name}"] = self._names[f"new {other.name}"] = (
                    f"move{len(self._names) // 2 + 1}"
                )

    def leave(self, block: Block) -> TrackedParagraph:
        """The block as it is deleted at its old place."""
        move = self._names.get(f"old {block.name}", "")
        pair = self._partners.get(("old", block.name))
        words = f"Moved or divided: see {_listed(pair.new)} of the new text." if pair and not move else ""
        return _whole(block, "from" if move else "delete", words, move)

    def arrive(self, block: Block) -> TrackedParagraph:
        """The block as it is inserted at its new place."""
        move = self._names.get(f"new {block.name}", "")
        pair = self._partners.get(("new", block.name))
        words = ""
        if pair and not move:
            words = f"From {_listed(pair.old)} of the old text. {_told(pair.words)}"
        return _whole(block, "to" if move else "insert", words, move)


def _listed(names: Sequence[str]) -> str:
    return f"paragraph{'' if len(names) == 1 else 's'} {', '.join(names)}"


def _told(runs: Iterable[WordRun]) -> str:
    """The changes of a redline in words."""
    named = {"delete": "out: “{}”", "insert": "in: “{}”"}
    told = [named[run.operation].format(run.text.strip()) for run in runs if run.operation in named]
    return f"Words {'; '.join(told)}." if told else "The words are the same."


def _whole(block: Block, kind: Track, comment: str, move: str) -> TrackedParagraph:
    signs = tuple(Tracked(kind, sign, _note_words(sign)) for sign in block.signs[:-1])
    return TrackedParagraph(signs, kind, block.signs[-1].style, comment, move)


def _note_words(sign: Sign) -> tuple[WordRun, ...]:
    return (WordRun("equal", sign.note.text),) if sign.note and sign.note.text else ()


def _paragraphs(signs: Iterable[Tracked]) -> Iterator[TrackedParagraph]:
    """The signs cut at the ends of paragraphs."""
    held: list[Tracked] = []
    for tracked in signs:
        if tracked.sign.kind == "end":
            yield TrackedParagraph(tuple(held), tracked.track, tracked.sign.style)
            held = []
        else:
            held.append(tracked)


def _merge(old: Sequence[Block], new: Sequence[Block], runs: tuple[WordRun, ...] | None) -> Iterator[Tracked]:
    """The signs of blocks and of those that continue them, tracked."""
    before, after = ([sign for block in side for sign in block.signs] for side in (old, new))
    left, right = _Reader(before), _Reader(after)
    for operation, count in _steps(before, after, runs):
        for _ in range(count):
            if operation == "delete":
                yield from (Tracked("delete", sign, _note_words(sign)) for sign in left.next())
            elif operation == "insert":
                yield from (Tracked("insert", sign, _note_words(sign)) for sign in right.next())
            else:
                yield from _side_by_side(left.next(), right.next())
    yield from _side_by_side(left.rest(), right.rest())


def _steps(old: Sequence[Sign], new: Sequence[Sign], runs: tuple[WordRun, ...] | None) -> list[tuple[str, int]]:
    """How many letters (no spaces) are equal, deleted or inserted, in order.

    The runs of the comparison where they lead from the one to the other; otherwise a redline of our own.
    """
    before, after = ("".join(sign.text for sign in side if _is_letter(sign)) for side in (old, new))
    steps = _counted(runs, before, after) if runs is not None else None
    if steps is None:
        texts = (_words(old), _words(new))
        steps = _counted(redline(*texts), before, after)
    if steps is None:
        # Signs that are neither words nor punctuation (a lone surrogate): one whole for another.
        steps = [("delete", len(before)), ("insert", len(after))]
    return steps


def _counted(runs: Iterable[WordRun], old: str, new: str) -> list[tuple[str, int]] | None:
    letters = [(run.operation, "".join(run.text.split())) for run in runs]
    sides = (
        "".join(text for operation, text in letters if operation in {"equal", each})
        for each in ("delete", "insert")
    )
    return [(operation, len(text)) for operation, text in letters] if tuple(sides) == (old, new) else None


def _words(signs: Sequence[Sign]) -> str:
    return "".join({"sign": sign.text, "end": " "}.get(sign.kind, "") for sign in signs if sign.text != "\t")


def _is_letter(sign: Sign) -> bool:
    return sign.kind == "sign" and not sign.text.isspace()


class _Reader:
    """Hands out signs up to and with the next letter."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        self._signs, self._at = signs, 0

    def next(self) -> list[Sign]:
        """What stands before the next letter, and the letter."""
        start = self._at
        while not _is_letter(self._signs[self._at]):
            self._at += 1
        self._at += 1
        return list(self._signs[start : self._at])

    def rest(self) -> list[Sign]:
        """What stands after the last letter."""
        return list(self._signs[self._at :])


def _side_by_side(old: Sequence[Sign], new: Sequence[Sign]) -> Iterator[Tracked]:
    """Spaces, numbers, marks and ends between two letters: what is the same at either edge stays."""
    head = 0
    while head < min(len(old), len(new)) and _same(old[head], new[head]):
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and _same(old[-1 - tail], new[-1 - tail]):
        tail += 1
    yield from map(_both, old[:head], new[:head])
    yield from (Tracked("delete", sign, _note_words(sign)) for sign in old[head : len(old) - tail])
    yield from (Tracked("insert", sign, _note_words(sign)) for sign in new[head : len(new) - tail])
    yield from map(_both, old[len(old) - tail :], new[len(new) - tail :])


def _same(old: Sign, new: Sign) -> bool:
    if old.note and new.note:
        # A mark that Word does not count is printed as it stands, and is another sign if it differs.
        alike = old.note.counted == new.note.counted and (old.note.text is None) == (new.note.text is None)
        return alike and (old.note.counted or old.note.mark == new.note.mark)
    return old == new


def _both(old: Sign, new: Sign) -> Tracked:
    words = _note_words(new)
    if old.note and new.note and old.note.text and new.note.text:
        words = redline(old.note.text, new.note.text)
        if not _leads(words, old.note.text, new.note.text):
            words = (WordRun("delete", old.note.text), WordRun("insert", new.note.text))
    return Tracked("equal", replace(new, style=new.style), words)


def _leads(runs: Sequence[WordRun], old: str, new: str) -> bool:
    """Whether the runs give both sides to the letter, spaces too."""
    sides = (
        "".join(run.text for run in runs if run.operation in {"equal", each}) for each in ("delete", "insert")
    )
    return tuple(sides) == (old, new)
