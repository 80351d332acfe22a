"""The names of files: letters, digits and hyphens, from what a thing is called, never a path.

Two things whose names differ only in other signs get a checksum behind; so no file takes the place of another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from stocktake.publish.site.addresses import slug

_SHOWN = 8
_LONGEST = 80


def file_names(things: Iterable[str]) -> Mapping[str, str]:
    """The name of the file of each thing, without an ending; all different."""
    listed = tuple(dict.fromkeys(things))
    short = {each: slug(each)[:_LONGEST].strip("-") for each in listed}
    taken = Counter(short.values())
    return {each: name if name and taken[name] == 1 else _marked(each, name) for each, name in short.items()}


def _marked(thing: str, name: str) -> str:
    mark = sha256(thing.encode("utf-8", "surrogatepass")).hexdigest()[:_SHOWN]
    return f"{name}-{mark}" if name else mark
