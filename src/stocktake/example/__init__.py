"""The bundled example: three invented resolutions that follow one another, to try every command on.

Knows where the texts lie in the package and the date to review them at. Everything in them is invented and says
so; they show what two years can do to a text: paragraphs edited, added, dropped, moved, split and merged, a verb
made weaker, a reporting duty gone, a figure repeated after its year.
"""

from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

AS_OF = date(2045, 1, 15)


def example_texts() -> tuple[Traversable, ...]:
    """The three texts, oldest first, as files of the package: each has a ``name`` and ``read_bytes()``."""
    folder = files("stocktake.example").joinpath("texts")
    return tuple(sorted(folder.iterdir(), key=lambda each: each.name))
