"""The review as one page in the terminal: what wants attention, what is due, asked, held, changed and cited.

Knows what of a review fits a page and says how much it leaves to the other outputs. Computes nothing.
"""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.documents.compare import Comparison, Pair
from stocktake.publish.audit_terminal import render_figures_of
from stocktake.publish.divides_terminal import render_divides
from stocktake.publish.review_duties_terminal import render_asked, render_due
from stocktake.publish.review_evidence_terminal import render_evidence_block
from stocktake.publish.terminal import facts, heading, indented, pages
from stocktake.register.words import shown
from stocktake.review.changes import Change
from stocktake.review.model import Chain, Dated, Member, Review, Step
from stocktake.review.words import counted, date_range, listed, long_date, opening

_MOST_CHANGES = 6
_MOST_EVENTS = 6
_MOST_CITED = 6
_MOST_CHAINS = 10
_LINE = 74
_MOST_SAID = 160
_NAMES = {"crosses": "between the parts"}


def render_review(review: Review, written: Sequence[str] = (), changes: Sequence[Change] = ()) -> Group:
    """The page.

    Args:
        review: The review.
        written: The files that hold the rest.
        changes: What changed since the last one.
    """
    return pages(
        Words(f"Review as of {long_date(review.as_of.isoformat())}", style="bold"),
        Words("EXAMPLE: every text below is invented.", style="bold reverse") if review.example else None,
        Words(_held(review)),
        *_attention(review),
        *_changes(changes),
        *render_due(review),
        *render_asked(review),
        *render_evidence_block(review.standings, review.coverage),
        *render_figures_of(review),
        *render_divides(review),
        heading("The texts"),
        *(indented(_chain(chain)) for chain in review.chains[:1]),
        _loose(review),
        *(part for step in _main_step(review) for part in _step(review, step)),
        *_other_chains(review),
        *_events(review),
        *_citations(review),
        *_written(written),
    )


def _held(review: Review) -> str:
    statuses = [text.document.data.status for text in review.texts]
    words = f"{counted(len(statuses), 'text')} held: {statuses.count('adopted')} adopted, "
    words += counted(statuses.count("draft"), "draft")
    later = sum(text.after_as_of for text in review.texts)
    twins = sum(text.twin_of is not None for text in review.texts)
    words += f"; {later} later than this date and not used" if later else ""
    words += f"; {twins} held twice" if twins else ""
    data = counted(len(review.data_files), "file of statistics", "files of statistics")
    return f"{words}; {data}" if review.data_files else words


def _attention(review: Review) -> Iterator[RenderableType]:
    yield heading("What wants attention")
    if not review.attention:
        yield indented(Words("Nothing that a rule of ours finds."))
    for number, each in enumerate(review.attention, 1):
        yield indented(facts([(f"{number:>2}.", shown(each.words))]))


def _changes(changes: Sequence[Change]) -> Iterator[RenderableType]:
    if changes:
        yield heading("Since the last review")
        yield indented(facts([(each.about, shown(opening(each.words, _MOST_SAID))) for each in changes]))


def _chain(chain: Chain) -> Group:
    adopted = [_dated(member) for member in chain.members if member.held == "adopted"]
    drafts = [
        f"{member.symbol} ({listed(member.drafts)})" if member.held == "draft" else listed(member.drafts)
        for member in chain.members
        if member.drafts
    ]
    missing = [member.symbol for member in chain.members if member.held != "adopted"]
    unknown = "not known: the texts merely share their title" if chain.basis == "same title" else "none"
    return pages(
        Words(chain.name, style="italic"),
        facts(
            [
                ("held", listed(adopted) or "none"),
                ("drafts", listed(drafts)),
                ("not held", f"{len(missing)} of {len(chain.members)}: {listed(missing)}" if missing else unknown),
            ]
        ),
    )


def _dated(member: Member) -> str:
    return f"{member.symbol} ({member.adopted[:4]})" if member.adopted else member.symbol


def _loose(review: Review) -> RenderableType | None:
    """The texts that belong to no chain."""
    chained = {key for chain in review.chains for member in chain.members for key in (member.text, *member.drafts)}
    loose = [text.key for text in review.texts if text.used and text.key not in chained]
    return (
        indented(facts([("in no chain", f"{listed(loose)} (to place one, add it again with --symbol)")]))
        if loose
        else None
    )


def _main_step(review: Review) -> list[Step]:
    """The step of the first chain; none where it has none."""
    return [step for step in review.steps[:1] if step.chain == review.chains[0].name]


