"""A page's events to passages: blocks, line breaks, styles and list numbers as a browser prints them.

Knows how a browser lays out words: white space, nested styles, hidden parts, ordered lists. Bullets are left out,
being no words. Lettered and Roman list numbers are put in brackets, as the UN prints its items: HTML cannot say
"(a)", and what converts such a list to HTML drops the brackets.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain, takewhile
from urllib.parse import unquote

from stocktake.documents.sources.extracted import PLAIN, RAISED, Passage, Piece, Style
from stocktake.documents.sources.html_css import Look, StyleSheet, combine, parse_declarations
from stocktake.documents.sources.html_markup import BLOCKS, UNPRINTED, Event, Markup
from stocktake.documents.sources.html_notes import climb, find_notes, strip_mark, unbracket
from stocktake.documents.sources.line import Zone
from stocktake.documents.sources.numerals import HTML_FORMS, to_digits
from stocktake.documents.sources.revisions import DELETED, INSERTED

_BY_TAG = (
    dict.fromkeys(("i", "em", "cite", "var", "dfn", "address"), Look(italic=True))
    | dict.fromkeys(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"), Look(bold=True))
    | {"sup": Look(raised=True)}
)
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_SPACES = re.compile(r"[ \t\n\r\f]+")
_DIGIT_FORMS = frozenset({"1", "decimal", "decimal-leading-zero"})
_NO_FORM = frozenset({"none", "disc", "circle", "square", "initial"})
_MOST_INSIDE = 10
_WHOLE = re.compile(r"-?\d{1,6}")


@dataclass(slots=True)
class _List:
    """A list that is open: how it numbers its items, and the number of the next."""

    form: str | None
    following: int = 1
    step: int = 1


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open, as far as it matters to what it holds."""

    style: Style = PLAIN
    preformatted: bool = False
    block: bool = True


