"""What a review says of duties in the terminal: what is due and overdue, and how much is asked of whom.

Knows what of it fits a page. Computes nothing but counts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from stocktake.documents.commitments.model import UNSPECIFIED
from stocktake.publish.commitments_terminal import counts
from stocktake.publish.review_duties_html import pressing
from stocktake.publish.terminal import facts, heading, indented
from stocktake.register.words import shown
from stocktake.review.asked import Asked, addressee_names
from stocktake.review.model import Review
from stocktake.review.words import counted, opening

_MOST_DUE = 5
_MOST_NAMED = 4
_LINE = 56


def render_due(review: Review) -> Iterator[RenderableType]:
    """What is overdue, due or passed: by when, where, who and what; a line each."""
    duties = [each for _state, group in pressing(review) for each in group]
    if not duties:
        return
    yield heading("Due and overdue")
    yield indented(facts([(_when(each), _what(each)) for each in duties[:_MOST_DUE]]))
    if len(duties) > _MOST_DUE:
        yield indented(facts([("", f"and {len(duties) - _MOST_DUE} more: see the page in the browser")]))


def _when(asked: Asked) -> str:
    deadline = asked.commitment.deadline
    return f"{asked.state} {deadline.latest}" if deadline and deadline.latest else asked.state


def _what(asked: Asked) -> str:
    place = f"{asked.text.removeprefix('A/RES/')}:{asked.commitment.paragraph}"
    named = [each for each in addressee_names(asked.commitment) if each != UNSPECIFIED]
    who = f" {shown(', '.join(named))}:" if named else ""
    return opening(f"{place}{who} {asked.commitment.action}", _LINE)


def render_asked(review: Review) -> Iterator[RenderableType]:
    """How much the texts in force ask, how strongly, of whom, and where the deadlines stand."""
    asked = [
        each
        for each in review.duties.asked
        if each.text in review.duties.in_force and each.commitment.standing == "asked"
    ]
    if asked:
        yield heading("What is asked")
        yield indented(facts(_sums(asked, len(review.duties.in_force))))


def _sums(asked: Sequence[Asked], texts: int) -> list[tuple[str, str]]:
    names = Counter(name for each in asked for name in dict.fromkeys(addressee_names(each.commitment)))
    rest = len(names) - _MOST_NAMED
    more = [counted(rest, "other")] if rest > 0 else []
    paragraphs = len({(each.text, each.commitment.paragraph) for each in asked})
    duties = counted(len(asked), "duty", "duties")
    return [
        ("in force", f"{counted(texts, 'text')}: {duties} in {counted(paragraphs, 'paragraph')}"),
        ("strength", counts(Counter(each.commitment.strength for each in asked).most_common())),
        ("of whom", ", ".join([shown(counts(names.most_common(_MOST_NAMED))), *more])),
        ("deadlines", counts(Counter(each.state for each in asked).most_common())),
    ]
