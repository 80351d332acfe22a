"""The next draft on real texts: what is proposed for 80/118, and how proposals of 2024 fared in the texts of 2025."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from stocktake.documents.draft import ProposedChange, propose_changes
from stocktake.documents.model import Document
from stocktake.documents.sources import read_source
from stocktake.documents.structure import build_document

pytestmark = pytest.mark.real


@cache
def read(path: Path) -> Document:
    return build_document(read_source(path))


@pytest.fixture(scope="module")
def changes(corpus: Path) -> tuple[ProposedChange, ...]:
    base, before = (read(corpus / "ict" / name) for name in ("A_RES_80_118.pdf", "A_RES_79_194.pdf"))
    return propose_changes(base, held=[before])


def found(changes: tuple[ProposedChange, ...], place: str) -> list[tuple[str, str]]:
    return [(each.old, each.new) for each in changes if each.place == place]


def test_what_is_recalled_and_listed(changes: tuple[ProposedChange, ...]):
    assert found(changes, "P1") == [("79/194 of 19 December 2024", "80/118 of 15 December 2025")]
    assert found(changes, "note 1") == [(" and 78/132", ", 78/132 and 79/194")]
    assert found(changes, "P2") == [("2025/18 of 29 July 2025", "[2026/…] of […]")]
    assert found(changes, "note 2") == [(" and 2024/13", ", 2024/13 and 2025/18")]
    assert found(changes, "note 11") == [("A/80/62-E/2025/12", "A/81/[…]-E/2026/[…]")]


def test_sessions_years_and_meetings(changes: tuple[ProposedChange, ...]):
    assert found(changes, "72") == found(changes, "74") == [("eighty-first", "eighty-second")]
    assert found(changes, "13") == [("eighty-first", "[eighty-first]")]
    assert found(changes, "73") == [("2026", "2027")]
    assert found(changes, "20") == [
        ("sixth", "seventh"),
        ("4 and 5 December 2025", "[4 and 5 December 2025]"),
        ("ninth", "tenth"),
        ("11 to 13 May 2026", "[11 to 13 May 2026]"),
    ]
    assert found(changes, "36") == [("16 and 17 December 2025", "[16 and 17 December 2025]")]


def test_the_facts_of_policy_stay(changes: tuple[ProposedChange, ...]):
    places = {each.place for each in changes}
    assert places.isdisjoint({"P3", "P11", "P33", "26", "32", "39", "42", "49", "71"})


def test_without_the_predecessor_nothing_is_counted_on(corpus: Path):
    changes = propose_changes(read(corpus / "ict" / "A_RES_80_118.pdf"))
    assert {each.rule for each in changes}.isdisjoint({"counted on"})
    assert found(changes, "73") == [("2026", "[2026]")]


def chains(corpus: Path) -> Iterator[tuple[Document, Document, Document]]:
    files: dict[str, dict[str, Path]] = defaultdict(dict)
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["format"] == "pdf" and row["symbol"].startswith("A/RES/"):
                files[row["lineage"]][row["symbol"].split("/")[2]] = corpus / row["file"]
    for held in files.values():
        if held.keys() >= {"78", "79", "80"}:
            yield read(held["78"]), read(held["79"]), read(held["80"])


@pytest.mark.slow
def test_what_was_filled_in_came_true_or_its_sentence_went(corpus: Path):
    right = wrong = 0
    for before, base, after in chains(corpus):
        then = " ".join([*(each.text for each in after.paragraphs), *(each.text for each in after.notes)])
        texts = {each.id: each.text for each in base.paragraphs} | {f"note {n.mark}": n.text for n in base.notes}
        for change in propose_changes(base, held=[before], chains=()):
            text = texts.get(change.place)
            if text is None or change.bracketed:
                continue
            lead, tail = text[max(0, change.start - 25) : change.start], text[change.end : change.end + 12]
            right += f"{lead}{change.new}" in then
            wrong += f"{lead}{change.old}{tail}" in then
    assert wrong == 0
    assert right >= 50
