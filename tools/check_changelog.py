"""House rule: the changelog speaks of the version in pyproject.toml, and no section of it is empty."""

import re
import sys
import tomllib
from pathlib import Path

_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)


def changelog_faults(changelog: str, version: str) -> list[str]:
    """One line for a version the changelog does not name, and one for each section that says nothing."""
    parts = _SECTION.split(changelog)[1:]
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    named = any(title.split(" ", 1)[0] == version for title in sections)
    faults = [] if named else [f"CHANGELOG.md: no section for version {version}"]
    empty = [title for title, body in sections.items() if not re.search(r"^- ", body, re.MULTILINE)]
    return faults + [f"CHANGELOG.md: the section {title!r} says nothing" for title in empty]


def main() -> int:
    """The exit code: 1 where the changelog is behind."""
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    faults = changelog_faults(Path("CHANGELOG.md").read_text("utf-8"), project["version"])
    print("\n".join(faults), end="\n" if faults else "")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
