"""Templates as Python compiled them before: compiling them takes longer than filling them in.

Knows that they are kept in memory, for every language of the pages, and where Python keeps its compiled modules, where
it keeps any. No code is ever taken from the workspace of a person. Another program, other templates or another Jinja
make all of them anew.

Jinja works out at once what a filter makes of words that stand in the template itself. Such a page would say in every
language what the first one says, so no template gives words of its own to a filter; a test looks for it.
"""

import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from stocktake.atomic import write_whole
from stocktake.workspace.fingerprint import program_fingerprint


@cache
def _made_by() -> bytes:
    """What compiled templates depend on besides their own words."""
    return bytes.fromhex(program_fingerprint(("jinja2", "markupsafe")))


@cache
def compiled_templates() -> "CompiledTemplates":
    """The compiled templates of the package, whoever fills them in."""
    return CompiledTemplates()


class CompiledTemplates(BytecodeCache):
    """Compiled templates: each is compiled once, or not even once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType | None] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Where the compiled template is kept."""
        return cache_from_source(filename or name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """The bucket holds the compiled template, where this very program kept one."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))
        if bucket.code is None:
            with suppress(OSError), Path(bucket.key).open("rb") as file:
                if file.read(len(_made_by())) == _made_by():
                    bucket.load_bytecode(file)
            self._known[bucket.key, bucket.checksum] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """The compiled template is kept, where it may be."""
        self._known[bucket.key, bucket.checksum] = bucket.code
        if sys.dont_write_bytecode:
            return
        # As Python does: what cannot be kept is compiled again the next time.
        with suppress(OSError):
            Path(bucket.key).parent.mkdir(parents=True, exist_ok=True)
            write_whole(Path(bucket.key), _made_by() + bucket.bytecode_to_string())
