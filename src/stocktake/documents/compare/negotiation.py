"""Where the words of an adopted text came from: last year's text, the drafts on the way, or the last hour.

Knows a list of stages, oldest first: the text before, the drafts, the outcome. A word of the outcome comes from
the earliest stage that has it in the same place (``letters.py``); so a word that a draft dropped and the outcome
brought back is the earlier text's. What a stage brought in and the outcome does not hold did not survive; it was
lost after the last stage that holds it. Knows nothing of who spoke.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import NamedTuple, TypeAlias

from stocktake.documents.compare import Comparison, Side, compare_sides
from stocktake.documents.compare.letters import Comparisons, newest, oldest, places_of
from stocktake.documents.model import Document, Paragraph, Status
from stocktake.errors import RequestError

_FEWEST_STAGES = 2
# They belong to what follows them; every other mark belongs to what it follows.
_OPENING = "“‘([{«"
_Ids: TypeAlias = tuple[str, ...]


class _Lettered:
    """A paragraph of a stage and, for each of its letters, the oldest and the newest stage that has it."""

    __slots__ = ("ends", "origins", "paragraph")

    def __init__(self, paragraph: Paragraph, origins: Sequence[int], ends: Sequence[int], places: range) -> None:
        self.paragraph = paragraph
        self.origins = origins[places.start : places.stop]
        self.ends = ends[places.start : places.stop]


@dataclass(frozen=True, slots=True)
class Stage:
    """One text on the way.

    Attributes:
        name: Its symbol, or the name of its file where it prints none.
        status: Adopted or draft.
        date: Of adoption, or of distribution for a draft; None where neither is printed.
    """

    name: str
    status: Status
    date: str | None


class Origin(NamedTuple):
    """A run of words of the outcome and the stage they came in with; joined, the runs give the paragraph."""

    stage: int
    text: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One paragraph of the outcome.

    Attributes:
        paragraph: Its id in the outcome.
        stage: The earliest stage in which it stands, in whatever words.
        before: Its ids in each earlier stage; empty where it is not there.
        words: Where its words came from.
    """

    paragraph: str
    stage: int
    before: tuple[tuple[str, ...], ...]
    words: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Unsurvived:
    """Words that a stage brought in and the outcome does not hold.

    Attributes:
        stage: The stage that brought them; 0 for words of the text before.
        lost_in: The stage after the last one that holds them.
        paragraph: The id of their paragraph in the stage that brought them.
        at: How many characters of that paragraph stand before them.
        text: The words.
        whole: They are a whole paragraph.
    """

    stage: int
    lost_in: int
    paragraph: str
    at: int
    text: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Negotiation:
    """The way to one text: its stages, its provisions, and what was left on the way."""

    stages: tuple[Stage, ...]
    provisions: tuple[Provision, ...]
    unsurvived: tuple[Unsurvived, ...]

    @property
    def provisions_by_stage(self) -> tuple[int, ...]:
        """How many provisions of the outcome stand first in each stage."""
        return tuple(sum(each.stage == stage for each in self.provisions) for stage in range(len(self.stages)))

    @property
    def words_by_stage(self) -> tuple[int, ...]:
        """How many words of the outcome came in with each stage."""
        counts = [0] * len(self.stages)
        for provision in self.provisions:
            for origin in provision.words:
                counts[origin.stage] += count_words(origin.text)
        return tuple(counts)


