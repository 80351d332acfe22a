"""The files that belong to the repository: what git tracks or would track, or every file where there is no git.

Knows which folders are made by tools and never belong. Knows nothing of what the files hold.
"""

import subprocess
from pathlib import Path

MADE = frozenset(
    {".git", ".venv", ".venv-lock", "__pycache__", "build", "dist", "example-workspace", "node_modules"}
)


def tracked_files(root: Path) -> list[Path]:
    """Every file of the repository at ``root``, sorted."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    except (OSError, subprocess.CalledProcessError):  # a copy without git: look at the folder itself
        return sorted(path for path in root.rglob("*") if path.is_file() and not _made(path.relative_to(root)))
    return sorted(path for name in listed.split("\0") if name and (path := root / name).is_file())


def tracked_texts(root: Path) -> list[tuple[Path, str]]:
    """Every file of the repository that is UTF-8 text, with its text."""
    texts: list[tuple[Path, str]] = []
    for path in tracked_files(root):
        data = path.read_bytes()
        if b"\0" not in data:
            texts.append((path.relative_to(root), data.decode("utf-8", errors="replace")))
    return texts


def _made(path: Path) -> bool:
    return any(part in MADE or part.endswith(("_cache", ".egg-info")) for part in path.parts)
