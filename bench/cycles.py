"""Precision and recall of cycles over real chains, against what a person read in the texts.

Run as ``python bench/cycles.py``; ``--verbose`` names what is missing and what is too many. The annotations hold
symbols, paragraph ids, kinds and states; the texts are read from ``../shared/corpus``, and the bench says so and stops
where they are absent. A stage is right where document, paragraph and kind are; a link is an answered duty.
"""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from stocktake.documents.commitments import find_commitments
from stocktake.documents.cycles.build import build_cycles
from stocktake.documents.cycles.model import Cycle
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.model import ChainText
from stocktake.frameworks.lineages import lineage_of

HERE = Path(__file__).resolve().parent
ANNOTATIONS = HERE / "annotations" / "cycles"
CORPUS = HERE.parents[1] / "shared" / "corpus"
WHAT = ("cycles", "stages", "states", "answered")

# A body's name is known by its first words; no longer run of a real text stands in the annotations.
NAME_WORDS = 8

Facts = dict[str, set[tuple[str, ...]]]


def document(symbol: str, file: str) -> Document:
    """A text under the symbol that a user says it has."""
    read = build_document(read_source(CORPUS / file))
    return replace(read, data=replace(read.data, symbol=symbol))


def cycles(texts: dict[str, Document]) -> tuple[Cycle, ...]:
    """The cycles of one chain, as a review makes them."""
    lineage = lineage_of(next(iter(texts)))
    chain = (
        [ChainText(each.symbol, str(each.adopted) if each.adopted else None) for each in lineage.texts]
        if lineage
        else []
    )
    duties = {name: find_commitments(each) for name, each in texts.items()}
    return build_cycles(build_threads(list(texts.values()), chain=chain, duties=duties), texts, duties)


def short(name: str) -> str:
    """The id of a duty, or the first words of a body's name."""
    return " ".join(name.split()[:NAME_WORDS])


def came(made: tuple[Cycle, ...]) -> Facts:
    """What the program says, as facts that can be compared."""
    return {
        "cycles": {(short(each.id),) for each in made},
        "stages": {
            (short(each.id), stage.document, stage.paragraph, stage.kind) for each in made for stage in each.stages
        },
        "states": {(short(each.id), each.state) for each in made},
        "answered": {(short(each.id), duty) for each in made for duty in each.answered},
    }


def expected(annotation: list[dict[str, Any]]) -> Facts:
    """What a person read."""
    return {
        "cycles": {(each["id"],) for each in annotation},
        "stages": {(each["id"], *stage) for each in annotation for stage in each["stages"]},
        "states": {(each["id"], each["state"]) for each in annotation},
        "answered": {(each["id"], duty) for each in annotation for duty in each["answered"]},
    }


def main() -> int:
    """Prints a line per kind of fact; 0 also where the real texts are absent."""
    if not CORPUS.is_dir():
        print(f"cycles: skipped, the real texts are not here: {CORPUS}")
        return 0
    verbose = "--verbose" in sys.argv
    counts = dict.fromkeys(WHAT, (0, 0, 0))
    seconds = 0.0
    for chain in json.loads((ANNOTATIONS / "dev.json").read_text("utf-8"))["chains"]:
        texts = {symbol: document(symbol, file) for symbol, file in chain["texts"].items()}
        start = time.perf_counter()
        found, read = came(cycles(texts)), expected(chain["cycles"])
        seconds += time.perf_counter() - start
        for what in WHAT:
            right, too_many, missing = counts[what]
            both, more, less = found[what] & read[what], found[what] - read[what], read[what] - found[what]
            counts[what] = right + len(both), too_many + len(more), missing + len(less)
            for kind, facts in (("too many", more), ("missing", less)) if verbose else ():
                for each in sorted(facts):
                    print(f"  {kind} {what}: {each}")
    for what, (right, too_many, missing) in counts.items():
        precision, recall = right / max(right + too_many, 1), right / max(right + missing, 1)
        print(f"cycles dev {what:<9} right {right:>3}  precision {precision:.3f}  recall {recall:.3f}")
    print(f"cycles dev with threads and duties, from parsed documents: {seconds:.2f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
