"""Printed values to numbers, strictly: what cannot be read one way only is an error, what was mended is said.

Knows plain numbers, one style of thousands and decimals per file, marks for missing numbers, footnote marks, bounds
such as "<5", signs of unit. Knows no series. Everything that is a plain number never leaves Arrow; only the distinct
texts that are none are looked at one by one.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stocktake.errors import InputError
from stocktake.findings import Code, Finding
from stocktake.frameworks.statistical_words import missing_marks
from stocktake.statistics.sources.distinct import plain
from stocktake.statistics.sources.number_style import NumberStyle, style_of
from stocktake.statistics.sources.places import in_lines, shown

if TYPE_CHECKING:
    import pyarrow as pa

_PLAIN = r"^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$"
_INEXACT = re.compile(r"(?:[<>≤≥~≈±]|&lt;|&gt;)\s*=?\s*[-\d].*|\d[\d.,]*\s*[<>+]")
# Small letters, but no k, m, b or n: "2m" may be two million.
_NOTED = re.compile(
    r"(.*\d)\s*(?:[*†‡§#¶]+|[⁰¹²³⁴-⁹ᵃ-ᶻ]+|[ac-jlo-z]|\s[\[(][\w*†]{1,3}[\])]|[\[(][a-z*†]{1,3}[\])])"
)
_SIGNED = re.compile(r"([$€£])\s*(.*\d)|(.*\d)\s*([%€£])")


@dataclass(slots=True)
class _Reading:
    """What the distinct texts that are no plain numbers came to."""

    numbers: dict[str, float | None] = field(default_factory=dict)
    by_code: dict[Code, list[str]] = field(default_factory=lambda: defaultdict(list))
    signs: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Values:
    """Numbers, and what there was to say of them.

    Attributes:
        numbers: The numbers; null where none is available. Of the length of what was printed.
        findings: One per kind of thing that was seen.
    """

    numbers: "pa.ChunkedArray"
    findings: tuple[Finding, ...]


def parse_values(printed: "pa.ChunkedArray", lines: "pa.ChunkedArray", name: str) -> Values:
    """The numbers that the printed texts stand for.

    Raises:
        InputError: A text is no number in any style, the styles contradict each other, or some numbers carry the
            sign of a unit and others do not.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    quick = _all_plain(plain(printed))
    if quick is not None:
        return Values(quick, ())
    texts = pc.utf8_trim_whitespace(plain(printed))
    is_plain = pc.match_substring_regex(texts, _PLAIN)
    others = pc.unique(texts.filter(pc.invert(is_plain))).to_pylist()
    if not others:
        return Values(_numbers(texts, texts, lines, name), ())
    style = style_of([_bare(text) for text in others], pc.unique(texts.filter(is_plain)), name)
    read = _read(others, style)
    numbers = pc.if_else(is_plain, _numbers(pc.if_else(is_plain, texts, None), texts, lines, name), None)
    if style.dotted:
        read = _read(pc.unique(texts).to_pylist(), style)
        numbers = pa.chunked_array([pa.nulls(len(texts), pa.float64())])
    if read.unreadable:
        raise _no_number(read.unreadable, texts, lines, name)
    _check_signs(read, pc.any(is_plain).as_py(), name)
    mended = _mapped(texts, read.numbers)
    findings = tuple(_finding(code, words, texts, lines) for code, words in read.by_code.items())
    return Values(pc.coalesce(numbers, mended), findings)


def _all_plain(texts: "pa.ChunkedArray") -> "pa.ChunkedArray | None":
    """The numbers, where every text is a plain one or empty; None where any is not, or is a word that Arrow takes."""
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers = _cast(texts)
    if numbers is None:
        numbers = _cast(pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.string()), texts))
    return numbers if numbers is not None and pc.all(pc.is_finite(numbers)).as_py() else None


def _cast(texts: "pa.ChunkedArray") -> "pa.ChunkedArray | None":
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        return pc.cast(texts, pa.float64())
    except pa.ArrowInvalid:
        return None


