"""What the place of lines on a page says: white space before a line, and first-line indents.

Knows points and typical distances, measured on the document itself: the body size is the size most characters
have, its left edge the edge most lines of a page have, its leading the distance most lines have. Knows nothing of
words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from stocktake.documents.sources.line import Line, Place

# Word sets UN paragraphs with half a line of white space between them; a third tells it from rounding.
_GAP = 1.3
_INDENT = 6.0
_WIDEST_INDENT = 60.0
# Where paragraphs are short, the step between paragraphs is commoner than the one between lines.
_COMMON = 0.1


def body_size(lines: Iterable[Line]) -> float:
    """The type size, in points, that most characters have; 0 where no line has a place."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.place is not None:
            sizes[round(line.place.size)] += line.end - line.start
    return float(sizes.most_common(1)[0][0]) if sizes else 0.0


def with_layout(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines with ``gap`` and ``indent`` filled in from their places."""
    size = body_size(lines)
    leading = _leading(lines, size)
    edges = {page: _left_edge(lines, page, size) for page in {line.page for line in lines}}
    placed: list[Line] = []
    before: Place | None = None
    page = 0
    for line in lines:
        place = line.place
        if place is None:
            placed.append(line)
            continue
        step = before.baseline - place.baseline if before is not None and page == line.page else 0.0
        gap = step > _GAP * leading * max(1.0, place.size / size)
        placed.append(replace(line, gap=gap, indent=place.left > edges[line.page] + _INDENT))
        before, page = place, line.page
    return tuple(placed)


def _leading(lines: Sequence[Line], size: float) -> float:
    steps: Counter[float] = Counter()
    for upper, lower in pairwise(lines):
        if upper.page == lower.page and upper.place and lower.place and round(lower.place.size) == size:
            step = upper.place.baseline - lower.place.baseline
            if size * 0.8 < step < size * 2.5:
                steps[round(step, 0)] += 1
    common = [step for step, count in steps.items() if count >= max(2, _COMMON * steps.total())]
    return min(common, default=size * 1.2)


def _left_edge(lines: Sequence[Line], page: int, size: float) -> float:
    """The left edge of the body on one page; of the whole document where the page has too few lines."""
    places = [line.place for line in lines if line.place and round(line.place.size) == size]
    here = [line.place for line in lines if line.page == page and line.place and round(line.place.size) == size]
    edges = _edges(here if len(here) >= 8 else places)  # noqa: PLR2004 - fewer lines say nothing of an edge
    return float(edges.most_common(1)[0][0]) if edges else 0.0


def _edges(places: Sequence[Place]) -> Counter[int]:
    """How many lines begin where; a line under one that begins further right counts more, for it goes on."""
    edges = Counter(round(place.left) for place in places)
    for upper, lower in pairwise(places):
        if _INDENT < upper.left - lower.left < _WIDEST_INDENT and upper.baseline > lower.baseline:
            edges[round(lower.left)] += 2
    return edges
