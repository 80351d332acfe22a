"""Words in Akoma Ntoso: elements with text, leading verbs and note marks inside running text, and back.

Knows how characters that XML 1.0 cannot hold are carried (``escape``) and that white space inside a paragraph is
part of its words. Does not know which element is a paragraph.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lxml import etree

from stocktake.documents.model import NoteMark

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "urn:stocktake:akn:1"

# XML 1.0, section 2.2: everything but these characters is allowed. U+241B (symbol for escape) begins an escape, so
# it is escaped itself. It stands in no known document; form feeds, which do, would otherwise be lost.
_ESCAPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u241b]")
_ESCAPE = re.compile("\u241b([0-9A-F]{4})")
_MARKS = {f"{{{AKN}}}authorialNote", f"{{{AKN}}}noteRef"}
_VERB = "leadingVerb"


def escape(words: str) -> str:
    """The words with each character that XML cannot hold written as U+241B and four hexadecimal digits."""
    return _ESCAPED.sub(lambda found: f"\u241b{ord(found[0]):04X}", words)


def unescape(words: str) -> str:
    """The words that ``escape`` was given."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), words)


def element(tag: str, words: str | None = None, **attributes: str) -> Any:
    """An element of Akoma Ntoso with these words and attributes; an attribute ``as_`` is written ``as``."""
    made = etree.Element(f"{{{AKN}}}{tag}")
    for name, value in attributes.items():
        made.set(name.rstrip("_"), escape(value))
    made.text = None if words is None else escape(words)
    return made


def add(parent: Any, tag: str, words: str | None = None, **attributes: str) -> Any:
    """A new last child of ``parent``; see ``element``."""
    made = element(tag, words, **attributes)
    parent.append(made)
    return made


def write_words(
    into: Any, words: str, verb: str, marks: Sequence[NoteMark], note: Callable[[NoteMark], Any]
) -> None:
    """Write the words into an element: the leading verb as an inline, at each mark the element ``note`` makes.

    A verb that the words do not begin with is not marked up.
    """
    begun = len(verb) if words.startswith(verb) else 0
    if begun:
        inline = add(into, "inline", name=_VERB, class_="italic")
        _fill(inline, words[:begun], 0, [each for each in marks if each.at < begun], note)
    _fill(into, words[begun:], begun, [each for each in marks if each.at >= begun], note)


def _fill(into: Any, words: str, offset: int, marks: Sequence[NoteMark], note: Callable[[NoteMark], Any]) -> None:
    written = 0
    for mark in marks:
        _append(into, words[written : mark.at - offset])
        into.append(note(mark))
        written = mark.at - offset
    _append(into, words[written:])


def _append(into: Any, words: str) -> None:
    if len(into):
        into[-1].tail = (into[-1].tail or "") + escape(words)
    else:
        into.text = (into.text or "") + escape(words)


def read_words(element_: Any) -> tuple[str, tuple[NoteMark, ...]]:
    """The words of an element, without the notes in it, and the note marks with their places."""
    words = ""
    marks: list[NoteMark] = []
    for piece in _pieces(element_):
        if isinstance(piece, str):
            words += piece
        else:
            marks.append(NoteMark(unescape(piece.get("marker", "")), len(words)))
    return words, tuple(marks)


def read_verb(element_: Any) -> str:
    """The leading verb marked up in an element; empty where there is none."""
    inline = element_.find(f"{{{AKN}}}inline[@name='{_VERB}']")
    return "" if inline is None else read_words(inline)[0]


def _pieces(element_: Any) -> Iterator[Any]:
    """The running text of an element in order: words as text, note marks as their elements."""
    yield unescape(element_.text or "")
    for child in element_:
        if child.tag in _MARKS:
            yield child
        else:
            yield from _pieces(child)
        yield unescape(child.tail or "")


def indent(block: Any, depth: int = 0) -> None:
    """Break lines between elements that hold only elements; running text is left as it is."""
    if not len(block) or _holds_words(block):
        return
    block.text = "\n" + "  " * (depth + 1)
    for child in block:
        indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    block[-1].tail = "\n" + "  " * depth


def _holds_words(block: Any) -> bool:
    return etree.QName(block).localname in _RUNNING


# The elements that we write running text into: white space in them is part of the words.
_RUNNING = {"p", "block", "crossHeading", "heading", "num", "record", "source"}
