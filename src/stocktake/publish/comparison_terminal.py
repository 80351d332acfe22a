"""A comparison in the terminal: the counts, then every paragraph that is not the same, with what changed in it.

Marks what was taken out as [-so-] and what was put in as {+so+}, so that it reads without colour. Computes
nothing.
"""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.documents.compare import Comparison, Operation, Pair
from stocktake.documents.model import Document
from stocktake.findings import Finding
from stocktake.publish.redline_layout import shortened
from stocktake.publish.review_terminal import summary_words
from stocktake.publish.terminal import heading, indented, pages
from stocktake.review.example import is_example
from stocktake.review.words import listed

_MARKS: dict[Operation, tuple[str, str, str]] = {
    "equal": ("", "", ""),
    "delete": ("[-", "-]", "red strike"),
    "insert": ("{+", "+}", "green underline"),
}
# So many characters of unchanged words are kept on each side of a change.
_AROUND = 60


def render_comparison(
    comparison: Comparison, old: Document, new: Document, findings: Sequence[Finding] = ()
) -> Group:
    """The page of one comparison; ``findings`` are the remarks on the two texts."""
    changed = [pair for pair in comparison.pairs if pair.change != "identical" or pair.moved]
    return pages(
        Words(f"{_name(old)} → {_name(new)}", style="bold"),
        Words("EXAMPLE: every text below is invented.", style="bold reverse")
        if is_example(old) or is_example(new)
        else None,
        *(Words(f"{each.message} {each.advice}".rstrip(), style="bold") for each in findings),
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
        shown = run.text if whole else _shown(pair, at)
        words.append(f"{before}{shown}{after}", style=style)
    return words


def _shown(pair: Pair, at: int) -> str:
    """A run of a pair: unchanged words shortened to what stands next to a change, changed words whole."""
    run = pair.words[at]
    if run.operation != "equal":
        return run.text
    return shortened(run.text, _AROUND, first=at == 0, last=at == len(pair.words) - 1)
