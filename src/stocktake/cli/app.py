"""The door: the ``stocktake`` command, its subcommands, and how every error leaves it.

Knows the commands by name and the exit codes. Each command imports what it needs when it is called, so that
``stocktake --help`` stays quick.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from stocktake import __version__
from stocktake.cli import (
    asking,
    correcting,
    drafting,
    evidencing,
    fetching,
    figuring,
    measuring,
    needing,
    negotiating,
    publishing,
    reading,
    reporting,
    reviewing,
    threads,
    workspaces,
)
from stocktake.cli.output import put, say
from stocktake.errors import InputError, NotFoundError, RequestError, StocktakeError

app = typer.Typer(
    name="stocktake",
    help="What United Nations resolutions ask, of whom, by when, and what changed: with a source for every word.",
    epilog="Begin with: stocktake demo. Then: stocktake new DIR, stocktake add FILE..., stocktake review.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

for command in (
    workspaces.demo,
    workspaces.new,
    workspaces.add,
    fetching.fetch,
    workspaces.status,
    reviewing.review,
    reporting.report,
    publishing.publish,
    reading.read,
    reviewing.compare,
    threads.threads,
    asking.commitments,
    asking.calendar,
    asking.health,
    figuring.figures,
    correcting.correct,
    correcting.corrections,
    negotiating.negotiation,
    drafting.draft,
    measuring.measure,
    reading.citations,
    reading.events,
    reading.themes,
    reading.frameworks,
):
    app.command()(command)
app.add_typer(evidencing.evidence, short_help="What was done: take it in, list it, hand it on.")
app.add_typer(needing.needs, short_help="Needs and offers: who can help, and what nobody offers.")


def _print_version(asked: bool) -> None:
    if asked:
        put(f"stocktake {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    workspace: Annotated[
        Path | None, typer.Option("--workspace", metavar="DIR", help="The workspace; else the current folder.")
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """What United Nations resolutions ask, of whom, by when, and what changed: with a source for every word."""
    context.obj = workspace


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code; every error becomes one message on standard error.

    Raises:
        SystemExit: Always; 0 done, 2 wrong call, 3 wrong input, 4 not found, 5 not supported, 1 our fault.
    """
    try:
        app(args=None if arguments is None else list(arguments))
    except StocktakeError as error:
        _leave(error.message, error.exit_code)
    except OSError as error:
        refused = _of_system(error)
        _leave(refused.message, refused.exit_code)
    except Exception as error:  # noqa: BLE001 - the last door: whatever comes here is our fault and is said so
        _leave(f"This is our fault, not yours: {type(error).__name__}: {error}. Please report it.", 1)


def _of_system(error: OSError) -> StocktakeError:
    """What the system refused, as an error that a person can act on."""
    where = str(error.filename or "")
    if isinstance(error, FileNotFoundError):
        return NotFoundError(
            expected="a file that is there, or a folder to write it to",
            came="there is none",
            where=where,
            advice="Check the path and its spelling.",
        )
    if isinstance(error, IsADirectoryError):
        return RequestError(expected="a file", came="this is a folder", where=where, advice="Name a file.")
    return InputError(
        expected="the system to read and write as asked",
        came=f"it refused ({error.strerror or error})",
        where=where,
        advice="Check the path, its permissions and the room on the disk.",
    )


def _leave(message: str, code: int) -> None:
    """Print the message and leave; with STOCKTAKE_DEBUG=1 the traceback comes first."""
    if os.environ.get("STOCKTAKE_DEBUG") == "1":
        import traceback

        traceback.print_exc()
    sys.stdout.flush()
    say(message)
    raise SystemExit(code)


if __name__ == "__main__":
    main()
