"""UN document symbols: parsed, printed in one canonical form, and found in a text.

Knows the grammar of a symbol: a series root, the bodies below it, a session or year, the nature of the document, a
number, modifiers; joint symbols; the abbreviated ``and Add.1``; the short numbers of resolutions. It holds no list
of organs: a root is told by its shape, so a series that nobody thought of is read too. It does not know whether a
document exists.

Canonical form: no spaces, one hyphen between the halves of a joint symbol, a part's letter in brackets
(``A/RES/217(III)[A]``, ``A/RES/57/270[B]``).
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from functools import cache

from stocktake.errors import RequestError
from stocktake.values.resolution_number import Numbering, ResolutionNumber, match_number, roman_number
from stocktake.values.span import Span

# The grammar's own words, from the UN's guide to document symbols: natures, and modifiers of a number.
_ADOPTED = ("RES", "DEC")
_NATURES = frozenset(
    [*_ADOPTED, "PRST", "L", "CRP", "INF", "NGO", "PET", "PV", "R", "SR", "WP", "NC", "MIN", "LIM", "Res", "Dec"]
)
_MODIFIER = r"(?:Add|Amend|Corr|Rev)\.\d{1,3}"
_YEARS = range(1945, 2200)

_LETTER = r"[A-Z](?:\s?[-–]\s?[A-Z])?(?![\w’'–-])"
_WHERE = r"\s?\((?:(?:19|20)\d\d|(?:E?S-)?[IVXL]+)\)"
_NUMBERED = rf"\d{{1,5}}(?:{_WHERE})?(?:\[[A-Z](?:-[A-Z])?\]|\s?{_LETTER})?"
_ROOT = r"(?:[A-Z]{1,4}\.\d{1,3}|[A-Z]{1,10}(?:\d{1,3}|\(\d{1,3}\))?)"
_DOTTED = r"[A-Z][A-Za-z]{0,8}\.(?:\d{1,5}[A-Z]?|[A-Z]{1,4})(?![A-Za-z0-9])"
_WORD = r"(?:Summary|[A-Z]{1,10}(?:\(\d{1,3}\))?)(?![A-Za-z.])"
_PART = rf"(?:{_DOTTED}|E?S-\d{{1,2}}(?!\d)|\d{{1,5}}(?![\dA-Za-z])|\d{{1,4}}[A-Z](?!\w)|{_WORD})"
_SLASH = r"/\s?"
_HALF = (
    rf"(?:{_ROOT}(?:{_SLASH}{_PART})*?{_SLASH}(?:{'|'.join(_ADOPTED)}){_SLASH}"
    rf"(?:(?:E?S-)?\d{{1,4}}{_SLASH})?{_NUMBERED}(?:{_SLASH}{_MODIFIER})*"
    rf"|{_ROOT}(?:{_SLASH}{_PART})+)"
)
_PRINTED = rf"{_HALF}(?:\s?[-–]\s?{_HALF}){{0,3}}"
_WHOLE = re.compile(rf"(?P<symbol>{_PRINTED})(?P<stars>\*{{0,3}})")
_JOIN = re.compile(rf"\s?[-–]\s?(?={_ROOT}/)")
_ELLIPSIS = re.compile(rf"(?:\s?,\s|,?\sand\s)(?P<modifier>{_MODIFIER}(?:/{_MODIFIER})*)(?![\w/])")
_COUNTED_ON = re.compile(
    r"(?:,\s|,?\sand\s|(?P<range>\s?[–-]\s?|\sto\s))(?P<number>\d{1,2})(?=[.,;:)\]]|\s?$|\sand\s)"
)


@cache
def _in_text() -> re.Pattern[str]:
    """A symbol among words: built where texts are read, which most calls of the program do not."""
    return re.compile(
        rf"(?<![\w/.@:-])(?P<open>\*?)(?P<symbol>{_PRINTED})(?:(?P<stars>\*{{1,3}})(?![\w*]))?(?!\w)"
    )


class NotASymbolError(RequestError, ValueError):
    """The text is not a document symbol."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol. Equal symbols name the same document.

    Attributes:
        halves: The parts between slashes, of each half of a joint symbol.
        stars: How many asterisks follow it: the document was issued again for technical reasons.
    """

    halves: tuple[tuple[str, ...], ...]
    stars: int = 0

    @classmethod
    def parse(cls, text: str) -> "Symbol":
        """The symbol that ``text`` is, from its first character to its last.

        Raises:
            NotASymbolError: It is not one, or words stand beside it.
        """
        found = _WHOLE.fullmatch(text.strip())
        symbol = _read(found) if found else None
        if symbol is None:
            raise NotASymbolError(
                expected="a document symbol such as A/RES/70/1 or A/80/62-E/2025/12",
                came=f"{text!r} is none",
                advice="Write it as the document prints it, with nothing beside it.",
            )
        return symbol

    def __str__(self) -> str:
        """The canonical form."""
        return "-".join("/".join(half) for half in self.halves) + "*" * self.stars

    @property
    def organ(self) -> str:
        """The series root of the first half: ``A``, ``E``, ``S``, ``TD``, ``UNEP``."""
        return self.halves[0][0]

    @property
    def modifiers(self) -> tuple[str, ...]:
        """Addenda, corrigenda, revisions of the first half, in order: ``Add.1``, ``Corr.1``."""
        return tuple(part for part in self.halves[0][1:] if _is_modifier(part))

    @property
    def base(self) -> "Symbol":
        """The document itself, without modifiers and asterisks."""
        return Symbol(tuple(tuple(part for part in half if not _is_modifier(part)) for half in self.halves))

    @property
    def nature(self) -> str | None:
        """What kind of document: ``RES``, ``DEC``, ``L``, ``PV``; None for an ordinary document."""
        heads = (part.split(".")[0] for part in self.halves[0][1:])
        return next((head.upper() for head in heads if head in _NATURES), None)

    @property
    def adopted(self) -> ResolutionNumber | None:
        """The number, where it is a resolution or decision of the usual form; else None."""
        half = self.halves[0]
        at = next((place for place, part in enumerate(half) if part in _ADOPTED), None)
        matched = match_number("/".join(half[at + 1 : at + 3])) if at is not None else None
        if at is not None and matched is None:
            matched = match_number(half[at + 1])
        return matched[0] if matched else None

    @property
    def session(self) -> int | None:
        """The session of the first half: 80 in ``A/80/62``, 3 in ``A/RES/217(III)[A]``; None where it has none."""
        number = self.adopted
        if number:
            has = number.numbering in (Numbering.SESSION, Numbering.ROMAN)
            return number.session_number if has else None
        plain = self._plain()
        return int(plain[0]) if plain and int(plain[0]) not in _YEARS and self._is_followed(plain) else None

    @property
    def year(self) -> int | None:
        """The year that stands in the symbol: 2025 in ``E/2025/12`` and in ``A/80/62-E/2025/12``; else None."""
        text = " ".join("/".join(half[1:]) for half in self.halves)
        years = (int(each) for each in re.findall(r"(?<![\w.])\d{4}(?=[/)\s]|$)", text))
        return next((year for year in years if year in _YEARS), None)

    @property
    def number(self) -> str | None:
        """The document's own number within its series: ``118``, ``62``, ``17`` in ``A/C.2/80/L.17``."""
        parts = [part for part in self.base.halves[0][1:] if any(each.isdigit() for each in part)]
        found = re.search(r"\d+", parts[-1]) if parts else None
        return found[0] if found else None

    def _plain(self) -> list[str]:
        return [part for part in self.base.halves[0][1:] if part.isdigit()]

    def _is_followed(self, plain: list[str]) -> bool:
        """Whether something is counted within the first number, as documents are within a session."""
        after = self.base.halves[0][self.base.halves[0].index(plain[0], 1) + 1 :]
        return any(any(each.isdigit() for each in part) for part in after)


