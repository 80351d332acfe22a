"""A comparison in the terminal: the counts, then every paragraph that is not the same, with what changed in it.

Marks what was taken out as [-so-] and what was put in as {+so+}, so that it reads without colour. Computes
nothing.
"""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.documents.compare import Comparison, Operation, Pair, WordRun
from stocktake.documents.model import Document
from stocktake.publish.review_terminal import summary_words
from stocktake.publish.terminal import heading, indented, pages
from stocktake.review.words import listed

_MARKS: dict[Operation, tuple[str, str, str]] = {
    "equal": ("", "", ""),
    "delete": ("[-", "-]", "red strike"),
    "insert": ("{+", "+}", "green underline"),
}
# So many characters of unchanged words are kept on each side of a change.
_AROUND = 60


def render_comparison(comparison: Comparison, old: Document, new: Document) -> Group:
    """The page of one comparison."""
    changed = [pair for pair in comparison.pairs if pair.change != "identical" or pair.moved]
    return pages(
        Words(f"{_name(old)} → {_name(new)}", style="bold"),
        Words(summary_words(comparison) or "no paragraphs on either side"),
        *(part for pair in changed for part in _pair(pair)),
    )


def _name(document: Document) -> str:
    return f"{document.data.symbol or document.source.name} ({document.data.status})"


def _pair(pair: Pair) -> Iterator[RenderableType]:
    sides = " → ".join(listed(side) for side in (pair.old, pair.new) if side)
    also = [name for name, so in (("moved", pair.moved), ("crosses", pair.crosses)) if so]
    if pair.verb.shift in ("weaker", "stronger"):
        also.append(f"{pair.verb.shift} verb: {pair.verb.old} → {pair.verb.new}")
    yield heading(f"{sides}: {listed([pair.change, *also])}")
    yield indented(_redline(pair))


def _redline(pair: Pair) -> Words:
    words = Words()
    whole = pair.change in ("added", "dropped")
    for at, run in enumerate(pair.words):
        before, after, style = ("", "", "") if whole else _MARKS[run.operation]
        shown = run.text if whole else _shortened(run, first=at == 0, last=at == len(pair.words) - 1)
        words.append(f"{before}{shown}{after}", style=style)
    return words


def _shortened(run: WordRun, *, first: bool, last: bool) -> str:
    """Unchanged words shortened to what stands next to a change; changed words whole."""
    if run.operation != "equal" or len(run.text) <= 2 * _AROUND + len(" … "):
        return run.text
    left = "" if first else run.text[:_AROUND].rsplit(" ", 1)[0]
    right = "" if last else run.text[-_AROUND:].split(" ", 1)[-1]
    return f"{left} … {right}"
