"""How a paragraph opens: with a number, an item's letter, or plain words; and which letter may follow which.

Knows the UN's numbering: operative paragraphs ``1.``, items ``(a)``, sub-items ``(i)``, parts ``I``, ``II`` or
``A``, ``B``. Knows nothing of lines or pages.
"""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\s*(\d{1,3})\s?\.(?:\s+|$|(?=[A-Z“\"]))")
_BARE_NUMBER = re.compile(r"\s*(\d{1,3})\s+(?=[A-Z])")
_ITEM = re.compile(r"\s*\(\s?([a-z]{1,2}|[ivxl]{1,7})\s?\)\s*(?=\S)")
_BARE = re.compile(r"\s*(?:\d{1,3}\s?\.|\(\s?(?:[a-z]{1,2}|[ivxl]{1,7})\s?\))\s*")
_PART = re.compile(r"\s*(?:(?:Part|PART|Section|SECTION)\s+)?([IVXL]{1,6}|[A-H])\s*\.?\s*")
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the words of a paragraph.

    Attributes:
        label: ``13`` or ``a`` or ``iv``; empty for plain words.
        skip: How many characters it takes.
    """

    label: str
    skip: int


def number_at(words: str) -> Opening | None:
    """The paragraph number that ``words`` begin with, or None."""
    found = _NUMBER.match(words)
    return Opening(found[1], found.end()) if found else None


def bare_number_at(words: str) -> Opening | None:
    """A number without its full stop, as print sometimes has it; only the context can tell whether it is one."""
    found = _BARE_NUMBER.match(words)
    return Opening(found[1], found.end()) if found else None


def item_at(words: str) -> Opening | None:
    """The item letter or roman figure that ``words`` begin with, or None."""
    found = _ITEM.match(words)
    return Opening(found[1], found.end()) if found else None


def is_bare(words: str) -> bool:
    """Whether ``words`` are a number or an item's letter and nothing else, as exports set them on a line alone."""
    return _BARE.fullmatch(words) is not None


def part_label(words: str) -> str | None:
    """The label of a part, where ``words`` are one and nothing else: ``II``, ``B``."""
    found = _PART.fullmatch(words)
    return found[1] if found else None


def place_item(open_items: tuple[str, ...], label: str) -> tuple[str, ...] | None:
    """The items open once ``label`` has come, outermost first; None where it can follow nothing that is open.

    ``(i)`` is the ninth letter after ``(h)`` and the first roman figure elsewhere: the next of the innermost open
    list wins, then the next of a list around it, then the first of a new list inside.
    """
    for depth in range(len(open_items), 0, -1):
        if _follows(open_items[depth - 1], label):
            return (*open_items[: depth - 1], label)
    if label in ("a", "i") and (not open_items or open_items[-1] != label):
        return (*open_items, label)
    return None


def _follows(before: str, label: str) -> bool:
    return label in (_next_letter(before), _next_roman(before))


def _next_letter(label: str) -> str | None:
    if label == "z":
        return "aa"
    if len(label) == 2 and label[0] == label[1] and label != "zz":  # noqa: PLR2004 - aa, bb, cc
        return chr(ord(label[0]) + 1) * 2
    return chr(ord(label) + 1) if len(label) == 1 else None


def _next_roman(label: str) -> str | None:
    if not set(label) <= set(_ROMANS):
        return None
    values = [_ROMANS[figure] for figure in label]
    value = sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
    return _roman(value + 1) if _roman(value) == label else None


def _roman(value: int) -> str:
    figures = ""
    for step, figure in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        count, value = divmod(value, step)
        figures += figure * count
    return figures
