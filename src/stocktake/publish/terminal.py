"""A page for the terminal as text: parts put together with Rich, at a width that is given.

Knows headings, tables and the width of a page.
"""

from collections.abc import Sequence
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

WIDTH = 80


def to_text(page: RenderableType, width: int = WIDTH, *, colour: bool = False) -> str:
    """The page as text, no line longer than ``width``; without colour it holds no control characters."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    console.print(page)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def heading(words: str) -> Text:
    """A heading that stands out without colour too."""
    return Text(f"\n{words.upper()}", style="bold")


def indented(part: RenderableType, by: int = 2) -> Padding:
    """The part moved to the right."""
    return Padding(part, (0, 0, 0, by))


def facts(rows: Sequence[tuple[str, str]]) -> Table:
    """Names on the left, what they are on the right; a row without words is left out."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, words in rows:
        if words:
            table.add_row(name, Text(words))
    return table


def listing(columns: Sequence[str], rows: Sequence[Sequence[str]], least: int | None = None) -> Table:
    """A table with a line under its heads; the last column takes the room that is left, and never under ``least``."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    for at, column in enumerate(columns):
        last = at == len(columns) - 1
        table.add_column(column, overflow="fold", ratio=1 if last else None, width=least if last else None)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def pages(*parts: RenderableType | None) -> Group:
    """The parts under one another; those that are None are left out."""
    return Group(*(part for part in parts if part is not None))
