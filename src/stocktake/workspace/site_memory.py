"""What is remembered of the site last made of a workspace, so that nothing is made again that cannot have changed.

Knows that all of it is forgotten where anything else makes the site: code, templates, translations, reference data,
libraries.
"""

import sys
from dataclasses import dataclass, field

from stocktake.workspace.fingerprint import program_fingerprint
from stocktake.workspace.parts import KeptParts

_NAME = "site"
_LIBRARIES = (
    "altair",
    "babel",
    "duckdb",
    "ibis-framework",
    "jinja2",
    "markupsafe",
    "pyarrow",
    "vl-convert-python",
)


@dataclass(frozen=True, slots=True)
class Remembered:
    """The site last made.

    Attributes:
        site: The key of all that it was made from; empty where none is remembered.
        manifest: The checksum of its list of files.
        files: The checksum of what was made under each key.
    """

    site: str = ""
    manifest: str = ""
    files: dict[str, str] = field(default_factory=dict)


class SiteMemory:
    """Remembers the site last made, among the kept parts of the reviews of its workspace."""

    def __init__(self, parts: KeptParts) -> None:
        self._parts = parts

    def recall(self) -> Remembered:
        """The site last made by this very program; nothing where there is none."""
        return self._parts.kept_last(_NAME, Remembered, _program()) or Remembered()

    def keep(self, made: Remembered) -> None:
        """Remember a site in place of the one before."""
        self._parts.keep_last(_NAME, Remembered, _program(), made)


def _program() -> tuple[str, str]:
    return program_fingerprint(_LIBRARIES), sys.version
