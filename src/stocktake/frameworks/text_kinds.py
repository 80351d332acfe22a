"""Kinds of official texts that are no resolutions, told by a line that they print.

Knows ``data/text_kinds.yaml``. Does not know how any of them is built.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from stocktake.frameworks.records import Confidence, load_records


@dataclass(frozen=True, slots=True)
class TextKind:
    """One kind: what it is called, and how a line begins by which it is told; ``{body}`` is any words."""

    name: str
    lines: tuple[str, ...]
    source: str
    confidence: Confidence


def text_kind(lines: Iterable[str]) -> str | None:
    """What the first line that tells a kind says the text is: ``a corrigendum``; None where none does."""
    forms = _forms()
    return next((name for line in lines for name, form in forms if form.match(line)), None)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = load_records("text_kinds", TextKind)
    return tuple((kind.name, re.compile("|".join(map(_form, kind.lines)))) for kind in kinds)


def _form(line: str) -> str:
    return re.escape(line).replace(r"\{body\}", r"[^,;]{1,60}")
