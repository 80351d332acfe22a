"""Templates as Python compiled them before: compiling them takes longer than filling them in.

Knows that they are kept where Python keeps its compiled modules, and nowhere where it keeps none. No code is ever taken
from the workspace of a person. Another program, other templates or another Jinja make all of them anew.
"""

import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from stocktake.atomic import write_whole
from stocktake.workspace.fingerprint import program_fingerprint


@cache
def _made_by() -> bytes:
    """What compiled templates depend on; Jinja works out at once what filters make of words that never differ."""
    return bytes.fromhex(program_fingerprint(("jinja2", "markupsafe")))


class CompiledTemplates(BytecodeCache):
    """The compiled templates of the package."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Where the compiled template is kept."""
        return cache_from_source(filename or name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """The bucket holds the compiled template, where this very program kept one."""
        with suppress(OSError), Path(bucket.key).open("rb") as file:
            if file.read(len(_made_by())) == _made_by():
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """The compiled template is kept, where it may be."""
        if sys.dont_write_bytecode:
            return
        # As Python does: what cannot be kept is compiled again the next time.
        with suppress(OSError):
            Path(bucket.key).parent.mkdir(parents=True, exist_ok=True)
            write_whole(Path(bucket.key), _made_by() + bucket.bytecode_to_string())