def _is_modifier(part: str) -> bool:
    return re.fullmatch(rf"{_MODIFIER}|Summary", part) is not None


def parse_short(text: str, nature: str = "RES") -> Symbol:
    """The symbol that ``text`` means, in full or short.

    ``80/118`` and ``S-10/2`` are the Assembly's, ``2025/18`` the Economic and Social Council's, ``1373 (2001)``
    the Security Council's; ``217 A (III)`` is the Assembly's up to its thirtieth session, the Council's after it.

    Args:
        text: A full symbol or the number of a resolution.
        nature: ``RES`` or ``DEC``: what a short number stands for.

    Raises:
        NotASymbolError: It is neither.
    """
    text = text.strip()
    matched = match_number(text)
    if matched is None or matched[1].end != len(text):
        return Symbol.parse(text)
    return Symbol.parse(f"{_organ_of(matched[0])}/{nature}/{matched[0]}")


def _organ_of(number: ResolutionNumber) -> str:
    # The Assembly dropped Roman figures with its thirty-first session (1976); the Council had passed its fiftieth.
    last_roman_session = 30
    session = roman_number(number.session)
    if number.numbering is Numbering.ROMAN and session is not None and session > last_roman_session:
        return "E"
    organs = {Numbering.SESSION: "A", Numbering.ROMAN: "A", Numbering.YEAR: "E", Numbering.SERIAL: "S"}
    return organs[number.numbering]


