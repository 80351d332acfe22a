"""HTML markup: bytes to characters, and characters to a flat list of balanced events.

Knows encodings (byte order mark, ``meta charset``, else UTF-8, else Windows-1252) and which elements are blocks or
are not printed. The list is flat and every start knows its end, so nothing downstream recurses, however deep the
file nests. Reads nothing but the bytes: no network, no entity from outside.
"""

import codecs
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from stocktake.errors import InputError
from stocktake.findings import Code, Finding

MAX_BYTES = 32 * 2**20
MAX_ELEMENTS = 400_000

_NAME = re.compile(r"\w+")
BLOCKS = frozenset(
    _NAME.findall(
        """
        address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
        figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol optgroup p pre section summary
        table tbody td tfoot th thead tr ul
        """
    )
)
UNPRINTED = frozenset(
    _NAME.findall(
        """
        applet audio button canvas datalist head iframe input map nav noframes noscript object option rp rt script
        select style svg template textarea title video
        """
    )
)

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?i)<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})"""
)
_DECLARED_WITHIN = 4096
# The encodings that browsers know; the other codecs of Python are no encodings of web pages.
_OF_THE_WEB = re.compile(r"utf-8|cp\d+|iso8859-\d+|koi8-[rut]|gb.*|big5.*|euc.*|shift_jis|mac-.*|ascii|tis-620|hz")
# Pages that declare these two mean the larger set (WHATWG Encoding Standard, labels).
_WIDENED = {"iso8859-1": "cp1252", "ascii": "cp1252"}


class Event(NamedTuple):
    """A start (``tag`` set, ``text`` empty), an end (``tag`` set, ``is_end``) or characters (``text`` set)."""

    tag: str = ""
    text: str = ""
    attributes: dict[str, str] | None = None
    is_end: bool = False


@dataclass(slots=True)
class Markup:
    """The events of a file in order.

    Attributes:
        events: What comes, in order.
        ends: For each start, the position of its end; for other events, their own position.
        parents: For each event, the position of the start it stands in; -1 at the top.
    """

    events: list[Event] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)

    def text(self, start: int, most: int) -> str:
        """The characters inside the element that starts at ``start``, as far as its first ``most`` events go."""
        last = min(self.ends[start], start + most)
        return "".join(event.text for event in self.events[start:last])


class _Collector:
    """Takes events from the parser."""

    def __init__(self, name: str) -> None:
        self.markup = Markup()
        self._name = name
        self._open: list[int] = []
        self._elements = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element starts."""
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise InputError(
                expected=f"a page of at most {MAX_ELEMENTS} elements",
                came="this one has more",
                where=self._name,
                advice="Resolutions are far smaller: check that this is the file you meant.",
            )
        self._add(Event(tag=tag, attributes=dict(attributes) or None))
        self._open.append(len(self.markup.events) - 1)

    def end(self, tag: str) -> None:
        """The innermost element ends."""
        start = self._open.pop()
        self.markup.ends[start] = len(self.markup.events)
        self._add(Event(tag=tag, is_end=True))

    def data(self, text: str) -> None:
        """Characters come."""
        self._add(Event(text=text))

    def close(self) -> Markup:
        """The list, once all has come."""
        while self._open:
            self.end(self.markup.events[self._open[-1]].tag)
        return self.markup

    def _add(self, event: Event) -> None:
        markup = self.markup
        markup.ends.append(len(markup.events))
        markup.parents.append(self._open[-1] if self._open else -1)
        markup.events.append(event)


def parse_markup(text: str, name: str) -> Markup:
    """The events of a page.

    Raises:
        InputError: The page is too large, or holds something the parser will not go past.
    """
    from lxml import etree

    parser = etree.HTMLParser(target=_Collector(name), huge_tree=False, no_network=True, encoding="utf-8")
    try:
        markup = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _unparsed(name) from error
    # The parser stops without an exception where one of its limits is passed; what follows would be lost.
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise _unparsed(name)
    if not isinstance(markup, Markup):
        raise _unparsed(name)
    return markup


def _unparsed(name: str) -> InputError:
    """The error for a page that the parser gives up on."""
    return InputError(
        expected="an HTML page",
        came="it cannot be parsed to its end",
        where=name,
        advice="Save it again from a browser, or save its text as a .txt file.",
    )


def decode(data: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    """The characters of a page, and a finding where its encoding had to be guessed or does not fit.

    Raises:
        InputError: The page is too large.
    """
    if len(data) > MAX_BYTES:
        raise InputError(
            expected=f"a page of at most {MAX_BYTES // 2**20} MB",
            came=f"this one has {len(data) / 2**20:.0f} MB",
            where=name,
            advice="Resolutions are far smaller: check that this is the file you meant.",
        )
    encoding = declared_encoding(data)
    if encoding is None:
        return _decode_undeclared(data)
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        finding = _guessed(
            f"The page says that it is {encoding}, but not all of its bytes are; those were replaced."
        )
        return data.decode(encoding, "replace"), (finding,)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page declares and Python knows; None where it declares none."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return None
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeError):
        return None
    return _WIDENED.get(encoding, encoding) if _OF_THE_WEB.fullmatch(encoding) else None


def _decode_undeclared(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """The characters of a page that declares no encoding."""
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        finding = _guessed("The page declares no encoding and is not UTF-8; it was read as windows-1252.")
        return data.decode("cp1252", "replace"), (finding,)


def _guessed(message: str) -> Finding:
    """The finding on an encoding."""
    return Finding(
        Code.ENCODING_GUESSED,
        "document",
        message,
        "Check letters with accents and quotation marks, or save the page again as UTF-8.",
    )
