"""The command on the numbers a text prints: figures."""

from stocktake.cli.options import JsonOption, TextArgument, WorkspaceOption
from stocktake.cli.output import put_json, put_page
from stocktake.cli.texts import find_document


def figures(text: TextArgument, as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """List the quantities about the world that a text prints: of what, of whom, of which year.

    Example: stocktake figures 80/118
    """
    from stocktake.documents.find.figures import find_figures
    from stocktake.documents.formats.figures_json import figures_to_json
    from stocktake.publish.figures_terminal import render_figures

    document = find_document(text, workspace)
    found = find_figures(document)
    if as_json:
        put_json(figures_to_json(document, found))
    else:
        put_page(render_figures(document, found))
