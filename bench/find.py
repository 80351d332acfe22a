"""Precision and recall of citations and events, against records that people drew up by reading real texts.

Run as ``python bench/find.py``; ``--verbose`` names what is missing and what is too many. The annotations hold
places, symbols, dates and the first words of names; the texts are read from ``../shared/corpus``, and the bench
says so and stops where they are absent. Rules are made on the set ``dev``, part of which is the program's own
output, read through and corrected: it guards against steps back. The set ``held_out`` was annotated from the
texts, before the program was run on them, and only measures.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stocktake.documents.find.citations import find_citations
from stocktake.documents.find.events import find_events
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document

HERE = Path(__file__).resolve().parent
ANNOTATIONS = HERE / "annotations"
CORPUS = HERE.parents[1] / "shared" / "corpus"
SETS = ("dev", "held_out")

Key = tuple[str, ...]


@dataclass
class Score:
    """What was expected, what came, what of it is right, and which parts of the right ones agree."""

    expected: int = 0
    came: int = 0
    right: int = 0
    parts: Counter[str] = field(default_factory=Counter)

    def lines(self, name: str) -> Iterable[str]:
        """Precision and recall, and the share of the right records whose other parts are right too."""
        precision = self.right / self.came if self.came else 1.0
        recall = self.right / self.expected if self.expected else 1.0
        yield (
            f"{name:<20} expected {self.expected:>4}  came {self.came:>4}  "
            f"precision {precision:.3f}  recall {recall:.3f}"
        )
        for part, count in sorted(self.parts.items()):
            yield f"  {part:<18} {count / self.right:.3f}"


def citation_records(document: Document) -> list[dict[str, Any]]:
    """What the program finds, in the form of the annotations."""
    return [
        {
            "place": each.place,
            "symbol": str(each.symbol),
            "pinpoint": each.pinpoint,
            "date": str(each.date) if each.date else None,
        }
        for each in find_citations(document)
    ]


def event_records(document: Document) -> list[dict[str, Any]]:
    """What the program finds, in the form of the annotations."""
    return [
        {
            "paragraph": each.paragraph,
            "name": each.name,
            "place": each.place,
            "start": str(each.start),
            "end": str(each.end),
        }
        for each in find_events(document)
    ]


@dataclass(frozen=True)
class Kind:
    """One kind of record: how it is found, by which keys two are the same, and which parts are compared then."""

    name: str
    find: Callable[[Document], list[dict[str, Any]]]
    keys: tuple[str, ...]
    parts: tuple[str, ...]


KINDS = (
    Kind("citations", citation_records, ("place", "symbol"), ("pinpoint", "date")),
    Kind("events", event_records, ("paragraph", "start", "end"), ("place", "name")),
)


def agrees(part: str, expected: str | None, came: str | None) -> bool:
    """Whether one part is right; of names the annotation holds the first words only."""
    if part == "name" and expected and came:
        return came.casefold().startswith(expected.casefold())
    return expected == came


def add(score: Score, kind: Kind, file: Path, *, verbose: bool) -> None:
    """Counts one annotated document into ``score``."""
    annotation = json.loads(file.read_text("utf-8"))
    came = kind.find(build_document(read_source(CORPUS / annotation["file"])))
    left = list(came)
    score.expected += len(annotation[kind.name])
    score.came += len(came)
    for expected in annotation[kind.name]:
        same = [each for each in left if all(each[key] == expected[key] for key in kind.keys)]
        same.sort(key=lambda each: -sum(agrees(part, expected[part], each[part]) for part in kind.parts))
        if not same:
            report(file, "missing", expected, verbose=verbose)
            continue
        left.remove(same[0])
        score.right += 1
        score.parts.update({part: int(agrees(part, expected[part], same[0][part])) for part in kind.parts})
        if not all(agrees(part, expected[part], same[0][part]) for part in kind.parts):
            report(
                file,
                "differs",
                {**expected, "came": {part: same[0][part] for part in kind.parts}},
                verbose=verbose,
            )
    for each in left:
        report(file, "too many", each, verbose=verbose)


def report(file: Path, what: str, record: dict[str, Any], *, verbose: bool) -> None:
    """Prints one difference where they are asked for."""
    if verbose:
        print(f"  {file.stem} {what}: {record}")


def main() -> int:
    """Prints a table per kind and set; 0 also where the real texts are absent."""
    if not CORPUS.is_dir():
        print(f"find: skipped, the real texts are not here: {CORPUS}")
        return 0
    verbose = "--verbose" in sys.argv
    for kind in KINDS:
        for each_set in SETS:
            score = Score()
            for file in sorted((ANNOTATIONS / kind.name / each_set).glob("*.json")):
                add(score, kind, file, verbose=verbose)
            print(*score.lines(f"{kind.name} {each_set}"), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
