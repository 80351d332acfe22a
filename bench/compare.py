"""Precision, recall and time of the comparison, against links that people drew by hand between real texts.

Run as ``python bench/compare.py``. The annotations hold ids only; the texts are read from ``../shared/corpus`` and
the bench says so and stops where they are absent. Thresholds are chosen on the pairs marked ``dev``; the pairs
marked ``held_out`` were annotated before and only measure. Links marked ``unsure`` count neither way.
"""

import json
import sys
import time
import tracemalloc
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from stocktake.documents.compare import Comparison, compare_documents
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document

HERE = Path(__file__).resolve().parent
ANNOTATIONS = HERE / "annotations" / "compare"
CORPUS = HERE.parents[1] / "shared" / "corpus"
CLASSES = ("identical", "edited", "split", "merged", "added", "dropped")
# For one pair of texts of 126 and 135 paragraphs, from parsed documents.
YEAR_SECONDS = 0.25
FLOOR_SECONDS = 0.4

Link = tuple[str, str]


@dataclass
class Score:
    """What was expected, what came and what of it is right."""

    expected: Counter[str] = field(default_factory=Counter)
    came: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def line(self, name: str) -> str:
        """Precision and recall of one row, for people."""
        came, expected, right = self.came[name], self.expected[name], self.right[name]
        precision = f"{right / came:.3f}" if came else "  -  "
        recall = f"{right / expected:.3f}" if expected else "  -  "
        return f"  {name:<10} expected {expected:>5}  came {came:>5}  precision {precision}  recall {recall}"


def expected_bonds(annotation: dict[str, str]) -> dict[tuple[str, str], str]:
    """Class by (old ids, new ids), each joined by ``+``; one side is empty for added and dropped."""
    bonds: dict[tuple[str, str], str] = {}
    for name in CLASSES:
        for entry in annotation[name].split():
            old, new = entry.split("=") if "=" in entry else (("", entry) if name == "added" else (entry, ""))
            bonds[old, new] = name
    return bonds


def links_of(bonds: dict[tuple[str, str], str]) -> set[Link]:
    """Every old id with every new id it is bound to."""
    return {(a, b) for old, new in bonds if old and new for a in old.split("+") for b in new.split("+")}


def came_bonds(comparison: Comparison, unsure: set[str]) -> dict[tuple[str, str], str]:
    """The same for a comparison, without what touches an unsure paragraph."""
    return {
        ("+".join(pair.old), "+".join(pair.new)): pair.change
        for pair in comparison.pairs
        if not unsure & {*(f"old {each}" for each in pair.old), *(f"new {each}" for each in pair.new)}
    }


def add(score: Score, annotation: dict[str, str], comparison: Comparison, *, verbose: bool) -> None:
    """Counts one pair of texts into ``score``."""
    unsure = {f"{side} {each}" for entry in annotation["unsure"].split() for side, each in _sides(entry)}
    expected, came = expected_bonds(annotation), came_bonds(comparison, unsure)
    score.expected.update(expected.values())
    score.came.update(came.values())
    score.right.update(name for key, name in came.items() if expected.get(key) == name)
    wanted, found = links_of(expected), links_of(came)
    score.expected["links"] += len(wanted)
    score.came["links"] += len(found)
    score.right["links"] += len(wanted & found)
    if verbose:
        for key in sorted(expected.keys() | came.keys()):
            if expected.get(key) != came.get(key):
                print(f"    {key[0]:>8} = {key[1]:<8} expected {expected.get(key)}, came {came.get(key)}")


def _sides(entry: str) -> list[tuple[str, str]]:
    old, new = entry.split("=")
    return [("old", old), ("new", new)]


def read(name: str) -> Document:
    """One document of the corpus."""
    return build_document(read_source(CORPUS / name))


def main() -> None:
    """Prints one table per set and the slowest comparison."""
    if not CORPUS.is_dir():
        print(f"bench/compare: skipped, the real texts are not at {CORPUS}")
        return
    verbose = "--verbose" in sys.argv
    scores = {"dev": Score(), "held_out": Score()}
    slowest = (0.0, "")
    for path in sorted(ANNOTATIONS.glob("*.json")):
        annotation = json.loads(path.read_text("utf-8"))
        old, new = read(annotation["from"]), read(annotation["to"])
        start = time.perf_counter()
        comparison = compare_documents(old, new)
        slowest = max(slowest, (time.perf_counter() - start, path.stem))
        if verbose:
            print(f"  {path.stem} ({annotation['set']})")
        add(scores[annotation["set"]], annotation, comparison, verbose=verbose)
    for name, score in scores.items():
        print(f"{name}:")
        for row in ("links", *CLASSES):
            print(score.line(row))
    seconds, pair = slowest
    print(f"slowest: {pair} {seconds:.3f} s, {seconds / FLOOR_SECONDS:.2f} of the {FLOOR_SECONDS} s allowed")
    print_year_on_year()


def print_year_on_year() -> None:
    """The time of 79/194 against 80/118, and how memory grows with the length of the texts."""
    old, new = read("ict/A_RES_79_194.pdf"), read("ict/A_RES_80_118.pdf")
    start = time.perf_counter()
    compare_documents(old, new)
    seconds = time.perf_counter() - start
    print(f"79/194 to 80/118: {seconds:.3f} s, {seconds / YEAR_SECONDS:.2f} of the {YEAR_SECONDS} s allowed")
    single, fourfold = (peak_memory(lengthened(old, times), lengthened(new, times)) for times in (1, 4))
    print(f"memory: {single / 1e6:.1f} MB; texts four times as long take {fourfold / single:.1f} times as much")


def lengthened(document: Document, times: int) -> Document:
    """The document several times over, each time in other words of the same length."""
    paragraphs = [
        replace(each, id=f"{each.id}-{turn}", text=" ".join(f"{word}{'abcd'[turn]}" for word in each.text.split()))
        for turn in range(times)
        for each in document.paragraphs
    ]
    return replace(document, paragraphs=tuple(paragraphs))


def peak_memory(old: Document, new: Document) -> int:
    """The most bytes that Python held at once while comparing."""
    tracemalloc.start()
    compare_documents(old, new)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    main()
