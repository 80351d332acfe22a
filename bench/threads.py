"""Time of the threads over each chain of the real texts, from parsed documents.

Run as ``python bench/threads.py``. The texts are read from ``../shared/corpus``; the bench says so and stops where
they are absent. A chain is what the frameworks list, or texts that share their title.
"""

import time
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document
from stocktake.documents.threads.build import build_threads
from stocktake.documents.threads.model import ChainText
from stocktake.frameworks.lineages import lineage_of

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
ICT = {
    "A/RES/65/141": "seeds/004_cd0fbb38d84fe99a.txt",
    "A/RES/67/195": "seeds/002_6685dddd1c3663d1.txt",
    "A/RES/77/150": "seeds/000_ff88ad18e966784e.txt",
    "A/RES/78/132": "ict/A_RES_78_132.pdf",
    "A/RES/79/194": "seeds/001_b2b2b425cb4da82d.txt",
    "A/RES/80/118": "seeds/003_b03e53008abf82d6.txt",
}
# For the five texts of the chain on information and communications technologies that the seeds hold.
FLOOR_SECONDS = 2.0


def read(path: Path) -> Document:
    """One document of the corpus."""
    return build_document(read_source(path))


def named(document: Document, symbol: str) -> Document:
    """The document under the symbol that a user says it has."""
    return replace(document, data=replace(document.data, symbol=symbol))


def line(name: str, documents: list[Document], chain: tuple[ChainText, ...] = ()) -> float:
    """Prints what the threads of a chain hold and how long they took; the seconds."""
    start = time.perf_counter()
    threads = build_threads(documents, chain=chain)
    seconds = time.perf_counter() - start
    lost = sum(bool(each.duties) for each in threads.vanished)
    back = sum(bool(each.absent) for each in threads.threads)
    repeats = sum(each.document == threads.held[-1].name for each in threads.repeats)
    print(
        f"  {name[:44]:<44} {len(documents)} texts {len(threads.threads):>4} provisions {lost:>3} lost duties"
        f" {back:>2} back {len(threads.blocks):>3} blocks {repeats:>3} repeats {seconds:.3f} s"
    )
    return seconds


def other_chains() -> list[tuple[str, list[Document]]]:
    """The texts of the other lineages, by their title."""
    documents = [read(path) for path in sorted((CORPUS / "lineages").glob("*.pdf"))]
    documents.sort(key=lambda each: (each.data.title or "", each.data.session or 0))
    groups = [(title or "", list(group)) for title, group in groupby(documents, key=lambda each: each.data.title)]
    return [(title, group) for title, group in groups if len(group) > 1]


def main() -> None:
    """Prints one line per chain and how the first stands to its floor."""
    if not CORPUS.is_dir():
        print(f"bench/threads: skipped, the real texts are not at {CORPUS}")
        return
    lineage = lineage_of("A/RES/80/118")
    texts = lineage.texts if lineage else ()
    chain = tuple(ChainText(each.symbol, each.adopted.isoformat() if each.adopted else None) for each in texts)
    held = {symbol: named(read(CORPUS / path), symbol) for symbol, path in ICT.items()}
    five = [document for symbol, document in held.items() if symbol != "A/RES/78/132"]
    # The first call loads the libraries.
    build_threads(five[:2], chain=chain)
    seconds = line("information technologies, the seeds", five, chain)
    line("information technologies, with 78/132", list(held.values()), chain)
    others = sum(line(title, documents) for title, documents in other_chains())
    print(f"  all other chains: {others:.3f} s")
    print(f"seeds: {seconds:.3f} s, {seconds / FLOOR_SECONDS:.2f} of the {FLOOR_SECONDS} s allowed")


if __name__ == "__main__":
    main()