def _numbers(
    texts: "pa.ChunkedArray", printed: "pa.ChunkedArray", lines: "pa.ChunkedArray", name: str
) -> "pa.ChunkedArray":
    """Plain numbers as such; what has more digits than a number can hold is none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers = pc.cast(texts, pa.float64())
    wild = pc.unique(texts.filter(pc.is_inf(numbers))).to_pylist()
    if wild:
        raise _no_number(wild, printed, lines, name)
    return numbers


def _read(texts: list[str], style: NumberStyle) -> _Reading:
    read = _Reading()
    for text in texts:
        _read_one(text, style, read)
    return read


def _read_one(text: str, style: NumberStyle, read: _Reading) -> None:
    """The number that a text stands for goes into ``read``, with what there is to say of it."""
    meaning = "missing" if not text else missing_marks().get(text)
    if meaning is not None or _INEXACT.fullmatch(text):
        read.numbers[text] = None
        code = {None: Code.INEXACT_VALUE, "doubtful": Code.MARK_AS_MISSING}.get(meaning)
        if code is not None:
            read.by_code[code].append(text)
        return
    bare = _bare(text)
    number = style.number(bare)
    if number is None:
        read.unreadable.append(text)
        return
    read.numbers[text] = number
    if noted := _NOTED.fullmatch(_unsigned(text)):
        read.by_code[Code.FOOTNOTE_MARK].append(text)
        text = noted[1]
    if sign := _SIGNED.fullmatch(text):
        read.signs[text] = sign[1] or sign[4]
    if style.changed(bare):
        read.by_code[Code.NUMBER_STYLE].append(text)


def _bare(text: str) -> str:
    """The number's own characters: without sign of unit and footnote mark, with a plain minus."""
    noted = _NOTED.fullmatch(_unsigned(text))
    unsigned = _unsigned(noted[1] if noted else text)
    return re.sub(r"^[−–](?=[\d.,])", "-", unsigned.strip())


def _unsigned(text: str) -> str:
    signed = _SIGNED.fullmatch(text)
    return (signed[2] or signed[3]).strip() if signed else text


def _mapped(texts: "pa.ChunkedArray", numbers: dict[str, float | None]) -> "pa.ChunkedArray":
    import pyarrow as pa
    import pyarrow.compute as pc

    places = pc.index_in(texts, value_set=pa.array(list(numbers), pa.string()))
    return pc.take(pa.array(list(numbers.values()), pa.float64()), places)


def _check_signs(read: _Reading, some_plain: bool, name: str) -> None:
    """All numbers carry the same sign of unit or none does."""
    signs = sorted(set(read.signs.values()))
    unsigned = some_plain or any(
        number is not None and not _SIGNED.fullmatch(text) for text, number in read.numbers.items()
    )
    kinds = [*(f"numbers with {sign!r}" for sign in signs), *(["numbers without a sign"] if unsigned else [])]
    if signs and len(kinds) > 1:
        raise InputError(
            expected="values of one unit",
            came=f"there are {' and '.join(kinds)}",
            where=name,
            advice="Print the unit in a column of its own, one series at a time.",
        )


def _no_number(words: list[str], texts: "pa.ChunkedArray", lines: "pa.ChunkedArray", name: str) -> InputError:
    return InputError(
        expected="numbers in the column of values",
        came=f"there {'is' if len(words) == 1 else 'are'} {_quoted(words)}{in_lines(texts, words, lines)}",
        where=name,
        advice="Print numbers without words; leave the cell empty where there is none.",
    )


_MESSAGES = {
    Code.MARK_AS_MISSING: (
        "Read as missing, though some print it for nil: {words}{lines}.",
        "Print 0 where nil is meant.",
    ),
    Code.INEXACT_VALUE: ("Read as missing, being a bound and no value: {words}{lines}.", ""),
    Code.FOOTNOTE_MARK: (
        "Read without the footnote mark, whose meaning is not read: {words}{lines}.",
        "Look what the notes say.",
    ),
    Code.NUMBER_STYLE: (
        "Read by the style that the file's numbers share: {words}{lines}.",
        "Look whether the numbers are right.",
    ),
}


def _finding(code: Code, words: list[str], texts: "pa.ChunkedArray", lines: "pa.ChunkedArray") -> Finding:
    message, advice = _MESSAGES[code]
    return Finding(
        code, "value", message.format(words=_quoted(words), lines=in_lines(texts, words, lines)), advice
    )


def _quoted(words: list[str], most: int = 5) -> str:
    quoted = ", ".join(f"“{shown(word)}”" for word in words[:most])
    return quoted if len(words) <= most else f"{quoted} and {len(words) - most} more"
