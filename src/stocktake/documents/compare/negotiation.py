"""Where the words of an adopted text came from: last year's text, the drafts on the way, or the last hour.

Knows a list of stages, oldest first: the text before, the drafts, the outcome. A word of the outcome comes from the
earliest stage that has it in the same place, as the comparison of that stage with the outcome says; so a word that a
draft dropped and the outcome brought back is the earlier text's. What a stage proposed and the outcome does not hold
did not survive. Knows nothing of who spoke.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from stocktake.documents.compare import Comparison, compare_documents
from stocktake.documents.compare.model import Operation, Pair, WordRun
from stocktake.documents.model import Document, Paragraph
from stocktake.errors import RequestError

_FEWEST_STAGES = 2


@dataclass(frozen=True, slots=True)
class Stage:
    """One text on the way.

    Attributes:
        name: Its symbol, or the name of its file where it prints none.
        status: Adopted or draft.
        date: Of adoption, or of distribution for a draft; None where neither is printed.
    """

    name: str
    status: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Origin:
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
        lost_in: The first later stage without them.
        paragraph: The id of their paragraph in the stage that brought them.
        text: The words.
        whole: They are a whole paragraph.
    """

    stage: int
    lost_in: int
    paragraph: str
    text: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Negotiation:
    """The way to one text: its stages, its provisions, and what was left on the way."""

    stages: tuple[Stage, ...]
    provisions: tuple[Provision, ...]
    unsurvived: tuple[Unsurvived, ...]


def trace_negotiation(stages: Sequence[Document]) -> Negotiation:
    """Where each word of the last of ``stages`` came from, and what did not survive.

    Raises:
        RequestError: There are fewer than two stages.
    """
    if len(stages) < _FEWEST_STAGES:
        raise RequestError(
            expected="a text and at least one stage before it",
            came=f"there is {len(stages)}",
            advice="Add the text of the year before, or the drafts, to the workspace.",
        )
    outcome = stages[-1]
    to_outcome = [compare_documents(stage, outcome) for stage in stages[:-1]]
    between = {
        (earlier, later): compare_documents(stages[earlier], stages[later])
        for later in range(1, len(stages) - 1)
        for earlier in range(later)
    } | {(earlier, len(stages) - 1): comparison for earlier, comparison in enumerate(to_outcome)}
    return Negotiation(
        stages=tuple(_stage(document) for document in stages),
        provisions=tuple(_provisions(outcome, to_outcome)),
        unsurvived=tuple(_unsurvived(stages, between)),
    )


def _stage(document: Document) -> Stage:
    data = document.data
    date = data.adopted if data.status == "adopted" else data.distributed
    return Stage(data.symbol or document.source.name, data.status, date)


def _provisions(outcome: Document, to_outcome: Sequence[Comparison]) -> Iterator[Provision]:
    kept = [_letters_kept(outcome, comparison, "equal") for comparison in to_outcome]
    befores = [_before(comparison) for comparison in to_outcome]
    last = len(to_outcome)
    for paragraph in outcome.paragraphs:
        stages = [
            next((stage for stage in range(last) if kept[stage][paragraph.id][place]), last)
            for place in range(len(_letters(paragraph.text)))
        ]
        before = tuple(each.get(paragraph.id, ()) for each in befores)
        first = next((stage for stage, ids in enumerate(before) if ids), last)
        yield Provision(paragraph.id, first, before, tuple(_origins(paragraph.text, stages)))


def _before(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """For each paragraph of the newer text, what it continues."""
    before: dict[str, tuple[str, ...]] = {}
    for pair in comparison.pairs:
        for paragraph_id in pair.new:
            before[paragraph_id] = (*before.get(paragraph_id, ()), *pair.old)
    return before


def _letters(text: str) -> str:
    """What is not white space: redlines keep the letters and may differ in the space between them."""
    return "".join(text.split())


def _letters_kept(document: Document, comparison: Comparison, kept: Operation) -> dict[str, list[bool]]:
    """For each paragraph of ``document``, the newer side, which of its letters the redlines say are ``kept``."""
    return _marked(document, comparison.pairs, new_side=True, wanted=kept)


def _marked(
    document: Document, pairs: Sequence[Pair], *, new_side: bool, wanted: Operation
) -> dict[str, list[bool]]:
    """For each paragraph of one side, which letters stand in a run of the ``wanted`` operation, in any pair."""
    paragraphs: Mapping[str, Paragraph] = {each.id: each for each in document.paragraphs}
    marks = {each.id: [False] * len(_letters(each.text)) for each in document.paragraphs}
    for pair in pairs:
        ids = pair.new if new_side else pair.old
        runs = [run for run in pair.words if run.operation in ("equal", "insert" if new_side else "delete")]
        flags = iter([run.operation == wanted for run in runs for _ in _letters(run.text)])
        for paragraph_id in ids:
            for place in range(len(_letters(paragraphs[paragraph_id].text))):
                marks[paragraph_id][place] |= next(flags, False)
    return marks


def _origins(text: str, stages: Sequence[int]) -> Iterator[Origin]:
    """The text in runs of one stage; white space goes with the letter before it."""
    letters = iter(stages)
    tagged: list[tuple[int, str]] = []
    for letter in text:
        stage = tagged[-1][0] if letter.isspace() and tagged else next(letters)
        tagged.append((stage, letter))
    for stage, run in groupby(tagged, key=lambda pair: pair[0]):
        yield Origin(stage, "".join(letter for _, letter in run))


def _unsurvived(stages: Sequence[Document], between: Mapping[tuple[int, int], Comparison]) -> Iterator[Unsurvived]:
    last = len(stages) - 1
    for stage, document in enumerate(stages[:-1]):
        lost = _marked(document, between[stage, last].pairs, new_side=False, wanted="delete")
        ours = _own_letters(document, stage, between)
        for paragraph in document.paragraphs:
            flags = [gone and own for gone, own in zip(lost[paragraph.id], ours[paragraph.id], strict=True)]
            for words in _runs_of(paragraph.text, flags):
                whole = all(flags)
                yield Unsurvived(stage, _lost_in(paragraph.id, stage, last, between), paragraph.id, words, whole)


def _own_letters(
    document: Document, stage: int, between: Mapping[tuple[int, int], Comparison]
) -> dict[str, list[bool]]:
    """Which letters a stage brought in itself: no earlier stage has them in the same place."""
    own = {each.id: [True] * len(_letters(each.text)) for each in document.paragraphs}
    for earlier in range(stage):
        kept = _letters_kept(document, between[earlier, stage], "equal")
        own = {name: [a and not b for a, b in zip(own[name], kept[name], strict=True)] for name in own}
    return own


def _runs_of(text: str, flags: Sequence[bool]) -> Iterator[str]:
    """The stretches of ``text`` whose letters are flagged, without punctuation-only ones."""
    for origin in _origins(text, [int(flag) for flag in flags]):
        if origin.stage and any(letter.isalnum() for letter in origin.text):
            yield origin.text.strip()


def _lost_in(paragraph_id: str, stage: int, last: int, between: Mapping[tuple[int, int], Comparison]) -> int:
    """The first later stage that has lost the paragraph or edited it; the outcome where none before it has."""
    for later in range(stage + 1, last):
        pairs = [pair for pair in between[stage, later].pairs if paragraph_id in pair.old]
        if any(_lost_words(pair.words) for pair in pairs):
            return later
    return last


def _lost_words(words: Sequence[WordRun]) -> bool:
    return any(run.operation == "delete" and any(letter.isalnum() for letter in run.text) for run in words)
