"""A negotiation laid out for a reader: what each stage is called, and what was left out, paragraph by paragraph.

Knows the letters by which the stages are marked and how lost words are put back into their paragraph. Decides
nothing about the texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from stocktake.documents.compare.negotiation import Negotiation, Provision, Stage, Unsurvived, count_words
from stocktake.documents.model import Document
from stocktake.review.words import counted, long_date

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph; ``lost_in`` is the stage after the last that holds them, None for words that stayed."""

    text: str
    lost_in: int | None


@dataclass(frozen=True, slots=True)
class Left:
    """A paragraph of a stage, with the words in it that the stage brought in and the outcome does not hold.

    Attributes:
        place: Its id in the stage.
        whole: The whole paragraph was left out.
        words: How many words were left out.
        pieces: All its words, in order.
        lost_in: The stages without the lost words, oldest first.
    """

    place: str
    whole: bool
    words: int
    pieces: tuple[Piece, ...]
    lost_in: tuple[int, ...]


def letter_of(stage: int) -> str:
    """The letter that marks a stage: A, B, and from the twenty-seventh on A1, B1."""
    round_, place = divmod(stage, len(_LETTERS))
    return f"{_LETTERS[place]}{round_ or ''}"


def described(negotiation: Negotiation, stage: int) -> str:
    """What a stage is: ``the text before, adopted 19 December 2024``, ``draft of 14 October 2025``."""
    each, last = negotiation.stages[stage], len(negotiation.stages) - 1
    role = "this text, " if stage == last else "the text before, " if each.status == "adopted" else ""
    return f"{role}{_dated(each)}"


def _dated(stage: Stage) -> str:
    if stage.date is None:
        return stage.status
    return f"adopted {long_date(stage.date)}" if stage.status == "adopted" else f"draft of {long_date(stage.date)}"


def left_by_stage(negotiation: Negotiation, stages: Sequence[Document]) -> list[tuple[int, list[Left]]]:
    """For each stage that brought in words which did not survive, the paragraphs that held them."""
    groups = groupby(negotiation.unsurvived, key=lambda each: each.stage)
    return [(stage, list(_left(stages[stage], list(lost)))) for stage, lost in groups]


def _left(document: Document, lost: Sequence[Unsurvived]) -> Iterator[Left]:
    for place, runs in groupby(lost, key=lambda each: each.paragraph):
        paragraph = document.paragraph(place)
        if paragraph is not None:
            yield _paragraph(place, paragraph.text, list(runs))


def _paragraph(place: str, text: str, runs: Sequence[Unsurvived]) -> Left:
    pieces: list[Piece] = []
    at = 0
    for run in runs:
        end = run.at + len(run.text)
        pieces += [Piece(text[at : run.at], None), Piece(text[run.at : end], run.lost_in)]
        at = end
    pieces.append(Piece(text[at:], None))
    return Left(
        place=place,
        whole=any(run.whole for run in runs),
        words=sum(count_words(run.text) for run in runs),
        pieces=tuple(piece for piece in pieces if piece.text),
        lost_in=tuple(sorted({run.lost_in for run in runs})),
    )


def stages_in(provision: Provision) -> list[int]:
    """The stages that words of a provision came in with, oldest first."""
    return sorted({origin.stage for origin in provision.words} | {provision.stage})


def left_words(left: Sequence[Left]) -> str:
    """``2 whole paragraphs and words of 8 others``; what there is none of is left out."""
    whole = sum(each.whole for each in left)
    parts = [counted(whole, "whole paragraph")] if whole else []
    others = len(left) - whole
    if others:
        parts.append(
            f"words of {others} others" if whole and others > 1 else f"words of {counted(others, 'paragraph')}"
        )
    return " and ".join(parts)