class Walk:
    """Walks a page; ``passages`` and ``changes`` are there at its end."""

    def __init__(self, markup: Markup) -> None:
        self.passages: list[Passage] = []
        # Inserted and deleted passages, by kind and author.
        self.changes: Counter[tuple[str, str]] = Counter()
        self._markup = markup
        self._sheet = _read_sheet(markup)
        self._notes = find_notes(markup, self._is_raised)
        self._open: list[_Open] = [_Open()]
        self._lists: list[_List] = []
        self._note_ends = -1
        self._label: Piece | None = None
        self._passage = Passage()

    def read(self) -> list[Passage]:
        """The passages of the page, in order."""
        events, position = self._markup.events, 0
        while position < len(events):
            event = events[position]
            if event.is_end:
                self._end(event, position)
            elif not event.tag:
                self._type(event.text)
            elif self._is_left_out(event, position):
                position = self._markup.ends[position]
            else:
                self._start(event, position)
            position += 1
        self._break(gap=True)
        return self.passages

    def _look(self, event: Event) -> Look:
        """What the tag, the sheets and its own attribute say of an element."""
        attributes = event.attributes or {}
        looks = [_BY_TAG.get(event.tag, Look()), self._sheet.look(event.tag, attributes.get("class", ""))]
        if "style" in attributes:
            looks.append(parse_declarations(attributes["style"]))
        return combine(looks)

    def _is_raised(self, position: int) -> bool:
        """Whether an element is raised: by itself, by what holds it in its line, or by all that it holds."""
        events = self._markup.events
        around = takewhile(
            lambda each: each.tag not in BLOCKS, (events[each] for each in climb(self._markup, position))
        )
        inside = events[position + 1 : min(self._markup.ends[position], position + _MOST_INSIDE)]
        starts = (event for event in inside if event.tag and not event.is_end)
        return any(self._look(event).raised for event in chain(around, starts))

    def _is_left_out(self, event: Event, position: int) -> bool:
        """Whether an element and all it holds is not printed, or was deleted."""
        attributes = event.attributes or {}
        if event.tag in ("ins", "del"):
            author = unquote(attributes.get("cite", "").removeprefix("mailto:"))
            self.changes[INSERTED if event.tag == "ins" else DELETED, author] += 1
        return (
            event.tag in UNPRINTED
            or event.tag == "del"
            or "hidden" in attributes
            or position in self._notes.back_links
            or bool(self._look(event).hidden)
        )

    def _start(self, event: Event, position: int) -> None:
        look = self._look(event)
        above = self._open[-1]
        style = Style(
            italic=above.style.italic if look.italic is None else look.italic,
            bold=above.style.bold if look.bold is None else look.bold,
            raised=above.style.raised or bool(look.raised) or position in self._notes.references,
        )
        opened = _Open(style, above.preformatted or event.tag == "pre", event.tag in BLOCKS or bool(look.block))
        self._open.append(opened)
        if opened.block:
            self._break(gap=True)
        if position in self._notes.blocks:
            self._note_ends = self._markup.ends[position]
            self._passage.zone = Zone.NOTE
            self._label = Piece(self._notes.blocks[position], RAISED)
        if event.tag == "br":
            self._break(gap=self._passage.blank)
        elif event.tag in _LISTS:
            self._lists.append(self._list(event, position, look))
        elif event.tag == "li":
            self._number(event, look)

    def _end(self, event: Event, position: int) -> None:
        if len(self._open) > 1 and self._open.pop().block:
            self._break(gap=True)
        if event.tag in _LISTS and self._lists:
            self._lists.pop()
        if position == self._note_ends:
            self._passage.zone = Zone.UNSAID
            self._label = None
        elif event.tag == "li" and self._label is not None and not self._label.style.raised:
            self._label = None

    def _type(self, text: str) -> None:
        """Add characters; those of a note's own mark, typed where the raised one will stand, are left out."""
        if self._label is not None and self._label.style.raised:
            text = strip_mark(text, self._label.text)
        if self._open[-1].preformatted:
            self._type_lines(text)
        else:
            self._add(_SPACES.sub(" ", text))

    def _type_lines(self, text: str) -> None:
        """Add preformatted characters, line by line."""
        lines = text.split("\n")
        for number, line in enumerate(lines):
            if number:
                self._break(gap=self._passage.blank)
            self._add(line.rstrip("\r"))

    def _add(self, text: str) -> None:
        """Add words of the style of the place; the label comes before the first of them."""
        passage = self._passage
        if not self._open[-1].preformatted and (not passage.pieces or passage.pieces[-1].text.endswith(" ")):
            text = text.lstrip(" ")
        if not text:
            return
        if self._label is not None and text.strip():
            label, self._label = self._label, None
            passage.pieces = [label, Piece(" ")]
            text = text.lstrip()
        passage.add(text, self._open[-1].style)

    def _break(self, *, gap: bool) -> None:
        """End the line; ``gap`` says that white space follows."""
        passage = self._passage
        if passage.blank:
            passage.gap = passage.gap or gap
            passage.pieces = []
            return
        passage.pieces = unbracket(passage.pieces)
        self.passages.append(passage)
        self._passage = Passage(gap=gap, zone=passage.zone)

    def _list(self, event: Event, position: int, look: Look) -> _List:
        """A list that starts."""
        attributes = event.attributes or {}
        if event.tag != "ol":
            return _List(form=look.list_form if look.list_form in HTML_FORMS else None)
        form = look.list_form or attributes.get("type", "1")
        step = -1 if "reversed" in attributes else 1
        start = attributes.get("start", "").strip()
        if _WHOLE.fullmatch(start):
            return _List(form, int(start), step)
        return _List(form, 1 if step > 0 else self._items(position), step)

    def _items(self, position: int) -> int:
        """How many items a list holds."""
        markup = self._markup
        return sum(
            markup.events[each].tag == "li" and not markup.events[each].is_end and markup.parents[each] == position
            for each in range(position, markup.ends[position])
        )

    def _number(self, event: Event, look: Look) -> None:
        """Set the number that will stand before the words of an item."""
        if not self._lists:
            return
        current = self._lists[-1]
        attributes = event.attributes or {}
        value = attributes.get("value", "").strip()
        if _WHOLE.fullmatch(value):
            current.following = int(value)
        number, current.following = current.following, current.following + current.step
        form = attributes.get("type") or look.list_form or current.form
        if form is None or form in _NO_FORM or (self._label is not None and self._label.style.raised):
            return
        lettered = form in HTML_FORMS and form not in _DIGIT_FORMS
        numeral = HTML_FORMS.get(form, to_digits)(number)
        outer = "" if self._label is None else f"{self._label.text} "
        self._label = Piece(outer + (f"({numeral})" if lettered else f"{numeral}."))


def _read_sheet(markup: Markup) -> StyleSheet:
    """The rules of all style sheets inside the page."""
    sheet = StyleSheet()
    for position, event in enumerate(markup.events):
        if event.tag == "style" and not event.is_end:
            sheet.add("".join(each.text for each in markup.events[position : markup.ends[position]]))
    return sheet
