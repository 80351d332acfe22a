"""House rule: no module has a name that says nothing. Exits 1 and names each one that does."""

import sys
from collections.abc import Iterable
from pathlib import Path

FORBIDDEN = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "core"})
FOLDERS = ("src", "tests", "tools", "bench")


def wrong_names(paths: Iterable[Path]) -> list[str]:
    """One line for each module or folder whose name says nothing of what it holds."""
    return [f"{path}: the name {part!r} says nothing of what it holds" for path in paths for part in _vague(path)]


def _vague(path: Path) -> list[str]:
    words = [*path.parent.parts, path.stem]
    return [word for word in words if word.strip("_") in FORBIDDEN or word.endswith(("_utils", "_helpers"))]


def main() -> int:
    """The exit code: 1 where a name is forbidden."""
    faults = wrong_names(path for folder in FOLDERS for path in sorted(Path(folder).rglob("*.py")))
    print("\n".join(faults), end="\n" if faults else "")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
