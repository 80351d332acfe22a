"""The outputs of the last review, known again: where nothing changed since, they need not be made anew.

Knows all that the outputs depend on: the originals as they lie on the disk, what the user said of them, the settings,
the register, the day, and every file of the program. Knows that an output that was altered or removed is none. Makes no
review.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from stocktake.workspace.fingerprint import program_fingerprint
from stocktake.workspace.register_place import is_on_server, register_checksums
from stocktake.workspace.store import digest_of

if TYPE_CHECKING:
    from stocktake.workspace.folder import Workspace

_NAME = "written"
_LIBRARIES = (
    *("jinja2", "markupsafe", "msgspec", "numpy", "openpyxl", "pypdfium2", "lxml", "pyyaml", "rich"),
    *("django", "psycopg", "duckdb", "ibis-framework", "pyarrow", "pysdmx", "scipy", "sqlglot", "pyspark"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """What a review was written and shown as.

    Attributes:
        checksums: Of the outputs, by their names.
        page: The page for the terminal, where nothing had changed since the review before; None where something had.
        shown: How the page was shown: what it depends on besides the state.
    """

    checksums: dict[str, str]
    page: str | None
    shown: str

    @classmethod
    def of(cls, paths: Iterable[Path], page: str | None = None, shown: str = "") -> "Written":
        """What the outputs at these places are now."""
        return cls({path.name: digest_of(path) for path in paths}, page, shown)


def state_of(workspace: "Workspace", as_of: date) -> str:
    """A checksum of everything that the outputs of a review depend on."""
    if is_on_server(workspace.folder):
        from stocktake.workspace.register_file import all_records

        register: object = all_records(workspace.folder).fingerprint
    else:
        register = register_checksums(workspace.folder)
    held = [(each, workspace.store.fault(each)) for each in workspace.holdings]
    made_from = (program_fingerprint(_LIBRARIES), sys.version, workspace.settings, held, register, as_of)
    return sha256(repr(made_from).encode()).hexdigest()


def still_written(workspace: "Workspace", state: str) -> Written | None:
    """What the last review was written as; None where it was of another state, or its outputs are not as written."""
    written = workspace.parts.kept_last(_NAME, Written, state)
    if written is None:
        return None
    try:
        stand = all(digest_of(workspace.output / name) == known for name, known in written.checksums.items())
    except OSError:
        return None
    return written if stand else None


def keep_written(workspace: "Workspace", as_of: date, state: str, written: Written) -> None:
    """Keep what a review was written as, by the state that it was made from.

    Where something was altered while it was made, nobody knows of which state it is: nothing is kept.
    """
    if state_of(workspace, as_of) == state:
        workspace.parts.keep_last(_NAME, Written, state, written)
