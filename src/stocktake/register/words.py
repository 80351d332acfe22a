"""Words that people write, as the register takes them: one line, readable, nothing hidden in them.

Knows which characters can be seen and which only steer a terminal, an editor or the direction of writing.
"""

import unicodedata

from stocktake.errors import RequestError
from stocktake.values.span import squeeze

# Control, format, lone halves of a pair, private use: nobody sees them, and some of them alter what is seen. The
# joiners that some scripts need, and the marks of direction that stand in copied Arabic and Hebrew and turn nothing
# round by themselves, are format characters too and are let through.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_HARMLESS = frozenset("\u200c\u200d\u00ad\u200e\u200f\u061c")


def printable(text: str, what: str, longest: int | None = None) -> str:
    """``text`` on one line, in the composed form of Unicode, with one space between words.

    Args:
        text: As written.
        what: What it is, for the message: ``a reason``.
        longest: How many characters it may have; None for any number.

    Raises:
        RequestError: Nothing is there, it is too long, or it holds characters that cannot be seen.
    """
    words = unicodedata.normalize("NFC", squeeze(text))
    if not words:
        raise RequestError(expected=what, came="nothing was written", advice="Write it in a few words.")
    if longest is not None and len(words) > longest:
        raise RequestError(
            expected=f"{what} of at most {longest} characters",
            came=f"it has {len(words)}",
            advice="Write it shorter.",
        )
    # Python calls printable what holds none of them; the rest is looked at sign by sign.
    hidden = None if words.isprintable() else next((sign for sign in words if _is_hidden(sign)), None)
    if hidden is not None:
        raise RequestError(
            expected=f"{what} in signs that can be seen",
            came=f"it holds the character U+{ord(hidden):04X}",
            advice="Type it anew instead of pasting it.",
        )
    return words


def shown(text: str) -> str:
    """``text`` with every character that cannot be seen made visible, for words that were not checked."""
    return "".join(f"\\u{{{ord(sign):X}}}" if _is_hidden(sign) else sign for sign in text)


def _is_hidden(sign: str) -> bool:
    return sign not in _HARMLESS and unicodedata.category(sign) in _HIDDEN
