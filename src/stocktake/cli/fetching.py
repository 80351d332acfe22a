"""The command that takes texts and series from services on the internet: fetch."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli.options import WorkspaceOption
from stocktake.cli.output import progress, say, tell
from stocktake.cli.texts import open_workspace

if TYPE_CHECKING:
    from stocktake.errors import StocktakeError
    from stocktake.workspace.fetching import Fetched


def fetch(
    named: Annotated[
        list[str],
        typer.Argument(
            metavar="SYMBOL|SERIES...", help="Symbols, codes of series, or indicators with all their series."
        ),
    ],
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="Of texts: ar, en, es, fr, ru or zh.")
    ] = "en",
    service: Annotated[
        list[str] | None,
        typer.Option(
            "--service",
            metavar="NAME=ADDRESS",
            envvar="STOCKTAKE_SERVICES",
            help="A mirror in the place of a service (stocktake frameworks services).",
        ),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Add texts and series from the services that publish them.

    Texts come from the UN document services, series from the World Bank and the SDG database.

    Example: stocktake fetch A/RES/80/118 IT.NET.USER.ZS --workspace ict
    """
    from stocktake.workspace.fetching import fetch as fetch_all
    from stocktake.workspace.fetching import plan
    from stocktake.workspace.fetching.plan import parse_mirrors

    opened = open_workspace(workspace)
    wanted = plan(named, language, parse_mirrors(service or ()))
    with progress("Fetching") as show:
        results = fetch_all(opened, wanted, progress=show)
    for result in results:
        tell(_line(result))
    counted = Counter(_became(result) for result in results)
    say(", ".join(f"{number} {became}" for became, number in sorted(counted.items())))
    failed = [error for result in results if (error := _error(result))]
    raise typer.Exit(failed[0].exit_code if failed else 0)


def _became(result: "Fetched") -> str:
    return result.added.became if result.added else "not fetched"


def _error(result: "Fetched") -> "StocktakeError | None":
    return result.error or (result.added.error if result.added else None)


def _line(result: "Fetched") -> str:
    """What became of one file, in a line."""
    error = _error(result)
    said = error.message if error else _other_symbol(result)
    return f"{_became(result):14}{result.wanted.what}{f': {said}' if said else ''}"


def _other_symbol(result: "Fetched") -> str:
    """A warning where the text that came names itself otherwise; empty where it does not."""
    document = result.added.document if result.added else None
    if document is None or document.data.symbol in (result.wanted.what, None):
        return ""
    return f"the text that came says it is {document.data.symbol}; look whether it is the one that you want"
