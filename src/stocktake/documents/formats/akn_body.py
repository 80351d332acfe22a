"""The preamble and the main body of a resolution in Akoma Ntoso.

Follows AKN4UN, part 3, "Modelling of GA Resolutions": a preambular paragraph is a ``container`` named by its
verb, an operative paragraph a ``paragraph``, items are ``list`` and ``point`` (in the preamble, where the schema
has no such elements, ``blockList`` and ``item``), a part is a ``section``, a heading opens a ``division``, and a
preambular paragraph that stands in the operative part is a ``crossHeading`` that refers to ``#preamble``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from stocktake.documents.formats.akn_names import Ids, clean
from stocktake.documents.formats.akn_notes import NoteWriter
from stocktake.documents.formats.akn_words import AKN, add, write_words
from stocktake.documents.model import Heading, Paragraph

_PART = re.compile(r"([^.\s()]+)\.(?=\S)")
_LAST_LABEL = re.compile(r"\([^()]*\)\Z")


@dataclass(slots=True)
class Written:
    """Where what was written stands: the ``eId`` of each paragraph and heading, in the document's order."""

    ids: Ids
    notes: NoteWriter
    headings: Sequence[Heading]
    paragraph_eids: list[str] = field(default_factory=list)
    heading_eids: dict[int, str] = field(default_factory=dict)

    def headings_before(self, paragraph_id: str) -> list[int]:
        """The headings not yet written that stand before this paragraph, by their place in the document."""
        return [
            at
            for at, each in enumerate(self.headings)
            if each.before == paragraph_id and at not in self.heading_eids
        ]

    def write_heading(self, parent: Any, tag: str, at: int, **attributes: str) -> None:
        """Write a heading as an element of this name."""
        eid = self.ids.take(f"heading_{at + 1}")
        self.heading_eids[at] = eid
        add(parent, tag, self.headings[at].text, eId=eid, **attributes)

    def write_own_words(self, into: Any, paragraph: Paragraph, eid: str) -> None:
        """Write the paragraph's words into a new element and note where they stand."""
        self.paragraph_eids.append(eid)
        write_words(into, paragraph.text, paragraph.verb, paragraph.marks, self.notes.of(paragraph.id))


@dataclass(frozen=True, slots=True)
class ItemTags:
    """The elements for items: ``block`` where only blocks may stand, as in the preamble."""

    listing: str
    item: str
    block: bool


_IN_PREAMBLE = ItemTags("blockList", "item", block=True)
_IN_BODY = ItemTags("list", "point", block=False)


class _Items:
    """Writes items into the paragraph or item they belong to, or into ``host`` where that was not written."""

    def __init__(self, tags: ItemTags, written: Written) -> None:
        self._tags = tags
        self._written = written
        self._open: dict[str, Any] = {}

    def opened(self, paragraph_id: str, block: Any) -> None:
        """A paragraph that items may belong to."""
        self._open = {paragraph_id: block}

    def write(self, paragraph: Paragraph, host: Any) -> None:
        """Write one item."""
        parent = self._open.get(_LAST_LABEL.sub("", paragraph.id), host)
        listing = self._listing(parent)
        label = _label(paragraph)
        eid = self._written.ids.take(f"{listing.get('eId')}__{self._tags.item}_{clean(label)}")
        item = add(listing, self._tags.item, eId=eid)
        add(item, "num", label)
        holder = item if self._tags.block else add(item, "content", eId=self._written.ids.take(f"{eid}__content"))
        self._written.write_own_words(add(holder, "p"), paragraph, eid)
        self._open[paragraph.id] = item

    def _listing(self, parent: Any) -> Any:
        tag = f"{{{AKN}}}{self._tags.listing}"
        if len(parent) and parent[-1].tag == tag:
            return parent[-1]
        ids = self._written.ids
        stem = f"{parent.get('eId')}__list" if parent.get("eId") else "list"
        listing = add(parent, self._tags.listing, eId=ids.take(f"{stem}_1"))
        content = parent.find(f"{{{AKN}}}content")
        if content is not None:
            intro = add(listing, "intro", eId=ids.take(f"{listing.get('eId')}__intro"))
            intro.extend(list(content))
            parent.remove(content)
        return listing


def _label(paragraph: Paragraph) -> str:
    """What is printed before an item: ``(a)``."""
    found = _LAST_LABEL.search(paragraph.number or paragraph.id)
    return found[0] if found else paragraph.number or paragraph.id


