"""The bundled example: invented texts, figures and records, in which every part of the product can be seen.

Knows where they lie in the package, the date to review them at and the days of the releases. Everything in them is
invented and says so. The texts show what two years can do: paragraphs edited, added, dropped, moved, split and merged,
a verb made weaker, a reporting duty gone, figures repeated, revised and at odds. The areas of the figures are those
that ``frameworks`` flags as invented.
"""

from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

AS_OF = date(2045, 1, 15)
RELEASES = {"example_use_2043.csv": date(2043, 10, 1), "example_use_2044.csv": date(2044, 10, 3)}
"""The files of figures, oldest first, each with the day on which it is said to have been released."""


def example_texts() -> tuple[Traversable, ...]:
    """The three texts, oldest first, as files of the package: each has a ``name`` and ``read_bytes()``."""
    return _files("texts")


def example_drafts() -> tuple[Traversable, ...]:
    """The drafts of the last text, as files of the package."""
    return _files("drafts")


def example_statistics() -> tuple[tuple[Traversable, date], ...]:
    """The releases of the invented figures, oldest first, each with its day."""
    found = {each.name: each for each in _files("statistics")}
    return tuple((found[name], day) for name, day in RELEASES.items())


def example_records() -> tuple[Traversable, ...]:
    """The invented records of the register: contributions, then needs and offers; each with its own id and time."""
    found = {each.name: each for each in _files("register")}
    return found["contributions.json"], found["needs_and_offers.json"]


def example_corrections() -> Traversable:
    """The invented corrections, in the shape in which the register hands corrections on."""
    return next(each for each in _files("register") if each.name == "corrections.csv")


def _files(folder: str) -> tuple[Traversable, ...]:
    return tuple(sorted(files("stocktake.example").joinpath(folder).iterdir(), key=lambda each: each.name))
