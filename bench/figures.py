"""Precision and recall of the figures found, against quantities that people annotated by reading.

Run as ``python bench/figures.py``. ``--verbose`` names the differences in the sets ``dev``, ``--reveal`` those in
``held_out`` too. The annotations of real texts hold references, printed quantities and labels, no sentences; the texts
are read from ``../shared/corpus``, and the bench says so where they are absent. The folder ``sentences`` holds invented
sentences in the forms of official texts, many of them with numbers that are no figures; there a label that is not
annotated is none, and a figure without a kind is a level. Its set ``held_out`` was annotated before the program was run
on it.

A figure is right where the annotation has one in the same paragraph with the same words, in the same order. The other
rows count over right figures only, and leave out labels that the annotation calls ``unsure`` because people may differ.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from audit import document_of
from stocktake.documents.find.figures import Figure, find_figures
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document

HERE = Path(__file__).resolve().parent
ANNOTATIONS = HERE / "annotations" / "figures"
CORPUS = HERE.parents[1] / "shared" / "corpus"
SETS = ("dev", "held_out")
LABELS = ("value", "upper", "unit", "comparator", "group", "sex", "year", "kind", "measure")
TIMED = "ict/A_RES_80_118.pdf"
FLOOR_SECONDS = 0.05
TURNS = 5
CLOSE = 0.1

Record = dict[str, Any]
Annotated = tuple[str, list[Record], Document]
"""A text's name, the figures annotated in it, and the text."""


def record_of(figure: Figure) -> Record:
    """What the program found, in the form of the annotations."""
    return {
        "paragraph": figure.paragraph,
        "printed": figure.printed,
        "value": figure.value,
        "upper": figure.upper,
        "unit": figure.unit,
        "comparator": figure.comparator,
        "group": figure.area,
        "sex": figure.sex,
        "year": figure.year,
        "kind": figure.kind,
        "measure": figure.measure,
    }


def key(record: Record) -> tuple[str, str]:
    """By what a figure is recognized: the paragraph and the first word or digits of what is printed."""
    words = str(record["printed"]).split()
    told = [word for word in words if word not in ("a", "an", "the", "vast", "large", "overwhelming")]
    return str(record["paragraph"]), told[0]


def pairs(expected: list[Record], came: list[Record]) -> Iterator[tuple[Record | None, Record | None]]:
    """The figures of one text side by side, in order."""
    left, right = [key(each) for each in expected], [key(each) for each in came]
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(expected[i1:i2], came[j1:j2], strict=True)
            continue
        yield from ((each, None) for each in expected[i1:i2])
        yield from ((None, each) for each in came[j1:j2])


def is_right(label: str, expected: Record, came: Record) -> bool:
    """Whether a label is as annotated; numbers may differ by a rounding."""
    wanted, found = expected.get(label), came[label]
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return abs(wanted - found) < CLOSE
    return bool(wanted == found)


def read(file: str) -> Document:
    """One document of the corpus."""
    return build_document(read_source(CORPUS / file))


def real_texts(name: str) -> Iterator[Annotated]:
    """The annotated texts of the corpus."""
    for file in sorted((ANNOTATIONS / name).glob("*.json")):
        annotation = json.loads(file.read_text("utf-8"))
        yield file.stem, annotation["figures"], read(annotation["file"])


def sentences(name: str) -> Iterator[Annotated]:
    """The annotated invented sentences, as texts."""
    for text in json.loads((ANNOTATIONS / "sentences" / f"{name}.json").read_text("utf-8"))["texts"]:
        yield text["number"], [{"kind": "level", **each} for each in text["figures"]], document_of(text)


def measure(texts: Iterator[Annotated], *, verbose: bool) -> None:
    """Prints the score of one set, and its differences where they are asked for."""
    counts: Counter[str] = Counter()
    for name, figures, document in texts:
        counts["texts"] += 1
        came = [record_of(each) for each in find_figures(document)]
        for wanted, found in pairs(figures, came):
            for line in add(counts, wanted, found):
                if verbose:
                    print(f"  {name} {line}")
    print(f"  texts {counts['texts']}")
    print(f"  precision {counts['right'] / counts['came']:.3f} of {counts['came']}")
    print(f"  recall    {counts['right'] / counts['expected']:.3f} of {counts['expected']}")
    for label in LABELS:
        if counts[f"{label} asked"]:
            share = counts[f"{label} right"] / counts[f"{label} asked"]
            print(f"  {label:<10} {share:.3f} of {counts[f'{label} asked']}")


def add(counts: Counter[str], wanted: Record | None, found: Record | None) -> Iterator[str]:
    """Counts one pair; one line for each difference."""
    counts.update(expected=wanted is not None, came=found is not None, right=bool(wanted and found))
    if wanted is None or found is None:
        what, record = ("missing", wanted) if found is None else ("too many", found)
        yield f"{what}: {record}"
        return
    for label in LABELS:
        if label in wanted.get("unsure", ()) or (label in ("kind", "measure") and label not in wanted):
            continue
        right = is_right(label, wanted, found)
        counts.update({f"{label} asked": 1, f"{label} right": right})
        if not right:
            yield f"{wanted['paragraph']} {wanted['printed']}, {label}: {wanted.get(label)}, came {found[label]}"


def print_speed() -> None:
    """The time of all figures of 80/118."""
    document = read(TIMED)
    find_figures(document)
    seconds = []
    for _ in range(TURNS):
        start = time.perf_counter()
        find_figures(document)
        seconds.append(time.perf_counter() - start)
    print(f"80/118: {min(seconds):.4f} s of the {FLOOR_SECONDS} s allowed")


def is_shown(name: str) -> bool:
    """Whether the differences in a set are asked for."""
    return "--reveal" in sys.argv or (name == "dev" and "--verbose" in sys.argv)


def main() -> int:
    """Prints a table per set, and the time; 0 without the texts too."""
    for name in SETS:
        print(f"sentences, {name}:")
        measure(sentences(name), verbose=is_shown(name))
    if not CORPUS.is_dir():
        print(f"figures: skipped, the real texts are not here: {CORPUS}")
        return 0
    for name in SETS:
        print(f"{name}:")
        measure(real_texts(name), verbose=is_shown(name))
    print_speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
