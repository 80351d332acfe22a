"""The body of a resolution: lines to paragraphs, items and the headings between them.

Knows how the UN builds a body: the organ line, preambular paragraphs that open with a participle and close with a
comma, numbered operative paragraphs that open with a verb and close with a semicolon, lettered items under a
chapeau, headings and parts in between. A line opens a new paragraph when the layout says so *and* the grammar
allows it, for pages break paragraphs in mid-sentence. Knows nothing of notes or page furniture: those lines are
gone before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from stocktake.documents.model import Kind
from stocktake.documents.sources.line import Line, SourceText
from stocktake.documents.structure.openings import (
    Opening,
    bare_number_at,
    is_bare,
    item_at,
    number_at,
    part_label,
    place_item,
)
from stocktake.frameworks.layout_words import any_layout_word
from stocktake.frameworks.organs import load_organs
from stocktake.frameworks.verbs import leading_phrase
from stocktake.values.span import squeeze

_ENDS = re.compile(r"[,;:.!?](?:[”’\"')\]]*)$|[”\"]$|(?:[,;] (?:and|or))$")
_ENDS_BEFORE_MARKS = re.compile(r"[,;.] ?\d{1,3}(?:, ?\d{1,3})*$")
_NAME_WORD = r"(?:[A-Z][\w’'-]*|of|on|and|for|the|to|in)"
_ORGAN_LINE = re.compile(rf"\s*The (?P<organ>{_NAME_WORD}(?: {_NAME_WORD}){{0,14}})\s?,\s*")
_HEADING_WORDS = 24
_HEADING_LINES = 4
_ENTRY_WORDS = 12
_NUMBER_LEAP = 30


@dataclass(slots=True)
class Draft:
    """A paragraph in the making: its kind, its place in the numbering and its lines.

    Attributes:
        kind: Preambular, operative or item.
        label: Its number, or ``P1``; an item has its chapeau's.
        lines: Its lines.
        skip: How many characters of the first line are its number.
        part: The part it stands in: ``II``.
        resolution: The letter of its resolution, where one document holds several (A, B).
        items: The items open at this paragraph, outermost first.
        is_numbered: Whether its number is printed.
    """

    kind: Kind
    label: str
    lines: list[Line]
    skip: int
    part: str = ""
    resolution: str = ""
    items: tuple[str, ...] = ()
    is_numbered: bool = True


@dataclass(slots=True)
class Body:
    """The body as found.

    Attributes:
        paragraphs: In order.
        headings: Each with the number of paragraphs that stand before it, and its lines.
        organ_lines: The lines that name the organ.
    """

    paragraphs: list[Draft] = field(default_factory=list)
    headings: list[tuple[int, list[Line]]] = field(default_factory=list)
    organ_lines: list[Line] = field(default_factory=list)


def organ_of(line: Line) -> tuple[str, int] | None:
    """The organ that a line names as the subject of the text, and how many characters that takes; or None.

    A text that only adopts an outcome has no comma there: "The General Assembly" / "Adopts the following ...".
    """
    found = _ORGAN_LINE.match(line.text) or _organ_without_comma().match(line.text)
    if found is None:
        return None
    rest = line.text[found.end() :]
    stands = found.re is _ORGAN_LINE or not rest or (rest[:1].isupper() and leading_phrase(rest, "operative"))
    return (f"{found['organ']}", found.end()) if stands else None


@cache
def _numbered_heading() -> re.Pattern[str]:
    """The opening of a whole sentence by which outcome documents head what they promise: "Action 1. We will ..."."""
    return re.compile(rf"{any_layout_word('numbered heading')}\s\d{{1,3}}[.:]\s")


@cache
def _organ_without_comma() -> re.Pattern[str]:
    names = "|".join(re.escape(organ.name).replace(r"\ ", r"\s+") for organ in load_organs())
    return re.compile(rf"\s*The (?P<organ>{names})(?![\w-])\s*")


def read_body(source: SourceText, lines: Sequence[Line]) -> Body:
    """The paragraphs and headings of ``lines``, which begin with the organ line or the first paragraph."""
    reader = _BodyReader(source, lines)
    blocks = reader.blocks()
    for block, following in zip(blocks, [*blocks[1:], []], strict=True):
        reader.take(block, following)
    return reader.body


class _BodyReader:
    """Goes through the blocks of the body in order, with the state of the numbering."""

    def __init__(self, source: SourceText, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._wrapped = source.wrapped
        self._by_gaps = not source.wrapped or _uses_gaps(lines)
        self._positions = {id(line): place for place, line in enumerate(source.lines)}
        self.body = Body()
        self._expected = 1
        self._part = ""
        self._resolution = ""
        self._operative = False

    def blocks(self) -> list[list[Line]]:
        """The lines, cut where the layout or a plausible number says that something begins."""
        blocks: list[list[Line]] = []
        for line in self._lines:
            if blocks and not self._begins_block(blocks[-1][-1], line):
                blocks[-1].append(line)
            else:
                blocks.append([line])
        return blocks

    def _begins_block(self, before: Line, line: Line) -> bool:
        if is_bare(before.text) and not self._interrupted(before, line):
            return False
        if not self._wrapped or line.gap or organ_of(before) or part_label(before.words):
            return True
        if line.indent and (self._interrupted(before, line) or not self._by_gaps):
            return True
        number = number_at(line.text) or bare_number_at(line.text)
        if number is not None and leading_phrase(squeeze(line.text[number.skip :]), "operative"):
            return True
        if _ENDS.search(before.words):
            return bool(number_at(line.text) or item_at(line.text)) or _opens_unmarked(line)
        return bool(_ENDS_BEFORE_MARKS.search(before.words)) and _opens_unmarked(line)

    def _interrupted(self, before: Line, line: Line) -> bool:
        """Whether a page break, a note or furniture stands between two lines of the body."""
        return before.page != line.page or self._positions[id(line)] != self._positions[id(before)] + 1

    def take(self, block: list[Line], following: list[Line]) -> None:
        """Give one block its place: organ line, heading, a new paragraph, or more of the last one."""
        words = squeeze(" ".join(line.words for line in block))
        organ = organ_of(block[0])
        if organ is not None and (not self.body.paragraphs or self._opens_part_again(words)):
            self._take_organ_line(block, organ[1], following)
        elif self._is_heading(block, words, following):
            self._take_heading(block, words)
        elif self._continues(block[0], words) or self._is_entry(block, words, following):
            self.body.paragraphs[-1].lines += block
        else:
            self._open_paragraph(block, words)

    def _take_organ_line(self, block: list[Line], skip: int, following: list[Line]) -> None:
        self._operative, self._expected = False, 1
        self._resolution, self._part = self._part, ""
        self.body.organ_lines.append(block[0])
        rest = block[0].text[skip:]
        if rest.strip() and leading_phrase(rest.lstrip(), "operative"):
            self._add_unnumbered(block, skip)
        elif rest.strip():
            self._add("preambular", "", block, skip)
        elif block[1:]:
            self.take(block[1:], following)

    def _opens_part_again(self, words: str) -> bool:
        """Whether an organ line in mid-text opens the next of several lettered resolutions (A, B ...)."""
        return (
            self._operative
            and self._after_heading()
            and bool(self._part)
            and _ORGAN_LINE.fullmatch(words) is not None
        )

    def _is_heading(self, block: list[Line], words: str, following: list[Line]) -> bool:
        if not words or len(block) > _HEADING_LINES or len(words.split()) > _HEADING_WORDS:
            return False
        if part_label(words):
            return self._at_rest()
        if words[-1] in ",;:" or words[:1].islower() or number_at(words) or item_at(words):
            return False
        if not words[:1].isalnum() or (words[-1] == "." and not _numbered_heading().match(words)):
            return False
        return self._at_rest() and (
            (_is_display(block) and not _is_row(block)) or self._stands_alone(block, words, following)
        )

    def _at_rest(self) -> bool:
        """Whether the last paragraph has come to an end, so that a heading may stand here."""
        paragraphs = self.body.paragraphs
        return not paragraphs or bool(_ENDS.search(paragraphs[-1].lines[-1].words))

    def _stands_alone(self, block: list[Line], words: str, following: list[Line]) -> bool:
        """Whether unstyled words are a heading: no verb, no mark at the end, in a place where headings stand.

        That is in the operative part, under another heading ("II" / "Wicks"), or above a numbered paragraph.
        """
        if _numbered_heading().match(words):
            return True
        phrase = leading_phrase(words, "preambular") or leading_phrase(words, "operative")
        if phrase or not words[-1].isalnum() or _is_row(block) or self._announces():
            return False
        numbered = bool(following) and number_at(following[0].text) is not None
        return self._operative or self._after_heading() or numbered

    def _announces(self) -> bool:
        """Whether the last paragraph ends with a colon: what follows is a list, a table or a quotation.

        After "Adopts the following outcome document:" the document itself follows, with headings of its own.
        """
        if not self.body.paragraphs:
            return False
        last = self.body.paragraphs[-1]
        is_chapeau = last.kind == "operative" and not last.is_numbered
        return last.lines[-1].words.endswith(":") and not is_chapeau

    def _take_heading(self, block: list[Line], words: str) -> None:
        label = part_label(words) or part_label(words.split(". ", maxsplit=1)[0])
        if label:
            self._part = label
        self.body.headings.append((len(self.body.paragraphs), block))

    def _after_heading(self) -> bool:
        """Whether a heading stands between the last paragraph and the next."""
        headings = self.body.headings
        return bool(headings) and headings[-1][0] == len(self.body.paragraphs)

    def _opens_section(self, words: str) -> bool:
        """Whether the block opens a part with a preamble or single paragraph of its own, as in budgets."""
        if not self._after_heading():
            return False
        return bool(leading_phrase(words, "preambular") or (self._part and leading_phrase(words, "operative")))

    def _continues(self, line: Line, words: str) -> bool:
        """Whether a block is more of the last paragraph: nothing opens here, whatever the layout says."""
        paragraphs = self.body.paragraphs
        if not paragraphs or self._numbered(words) or self._item(words):
            return False
        if not words[:1].isupper():
            return True
        if self._opens_section(words):
            return False
        if leading_phrase(words, "operative" if self._operative else "preambular"):
            return self._operative and paragraphs[-1].is_numbered
        if self._operative or self._opens_operative(words):
            return self._operative
        last = paragraphs[-1].lines[-1]
        ended = bool(_ENDS.search(last.words))
        certain = line.indent if line.place is not None else not self._interrupted(last, line)
        return not (ended and certain)

    def _is_entry(self, block: list[Line], words: str, following: list[Line]) -> bool:
        """Whether a number opens an entry of the table or list that the last paragraph announces, and no paragraph.

        "2. Lamps and wicks": a few words without a verb and without the mark that closes a paragraph. Where a page
        ends after them they may be the first words of one.
        """
        opening = number_at(words)
        if following and self._interrupted(block[-1], following[0]):
            return False
        if opening is None or _ENDS.search(words) or len(words.split()) > _ENTRY_WORDS:
            return False
        if leading_phrase(words[opening.skip :], "operative") or not self.body.paragraphs:
            return False
        return any(line.words.endswith(":") for line in self.body.paragraphs[-1].lines)

    def _numbered(self, words: str) -> Opening | None:
        """The number the block opens with, if it can be the next one, or the first of a new count."""
        opening = number_at(words) or self._misprinted(words)
        if opening is None:
            return None
        number = int(opening.label)
        if number == self._expected or (number == 1 and self._at_rest()):
            return opening
        leaps = self._expected < number <= self._expected + _NUMBER_LEAP
        verb = leading_phrase(words[opening.skip :], "operative")
        return opening if leaps and verb and self._at_rest() else None

    def _misprinted(self, words: str) -> Opening | None:
        """The next number, printed without its full stop before an operative verb."""
        opening = bare_number_at(words)
        if opening is None or opening.label != str(self._expected) or not self._at_rest():
            return None
        return opening if leading_phrase(words[opening.skip :], "operative") else None

    def _item(self, words: str) -> tuple[Opening, tuple[str, ...]] | None:
        opening = item_at(words)
        if opening is None or not self.body.paragraphs:
            return None
        items = place_item(self.body.paragraphs[-1].items, opening.label)
        return (opening, items) if items is not None else None

    def _opens_operative(self, words: str) -> bool:
        """Whether an unnumbered block opens the operative part: an operative verb after a preamble at its end."""
        return (
            bool(leading_phrase(words, "operative"))
            and self._at_rest()
            and (not self._operative or not self.body.paragraphs[-1].is_numbered)
        )

    def _open_paragraph(self, block: list[Line], words: str) -> None:
        numbered, item = self._numbered(words), self._item(words)
        if numbered is None and item is None and self._opens_section(words):
            self._operative, self._expected = False, 1
        if numbered is not None:
            self._keep_number_free(numbered.label)
            self._operative = True
            self._expected = int(numbered.label) + 1
            opening = number_at(block[0].text) or bare_number_at(block[0].text)
            self._add("operative", numbered.label, block, opening.skip if opening else 0)
        elif item is not None:
            parent = self.body.paragraphs[-1]
            opening = item_at(block[0].text)
            alone = len(block[0].text) if is_bare(block[0].text) else 0
            self._add("item", parent.label, block, opening.skip if opening else alone)
            self.body.paragraphs[-1].items = item[1]
            self.body.paragraphs[-1].is_numbered = parent.is_numbered
        elif self._operative or self._opens_operative(words):
            self._add_unnumbered(block, 0)
        else:
            self._add("preambular", "", block, 0)

    def _add_unnumbered(self, block: list[Line], skip: int) -> None:
        self._operative = True
        self._add("operative", str(self._expected), block, skip)
        self.body.paragraphs[-1].is_numbered = False
        self._expected += 1

    def _keep_number_free(self, label: str) -> None:
        """Call an unnumbered chapeau 0 where paragraph 1 comes right after it: "Resolves that:" / "1. ..."."""
        chapeau = self.body.paragraphs[-1] if self.body.paragraphs else None
        if chapeau and label == chapeau.label == "1" and chapeau.kind == "operative" and not chapeau.is_numbered:
            holds = chapeau.part in ("", self._part) and chapeau.resolution == self._resolution
            chapeau.label = "0" if holds else chapeau.label

    def _add(self, kind: Kind, label: str, block: list[Line], skip: int) -> None:
        if kind == "preambular":
            count = sum(draft.kind == "preambular" for draft in self.body.paragraphs)
            label = f"P{count + 1}"
        self.body.paragraphs.append(Draft(kind, label, list(block), skip, self._part, self._resolution))


def _uses_gaps(lines: Sequence[Line]) -> bool:
    """Whether paragraphs are set apart by white space: most lines that are indented under a full one have some.

    Text without such lines leaves nothing but white space to go by.
    """
    first = [line for before, line in pairwise(lines) if line.indent and not before.indent]
    return sum(line.gap for line in first) * 2 >= len(first)


def _opens_unmarked(line: Line) -> bool:
    """Whether a line of plain text opens a preambular paragraph by its words, for exports that lost the indents.

    Within a sentence the UN writes its verbs in lower case.
    """
    words = squeeze(line.text)
    return line.place is None and words[:1].isupper() and bool(leading_phrase(words, "preambular"))


def _is_row(block: Sequence[Line]) -> bool:
    """Whether a block holds cells side by side, as tables do."""
    heights = [line.place.baseline for line in block if line.place is not None]
    return any(abs(upper - lower) < 1 for upper, lower in pairwise(heights))


def _is_display(block: list[Line]) -> bool:
    """Whether a block is set as a heading: all bold, or all italic without being a verb phrase and its words."""
    runs = [run for line in block for run in line.runs if run.text.strip() and not run.raised]
    return bool(runs) and (all(run.bold for run in runs) or all(run.italic for run in runs))
