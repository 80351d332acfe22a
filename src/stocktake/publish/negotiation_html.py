"""A negotiation as one HTML file that needs nothing else: the adopted text, its words marked by where they came from.

Knows how the page is put together. Lays out and links; computes nothing.
"""

from collections.abc import Sequence

from stocktake import __version__
from stocktake.documents.compare.negotiation import Negotiation, Provision
from stocktake.documents.model import Document
from stocktake.publish.negotiation_layout import described, left_by_stage, left_words, letter_of, stages_in
from stocktake.publish.page import page_template
from stocktake.review.example import is_example

# So many ways of underlining there are; further stages begin again, and are told apart by their letters.
_LINES = 4


def render_negotiation_html(
    negotiation: Negotiation, stages: Sequence[Document], not_held: Sequence[str] = ()
) -> str:
    """The page; the same texts give the same bytes.

    Args:
        negotiation: What was traced.
        stages: The documents it was traced through, in its order.
        not_held: Symbols of the texts of the chain that lack before the outcome.
    """
    names = [stage.name for stage in negotiation.stages]
    operative = [each.id for each in stages[-1].paragraphs if each.kind == "operative"][:1]
    return page_template("negotiation.html.j2").render(
        version=__version__,
        negotiation=negotiation,
        stages=stages,
        outcome=stages[-1],
        names=names,
        last=len(names) - 1,
        letters=[letter_of(stage) for stage in range(len(names))],
        described=[described(negotiation, stage) for stage in range(len(names))],
        lines=[(stage - 1) % _LINES + 1 for stage in range(len(names))],
        left=left_by_stage(negotiation, stages),
        left_words=left_words,
        first_operative=operative[0] if operative else None,
        classes=_classes,
        changed=[each for each in negotiation.provisions if stages_in(each) != [0]],
        not_held=not_held,
        example=any(map(is_example, stages)),
    )


def _classes(provision: Provision) -> str:
    """The names under which the page can show the provision alone."""
    stages = stages_in(provision)
    marks = [f"has-{stage}" for stage in stages if stage]
    return " ".join(["kept" if stages == [0] else "changed", f"first-{provision.stage}", *marks])