def scan_symbols(text: str) -> Iterator[tuple[Symbol, Span]]:
    """The full symbols printed in ``text``, in order, each with its span.

    An abbreviated modifier (``A/67/65-E/2012/48 and Corr.1``) names a document of its own: it comes as the full
    symbol of that document, with the span of the words that are printed. A symbol may be broken by white space
    after its hyphen or a slash. Asterisks right after a symbol belong to it unless it stands between asterisks,
    as Markdown prints italics.
    """
    # Every symbol has a slash, and most passages have none.
    at = 0 if "/" in text else len(text)
    while found := _in_text().search(text, at):
        symbol = _read(found)
        is_italic = bool(found["open"])
        at = found.end("symbol") if is_italic else found.end()
        if symbol is not None and _is_likely(symbol):
            yield replace(symbol, stars=0) if is_italic else symbol, Span(found.start("symbol"), at)
            at = yield from _scan_ellipses(text, at, symbol)


def _scan_ellipses(text: str, at: int, symbol: Symbol) -> Generator[tuple[Symbol, Span], None, int]:
    """The documents of the modifiers that follow; what it returns is where they end."""
    while found := _ELLIPSIS.match(text, at):
        modifiers = tuple(found["modifier"].split("/"))
        yield _extended(symbol, modifiers), Span(*found.span("modifier"))
        at = found.end()
        kind, last = modifiers[-1].split(".")
        while more := _COUNTED_ON.match(text, at):
            first = int(last) + 1 if more["range"] else int(more["number"])
            for number in range(first, int(more["number"]) + 1):
                each = (*modifiers[:-1], f"{kind}.{number}")
                yield _extended(symbol, each), Span(*more.span("number"))
            last, at = more["number"], more.end()
    return at


def _extended(symbol: Symbol, modifiers: tuple[str, ...]) -> Symbol:
    return Symbol(tuple((*half, *modifiers) for half in symbol.base.halves))


def _read(found: re.Match[str]) -> Symbol | None:
    halves = tuple(_split(half) for half in _JOIN.split(found["symbol"]))
    stars = len(found.groupdict().get("stars") or "")
    return Symbol(halves, stars) if all(map(_is_whole, halves)) else None


def _split(half: str) -> tuple[str, ...]:
    parts = [re.sub(r"\s|(?<=\d)–", "", part) for part in half.split("/")]
    if any(part in _ADOPTED for part in parts):
        parts = [re.sub(r"(?<=[\d)])([A-Z](?:-[A-Z])?)$", r"[\1]", part) for part in parts]
    return tuple(parts)


def _is_whole(half: tuple[str, ...]) -> bool:
    """Whether the half ends in a number, which all documents have."""
    return any(each.isdigit() for each in half[-1]) or half[-1] == "Summary"


def _is_likely(symbol: Symbol) -> bool:
    """Whether something of this form in running text is a symbol and not a fraction or a pair of names.

    Of two parts only: the root is that of a principal organ or of a series (one or two letters) and the number is
    in the hundreds, as the numbers of the early years are (``A/2361``), or carries its nature (``S/PV.9000``).
    """
    half = symbol.halves[0]
    root, rest = half[0], half[1:]
    if len(rest) > 1 or "." in root or len(symbol.halves) > 1:
        return any(part[0].isdigit() or "." in part or "-" in part for part in rest)
    short_root, hundreds = 2, 3
    is_number = rest[0].isdigit() and len(rest[0]) >= hundreds
    return len(root) <= short_root and (is_number or rest[0].split(".")[0] in _NATURES)
