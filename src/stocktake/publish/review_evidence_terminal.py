"""What a review says of evidence in the terminal: where the duties stand, where nobody reported.

Knows what of it fits a page. Computes nothing but counts.
"""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text as Words

from stocktake.publish.commitments_terminal import counts
from stocktake.publish.review_evidence_layout import rung_counts
from stocktake.publish.terminal import facts, heading, indented
from stocktake.review.evidence.model import Coverage, Standing
from stocktake.review.words import counted, listed, long_date

_MOST_PLACES = 12
_MOST_REGIONS = 4
_CAUTION = (
    "No evidence found is not to say that nothing was done; a report is not to say that a duty is fulfilled."
)


def render_evidence_block(standings: Sequence[Standing], coverage: Coverage) -> Iterator[RenderableType]:
    """The block on evidence; nothing where no text in force asks anything and nobody reported."""
    if not standings and not coverage.contributions:
        return
    yield heading("Evidence")
    yield indented(
        facts(
            [
                ("duties in force", counts([(rung, number) for rung, _means, number in rung_counts(standings)])),
                ("by people", _said(standings)),
                ("reported", _reported(coverage)),
                ("no report on", _paragraphs(coverage)),
                ("no report from", _regions(coverage) if coverage.contributions else ""),
                ("to be judged", _pairs(coverage)),
            ]
        )
    )
    yield indented(Words(_CAUTION, style="dim"))


def _said(standings: Sequence[Standing]) -> str:
    """The rungs that a person gave in place of what the evidence says."""
    said = [f"{each.commitment} {each.rung} ({each.said_by})" for each in standings if each.said_by]
    rest = len(said) - _MOST_REGIONS
    return listed([*said[:_MOST_REGIONS], *([f"and {rest} more"] if rest > 0 else [])])


def _reported(coverage: Coverage) -> str:
    if not coverage.contributions:
        return "nothing: stocktake evidence template, then stocktake evidence add"
    newest = f"; the newest recorded on {long_date(coverage.latest.isoformat())}" if coverage.latest else ""
    actions = counted(coverage.actions, "action", "actions")
    return f"{actions} of {counted(coverage.entities, 'entity', 'entities')}{newest}"


def _paragraphs(coverage: Coverage) -> str:
    places = [f"{text.removeprefix('A/RES/')}:{place}" for text, place in coverage.silent_paragraphs]
    if not places or not coverage.contributions:
        return counted(len(places), "paragraph that asks", "paragraphs that ask") if places else ""
    rest = len(places) - _MOST_PLACES
    more = [f"and {rest} more"] if rest > 0 else []
    return listed([*places[:_MOST_PLACES], *more])


def _regions(coverage: Coverage) -> str:
    names = [name for _code, name in coverage.silent_regions]
    if len(names) <= _MOST_REGIONS:
        return listed(names)
    return f"{len(names)} of {len(coverage.lines_by_region.columns)} regions of M49"


def _pairs(coverage: Coverage) -> str:
    if not coverage.unjudged:
        return ""
    return f"{counted(coverage.unjudged, 'pair')} that may be one action: stocktake evidence list"
