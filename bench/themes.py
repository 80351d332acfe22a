"""Precision and recall of themes, by framework, against labels that a person gave by reading real texts.

Run as ``python bench/themes.py``; ``--verbose`` names what is missing and what is too many, with the words that
triggered it. The annotations hold paragraph ids and codes; the texts are read from ``../shared/corpus``, and the bench
says so and stops where they are absent. The lexicon is made on the set ``dev``. The set ``held_out`` was annotated
before the program was run on its texts, and only measures. A paragraph that is annotated with no codes counts: every
label there is too many.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

from stocktake.documents.find.themes import ThemeLabel, find_themes
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.frameworks.themes import FRAMEWORKS, Framework

HERE = Path(__file__).resolve().parent
ANNOTATIONS = HERE / "annotations" / "themes"
CORPUS = HERE.parents[1] / "shared" / "corpus"
SETS = ("dev", "held_out")


def counted(file: Path, *, verbose: bool) -> Counter[tuple[str, str]]:
    """How many labels were expected, came and agree, by framework, in one annotated text."""
    annotation = json.loads(file.read_text("utf-8"))
    document = build_document(read_source(CORPUS / annotation["file"]))
    labels = {(each.paragraph, each.framework, each.code): each for each in find_themes(document)}
    counts: Counter[tuple[str, str]] = Counter()
    for paragraph, codes in annotation["paragraphs"].items():
        for framework in FRAMEWORKS:
            expected = set(codes[framework])
            came = {code for place, kind, code in labels if (place, kind) == (paragraph, framework)}
            counts[framework, "expected"] += len(expected)
            counts[framework, "came"] += len(came)
            counts[framework, "right"] += len(expected & came)
            if verbose:
                report(file, (paragraph, framework), expected ^ came, labels)
    return counts


def report(
    file: Path, place: tuple[str, Framework], codes: set[str], labels: dict[tuple[str, Framework, str], ThemeLabel]
) -> None:
    """Prints each difference of one paragraph and framework."""
    for code in sorted(codes):
        label = labels.get((*place, code))
        what = f"too many: {', '.join(label.words)}" if label else "missing"
        print(f"  {file.stem} {place[0]} {place[1]} {code} {what}")


def line(name: str, framework: str, counts: Counter[tuple[str, str]]) -> str:
    """Precision and recall of one framework in one set."""
    expected, came, right = (counts[framework, each] for each in ("expected", "came", "right"))
    precision, recall = right / max(came, 1), right / max(expected, 1)
    return (
        f"themes {name:<9} {framework:<5} expected {expected:>4}  came {came:>4}  "
        f"precision {precision:.3f}  recall {recall:.3f}"
    )


def seconds() -> float:
    """The best of five times for all themes of the newest seed, from the parsed document."""
    document = build_document(read_source(CORPUS / "seeds" / "003_b03e53008abf82d6.txt"))
    times = []
    for _ in range(5):
        start = time.perf_counter()
        find_themes(document)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> int:
    """Prints a line per set and framework; 0 also where the real texts are absent."""
    if not CORPUS.is_dir():
        print(f"themes: skipped, the real texts are not here: {CORPUS}")
        return 0
    for name in SETS:
        counts: Counter[tuple[str, str]] = Counter()
        for file in sorted((ANNOTATIONS / name).glob("*.json")):
            counts += counted(file, verbose="--verbose" in sys.argv)
        for framework in FRAMEWORKS:
            print(line(name, framework, counts))
    print(f"themes of 80/118: {seconds() * 1000:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
