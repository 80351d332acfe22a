"""A negotiation in the terminal: the stages with their counts, what is new and from where, what did not survive.

Marks words by the letter of their stage, {B so B}, so that it reads without colour. Computes nothing.
"""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text as Words

from stocktake.documents.compare.negotiation import Negotiation, Provision
from stocktake.documents.model import Document
from stocktake.publish.negotiation_layout import (
    Left,
    described,
    left_by_stage,
    left_words,
    letter_of,
    stages_in,
)
from stocktake.publish.redline_layout import shortened
from stocktake.publish.terminal import facts, heading, indented, listing, pages
from stocktake.review.example import is_example
from stocktake.review.words import counted, listed, opening, place_name

# So many characters of words that are not marked are kept on each side of marked ones.
_AROUND = 40
_OPENING = 300


def render_negotiation(
    negotiation: Negotiation, stages: Sequence[Document], not_held: Sequence[str] = ()
) -> Group:
    """The page of one negotiation; ``not_held`` are the texts of the chain that lack before the outcome."""
    outcome = negotiation.stages[-1]
    changed = [each for each in negotiation.provisions if stages_in(each) != [0]]
    return pages(
        Words(f"Where the words of {outcome.name} came from", style="bold"),
        Words("EXAMPLE: every text below is invented.", style="bold reverse")
        if any(map(is_example, stages))
        else None,
        Words(stages[-1].data.title or "no title printed"),
        heading("The stages"),
        indented(_stages(negotiation)),
        indented(Words(f"paragraphs and words of {outcome.name}, counted where they stand first", style="dim")),
        *(indented(Words(each)) for each in _cautions(negotiation, not_held)),
        heading(f"What is not from {negotiation.stages[0].name}"),
        indented(Words(f"words of {counted(len(changed), 'paragraph')}; {{B so B}} came in with stage B")),
        *(part for each in changed for part in _provision(negotiation, each)),
        *(part for stage, left in left_by_stage(negotiation, stages) for part in _left(negotiation, stage, left)),
    )


def _stages(negotiation: Negotiation) -> RenderableType:
    counts = zip(negotiation.provisions_by_stage, negotiation.words_by_stage, strict=True)
    rows = [
        (letter_of(at), negotiation.stages[at].name, str(provisions), str(words), described(negotiation, at))
        for at, (provisions, words) in enumerate(counts)
    ]
    return listing(("", "stage", "paragraphs", "words", "what it is"), rows)


def _cautions(negotiation: Negotiation, not_held: Sequence[str]) -> Iterator[str]:
    if negotiation.stages[0].status != "adopted":
        yield "No text before is held: what is older cannot be told from what A brought in."
    if not_held:
        yield f"Not held: {listed(not_held)}. Their words are shown as words of the first text that has them."
    if not negotiation.stages[1:-1]:
        yield "No draft is held: what came with a draft cannot be told from what came at the end."


def _provision(negotiation: Negotiation, provision: Provision) -> Iterator[RenderableType]:
    first = f": first in {negotiation.stages[provision.stage].name}" if provision.stage else ""
    yield Words(f"\n{place_name(provision.paragraph)}{first}", style="bold")
    words = Words()
    for at, origin in enumerate(provision.words):
        if origin.stage:
            letter = letter_of(origin.stage)
            words.append(f"{{{letter} {origin.text.strip()} {letter}}}", style="underline")
            words.append(" " if origin.text.endswith(" ") else "")
        else:
            words.append(shortened(origin.text, _AROUND, first=at == 0, last=at == len(provision.words) - 1))
    yield indented(words)


def _left(negotiation: Negotiation, stage: int, left: Sequence[Left]) -> Iterator[RenderableType]:
    name = negotiation.stages[stage].name
    yield heading(f"{'In' if not stage else 'Brought in by'} {name}, not in {negotiation.stages[-1].name}")
    yield indented(Words(left_words(left)))
    whole = [(each.place, _lost(negotiation, each)) for each in left if each.whole]
    parts = [(each.place, _lost(negotiation, each)) for each in left if not each.whole]
    yield indented(facts([*whole, *parts]))


def _lost(negotiation: Negotiation, left: Left) -> str:
    """What was left out of a paragraph, and the stages without it."""
    lost = " … ".join(piece.text for piece in left.pieces if piece.lost_in is not None)
    without = listed([negotiation.stages[stage].name for stage in left.lost_in])
    whole = "whole paragraph, " if left.whole else ""
    return f"{opening(lost, _OPENING)} ({whole}not in {without})"
