"""What a site of a workspace shows besides the review.

Knows which texts are compared, and what is taken of the statistics. Knows nothing of pages.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from stocktake.documents.compare import Comparison, Side, compare_sides
from stocktake.register import Contribution
from stocktake.register.contribution import standing_contributions
from stocktake.review.countries import Country, list_countries
from stocktake.review.divides import Setting
from stocktake.review.histories import History, list_histories
from stocktake.review.keeping import Keeper, identity
from stocktake.review.model import Chain, Member, Review
from stocktake.review.numbers import Numbers
from stocktake.values.moment import end_of
from stocktake.workspace.folder import Workspace
from stocktake.workspace.reading import Progress, silent
from stocktake.workspace.register_file import all_records
from stocktake.workspace.reviewing import Reviewed, areas_of


@dataclass(frozen=True, slots=True)
class Besides:
    """What a site shows besides the review.

    Attributes:
        comparisons: Any two texts that are compared, by their keys.
        countries: Countries and areas one by one; none where no statistics are held.
        histories: The indicators of the divides year by year; likewise.
        contributions: Those that stand on the day of the review.
        numbers: The statistics; None where none are held.
    """

    comparisons: Mapping[tuple[str, str], Comparison]
    countries: tuple[Country, ...]
    histories: tuple[History, ...]
    contributions: tuple[Contribution, ...]
    numbers: Numbers | None


def besides_of(workspace: Workspace, reviewed: Reviewed, progress: Progress = silent) -> Besides:
    """What a site of a workspace shows besides its review."""
    review, numbers = reviewed
    day, example = review.as_of, review.example
    setting = Setting(numbers, areas_of(workspace, day, example=example), day, workspace.parts, example)
    return Besides(
        compare_held(review, workspace.parts, progress),
        list_countries(setting) if numbers else (),
        list_histories(setting),
        standing_contributions(all_records(workspace.folder, end_of(day)).contributions),
        numbers,
    )


def compare_held(review: Review, keep: Keeper, progress: Progress = silent) -> dict[tuple[str, str], Comparison]:
    """Any two texts of a chain, by the keys of the older and the newer; drafts with their session's text and the last.

    Args:
        review: What holds the texts.
        keep: Keeps a comparison from one run to the next.
        progress: Told how many are done.
    """
    pairs = list(dict.fromkeys(pair for chain in review.chains for pair in compared(chain)))
    documents = {text.key: text.document for text in review.texts}
    side_of = cache(lambda key: Side.of(documents[key]))
    found = {}
    for done, (old, new) in enumerate(pairs, 1):
        made_from = identity(documents[old]), identity(documents[new])
        found[old, new] = keep(Comparison, made_from, partial(_compare, side_of, old, new))
        progress(done, len(pairs))
    return found


def _compare(side_of: Callable[[str], Side], old: str, new: str) -> Comparison:
    return compare_sides(side_of(old), side_of(new))


def compared(chain: Chain) -> Iterator[tuple[str, str]]:
    """The keys of the texts of a chain that are compared, the older first."""
    earlier: list[str] = []
    for member in chain.members:
        yield from _drafts(member, earlier[-1:])
        if member.text:
            yield from ((old, member.text) for old in reversed(earlier))
            earlier.append(member.text)


def _drafts(member: Member, before: list[str]) -> Iterator[tuple[str, str]]:
    """The text before with each draft, each draft with the next, and each with the text adopted."""
    for draft in member.drafts:
        yield from ((old, draft) for old in before)
    yield from zip(member.drafts, member.drafts[1:], strict=False)
    if member.text:
        yield from ((draft, member.text) for draft in member.drafts)
