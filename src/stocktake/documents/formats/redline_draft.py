"""A base text with proposed changes as tracked paragraphs, each change with its comment.

Knows where in a block a change begins and ends. A comment on a note stands at the note's mark, since word
processors take none inside notes. Knows nothing of XML.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stocktake.documents.compare.model import WordRun
from stocktake.documents.draft import ProposedChange
from stocktake.documents.formats.redline_blocks import Block, Sign
from stocktake.documents.formats.redline_tracks import Tracked, TrackedParagraph, in_one_piece


def track_changes(blocks: Sequence[Block], changes: Sequence[ProposedChange]) -> tuple[TrackedParagraph, ...]:
    """The blocks of the base with the changes in them."""
    return tuple(in_one_piece([_paragraph(block, changes) for block in blocks]))


def _paragraph(block: Block, changes: Sequence[ProposedChange]) -> TrackedParagraph:
    own = [each for each in changes if each.place == block.name]
    end = block.signs[-1]
    signs = list(_signs(block, own, changes))
    removed = bool(own) and len(own) == 1 and own[0].old == block.text and not own[0].new
    return TrackedParagraph(tuple(signs), "delete" if removed else "equal", end.style)


def _signs(block: Block, own: Sequence[ProposedChange], changes: Sequence[ProposedChange]) -> Iterator[Tracked]:
    """The signs in order; before and after the words that a change keeps, those that it puts around them."""
    starts = {each.start: each for each in own}
    current: ProposedChange | None = None
    for sign in block.signs:
        if current and sign.at >= current.end and _is_own(sign):
            yield from _after(current, block)
            current = None
        if sign.at in starts and sign.kind in {"sign", "end"} and _is_own(sign):
            current = starts.pop(sign.at)
            yield from _before(current, block)
            if current.start == current.end:
                yield from _after(current, block)
                current = None
        if sign.kind != "end":
            yield _tracked(sign, current, changes)


def _is_own(sign: Sign) -> bool:
    """Whether the sign stands in the paragraph's own text: not its number, nor the space after that."""
    return sign.kind != "number" and sign.text != "\t"


def _tracked(sign: Sign, current: ProposedChange | None, changes: Sequence[ProposedChange]) -> Tracked:
    if sign.note:
        of_note = [each for each in changes if each.place == f"note {sign.note.mark}"]
        words = _note_runs(sign.note.text, of_note) if sign.note.text is not None else ()
        said = dict.fromkeys(each.comment for each in of_note) if words else {}
        return Tracked("equal", sign, words, "\n".join(said))
    if current is None:
        return Tracked("equal", sign)
    kept = _kept(current)
    return Tracked("equal" if kept else "delete", sign, (), current.comment)


def _kept(change: ProposedChange) -> tuple[str, str] | None:
    """What is put before and after the old words; None where they are replaced."""
    if change.old and change.old in change.new:
        before, _, after = change.new.partition(change.old)
        return before, after
    return None


def _before(change: ProposedChange, block: Block) -> Iterator[Tracked]:
    kept = _kept(change)
    yield from _inserted(kept[0] if kept else "", change, block)


def _after(change: ProposedChange, block: Block) -> Iterator[Tracked]:
    kept = _kept(change)
    yield from _inserted(kept[1] if kept else change.new, change, block)


def _inserted(words: str, change: ProposedChange, block: Block) -> Iterator[Tracked]:
    like = next((sign for sign in block.signs if sign.kind == "sign" and sign.at >= change.start), Sign("sign"))
    for letter in words:
        yield Tracked("insert", replace(like, text=letter, at=change.start), (), change.comment)


def _note_runs(text: str, changes: Sequence[ProposedChange]) -> tuple[WordRun, ...]:
    """The words of a note as runs: what stays, goes and comes."""
    runs: list[WordRun] = []
    at = 0
    for change in sorted(changes, key=lambda each: each.start):
        kept = _kept(change)
        runs.append(WordRun("equal", text[at : change.start]))
        if kept:
            runs += [WordRun("insert", kept[0]), WordRun("equal", change.old), WordRun("insert", kept[1])]
        else:
            runs += [WordRun("delete", change.old), WordRun("insert", change.new)]
        at = change.end
    runs.append(WordRun("equal", text[at:]))
    return tuple(run for run in runs if run.text)