def split_preamble(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs before the first operative one, and the others."""
    preamble = list(takewhile(lambda each: each.kind != "operative", paragraphs))
    return preamble, list(paragraphs[len(preamble) :])


def write_preamble(statement: Any, organ: str | None, paragraphs: Sequence[Paragraph], written: Written) -> None:
    """Write the preamble; none where there is neither an organ nor a paragraph."""
    if organ is None and not paragraphs:
        return
    preamble = add(statement, "preamble")
    if organ is not None:
        add(
            add(preamble, "formula", name="enactingFormula", eId=written.ids.take("formula_1")),
            "p",
            f"The {organ},",
        )
    items = _Items(_IN_PREAMBLE, written)
    for paragraph in paragraphs:
        for at in written.headings_before(paragraph.id):
            written.write_heading(preamble, "block", at, name="heading")
        if paragraph.kind == "item":
            items.write(paragraph, preamble)
            continue
        eid = written.ids.take(f"container_{clean(paragraph.id)}")
        container = add(preamble, "container", name=paragraph.verb, eId=eid)
        written.write_own_words(add(container, "p"), paragraph, eid)
        items.opened(paragraph.id, container)


class BodyWriter:
    """Writes the main body, paragraph by paragraph, opening parts and divisions where they begin."""

    def __init__(self, body: Any, written: Written) -> None:
        self._body = body
        self._written = written
        self._section: Any = None
        self._part: str | None = None
        self._group: Any = body
        self._items = _Items(_IN_BODY, written)
        self._write = {
            "operative": self._operative,
            "item": lambda paragraph: self._items.write(paragraph, self._group),
            "preambular": self._preambular,
        }

    def write(self, paragraphs: Sequence[Paragraph]) -> None:
        """Write the paragraphs with the headings before them, then the headings that stand before none."""
        parts = {found[1] for each in paragraphs if (found := _PART.match(each.id))}
        for paragraph in paragraphs:
            self._open(paragraph, parts)
            self._write[paragraph.kind](paragraph)
        for at in range(len(self._written.headings)):
            if at not in self._written.heading_eids:
                self._written.write_heading(self._body, "block", at, name="heading")
        if not len(self._body):
            add(self._body, "p")

    def _open(self, paragraph: Paragraph, parts: set[str]) -> None:
        """Open the part and the division that begin before this paragraph."""
        headings = self._written.headings_before(paragraph.id)
        found = _PART.match(paragraph.id)
        part = found[1] if found else None
        named = self._written.headings[headings[0]].text.rstrip(".") if headings else None
        if named in parts:
            self._open_section(str(named), headings.pop(0))
        elif part not in (None, self._part):
            self._open_section(str(part), None)
        elif headings:
            self._group = self._division()
        for count, at in enumerate(headings):
            self._written.write_heading(self._group, "crossHeading" if count else "heading", at)

    def _open_section(self, part: str, heading: int | None) -> None:
        self._part = part
        self._section = add(self._body, "section", eId=self._written.ids.take(f"sec_{clean(part)}"))
        self._group = self._section
        if heading is None:
            add(self._section, "num", part)
        else:
            self._written.write_heading(self._section, "num", heading)

    def _division(self) -> Any:
        parent = self._body if self._section is None else self._section
        return add(parent, "division", eId=self._eid("division_1"))

    def _eid(self, name: str) -> str:
        stem = "" if self._section is None else f"{self._section.get('eId')}__"
        return self._written.ids.take(stem + name)

    def _operative(self, paragraph: Paragraph) -> None:
        number = paragraph.number or _PART.sub("", paragraph.id, count=1)
        block = add(self._group, "paragraph", eId=self._eid(f"para_{clean(number)}"))
        if paragraph.number is not None:
            add(block, "num", f"{paragraph.number}.")
        content = add(block, "content", eId=self._written.ids.take(f"{block.get('eId')}__content"))
        self._written.write_own_words(add(content, "p"), paragraph, block.get("eId"))
        self._items.opened(paragraph.id, block)

    def _preambular(self, paragraph: Paragraph) -> None:
        if self._group is self._body:
            self._group = self._division()
        eid = self._eid("crossHeading_1")
        self._written.write_own_words(
            add(self._group, "crossHeading", eId=eid, refersTo="#preamble"), paragraph, eid
        )
        self._items.opened(paragraph.id, self._group)
