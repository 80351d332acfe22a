"""Parts of reviews kept in the cache: made once, read back equal, never trusted where they do not fit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest

from stocktake.documents.compare import Comparison
from stocktake.documents.cycles.model import Cycle
from stocktake.documents.threads.model import Threads
from stocktake.review.figures.model import Audit
from stocktake.review.found import Found
from stocktake.review.health_model import Health
from stocktake.statistics.measures import Result
from stocktake.workspace import parts
from stocktake.workspace.observations import Dataset
from stocktake.workspace.packing import pack
from stocktake.workspace.parts import KeptParts
from stocktake.workspace.register_file import Records


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of a part."""

    day: date
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part as reviews have them: nested, with dates and absent values."""

    leaves: tuple[Leaf, ...]
    note: str | None = None


MADE = Part((Leaf(date(2044, 5, 5), ("a", "b")),))


def not_again() -> NoReturn:
    pytest.fail("it was made again")


def test_a_part_is_made_once_and_read_back_equal(tmp_path: Path):
    keep = KeptParts(tmp_path)
    assert keep(Part, ("x", MADE), lambda: MADE) == MADE
    assert KeptParts(tmp_path)(Part, ("x", MADE), not_again) == MADE


def test_another_origin_or_shape_is_another_part(tmp_path: Path):
    keep = KeptParts(tmp_path)
    keep(Part, "x", lambda: MADE)
    assert keep(Part, "y", lambda: Part(())) == Part(())
    assert keep(Leaf, "x", lambda: MADE.leaves[0]) == MADE.leaves[0]
    assert keep(tuple[Leaf, ...], "x", lambda: MADE.leaves) == MADE.leaves


@pytest.mark.parametrize(
    "kept",
    [
        lambda _: b"",
        lambda _: b"\xc1",
        lambda key: pack({"leaves": [], "note": 1}, key),
        lambda key: pack([], key),
        lambda _: pack(MADE, "another"),
    ],
    ids=["empty", "no entry", "another type", "another shape", "the entry of another key"],
)
def test_an_entry_that_does_not_fit_counts_as_absent(tmp_path: Path, kept: Callable[[str], bytes]):
    keep = KeptParts(tmp_path)
    keep(Part, "x", lambda: MADE)
    (entry,) = keep.folder.iterdir()
    entry.write_bytes(kept(entry.name))
    assert keep(Part, "x", lambda: Part((), "anew")) == Part((), "anew")
    assert keep(Part, "x", not_again) == Part((), "anew")


def test_whichever_byte_of_an_entry_is_altered_it_counts_as_absent(tmp_path: Path):
    keep = KeptParts(tmp_path)
    keep(Part, "x", lambda: MADE)
    (entry,) = keep.folder.iterdir()
    sound = entry.read_bytes()
    anew = Part((), "anew")
    for at in range(len(sound)):
        for mask in (0x01, 0xFF):
            altered = bytearray(sound)
            altered[at] ^= mask
            entry.write_bytes(altered)
            assert keep(Part, "x", lambda: anew) == anew


def test_tidying_removes_what_other_code_made_and_the_oldest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    keep = KeptParts(tmp_path)
    keep.tidy()
    other = tmp_path / parts.FOLDER / "0123456789abcdef"
    other.mkdir(parents=True)
    (other / "entry").write_bytes(b"x")
    monkeypatch.setattr(parts, "MOST", 2)
    for name in "abc":
        keep(Part, name, lambda: MADE)
    keep.tidy()
    assert not other.exists()
    assert len(list(keep.folder.iterdir())) == 2


@pytest.mark.parametrize(
    "shape",
    [
        Found,
        Threads,
        Comparison,
        tuple[Cycle, ...],
        Health,
        Audit,
        tuple[Result, ...],
        Records,
        tuple[Dataset, ...],
    ],
)
def test_every_part_that_a_review_keeps_can_be_read_back(shape: type):
    msgspec.msgpack.Decoder(shape)


def test_where_nothing_can_be_kept_it_is_made_all_the_same_and_that_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    (tmp_path / parts.FOLDER).write_bytes(b"a file where the folder should be")
    keep = KeptParts(tmp_path)
    assert keep(Part, "x", lambda: MADE) == MADE
    assert keep.last("y", Part, "x", lambda: MADE) == MADE
    assert caplog.messages == [
        f"stocktake: nothing can be kept in {tmp_path} (Not a directory): the next call takes as long again."
    ]