def count_words(text: str) -> int:
    """How many words ``text`` has; a mark that stands alone is none."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def trace_negotiation(stages: Sequence[Document]) -> Negotiation:
    """Where each word of the last of ``stages`` came from, and what did not survive.

    Raises:
        RequestError: There are fewer than two stages.
    """
    if len(stages) < _FEWEST_STAGES:
        raise RequestError(
            expected="a text and at least one stage before it",
            came="there is none before it" if stages else "there is none",
            advice="Add the text of the year before, or the drafts, to the workspace.",
        )
    sides = [Side.of(document) for document in stages]
    between = {
        (old, new): compare_sides(sides[old], sides[new]) for old, new in combinations(range(len(stages)), 2)
    }
    places = [places_of(document) for document in stages]
    origins, ends = oldest(places, between), newest(places, between)
    texts = [
        tuple(_Lettered(each, origins[at], ends[at], places[at][each.id]) for each in document.paragraphs)
        for at, document in enumerate(stages)
    ]
    return Negotiation(
        stages=tuple(_stage(document) for document in stages),
        provisions=tuple(_provisions(texts[-1], _befores(len(stages) - 1, between))),
        unsurvived=tuple(_unsurvived(texts)),
    )


def _stage(document: Document) -> Stage:
    data = document.data
    date = data.adopted if data.status == "adopted" else data.distributed
    return Stage(document.name, data.status, date)


def _provisions(outcome: Sequence[_Lettered], befores: Sequence[Mapping[str, _Ids]]) -> Iterator[Provision]:
    last = len(befores)
    for each in outcome:
        before = tuple(held.get(each.paragraph.id, ()) for held in befores)
        first = next((stage for stage, ids in enumerate(before) if ids), last)
        yield Provision(each.paragraph.id, first, before, tuple(_runs(each.paragraph.text, each.origins, first)))


def _befores(last: int, between: Comparisons) -> list[Mapping[str, _Ids]]:
    """For each stage, what each paragraph of the outcome continues there: itself, or through a later stage."""
    befores: list[Mapping[str, _Ids]] = []
    for stage in reversed(range(last)):
        before = dict(_continued(between[stage, last]))
        for later, through in zip(range(stage + 1, last), reversed(befores), strict=True):
            step = _continued(between[stage, later])
            for paragraph, ids in through.items():
                further = dict.fromkeys(one for each in ids for one in step.get(each, ()))
                if further and paragraph not in before:
                    before[paragraph] = tuple(further)
        befores.append(before)
    return befores[::-1]


def _continued(comparison: Comparison) -> dict[str, _Ids]:
    """For each paragraph of the newer text that continues something, what it continues."""
    before: dict[str, _Ids] = {}
    for pair in comparison.pairs:
        for paragraph in pair.new if pair.old else ():
            before[paragraph] = tuple(dict.fromkeys((*before.get(paragraph, ()), *pair.old)))
    return before


def _runs(text: str, values: Sequence[int], default: int) -> Iterator[Origin]:
    """The text in runs of one value; ``values`` are those of its letters and digits, in order.

    A mark or a space goes with the letter before it, an opening bracket with the letter after it; a text without
    letters has the value ``default``.
    """
    left = iter(values)
    tagged: list[tuple[int | None, str]] = []
    for letter in text:
        held = tagged[-1][0] if tagged else None
        tagged.append((next(left) if letter.isalnum() else None if letter in _OPENING else held, letter))
    following = default
    settled: list[tuple[int, str]] = []
    for value, letter in reversed(tagged):
        following = following if value is None else value
        settled.append((following, letter))
    for value, run in groupby(reversed(settled), key=lambda pair: pair[0]):
        yield Origin(value, "".join(letter for _, letter in run))


def _unsurvived(texts: Sequence[Sequence[_Lettered]]) -> Iterator[Unsurvived]:
    last = len(texts) - 1
    for stage, text in enumerate(texts[:-1]):
        for each in text:
            lost = [
                end + 1 if origin == stage and end < last else 0
                for origin, end in zip(each.origins, each.ends, strict=True)
            ]
            yield from _lost_runs(stage, each.paragraph, lost) if any(lost) else ()


def _lost_runs(stage: int, paragraph: Paragraph, lost: Sequence[int]) -> Iterator[Unsurvived]:
    at = 0
    for lost_in, run in _runs(paragraph.text, lost, 0):
        if lost_in:
            words = run.strip()
            yield Unsurvived(stage, lost_in, paragraph.id, at, words, words == paragraph.text)
        at += len(run)
