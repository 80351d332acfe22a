"""The command on the life of provisions: threads."""

from typing import Annotated

import typer

from stocktake.cli.options import JsonOption, WorkspaceOption
from stocktake.cli.output import progress, put_json, put_page
from stocktake.cli.texts import canonical, open_workspace


def threads(
    place: Annotated[
        str | None,
        typer.Argument(
            metavar="SYMBOL[:PARAGRAPH]",
            help="A text of the chain (80/118), or one paragraph of it (80/118:24, 80/118:P3).",
        ),
    ] = None,
    refined_by: Annotated[
        str | None,
        typer.Option("--refined-by", metavar="SYMBOL", help="Say also what holding this text made better known."),
    ] = None,
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Follow provisions, or one of them, through the texts held.

    Example: stocktake threads 80/118:24
    """
    from stocktake.documents.formats.threads_json import threads_to_json
    from stocktake.documents.threads.refine import refined_by as refine
    from stocktake.frameworks.lineages import lineages
    from stocktake.publish.threads_terminal import render_lives, render_threads
    from stocktake.review.lives import followed_chain, threads_at

    symbol, paragraph = _split(place)
    with progress("Reading") as show:
        documents = open_workspace(workspace).contents(show).documents
    chain = followed_chain(documents, lineages(), symbol)
    made = chain.threads()
    refinements = refine(chain.threads(canonical(refined_by)), made) if refined_by else ()
    only = threads_at(made, symbol, paragraph) if symbol and paragraph else None
    if as_json:
        put_json(threads_to_json(made, only, refinements))
    elif only is not None:
        put_page(render_lives(made, only))
    else:
        put_page(render_threads(made, chain.name, refinements))


def _split(place: str | None) -> tuple[str | None, str | None]:
    """The canonical symbol and the paragraph; None where they are not named."""
    symbol, _, paragraph = (place or "").partition(":")
    return (canonical(symbol) if symbol else None), paragraph or None