def _other_chains(review: Review) -> Iterator[RenderableType]:
    """The other chains, two lines each: a workspace may hold dozens."""
    others = review.chains[1 : 1 + _MOST_CHAINS]
    if not others:
        return
    yield heading("Other chains")
    for chain in others:
        yield indented(Words(opening(chain.name, _LINE), style="italic"))
        yield indented(Words(_chain_in_short(review, chain)), by=4)
    if len(review.chains) - 1 > _MOST_CHAINS:
        yield indented(Words(f"and {len(review.chains) - 1 - _MOST_CHAINS} more: see the page in the browser"))


def _chain_in_short(review: Review, chain: Chain) -> str:
    held = sum(member.held == "adopted" for member in chain.members)
    steps = [step for step in review.steps if step.chain == chain.name]
    changed = f"; {steps[0].old} → {steps[0].new}: {summary_words(steps[0].comparison)}" if steps else ""
    of_known = f" of {len(chain.members)}" if chain.basis == "frameworks" else ""
    return f"{held}{of_known} held{changed}"


def _step(review: Review, step: Step) -> Iterator[RenderableType]:
    adopted = review.text(step.new).document.data.adopted
    of_date = f", {long_date(adopted)}" if adopted else ""
    yield heading(f"What changed in {step.new}{of_date}")
    yield indented(Words(f"since {step.old}: {summary_words(step.comparison)}"))
    changes = important_pairs(step.comparison)
    rows = [(_side(pair), opening(_words(review, step, pair), _LINE - 18)) for pair in changes[:_MOST_CHANGES]]
    yield indented(facts(rows))
    if len(changes) > _MOST_CHANGES:
        yield indented(Words(f"and {len(changes) - _MOST_CHANGES} more: see the page in the browser", style="dim"))


def summary_words(comparison: Comparison) -> str:
    """The counts of a comparison in one line, those that are none left out."""
    return listed(
        [f"{number} {_NAMES.get(change, change)}" for change, number in comparison.summary.items() if number]
    )


def important_pairs(comparison: Comparison) -> list[Pair]:
    """What came, what went and what grew weaker, the operative part first."""
    changed = [
        pair for pair in comparison.pairs if pair.change in ("dropped", "added") or pair.verb.shift == "weaker"
    ]
    return sorted(changed, key=lambda pair: ((pair.old + pair.new)[0].startswith("P"), pair.change != "dropped"))


def _side(pair: Pair) -> str:
    if pair.change in ("dropped", "added"):
        return f"{pair.change} {listed(pair.old or pair.new)}"
    return f"weaker verb {listed(pair.new)}"


def _words(review: Review, step: Step, pair: Pair) -> str:
    if pair.change not in ("dropped", "added"):
        return f"{pair.verb.old} → {pair.verb.new}"
    key, place = (step.old, pair.old[0]) if pair.old else (step.new, pair.new[0])
    paragraph = review.text(key).document.paragraph(place)
    return paragraph.text if paragraph else ""


def _events(review: Review) -> Iterator[RenderableType]:
    ahead = [event for event in review.events if event.when != "past"]
    past = len(review.events) - len(ahead)
    if not review.events:
        return
    yield heading("Events")
    yield indented(Words(f"{counted(past, 'event')} named in the texts past, {len(ahead)} ahead or running"))
    yield indented(facts([(date_range(event.start, event.end), _event(event)) for event in ahead[:_MOST_EVENTS]]))


def _event(event: Dated) -> str:
    place = f", {event.place}" if event.place else ""
    return f"{event.name}{place} ({event.passages[0].text}, {event.passages[0].place})"


def _citations(review: Review) -> Iterator[RenderableType]:
    if not review.citations:
        return
    held = [cited.symbol for cited in review.citations if cited.held]
    named = f": {listed(held)}" if 0 < len(held) <= _MOST_CITED else ""
    rest = [cited for cited in review.citations if not cited.held]
    often = sorted(rest, key=lambda cited: -len(cited.places))[:_MOST_CITED]
    yield heading("Documents cited")
    yield indented(
        facts(
            [
                (
                    "cited",
                    f"{len(review.citations)}, of which {len(held)} held{named}",
                ),
                ("most cited", listed([f"{cited.symbol} ({len(cited.places)})" for cited in often])),
            ]
        )
    )


def _written(written: Sequence[str]) -> Iterator[RenderableType]:
    if written:
        yield heading("To read on")
        yield indented(Words("\n".join(written)))
