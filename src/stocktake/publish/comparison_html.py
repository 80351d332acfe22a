"""A comparison as one HTML file that needs nothing else: side by side, and in one column.

Knows the order in which the page tells what changed, and what each word means. Lays out and links; computes
nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stocktake import __version__
from stocktake.documents.compare import Comparison, Pair
from stocktake.documents.model import Document
from stocktake.findings import Finding
from stocktake.publish.page import page_template
from stocktake.publish.redline_layout import Row, rows_of
from stocktake.review.example import is_example


@dataclass(frozen=True, slots=True)
class Filter:
    """One way of looking at some of the pairs.

    Attributes:
        name: Its name in anchors and class names.
        title: Its name for a reader.
        means: What the name means.
        holds: Whether a pair is one of them.
    """

    name: str
    title: str
    means: str
    holds: Callable[[Pair], bool]


# What came and went first, then what it became, then what is said besides.
FILTERS = (
    Filter("dropped", "Dropped", "nothing of it stands in the later text", lambda pair: pair.change == "dropped"),
    Filter("added", "Added", "nothing of it stood in the earlier text", lambda pair: pair.change == "added"),
    Filter("split", "Split", "one paragraph became several", lambda pair: pair.change == "split"),
    Filter("merged", "Merged", "several became one", lambda pair: pair.change == "merged"),
    Filter("edited", "Edited", "it continues in other words", lambda pair: pair.change == "edited"),
    Filter("identical", "Identical", "the same letters and digits", lambda pair: pair.change == "identical"),
    Filter("moved", "Moved", "out of the order of its neighbours", lambda pair: pair.moved),
    Filter("crosses", "Crosses", "went from one part to the other", lambda pair: pair.crosses),
    Filter("weaker", "Weaker verb", "on the scale of strength", lambda pair: pair.verb.shift == "weaker"),
    Filter("stronger", "Stronger verb", "on the same scale", lambda pair: pair.verb.shift == "stronger"),
    Filter("notes-changed", "Notes changed", "other words in its notes", lambda pair: pair.notes_changed),
)


def render_comparison_html(
    comparison: Comparison, old: Document, new: Document, findings: Sequence[Finding] = ()
) -> str:
    """The page; the same texts give the same bytes."""
    rows = list(rows_of(comparison, old, new))
    shown = [(each, [row for row in rows if each.holds(row.pair)]) for each in FILTERS]
    return page_template("comparison.html.j2").render(
        version=__version__,
        old=old,
        new=new,
        names=_names(old, new),
        rows=rows,
        first_operative=next((row for row in rows if row.operative), None),
        filters=[(each, chosen) for each, chosen in shown if chosen],
        absent=[each.title.lower() for each, chosen in shown if not chosen],
        classes=_classes,
        findings=findings,
        example=is_example(old) or is_example(new),
    )


def _names(old: Document, new: Document) -> tuple[str, str]:
    """What the two texts are called; the file's name too where both have one symbol."""
    names = [each.name for each in (old, new)]
    if names[0] == names[1]:
        names = [f"{name} ({each.source.name})" for name, each in zip(names, (old, new), strict=True)]
    return names[0], names[1]


def _classes(row: Row) -> str:
    """The names of the filters that hold the row."""
    return " ".join(each.name for each in FILTERS if each.holds(row.pair))
