"""How a file prints its numbers: which sign parts decimals and which groups thousands.

Knows the styles "1,234.5", "1.234,5" and "1 234,5". One file has one style; where the printed numbers could be read in
two ways ("1,234" alone may be a thousand or a little more than one), that is an error, no guess.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stocktake.errors import InputError

if TYPE_CHECKING:
    import pyarrow as pa

_SPACES = re.compile("(?<=\\d)[ \u00a0\u2007\u2009\u202f'’](?=\\d{3}(?!\\d))")
_COMMA_GROUPS = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_COMMA_GROUPS_SURE = re.compile(r"-?[1-9]\d{0,2}(,\d{3}){2,}(\.\d+)?|-?[1-9]\d{0,2},\d{3}\.\d+")
_COMMA_DECIMALS = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d*),\d+")
_DOT_GROUPS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")
_DOT_GROUPS_SURE = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+,\d+|-?[1-9]\d{0,2}(\.\d{3}){2,}")
_PLAIN = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """A way of printing numbers.

    Attributes:
        decimal: The sign before decimals.
        dotted: Whether dots group thousands.
    """

    decimal: str = "."
    dotted: bool = False

    def number(self, text: str) -> float | None:
        """The number that ``text`` stands for in this style; None where it is none."""
        plain = _SPACES.sub("", text)
        if self.decimal == ",":
            if self.dotted and _DOT_GROUPS.match(plain):
                plain = plain.replace(".", "")
            if "." in plain:
                return None
            plain = plain.replace(",", ".", 1)
        elif _COMMA_GROUPS.fullmatch(plain):
            plain = plain.replace(",", "")
        return float(plain) if _PLAIN.fullmatch(plain) else None

    def changed(self, text: str) -> bool:
        """Whether ``text`` reads otherwise in this style than as a plain number."""
        return not _PLAIN.fullmatch(text) or (self.dotted and "." in text)


def style_of(others: list[str], plain: "pa.Array", name: str) -> NumberStyle:
    """The style of a file.

    Args:
        others: The distinct texts that are no plain numbers.
        plain: The distinct texts that are.
        name: The file's name, for messages.

    Raises:
        InputError: Two styles stand side by side, or nothing tells which of two it is.
    """
    texts = [_SPACES.sub("", text) for text in others]
    groups = [text for text in texts if _COMMA_GROUPS_SURE.fullmatch(text)]
    decimals = [text for text in texts if _COMMA_DECIMALS.fullmatch(text) and not _COMMA_GROUPS.fullmatch(text)]
    dots = [text for text in texts if _DOT_GROUPS_SURE.fullmatch(text)]
    either = [text for text in texts if _COMMA_GROUPS.fullmatch(text) and text not in groups]
    fractions = [text for text in plain.to_pylist() if "." in text] if groups or decimals or dots or either else []
    if groups and (decimals or dots):
        raise _two_styles(groups[0], (decimals or dots)[0], name)
    if decimals or dots:
        _check_fractions(fractions, bool(dots), (decimals or dots)[0], name)
        return NumberStyle(",", dotted=bool(dots))
    if either and not groups and not fractions:
        raise _either(either[0], name)
    return NumberStyle()


def _check_fractions(fractions: list[str], dotted: bool, comma: str, name: str) -> None:
    """Beside decimal commas a dot can only group thousands, and only where others surely do."""
    wrong = [text for text in fractions if not (dotted and _DOT_GROUPS.fullmatch(text))]
    if wrong:
        raise _two_styles(wrong[0], comma, name)


def _two_styles(one: str, other: str, name: str) -> InputError:
    return InputError(
        expected="numbers in one style",
        came=f"“{one}” and “{other}” stand in one column",
        where=name,
        advice="Print decimals with a point and thousands without a sign.",
    )


def _either(text: str, name: str) -> InputError:
    return InputError(
        expected="numbers that can be read in one way only",
        came=f"“{text}” may be a decimal comma or a thousand, and no other number tells which",
        where=name,
        advice="Print decimals with a point and thousands without a sign.",
    )
