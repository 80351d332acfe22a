"""The rule of words: paths of machines, hosts of registries, words of a workshop, sentences of real texts."""

from pathlib import Path

import pytest

from check_words import forbidden_words, quoted_runs, real_runs, runs

# In parts, so that this file does not break the rule it tests.
WRONG = ["/ho" + "me/keeper/lamp.py", "see /wo" + "rk/lamps", "by a sub" + "agent", "from py" + "pi.org"]
RIGHT = [
    "/srv/lamp",
    "docs/home/lamp.md",
    "https://example.org/home/lamp",
    "the agent of change",
    "a helper at sea",
]


@pytest.mark.parametrize("words", WRONG)
def test_a_forbidden_word_is_found_on_its_line(words: str):
    (found,) = forbidden_words(f"one line\n{words}\n")
    assert found[0] == 2


@pytest.mark.parametrize("words", RIGHT)
def test_a_word_that_only_looks_like_one_is_not(words: str):
    assert list(forbidden_words(words)) == []


def test_fourteen_words_of_a_real_text_are_found_whatever_stands_between_them(tmp_path: Path):
    sentence = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    (tmp_path / "real.txt").write_text(f"Before {sentence} after.", "utf-8")
    real = real_runs(tmp_path)
    quoted = "kept\n# One, two three\n# four five SIX seven eight nine ten eleven; twelve thirteen fourteen."
    assert list(quoted_runs(quoted, real)) == [(2, f"{sentence!r} stands in a real resolution")]
    assert list(quoted_runs(quoted.replace("seven", "7"), real)) == []


def test_a_text_of_fewer_words_has_no_run():
    assert list(runs("only a few words")) == []


def test_no_real_texts_no_runs(tmp_path: Path):
    assert real_runs(tmp_path / "absent") == frozenset()
