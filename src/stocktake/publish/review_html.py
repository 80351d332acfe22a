"""The review as one HTML file that needs nothing else: no script, no font, no picture from elsewhere.

Knows how a passage of a review is named as a place in the page. Lays out and links; computes nothing.
"""

import re

from stocktake import __version__
from stocktake.documents.compare import CHANGES, Pair
from stocktake.frameworks.breakdowns import breakdown_words
from stocktake.publish.divides_layout import rows_of, target_words, unmeasured, value_words
from stocktake.publish.page import page_template
from stocktake.publish.review_duties_html import duties_of
from stocktake.publish.review_evidence_layout import lay_out_evidence
from stocktake.review.model import Passage, Review, Step

# What is different first, the gravest first; what moved unchanged stands at the end.
_ORDER = ("dropped", "added", "split", "merged", "edited", "identical")
_TITLES = {
    "dropped": "Not in the later text",
    "added": "New in the later text",
    "split": "Split in two or more",
    "merged": "Merged into one",
    "edited": "Edited",
    "identical": "Moved, with the same words",
}
_MOST_PROOFS = 5
_NO_NAME = re.compile(r"[^A-Za-z0-9]+")


def render_html(review: Review) -> str:
    """The page; the same review gives the same bytes."""
    return page_template("review.html.j2").render(
        review=review,
        version=__version__,
        anchor=_Anchors(review),
        changes=CHANGES,
        groups=changed_groups,
        titles=_TITLES,
        **duties_of(review),
        evidence=lay_out_evidence(review.standings, review.coverage),
        most_proofs=_MOST_PROOFS,
        divide_rows=rows_of,
        breakdown_words=breakdown_words,
        value_words=value_words,
        target_words=target_words,
        nothing_held=unmeasured(review.divides),
        held_count=lambda chain: sum(member.held == "adopted" for member in chain.members),
    )


def changed_groups(step: Step) -> list[tuple[str, list[Pair]]]:
    """The pairs of a step that are not simply the same, by class, the gravest class first."""
    changed = [pair for pair in step.comparison.pairs if pair.change != "identical" or pair.moved]
    groups = [(change, [pair for pair in changed if pair.change == change]) for change in _ORDER]
    return [(change, pairs) for change, pairs in groups if pairs]


class _Anchors:
    """The place in the page of each text and each paragraph that is quoted; None for what is not in the page."""

    def __init__(self, review: Review) -> None:
        self.texts = {text.key: f"text-{at}" for at, text in enumerate(review.texts, 1)}
        self.quoted = {(quote.text, quote.paragraph.id) for quote in review.quotes}

    def __call__(self, key: str, place: str = "") -> str | None:
        text = self.texts.get(key)
        if text is None or not place:
            return text
        return f"{text}-{_NO_NAME.sub('-', place).strip('-')}" if (key, place) in self.quoted else None

    def of(self, passage: Passage) -> str | None:
        """The place of a passage."""
        return self(passage.text, passage.place)
