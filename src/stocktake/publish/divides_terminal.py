"""The divides of a review in the terminal: where the world and some groups stand, and the way to the target.

Knows what of it fits a page. Computes nothing.
"""

from collections.abc import Iterator

from rich.console import RenderableType

from stocktake.frameworks.breakdowns import breakdown_words
from stocktake.publish.divides_layout import DivideRow, rows_of, target_words, unmeasured, value_words
from stocktake.publish.terminal import facts, heading, indented
from stocktake.review.divides import DivideMeasured
from stocktake.review.model import Review

_MOST_AREAS = 4
_WORLD = "WLD"


def render_divides(review: Review) -> Iterator[RenderableType]:
    """A few lines for each divide that something held measures, and the names of the others."""
    if not review.data_files:
        return
    yield heading("The divides")
    yield indented(facts([line for each in review.divides if each.measured for line in _lines(each)]))
    others = ", ".join(each.name for each in unmeasured(review.divides))
    yield indented(facts([("nothing held measures", others)]))


def _lines(divide: DivideMeasured) -> Iterator[tuple[str, str]]:
    rows = [each for each in rows_of(divide.measured[0]) if each.is_known]
    if not rows:
        yield divide.name, "no figure that may be quoted: see the page in the browser"
        return
    kind = rows[0].value.breakdown
    told = [each for each in rows if each.value.breakdown == kind]
    of_kind = f" ({breakdown_words(kind)})" if kind else ""
    areas = "; ".join(f"{each.value.name} {value_words(each.value)}" for each in told[:_MOST_AREAS])
    yield divide.name, f"{rows[0].value.unit}{of_kind}: {areas}"
    yield from ((" ", words) for words in _ways(told))


def _ways(rows: list[DivideRow]) -> Iterator[str]:
    for row in rows:
        if row.parity and row.parity.published:
            yield f"{row.value.name}: women to men {value_words(row.parity)}"
        if row.value.area == _WORLD:
            yield from (f"{row.value.name}: {target_words(each)}" for each in row.distances)
