"""House rule: no words of a machine or a workshop in the repository, and no sentence of a real resolution.

The first list is of patterns, each with its reason. The second rule runs where the real texts lie beside the
checkout: no file shares a run of 14 words with one of them. Exits 1 and names file, line and words.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from tracked import tracked_texts

FORBIDDEN: dict[str, str] = {
    r"(?<![\w.])/(?:home|root|work|Users|opt|mnt)/": "an absolute path of one machine",
    r"\b[A-Z]:\\Users\b": "an absolute path of one machine",
    r"\bfiles\.python"
    r"hosted\.org\b|\bpy"
    r"pi\.org\b|\bregistry\.npm"
    r"js\.org\b": "the host of a package registry",
    r"\bsub-?" r"agents?\b|\bhelper[ -]" r"session": "a word of the workshop, which says nothing to a reader",
    r"^(?:<{7}|>{7}) ": "a conflict left from a merge",
}
# Titles and the full names of bodies are names, not sentences: nothing can be called without them.
NAMES = {
    Path("src/stocktake/frameworks/data/lineages.yaml"): ("title",),
    Path("src/stocktake/frameworks/data/actors.yaml"): ("name", "aliases"),
}
RUN = 14
SEEDS = Path("..") / "shared" / "corpus" / "seeds"
# Years count as words, so that the formulas of a heading differ by their dates; other numbers do not.
_WORD = re.compile(r"[^\W\d_]+|\b\d{4}\b")


def forbidden_words(text: str) -> Iterator[tuple[int, str]]:
    """Each forbidden word of a text: its line, and what is wrong with it."""
    for pattern, reason in FORBIDDEN.items():
        for found in re.finditer(pattern, text, re.MULTILINE):
            yield text.count("\n", 0, found.start()) + 1, f"{found.group()!r} is {reason}"


def runs(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each run of 14 words of a text, in small letters, with the offset of its first word."""
    words = [(found.start(), found.group().lower()) for found in _WORD.finditer(text)]
    for at in range(len(words) - RUN + 1):
        yield words[at][0], tuple(word for _, word in words[at : at + RUN])


def real_runs(folder: Path) -> frozenset[tuple[str, ...]]:
    """Every run of 14 words in the real texts; empty where the folder is absent."""
    texts = (path.read_text("utf-8", errors="replace") for path in sorted(folder.glob("*.txt")))
    return frozenset(run for text in texts for _, run in runs(text)) - name_runs(NAMES)


def name_runs(files: Mapping[Path, Sequence[str]]) -> frozenset[tuple[str, ...]]:
    """Every run of 14 words in the names that these fields of these files hold."""
    records = [(each, keys) for file, keys in files.items() for each in _records(file)]
    values = [each[key] for each, keys in records for key in keys if key in each]
    names = [name for value in values for name in ([value] if isinstance(value, str) else value)]
    return frozenset(run for name in names for _, run in runs(name))


def _records(file: Path) -> Sequence[Mapping[str, Any]]:
    return yaml.safe_load(file.read_text("utf-8"))["records"] if file.exists() else ()


def quoted_runs(text: str, real: frozenset[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    """The first run of 14 words on each line that stands in a real text, with its line."""
    seen: set[int] = set()
    for at, run in runs(text):
        line = text.count("\n", 0, at) + 1 if run in real else 0
        if line and line not in seen:
            seen.add(line)
            yield line, f"{' '.join(run)!r} stands in a real resolution"


def main() -> int:
    """The exit code: 1 where a forbidden word or a real sentence was found."""
    real = real_runs(SEEDS)
    count = 0
    for path, text in tracked_texts(Path()):
        for line, fault in [*forbidden_words(text), *(quoted_runs(text, real) if real else ())]:
            print(f"{path}:{line}: {fault}")
            count += 1
    if not real:
        print(f"not checked for real sentences: {SEEDS} is not here")
    return int(bool(count))


if __name__ == "__main__":
    sys.exit(main())
