"""Options and arguments that several commands share, each described once."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class StatusChoice(StrEnum):
    """What a user may say a text is."""

    ADOPTED = "adopted"
    DRAFT = "draft"


def parse_day(text: str) -> datetime:
    """The day that an option names.

    Raises:
        BadParameter: It is none.
    """
    try:
        return datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 - a day has no time zone
    except ValueError as error:
        message = f"expected a day such as 2045-01-15, but {text!r} is none."
        raise typer.BadParameter(message) from error


def _of_command_or_program(context: typer.Context, value: Path | None) -> Path | None:
    """The folder given to the command; else the one given to the program before it."""
    return value or context.find_root().obj


WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        metavar="DIR",
        help="The workspace; else the current folder.",
        callback=_of_command_or_program,
    ),
]
TextArgument = Annotated[
    str,
    typer.Argument(
        metavar="FILE|SYMBOL", help="A file, or a symbol held in the workspace (A/RES/80/118, 80/118)."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON to standard output.")]
SymbolOption = Annotated[
    str | None, typer.Option("--symbol", metavar="SYMBOL", help="The symbol, where the text prints none.")
]
StatusOption = Annotated[
    StatusChoice | None, typer.Option("--status", help="What the text is, where it does not say so itself.")
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", parser=parse_day, metavar="DATE", help="The date of the review; else today."),
]
BecauseOption = Annotated[str, typer.Option("--because", metavar="WHY", help="The reason, in a sentence.")]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.")]
DayOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of", parser=parse_day, metavar="DATE", help="As things stood at the end of that day (UTC)."
    ),
]
