"""The command on the way to one text: negotiation."""

from typing import Annotated

import typer

from stocktake.cli.options import JsonOption, TextArgument, WorkspaceOption
from stocktake.cli.output import progress, put, put_json, put_page
from stocktake.cli.texts import find_document, open_workspace


def negotiation(
    text: TextArgument,
    as_json: JsonOption = False,
    as_html: Annotated[bool, typer.Option("--html", help="Print a page for the browser.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Show where the words of a text came from, draft by draft.

    What did not survive is shown too.

    Example: stocktake negotiation 80/118 --html > negotiation.html
    """
    from stocktake.documents.compare.negotiation import trace_negotiation
    from stocktake.documents.compare.stages import not_held_before, stages_of
    from stocktake.documents.formats.negotiation_json import negotiation_to_json
    from stocktake.publish.negotiation_html import render_negotiation_html
    from stocktake.publish.negotiation_terminal import render_negotiation

    if as_json and as_html:
        message = "choose one of --json, --html"
        raise typer.BadParameter(message)
    outcome = find_document(text, workspace)
    with progress("Reading") as show:
        held = open_workspace(workspace).contents(show).documents
    stages = stages_of(outcome, held)
    traced, not_held = trace_negotiation(stages), not_held_before(stages)
    if as_json:
        put_json(negotiation_to_json(traced, not_held))
    elif as_html:
        put(render_negotiation_html(traced, stages, not_held))
    else:
        put_page(render_negotiation(traced, stages, not_held))
