"""The styles of a DOCX file: how the words of a run are printed, and which list a paragraph style belongs to.

Knows the order of ECMA-376 part 1, 17.7.2 (defaults, paragraph style, character style, direct formatting) and its
toggles (17.7.3: bold in a bold style is not bold). Leaves table styles out: they seldom touch words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from stocktake.documents.sources.docx_package import attribute, child, local, value_of, whole_number
from stocktake.documents.sources.extracted import Style

# A style that is based on more than this many others is a loop or a trick.
_LONGEST_CHAIN = 50
_OFF = frozenset({"0", "false", "off"})
_TOGGLES = {"b": "bold", "i": "italic", "vanish": "hidden"}


@dataclass(frozen=True, slots=True)
class Look:
    """What a level of formatting says; None where it says nothing."""

    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list (``w:numId``) and level (``w:ilvl``) a paragraph belongs to; None where it does not say."""

    list_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _StyleRecord:
    """One style as the file defines it."""

    based_on: str | None = None
    look: Look = Look()
    place: ListPlace = ListPlace()


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a file."""

    records: dict[str, _StyleRecord] = field(default_factory=dict)
    default_paragraph: str | None = None
    default_look: Look = Look()

    def chain(self, style: str | None) -> Iterator[str]:
        """The ids of a style and of those it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            if style is None or style not in self.records:
                return
            yield style
            style = self.records[style].based_on

    def look(self, style: str | None) -> Look:
        """What a style says, with what it is based on."""
        looks = [self.records[each].look for each in self.chain(style)]
        return Look(*(_first(getattr(look, name) for look in looks) for name in Look.__slots__))

    def place(self, style: str | None) -> ListPlace:
        """The list that a paragraph style puts its paragraphs in."""
        places = [self.records[each].place for each in self.chain(style)]
        return next((place for place in places if place.list_id is not None), ListPlace())


def read_styles(root: Any | None) -> Styles:
    """The styles of ``styles.xml``; none where the file has no such part."""
    if root is None:
        return Styles()
    elements = [each for each in root if local(each) == "style"]
    defaults = [
        each
        for each in elements
        if attribute(each, "type") == "paragraph" and _is_on(attribute(each, "default") or "0")
    ]
    default_properties = child(root, "docDefaults", "rPrDefault", "rPr")
    return Styles(
        records={attribute(each, "styleId") or "": _read_record(each) for each in elements},
        default_paragraph=attribute(defaults[0], "styleId") if defaults else None,
        default_look=read_look(default_properties),
    )


def _read_record(element: Any) -> _StyleRecord:
    """One ``w:style``."""
    return _StyleRecord(
        based_on=value_of(element, "basedOn"),
        look=read_look(child(element, "rPr")),
        place=read_place(child(element, "pPr")),
    )


def read_place(properties: Any | None) -> ListPlace:
    """The list that paragraph properties name."""
    numbering = None if properties is None else child(properties, "numPr")
    if numbering is None:
        return ListPlace()
    level = value_of(numbering, "ilvl")
    return ListPlace(value_of(numbering, "numId"), None if level is None else whole_number(level, 0))


def read_look(properties: Any | None) -> Look:
    """What run properties (``w:rPr``) say of the words."""
    said: dict[str, bool] = {}
    for each in properties if properties is not None else ():
        name = local(each)
        if name in _TOGGLES:
            said[_TOGGLES[name]] = _is_on(attribute(each, "val"))
        elif name == "vertAlign":
            said["raised"] = attribute(each, "val") == "superscript"
        elif name == "position" and whole_number(attribute(each, "val"), 0) > 0:
            # Word files made from PDF lift note marks off the line instead of calling them superscript.
            said["raised"] = True
    return Look(**said)


def shown(direct: Look, character: Look, paragraph: Look, default: Look) -> tuple[Style, bool]:
    """How words are printed, and whether they are hidden, from the four levels of formatting."""
    raised = _first(look.raised for look in (direct, character, paragraph, default))
    style = Style(
        italic=_toggle(direct.italic, character.italic, paragraph.italic, default.italic),
        bold=_toggle(direct.bold, character.bold, paragraph.bold, default.bold),
        raised=bool(raised),
    )
    return style, _toggle(direct.hidden, character.hidden, paragraph.hidden, default.hidden)


def _toggle(direct: bool | None, character: bool | None, paragraph: bool | None, default: bool | None) -> bool:
    """Direct formatting says; else the two styles cancel each other; else the default says."""
    if direct is not None:
        return direct
    if character is None and paragraph is None:
        return bool(default)
    return bool(character) != bool(paragraph)


def _first(values: Iterator[bool | None]) -> bool | None:
    """The first that says something."""
    return next((value for value in values if value is not None), None)


def _is_on(value: str | None) -> bool:
    """Whether an on-off value is on; an element without a value is."""
    return value not in _OFF
