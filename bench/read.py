"""Times reading, each with its ratio to a floor or a budget: seeds, an official PDF, the start of the program.

The floor of a PDF is what pypdfium2 needs to hand out its characters one by one with their fonts. Times are the
best of several runs in this process. The real texts are read from ../shared/corpus where it is present, else the
bundled example.
"""

import ctypes
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from pypdfium2.raw import FPDFText_GetFontInfo, FPDFText_GetFontSize, FPDFText_GetUnicode

from stocktake.documents.sources import read_source, read_source_bytes
from stocktake.documents.structure import build_document

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
RUNS = 5
SEED_BUDGET = 0.05
PDF_RATIO = 2.0
HELP_BUDGET = 0.3
MEMORY_BUDGET = 300


def best_of(action: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def hand_out_characters(data: bytes) -> int:
    """Ask pypdfium2 for each character with its font and size; how many there were."""
    name, flags, count = ctypes.create_string_buffer(128), ctypes.c_int(), 0
    document = pypdfium2.PdfDocument(data)
    for page in document:
        textpage = page.get_textpage()
        for index in range(textpage.count_chars()):
            FPDFText_GetUnicode(textpage.raw, index)
            FPDFText_GetFontSize(textpage.raw, index)
            FPDFText_GetFontInfo(textpage.raw, index, name, 128, flags)
            count += 1
    document.close()
    return count


def read_pdf(path: Path) -> None:
    """Print the time of one PDF and its ratio to the floor."""
    data = path.read_bytes()
    floor = best_of(lambda: hand_out_characters(data))
    ours = best_of(lambda: build_document(read_source_bytes(data, path.name)))
    print(f"{path.name:28} {ours:.3f} s   {ours / floor:.2f} of the floor {floor:.3f} s (budget {PDF_RATIO})")


def read_seeds(folder: Path) -> None:
    """Print the time of each text against the budget."""
    for path in sorted(folder.glob("*.txt")):
        ours = best_of(lambda path=path: build_document(read_source(path)))
        print(f"{path.name:28} {ours:.3f} s   {ours / SEED_BUDGET:.2f} of the budget {SEED_BUDGET} s")


def start_program() -> None:
    """Print how long ``stocktake --help`` takes from a shell."""
    command = [str(Path(sys.executable).with_name("stocktake")), "--help"]
    ours = best_of(lambda: subprocess.run(command, check=True, capture_output=True))
    print(f"{'stocktake --help':28} {ours:.3f} s   {ours / HELP_BUDGET:.2f} of the budget {HELP_BUDGET} s")


def main() -> None:
    """Run all of them."""
    if CORPUS.is_dir():
        read_seeds(CORPUS / "seeds")
        read_pdf(CORPUS / "ict" / "A_RES_80_118.pdf")
        read_pdf(CORPUS / "lineages" / "A_RES_80_178.pdf")
    else:
        print(f"the real texts are not here ({CORPUS}); the bundled example is read instead")
        read_seeds(ROOT / "src" / "stocktake" / "example" / "texts")
    start_program()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'memory':28} {peak:.0f} MB   {peak / MEMORY_BUDGET:.2f} of the budget {MEMORY_BUDGET} MB")


if __name__ == "__main__":
    main()
