"""What is said where the cache cannot be written: that costs time, and the answer comes all the same.

Knows that what is kept in the cache can always be made again. What has to be written, records and outputs, is no matter
of this module.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

CACHE = "cache"
"""The folder of a workspace in which that is kept; it may be deleted at any time."""


@contextmanager
def costs_only_time(folder: Path) -> Iterator[None]:
    """The block keeps something in the cache; where the system refuses, that is said once and the work goes on.

    Args:
        folder: The folder of the cache, for the words.
    """
    try:
        yield
    except OSError as error:
        _tell_once(str(folder), error.strerror or str(error))


@cache
def _tell_once(folder: str, why: str) -> None:
    # Hardly ever needed, and every command would pay for it. Where nobody listens, the words go to standard error.
    import logging

    logging.getLogger("stocktake").warning(
        "stocktake: nothing can be kept in %s (%s): the next call takes as long again.", folder, why
    )
