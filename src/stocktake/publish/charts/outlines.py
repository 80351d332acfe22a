"""Outlines of SVG (the ``d`` of a path): moved, rounded and written short.

Knows the commands M, L, H, V, A, C, Q and Z in capitals and h, v, l in small letters (SVG 1.1, section 8.3), which is
what Vega writes.
"""

import re

from stocktake.errors import InternalError

# For each command, which of its numbers are places along x and along y; the others are sizes and flags.
_PLACES: dict[str, tuple[str, ...]] = {
    "M": ("x", "y"),
    "L": ("x", "y"),
    "H": ("x",),
    "V": ("y",),
    "A": ("", "", "", "", "", "x", "y"),
    "C": ("x", "y") * 3,
    "Q": ("x", "y") * 2,
    "h": ("",),
    "v": ("",),
    "l": ("", ""),
    "Z": (),
}
# A small number is written with an exponent (1e-14), and SVG has no command of that letter.
_PIECE = re.compile(r"([A-DF-Za-df-z])([^A-DF-Za-df-z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:[eE][-+]?\d+)?")


def short(value: float) -> str:
    """A number to a tenth of a pixel, without what says nothing: ``12``, ``.5``, ``-3.2``."""
    text = f"{round(value, 1):.1f}".removesuffix(".0")
    if text == "-0":
        return "0"
    return re.sub(r"^(-?)0\.", r"\1.", text)


def moved(outline: str, right: float, down: float) -> str:
    """The outline moved and rounded to a tenth of a pixel.

    Raises:
        InternalError: It has a command that is not known.
    """
    return "".join(_moved_piece(command, numbers, right, down) for command, numbers in _PIECE.findall(outline))


def _moved_piece(command: str, numbers: str, right: float, down: float) -> str:
    places = _PLACES.get(command)
    if places is None:
        raise InternalError(expected="an outline as Vega writes it", came=f"it has the command {command!r}")
    by = {"x": right, "y": down, "": 0.0}
    given = [float(each) for each in _NUMBER.findall(numbers)]
    parts = [
        short(each + by[places[at % len(places)]]) if places else short(each) for at, each in enumerate(given)
    ]
    return command + _joined(parts)


def _joined(parts: list[str]) -> str:
    """The numbers with a blank only where two would run together."""
    text = ""
    for part in parts:
        text += f" {part}" if text and not part.startswith("-") else part
    return text
