"""Matters that call for a decision: what the review puts first, each with why and where."""

from collections.abc import Iterator

from stocktake.publish.report.model import Block, Runs
from stocktake.publish.report.sections.matter import Matter, passage_sources
from stocktake.publish.report.wording import agreeing, leading, paragraph, plain, points, runs, sentence
from stocktake.review.model import Attention


def decision(matter: Matter) -> Iterator[Block]:
    """The parts of the section."""
    found = matter.review.attention
    if not found:
        yield paragraph("No rule of the review found a matter that calls for a decision.")
        return
    yield paragraph(
        f"{leading(len(found), 'matter')} {agreeing(len(found), 'stands', 'stand')} first by the rules of "
        "the review, in a fixed order of kinds. None of them is a finding against anybody; what is to be done is for "
        "Member States."
    )
    told = {each.rule: at for at, each in reversed(list(enumerate(found)))}
    yield from points(
        (_point(matter, each, why=told[each.rule] == at) for at, each in enumerate(found)), len(found), ""
    )


def _point(matter: Matter, each: Attention, *, why: bool) -> Runs:
    """A matter; why it matters is said once for each kind."""
    words = plain(sentence(matter.said(each.words)), *passage_sources(each.passages))
    return runs(words, f" {each.because}" if why and each.because else "")
