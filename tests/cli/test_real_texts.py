"""The main job on the real texts: a workspace of them, reviewed."""

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def answers() -> list[tuple[int, str, str]]:
    """What the review answered."""
    return []


@pytest.fixture
def workspace(run, corpus: Path, once: Path, answers: list[tuple[int, str, str]]) -> Path:
    """The workspace of the real texts, made and reviewed once."""
    folder = once / "ws"
    if not answers:
        run("new", folder)
        code, _out, err = run("add", corpus / "seeds", corpus / "ict", "--workspace", folder)
        assert (code, err.splitlines()[-1]) == (0, "stocktake: 10 added")
        answers.append(run("review", "--as-of", "2026-11-22", "--workspace", folder))
    return folder


def test_the_first_review(workspace: Path, answers: list[tuple[int, str, str]]):
    code, out, err = answers[0]
    assert (code, err) == (0, "")
    assert max(len(line) for line in out.splitlines()) <= 80
    assert "WHAT CHANGED IN A/RES/80/118, 15 DECEMBER 2025\n" in out
    data = json.loads((workspace / "output" / "review.json").read_bytes())
    held = [each["symbol"] for each in data["chains"][0]["members"] if each["held"] == "adopted"]
    assert held == ["A/RES/65/141", "A/RES/78/132", "A/RES/79/194", "A/RES/80/118"]
    assert data["workspace"] | {"fingerprint": "", "version": ""} == {
        "texts": 10, "adopted": 6, "drafts": 4, "example": False, "fingerprint": "", "version": "",
    }  # fmt: skip


def test_the_duty_that_was_dropped_in_silence_wants_attention(workspace: Path):
    data = json.loads((workspace / "output" / "review.json").read_bytes())
    dropped = [each["links"] for each in data["attention"] if each["rule"] == "duty no longer in the text"]
    assert [{"document": "A/RES/79/194", "paragraph": "34"}] in dropped


def test_every_paragraph_quoted_stands_in_the_text_that_read_prints(run, workspace: Path):
    data = json.loads((workspace / "output" / "review.json").read_bytes())
    for key in ("A/RES/79/194", "A/RES/80/118"):
        source = run("read", key, "--text", "--workspace", workspace)[1]
        quotes = [quote for quote in data["quotes"] if quote["document"] == key]
        assert quotes
        for quote in quotes:
            joined = "".join(source[start:end] for start, end in quote["spans"])
            assert " ".join(joined.split()) == quote["text"]
