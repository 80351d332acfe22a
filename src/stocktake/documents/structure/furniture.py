"""Page furniture: which lines belong to the page and not to the text.

Knows what the UN prints on its pages: running heads with symbol and title at the top, page number and job number
at the bottom, bar code, recycling line; and what exports leave behind: rules, job trailers, form marks. A line
beside the body is furniture only when it stands in the margin *and* says what furniture says, or says the same on
several pages.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from stocktake.documents.sources.layout import body_size
from stocktake.documents.sources.line import Line, Zone
from stocktake.documents.structure.openings import part_label
from stocktake.values.span import squeeze

# UN pages are set with an inch of margin; heads and feet stand in its outer three quarters.
_TOP = 0.905
_BOTTOM = 0.07
_SHORT = 160
_SENTENCE = 25
# Long titles make running heads of several lines, set smaller than the text; the inner edge of a wide margin.
_INNER_TOP = 0.86
_INNER_BOTTOM = 0.13
_SMALL = 0.92
# Running heads of long titles take several lines, page numbers one; above these may stand a note's bare mark.
_HEAD_LINES = 4
_FOOT_LINES = 1

_ANYWHERE = re.compile(
    r"""(?x)
      [-–—_*=·•\s]{3,}                                # a rule, or three stars
    | \[[A-Z]{2}\d\]                                  # a form mark of the document service
    | (?:\[[A-Z]{2}\d\])?<<ODS[ ].*                   # its job trailer
    | \*?\d{7,}\*?                                    # the bar code
    | (?:[A-Z]{1,4}\.)?\d{2}-\d{5}[ ]*(?:\([A-Z]\))?(?:[ ]+\d{6})*  # the job number, with language and dates
    | Please[ ]recycle.*
    | (?:Page|page)[ ]\d{1,3}(?:[ ]of[ ]\d{1,3})?
    | \d{1,3}/\d{1,3}
    """
)
_FOOT = re.compile(
    r"(?:(?:[Pp]age )?\d{1,3}(?:/\d{1,3})?|[ivxl]{1,6}"
    r"|/?\.{3}|\d{2}-\d{5}|[A-Z]{2,4}\.\d{2}-\d{5}|\(?[A-Z]\)?|\s)+"
    r"(?:\(E\))?\s*"
)
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[\w.()\[\]-]+){1,6}(?: (?:\(\d{4}\)|[A-Z](?:[-–][A-Z])?))?")
# Plain text keeps the white space between the symbol and the title of a running head.
_RUNNING_HEAD = re.compile(rf"\s*(?:{_SYMBOL.pattern}\s{{4,}}\S.*|\S.*?\s{{4,}}{_SYMBOL.pattern})\s*")


def find_furniture(lines: Sequence[Line], *, wrapped: bool) -> frozenset[int]:
    """The positions in ``lines`` of all furniture.

    Args:
        lines: The lines of the source.
        wrapped: Whether they are printed lines; the first and last lines of a page tell nothing where they are
            whole paragraphs.
    """
    small = _SMALL * body_size(lines)
    margin = {position for position, line in enumerate(lines) if _in_margin(line, small)}
    margin |= _page_edges(lines) if wrapped else set()
    said = Counter(_bare(lines[position]) for position in margin)
    title = _page_one_words(lines)
    heads = {position for position in margin if _is_small_head(lines[position], small)}
    return frozenset(
        position
        for position, line in enumerate(lines)
        if line.zone in (Zone.PAGE_HEADER, Zone.PAGE_FOOTER)
        or _ANYWHERE.fullmatch(line.text.strip())
        or (position in margin and _is_marginal(line, said, title if position in heads else frozenset()))
    )


def _page_edges(lines: Sequence[Line]) -> set[int]:
    """The first and last lines of the pages of plain text, where form feeds say that it has any."""
    edges: set[int] = set()
    for position, (before, line) in enumerate(pairwise(lines), start=1):
        if line.place is None and before.page != line.page:
            edges.update(range(max(0, position - _FOOT_LINES), min(position + _HEAD_LINES, len(lines))))
    return edges


def is_page_number(line: Line) -> bool:
    """Whether a line is a number and nothing else: no part of a text is, so outside the text it is a page's."""
    return re.fullmatch(r"\s*\d{1,3}\s*", line.text) is not None


def _bare(line: Line) -> str:
    """The words with digits made equal, since page numbers change from page to page."""
    return re.sub(r"\d+", "#", squeeze(line.text)).lower()


def _in_margin(line: Line, small: float) -> bool:
    if line.place is None or len(line.text) > _SHORT:
        return False
    height = line.place.baseline / line.place.page_height
    inner = _size(line) < small
    if height < (_INNER_BOTTOM if inner and _may_be_foot(line) else _BOTTOM):
        return True
    return line.page > 1 and height > (_INNER_TOP if inner else _TOP)


def _may_be_foot(line: Line) -> bool:
    """Whether a small line above the margin may be a foot and no note: a page number, or words without a mark.

    A short line may be the end of a note ("annex."), which can be the same on two pages.
    """
    words = squeeze(line.text)
    return bool(_FOOT.fullmatch(words)) or (len(words) >= _SENTENCE and words[0].isalpha())


def _is_small_head(line: Line, small: float) -> bool:
    """Whether a line is set as running heads are: at the top, smaller than the text."""
    place = line.place
    return place is not None and place.size < small and place.baseline > place.page_height / 2


def _size(line: Line) -> float:
    return line.place.size if line.place is not None else 0.0


def _is_marginal(line: Line, said: Counter[str], title: frozenset[str]) -> bool:
    """Whether a line in the margin says what running heads and feet say; a part's number is none of theirs."""
    words = squeeze(line.text)
    if part_label(words):
        return False
    if said[_bare(line)] > 1 or _FOOT.fullmatch(words) or _SYMBOL.fullmatch(words):
        return True
    if _RUNNING_HEAD.fullmatch(line.text):
        return True
    without_symbol = _SYMBOL.sub("", words)
    heard = re.findall(r"[^\W\d_]+", without_symbol.lower())
    return bool(heard) and all(word in title for word in heard)


def _page_one_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words in bold on the first page, the title among them, of which running heads are made."""
    return frozenset(
        word
        for line in lines
        if line.page == 1 and line.runs and line.bold
        for word in re.findall(r"[^\W\d_]+", line.text.lower())
    )
