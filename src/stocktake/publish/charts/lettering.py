"""How wide words are when drawn, and how they break into lines.

Knows a rough width for each kind of sign, on the wide side, so that a picture laid out here fits whatever plain font
the reader's machine has, and is the same on every machine. Knows no font. Words come from anywhere: what XML cannot
hold is taken out of them, because the library that draws would end the whole program over it.
"""

import re
import unicodedata

# In ems. A sign counts as the first set it stands in; any other as _LETTER.
_WIDTHS = (
    (frozenset("iljtfrI.,:;'’|!()[]/ -"), 0.36),
    (frozenset("mwMW%@—…"), 0.9),
    (frozenset("ABCDEFGHJKLNOPQRSTUVXYZ&"), 0.69),
)
_LETTER = 0.6
_WIDE = 1.0
_BOLD = 1.16
# XML 1.0, section 2.2 (Char), and halves of surrogate pairs.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ELLIPSIS = "…"


def plain(text: str) -> str:
    """The words on one line, without signs that XML cannot hold."""
    return " ".join(_NOT_XML.sub("", text).split())


# Sums of the same widths in another order differ by less than this, in pixels.
_ROUNDING = 1e-6


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the words are at most, in pixels, at a font size in pixels."""
    return sum(_width(sign) for sign in text) * size * (_BOLD if bold else 1)


def wrapped(text: str, width: float, size: float, *, most: int = 12, bold: bool = False) -> tuple[str, ...]:
    """The words in lines no wider than ``width`` pixels; what goes beyond ``most`` lines ends in an ellipsis.

    A word wider than a line is cut. No words give no line.
    """
    lines: list[str] = []
    for word in _cut_words(plain(text).split(), width, size, bold=bold):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size, bold=bold) <= width:
            lines[-1] = joined
        elif len(lines) == most:
            lines[-1] = _shortened(lines[-1], width, size, bold=bold)
            break
        else:
            lines.append(word)
    return tuple(lines)


def _cut_words(words: list[str], width: float, size: float, *, bold: bool) -> list[str]:
    """The words, those wider than a line in pieces; each sign is measured once."""
    cut: list[str] = []
    for word in words:
        piece, used = "", 0.0
        for sign in word:
            wide = text_width(sign, size, bold=bold)
            if piece and used + wide > width - _ROUNDING:
                cut.append(piece)
                piece, used = "", 0.0
            piece, used = piece + sign, used + wide
        cut.append(piece)
    return cut


def _shortened(line: str, width: float, size: float, *, bold: bool) -> str:
    while line and text_width(line + ELLIPSIS, size, bold=bold) > width:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def _width(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    return next((width for signs, width in _WIDTHS if sign in signs), _LETTER)
