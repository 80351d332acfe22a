"""What goes where: results to standard output, everything said to a person to standard error.

Knows the streams, and the progress bar that is shown only where somebody can see it.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from rich.console import RenderableType


class Look(NamedTuple):
    """How a page is shown: how wide, None where there is no terminal, and whether in colour."""

    width: int | None
    colour: bool


_FEWEST_FOR_A_BAR = 2
# Longer lines are hard to read.
_WIDEST = 120


def put(text: str) -> None:
    """Write a result to standard output, in UTF-8 whatever the system's language.

    Raises:
        SystemExit: The reader has gone away (as ``head`` does): there is nothing to say and nobody to say it to.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        # The interpreter flushes once more when it ends; it must not find the broken pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from error


def put_json(data: Any) -> None:
    """Write JSON to standard output, the same bytes for the same data."""
    from stocktake.documents.formats.document_json import dump_json

    put(dump_json(data))


def put_page(page: "RenderableType") -> None:
    """Write a page to standard output: as wide as the terminal, 80 columns and plain where there is none."""
    put(page_text(page, look_here()))


def look_here() -> Look:
    """How a page is to be shown on standard output."""
    from shutil import get_terminal_size

    if not sys.stdout.isatty():
        return Look(None, colour=False)
    return Look(min(get_terminal_size().columns, _WIDEST), _coloured())


def page_text(page: "RenderableType", look: Look) -> str:
    """The page as text."""
    from stocktake.publish.terminal import WIDTH, to_text

    return to_text(page, look.width or WIDTH, colour=look.colour)


def _coloured() -> bool:
    """Whether the person wants colour (https://no-color.org)."""
    return not os.environ.get("NO_COLOR")


def say(text: str) -> None:
    """Tell the person something, on standard error, as the program."""
    tell(f"stocktake: {text}")


def tell(line: str) -> None:
    """Write a line of a list to standard error; what the terminal cannot show is escaped."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"{line.encode(encoding, 'backslashreplace').decode(encoding)}\n")


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A function that shows how far the work has come; silent where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, visible=False)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=total >= _FEWEST_FOR_A_BAR)

        yield show
