"""Notes of HTML pages: which links are note marks, and which blocks are the notes they point to.

Knows the ways in which Word, wikis, Markdown converters and publishers tie a mark to a note: a link, raised or in
brackets, to a place further down, and a link back. Notes that are tied by no link are left to ``structure``, which
knows them by their words.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from stocktake.documents.sources.extracted import Piece, merge
from stocktake.documents.sources.html_markup import BLOCKS, Markup

_MARK = re.compile(r"\s*(?:\[\s*([^\s\[\]]{1,5})\s*\]|\(\s*([^\s()]{1,5})\s*\)|([^\s\[\]()]{1,5}))\s*")
_MARK_WORD = re.compile(r"\d{1,3}|[*†‡§¶]{1,4}|[a-z]{1,2}|[ivxl]{1,5}")
_NOTE_ID = re.compile(r"(?i)_?(?:ftn|fn|edn|footnote|endnote|note|cite_note)[:._-]*\w{0,12}")
_BACK_ID = re.compile(r"(?i).*(?:ref|back|src)[-:._]?\w{0,8}")
_LONGEST = 40
_MOST_CLIMBS = 20
_WORDS_BACK = 3
_TOPS = frozenset({"html", "body"})


@dataclass(slots=True)
class Notes:
    """The notes of a page, by position in its events.

    Attributes:
        references: Links that are note marks, with the mark.
        blocks: Blocks that are notes, with the mark.
        back_links: Links from a note back to its mark.
    """

    references: dict[int, str] = field(default_factory=dict)
    blocks: dict[int, str] = field(default_factory=dict)
    back_links: set[int] = field(default_factory=set)


def mark_of(text: str) -> tuple[str, bool] | None:
    """The note mark that words are, and whether brackets stand around it; None where they are none."""
    found = _MARK.fullmatch(text)
    word = next((each for each in found.groups() if each), "") if found else ""
    if found is None or not _MARK_WORD.fullmatch(word):
        return None
    return word, found[3] is None


def find_notes(markup: Markup, is_raised: Callable[[int], bool]) -> Notes:
    """The notes of a page; ``is_raised`` says whether the link at a position is printed raised."""
    ids = _places(markup)
    notes = Notes()
    targets: dict[int, str] = {}
    links = [(position, fragment) for position, fragment in _links(markup) if fragment in ids]
    for position, fragment in links:
        found = mark_of(markup.text(position, _LONGEST))
        if found is None or ids[fragment] <= position:
            continue
        if found[1] or _NOTE_ID.fullmatch(fragment) or is_raised(position):
            notes.references[position] = found[0]
            targets.setdefault(ids[fragment], found[0])
    _find_blocks(markup, targets, notes)
    starts = sorted(notes.blocks)
    for position, fragment in links:
        block = _block_around(markup, starts, position)
        if block is not None and ids[fragment] < block and _leads_back(markup, position, fragment):
            notes.back_links.add(position)
            notes.references.pop(position, None)
    return notes


def _places(markup: Markup) -> dict[str, int]:
    """The position of every place that a link can name."""
    places: dict[str, int] = {}
    for position, event in enumerate(markup.events):
        for name in ("id", "name") if event.attributes else ():
            value = (event.attributes or {}).get(name)
            if value and (name == "id" or event.tag == "a"):
                places.setdefault(value, position)
    return places


def _links(markup: Markup) -> Iterable[tuple[int, str]]:
    """Every link to a place, with the place: in the page itself or (saved pages) by a full address to a note."""
    for position, event in enumerate(markup.events):
        if event.tag == "a" and event.attributes:
            address, _, fragment = event.attributes.get("href", "").partition("#")
            if fragment and (not address or _NOTE_ID.fullmatch(fragment) or _BACK_ID.match(fragment)):
                yield position, fragment


def _find_blocks(markup: Markup, targets: dict[int, str], notes: Notes) -> None:
    """The block of each note: the largest that holds this note's place, no other's, and no note mark."""
    places, marks = sorted(targets), sorted(notes.references)
    for place, mark in targets.items():
        around = [each for each in climb(markup, place) if markup.events[each].tag not in _TOPS]
        blocks = [each for each in around if markup.events[each].tag in BLOCKS]
        own = [each for each in blocks if _count(markup, places, each) == 1 and not _count(markup, marks, each)]
        if blocks:
            notes.blocks[own[-1] if own else blocks[0]] = mark


def climb(markup: Markup, position: int) -> Iterator[int]:
    """An element and those it stands in, innermost first; as many as a page that means it nests."""
    for _ in range(_MOST_CLIMBS):
        if position < 0:
            return
        yield position
        position = markup.parents[position]


def _count(markup: Markup, positions: list[int], start: int) -> int:
    """How many of the positions lie in the element that starts at ``start``."""
    return bisect_left(positions, markup.ends[start]) - bisect_left(positions, start)


def _block_around(markup: Markup, starts: list[int], position: int) -> int | None:
    """The note block that a position lies in."""
    before = bisect_left(starts, position) - 1
    return starts[before] if before >= 0 and position < markup.ends[starts[before]] else None


def _leads_back(markup: Markup, position: int, fragment: str) -> bool:
    """Whether a link inside a note only leads back: it is a mark or an arrow, or says so ("back to text")."""
    words = markup.text(position, _LONGEST)
    says_so = len(words.split()) <= _WORDS_BACK and _BACK_ID.fullmatch(fragment)
    return mark_of(words) is not None or not any(map(str.isalnum, words)) or bool(says_so)


def strip_mark(text: str, mark: str) -> str:
    """The words of a note without the mark, bracket or full stop that it is typed with at their beginning."""
    typed = (
        rf"[\[(]?{re.escape(mark)}[\])]?[.:]?(?![.,]?\w)"
        if mark[-1:].isalnum()
        else rf"[\[(]?{re.escape(mark)}[\])]?"
    )
    found = re.match(rf"\s*(?:{typed}|[\[(]\s*$|[\])][.:]?|[.:](?=\s))\s*", text)
    return text[found.end() :] if found else text


def unbracket(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with the brackets around raised marks left out, whichever piece they stand in."""
    merged = merge(pieces)
    for position, piece in enumerate(merged):
        if not piece.style.raised:
            continue
        found = mark_of(piece.text)
        if found is not None and found[1]:
            lead = len(piece.text) - len(piece.text.lstrip())
            trail = piece.text[len(piece.text.rstrip()) :]
            merged[position] = Piece(piece.text[:lead] + found[0] + trail, piece.style)
        elif found is not None and 0 < position < len(merged) - 1:
            before, after = merged[position - 1], merged[position + 1]
            if before.text.endswith("[") and after.text.startswith("]"):
                merged[position - 1] = Piece(before.text[:-1], before.style)
                merged[position + 1] = Piece(after.text[1:], after.style)
    return [piece for piece in merged if piece.text]
