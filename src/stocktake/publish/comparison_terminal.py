"""A comparison in the terminal: the counts, then every paragraph that is not the same, with what changed in it.

Marks what was taken out as [-so-] and what was put in as {+so+}, so that it reads without colour. Computes
nothing.
"""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.documents.compare import Comparison, Pair
from stocktake.documents.model import Document
from stocktake.findings import Finding
from stocktake.publish.redline_terminal import redline_words
from stocktake.publish.review_terminal import summary_words
from stocktake.publish.terminal import heading, indented, pages
from stocktake.review.example import is_example
from stocktake.review.words import listed


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
    return f"{document.name} ({document.data.status})"


def _pair(pair: Pair) -> Iterator[RenderableType]:
    sides = " → ".join(listed(side) for side in (pair.old, pair.new) if side)
    also = [name for name, so in (("moved", pair.moved), ("crosses", pair.crosses)) if so]
    if pair.verb.shift in ("weaker", "stronger"):
        also.append(f"{pair.verb.shift} verb: {pair.verb.old} → {pair.verb.new}")
    yield heading(f"{sides}: {listed([pair.change, *also])}")
    yield indented(_redline(pair))


def _redline(pair: Pair) -> Words:
    if pair.change in ("added", "dropped"):
        return Words("".join(run.text for run in pair.words))
    return redline_words(pair.words)
