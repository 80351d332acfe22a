"""Where in a file something stands, said in few words.

Knows how to name lines. Knows nothing of what stands there.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

_MOST = 3
_LONGEST = 120


def in_lines(texts: "pa.ChunkedArray", words: Sequence[str], lines: "pa.ChunkedArray") -> str:
    """Where any of the words stands, in brackets: "(line 4)", "(lines 4, 9)", "(lines 4, 9, 12 and 80 more)"."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return said(lines.filter(pc.is_in(texts, value_set=pa.array(list(words), pa.string()))))


def said(lines: "pa.ChunkedArray") -> str:
    """The lines in brackets, the first few by number; empty where there is none."""
    count = len(lines)
    if not count:
        return ""
    numbers = ", ".join(str(each) for each in lines.slice(0, _MOST).to_pylist())
    more = f" and {count - _MOST:,} more" if count > _MOST else ""
    return f" (line{'s' if count > 1 else ''} {numbers}{more})"


def shown(word: str, most: int = _LONGEST) -> str:
    """A word as a message prints it: one that is very long loses its middle, for it may be a whole file."""
    if len(word) <= most:
        return word
    half = (most - 1) // 2
    return f"{word[:half]}…{word[-half:]}"


def listed(words: Sequence[str], most: int = 5) -> str:
    """The first few words, none very long, and how many more there are."""
    return ", ".join(map(shown, words[:most])) + (f" and {len(words) - most:,} more" if len(words) > most else "")
